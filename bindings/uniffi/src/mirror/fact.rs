//! Mirrors of `core/src/fact.rs` and what belongs to it.

use magdit::{Citation, Correction, Date, Fact, Jurisdiction, Known, SourceId, UnknownReason, Value};

/// Where a source's text says it applies.
///
/// It is the reach of the text that counts, not the seat of the supplier:
/// a worldwide text with a section for users in the EEA is `Eea`.
#[uniffi::remote(Enum)]
pub enum Jurisdiction {
    /// The Netherlands.
    Nl,
    /// The European Economic Area.
    Eea,
    /// No place is named.
    World,
    /// The United States, or a text that follows United States law only.
    Us,
    /// Any other country.
    Other,
}

/// Why a fact is not known although somebody looked for it.
#[uniffi::remote(Enum)]
pub enum UnknownReason {
    /// The sources were read and say nothing about it.
    NotStated,
    /// The page or register could not be read.
    NotReachable,
    /// Sources contradict each other and none is clearly later.
    Conflicting,
    /// The answer depends on the contract or settings of each school.
    DependsOnSchool,
    /// Only a text for another country says something about it.
    OtherCountryOnly,
}

/// Where something was read that is no fact under a key: who the supplier is,
/// or whether a tool still exists.
#[uniffi::remote(Record)]
pub struct Citation {
    /// The document.
    pub source: SourceId,
    /// Heading or clause of the document.
    pub place: Option<String>,
    /// The day somebody opened the document.
    pub checked_on: Option<Date>,
}

/// What a supplier or school says is wrong with a fact.
///
/// It is shown beside the fact and never decides: rules look at the fact
/// alone, until somebody has read the document and changed the fact.
#[uniffi::remote(Record)]
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

/// A value with the place it was read and the days that matter.
#[uniffi::remote(Record)]
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

/// What is recorded under one key.
///
/// An absent key means that nobody looked; `Fact::Unknown` that somebody
/// looked and did not find it.
#[uniffi::remote(Enum)]
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

/// A value: yes or no, a number, a word, or words.
///
/// Words come from the closed list of the key (`FactKey::words`).
#[uniffi::remote(Enum)]
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
