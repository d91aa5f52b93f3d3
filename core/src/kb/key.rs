//! Public keys, and sets of them of which several must sign.

use core::fmt;

use ed25519_dalek::VerifyingKey;

use super::cursor::Cursor;
use super::limits::{MAX_KEYS, MAX_SIGNATURES};

/// A public key of Ed25519, shown as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// Bytes of a public key.
    pub const BYTES: usize = 32;

    /// The key with these bytes, if they are one that can be trusted: a point
    /// of the curve, in its one right encoding, not of small order.
    #[must_use]
    pub fn from_bytes(bytes: [u8; Self::BYTES]) -> Option<Self> {
        let key = VerifyingKey::from_bytes(&bytes).ok()?;
        let canonical = key.to_edwards().compress().to_bytes() == bytes;
        (canonical && !key.is_weak()).then_some(Self(bytes))
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }

    /// Whether `signature` is this key's own, of exactly this message.
    pub(super) fn signed(&self, message: &[u8], signature: [u8; 64]) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(&signature);
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| key.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What keys are for. Signatures for one purpose do not count for the other,
/// whatever the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Files that are published.
    Release,
    /// Files made while working on the library or its records.
    Development,
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Release => "release",
            Self::Development => "development",
        })
    }
}

impl Purpose {
    pub(super) const fn number(self) -> u8 {
        match self {
            Self::Release => 1,
            Self::Development => 2,
        }
    }

    fn from_number(number: u8) -> Option<Self> {
        [Self::Release, Self::Development].into_iter().find(|purpose| purpose.number() == number)
    }
}

/// Keys of which a threshold must sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySet {
    epoch: u32,
    purpose: Purpose,
    threshold: u8,
    keys: Vec<PublicKey>,
}

/// Why keys are no key set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeySetError {
    /// One key is there more than once.
    #[error("key {key} stands twice in the key set; name each key once")]
    Twice {
        /// The key.
        key: PublicKey,
    },

    /// No threshold, or one that the keys cannot reach.
    #[error(
        "the threshold is {threshold} of {keys} keys, expected 1 to the number of keys and at most {MAX_SIGNATURES}"
    )]
    Threshold {
        /// How many must sign.
        threshold: u8,
        /// How many there are.
        keys: usize,
    },

    /// Too many keys.
    #[error("the key set has {found} keys, the limit is {MAX_KEYS}; leave some out")]
    TooMany {
        /// How many there are.
        found: usize,
    },

    /// Bytes that hold no key set.
    #[error("these bytes are no key set; give a file made by `magdit keygen` or take the keys of the library")]
    Bytes,
}

impl KeySet {
    /// A set of which `threshold` keys must sign.
    ///
    /// # Errors
    ///
    /// [`KeySetError`] if a key stands twice or the threshold fits no number
    /// of the keys.
    pub fn new(epoch: u32, purpose: Purpose, threshold: u8, mut keys: Vec<PublicKey>) -> Result<Self, KeySetError> {
        if keys.len() > MAX_KEYS {
            return Err(KeySetError::TooMany { found: keys.len() });
        }
        keys.sort_unstable();
        if let Some([key, _]) = keys.array_windows().find(|[one, next]| one == next) {
            return Err(KeySetError::Twice { key: *key });
        }
        let reachable = usize::from(threshold) <= keys.len() && u16::from(threshold) <= MAX_SIGNATURES;
        if threshold == 0 || !reachable {
            return Err(KeySetError::Threshold { threshold, keys: keys.len() });
        }
        Ok(Self { epoch, purpose, threshold, keys })
    }

    /// Counts sets of keys: a later one replaces an earlier one.
    #[must_use]
    pub const fn epoch(&self) -> u32 {
        self.epoch
    }

    /// What the keys are for.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// How many of the keys must sign.
    #[must_use]
    pub const fn threshold(&self) -> u8 {
        self.threshold
    }

    /// The keys, sorted.
    #[must_use]
    pub fn keys(&self) -> &[PublicKey] {
        &self.keys
    }

    /// How many keys of this set signed `message`; each counts once. What
    /// other keys signed, and what does not match, counts for nothing.
    pub(super) fn signers<'a>(&self, message: &[u8], slots: impl Iterator<Item = &'a [u8]>) -> u8 {
        let mut signers: Vec<PublicKey> = Vec::with_capacity(self.keys.len());
        for slot in slots {
            let mut cursor = Cursor::new(slot);
            let (Some(key), Some(signature)) = (cursor.take(), cursor.take()) else {
                continue;
            };
            let key = PublicKey(key);
            let counts = self.keys.contains(&key) && !signers.contains(&key);
            if counts && key.signed(message, signature) {
                signers.push(key);
            }
        }
        u8::try_from(signers.len()).unwrap_or(u8::MAX)
    }

    /// Epoch u32, purpose u8, threshold u8, number of keys u16, and the keys.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.epoch.to_le_bytes().to_vec();
        bytes.extend_from_slice(&[self.purpose.number(), self.threshold]);
        bytes.extend_from_slice(&u16::try_from(self.keys.len()).unwrap_or(u16::MAX).to_le_bytes());
        for key in &self.keys {
            bytes.extend_from_slice(key.as_bytes());
        }
        bytes
    }

    /// The set written by [`KeySet::to_bytes`].
    ///
    /// # Errors
    ///
    /// [`KeySetError`] if these are not the bytes of one set and nothing else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeySetError> {
        let mut cursor = Cursor::new(bytes);
        let set = Self::read(&mut cursor).ok_or(KeySetError::Bytes)?;
        match cursor.is_empty() {
            true => Ok(set),
            false => Err(KeySetError::Bytes),
        }
    }

    /// Reads one set; keys must be sorted, so that each set has one encoding.
    pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let epoch = cursor.u32()?;
        let [purpose, threshold] = cursor.take()?;
        let count = usize::from(cursor.u16()?);
        if count > MAX_KEYS {
            return None;
        }
        let mut keys = Vec::with_capacity(count);
        for _ in 0..count {
            keys.push(PublicKey::from_bytes(cursor.take()?)?);
        }
        if !keys.is_sorted() {
            return None;
        }
        Self::new(epoch, Purpose::from_number(purpose)?, threshold, keys).ok()
    }
}

#[cfg(test)]
mod tests;
