//! Mirrors of `core/src/json/code.rs`.

use magdit::json::ErrorCode;

/// What went wrong, for a program to act on. Words and numbers are
/// append-only: one that shipped keeps its meaning.
#[uniffi::remote(Enum)]
pub enum ErrorCode {
    /// A pointer that must lead somewhere is null.
    NullPointer,
    /// The handle was never given out, or is closed.
    ClosedHandle,
    /// Text is not UTF-8.
    NotUtf8,
    /// More bytes than this call takes.
    TooLarge,
    /// The text is no JSON.
    NotJson,
    /// It is JSON, but not what this call takes.
    InvalidRequest,
    /// The language is none of `Language`.
    UnknownLanguage,
    /// A day is none.
    InvalidDate,
    /// The age is none.
    InvalidAge,
    /// No tool has this id. That is no answer about the tool.
    UnknownTool,
    /// The tool has no such edition.
    UnknownEdition,
    /// The text to search for is too long.
    QueryTooLong,
    /// The text to search for holds characters that cannot be seen.
    QueryCharacters,
    /// The bytes are something else: give the file `magdit.kb`.
    NotAKnowledgeBase,
    /// The file was damaged, or made wrongly: keep the previous one and
    /// download again.
    KnowledgeBaseDamaged,
    /// The file is for another version of this library.
    KnowledgeBaseVersion,
    /// One record cannot be read.
    RecordUnreadable,
    /// This build carries no knowledge base.
    NotEmbedded,
    /// Nothing of the school's own file can be used.
    SchoolFile,
    /// Too many knowledge bases are open.
    TooManyOpen,
    /// A mistake in this library. Nothing was answered; other calls still
    /// are. Please report it.
    Internal,
    /// Nobody who is trusted signed the file: download it from its
    /// publisher.
    KnowledgeBaseNotTrusted,
}
