//! Writing the sections of an index.

use crate::search::layout::{FORMAT, HEADER_BYTES, MAGIC};
use crate::search::normalise;
use crate::search::rows::{JUDGED, LAST_POSTING, POSTING_BYTES, SHARED_BYTES, Space, Target, hash};
use crate::tool::NameKind;

use super::map::Seen;
use super::words::Words;
use super::{BuildError, IndexEntry, Name};

/// Keys and what they lead to, in any order; a pair may stand there twice.
pub(super) type Targets = Vec<(Vec<u8>, Target)>;

/// Writes the fst with this number of the four from keys, which ascend, and
/// their values.
pub(super) type WriteMap<'w> = &'w mut dyn FnMut(usize, &[(Vec<u8>, u64)]) -> Result<Vec<u8>, BuildError>;

/// Number of the fst of words, after those of the spaces.
const LEXICON: usize = 3;

/// The fst crate as a writer. It begins with twenty thousand empty cells, for
/// which Miri takes a minute; there the other writer stands in.
pub(super) fn by_crate(_: usize, pairs: &[(Vec<u8>, u64)]) -> Result<Vec<u8>, BuildError> {
    if cfg!(miri) {
        return Ok(super::map::write(pairs, &mut |_, _| false));
    }
    let mut map = fst::raw::Builder::memory();
    for (key, value) in pairs {
        map.insert(key, *value).map_err(|_| BuildError::TooMany)?;
    }
    map.into_inner().map_err(|_| BuildError::TooMany)
}

/// The sections while they grow.
#[derive(Default)]
pub(super) struct Sections {
    names: Vec<u8>,
    sounds: Vec<u8>,
    links: Vec<u8>,
    lexicon: Vec<u8>,
    items: Vec<u8>,
    entries: Vec<u8>,
    /// Hashes of shared keys, their first posting, and the keys.
    shared: Vec<(u64, u32, Vec<u8>)>,
    postings: Vec<u8>,
    strings: Strings,
}

/// Texts, each stored once.
#[derive(Default)]
struct Strings {
    bytes: Vec<u8>,
    starts: Seen,
}

impl Strings {
    fn add(&mut self, text: &str) -> Option<(u32, u8)> {
        let length = u8::try_from(text.len()).ok()?;
        let start = match self.starts.get(text.as_bytes()) {
            Some(start) => *start,
            None => {
                let start = self.bytes.len();
                self.bytes.extend_from_slice(text.as_bytes());
                self.starts.insert(text.as_bytes().to_vec(), start);
                start
            }
        };
        Some((u32::try_from(start).ok()?, length))
    }
}

impl Sections {
    /// Writes the items, which must be in their final order.
    pub(super) fn items(&mut self, items: &[&IndexEntry]) -> Result<(), BuildError> {
        for item in items {
            let too_long = || BuildError::LongText { tool: item.tool.clone() };
            let (id, id_len) = self.strings.add(&item.tool).ok_or_else(too_long)?;
            let edition = item.edition.as_deref().unwrap_or_default();
            let (edition, edition_len) = self.strings.add(edition).ok_or_else(too_long)?;
            let (name, name_len) = self.strings.add(&item.name).ok_or_else(too_long)?;
            for start in [id, edition, name] {
                self.items.extend_from_slice(&start.to_le_bytes());
            }
            let flags = if item.judged { JUDGED } else { 0 };
            let tail = [id_len, edition_len, name_len, item.weight, flags, 0, 0, 0];
            self.items.extend_from_slice(&tail);
        }
        Ok(())
    }

    /// Writes the names, which must be in order of rank.
    pub(super) fn entries(&mut self, names: &[Name<'_>]) -> Result<(), BuildError> {
        for name in names {
            let too_long = || BuildError::LongText { tool: name.item.tool.clone() };
            let (text, length) = self.strings.add(name.text).ok_or_else(too_long)?;
            let kind = match name.kind {
                NameKind::Name => 0,
                NameKind::Alias => 1,
                NameKind::FormerName => 2,
                NameKind::Abbreviation => 3,
            };
            self.entries.extend_from_slice(&name.number.to_le_bytes());
            self.entries.extend_from_slice(&text.to_le_bytes());
            self.entries.extend_from_slice(&[length, kind]);
        }
        Ok(())
    }

    /// Writes the keys of one space, and the postings of shared keys.
    pub(super) fn map(&mut self, space: Space, mut keys: Targets, write: WriteMap<'_>) -> Result<(), BuildError> {
        keys.sort_unstable();
        keys.dedup();
        let mut pairs = Vec::with_capacity(keys.len());
        for targets in keys.chunk_by(|(key, _), (next, _)| key == next) {
            let Some((key, best)) = targets.first() else {
                continue;
            };
            let alone = best.to_value(space).filter(|_| targets.len() == 1);
            let value = match alone {
                Some(value) => value,
                None => {
                    self.share(space, key, targets)?;
                    best.to_shared_value()
                }
            };
            pairs.push((key.clone(), value));
        }
        let bytes = write(space as usize, &pairs)?;
        match space {
            Space::Names => self.names = bytes,
            Space::Sounds => self.sounds = bytes,
            Space::Links => self.links = bytes,
        }
        Ok(())
    }

    fn share(&mut self, space: Space, key: &[u8], targets: &[(Vec<u8>, Target)]) -> Result<(), BuildError> {
        let first = u32::try_from(self.postings.len() / POSTING_BYTES).map_err(|_| BuildError::TooMany)?;
        self.shared.push((hash(space, key), first, key.to_vec()));
        for (position, (_, target)) in targets.iter().enumerate() {
            let is_last = position.saturating_add(1) == targets.len();
            let posting = target.to_posting() | if is_last { LAST_POSTING } else { 0 };
            self.postings.extend_from_slice(&posting.to_le_bytes());
        }
        Ok(())
    }

    /// Writes the words that name no tool.
    pub(super) fn words(&mut self, words: &Words, write: WriteMap<'_>) -> Result<(), BuildError> {
        let pairs: Vec<(Vec<u8>, u64)> =
            words.iter().map(|(word, class)| (word.as_bytes().to_vec(), *class as u64)).collect();
        self.lexicon = write(LEXICON, &pairs)?;
        Ok(())
    }

    /// Puts header and sections together.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, BuildError> {
        self.shared.sort_unstable();
        for (one, other) in self.shared.iter().zip(self.shared.iter().skip(1)) {
            if one.0 == other.0 {
                let text = |key: &[u8]| String::from_utf8_lossy(key).into_owned();
                return Err(BuildError::Hash { first: text(&one.2), second: text(&other.2) });
            }
        }
        let mut shared = Vec::with_capacity(self.shared.len().saturating_mul(SHARED_BYTES));
        for (hash, first, _) in &self.shared {
            shared.extend_from_slice(&hash.to_le_bytes());
            shared.extend_from_slice(&first.to_le_bytes());
        }
        let parts = [
            &self.names,
            &self.sounds,
            &self.links,
            &self.lexicon,
            &self.items,
            &self.entries,
            &shared,
            &self.postings,
            &self.strings.bytes,
        ];
        let mut bytes = Vec::new();
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&FORMAT.to_le_bytes());
        bytes.extend_from_slice(&normalise::VERSION.to_le_bytes());
        let mut start = HEADER_BYTES;
        for part in parts {
            for number in [start, part.len()] {
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                bytes.extend_from_slice(&number.to_le_bytes());
            }
            start = start.saturating_add(part.len());
        }
        for part in parts {
            bytes.extend_from_slice(part);
        }
        Ok(bytes)
    }
}
