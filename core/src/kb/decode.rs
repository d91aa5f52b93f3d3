//! serde's side of reading a record that [`scan`](super::scan) has looked
//! through, for types that are not of this library. Those of the library are
//! read without serde ([`read`](crate::read)): the same, and the tests compare.

use core::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::read::{Item, Items as Source};

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

/// What is left of a record.
pub(super) struct Decoder<'de> {
    items: Source<'de>,
}

impl<'de> Decoder<'de> {
    /// Reads a record that was scanned.
    pub(super) const fn new(record: &'de [u8]) -> Self {
        Self { items: Source::new(record) }
    }

    fn item(&mut self) -> Result<Item<'de>, ShapeError> {
        self.items.next().ok_or_else(broken)
    }

    fn word(&mut self) -> Result<&'de str, ShapeError> {
        match self.item()? {
            Item::Text(text) => Ok(text),
            found => Err(unexpected(found, "a text")),
        }
    }

    fn yes_no(&mut self) -> Result<bool, ShapeError> {
        match self.item()? {
            Item::YesNo(yes) => Ok(yes),
            Item::Nothing => Ok(false),
            found => Err(unexpected(found, "true or false")),
        }
    }

    fn list(&mut self) -> Result<usize, ShapeError> {
        match self.item()? {
            Item::List(items) => Ok(items),
            Item::Nothing => Ok(0),
            found => Err(unexpected(found, "a list")),
        }
    }

    /// Takes one item with everything in it.
    fn skip(&mut self) -> Result<(), ShapeError> {
        self.items.raw().map(|_| ()).ok_or_else(broken)
    }
}

/// Bytes that no scan has let pass.
#[cold]
fn broken() -> ShapeError {
    ShapeError("the bytes were not scanned".to_owned())
}

#[cold]
fn unexpected(found: Item<'_>, expected: &str) -> ShapeError {
    ShapeError(format!("{}, expected {expected}", found.name()))
}

#[cold]
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
            found @ (Item::Null | Item::Fraction | Item::Map(_)) => Err(unexpected(found, "anything else")),
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
        if self.items.nothing() { visitor.visit_none() } else { visitor.visit_some(self) }
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
