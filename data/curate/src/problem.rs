//! What is wrong with the records, said so that it can be put right.

use core::fmt;

use serde::Serialize;

/// Whether a problem stops the knowledge base from being built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nothing is built until it is put right.
    Error,
    /// Somebody should look at it; the knowledge base is built all the same.
    Warning,
}

/// One problem in one place.
///
/// Problems sort by file, line and column. Shown as text, a problem is one
/// line that editors can jump from:
///
/// ```
/// use magdit_curate::{Level, Problem};
///
/// let problem = Problem {
///     file: "data/tools/quiz.toml".to_owned(),
///     line: 12,
///     column: 1,
///     check: "unknown-key",
///     level: Level::Error,
///     found: "`valeu`".to_owned(),
///     expected: "one of key, value".to_owned(),
///     remedy: "did you mean `value`?".to_owned(),
/// };
/// assert_eq!(
///     problem.to_string(),
///     "data/tools/quiz.toml:12:1: [unknown-key] found `valeu`, \
///      expected one of key, value; did you mean `value`?",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Problem {
    /// The file, below the folder as it was given.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Name of the check, as used in `exceptions.toml`.
    pub check: &'static str,
    /// Whether it stops the build.
    pub level: Level,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Error => "",
            Level::Warning => "warning: ",
        };
        write!(
            f,
            "{}:{}:{}: {level}[{}] found {}, expected {}; {}",
            self.file, self.line, self.column, self.check, self.found, self.expected, self.remedy
        )
    }
}
