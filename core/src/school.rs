//! A school's own file: what the school or its board decided.
//!
//! The file is read apart from the knowledge base and lies over it. It may
//! supply a decision that is missing, or tighten; it never lifts what another
//! rule closes, removes a condition or lowers an age. Its text is shown as it
//! stands and never run.
//!
//! An entry that is not right is reported and left out; the others hold. Two
//! entries for the same use that hold on the same day, of which one opens and
//! the other closes, contradict each other: the answer then asks the school,
//! whichever is later, so that taking one of them away never makes a yes out
//! of a no.

use serde::{Deserialize, Serialize};

use crate::answer::Decision;
use crate::date::Date;
use crate::fact::{Jurisdiction, SourceId};
use crate::question::Sector;
use crate::tool::{Route, Source, SourceKind, Tool};
use crate::vocabulary::vocabulary;

mod error;
mod own_tool;
mod plain;
mod problem;
mod read;

pub use error::SchoolError;
pub use problem::{SchoolList, SchoolProblem};

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
    /// The route it is about; every route when left out.
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

    /// The own tool with this name, apart from capitals, and the name it is.
    pub(crate) fn named(&self, text: &str) -> Option<(&Tool, &str)> {
        let wanted = text.trim().to_lowercase();
        self.tools.iter().find_map(|tool| {
            let others = tool.other_names.iter().map(|name| name.text.as_str());
            let name = [tool.name.as_str()].into_iter().chain(others).find(|name| name.to_lowercase() == wanted)?;
            Some((tool, name))
        })
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

    /// What it says of one edition of a tool on a day.
    pub(crate) fn at<'a>(&'a self, tool: &str, edition: &'a str, as_of: Date) -> AtSchool<'a> {
        let of_tool = |decision: &SchoolDecision| decision.tool.as_str().cmp(tool);
        let from = self.decisions.partition_point(|decision| of_tool(decision).is_lt());
        let to = self.decisions.partition_point(|decision| of_tool(decision).is_le());
        AtSchool { school: self, decisions: self.decisions.get(from..to).unwrap_or_default(), edition, as_of }
    }
}

/// What the decisions in force add up to on one route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// Nothing.
    Nothing,
    /// Nothing, and the school allows nothing it did not decide on.
    UndecidedIsNo,
    /// It may be used: approved, approved with conditions, or a pilot.
    Opens(Decision),
    /// The school is looking at it.
    InReview,
    /// Refused or withdrawn.
    Refused,
    /// Decisions contradict each other.
    Contradicts,
}

/// What the school's file says of one edition of a tool on one day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AtSchool<'a> {
    /// The file.
    pub(crate) school: &'a School,
    decisions: &'a [SchoolDecision],
    edition: &'a str,
    as_of: Date,
}

impl<'a> AtSchool<'a> {
    fn in_force(&self, route: Route) -> impl Iterator<Item = &'a SchoolDecision> {
        let (edition, as_of) = (self.edition, self.as_of);
        self.decisions.iter().filter(move |decision| decision.in_force(as_of) && decision.covers(edition, route))
    }

    /// What the decisions in force on a route add up to.
    pub(crate) fn says(&self, route: Route) -> Says {
        let all = || self.in_force(route).map(|decision| decision.decision);
        let opens = all().filter(|decision| decision.opens()).max();
        match (opens, all().any(Decision::closes)) {
            (Some(_), true) => Says::Contradicts,
            (None, true) => Says::Refused,
            _ if all().any(|decision| decision == Decision::InReview) => Says::InReview,
            (Some(decision), false) => Says::Opens(decision),
            (None, false) => match self.school.undecided_free_tools {
                UndecidedTools::AskSchool => Says::Nothing,
                UndecidedTools::NotAllowed => Says::UndecidedIsNo,
            },
        }
    }

    /// The first day on which the school may be held to have decided yes.
    pub(crate) fn opened_on(&self, route: Route) -> Option<Date> {
        match self.says(route) {
            Says::Opens(_) => self.in_force(route).map(|decision| decision.date).min(),
            _ => None,
        }
    }

    /// The day the school signed a processing agreement, if it did by now.
    pub(crate) fn agreement_signed(&self, route: Route) -> Option<Date> {
        self.in_force(route).filter_map(|decision| decision.agreement_signed).filter(|&day| day <= self.as_of).max()
    }

    /// The day the school did a DPIA, if it did by now.
    pub(crate) fn dpia_done(&self, route: Route) -> Option<Date> {
        self.in_force(route).filter_map(|decision| decision.dpia_done).filter(|&day| day <= self.as_of).max()
    }

    /// The school's own conditions for a route.
    pub(crate) fn conditions(&self, route: Route) -> Vec<String> {
        let mut conditions: Vec<String> = Vec::new();
        for condition in self.in_force(route).flat_map(|decision| &decision.conditions) {
            if !conditions.contains(condition) {
                conditions.push(condition.clone());
            }
        }
        conditions
    }

    /// The decision to show beside an answer: one in force goes first, then
    /// the one for the route of the answer, then the latest.
    pub(crate) fn shown(&self, route: Option<Route>) -> Option<&'a SchoolDecision> {
        let about_route = |decision: &SchoolDecision| match (decision.route, route) {
            (Some(its), Some(route)) => its == route,
            (Some(_), None) => false,
            (None, _) => true,
        };
        self.decisions
            .iter()
            .filter(|decision| decision.edition.as_ref().is_none_or(|edition| edition == self.edition))
            .filter(|decision| decision.date <= self.as_of)
            .max_by_key(|decision| (decision.in_force(self.as_of), about_route(decision), decision.date))
    }
}

#[cfg(test)]
mod tests;
