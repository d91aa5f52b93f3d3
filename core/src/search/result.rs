//! What a search answers.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::question::{Account, Role, Sector};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a query was taken for.
    QueryKind {
        /// A text with one or more links.
        Link = "link",
        /// The id of an app in a store, such as `org.example.app`.
        Package = "package",
        /// A sentence, a question, or a longer text.
        Sentence = "sentence",
        /// A name, or the beginning of one.
        Name = "name",
    }
}

vocabulary! {
    /// How sure it is that the first match is meant.
    Confidence {
        /// A name, link or id of exactly one tool, apart from capitals,
        /// accents, punctuation and spacing. An abbreviation that is also a
        /// word is not enough, nor an alias in which the name of another tool
        /// that is used as much ends.
        Exact = "exact",
        /// One tool stands out: ask "did you mean …?" and answer for it.
        Probable = "probable",
        /// Matches to choose from. No answer may be given for one of them
        /// before somebody chose it.
        Options = "options",
        /// Nothing found.
        None = "none",
    }
}

vocabulary! {
    /// Why a match was found.
    MatchKind {
        /// It is the name.
        Name = "name",
        /// It is another spelling or a nickname.
        Alias = "alias",
        /// It is a name the tool had before.
        FormerName = "former_name",
        /// It is an abbreviation, or the initials.
        Abbreviation = "abbreviation",
        /// The name begins with it.
        Prefix = "prefix",
        /// The name looks like it, apart from a typing error.
        Typo = "typo",
        /// The name sounds like it.
        Phonetic = "phonetic",
        /// The words are the same in another order, or some are missing or
        /// left over.
        Tokens = "tokens",
        /// It is a link that belongs to the tool.
        Link = "link",
        /// It is an id of the tool in a store.
        Package = "package",
        /// It is, or names, the supplier.
        Supplier = "supplier",
        /// The name stands in the sentence.
        Sentence = "sentence",
        /// It only looks like the name: some characters are others.
        LookAlike = "look_alike",
    }
}

/// A tool that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// Id of the tool.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Id of the edition, when the text that matched belongs to one edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// The name, alias, host or id that matched.
    pub matched: String,
    /// Why.
    pub kind: MatchKind,
    /// Edits between the query and the text that matched.
    pub distance: u8,
    /// False for a tool that is known by name only. Such a match never makes
    /// a result exact or probable; it is there because a known tool must not
    /// be taken for a typing error of another.
    pub judged: bool,
}

/// What else a sentence says, to fill in a question with. Suggestions only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Understood {
    /// Who asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Age of the youngest pupils in completed years, from an age or a class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<u8>,
    /// Kind of school.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// The account at hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchResult {
    /// What the query was taken for.
    pub query_kind: QueryKind,
    /// How sure it is that the first match is meant.
    pub confidence: Confidence,
    /// At most one match per tool, best first.
    pub matches: Vec<Match>,
    /// What else the query says.
    pub understood: Understood,
}

impl SearchResult {
    /// Whether the first match can be taken as what was meant without asking.
    #[must_use]
    pub fn certain(&self) -> bool {
        self.confidence == Confidence::Exact
    }

    pub(crate) fn nothing(query_kind: QueryKind) -> Self {
        Self { query_kind, confidence: Confidence::None, matches: Vec::new(), understood: Understood::default() }
    }
}

impl Serialize for SearchResult {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("SearchResult", 5)?;
        fields.serialize_field("query_kind", &self.query_kind)?;
        fields.serialize_field("confidence", &self.confidence)?;
        fields.serialize_field("certain", &self.certain())?;
        fields.serialize_field("matches", &self.matches)?;
        fields.serialize_field("understood", &self.understood)?;
        fields.end()
    }
}

/// Why a query was not searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// The text is too long.
    #[error("the text is longer than {limit} characters; shorten it to the name or the link")]
    TooLong {
        /// Most characters accepted.
        limit: usize,
    },
    /// The text holds control or direction characters.
    #[error("the text holds control or text-direction characters; type the name instead of pasting it")]
    ForbiddenCharacter,
}

/// Why bytes are no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// Built for another version of this library.
    #[error(
        "name index has format {found}, this library reads format {expected}; install the matching version or download a newer knowledge base"
    )]
    Format {
        /// Format in the bytes.
        found: u16,
        /// Format this library reads.
        expected: u16,
    },
    /// Names were folded by other rules than this library's.
    #[error(
        "name index uses spelling rules {found}, this library uses {expected}; install the matching version or download a newer knowledge base"
    )]
    Normalisation {
        /// Version in the bytes.
        found: u16,
        /// Version of this library.
        expected: u16,
    },
    /// The bytes contradict themselves.
    #[error("name index is damaged ({part}); download the knowledge base again")]
    Damaged {
        /// What does not hold.
        part: &'static str,
    },
}
