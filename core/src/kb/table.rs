//! Records by key: sorted, unique keys, each with a blob.
//!
//! | bytes | field |
//! |---|---|
//! | 4 | number of records `n` |
//! | 4 × (n + 1) | ends of the keys, the first being 0 |
//! | 4 × (n + 1) | ends of the values, the first being 0 |
//! | … | keys, UTF-8, one after the other |
//! | … | values, one after the other, to the end |

use core::cmp::Ordering;
use core::ops::Range;
use std::collections::BTreeMap;

use super::cursor::u32_at;
use super::limits::{MAX_FILE_BYTES, MAX_KEY_BYTES, MAX_RECORD_BYTES, MAX_RECORDS};

/// Bytes of a number.
const NUMBER: usize = 4;

/// Where keys and values lie in the bytes of a table that was looked through.
///
/// It holds no bytes: every method is given the bytes that [`Table::open`] was
/// given. With other bytes nothing is found, or something else; it never
/// panics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    count: usize,
    value_ends: usize,
    keys: usize,
    values: usize,
}

/// What is wrong with a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// The bytes end before the numbers do, or do not end with the last value.
    #[error("the table has {found} bytes, its own numbers add up to {expected}; build the knowledge base again")]
    Length {
        /// Bytes of the table.
        found: usize,
        /// Bytes by its numbers.
        expected: usize,
    },

    /// More records than a table may have.
    #[error("the table has {found} records, the limit is {MAX_RECORDS}; leave records out")]
    TooManyRecords {
        /// Records by its first number.
        found: usize,
    },

    /// The first record does not begin at 0, or an end lies before its
    /// beginning.
    #[error("the numbers of record {index} are not in order; build the knowledge base again")]
    Numbers {
        /// Place of the record, from 0.
        index: usize,
    },

    /// A key is empty, too long or no text.
    #[error("the key of record {index} is not text of 1 to {MAX_KEY_BYTES} bytes; give it a shorter id")]
    Key {
        /// Place of the record, from 0.
        index: usize,
    },

    /// Keys are not sorted, or a key stands twice.
    #[error("the key of record {index} does not come after the one before it; give every record its own id")]
    KeyOrder {
        /// Place of the record, from 0.
        index: usize,
    },

    /// More bytes than a whole file may have.
    #[error("the table has {found} bytes, a file has at most {MAX_FILE_BYTES}; leave records out")]
    TooLarge {
        /// Bytes with the record that was to be added.
        found: usize,
    },

    /// A value is too long.
    #[error("record {index} has {found} bytes, the limit is {MAX_RECORD_BYTES}; split or shorten it")]
    Value {
        /// Place of the record, from 0.
        index: usize,
        /// Its bytes.
        found: usize,
    },
}

impl Table {
    /// Looks a whole table through: all numbers in bounds and in order, all
    /// keys text, sorted and unique, everything within the limits. Values are
    /// not looked into.
    ///
    /// # Errors
    ///
    /// [`TableError`] at the first thing that is not as it must be.
    pub fn open(bytes: &[u8]) -> Result<Self, TableError> {
        let count = u32_at(bytes, 0).and_then(|count| usize::try_from(count).ok());
        let count = count.ok_or(TableError::Length { found: bytes.len(), expected: NUMBER })?;
        if count > MAX_RECORDS {
            return Err(TableError::TooManyRecords { found: count });
        }
        let table = Self::of(bytes, count)?;
        let mut previous: &[u8] = b"";
        for index in 0..count {
            let numbers = TableError::Numbers { index };
            let key = table.key_range(bytes, index).and_then(|range| bytes.get(range)).ok_or(numbers)?;
            let value = table.value_range(bytes, index).and_then(|range| bytes.get(range)).ok_or(numbers)?;
            if key.is_empty() || key.len() > MAX_KEY_BYTES || core::str::from_utf8(key).is_err() {
                return Err(TableError::Key { index });
            }
            if previous >= key {
                return Err(TableError::KeyOrder { index });
            }
            if value.len() > MAX_RECORD_BYTES {
                return Err(TableError::Value { index, found: value.len() });
            }
            previous = key;
        }
        Ok(table)
    }

    /// The places in a table of `count` records, which must fill the bytes.
    fn of(bytes: &[u8], count: usize) -> Result<Self, TableError> {
        let found = bytes.len();
        let area = count.saturating_add(1).saturating_mul(NUMBER);
        let value_ends = NUMBER.saturating_add(area);
        let keys = value_ends.saturating_add(area);
        if keys > found {
            return Err(TableError::Length { found, expected: keys });
        }
        let first = |ends: usize| u32_at(bytes, ends).unwrap_or(u32::MAX);
        if first(NUMBER) != 0 || first(value_ends) != 0 {
            return Err(TableError::Numbers { index: 0 });
        }
        let last = |ends: usize| {
            let last = u32_at(bytes, ends.saturating_add(area).saturating_sub(NUMBER));
            last.and_then(|last| usize::try_from(last).ok()).unwrap_or(usize::MAX)
        };
        let values = keys.saturating_add(last(NUMBER));
        let expected = values.saturating_add(last(value_ends));
        match found == expected {
            true => Ok(Self { count, value_ends, keys, values }),
            false => Err(TableError::Length { found, expected }),
        }
    }

    /// Number of records.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether there are no records.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The value under `key`.
    #[must_use]
    pub fn get<'a>(&self, bytes: &'a [u8], key: &str) -> Option<&'a [u8]> {
        let index = self.position(bytes, key)?;
        bytes.get(self.value_range(bytes, index)?)
    }

    /// The place of `key`, from 0 in the order of the keys.
    #[must_use]
    pub fn position(&self, bytes: &[u8], key: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = low.midpoint(high);
            let found = bytes.get(self.key_range(bytes, middle)?)?;
            match found.cmp(key.as_bytes()) {
                Ordering::Equal => return Some(middle),
                Ordering::Less => low = middle.checked_add(1)?,
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The record at this place, from 0 in the order of the keys.
    #[must_use]
    pub fn entry<'a>(&self, bytes: &'a [u8], index: usize) -> Option<(&'a str, &'a [u8])> {
        let key = bytes.get(self.key_range(bytes, index)?)?;
        let value = bytes.get(self.value_range(bytes, index)?)?;
        Some((core::str::from_utf8(key).ok()?, value))
    }

    /// All records, in the order of their keys.
    pub fn iter<'a>(&self, bytes: &'a [u8]) -> impl Iterator<Item = (&'a str, &'a [u8])> + use<'a> {
        let table = *self;
        (0..table.count).filter_map(move |index| table.entry(bytes, index))
    }

    fn key_range(&self, bytes: &[u8], index: usize) -> Option<Range<usize>> {
        self.range(bytes, index, NUMBER, self.keys, self.values)
    }

    fn value_range(&self, bytes: &[u8], index: usize) -> Option<Range<usize>> {
        self.range(bytes, index, self.value_ends, self.values, bytes.len())
    }

    /// Where item `index` lies in the area from `area` to `limit`, by the
    /// numbers at `ends`.
    fn range(&self, bytes: &[u8], index: usize, ends: usize, area: usize, limit: usize) -> Option<Range<usize>> {
        if index >= self.count {
            return None;
        }
        let at = ends.checked_add(index.checked_mul(NUMBER)?)?;
        let start = area.checked_add(usize::try_from(u32_at(bytes, at)?).ok()?)?;
        let end = area.checked_add(usize::try_from(u32_at(bytes, at.checked_add(NUMBER)?)?).ok()?)?;
        (start <= end && end <= limit).then_some(start..end)
    }
}

/// Makes a table. The order of insertion does not matter.
#[derive(Debug, Clone, Default)]
pub struct TableWriter {
    records: BTreeMap<String, Vec<u8>>,
    bytes: usize,
}

impl TableWriter {
    /// An empty table.
    #[must_use]
    pub const fn new() -> Self {
        Self { records: BTreeMap::new(), bytes: 0 }
    }

    /// Adds a record.
    ///
    /// # Errors
    ///
    /// [`TableError`] if key or value do not fit a table, or the key is
    /// already there. The place in the error is the number of records so far.
    pub fn insert(&mut self, key: &str, value: Vec<u8>) -> Result<(), TableError> {
        let index = self.records.len();
        if key.is_empty() || key.len() > MAX_KEY_BYTES {
            return Err(TableError::Key { index });
        }
        if value.len() > MAX_RECORD_BYTES {
            return Err(TableError::Value { index, found: value.len() });
        }
        if self.records.contains_key(key) {
            return Err(TableError::KeyOrder { index });
        }
        if index >= MAX_RECORDS {
            return Err(TableError::TooManyRecords { found: index.saturating_add(1) });
        }
        let numbers = 2_usize.saturating_mul(NUMBER);
        let bytes = self.bytes.saturating_add(numbers).saturating_add(key.len()).saturating_add(value.len());
        if bytes > MAX_FILE_BYTES {
            return Err(TableError::TooLarge { found: bytes });
        }
        self.bytes = bytes;
        self.records.insert(key.to_owned(), value);
        Ok(())
    }

    /// The bytes of the table.
    #[must_use]
    pub fn finish(&self) -> Vec<u8> {
        let keys: Vec<usize> = self.records.keys().map(String::len).collect();
        let values: Vec<usize> = self.records.values().map(Vec::len).collect();
        let content = self.records.keys().map(String::as_bytes).chain(self.records.values().map(Vec::as_slice));
        assemble(&keys, &values, &content.collect::<Vec<_>>().concat())
    }
}

/// The bytes of a table from the lengths of its keys, the lengths of its
/// values, and its keys and values one after the other.
pub(crate) fn assemble(keys: &[usize], values: &[usize], content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    push_number(&mut bytes, keys.len());
    push_ends(&mut bytes, keys.iter().copied());
    push_ends(&mut bytes, values.iter().copied());
    bytes.extend_from_slice(content);
    bytes
}

/// Every number fits in 32 bits: [`TableWriter::insert`] refuses more than
/// [`MAX_FILE_BYTES`].
fn push_number(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend_from_slice(&u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

fn push_ends(bytes: &mut Vec<u8>, lengths: impl Iterator<Item = usize>) {
    let mut end: usize = 0;
    push_number(bytes, end);
    for length in lengths {
        end = end.saturating_add(length);
        push_number(bytes, end);
    }
}

#[cfg(test)]
mod tests;
