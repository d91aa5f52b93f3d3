//! Everything one run found.

use core::fmt;

use serde::Serialize;

use crate::problem::{Level, Problem};

/// How much was looked at, so that an empty list of problems says something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Files read.
    pub files: usize,
    /// Tools.
    pub tools: usize,
    /// Editions of tools.
    pub editions: usize,
    /// Suppliers.
    pub suppliers: usize,
    /// Source documents.
    pub sources: usize,
    /// Facts as written, before they are passed on to editions.
    pub facts: usize,
    /// Facts among them with a value.
    pub known_facts: usize,
    /// Assessments.
    pub assessments: usize,
    /// Conditions.
    pub conditions: usize,
    /// Values of parameters.
    pub parameter_values: usize,
    /// Texts, over both languages.
    pub texts: usize,
}

/// All problems of a folder, sorted by file, line and column.
///
/// Shown as text, one line per problem and one line that counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The problems.
    pub problems: Vec<Problem>,
    /// What was looked at.
    pub counts: Counts,
}

impl Report {
    /// How many problems have this level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.problems.iter().filter(|problem| problem.level == level).count()
    }

    /// True where nothing stops the build.
    #[must_use]
    pub fn can_be_built(&self) -> bool {
        self.count(Level::Error) == 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        let counts = &self.counts;
        write!(
            f,
            "{} errors, {} warnings in {} files: {} tools with {} editions, {} facts ({} known), {} sources, \
             {} suppliers, {} conditions, {} texts",
            self.count(Level::Error),
            self.count(Level::Warning),
            counts.files,
            counts.tools,
            counts.editions,
            counts.facts,
            counts.known_facts,
            counts.sources,
            counts.suppliers,
            counts.conditions,
            counts.texts,
        )
    }
}
