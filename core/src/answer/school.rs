//! What the school itself decided.

use serde::Serialize;

use crate::date::Date;
use crate::question::Sector;
use crate::tool::Route;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a school decided, from open to closed.
    Decision {
        /// It may be used.
        Approved = "approved",
        /// It may be used when the school's own conditions are met.
        ApprovedWithConditions = "approved_with_conditions",
        /// It may be used where it is being tried out.
        Pilot = "pilot",
        /// The school is looking at it.
        InReview = "in_review",
        /// It may not be used.
        Refused = "refused",
        /// It may not be used any more.
        Withdrawn = "withdrawn",
    }
}

impl Decision {
    /// Whether it lets the tool be used.
    #[must_use]
    pub const fn opens(self) -> bool {
        matches!(self, Self::Approved | Self::ApprovedWithConditions | Self::Pilot)
    }

    /// Whether it keeps the tool from being used.
    #[must_use]
    pub const fn closes(self) -> bool {
        matches!(self, Self::Refused | Self::Withdrawn)
    }
}

/// What the school's own file says of this use, beside the national part of
/// the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchoolAnswer {
    /// Name of the school or board.
    pub name: String,
    /// The day the file was last looked through.
    pub file_date: Date,
    /// The kind of school, where the question left it open and the file says
    /// it; the answer is for that kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// The decision; nothing where the file has none on this edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The day it was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The role of who took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// The last day it holds, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// The route it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// Whether there is a decision that holds on the day of the question. One
    /// that does not counts as none.
    pub in_force: bool,
    /// Whether the file names this tool in an entry that could not be read.
    pub unreadable: bool,
    /// The school's own conditions, in its own words.
    pub conditions: Vec<String>,
    /// The settings the school chose, in its own words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub settings: Vec<String>,
    /// The decision as a sentence, or that there is none.
    pub text: String,
}
