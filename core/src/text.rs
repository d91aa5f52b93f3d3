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

impl Text {
    /// The bytes that stand for it in a knowledge base: the form for
    /// teachers, then, after a zero, the form for parents if there is one.
    #[must_use]
    pub fn to_record(&self) -> Vec<u8> {
        let mut record = self.teacher.clone().into_bytes();
        if let Some(parent) = &self.parent {
            record.push(0);
            record.extend_from_slice(parent.as_bytes());
        }
        record
    }

    /// The form for a register, out of the bytes of a knowledge base.
    #[must_use]
    pub fn read(record: &[u8], register: Register) -> Option<&str> {
        let mut forms = record.splitn(2, |&byte| byte == 0);
        let teacher = forms.next()?;
        let form = match register {
            Register::Teacher => teacher,
            Register::Parent => forms.next().unwrap_or(teacher),
        };
        core::str::from_utf8(form).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_gives_back_both_forms() {
        let text = |parent: Option<&str>| Text { teacher: "je".to_owned(), parent: parent.map(str::to_owned) };
        let both = text(Some("u")).to_record();
        assert_eq!(Text::read(&both, Register::Teacher), Some("je"));
        assert_eq!(Text::read(&both, Register::Parent), Some("u"));
        let one = text(None).to_record();
        assert_eq!(Text::read(&one, Register::Parent), Some("je"));
        assert_eq!(text(None).of(Register::Parent), "je");
    }
}
