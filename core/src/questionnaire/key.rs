//! What the questionnaire asks about.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::fact::{FactKey, Value};
use crate::read::{Read, Source};
use crate::tool::{Kind, Plan, Route};

/// What a question of the questionnaire is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AskKey {
    /// What kind of tool it is; the value is a word of [`Kind`].
    Kind,
    /// Who the edition is made for; the value is a word of [`Plan`].
    Plan,
    /// The ways in which it can be used; the value is a sorted list of words
    /// of [`Route`] that have a fact. What is not in the list is not offered.
    Routes,
    /// A fact about it.
    Fact(FactKey),
}

impl AskKey {
    /// Every key with a question of its own: those that can decide, then those
    /// that are advice. About every other fact an answer is taken, not asked.
    pub const EVER_ASKED: [Self; 17] = [
        Self::Kind,
        Self::Routes,
        Self::Fact(FactKey::UsableWithoutPupilData),
        Self::Fact(FactKey::MinimumAge),
        Self::Fact(FactKey::PupilUseAllowed),
        Self::Fact(FactKey::ProcessingAgreement),
        Self::Fact(FactKey::DataRole),
        Self::Fact(FactKey::AiKind),
        Self::Fact(FactKey::TrainsOnInput),
        Self::Fact(FactKey::RunsInBrowser),
        Self::Plan,
        Self::Fact(FactKey::Advertising),
        Self::Fact(FactKey::DevicePermissions),
        Self::Fact(FactKey::StoresWork),
        Self::Fact(FactKey::OwnerOfWork),
        Self::Fact(FactKey::ExportPossible),
        Self::Fact(FactKey::Hosting),
    ];

    /// The spelling in answers and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Plan => "plan",
            Self::Routes => "routes",
            Self::Fact(key) => key.as_str(),
        }
    }

    /// The key with this exact spelling.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "kind" => Some(Self::Kind),
            "plan" => Some(Self::Plan),
            "routes" => Some(Self::Routes),
            _ => FactKey::from_word(word).map(Self::Fact),
        }
    }

    /// Whether a value is one that this key takes.
    #[must_use]
    pub fn takes(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Kind, Value::Word(word)) => Kind::from_word(word).is_some(),
            (Self::Plan, Value::Word(word)) => Plan::from_word(word).is_some(),
            (Self::Routes, Value::Words(words)) => {
                let is_route = |word: &String| Route::from_word(word).is_some_and(|route| route.fact_key().is_some());
                words.iter().all(is_route) && words.is_sorted_by(|one, next| one < next)
            }
            (Self::Fact(key), _) => value.fits(key),
            (Self::Kind | Self::Plan | Self::Routes, _) => false,
        }
    }
}

impl fmt::Display for AskKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for AskKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// What is none of them is told.
const EXPECTED: &str = "expected what the questionnaire asks about, such as kind, routes or minimum_age";

impl Read<'_> for AskKey {
    fn read(source: &mut Source<'_>) -> Self {
        Self::from_word(source.text("what the questionnaire asks about")).unwrap_or_else(|| {
            source.fail(EXPECTED.to_owned());
            Self::Kind
        })
    }
}

impl<'de> Deserialize<'de> for AskKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::from_word(&word).ok_or_else(|| de::Error::custom(EXPECTED))
    }
}
