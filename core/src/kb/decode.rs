//! serde's side of reading: one reader for the records of a file and for the
//! JSON of callers, so that a type is compiled for reading once. In a
//! WebAssembly module that is a quarter of the whole.
//!
//! A record is MessagePack that [`scan`](super::scan) has looked through; a
//! struct in it is the list of its fields. rmp-serde reads the same in tests.
//! JSON arrives as the MessagePack that [`strict_json`](crate::strict_json)
//! makes of it, where a struct is a map. It says more than a record can:
//! lengths of 32 bits, a null that is not a field left out, and numbers that
//! are not whole. Its structs are strict: no field that is not known, none
//! twice.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{Deserializer, Expected, Visitor};
use serde::forward_to_deserialize_any;

pub(crate) use error::ShapeError;
use error::{about_field, broken, instead_of, unknown_field};
use items::{Items, Noted};

mod error;
mod items;

/// One item, with the number of items in it where it is a list or a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item<'de> {
    /// A field that was left out.
    Nothing,
    /// The null of JSON.
    Null,
    YesNo(bool),
    Unsigned(u64),
    Signed(i64),
    /// A number that is not whole or too large.
    Fraction,
    Text(&'de str),
    List(usize),
    Map(usize),
}

/// The null of JSON. MessagePack never uses this marker.
pub(crate) const NULL: u8 = 0xc1;

/// A number of JSON that is not whole or too large, without its digits: no
/// type takes one.
pub(crate) const FRACTION: u8 = 0xca;

/// What is left of a record, or of JSON.
pub(crate) struct Decoder<'de> {
    rest: &'de [u8],
    is_json: bool,
    /// Bytes that were left where the last item begins.
    left: Option<usize>,
    /// Where the fields of the structs lie that are being read from maps, in
    /// the order of their declaration.
    fields: Vec<Option<&'de [u8]>>,
}

impl<'de> Decoder<'de> {
    /// Reads a record that was scanned.
    pub(super) const fn record(bytes: &'de [u8]) -> Self {
        Self { rest: bytes, is_json: false, left: None, fields: Vec::new() }
    }

    /// Reads what was made of JSON.
    pub(crate) const fn json(bytes: &'de [u8]) -> Self {
        Self { rest: bytes, is_json: true, left: None, fields: Vec::new() }
    }

    /// Bytes that were left where the item begins that could not be read;
    /// nothing where it is about more than one item.
    pub(crate) const fn left(&self) -> Option<usize> {
        self.left
    }

    /// Every text under one of these names in the map that comes next.
    pub(crate) fn texts_under(&mut self, names: &[&str]) -> Vec<&'de str> {
        let mut texts = Vec::new();
        let Ok(Item::Map(pairs)) = self.item() else {
            return texts;
        };
        for _ in 0..pairs {
            let (Ok(name), value) = (self.word(&"a text"), self.rest) else {
                break;
            };
            if names.contains(&name) {
                texts.extend(Decoder::json(value).word(&"a text"));
            }
            if self.skip().is_err() {
                break;
            }
        }
        texts
    }

    #[inline(never)]
    fn item(&mut self) -> Result<Item<'de>, ShapeError> {
        self.left = Some(self.rest.len());
        let [marker] = self.take()?;
        let low = |mask: u8| usize::from(marker & mask);
        Ok(match marker {
            0x00..=0x7f => Item::Unsigned(u64::from(marker)),
            0x80..=0x8f => Item::Map(low(0x0f)),
            0x90..=0x9f => Item::List(low(0x0f)),
            0xa0..=0xbf => Item::Text(self.text(low(0x1f))?),
            0xc0 => Item::Nothing,
            NULL => Item::Null,
            FRACTION => Item::Fraction,
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
            0xdb => {
                let length = self.long_length()?;
                Item::Text(self.text(length)?)
            }
            0xdc => Item::List(self.length()?),
            0xdd => Item::List(self.long_length()?),
            0xde => Item::Map(self.length()?),
            0xdf => Item::Map(self.long_length()?),
            0xe0..=0xff => Item::Signed(i64::from(marker.cast_signed())),
            _ => return Err(broken()),
        })
    }

    fn length(&mut self) -> Result<usize, ShapeError> {
        self.take().map(u16::from_be_bytes).map(usize::from)
    }

    fn long_length(&mut self) -> Result<usize, ShapeError> {
        usize::try_from(self.take().map(u32::from_be_bytes)?).map_err(|_| broken())
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
    fn word(&mut self, expected: &dyn Expected) -> Result<&'de str, ShapeError> {
        match self.item()? {
            Item::Text(text) => Ok(text),
            found => Err(unexpected(found, expected)),
        }
    }

    #[inline(never)]
    fn yes_no(&mut self) -> Result<bool, ShapeError> {
        match self.item()? {
            Item::YesNo(yes) => Ok(yes),
            Item::Nothing => Ok(false),
            found => Err(unexpected(found, &"true or false")),
        }
    }

    #[inline(never)]
    fn list(&mut self) -> Result<usize, ShapeError> {
        match self.item()? {
            Item::List(items) => Ok(items),
            Item::Nothing => Ok(0),
            found => Err(unexpected(found, &"a list")),
        }
    }

    /// Begins a struct: the list of its fields, or a map in which each is
    /// looked for.
    #[inline(never)]
    fn fields(&mut self, names: &[&str]) -> Result<Items<'_, 'de>, ShapeError> {
        let found = self.item()?;
        let begin = self.left;
        let (left, noted) = match (found, self.is_json) {
            (Item::List(items), false) => (items, None),
            (Item::Nothing, false) => (0, None),
            (Item::Map(pairs), true) => {
                let first = self.find(pairs, names)?;
                (names.len(), Some(Noted { first, next: first, after: self.rest }))
            }
            (found, true) => return Err(unexpected(found, &"an object")),
            (found, false) => return Err(unexpected(found, &"a list")),
        };
        Ok(Items { decoder: self, left, noted, begin })
    }

    /// Passes over a map and notes where the fields with these names lie.
    fn find(&mut self, pairs: usize, names: &[&str]) -> Result<usize, ShapeError> {
        let first = self.fields.len();
        self.fields.resize(first.saturating_add(names.len()), None);
        for _ in 0..pairs {
            let name = self.word(&"the name of a field")?;
            let place = names.iter().position(|known| *known == name).ok_or_else(|| unknown_field(names))?;
            match self.fields.get_mut(first.saturating_add(place)) {
                Some(field @ None) => *field = Some(self.rest),
                _ => return Err(about_field("duplicate field", names, place)),
            }
            self.skip()?;
        }
        Ok(first)
    }

    /// Whether the next item is nothing; it is then taken.
    fn nothing(&mut self) -> bool {
        let nothing = matches!(self.rest.first(), Some(&(0xc0 | NULL)));
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

#[cold]
#[inline(never)]
fn unexpected(found: Item<'_>, expected: &dyn Expected) -> ShapeError {
    instead_of(
        match found {
            Item::Nothing => "found nothing",
            Item::Null => "found null",
            Item::YesNo(_) => "found true or false",
            Item::Unsigned(_) | Item::Signed(_) => "found a number",
            Item::Fraction => "found a number that is not whole or too large",
            Item::Text(_) => "found a text",
            Item::List(_) => "found a list",
            Item::Map(_) => "found an object",
        },
        expected,
    )
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
            match self.item()? {
                Item::Unsigned(number) => visitor.visit_u64(number),
                Item::Signed(number) => visitor.visit_i64(number),
                found => Err(unexpected(found, &visitor)),
            }
        })*
    };
}

macro_rules! texts {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
            let word = self.word(&visitor)?;
            visitor.visit_borrowed_str(word)
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
            found @ (Item::Null | Item::Fraction | Item::Map(_)) => Err(unexpected(found, &visitor)),
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
        self.deserialize_seq(visitor).map_err(|error| ShapeError::of(error.what))
    }

    /// The fields in the order of their declaration. Fields of a record that
    /// this reader does not know come after those it knows.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ShapeError> {
        let mut fields = self.fields(names)?;
        match visitor.visit_seq(&mut fields) {
            Ok(value) => fields.finish().map(|()| value),
            Err(error) => Err(fields.failed(error, names)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
        match self.item()? {
            Item::Map(pairs) => Items::visit(self, pairs, |pairs| visitor.visit_map(pairs)),
            found => Err(unexpected(found, &visitor)),
        }
    }

    /// One item as it is, with everything in it.
    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
        let before = self.rest;
        self.skip()?;
        let item = before.len().checked_sub(self.rest.len()).and_then(|length| before.get(..length));
        visitor.visit_borrowed_bytes(item.ok_or_else(broken)?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ShapeError> {
        let word = self.word(&visitor)?;
        visitor.visit_enum(BorrowedStrDeserializer::new(word))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ShapeError> {
        self.skip()?;
        visitor.visit_unit()
    }

    fn is_human_readable(&self) -> bool {
        self.is_json
    }

    forward_to_deserialize_any! { i128 u128 f32 f64 char byte_buf unit unit_struct tuple_struct }
}
