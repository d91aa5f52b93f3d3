//! Why: what the rules found, and what that rests on.

use serde::Serialize;

use super::Effect;
use crate::date::Date;
use crate::fact::{Correction, FactKey, SourceId, UnknownReason, Value};
use crate::tool::AssessmentOutcome;

/// A fact a reason rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactUsed {
    /// What it is about.
    pub key: FactKey,
    /// The label of the key, as words.
    pub label: String,
    /// The value; nothing when it is not known.
    pub value: Option<Value>,
    /// Why it is not known, when somebody looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<UnknownReason>,
    /// Heading or clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where it was read: a source of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// Last change of the content it was read in, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_date: Option<Date>,
    /// The day it was read, or looked for in vain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// The last day on which it counts as fresh.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// Whether it is past its review date on the day of the question.
    pub outdated: bool,
    /// What the supplier or a school says is wrong with it. It does not
    /// decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

/// A central assessment a reason rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AssessmentUsed {
    /// Who made it.
    pub by: String,
    /// The day it was published.
    pub date: Date,
    /// What it advises.
    pub outcome: AssessmentOutcome,
    /// Heading or clause.
    pub place: String,
    /// Where it was read: a source of the answer.
    pub source: SourceId,
    /// The day it was read.
    pub checked_on: Date,
    /// The last day on which it counts as fresh.
    pub review_by: Date,
    /// Whether it is past its review date on the day of the question.
    pub outdated: bool,
}

/// A rule that weighed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Id of the rule.
    pub rule: &'static str,
    /// The case within the rule: its sentence stands under
    /// `rule.<rule>.<case>` in the texts.
    pub case: &'static str,
    /// What it found.
    pub effect: Effect,
    /// The sentence.
    pub text: String,
    /// The law or policy behind the rule.
    pub cites: &'static str,
    /// The documents in which that law or policy was read: sources of the
    /// answer.
    pub sources: Vec<SourceId>,
    /// The facts it looked at.
    pub facts: Vec<FactUsed>,
    /// Ids of the conditions it brings.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub conditions: &'static [&'static str],
    /// The central assessment it looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessment: Option<AssessmentUsed>,
}
