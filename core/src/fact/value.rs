//! The value of a fact, of the kind that its key asks for.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::key::{FactKey, ValueKind};
use crate::read::{Item, Read, Source};

/// A value: yes or no, a number, a word, or words.
///
/// Words come from the closed list of the key ([`FactKey::words`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// An age in completed years, or a number of months; the key says which.
    Number(u16),
    /// One word.
    Word(String),
    /// Several words, sorted.
    Words(Vec<String>),
}

impl Value {
    /// Whether the value is of the kind, and from the list, that `key` asks for.
    #[must_use]
    pub fn fits(&self, key: FactKey) -> bool {
        let listed = |word: &String| key.words().is_empty() || key.words().contains(&word.as_str());
        match (key.kind(), self) {
            (ValueKind::YesNo, Self::YesNo(_)) => true,
            (ValueKind::Age, Self::Number(age)) => *age <= 18,
            (ValueKind::Months, Self::Number(months)) => *months <= 600,
            (ValueKind::Word, Self::Word(word)) => listed(word),
            (ValueKind::Country, Self::Word(word)) => is_country_code(word),
            (ValueKind::Words, Self::Words(words)) => words.iter().all(listed) && words.is_sorted(),
            _ => false,
        }
    }
}

/// Two upper-case letters, as in ISO 3166-1.
#[must_use]
pub(crate) fn is_country_code(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::YesNo(true) => f.write_str("yes"),
            Self::YesNo(false) => f.write_str("no"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Word(word) => f.write_str(word),
            Self::Words(words) => f.write_str(&words.join(", ")),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::YesNo(yes) => serializer.serialize_bool(*yes),
            Self::Number(number) => serializer.serialize_u16(*number),
            Self::Word(word) => serializer.serialize_str(word),
            Self::Words(words) => words.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ValueVisitor;
        impl<'de> de::Visitor<'de> for ValueVisitor {
            type Value = Value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true or false, a number, a word or a list of words")
            }
            fn visit_bool<E: de::Error>(self, yes: bool) -> Result<Value, E> {
                Ok(Value::YesNo(yes))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
                u16::try_from(number).map(Value::Number).map_err(|_| E::custom("expected a number below 65536"))
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
                u16::try_from(number).map(Value::Number).map_err(|_| E::custom("expected a number from 0 to 65535"))
            }
            fn visit_str<E: de::Error>(self, word: &str) -> Result<Value, E> {
                Ok(Value::Word(word.to_owned()))
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
                let mut words = Vec::new();
                while let Some(word) = items.next_element::<String>()? {
                    words.push(word);
                }
                Ok(Value::Words(words))
            }
        }
        deserializer.deserialize_any(ValueVisitor)
    }
}

impl Read<'_> for Value {
    fn read(source: &mut Source<'_>) -> Self {
        match source.any() {
            Item::YesNo(yes) => return Self::YesNo(yes),
            Item::Unsigned(number) => match u16::try_from(number) {
                Ok(number) => return Self::Number(number),
                Err(_) => source.fail("expected a number below 65536".to_owned()),
            },
            Item::Signed(_) => source.fail("expected a number from 0 to 65535".to_owned()),
            Item::Text(word) => return Self::Word(word.to_owned()),
            Item::List(items) => return Self::Words((0..items).map_while(|_| source.one()).collect()),
            found => source.refuse(found, "true or false, a number, a word or a list of words"),
        }
        Self::YesNo(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_fits_only_its_own_kind_and_list() {
        let word = |text: &str| Value::Word(text.to_owned());
        let words = |list: &[&str]| Value::Words(list.iter().map(|&text| text.to_owned()).collect());
        let cases = [
            (FactKey::NoAccount, Value::YesNo(true), true),
            (FactKey::NoAccount, word("yes"), false),
            (FactKey::MinimumAge, Value::Number(0), true),
            (FactKey::MinimumAge, Value::Number(18), true),
            (FactKey::MinimumAge, Value::Number(19), false),
            (FactKey::RetentionMonths, Value::Number(600), true),
            (FactKey::RetentionMonths, Value::Number(601), false),
            (FactKey::TrainsOnInput, word("opt_out"), true),
            (FactKey::TrainsOnInput, word("sometimes"), false),
            (FactKey::HomeCountry, word("NL"), true),
            (FactKey::HomeCountry, word("nl"), false),
            (FactKey::HomeCountry, word("NLD"), false),
            (FactKey::SsoKinds, words(&["entree", "google"]), true),
            (FactKey::SsoKinds, words(&["google", "entree"]), false),
            (FactKey::SsoKinds, words(&["myspace"]), false),
        ];
        assert_eq!(cases.len(), 15);
        for (key, value, fits) in cases {
            assert_eq!(value.fits(key), fits, "{key} {value}");
        }
    }
}
