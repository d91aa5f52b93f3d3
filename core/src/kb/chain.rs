//! How newer keys follow from older ones.
//!
//! The section [`SectionId::Keys`] holds changes of keys, oldest first: the
//! new key set, the number of signatures u16, and the signatures in the form
//! of the file's own slots. A change counts if enough of the old keys and
//! enough of the new ones signed the words `magdit-keys-v1` (or
//! `magdit-development-keys-v1`), a zero byte and the new key set.

use super::container::{Layout, SLOT_BYTES};
use super::cursor::Cursor;
use super::key::{KeySet, Purpose};
use super::limits::{MAX_KEY_CHANGES, MAX_KEYS};
use super::section::SectionId;
use super::signature::SignatureError;

/// A new key set with the signatures for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyChange {
    keys: KeySet,
    slots: Vec<[u8; SLOT_BYTES]>,
}

impl KeyChange {
    /// A change to these keys that nobody signed yet.
    #[must_use]
    pub const fn new(keys: KeySet) -> Self {
        Self { keys, slots: Vec::new() }
    }

    /// The new keys.
    #[must_use]
    pub const fn keys(&self) -> &KeySet {
        &self.keys
    }

    /// Adds a signature; the one of a key that signed before is replaced.
    /// Beyond twice [`MAX_KEYS`] it is left out.
    pub(super) fn add(&mut self, slot: [u8; SLOT_BYTES]) {
        let (key, _) = slot.split_at(SLOT_BYTES / 3);
        self.slots.retain(|other| !other.starts_with(key));
        if self.slots.len() < MAX_SLOTS {
            self.slots.push(slot);
            self.slots.sort_unstable();
        }
    }

    /// The signatures: a public key and its signature each.
    pub fn signatures(&self) -> impl ExactSizeIterator<Item = &[u8; SLOT_BYTES]> {
        self.slots.iter()
    }

    /// The words that are signed.
    pub(super) fn message(&self) -> Vec<u8> {
        let domain: &[u8] = match self.keys.purpose() {
            Purpose::Release => b"magdit-keys-v1\0",
            Purpose::Development => b"magdit-development-keys-v1\0",
        };
        [domain, &self.keys.to_bytes()].concat()
    }

    /// Whether enough of the old keys and enough of the new ones signed.
    fn verify(&self, old: &KeySet) -> Result<(), SignatureError> {
        let message = self.message();
        for (side, keys) in [("old", old), ("new", &self.keys)] {
            let found = keys.signers(&message, self.slots.iter().map(<[u8; SLOT_BYTES]>::as_slice));
            let expected = keys.threshold();
            if found < expected {
                return Err(SignatureError::Change { epoch: self.keys.epoch(), side, found, expected });
            }
        }
        Ok(())
    }

    fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let keys = KeySet::read(cursor)?;
        let count = usize::from(cursor.u16()?);
        if count > MAX_SLOTS {
            return None;
        }
        let mut slots = Vec::with_capacity(count);
        for _ in 0..count {
            slots.push(cursor.take()?);
        }
        Some(Self { keys, slots })
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.keys.to_bytes();
        bytes.extend_from_slice(&u16::try_from(self.slots.len()).unwrap_or(u16::MAX).to_le_bytes());
        bytes.extend(self.slots.iter().flatten());
        bytes
    }
}

/// Signatures of one change: all old keys and all new ones.
const MAX_SLOTS: usize = 2 * MAX_KEYS;

/// The bytes of [`SectionId::Keys`] with these changes, oldest first.
#[must_use]
pub fn write(changes: &[KeyChange]) -> Vec<u8> {
    changes.iter().flat_map(KeyChange::to_bytes).collect()
}

/// The changes in the bytes of [`SectionId::Keys`].
///
/// # Errors
///
/// [`SignatureError::Unreadable`] if they are no changes, too many, or not in
/// ascending order of their epochs.
pub fn read(section: &[u8]) -> Result<Vec<KeyChange>, SignatureError> {
    let mut cursor = Cursor::new(section);
    let mut changes: Vec<KeyChange> = Vec::new();
    while !cursor.is_empty() {
        let change = KeyChange::read(&mut cursor).ok_or(SignatureError::Unreadable)?;
        let ascends = changes.last().is_none_or(|last| last.keys.epoch() < change.keys.epoch());
        if !ascends || changes.len() >= MAX_KEY_CHANGES {
            return Err(SignatureError::Unreadable);
        }
        changes.push(change);
    }
    Ok(changes)
}

/// The keys of the file's epoch, by the changes in the file from the trusted
/// keys on, with those on the way.
pub(super) fn follow(file: &[u8], layout: &Layout, trusted: &KeySet) -> Result<(Vec<KeySet>, KeySet), SignatureError> {
    let found = layout.header().key_epoch;
    let mut earlier = Vec::new();
    let mut keys = trusted.clone();
    if keys.epoch() == found {
        return Ok((earlier, keys));
    }
    let section = layout.section(SectionId::Keys).and_then(|range| file.get(range)).unwrap_or_default();
    for change in read(section)? {
        let is_next = keys.epoch().checked_add(1) == Some(change.keys.epoch());
        let same_purpose = keys.purpose() == change.keys.purpose();
        if keys.epoch() < found && is_next && same_purpose {
            change.verify(&keys)?;
            earlier.push(core::mem::replace(&mut keys, change.keys));
        }
    }
    match keys.epoch() == found {
        true => Ok((earlier, keys)),
        false => Err(SignatureError::NoChange { found, trusted: keys.epoch() }),
    }
}

#[cfg(test)]
mod tests;
