//! Reads, checks and compiles the curated records of magdit.
//!
//! Records are TOML files that people write by hand; `CONTRIBUTING.md` is
//! their format. This crate reads them with their line numbers, runs every
//! check over them, and compiles them into the file that the library opens.
//! The library itself never sees TOML.
//!
//! A run reports all problems of all files at once, sorted, each with what
//! was found, what was expected and what to do. It has no clock: the day of
//! issue in `edition.toml` stands for today. The same records always give the
//! same problems and the same bytes.
//!
//! ```no_run
//! use std::path::Path;
//!
//! let report = magdit_curate::lint(Path::new("data"));
//! println!("{report}");
//! if let Ok(bytes) = magdit_curate::build(Path::new("data")) {
//!     std::fs::write("magdit.kb", bytes).expect("a writable folder");
//! }
//! ```
//!
//! The way of a record: `folder` lists the files, `read` turns them into
//! `record`s as they are written, `check` looks at them, `compile` makes the
//! library's types of them and writes the file.

use std::path::Path;

use magdit::kb::chain::KeyChange;

mod check;
mod compile;
mod count;
mod coverage;
pub mod diff;
mod draft;
#[cfg(feature = "curators")]
mod export;
mod files;
mod fingerprint;
mod folder;
#[cfg(feature = "curators")]
mod import;
mod names;
mod nearest;
mod placeholders;
mod problem;
mod problems;
#[cfg(feature = "curators")]
mod quickscan;
mod read;
mod record;
#[cfg(feature = "curators")]
mod refresh;
mod report;
mod school;
#[cfg(feature = "curators")]
mod sheet;
mod web;

pub use check::{CHECKS, Check};
pub use coverage::{
    AskedFor, CELLS, Cell, CellCoverage, Coverage, Depth, KeyCoverage, ReadingCoverage, ReviewCoverage, Shortfall,
    UsageCoverage, coverage,
};
pub use draft::{Draft, DraftError, DraftFile, MAX_REQUEST_BYTES, draft};
#[cfg(feature = "curators")]
pub use export::export;
#[cfg(feature = "curators")]
pub use import::{Import, ImportError, Imported, RowDraft, import};
pub use nearest::nearest_words;
pub use problem::{Level, Problem};
#[cfg(feature = "curators")]
pub use refresh::{Changes, DocumentLooked, Looked, PlaceState, Refresh, RefreshError, refresh};
pub use report::{Counts, Report};
pub use school::{school_json, school_line};
#[cfg(feature = "curators")]
pub use sheet::{MAX_SHEET_BYTES, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, Sheet, SheetError};

/// A compiled knowledge base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    /// The file.
    pub bytes: Vec<u8>,
    /// What somebody should look at; none of it stops the build.
    pub warnings: Vec<Problem>,
    /// What went into it.
    pub counts: Counts,
}

/// Whose signatures a file is made for.
///
/// Every file has room for as many signatures as a reader takes; signing fills
/// them in without moving a byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signers {
    /// Which set of the publisher's keys signs it.
    pub key_epoch: u32,
    /// The changes from the first set of keys to that one, oldest first.
    pub changes: Vec<KeyChange>,
}

impl Default for Signers {
    /// The first set of keys.
    fn default() -> Self {
        Self { key_epoch: 1, changes: Vec::new() }
    }
}

/// Looks at every record below a folder and reports all problems.
#[must_use]
pub fn lint(dir: &Path) -> Report {
    let (records, problems) = examine(dir);
    Report { problems: problems.resolve(dir, &records.files), counts: count::count(&records) }
}

/// All problems of the records below a folder, sorted by file and line.
#[must_use]
pub fn check(dir: &Path) -> Vec<Problem> {
    lint(dir).problems
}

/// Compiles the records below a folder.
///
/// # Errors
///
/// All problems, warnings among them, where at least one stops the build.
pub fn compile(dir: &Path) -> Result<Compiled, Vec<Problem>> {
    compile_for(dir, &Signers::default())
}

/// Compiles the records below a folder for keys that replaced earlier ones.
///
/// # Errors
///
/// As [`compile`].
pub fn compile_for(dir: &Path, signers: &Signers) -> Result<Compiled, Vec<Problem>> {
    let (records, problems) = examine(dir);
    let bytes = if problems.stop_the_build() { None } else { compile::compile(&records, signers, &problems) };
    let found = problems.resolve(dir, &records.files);
    match bytes {
        Some(bytes) => Ok(Compiled { bytes, warnings: found, counts: count::count(&records) }),
        None => Err(found),
    }
}

/// Compiles the records below a folder into the bytes of a knowledge base.
///
/// # Errors
///
/// The report of [`lint`], where at least one problem stops the build.
pub fn build(dir: &Path) -> Result<Vec<u8>, Report> {
    compile(dir).map(|compiled| compiled.bytes).map_err(|problems| Report { problems, counts: lint(dir).counts })
}

/// Reads and checks a folder.
fn examine(dir: &Path) -> (record::Records, problems::Problems) {
    let problems = problems::Problems::default();
    let records = read::read_folder(dir, &problems);
    check::run_all(&records, &problems);
    check::unneeded_exception::apply(&records, &problems);
    (records, problems)
}
