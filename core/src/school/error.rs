//! Why a school's file could not be used at all.

use super::School;

/// Why a school's own file could not be used. Nothing of it counts then; the
/// caller shows this beside any answer that is given without it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SchoolError {
    /// More bytes than such a file may have.
    #[error(
        "the school's file has {found} bytes, expected at most {}; \
         take out what expired, or give the file of the school itself",
        School::MAX_BYTES
    )]
    TooLarge {
        /// Bytes of the file.
        found: usize,
    },
    /// More entries than such a file may have.
    #[error(
        "the school's file has {found} decisions and tools, expected at most {}; take out what expired",
        School::MAX_ENTRIES
    )]
    TooMany {
        /// Decisions and own tools together.
        found: usize,
    },
    /// It is no JSON.
    #[error(
        "the school's file is no JSON from line {line}, column {column}; \
         correct it there, or start from examples/school.toml"
    )]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// It is JSON, but not of this shape.
    #[error(
        "the school's file is not in order at line {line}, column {column}: {what}; \
         compare it with examples/school.toml"
    )]
    Shape {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        what: String,
    },
    /// A text at the head of the file cannot be shown.
    #[error("`{field}` of the school's file {what}; {remedy}")]
    Text {
        /// The field.
        field: &'static str,
        /// What is wrong.
        what: &'static str,
        /// What to do.
        remedy: &'static str,
    },
}
