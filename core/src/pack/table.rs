//! A table of records with lengths for places: all lengths of keys, all
//! lengths of values, all keys, all values.

use crate::kb::limits::MAX_RECORDS;
use crate::kb::table::{Table, assemble};

use super::numbers::{Reader, push_number};

pub(super) fn pack(section: &[u8]) -> Option<Vec<u8>> {
    let table = Table::open(section).ok()?;
    let mut bytes = Vec::new();
    push_number(&mut bytes, table.len());
    for (key, _) in table.iter(section) {
        push_number(&mut bytes, key.len());
    }
    for (_, value) in table.iter(section) {
        push_number(&mut bytes, value.len());
    }
    for (key, _) in table.iter(section) {
        bytes.extend_from_slice(key.as_bytes());
    }
    for (_, value) in table.iter(section) {
        bytes.extend_from_slice(value);
    }
    Some(bytes)
}

pub(super) fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Reader::new(bytes);
    let count = reader.number().filter(|&count| count <= MAX_RECORDS)?;
    let mut lengths = || (0..count).map(|_| reader.number()).collect::<Option<Vec<usize>>>();
    let (keys, values) = (lengths()?, lengths()?);
    let all = keys.iter().chain(&values).copied().fold(0_usize, usize::saturating_add);
    let content = reader.take(all).filter(|_| reader.is_empty())?;
    Some(assemble(&keys, &values, content))
}
