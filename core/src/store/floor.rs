//! The newest version that was ever kept.
//!
//! | at | bytes | field |
//! |---|---|---|
//! | 0 | 16 | `magdit-floor-1`, padded with zeros |
//! | 16 | 4 | key epoch, little endian |
//! | 20 | 8 | number of the release |
//! | 28 | 32 | content of the release |
//! | 60 | 32 | SHA-256 of the key set that signed it; zeros for none |
//! | 92 | 32 | SHA-256 of all before |
//!
//! It grants nothing: a file that is not signed as it must be stays refused,
//! whatever stands here. Damaged or lost, the files themselves say what is
//! the newest.

use crate::kb::digest::Digest;
use crate::kb::release::Version;
use crate::knowledge_base::KnowledgeBase;

use super::keys_digest;

/// The newest version that was ever kept, and what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Floor {
    pub(super) version: Version,
    pub(super) content: Digest,
    pub(super) keys: Option<Digest>,
}

const MAGIC: &[u8; 16] = b"magdit-floor-1\0\0";
const NO_KEYS: [u8; 32] = [0; 32];

impl Floor {
    /// Bytes of the file.
    pub(super) const BYTES: usize = 124;

    pub(super) fn of(library: &KnowledgeBase) -> Self {
        Self { version: library.version(), content: *library.content(), keys: keys_digest(library) }
    }

    pub(super) fn to_bytes(self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&self.version.key_epoch.to_le_bytes());
        bytes.extend_from_slice(&self.version.number.to_le_bytes());
        bytes.extend_from_slice(self.content.as_bytes());
        let keys = self.keys.unwrap_or(Digest::from_bytes(NO_KEYS));
        bytes.extend_from_slice(keys.as_bytes());
        let sum = Digest::of(&[&bytes]);
        bytes.extend_from_slice(sum.as_bytes());
        bytes
    }

    /// The floor in these bytes, if they are exactly one.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (body, sum) = bytes.split_last_chunk::<32>()?;
        let rest = body.strip_prefix(MAGIC)?;
        let (epoch, rest) = rest.split_first_chunk()?;
        let (number, rest) = rest.split_first_chunk()?;
        let (content, rest) = rest.split_first_chunk()?;
        let keys: [u8; 32] = rest.try_into().ok()?;
        (Digest::of(&[body]).as_bytes() == sum).then_some(Self {
            version: Version { key_epoch: u32::from_le_bytes(*epoch), number: u64::from_le_bytes(*number) },
            content: Digest::from_bytes(*content),
            keys: (keys != NO_KEYS).then_some(Digest::from_bytes(keys)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_floor_is_read_as_it_was_written_and_in_no_other_form() {
        let version = Version { key_epoch: 3, number: 70_000_000_001 };
        let content = Digest::of(&[b"content"]);
        for keys in [None, Some(Digest::of(&[b"keys"]))] {
            let floor = Floor { version, content, keys };
            let bytes = floor.to_bytes();
            assert_eq!(bytes.len(), Floor::BYTES);
            assert_eq!(Floor::read(&bytes), Some(floor));
            for length in 0..bytes.len() {
                assert_eq!(Floor::read(&bytes[..length]), None);
            }
            assert_eq!(Floor::read(&[&bytes[..], &[0]].concat()), None);
            for bit in (0..bytes.len() * 8).step_by(if cfg!(miri) { 37 } else { 1 }) {
                let mut changed = bytes.clone();
                changed[bit / 8] ^= 1 << (bit % 8);
                assert_eq!(Floor::read(&changed), None, "bit {bit}");
            }
        }
    }

    #[test]
    fn newer_keys_go_before_higher_numbers() {
        let version = |key_epoch, number| Version { key_epoch, number };
        assert!(version(2, 1) > version(1, u64::MAX));
        assert!(version(1, 2) > version(1, 1));
        assert_eq!(version(2, 7).to_string(), "7 (keys of epoch 2)");
    }
}
