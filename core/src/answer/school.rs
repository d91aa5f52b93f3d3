//! What the school itself decided.

use serde::Serialize;

use crate::date::Date;
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

/// What the school itself decided, beside the national part of the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchoolAnswer {
    /// Name of the school or board.
    pub name: String,
    /// The decision.
    pub decision: Decision,
    /// The day it was taken.
    pub date: Date,
    /// The role of who took it.
    pub decided_by: String,
    /// The last day it holds, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// The route it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// Whether it holds on the day of the question. A decision that does not
    /// counts as none.
    pub in_force: bool,
    /// The school's own conditions, in its own words.
    pub conditions: Vec<String>,
    /// The settings the school chose, in its own words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub settings: Vec<String>,
    /// The decision as a sentence.
    pub text: String,
}
