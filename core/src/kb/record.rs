//! Records as MessagePack: the only place that knows `rmp-serde`.
//!
//! Structs are written as maps with their field names, so that a reader skips
//! fields that came later; dates are written as numbers.
//!
//! Record types must not contain themselves, not even through a box or an
//! `Option`: the depth limit of `rmp-serde` does not count those.

use rmp_serde::{Deserializer, Serializer};
use serde::{Serialize, de::DeserializeOwned};

use super::limits::MAX_RECORD_DEPTH;
use super::scan::{ScanError, scan};

/// Why a record cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The bytes are no MessagePack within the limits.
    #[error("the record cannot be read: {0}; build the knowledge base again")]
    Scan(#[from] ScanError),

    /// The record is well-formed, but of another shape.
    #[error("the record is not of the shape this library reads: {detail}; install a newer version of the library")]
    Shape {
        /// What serde found and expected, at most 200 characters, escaped.
        detail: String,
    },

    /// A value has no place in a record, or the record becomes too large.
    #[error("the record cannot be written: {detail}; shorten it or split it")]
    Write {
        /// What stands in the way, at most 200 characters, escaped.
        detail: String,
    },
}

/// Reads one record.
///
/// ```
/// use magdit::kb::record::{decode, encode};
///
/// let bytes = encode(&vec!["kahoot", "quizlet"]).unwrap();
/// assert_eq!(decode::<Vec<String>>(&bytes).unwrap(), ["kahoot", "quizlet"]);
/// ```
///
/// # Errors
///
/// [`RecordError`] if the bytes are not one value within the limits, or not
/// of this type.
pub fn decode<T: DeserializeOwned>(record: &[u8]) -> Result<T, RecordError> {
    scan(record)?;
    let mut deserializer = Deserializer::from_read_ref(record);
    deserializer.set_max_depth(SERDE_DEPTH);
    T::deserialize(&mut deserializer).map_err(|error| RecordError::Shape { detail: shown(&error) })
}

/// Writes one record.
///
/// # Errors
///
/// [`RecordError`] if the value is not one that [`decode`] would read.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, RecordError> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::new(&mut bytes).with_struct_map();
    value.serialize(&mut serializer).map_err(|error| RecordError::Write { detail: shown(&error) })?;
    scan(&bytes).map_err(|error| RecordError::Write { detail: shown(&error) })?;
    Ok(bytes)
}

/// serde counts a list and the values in it apart; the scan has already held
/// to [`MAX_RECORD_DEPTH`].
const SERDE_DEPTH: usize = 4 * MAX_RECORD_DEPTH;

/// Characters of an error that are passed on.
const SHOWN_CHARS: usize = 200;

fn shown(error: &dyn core::fmt::Display) -> String {
    error.to_string().chars().flat_map(char::escape_debug).take(SHOWN_CHARS).collect()
}

#[cfg(test)]
mod tests;
