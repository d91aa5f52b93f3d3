//! What is not right in a school's file.

use core::fmt;

use serde::Serialize;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The lists of a school's file.
    SchoolList {
        /// Decisions on tools.
        Decisions = "decisions",
        /// The school's own tools.
        Tools = "tools",
    }
}

/// One entry that is not right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchoolProblem {
    /// The list it stands in.
    pub list: SchoolList,
    /// Its place in the list, from 1.
    pub number: usize,
    /// Id of the tool it is about, where that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tool: Option<String>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: &'static str,
    /// Whether it is left out. An entry that contradicts another one stays,
    /// and answers ask the school.
    pub skipped: bool,
    /// Whether answers on the tool ask the school because of it: what an entry
    /// that cannot be read says may be a refusal.
    pub asks_school: bool,
}

impl fmt::Display for SchoolProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.list, self.number)?;
        if let Some(tool) = &self.tool {
            write!(f, " (`{tool}`)")?;
        }
        let left_out = match (self.skipped, self.asks_school) {
            (true, true) => " (left out; answers on this tool ask the school)",
            (true, false) => " (left out)",
            (false, _) => "",
        };
        write!(f, ": {}; {}{left_out}", self.what, self.remedy)
    }
}
