//! Strict JSON of callers and schools, what is wrong with it, and the JSON of
//! answers.
//!
//! The text becomes MessagePack, and that goes through the reader of records:
//! a type is compiled for reading once, whatever it is read from. A reader of
//! JSON beside it makes a library of twice the size.
//!
//! What is refused is said with its place and with what was expected, and
//! without what was found: that is what somebody wrote or asked, and errors
//! end up in logs.

use crate::read::{Item, Items, Read, ReadError, Source};

mod convert;
mod write;

pub(crate) use write::write;

/// A text that is JSON.
pub(crate) struct Json<'t> {
    text: &'t str,
    packed: Vec<u8>,
}

/// Why a text is not what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JsonError {
    /// Line and column, from 1; nothing where it is about the whole.
    pub(crate) place: Option<(usize, usize)>,
    /// What is wrong; nothing where it is no JSON from there on.
    pub(crate) what: Option<String>,
}

impl<'t> Json<'t> {
    /// Looks through a text.
    pub(crate) fn of(text: &'t str) -> Result<Self, JsonError> {
        match convert::packed(text, usize::MAX) {
            Ok(packed) => Ok(Self { text, packed }),
            Err(at) => Err(JsonError { place: Some(place(text, at)), what: None }),
        }
    }

    /// Reads it.
    pub(crate) fn read<'s, T: Read<'s>>(&'s self) -> Result<T, JsonError> {
        let mut source = Source::json(&self.packed);
        let value = T::read(&mut source);
        source.finish().map(|()| value).map_err(|error| self.refused(&error))
    }

    #[cold]
    #[inline(never)]
    fn refused(&self, error: &ReadError) -> JsonError {
        let begin = error.left.and_then(|left| self.packed.len().checked_sub(left));
        let place = begin.and_then(|begin| convert::packed(self.text, begin).err()).map(|at| place(self.text, at));
        JsonError { place, what: Some(error.to_string()) }
    }
}

/// Line and column of a byte, from 1. What ends too early is wrong at its last
/// byte.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..at.min(text.len().saturating_sub(1))).unwrap_or_default();
    let line = before.iter().filter(|&&byte| byte == b'\n').count().saturating_add(1);
    let column = before.rsplit(|&byte| byte == b'\n').next().unwrap_or_default().len().saturating_add(1);
    (line, column)
}

/// One value of JSON that is read on its own, so that what is wrong with it
/// leaves the others alone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'s>(&'s [u8]);

impl<'s> Entry<'s> {
    /// Reads it.
    pub(crate) fn read<T: Read<'s>>(self) -> Result<T, String> {
        let mut source = Source::json(self.0);
        let value = T::read(&mut source);
        source.finish().map(|()| value).map_err(|error| error.to_string())
    }

    /// Every text under one of these names, if it is an object.
    pub(crate) fn texts_under(self, names: &[&str]) -> Vec<&'s str> {
        let mut items = Items::new(self.0);
        let mut texts = Vec::new();
        let Some(Item::Map(pairs)) = items.next() else {
            return texts;
        };
        for _ in 0..pairs {
            let (Some(Item::Text(name)), Some(value)) = (items.next(), items.raw()) else {
                break;
            };
            if let Some(Item::Text(text)) = Items::new(value).next().filter(|_| names.contains(&name)) {
                texts.push(text);
            }
        }
        texts
    }
}

impl<'de> Read<'de> for Entry<'de> {
    fn read(source: &mut Source<'de>) -> Self {
        Self(source.raw())
    }
}

#[cfg(test)]
mod tests;
