//! What is known about words that name no tool.
//!
//! The lists are short on purpose: a word that is missing makes an answer
//! less sure, never wrong.

use super::index::Index;

/// What a word is. The numbers stand in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WordClass {
    /// An article, a preposition and the like: it may be missing from a name,
    /// or stand in it, without making it another name.
    Small = 0,
    /// It says that something is an app, not which.
    Filler = 1,
    /// It belongs to a question or a request.
    Question = 2,
    /// It is about school.
    School = 3,
    /// Any other word of everyday language.
    Common = 4,
    /// An app, which may have no record.
    App = 5,
    /// A generic top-level domain; its key begins with a point.
    TopLevel = 6,
}

impl WordClass {
    /// The class with this number.
    pub(super) const fn from_value(value: u64) -> Option<Self> {
        Some(match value {
            0 => Self::Small,
            1 => Self::Filler,
            2 => Self::Question,
            3 => Self::School,
            4 => Self::Common,
            5 => Self::App,
            6 => Self::TopLevel,
            _ => return None,
        })
    }

    /// Whether a word of this class is part of what is said about a tool.
    pub(super) const fn is_said(self) -> bool {
        matches!(self, Self::Small | Self::Filler | Self::Question | Self::School)
    }
}

impl Index<'_> {
    /// What a folded word is, if anything is known about it.
    pub(super) fn class_of(&self, word: &str) -> Option<WordClass> {
        WordClass::from_value(self.lexicon.get(word.as_bytes())?)
    }

    /// Whether a key is a word of everyday language.
    pub(super) fn is_word(&self, key: &str) -> bool {
        self.class_of(key).is_some_and(|class| !matches!(class, WordClass::App | WordClass::TopLevel))
    }

    /// Whether a key is a word, or an app that may have no record: never a
    /// typing error of something else.
    pub(super) fn is_taken(&self, key: &str) -> bool {
        self.class_of(key).is_some()
    }

    /// Whether a label is a generic top-level domain.
    pub(super) fn is_top_level(&self, label: &str) -> bool {
        self.class_of(&[".", label].concat()) == Some(WordClass::TopLevel)
    }

    /// Whether a word may be missing from a name.
    pub(super) fn is_small_word(&self, word: &str) -> bool {
        self.class_of(word) == Some(WordClass::Small)
    }
}
