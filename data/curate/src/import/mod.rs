//! Drafts of records, from what others keep.
//!
//! | file | format |
//! |---|---|
//! | `crate::draft` | what `magdit ask --json` printed |
//! | `quickscan` | tables with the columns of Kennisnet's Privacy-quickscan |
//!
//! The draft of a list is never sound: `lint` refuses it until somebody has
//! read the documents and taken out what came from elsewhere.

use core::fmt;
use std::path::Path;

use crate::draft::{Draft, DraftError, draft};
use crate::sheet::{Sheet, SheetError};

mod quickscan;

/// A draft of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowDraft {
    /// Id of the tool.
    pub id: String,
    /// Its place below the folder of records, such as `tools/voorbeeld.toml`.
    pub path: String,
    /// The text.
    pub text: String,
    /// The rows of the list that it holds, the one below the headings being 1.
    pub rows: Vec<usize>,
}

/// What a file gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Import {
    /// The draft of what somebody asked to look at.
    Request(Draft),
    /// The drafts of a list.
    List(Imported),
}

/// What a list gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Drafts, by id.
    pub drafts: Vec<RowDraft>,
    /// Rows about tools that have a record, with its id.
    pub recorded: Vec<(usize, String)>,
}

/// Why a file gives no drafts.
#[derive(Debug)]
pub enum ImportError {
    /// It is none of the formats.
    Format,
    /// The request leads to no draft.
    Request(DraftError),
    /// The table cannot be read.
    Sheet(SheetError),
    /// The table has no column with names of applications.
    NoApplications {
        /// The heading that is looked for.
        heading: &'static str,
    },
    /// Two columns have one heading.
    RepeatedHeading {
        /// Number of the second one, from 1.
        column: usize,
    },
    /// A row has no name of an application.
    NoName {
        /// The row, the one below the headings being 1.
        row: usize,
    },
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format => {
                f.write_str("neither a request nor a table; give the JSON of `magdit ask`, a CSV or an XLSX file")
            }
            Self::Request(error) => error.fmt(f),
            Self::Sheet(error) => error.fmt(f),
            Self::NoApplications { heading } => {
                write!(f, "no column `{heading}` in the first row; add the headings of the quickscan")
            }
            Self::RepeatedHeading { column } => {
                write!(f, "column {column} has the heading of another one; give each its own")
            }
            Self::NoName { row } => write!(f, "row {row} names no application; fill it in, or leave the row out"),
        }
    }
}

impl std::error::Error for ImportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sheet(error) => Some(error),
            _ => None,
        }
    }
}

/// A format that can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Request,
    Csv,
    Xlsx,
}

impl Format {
    /// The format, by how the contents begin, and by the ending where they
    /// could be anything.
    fn of(path: &Path, bytes: &[u8]) -> Option<Self> {
        let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
        if bytes.starts_with(b"PK\x03\x04") {
            Some(Self::Xlsx)
        } else if bytes.trim_ascii_start().starts_with(b"{") {
            Some(Self::Request)
        } else {
            let is_table = ending.is_some_and(|ending| ["csv", "tsv", "txt"].iter().any(|known| ending == *known));
            is_table.then_some(Self::Csv)
        }
    }
}

/// Makes drafts of what a file lists. Tools with a record below `data` are
/// left alone.
///
/// # Errors
///
/// [`ImportError`] where the file is none of the formats or lists nothing.
pub fn import(path: &Path, bytes: &[u8], data: &Path) -> Result<Import, ImportError> {
    let sheet = match Format::of(path, bytes).ok_or(ImportError::Format)? {
        Format::Request => return draft(bytes, data).map(Import::Request).map_err(ImportError::Request),
        Format::Csv => Sheet::from_csv(bytes),
        Format::Xlsx => Sheet::from_xlsx(bytes),
    };
    let (records, _) = crate::examine(data);
    quickscan::drafts(&sheet.map_err(ImportError::Sheet)?, &records).map(Import::List)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_told_by_its_contents_first() {
        let of = |name: &str, bytes: &[u8]| Format::of(Path::new(name), bytes);
        assert_eq!(of("list.csv", b"Applicatie\n"), Some(Format::Csv));
        assert_eq!(of("list.CSV", b"PK\x03\x04"), Some(Format::Xlsx));
        assert_eq!(of("list.xlsx", b"Applicatie\n"), None);
        assert_eq!(of("list.csv", b" {}"), Some(Format::Request));
        assert_eq!(of("list", b"Applicatie"), None);
    }
}
