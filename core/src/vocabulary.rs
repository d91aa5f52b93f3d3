//! Closed word lists: one enum, one spelling, everywhere.

use core::fmt;

use serde::{Deserializer, de};

/// Reads a word and says which of a list it is: compiled once for all lists.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OneOf(pub(crate) &'static [&'static str]);

impl OneOf {
    /// The place of the word that comes next: the word itself in what people
    /// read, its place in a record.
    pub(crate) fn read<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(self)
        } else {
            deserializer.deserialize_u32(self)
        }
    }

    /// The error for any other word; it does not repeat it.
    pub(crate) fn expected<E: de::Error>(self) -> E {
        E::custom(format_args!("expected {self}"))
    }
}

impl fmt::Display for OneOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "one of {}", self.0.join(", "))
    }
}

impl de::Visitor<'_> for OneOf {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<usize, E> {
        self.0.iter().position(|listed| *listed == word).ok_or_else(|| self.expected())
    }

    fn visit_u64<E: de::Error>(self, place: u64) -> Result<usize, E> {
        usize::try_from(place).ok().filter(|&place| place < self.0.len()).ok_or_else(|| self.expected())
    }
}

/// Declares an enum whose values have one fixed spelling.
///
/// The spelling is what stands in records, questions, answers and JSON; the
/// knowledge-base file holds the place in the list. Values are append-only: a
/// spelling and a place, once shipped, keep their meaning.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
        }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// Every spelling, in declaration order.
            pub const WORDS: &'static [&'static str] = &[ $( $word, )+ ];

            /// The spelling used in records, questions and JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }

            /// The value with this exact spelling.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $( $word => Some(Self::$variant), )+ _ => None }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.serialize_str(self.as_str())
                } else {
                    serializer.serialize_u32(*self as u32)
                }
            }
        }

        impl crate::read::Read<'_> for $name {
            #[inline(never)]
            fn read(source: &mut crate::read::Source<'_>) -> Self {
                let [first, ..] = [ $( Self::$variant, )+ ];
                Self::ALL.get(source.one_of(Self::WORDS)).copied().unwrap_or(first)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let words = crate::vocabulary::OneOf(Self::WORDS);
                let place = words.read(deserializer)?;
                Self::ALL.get(place).copied().ok_or_else(|| words.expected())
            }
        }
    };
}

pub(crate) use vocabulary;
