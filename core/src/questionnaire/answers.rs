//! What somebody answered so far about a tool that nobody recorded.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::fact::{FactKey, Value};
use crate::read::{Read, Source, readable};
use crate::tool::{Kind, Plan, Route};

use super::key::AskKey;

/// The answer of who does not know.
const DO_NOT_KNOW: &str = "do_not_know";

/// One answer: a value, or that somebody does not know. In JSON the latter is
/// the word `do_not_know`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// A value.
    Value(Value),
    /// Somebody looked and does not know.
    DoNotKnow,
}

impl Given {
    /// The value, if there is one.
    #[must_use]
    pub const fn value(&self) -> Option<&Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::DoNotKnow => None,
        }
    }
}

impl From<Value> for Given {
    fn from(value: Value) -> Self {
        match value {
            Value::Word(word) if word == DO_NOT_KNOW => Self::DoNotKnow,
            value => Self::Value(value),
        }
    }
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::DoNotKnow => serializer.serialize_str(DO_NOT_KNOW),
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

/// Why an answer was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// The name of the tool or its supplier is no name.
    #[error(
        "the name of a tool or supplier is none: expected 1 to {} characters, no e-mail address and no control \
         characters",
        Answers::LONGEST_NAME
    )]
    Name,
    /// The value does not belong to the question.
    #[error("the value is no answer to `{key}`; give one of the options of that question, or do_not_know")]
    Value {
        /// What was asked.
        key: AskKey,
    },
}

/// What somebody answered so far about a tool that nobody recorded.
///
/// ```
/// use magdit::{Answers, AskKey, FactKey, Value};
///
/// let mut answers = Answers::about("Rekenraket")?;
/// answers.give(AskKey::Fact(FactKey::NoAccount), Value::YesNo(true))?;
/// answers.do_not_know(AskKey::Fact(FactKey::MinimumAge));
/// assert!(answers.give(AskKey::Kind, Value::YesNo(true)).is_err());
/// # Ok::<(), magdit::AnswerError>(())
/// ```
///
/// In JSON:
/// `{"name": "Rekenraket", "answers": {"no_account": true, "minimum_age": "do_not_know"}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "AnswersRow")]
pub struct Answers {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    supplier: Option<String>,
    /// In order of their keys.
    #[serde(rename = "answers", serialize_with = "as_map")]
    given: Vec<(AskKey, Given)>,
}

impl Answers {
    /// Longest name of a tool or supplier, in characters.
    pub const LONGEST_NAME: usize = 120;

    /// No answers yet, about the tool with this name.
    ///
    /// # Errors
    ///
    /// [`AnswerError::Name`] if the name is empty, too long, holds control
    /// characters, or looks like an e-mail address.
    pub fn about(name: &str) -> Result<Self, AnswerError> {
        Ok(Self { name: tidy(name)?, supplier: None, given: Vec::new() })
    }

    /// Names the supplier.
    ///
    /// # Errors
    ///
    /// As [`Answers::about`].
    pub fn from_supplier(self, name: &str) -> Result<Self, AnswerError> {
        Ok(Self { supplier: Some(tidy(name)?), ..self })
    }

    /// Answers a question; a later answer takes the place of an earlier one.
    ///
    /// # Errors
    ///
    /// [`AnswerError::Value`] if the value does not belong to the question.
    pub fn give(&mut self, key: AskKey, value: Value) -> Result<(), AnswerError> {
        let given = Given::from(value);
        match given {
            Given::Value(value) if !key.takes(&value) => Err(AnswerError::Value { key }),
            given => {
                self.put(key, given);
                Ok(())
            }
        }
    }

    /// Answers that somebody does not know.
    pub fn do_not_know(&mut self, key: AskKey) {
        self.put(key, Given::DoNotKnow);
    }

    fn put(&mut self, key: AskKey, given: Given) {
        match self.place(key) {
            Ok(place) => {
                if let Some(before) = self.given.get_mut(place) {
                    *before = (key, given);
                }
            }
            Err(place) => self.given.insert(place, (key, given)),
        }
    }

    fn place(&self, key: AskKey) -> Result<usize, usize> {
        self.given.binary_search_by_key(&key, |(other, _)| *other)
    }

    /// The name of the tool.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of the supplier, if it was given.
    #[must_use]
    pub fn supplier(&self) -> Option<&str> {
        self.supplier.as_deref()
    }

    /// What was answered to a question.
    #[must_use]
    pub fn get(&self, key: AskKey) -> Option<&Given> {
        let place = self.place(key).ok()?;
        self.given.get(place).map(|(_, given)| given)
    }

    /// Every answer, by key.
    pub fn iter(&self) -> impl Iterator<Item = (AskKey, &Given)> {
        self.given.iter().map(|(key, given)| (*key, given))
    }

    /// What the answers say of a fact: an answer about that fact goes before
    /// one about all routes.
    #[must_use]
    pub fn fact(&self, key: FactKey) -> Option<Given> {
        if let Some(given) = self.get(AskKey::Fact(key)) {
            return Some(given.clone());
        }
        let route = Route::ALL.iter().find(|route| route.fact_key() == Some(key))?;
        Some(match self.get(AskKey::Routes)? {
            Given::Value(Value::Words(words)) => {
                Given::Value(Value::YesNo(words.iter().any(|word| word == route.as_str())))
            }
            Given::Value(_) | Given::DoNotKnow => Given::DoNotKnow,
        })
    }

    /// The kind of tool, if it is known.
    pub(super) fn kind(&self) -> Option<Kind> {
        self.word(AskKey::Kind).and_then(Kind::from_word)
    }

    /// Who the edition is made for, if that is known.
    pub(super) fn plan(&self) -> Option<Plan> {
        self.word(AskKey::Plan).and_then(Plan::from_word)
    }

    fn word(&self, key: AskKey) -> Option<&str> {
        match self.get(key).and_then(Given::value) {
            Some(Value::Word(word)) => Some(word),
            _ => None,
        }
    }
}

fn as_map<S: Serializer>(given: &[(AskKey, Given)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(given.iter().map(|(key, given)| (key, given)))
}

fn tidy(name: &str) -> Result<String, AnswerError> {
    let name = name.trim();
    let length = name.chars().count();
    let fits = (1..=Answers::LONGEST_NAME).contains(&length);
    if fits && !name.contains('@') && !name.chars().any(char::is_control) {
        Ok(name.to_owned())
    } else {
        Err(AnswerError::Name)
    }
}

/// Answers as they are written down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersRow {
    name: String,
    #[serde(default)]
    supplier: Option<String>,
    #[serde(default)]
    answers: Once,
}

impl TryFrom<AnswersRow> for Answers {
    type Error = AnswerError;

    fn try_from(row: AnswersRow) -> Result<Self, AnswerError> {
        let mut answers = Self::about(&row.name)?;
        if let Some(supplier) = row.supplier {
            answers = answers.from_supplier(&supplier)?;
        }
        for (key, value) in row.answers.0 {
            answers.give(key, value)?;
        }
        Ok(answers)
    }
}

readable! { AnswersRow { name, supplier [default], answers [default], } }

impl Read<'_> for Answers {
    fn read(source: &mut Source<'_>) -> Self {
        Self::try_from(AnswersRow::read(source)).unwrap_or_else(|error| {
            source.fail_whole(&error.to_string());
            Self { name: String::new(), supplier: None, given: Vec::new() }
        })
    }
}

impl Read<'_> for Once {
    fn read(source: &mut Source<'_>) -> Self {
        let mut read: Vec<(AskKey, Value)> = Vec::new();
        for _ in 0..source.map("a map from what was asked to what was answered") {
            let (key, value) = (AskKey::read(source), Value::read(source));
            if source.failed() {
                break;
            }
            // Refused here, where the source still knows the place.
            if let Some(what) = refused(&read, key, &value) {
                source.fail(what);
            }
            read.push((key, value));
        }
        Self(read)
    }
}

/// Why an answer cannot stand beside those before it.
fn refused(before: &[(AskKey, Value)], key: AskKey, value: &Value) -> Option<String> {
    if !matches!(value, Value::Word(word) if word == DO_NOT_KNOW) && !key.takes(value) {
        return Some(AnswerError::Value { key }.to_string());
    }
    before.iter().any(|(other, _)| *other == key).then(|| format!("`{key}` is answered twice"))
}

/// A map in which every key stands once.
#[derive(Default)]
struct Once(Vec<(AskKey, Value)>);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OnceVisitor;
        impl<'de> de::Visitor<'de> for OnceVisitor {
            type Value = Once;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from what was asked to what was answered")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Once, A::Error> {
                let mut read: Vec<(AskKey, Value)> = Vec::new();
                while let Some((key, value)) = map.next_entry::<AskKey, Value>()? {
                    if let Some(what) = refused(&read, key, &value) {
                        return Err(de::Error::custom(what));
                    }
                    read.push((key, value));
                }
                Ok(Once(read))
            }
        }
        deserializer.deserialize_map(OnceVisitor)
    }
}

#[cfg(test)]
mod tests;
