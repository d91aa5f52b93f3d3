//! Sentences in a language and a register.

use serde::{Deserialize, Serialize};

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Language of the sentences.
    Language {
        /// Dutch.
        Nl = "nl",
        /// English.
        En = "en",
    }
}

vocabulary! {
    /// To whom the sentences speak.
    Register {
        /// To teachers, staff and pupils: Dutch *je*.
        Teacher = "teacher",
        /// To parents: Dutch *u*.
        Parent = "parent",
    }
}

/// A sentence, with a second form for parents where that differs.
///
/// Names in braces, such as `{tool}`, are replaced by what the answer knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The form for teachers, staff and pupils.
    pub teacher: String,
    /// The form for parents, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

impl Text {
    /// The form for a register.
    #[must_use]
    pub fn of(&self, register: Register) -> &str {
        match (register, &self.parent) {
            (Register::Parent, Some(parent)) => parent,
            _ => &self.teacher,
        }
    }
}
