//! Writes JSON: the bytes that serde_json writes, from a writer that is
//! compiled once for one kind of output. What does not depend on the type of a
//! field lies in functions of its own.

use core::fmt;

use serde::Serialize;
use serde::ser::{self, Serializer};

/// A value that has no JSON: a number that is not whole, or an object whose
/// names are no texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NoJson;

impl fmt::Display for NoJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value has no JSON")
    }
}

impl core::error::Error for NoJson {}

impl ser::Error for NoJson {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// A value as JSON, on one line and without blanks.
pub(crate) fn write<T: Serialize + ?Sized>(value: &T) -> Result<String, NoJson> {
    let mut text = String::new();
    value.serialize(Writer(&mut text))?;
    Ok(text)
}

/// Writes one value after what is there.
struct Writer<'a>(&'a mut String);

/// A text with its quotes.
#[inline(never)]
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    let special = |letter: char| matches!(letter, '"' | '\\' | '\0'..='\x1f');
    while let Some((plain, letter, after)) = rest.find(special).and_then(|at| {
        let (plain, after) = rest.split_at_checked(at)?;
        let mut letters = after.chars();
        Some((plain, letters.next()?, letters.as_str()))
    }) {
        out.push_str(plain);
        out.push('\\');
        match letter {
            '"' | '\\' => out.push(letter),
            '\x08' => out.push('b'),
            '\t' => out.push('t'),
            '\n' => out.push('n'),
            '\x0c' => out.push('f'),
            '\r' => out.push('r'),
            other => {
                out.push_str(if other < '\x10' { "u000" } else { "u001" });
                out.extend(char::from_digit(u32::from(other) & 0xf, 16));
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out.push('"');
}

#[inline(never)]
fn digits(out: &mut String, number: u64) {
    let mut left = number;
    let begin = out.len();
    loop {
        let digit = u32::try_from(left.wrapping_rem(10)).ok().and_then(|digit| char::from_digit(digit, 10));
        out.insert(begin, digit.unwrap_or('0'));
        left = left.wrapping_div(10);
        if left == 0 {
            break;
        }
    }
}

#[inline(never)]
fn signed(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    digits(out, number.unsigned_abs());
}

/// A list or an object that is being written.
struct Items<'a> {
    out: &'a mut String,
    is_empty: bool,
    end: &'static str,
}

impl<'a> Items<'a> {
    #[inline(never)]
    fn begin(out: &'a mut String, begin: &'static str, end: &'static str) -> Self {
        out.push_str(begin);
        Self { out, is_empty: true, end }
    }

    /// One of the forms of an enum that holds values: `{"name":[` or `{"name":{`.
    #[inline(never)]
    fn variant(out: &'a mut String, name: &str, begin: &'static str, end: &'static str) -> Self {
        out.push('{');
        quoted(out, name);
        out.push(':');
        Self::begin(out, begin, end)
    }

    #[inline(never)]
    fn next(&mut self) -> Writer<'_> {
        if !core::mem::take(&mut self.is_empty) {
            self.out.push(',');
        }
        Writer(self.out)
    }

    #[inline(never)]
    fn named(&mut self, name: &str) -> Writer<'_> {
        quoted(self.next().0, name);
        self.out.push(':');
        Writer(self.out)
    }

    #[inline(never)]
    fn close(self) -> Result<(), NoJson> {
        self.out.push_str(self.end);
        Ok(())
    }
}

macro_rules! numbers {
    ($($method:ident($type:ty) as $write:ident)*) => {
        $(fn $method(self, number: $type) -> Result<(), NoJson> {
            $write(self.0, number.into());
            Ok(())
        })*
    };
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = NoJson;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = Items<'a>;
    type SerializeMap = Items<'a>;
    type SerializeStruct = Items<'a>;
    type SerializeStructVariant = Items<'a>;

    fn serialize_bool(self, yes: bool) -> Result<(), NoJson> {
        self.0.push_str(if yes { "true" } else { "false" });
        Ok(())
    }

    numbers! {
        serialize_i8(i8) as signed
        serialize_i16(i16) as signed
        serialize_i32(i32) as signed
        serialize_i64(i64) as signed
        serialize_u8(u8) as digits
        serialize_u16(u16) as digits
        serialize_u32(u32) as digits
        serialize_u64(u64) as digits
    }

    fn serialize_f32(self, _: f32) -> Result<(), NoJson> {
        Err(NoJson)
    }

    fn serialize_f64(self, _: f64) -> Result<(), NoJson> {
        Err(NoJson)
    }

    fn serialize_char(self, letter: char) -> Result<(), NoJson> {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), NoJson> {
        quoted(self.0, text);
        Ok(())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), NoJson> {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Result<(), NoJson> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NoJson> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), NoJson> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), NoJson> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), NoJson> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), NoJson> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), NoJson> {
        let mut items = Items::begin(self.0, "{", "}");
        value.serialize(items.named(variant))?;
        items.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, NoJson> {
        Ok(Items::begin(self.0, "[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'a>, NoJson> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, NoJson> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'a>, NoJson> {
        Ok(Items::variant(self.0, variant, "[", "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'a>, NoJson> {
        Ok(Items::begin(self.0, "{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, NoJson> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'a>, NoJson> {
        Ok(Items::variant(self.0, variant, "{", "}}"))
    }
}

/// serde has a trait for each kind of list and of struct.
macro_rules! lists {
    ($($kind:ident::$method:ident)*) => {
        $(impl ser::$kind for Items<'_> {
            type Ok = ();
            type Error = NoJson;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoJson> {
                value.serialize(self.next())
            }

            fn end(self) -> Result<(), NoJson> {
                self.close()
            }
        })*
    };
}

macro_rules! structs {
    ($($kind:ident)*) => {
        $(impl ser::$kind for Items<'_> {
            type Ok = ();
            type Error = NoJson;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), NoJson> {
                value.serialize(self.named(name))
            }

            fn end(self) -> Result<(), NoJson> {
                self.close()
            }
        })*
    };
}

lists! {
    SerializeSeq::serialize_element
    SerializeTuple::serialize_element
    SerializeTupleStruct::serialize_field
    SerializeTupleVariant::serialize_field
}

structs! { SerializeStruct SerializeStructVariant }

impl ser::SerializeMap for Items<'_> {
    type Ok = ();
    type Error = NoJson;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), NoJson> {
        let Writer(out) = self.next();
        let begin = out.len();
        name.serialize(Writer(out))?;
        // What is no text gets no quotes.
        out.get(begin..).filter(|name| name.starts_with('"')).map(|_| ()).ok_or(NoJson)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoJson> {
        self.out.push(':');
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<(), NoJson> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    #[derive(Serialize)]
    enum Form {
        Plain,
        One(i8),
        Two(u16, char),
        Named { a: bool },
    }

    #[derive(Serialize)]
    #[serde(tag = "kind")]
    enum Tagged {
        Plain,
        Named { a: Option<u8> },
        Inside(Inside),
    }

    #[derive(Serialize)]
    struct Inside {
        b: (),
    }

    #[derive(Serialize)]
    struct Whole {
        forms: Vec<Form>,
        tagged: Vec<Tagged>,
        numbers: (u8, u32, u64, i16, i32, i64),
        map: BTreeMap<String, Vec<u8>>,
        words: BTreeMap<crate::question::Role, bool>,
        #[serde(flatten)]
        inside: Inside,
        #[serde(skip_serializing_if = "Option::is_none")]
        left_out: Option<u8>,
        day: crate::date::Date,
    }

    #[test]
    fn every_kind_of_value_is_written_as_serde_json_writes_it() {
        let whole = Whole {
            forms: vec![Form::Plain, Form::One(-128), Form::Two(65535, '"'), Form::Named { a: true }],
            tagged: vec![Tagged::Plain, Tagged::Named { a: None }, Tagged::Inside(Inside { b: () })],
            numbers: (0, 10, u64::MAX, -1, i32::MIN, i64::MIN),
            map: [("a\u{1f}\u{7f}".to_owned(), vec![1, 99, 100]), (String::new(), vec![])].into(),
            words: [(crate::question::Role::Pupil, false)].into(),
            inside: Inside { b: () },
            left_out: None,
            day: crate::date::Date::parse("2026-11-21").unwrap(),
        };
        let written = write(&whole).unwrap();
        assert_eq!(written, serde_json::to_string(&whole).unwrap());
        assert!(written.contains(r#""day":"2026-11-21""#), "{written}");
    }

    #[test]
    fn what_has_no_json_is_refused() {
        assert_eq!(write(&1.5_f64), Err(NoJson));
        assert_eq!(write(&[0.0_f32]), Err(NoJson));
        assert_eq!(write(&BTreeMap::from([(1_u8, 2)])), Err(NoJson));
        assert_eq!(write(&BTreeMap::from([(vec!["a"], 2)])), Err(NoJson));
    }

    #[test]
    fn every_character_of_one_byte_is_written_as_serde_json_writes_it() {
        for byte in 0..0x80_u8 {
            let text = format!("é{}é", char::from(byte));
            assert_eq!(write(&text).unwrap(), serde_json::to_string(&text).unwrap());
        }
    }

    proptest! {
        #[test]
        fn any_text_and_number_is_written_as_serde_json_writes_it(
            texts: Vec<String>, whole: Vec<i64>, large: Vec<u64>, some: Option<bool>,
        ) {
            let value = (texts, whole, large, some);
            prop_assert_eq!(write(&value).unwrap(), serde_json::to_string(&value).unwrap());
        }
    }
}
