//! A school's own file: what the school or its board decided.
//!
//! The file is read apart from the knowledge base and lies over it. It may
//! supply a decision that is missing, or tighten; it never lifts what another
//! rule closes, removes a condition or lowers an age. Its text is shown as it
//! stands and never run.
//!
//! An entry that is not right is reported and left out; the others hold. Where
//! it names a tool, answers on that tool ask the school, since what was left
//! out may be a refusal. Two entries for the same use that hold on the same
//! day, of which one opens and the other closes, contradict each other: the
//! answer then asks the school, whichever is later, so that taking one of them
//! away never makes a yes out of a no.
//!
//! An approval opens a private account or an account of the parents only where
//! it names that route: a yes to a tool is not a yes to any account in it.

use serde::{Deserialize, Serialize};

use crate::answer::Decision;
use crate::date::Date;
use crate::fact::{Jurisdiction, SourceId};
use crate::question::Sector;
use crate::read::readable;
use crate::tool::{Route, Source, SourceKind, Tool};
use crate::vocabulary::vocabulary;

mod at;
mod error;
mod find;
mod own_tool;
mod plain;
mod problem;
mod read;

pub(crate) use at::{AtSchool, Says};
pub use error::SchoolError;
pub use problem::{SchoolList, SchoolProblem};
pub(crate) use read::National;

vocabulary! {
    /// What holds for a tool on which neither a rule nor the school decided.
    UndecidedTools {
        /// Ask the school first.
        AskSchool = "ask_school",
        /// Not allowed until the school said yes.
        NotAllowed = "not_allowed",
    }
}

/// Whom to turn to at the school: mailboxes of a function, not names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    /// The privacy officer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy_officer: Option<String>,
    /// The IT administrator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub it_administrator: Option<String>,
    /// The data protection officer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_protection_officer: Option<String>,
    /// Where to report incidents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incidents: Option<String>,
}

readable! {
    Contacts {
        privacy_officer [default], it_administrator [default], data_protection_officer [default],
        incidents [default],
    }
}

/// What the school decided on one tool, or on one edition or route of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolDecision {
    /// Id of the tool.
    pub tool: String,
    /// Id of the edition; all of them when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// The decision.
    pub decision: Decision,
    /// The day it was taken, which is the first day it holds.
    pub date: Date,
    /// The role of who took it, such as "schoolleider".
    pub decided_by: String,
    /// The last day it holds, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// The route it is about; every route when left out. A decision that lets
    /// the tool be used opens `private_account` and `parent_account` only when
    /// it names them; on every other route its conditions hold all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// The school's own conditions, as sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// The day the processing agreement was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement_signed: Option<Date>,
    /// The day the DPIA was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dpia_done: Option<Date>,
    /// The settings the school chose, as sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settings: Vec<String>,
    /// What a pupil gets whose parents say no, such as "een opdracht op
    /// papier". Without it there is no consent letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative: Option<String>,
}

readable! {
    SchoolDecision {
        tool, edition [default], decision, date, decided_by, valid_until [default], route [default],
        conditions [default], agreement_signed [default], dpia_done [default], settings [default],
        alternative [default],
    }
}

impl SchoolDecision {
    /// Whether it holds on a day; its first and last day included.
    #[must_use]
    pub fn in_force(&self, day: Date) -> bool {
        self.date <= day && self.valid_until.is_none_or(|last| day <= last)
    }

    fn covers(&self, edition: &str, route: Route) -> bool {
        self.edition.as_ref().is_none_or(|its| its == edition) && self.route.is_none_or(|its| its == route)
    }

    /// Whether it is enough to open a route that it covers.
    fn reaches(&self, route: Route) -> bool {
        self.route.is_some() || !matches!(route, Route::PrivateAccount | Route::ParentAccount)
    }
}

/// A school's own file, read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// Name of the school or board.
    pub name: String,
    /// The day the file was last looked through.
    pub date: Date,
    /// Whom to turn to.
    pub contacts: Contacts,
    /// The kind of school, for questions that leave it open.
    pub sector: Option<Sector>,
    /// What holds where nothing was decided.
    pub undecided_free_tools: UndecidedTools,
    /// By tool, edition, route and date.
    decisions: Vec<SchoolDecision>,
    /// By id.
    tools: Vec<Tool>,
    names: find::OwnNames,
    /// Ids of the tools that an entry names which could not be read; sorted.
    unreadable: Vec<String>,
    problems: Vec<SchoolProblem>,
}

impl School {
    /// Most bytes of a file.
    pub const MAX_BYTES: usize = 1 << 20;
    /// Most entries of a file, decisions and own tools together.
    pub const MAX_ENTRIES: usize = 5000;
    /// Most characters of one text.
    pub const MAX_TEXT: usize = 500;

    /// The id of the source that stands for this file.
    pub const SOURCE: &'static str = "school";

    /// The decisions that hold, or held, or will.
    #[must_use]
    pub fn decisions(&self) -> &[SchoolDecision] {
        &self.decisions
    }

    /// The tools that the national knowledge base lacks.
    #[must_use]
    pub fn tools(&self) -> &[Tool] {
        &self.tools
    }

    /// What is not right in the file, in the order of the file.
    #[must_use]
    pub fn problems(&self) -> &[SchoolProblem] {
        &self.problems
    }

    /// One of the school's own tools.
    pub(crate) fn tool(&self, id: &str) -> Option<&Tool> {
        self.tools.binary_search_by(|tool| tool.id.as_str().cmp(id)).ok().and_then(|at| self.tools.get(at))
    }

    /// This file as a document that facts of its own tools were read in.
    pub(crate) fn source(&self) -> Source {
        Source {
            id: SourceId(Self::SOURCE.to_owned()),
            kind: SourceKind::School,
            publisher: self.name.clone(),
            title: self.name.clone(),
            url: String::new(),
            archive_url: None,
            language: "nl".to_owned(),
            jurisdiction: Jurisdiction::Nl,
            content_date: Some(self.date),
            checked_on: self.date,
        }
    }

    /// Whether an entry names this tool that could not be read.
    fn cannot_be_read(&self, tool: &str) -> bool {
        self.unreadable.binary_search_by(|id| id.as_str().cmp(tool)).is_ok()
    }

    /// What it says of one edition of a tool on a day.
    pub(crate) fn at<'a>(&'a self, tool: &str, edition: &'a str, as_of: Date) -> AtSchool<'a> {
        let of_tool = |decision: &SchoolDecision| decision.tool.as_str().cmp(tool);
        let from = self.decisions.partition_point(|decision| of_tool(decision).is_lt());
        let to = self.decisions.partition_point(|decision| of_tool(decision).is_le());
        let decisions = self.decisions.get(from..to).unwrap_or_default();
        AtSchool::new(self, decisions, edition, as_of, self.cannot_be_read(tool))
    }
}

#[cfg(test)]
mod tests;
