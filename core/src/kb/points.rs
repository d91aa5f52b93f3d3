//! Public keys for tests that sign nothing.

use super::key::PublicKey;

/// The first keys that there are, whose secrets nobody knows. Finding one
/// takes less than deriving one, which Miri needs many seconds for.
pub(super) fn points(count: usize) -> Vec<PublicKey> {
    let key = |first: u8| {
        let mut bytes = [0; PublicKey::BYTES];
        bytes[0] = first;
        PublicKey::from_bytes(bytes)
    };
    (2..=u8::MAX).filter_map(key).take(count).collect()
}
