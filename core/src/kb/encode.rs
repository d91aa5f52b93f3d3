//! serde's side of writing a record.
//!
//! A struct is a list of its fields in the order in which they are declared. A
//! field that serde skips is nothing (`nil`), and fields skipped at the end are
//! left out, so that a field can be added at the end: older records lack it,
//! older readers pass over it. rmp-serde writes what is in a field.

use core::fmt;

use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};

/// Why a value has no place in a record.
#[derive(Debug)]
pub(super) struct WriteError(String);

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for WriteError {}

impl ser::Error for WriteError {
    fn custom<T: fmt::Display>(detail: T) -> Self {
        Self(detail.to_string())
    }
}

/// Writes one value after what is there.
pub(super) struct Encoder<'a>(pub(super) &'a mut Vec<u8>);

impl Encoder<'_> {
    /// Writes what holds no other values.
    fn plain(self, value: impl Serialize) -> Result<(), WriteError> {
        let mut serializer = rmp_serde::Serializer::new(self.0);
        value.serialize(&mut serializer).map_err(ser::Error::custom)
    }
}

/// The marker and length of a list.
fn list(bytes: &mut Vec<u8>, items: usize) -> Result<(), WriteError> {
    match (u8::try_from(items), u16::try_from(items)) {
        (Ok(few @ 0..=15), _) => bytes.push(0x90 | few),
        (_, Ok(many)) => {
            bytes.push(0xdc);
            bytes.extend_from_slice(&many.to_be_bytes());
        }
        _ => return Err(ser::Error::custom(format_args!("a list of {items} items"))),
    }
    Ok(())
}

/// A list of texts: the bytes that [`Encoder`] writes, without serde.
pub(super) fn texts(bytes: &mut Vec<u8>, texts: &[String]) -> Result<(), WriteError> {
    list(bytes, texts.len())?;
    for text in texts {
        match (u8::try_from(text.len()), u16::try_from(text.len())) {
            (Ok(short @ 0..=31), _) => bytes.push(0xa0 | short),
            (Ok(short), _) => bytes.extend_from_slice(&[0xd9, short]),
            (_, Ok(long)) => {
                bytes.push(0xda);
                bytes.extend_from_slice(&long.to_be_bytes());
            }
            _ => return Err(ser::Error::custom(format_args!("a text of {} bytes", text.len()))),
        }
        bytes.extend_from_slice(text.as_bytes());
    }
    Ok(())
}

/// The items of a list, gathered until their number is known.
pub(super) struct Items<'a> {
    bytes: &'a mut Vec<u8>,
    items: Vec<u8>,
    count: usize,
    /// Items at the end that were skipped.
    skipped: usize,
}

const NOTHING: u8 = 0xc0;

impl<'a> Items<'a> {
    fn new(bytes: &'a mut Vec<u8>) -> Self {
        Self { bytes, items: Vec::new(), count: 0, skipped: 0 }
    }

    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        let skipped = core::mem::take(&mut self.skipped);
        self.items.extend(core::iter::repeat_n(NOTHING, skipped));
        self.count = self.count.saturating_add(skipped).saturating_add(1);
        value.serialize(Encoder(&mut self.items))
    }

    fn close(self) -> Result<(), WriteError> {
        list(self.bytes, self.count)?;
        self.bytes.extend_from_slice(&self.items);
        Ok(())
    }
}

macro_rules! plain {
    ($($method:ident($type:ty))*) => {
        $(fn $method(self, value: $type) -> Result<(), WriteError> {
            self.plain(value)
        })*
    };
}

impl<'a> Serializer for Encoder<'a> {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = Impossible<(), WriteError>;
    type SerializeMap = Impossible<(), WriteError>;
    type SerializeStruct = Items<'a>;
    type SerializeStructVariant = Impossible<(), WriteError>;

    plain! {
        serialize_bool(bool)
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
        serialize_f32(f32) serialize_f64(f64)
        serialize_char(char) serialize_str(&str) serialize_bytes(&[u8])
    }

    fn serialize_none(self) -> Result<(), WriteError> {
        self.plain(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), WriteError> {
        self.plain(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), WriteError> {
        self.plain(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), WriteError> {
        self.plain(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), WriteError> {
        Err(no_place())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, WriteError> {
        Ok(Items::new(self.0))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'a>, WriteError> {
        Ok(Items::new(self.0))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, WriteError> {
        Ok(Items::new(self.0))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, WriteError> {
        Err(no_place())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, WriteError> {
        Err(no_place())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, WriteError> {
        Ok(Items::new(self.0))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, WriteError> {
        Err(no_place())
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

fn no_place() -> WriteError {
    ser::Error::custom("maps, and enums that hold values, have no place in a record")
}

/// serde has a trait for each kind of list; all are written alike.
macro_rules! lists {
    ($($kind:ident::$method:ident)*) => {
        $(impl ser::$kind for Items<'_> {
            type Ok = ();
            type Error = WriteError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
                self.push(value)
            }

            fn end(self) -> Result<(), WriteError> {
                self.close()
            }
        })*
    };
}

lists! {
    SerializeSeq::serialize_element
    SerializeTuple::serialize_element
    SerializeTupleStruct::serialize_field
}

impl ser::SerializeStruct for Items<'_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), WriteError> {
        self.push(value)
    }

    fn skip_field(&mut self, _: &'static str) -> Result<(), WriteError> {
        self.skipped = self.skipped.saturating_add(1);
        Ok(())
    }

    fn end(self) -> Result<(), WriteError> {
        self.close()
    }
}
