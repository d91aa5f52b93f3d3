//! Codes of errors: words for JSON, numbers for C.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What went wrong, for a program to act on. Words and numbers are
    /// append-only: one that shipped keeps its meaning.
    ErrorCode {
        /// A pointer that must lead somewhere is null.
        NullPointer = "null_pointer",
        /// The handle was never given out, or is closed.
        ClosedHandle = "closed_handle",
        /// Text is not UTF-8.
        NotUtf8 = "not_utf8",
        /// More bytes than this call takes.
        TooLarge = "too_large",
        /// The text is no JSON.
        NotJson = "not_json",
        /// It is JSON, but not what this call takes.
        InvalidRequest = "invalid_request",
        /// The language is none of [`Language`](crate::Language).
        UnknownLanguage = "unknown_language",
        /// A day is none.
        InvalidDate = "invalid_date",
        /// The age is none.
        InvalidAge = "invalid_age",
        /// No tool has this id. That is no answer about the tool.
        UnknownTool = "unknown_tool",
        /// The tool has no such edition.
        UnknownEdition = "unknown_edition",
        /// The text to search for is too long.
        QueryTooLong = "query_too_long",
        /// The text to search for holds characters that cannot be seen.
        QueryCharacters = "query_characters",
        /// The bytes are something else: give the file `magdit.kb`.
        NotAKnowledgeBase = "not_a_knowledge_base",
        /// The file was damaged, or made wrongly: keep the previous one and
        /// download again.
        KnowledgeBaseDamaged = "knowledge_base_damaged",
        /// The file is for another version of this library.
        KnowledgeBaseVersion = "knowledge_base_version",
        /// One record cannot be read.
        RecordUnreadable = "record_unreadable",
        /// This build carries no knowledge base.
        NotEmbedded = "not_embedded",
        /// Nothing of the school's own file can be used.
        SchoolFile = "school_file",
        /// Too many knowledge bases are open.
        TooManyOpen = "too_many_open",
        /// A mistake in this library. Nothing was answered; other calls still
        /// are. Please report it.
        Internal = "internal",
        /// Nobody who is trusted signed the file: download it from its
        /// publisher.
        KnowledgeBaseNotTrusted = "knowledge_base_not_trusted",
    }
}

impl ErrorCode {
    /// The number for languages without words; 0 is no error.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::NullPointer => 1,
            Self::ClosedHandle => 2,
            Self::NotUtf8 => 3,
            Self::TooLarge => 4,
            Self::NotJson => 5,
            Self::InvalidRequest => 6,
            Self::UnknownLanguage => 7,
            Self::InvalidDate => 8,
            Self::InvalidAge => 9,
            Self::UnknownTool => 10,
            Self::UnknownEdition => 11,
            Self::QueryTooLong => 12,
            Self::QueryCharacters => 13,
            Self::NotAKnowledgeBase => 14,
            Self::KnowledgeBaseDamaged => 15,
            Self::KnowledgeBaseVersion => 16,
            Self::RecordUnreadable => 17,
            Self::NotEmbedded => 18,
            Self::SchoolFile => 19,
            Self::TooManyOpen => 20,
            Self::KnowledgeBaseNotTrusted => 21,
            Self::Internal => 99,
        }
    }
}
