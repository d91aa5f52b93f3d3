//! How much the records know, and how often that is enough for an answer.
//!
//! Everything is counted over tools that still exist. Facts are counted per
//! edition, because answers are given for editions; a tool that is known by
//! name only counts as one edition of which nothing is recorded.

use std::path::Path;

use magdit::{Date, KnowledgeBase, Status, Tool, Trust};
use serde::Serialize;

use crate::Signers;
use crate::record::Records;
use crate::report::Report;

mod keys;
mod outcomes;
mod readings;
mod table;
mod tools;

pub use keys::KeyCoverage;
pub use outcomes::{AskedFor, CELLS, Cell, CellCoverage, Shortfall};
pub use readings::ReadingCoverage;
pub use tools::{Depth, ReviewCoverage, UsageCoverage};

/// What the records cover on the day they are issued.
///
/// Shown as text, it is the part of `data/README.md` that a command writes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The day of issue; questions are asked on this day.
    pub issued: Date,
    /// Tools that still exist.
    pub tools: usize,
    /// Their editions.
    pub editions: usize,
    /// What is known under each key, in the order of the keys.
    pub keys: Vec<KeyCoverage>,
    /// Tools by how much they are used, the most used first.
    pub usage: Vec<UsageCoverage>,
    /// Where suppliers were read.
    pub suppliers: ReviewCoverage,
    /// Deciding facts that were read a second time, by how much tools are used.
    pub readings: Vec<ReadingCoverage>,
    /// Outcomes over the grid of [`CELLS`].
    pub grid: Vec<CellCoverage>,
    /// The outcomes of the most used tools (everyday and common), by id.
    pub most_used: Vec<AskedFor>,
}

/// Counts what the records below a folder cover.
///
/// # Errors
///
/// The report of [`crate::lint`], where the records cannot be compiled.
pub fn coverage(dir: &Path) -> Result<Coverage, Report> {
    let (records, problems) = crate::examine(dir);
    let report = || crate::lint(dir);
    let bytes = if problems.stop_the_build() {
        None
    } else {
        crate::compile::compile(&records, &Signers::default(), &problems)
    };
    let open = |bytes| KnowledgeBase::open_file(bytes, &Trust::AllowUnsigned).ok();
    let library = bytes.and_then(open).ok_or_else(report)?;
    Ok(count(&records, &library))
}

fn count(records: &Records, library: &KnowledgeBase) -> Coverage {
    let tools: Vec<Tool> = library
        .tool_ids()
        .filter_map(|id| library.tool(id).ok())
        .filter(|tool| tool.status == Status::Active)
        .collect();
    Coverage {
        issued: library.release().issued,
        tools: tools.len(),
        editions: tools.iter().map(|tool| tool.editions.len()).sum(),
        keys: keys::count(&tools),
        usage: tools::by_usage(&tools),
        suppliers: tools::reviews(&tools, records),
        readings: readings::count(records),
        grid: outcomes::grid(&tools, library),
        most_used: outcomes::most_used(&tools, library),
    }
}
