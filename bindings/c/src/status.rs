//! What a call returns.

use magdit::json::ErrorCode;

/// What a call returns: 0, or the number of an error. Numbers are
/// append-only: one that shipped keeps its meaning. Treat a number that is
/// not listed here as an error.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Answered.
    Ok = 0,
    /// A pointer that must lead somewhere is null.
    NullPointer = 1,
    /// The handle was never given out, or is closed.
    ClosedHandle = 2,
    /// Text is not UTF-8.
    NotUtf8 = 3,
    /// More bytes than this call takes. They were not looked at.
    TooLarge = 4,
    /// The text is no JSON.
    NotJson = 5,
    /// It is JSON, but not what this call takes; or the keys are no key file.
    InvalidRequest = 6,
    /// The language is neither nl nor en.
    UnknownLanguage = 7,
    /// A day is none.
    InvalidDate = 8,
    /// The age is none.
    InvalidAge = 9,
    /// No tool has this id. That is no answer about the tool.
    UnknownTool = 10,
    /// The tool has no such edition.
    UnknownEdition = 11,
    /// The text to search for is too long.
    QueryTooLong = 12,
    /// The text to search for holds characters that cannot be seen.
    QueryCharacters = 13,
    /// The bytes are something else.
    NotAKnowledgeBase = 14,
    /// The file was damaged: keep the previous one and download again.
    KnowledgeBaseDamaged = 15,
    /// The file is for another version of this library.
    KnowledgeBaseVersion = 16,
    /// One record cannot be read.
    RecordUnreadable = 17,
    /// This build carries no knowledge base.
    NotEmbedded = 18,
    /// Nothing of the school's own file can be used.
    SchoolFile = 19,
    /// Too many knowledge bases are open: close what is not used.
    TooManyOpen = 20,
    /// Nobody who is trusted signed the file: download it from its publisher.
    KnowledgeBaseNotTrusted = 21,
    /// A mistake in the library. Nothing was answered; other calls still are.
    Internal = 99,
}

impl From<ErrorCode> for Status {
    fn from(code: ErrorCode) -> Self {
        match code {
            ErrorCode::NullPointer => Self::NullPointer,
            ErrorCode::ClosedHandle => Self::ClosedHandle,
            ErrorCode::NotUtf8 => Self::NotUtf8,
            ErrorCode::TooLarge => Self::TooLarge,
            ErrorCode::NotJson => Self::NotJson,
            ErrorCode::InvalidRequest => Self::InvalidRequest,
            ErrorCode::UnknownLanguage => Self::UnknownLanguage,
            ErrorCode::InvalidDate => Self::InvalidDate,
            ErrorCode::InvalidAge => Self::InvalidAge,
            ErrorCode::UnknownTool => Self::UnknownTool,
            ErrorCode::UnknownEdition => Self::UnknownEdition,
            ErrorCode::QueryTooLong => Self::QueryTooLong,
            ErrorCode::QueryCharacters => Self::QueryCharacters,
            ErrorCode::NotAKnowledgeBase => Self::NotAKnowledgeBase,
            ErrorCode::KnowledgeBaseDamaged => Self::KnowledgeBaseDamaged,
            ErrorCode::KnowledgeBaseVersion => Self::KnowledgeBaseVersion,
            ErrorCode::RecordUnreadable => Self::RecordUnreadable,
            ErrorCode::NotEmbedded => Self::NotEmbedded,
            ErrorCode::SchoolFile => Self::SchoolFile,
            ErrorCode::TooManyOpen => Self::TooManyOpen,
            ErrorCode::KnowledgeBaseNotTrusted => Self::KnowledgeBaseNotTrusted,
            ErrorCode::Internal => Self::Internal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_has_the_number_of_its_code() {
        assert!(ErrorCode::ALL.len() >= 22);
        for &code in ErrorCode::ALL {
            assert_eq!(Status::from(code) as u32, u32::from(code.number()), "{code}");
        }
        assert_eq!(Status::Ok as u32, 0);
    }
}
