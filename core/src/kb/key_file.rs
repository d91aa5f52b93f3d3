//! Key sets as text: what publishers sign and applications carry.
//!
//! ```text
//! magdit keys 1
//! purpose release
//! epoch 2
//! threshold 2
//! key 3b6a…          64 hexadecimal digits, one line per key, sorted
//! key 8a88…
//! key d75a…
//! signed 8a88… 5c1f… the key, and 128 digits: only for a change of keys
//! ```
//!
//! The file is public. Signatures in it say that old and new keys agree to the
//! change; a set that is the first, or that an application carries, needs none.

use core::fmt::Write as _;

use super::chain::KeyChange;
use super::container::SLOT_BYTES;
use super::key::{KeySet, KeySetError, PublicKey, Purpose};

/// Bytes of a key file: sixteen keys and thirty-two signatures fit twice.
pub const MAX_KEY_FILE_BYTES: usize = 16 * 1024;

/// Why a text is no key file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// It begins otherwise, or is larger than any.
    #[error("the file is no key file; give one made by `magdit keygen` or `magdit keyset`, as it was published")]
    NoKeyFile,

    /// It holds a secret key.
    #[error("the file holds a secret key; give the public file that was made with it, and keep this one to yourself")]
    Secret,

    /// A line is not what it should be.
    #[error("line {line} of the key file is not in order, expected {expected}; take the file as it was published")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What should stand there.
        expected: &'static str,
    },

    /// The keys are no set.
    #[error(transparent)]
    Keys(#[from] KeySetError),
}

/// First line of a key file.
const FIRST: &str = "magdit keys 1";

/// First word of the file with a secret key, which belongs to nobody else.
const SECRET: &str = "magdit secret key";

/// A key set with the signatures that its file carries, if any.
///
/// # Errors
///
/// [`KeyFileError`] if the text is not exactly one key file.
pub fn read(text: &str) -> Result<KeyChange, KeyFileError> {
    if text.starts_with(SECRET) {
        return Err(KeyFileError::Secret);
    }
    if text.len() > MAX_KEY_FILE_BYTES {
        return Err(KeyFileError::NoKeyFile);
    }
    let mut lines = text.lines().map(str::trim_end).zip(1_usize..);
    if lines.next().map(|(line, _)| line) != Some(FIRST) {
        return Err(KeyFileError::NoKeyFile);
    }
    let mut field = |name: &'static str| {
        let (line, number) = lines.next().unwrap_or(("", 0));
        let value = line.strip_prefix(name).and_then(|rest| rest.strip_prefix(' '));
        value.ok_or(KeyFileError::Line { line: number, expected: name })
    };
    let purpose = match field("purpose")? {
        "release" => Purpose::Release,
        "development" => Purpose::Development,
        _ => return Err(KeyFileError::Line { line: 2, expected: "purpose release or purpose development" }),
    };
    let epoch = number(field("epoch")?).ok_or(KeyFileError::Line { line: 3, expected: "epoch and a number" })?;
    let threshold = number(field("threshold")?).and_then(|number| u8::try_from(number).ok());
    let threshold = threshold.ok_or(KeyFileError::Line { line: 4, expected: "threshold and a number" })?;
    let (mut keys, mut slots) = (Vec::new(), Vec::new());
    for (text, line) in lines {
        match text.split_once(' ') {
            Some(("key", digits)) if slots.is_empty() => {
                let key = bytes(digits).and_then(PublicKey::from_bytes);
                keys.push(key.ok_or(KeyFileError::Line { line, expected: "a public key of 64 hexadecimal digits" })?);
            }
            Some(("signed", digits)) => {
                let expected = "signed, a key and a signature in hexadecimal digits";
                let (key, signature) = digits.split_once(' ').ok_or(KeyFileError::Line { line, expected })?;
                let slot = bytes::<32>(key).zip(bytes::<64>(signature)).ok_or(KeyFileError::Line { line, expected })?;
                slots.push(slot);
            }
            _ => return Err(KeyFileError::Line { line, expected: "key, or after all keys signed" }),
        }
    }
    let mut change = KeyChange::new(KeySet::new(epoch, purpose, threshold, keys)?);
    for (key, signature) in slots {
        let mut slot = [0; SLOT_BYTES];
        slot.iter_mut().zip(key.iter().chain(&signature)).for_each(|(to, from)| *to = *from);
        change.add(slot);
    }
    Ok(change)
}

/// The text of a key set without signatures.
#[must_use]
pub fn write_keys(keys: &KeySet) -> String {
    write(&KeyChange::new(keys.clone()))
}

/// The text of a key set with the signatures for it.
#[must_use]
pub fn write(change: &KeyChange) -> String {
    let keys = change.keys();
    let mut text = format!("{FIRST}\npurpose {}\nepoch {}\n", keys.purpose(), keys.epoch());
    text.push_str(&format!("threshold {}\n", keys.threshold()));
    for key in keys.keys() {
        text.push_str(&format!("key {key}\n"));
    }
    for slot in change.signatures() {
        let (key, signature) = slot.split_at(PublicKey::BYTES);
        text.push_str("signed ");
        push_digits(&mut text, key);
        text.push(' ');
        push_digits(&mut text, signature);
        text.push('\n');
    }
    text
}

fn push_digits(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
}

/// A number in its one spelling: no sign, no leading zero.
fn number(text: &str) -> Option<u32> {
    text.parse::<u32>().ok().filter(|number| number.to_string() == text)
}

/// Exactly `N` bytes from lower-case hexadecimal digits.
pub fn bytes<const N: usize>(digits: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else {
        return None;
    };
    if pairs.len() != N {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)?.checked_mul(16)?.checked_add(digit(*low)?)?;
    }
    Some(bytes)
}

const fn digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => digit.checked_sub(b'0'),
        b'a'..=b'f' => digit.saturating_sub(b'a').checked_add(10),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
