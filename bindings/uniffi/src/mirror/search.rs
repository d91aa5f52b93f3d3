//! Mirrors of `core/src/search/result.rs`.

use magdit::{Account, Confidence, Match, MatchKind, QueryKind, Role, SearchResult, Sector, Understood};

/// What a query was taken for.
#[uniffi::remote(Enum)]
pub enum QueryKind {
    /// A text with one or more links.
    Link,
    /// The id of an app in a store, such as `org.example.app`.
    Package,
    /// A sentence, a question, or a longer text.
    Sentence,
    /// A name, or the beginning of one.
    Name,
}

/// How sure it is that the first match is meant.
#[uniffi::remote(Enum)]
pub enum Confidence {
    /// A name, link or id of exactly one tool, apart from capitals,
    /// accents, punctuation and spacing. An abbreviation that is also a
    /// word is not enough, nor an alias in which the name of another tool
    /// that is used as much ends.
    Exact,
    /// One tool stands out: ask "did you mean …?" and answer for it.
    Probable,
    /// Matches to choose from. No answer may be given for one of them
    /// before somebody chose it.
    Options,
    /// Nothing found.
    None,
}

/// Why a match was found.
#[uniffi::remote(Enum)]
pub enum MatchKind {
    /// It is the name.
    Name,
    /// It is another spelling or a nickname.
    Alias,
    /// It is a name the tool had before.
    FormerName,
    /// It is an abbreviation, or the initials.
    Abbreviation,
    /// The name begins with it.
    Prefix,
    /// The name looks like it, apart from a typing error.
    Typo,
    /// The name sounds like it.
    Phonetic,
    /// The words are the same in another order, or some are missing or
    /// left over.
    Tokens,
    /// It is a link that belongs to the tool.
    Link,
    /// It is an id of the tool in a store.
    Package,
    /// It is, or names, the supplier.
    Supplier,
    /// The name stands in the sentence.
    Sentence,
    /// It only looks like the name: some characters are others.
    LookAlike,
}

/// A tool that was found.
#[uniffi::remote(Record)]
pub struct Match {
    /// Id of the tool.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Id of the edition, when the text that matched belongs to one edition.
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
#[uniffi::remote(Record)]
pub struct Understood {
    /// Who asks.
    pub role: Option<Role>,
    /// Age of the youngest pupils in completed years, from an age or a class.
    pub age: Option<u8>,
    /// Kind of school.
    pub sector: Option<Sector>,
    /// The account at hand.
    pub account: Option<Account>,
}

/// The answer to a query.
#[uniffi::remote(Record)]
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
