//! Why a call could not be answered.

use crate::kb::error::OpenError;
use crate::kb::record::RecordError;
use crate::kb::section::SectionId;
use crate::kb::signature::SignatureError;
use crate::kb::table::TableError;
use crate::pack::PackError;
use crate::question::Question;
use crate::search::IndexError;

/// Why bytes could not be loaded as a knowledge base.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// The file as a whole is not one this library opens.
    #[error(transparent)]
    File(#[from] OpenError),
    /// It is packed, and cannot be unpacked.
    #[error(transparent)]
    Packed(#[from] PackError),
    /// Nobody who is trusted signed it.
    #[error(transparent)]
    Signature(#[from] SignatureError),
    /// A section that every knowledge base has is missing.
    #[error("the knowledge base has no section `{section}`; download it again")]
    MissingSection {
        /// The section.
        section: SectionId,
    },
    /// The index of names cannot be used.
    #[error(transparent)]
    Names(#[from] IndexError),
    /// A section of records contradicts itself.
    #[error("section `{section}` of the knowledge base is not in order: {source}")]
    Table {
        /// The section.
        section: SectionId,
        /// What is wrong.
        source: TableError,
    },
    /// A record that is read at once cannot be read.
    #[error("section `{section}` of the knowledge base cannot be read: {source}")]
    Record {
        /// The section.
        section: SectionId,
        /// What is wrong.
        source: RecordError,
    },
}

/// Why a question was not answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// No tool has this id. That is no answer about the tool.
    #[error("no tool in this knowledge base has that id; search for the name first and use the id of a match")]
    UnknownTool,
    /// The tool has no edition with this id.
    #[error("this tool has no such edition; it has: {}", available.join(", "))]
    UnknownEdition {
        /// Ids of the editions it has.
        available: Vec<String>,
    },
    /// The age is no age.
    #[error("the age is {found}, expected completed years from 0 to {}", Question::MAX_AGE)]
    Age {
        /// The age given.
        found: u8,
    },
    /// The record of the tool cannot be read.
    #[error("the record of this tool cannot be read: {0}")]
    Record(#[from] RecordError),
    /// The record of the tool holds no edition.
    #[error("the record of this tool has no edition; download the knowledge base again")]
    NoEdition,
}
