//! Facts: what is known of a tool, from which source, and how fresh it is.

use serde::{Deserialize, Serialize};

use crate::read::{Read, Source, readable};

use crate::date::Date;
use crate::vocabulary::vocabulary;

mod key;
mod value;

pub use key::{FactKey, ValueKind};
pub use value::Value;

vocabulary! {
    /// Where a source's text says it applies.
    ///
    /// It is the reach of the text that counts, not the seat of the supplier:
    /// a worldwide text with a section for users in the EEA is `Eea`.
    Jurisdiction {
        /// The Netherlands.
        Nl = "nl",
        /// The European Economic Area.
        Eea = "eea",
        /// No place is named.
        World = "world",
        /// The United States, or a text that follows United States law only.
        Us = "us",
        /// Any other country.
        Other = "other",
    }
}

vocabulary! {
    /// Why a fact is not known although somebody looked for it.
    UnknownReason {
        /// The sources were read and say nothing about it.
        NotStated = "not_stated",
        /// The page or register could not be read.
        NotReachable = "not_reachable",
        /// Sources contradict each other and none is clearly later.
        Conflicting = "conflicting",
        /// The answer depends on the contract or settings of each school.
        DependsOnSchool = "depends_on_school",
        /// Only a text for another country says something about it.
        OtherCountryOnly = "other_country_only",
    }
}

/// The id of a document in `data/sources`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceId(pub String);

impl SourceId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Read<'_> for SourceId {
    fn read(source: &mut Source<'_>) -> Self {
        Self(String::read(source))
    }
}

/// Where something was read that is no fact under a key: who the supplier is,
/// or whether a tool still exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The document.
    pub source: SourceId,
    /// Heading or clause of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The day somebody opened the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
}

readable! { Citation { source, place [default], checked_on [default], } }

/// What a supplier or school says is wrong with a fact.
///
/// It is shown beside the fact and never decides: rules look at the fact
/// alone, until somebody has read the document and changed the fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Who says so, as users know them.
    pub by: String,
    /// The value that is said to be right, of the kind the key asks for.
    pub value: Value,
    /// The document that is named as proof.
    pub source: SourceId,
    /// Heading or clause of the document.
    pub place: String,
    /// The day the correction was written down.
    pub checked_on: Date,
}

readable! { Correction { by, value, source, place, checked_on, } }

/// A value with the place it was read and the days that matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The value, of the kind its key asks for.
    pub value: Value,
    /// The document it was read in.
    pub source: SourceId,
    /// Heading or clause of the document.
    pub place: String,
    /// Last change of the document's content, where it says or shows so.
    pub content_date: Option<Date>,
    /// The day somebody opened the document and read the value.
    pub checked_on: Date,
    /// After this day the value counts as outdated (the day itself included
    /// in the fresh period).
    pub review_by: Date,
    /// Where the document's text applies.
    pub jurisdiction: Jurisdiction,
}

impl Known {
    /// First day on which this value can be used: the date of the content,
    /// or the day it was seen where the content carries no date.
    #[must_use]
    pub fn in_force_from(&self) -> Date {
        self.content_date.unwrap_or(self.checked_on)
    }

    /// True from the day after [`Known::review_by`].
    #[must_use]
    pub fn is_outdated(&self, as_of: Date) -> bool {
        self.review_by < as_of
    }
}

/// What is recorded under one key.
///
/// An absent key means that nobody looked; [`Fact::Unknown`] that somebody
/// looked and did not find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Found, with its source.
    Known(Known),
    /// Looked for, not found.
    Unknown {
        /// Why it is not known.
        reason: UnknownReason,
        /// What was searched: source ids or addresses.
        searched: Vec<String>,
        /// The day of the search.
        checked_on: Date,
    },
    /// The question makes no sense for this edition.
    NotApplicable,
}

impl Fact {
    /// The known value with its source, if it is known.
    #[must_use]
    pub fn known(&self) -> Option<&Known> {
        match self {
            Self::Known(known) => Some(known),
            Self::Unknown { .. } | Self::NotApplicable => None,
        }
    }

    /// The day somebody read it, or looked for it in vain.
    #[must_use]
    pub const fn checked_on(&self) -> Option<Date> {
        match self {
            Self::Known(Known { checked_on, .. }) | Self::Unknown { checked_on, .. } => Some(*checked_on),
            Self::NotApplicable => None,
        }
    }
}
