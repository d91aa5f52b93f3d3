//! Why a file could not be opened as a knowledge base.

use core::fmt;

use super::foreign::Foreign;
use super::section::SectionId;

/// Why a knowledge base could not be opened.
///
/// Each message says what was found, what was expected where that helps, and
/// what to do. None contains text from the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// More bytes than any knowledge base has.
    #[error(
        "the file has {found} bytes, a knowledge base has at most {limit}; give the file magdit.kb as it was published"
    )]
    TooLarge {
        /// Bytes of the file.
        found: usize,
        /// Most bytes that are read.
        limit: usize,
    },

    /// The file ends inside the header.
    #[error("the file has {found} bytes, a knowledge base has at least {minimum}; download it again")]
    TooShort {
        /// Bytes of the file.
        found: usize,
        /// Bytes of a header.
        minimum: usize,
    },

    /// The file begins as another kind of file.
    #[error("the file is {found}, not a magdit knowledge base; give the file magdit.kb as it was published")]
    NotMagdit {
        /// What it looks like.
        found: Foreign,
    },

    /// Line ends were rewritten, or bytes were re-encoded, on the way.
    #[error(
        "the file is a magdit knowledge base that was changed by a transfer as text; transfer it again as a binary file"
    )]
    TextModeDamage,

    /// The layout of the file is of another format.
    #[error(
        "the knowledge base has format {found}, this library reads format {expected}; \
         install the version of the library that belongs to it, or download the knowledge base for this version"
    )]
    Format {
        /// Format number in the file.
        found: u16,
        /// Format number of this library.
        expected: u16,
    },

    /// The file has other rules for its content than this library knows.
    #[error(
        "the knowledge base needs reader version {found}, this library has reader version {expected}; \
         install a newer version of the library"
    )]
    NeedsNewerReader {
        /// Least reader version, by the file.
        found: u16,
        /// Reader version of this library.
        expected: u16,
    },

    /// The file is shorter or longer than when it was made.
    #[error("the file has {found} bytes, its header says {expected}; download it again")]
    Length {
        /// Bytes of the file.
        found: u64,
        /// Bytes by its header.
        expected: u64,
    },

    /// The header counts more than any file has.
    #[error("the header says {found} {what}, a knowledge base has at most {limit}; download it again")]
    TooMany {
        /// What is counted.
        what: &'static str,
        /// The count.
        found: u16,
        /// The most that is read.
        limit: u16,
    },

    /// Bytes differ from those that were published.
    #[error("the {part} of the knowledge base is damaged: its checksum does not match; download the file again")]
    Damaged {
        /// Where.
        part: Part,
    },

    /// Bytes between sections differ from zero.
    #[error("the knowledge base is damaged: bytes between its sections are not zero; download the file again")]
    Padding,

    /// A container of the same layout, made for something else.
    #[error(
        "the file is not made for the product nl.magdit.kb but for another; give the file magdit.kb as it was published"
    )]
    OtherProduct,

    /// A field that this format keeps free is in use.
    #[error(
        "the {field} of the knowledge base is in use, format 1 keeps it zero; install a newer version of the library"
    )]
    Reserved {
        /// Which field.
        field: &'static str,
    },

    /// A section without which answers would be wrong is not known here.
    #[error(
        "the knowledge base has section {number}, which a reader must understand and this library does not know; \
         install a newer version of the library"
    )]
    UnknownSection {
        /// Its number.
        number: u32,
    },

    /// The checksums match, but header and table contradict each other: the
    /// file was made wrongly.
    #[error("the knowledge base was built wrongly: {problem}; report it to its publisher and keep the previous file")]
    Malformed {
        /// What is wrong.
        problem: Problem,
    },
}

/// A part of a file with a checksum of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Header, section table and signature slots.
    Header,
    /// A known section.
    Section(SectionId),
    /// A section with a number this library does not know.
    Unknown(u32),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header => f.write_str("header"),
            Self::Section(section) => write!(f, "section `{section}`"),
            Self::Unknown(number) => write!(f, "section {number}"),
        }
    }
}

/// What is wrong with a header or section table whose checksum matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A date field holds no date.
    #[error("the date `{field}` is {found}, expected a date such as 20261121")]
    NoDate {
        /// Which date.
        field: &'static str,
        /// The number found.
        found: u32,
    },

    /// The dates are not in the order issued, review by, expires.
    #[error("it is issued after its review date or reviewed after it expires")]
    DateOrder,

    /// Section numbers do not ascend.
    #[error("section {number} follows section {previous}, expected ascending numbers")]
    SectionOrder {
        /// The number.
        number: u32,
        /// The number before it.
        previous: u32,
    },

    /// A section does not begin where the one before it ends.
    #[error("section {number} begins at byte {found}, expected {expected}")]
    SectionStart {
        /// The section.
        number: u32,
        /// Its place by the table.
        found: u64,
        /// The next multiple of 64 after what comes before.
        expected: u64,
    },

    /// A section reaches beyond the file.
    #[error("section {number} has {found} bytes, the file has {left} left for it")]
    SectionEnd {
        /// The section.
        number: u32,
        /// Its bytes by the table.
        found: u64,
        /// Bytes from its place to the end of the file.
        left: u64,
    },

    /// Bytes follow the last section.
    #[error("{found} bytes follow the last section, expected none")]
    Trailing {
        /// How many.
        found: u64,
    },
}
