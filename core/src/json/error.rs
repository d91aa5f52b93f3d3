//! An error as every binding passes it on.

use serde::Serialize;

use super::code::ErrorCode;
use crate::error::{AskError, LoadError};
use crate::kb::error::OpenError;
use crate::kb::key_file::KeyFileError;
use crate::pack::PackError;
use crate::school::SchoolError;
use crate::search::{IndexError, QueryError};
use crate::strict_json;

/// Why a call was not answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{text}")]
pub struct CallError {
    /// For a program.
    pub code: ErrorCode,
    /// For whoever wrote the program: what was found, what was expected, what
    /// to do.
    #[serde(rename = "error")]
    pub text: String,
}

impl CallError {
    /// The error as JSON: `{"code":"unknown_tool","error":"…"}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        strict_json::write(self).unwrap_or_else(|_| r#"{"code":"internal","error":""}"#.to_owned())
    }

    /// The error with this code and text.
    #[must_use]
    pub fn new(code: ErrorCode, text: impl Into<String>) -> Self {
        Self { code, text: text.into() }
    }

    /// More bytes than a call takes; `what` is what is too large.
    #[must_use]
    pub fn too_large(what: &'static str, limit: usize) -> Self {
        Self::new(ErrorCode::TooLarge, format!("{what} has more than {limit} bytes; shorten it"))
    }

    /// Bytes that are no text; `what` is what they were to be.
    #[must_use]
    pub fn not_utf8(what: &'static str) -> Self {
        Self::new(ErrorCode::NotUtf8, format!("{what} is not UTF-8; convert it before the call"))
    }

    /// A mistake in this library.
    #[must_use]
    pub fn internal() -> Self {
        Self::new(
            ErrorCode::Internal,
            "a mistake in magdit stopped this call; nothing was answered, and other calls still are; please report it",
        )
    }

    pub(super) fn date() -> Self {
        Self::new(ErrorCode::InvalidDate, "today is no day; expected one such as 2026-11-21, or nothing")
    }

    pub(super) fn register() -> Self {
        let words = crate::text::Register::WORDS.join(", ");
        Self::new(ErrorCode::InvalidRequest, format!("the register is not known; expected one of {words}"))
    }

    pub(super) fn language() -> Self {
        let words = crate::text::Language::WORDS.join(", ");
        Self::new(ErrorCode::UnknownLanguage, format!("the language is not known; expected one of {words}"))
    }
}

impl From<AskError> for CallError {
    fn from(error: AskError) -> Self {
        let code = match error {
            AskError::UnknownTool => ErrorCode::UnknownTool,
            AskError::UnknownEdition { .. } => ErrorCode::UnknownEdition,
            AskError::Age { .. } => ErrorCode::InvalidAge,
            AskError::Record(_) | AskError::NoEdition => ErrorCode::RecordUnreadable,
        };
        Self::new(code, error.to_string())
    }
}

impl From<QueryError> for CallError {
    fn from(error: QueryError) -> Self {
        let code = match error {
            QueryError::TooLong { .. } => ErrorCode::QueryTooLong,
            QueryError::ForbiddenCharacter => ErrorCode::QueryCharacters,
        };
        Self::new(code, error.to_string())
    }
}

impl From<SchoolError> for CallError {
    fn from(error: SchoolError) -> Self {
        Self::new(ErrorCode::SchoolFile, error.to_string())
    }
}

impl From<KeyFileError> for CallError {
    fn from(error: KeyFileError) -> Self {
        Self::new(ErrorCode::InvalidRequest, error.to_string())
    }
}

impl From<LoadError> for CallError {
    fn from(error: LoadError) -> Self {
        let code = match error {
            LoadError::File(file) => code_of_file(file),
            LoadError::Packed(PackError::Version { .. }) => ErrorCode::KnowledgeBaseVersion,
            LoadError::Packed(_) => ErrorCode::KnowledgeBaseDamaged,
            LoadError::Signature(_) => ErrorCode::KnowledgeBaseNotTrusted,
            LoadError::Names(IndexError::Format { .. } | IndexError::Normalisation { .. }) => {
                ErrorCode::KnowledgeBaseVersion
            }
            LoadError::Names(IndexError::Damaged { .. })
            | LoadError::MissingSection { .. }
            | LoadError::Table { .. }
            | LoadError::Record { .. } => ErrorCode::KnowledgeBaseDamaged,
        };
        Self::new(code, error.to_string())
    }
}

const fn code_of_file(error: OpenError) -> ErrorCode {
    match error {
        OpenError::TooLarge { .. }
        | OpenError::TooShort { .. }
        | OpenError::NotMagdit { .. }
        | OpenError::OtherProduct => ErrorCode::NotAKnowledgeBase,
        OpenError::TextModeDamage
        | OpenError::Length { .. }
        | OpenError::TooMany { .. }
        | OpenError::Damaged { .. }
        | OpenError::Padding
        | OpenError::Malformed { .. } => ErrorCode::KnowledgeBaseDamaged,
        OpenError::Format { .. }
        | OpenError::NeedsNewerReader { .. }
        | OpenError::Reserved { .. }
        | OpenError::UnknownSection { .. } => ErrorCode::KnowledgeBaseVersion,
    }
}
