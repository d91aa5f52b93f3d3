//! serde's side of reading a record that [`scan`](super::scan) has looked
//! through.
//!
//! rmp-serde writes the records and reads them back in tests. Reading in the
//! library is this: it takes only what the scan lets pass, and whatever does
//! not depend on the type is compiled once. In a WebAssembly module that is a
//! quarter of the whole.

use core::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// Why a record is not of the type that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ShapeError(String);

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for ShapeError {}

impl de::Error for ShapeError {
    fn custom<T: fmt::Display>(detail: T) -> Self {
        Self(detail.to_string())
    }
}

/// One item, with the number of items in it where it is a list or a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item<'de> {
    Nothing,
    YesNo(bool),
    Unsigned(u64),
    Signed(i64),
    Text(&'de str),
    List(usize),
    Map(usize),
}

/// What is left of a record.
pub(super) struct Decoder<'de> {
    rest: &'de [u8],
}

impl<'de> Decoder<'de> {
    /// Reads a record that was scanned.
    pub(super) const fn new(record: &'de [u8]) -> Self {
        Self { rest: record }
    }

    #[inline(never)]
    fn item(&mut self) -> Result<Item<'de>, ShapeError> {
        let [marker] = self.take()?;
        let low = |mask: u8| usize::from(marker & mask);
        Ok(match marker {
            0x00..=0x7f => Item::Unsigned(u64::from(marker)),
            0x80..=0x8f => Item::Map(low(0x0f)),
            0x90..=0x9f => Item::List(low(0x0f)),
            0xa0..=0xbf => Item::Text(self.text(low(0x1f))?),
            0xc0 => Item::Nothing,
            0xc2 => Item::YesNo(false),
            0xc3 => Item::YesNo(true),
            0xcc => Item::Unsigned(u64::from(u8::from_be_bytes(self.take()?))),
            0xcd => Item::Unsigned(u64::from(u16::from_be_bytes(self.take()?))),
            0xce => Item::Unsigned(u64::from(u32::from_be_bytes(self.take()?))),
            0xcf => Item::Unsigned(u64::from_be_bytes(self.take()?)),
            0xd0 => Item::Signed(i64::from(i8::from_be_bytes(self.take()?))),
            0xd1 => Item::Signed(i64::from(i16::from_be_bytes(self.take()?))),
            0xd2 => Item::Signed(i64::from(i32::from_be_bytes(self.take()?))),
            0xd3 => Item::Signed(i64::from_be_bytes(self.take()?)),
            0xd9 => {
                let [length] = self.take()?;
                Item::Text(self.text(usize::from(length))?)
            }
            0xda => {
                let length = self.length()?;
                Item::Text(self.text(length)?)
            }
            0xdc => Item::List(self.length()?),
            0xde => Item::Map(self.length()?),
            0xe0..=0xff => Item::Signed(i64::from(marker.cast_signed())),
            _ => return Err(broken()),
        })
    }

    fn length(&mut self) -> Result<usize, ShapeError> {
        self.take().map(u16::from_be_bytes).map(usize::from)
    }

    fn text(&mut self, length: usize) -> Result<&'de str, ShapeError> {
        let (text, rest) = self.rest.split_at_checked(length).ok_or_else(broken)?;
        self.rest = rest;
        core::str::from_utf8(text).map_err(|_| broken())
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], ShapeError> {
        let (chunk, rest) = self.rest.split_first_chunk::<N>().ok_or_else(broken)?;
        self.rest = rest;
        Ok(*chunk)
    }

    #[inline(never)]
    fn word(&mut self) -> Result<&'de str, ShapeError> {
        match self.item()? {
            Item::Text(text) => Ok(text),
            found => Err(unexpected(found, "a text")),
        }
    }

    #[inline(never)]
    fn yes_no(&mut self) -> Result<bool, ShapeError> {
        match self.item()? {
            Item::YesNo(yes) => Ok(yes),
            Item::Nothing => Ok(false),
            found => Err(unexpected(found, "true or false")),
        }
    }

    #[inline(never)]
    fn list(&mut self) -> Result<usize, ShapeError> {
        match self.item()? {
            Item::List(items) => Ok(items),
            Item::Nothing => Ok(0),
            found => Err(unexpected(found, "a list")),
        }
    }

    /// Whether the next item is nothing; it is then taken.
    fn nothing(&mut self) -> bool {
        let nothing = self.rest.first() == Some(&0xc0);
        if nothing {
            self.rest = self.rest.get(1..).unwrap_or_default();
        }
        nothing
    }

    /// Takes one item with everything in it.
    #[inline(never)]
    fn skip(&mut self) -> Result<(), ShapeError> {
        let mut left: usize = 1;
        while left > 0 {
            let inside = match self.item()? {
                Item::List(items) => items,
                Item::Map(pairs) => pairs.saturating_mul(2),
                _ => 0,
            };
            left = left.saturating_sub(1).saturating_add(inside);
        }
        Ok(())
    }
}

/// Bytes that no scan has let pass.
#[cold]
fn broken() -> ShapeError {
    ShapeError("the bytes were not scanned".to_owned())
}

#[cold]
#[inline(never)]
fn unexpected(found: Item<'_>, expected: &str) -> ShapeError {
    let found = match found {
        Item::Nothing => "nothing",
        Item::YesNo(_) => "true or false",
        Item::Unsigned(_) | Item::Signed(_) => "a number",
        Item::Text(_) => "a text",
        Item::List(_) => "a list",
        Item::Map(_) => "a map",
    };
    ShapeError(format!("found {found}, expected {expected}"))
}

#[cold]
#[inline(never)]
fn left_over(left: usize) -> ShapeError {
    ShapeError(format!("{left} items more than expected"))
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
            match self.item()? {
                Item::Unsigned(number) => visitor.visit_u64(number),
                Item::Signed(number) => visitor.visit_i64(number),
                found => Err(unexpected(found, "a number")),
            }
        })*
    };
}

macro_rules! texts {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
            visitor.visit_borrowed_str(self.word()?)
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Decoder<'de> {
    type Error = ShapeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
        match self.item()? {
            Item::Nothing => visitor.visit_unit(),
            Item::YesNo(yes) => visitor.visit_bool(yes),
            Item::Unsigned(number) => visitor.visit_u64(number),
            Item::Signed(number) => visitor.visit_i64(number),
            Item::Text(text) => visitor.visit_borrowed_str(text),
            Item::List(items) => Items::visit(self, items, |items| visitor.visit_seq(items)),
            found @ Item::Map(_) => Err(unexpected(found, "anything else")),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
        visitor.visit_bool(self.yes_no()?)
    }

    numbers! {
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
    }

    texts! { deserialize_str deserialize_string deserialize_identifier }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
        if self.nothing() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ShapeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
        let items = self.list()?;
        Items::visit(self, items, |items| visitor.visit_seq(items))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ShapeError> {
        self.deserialize_seq(visitor)
    }

    /// The fields in the order of their declaration. Fields that this reader
    /// does not know come after those it knows.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ShapeError> {
        let left = self.list()?;
        let mut fields = Items { decoder: self, left };
        let value = visitor.visit_seq(&mut fields)?;
        fields.skip_rest()?;
        Ok(value)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ShapeError> {
        visitor.visit_enum(BorrowedStrDeserializer::new(self.word()?))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
        self.skip()?;
        visitor.visit_unit()
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    forward_to_deserialize_any! { i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct map }
}

/// The items of a list that are still to come.
struct Items<'a, 'de> {
    decoder: &'a mut Decoder<'de>,
    left: usize,
}

impl<'a, 'de> Items<'a, 'de> {
    /// Lets a visitor take all of them; one that leaves any is not of the
    /// right type.
    fn visit<T>(
        decoder: &'a mut Decoder<'de>,
        left: usize,
        visit: impl FnOnce(&mut Self) -> Result<T, ShapeError>,
    ) -> Result<T, ShapeError> {
        let mut items = Self { decoder, left };
        let value = visit(&mut items)?;
        if items.left == 0 { Ok(value) } else { Err(left_over(items.left)) }
    }

    fn skip_rest(&mut self) -> Result<(), ShapeError> {
        while self.next() {
            self.decoder.skip()?;
        }
        Ok(())
    }

    fn next(&mut self) -> bool {
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                true
            }
            None => false,
        }
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = ShapeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ShapeError> {
        if self.next() { seed.deserialize(&mut *self.decoder).map(Some) } else { Ok(None) }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}
