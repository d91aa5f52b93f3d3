//! Records as MessagePack: the only place that knows `rmp-serde`, which writes
//! them.
//!
//! A struct is written as the list of its fields, so their order never changes
//! and a new field goes to the end: a reader that does not know it passes over
//! it. Where passing over a field could make an answer freer, the least reader
//! version of the file goes up instead. Words of closed lists are written by
//! their place in the list, dates as numbers.
//!
//! Record types must not contain themselves, not even through a box or an
//! `Option`: then the depth of a record would be the depth of the stack.

use serde::{Serialize, de::DeserializeOwned};

use super::decode::Decoder;
use super::encode::{self, Encoder};
use super::scan::{ScanError, scan, scan_around_texts};
use crate::read::{Read, Source};

/// Why a record cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The bytes are no MessagePack within the limits.
    #[error("the record cannot be read: {0}; build the knowledge base again")]
    Scan(#[from] ScanError),

    /// The record is well-formed, but of another shape.
    #[error("the record is not of the shape this library reads: {detail}; install a newer version of the library")]
    Shape {
        /// What was found and expected, at most 200 characters, escaped.
        detail: String,
    },

    /// A value has no place in a record, or the record becomes too large.
    #[error("the record cannot be written: {detail}; shorten it or split it")]
    Write {
        /// What stands in the way, at most 200 characters, escaped.
        detail: String,
    },
}

/// Reads one record of any type that serde reads.
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
    look_through(record)?;
    T::deserialize(&mut Decoder::new(record)).map_err(|error| refused(record, shown(&error)))
}

/// A type of this library that stands in records.
pub trait Recorded: Sized {
    /// Reads one as an opened file does: as [`decode`] and without serde.
    ///
    /// # Errors
    ///
    /// As [`decode`].
    fn from_record(record: &[u8]) -> Result<Self, RecordError>;
}

impl<T: for<'de> Read<'de>> Recorded for T {
    fn from_record(record: &[u8]) -> Result<Self, RecordError> {
        read(record)
    }
}

/// Reads one record of a type of this library: as [`decode`], with less code.
pub(crate) fn read<T: for<'de> Read<'de>>(record: &[u8]) -> Result<T, RecordError> {
    look_through(record)?;
    let mut source = Source::record(record);
    let value = T::read(&mut source);
    source.finish().map(|()| value).map_err(|error| refused(record, error.to_string()))
}

#[inline(never)]
fn look_through(record: &[u8]) -> Result<(), ScanError> {
    // What reads it looks into every text it takes or passes over.
    scan_around_texts(record).or_else(|_| scan(record))
}

#[cold]
#[inline(never)]
fn refused(record: &[u8], detail: String) -> RecordError {
    match scan(record) {
        Ok(()) => RecordError::Shape { detail: detail.chars().take(SHOWN_CHARS).collect() },
        Err(error) => error.into(),
    }
}

/// Writes one record.
///
/// # Errors
///
/// [`RecordError`] if the value is not one that [`decode`] would read.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, RecordError> {
    let mut bytes = Vec::new();
    value.serialize(Encoder(&mut bytes)).map_err(|error| RecordError::Write { detail: shown(&error) })?;
    scan(&bytes).map_err(|error| RecordError::Write { detail: shown(&error) })?;
    Ok(bytes)
}

/// Writes the record that is a list of texts: as [`encode`], with less code.
pub(crate) fn encode_texts(texts: &[String]) -> Result<Vec<u8>, RecordError> {
    let mut bytes = Vec::new();
    encode::texts(&mut bytes, texts).map_err(|error| RecordError::Write { detail: shown(&error) })?;
    scan(&bytes).map_err(|error| RecordError::Write { detail: shown(&error) })?;
    Ok(bytes)
}

/// Characters of an error that are passed on.
const SHOWN_CHARS: usize = 200;

fn shown(error: &dyn core::fmt::Display) -> String {
    error.to_string().chars().flat_map(char::escape_debug).take(SHOWN_CHARS).collect()
}

#[cfg(test)]
mod tests;
