//! Mirrors of `core/src/answer/reason.rs` and what belongs to it.

use magdit::{
    AssessmentOutcome, AssessmentUsed, Correction, Date, Decision, Effect, FactKey, FactUsed, Outcome, Reason, Route,
    SchoolAnswer, Sector, SourceId, UnknownReason, Value, Was,
};

use crate::custom::{Word, Words};

/// A fact a reason rests on.
#[uniffi::remote(Record)]
pub struct FactUsed {
    /// What it is about.
    pub key: FactKey,
    /// The label of the key, as words.
    pub label: String,
    /// The value; nothing when it is not known.
    pub value: Option<Value>,
    /// Why it is not known, when somebody looked.
    pub unknown: Option<UnknownReason>,
    /// Heading or clause.
    pub place: Option<String>,
    /// Where it was read: a source of the answer.
    pub source: Option<SourceId>,
    /// Last change of the content it was read in, where known.
    pub content_date: Option<Date>,
    /// The day it was read, or looked for in vain.
    pub checked_on: Option<Date>,
    /// The last day on which it counts as fresh.
    pub review_by: Option<Date>,
    /// Whether it is past its review date on the day of the question.
    pub outdated: bool,
    /// What the supplier or a school says is wrong with it. It does not
    /// decide.
    pub correction: Option<Correction>,
}

/// A central assessment a reason rests on.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct Reason {
    /// Id of the rule.
    pub rule: Word,
    /// The case within the rule: its sentence stands under
    /// `rule.<rule>.<case>` in the texts.
    pub case: Word,
    /// What it found.
    pub effect: Effect,
    /// The sentence.
    pub text: String,
    /// The law or policy behind the rule.
    pub cites: Word,
    /// The documents in which that law or policy was read: sources of the
    /// answer.
    pub sources: Vec<SourceId>,
    /// The facts it looked at.
    pub facts: Vec<FactUsed>,
    /// Ids of the conditions it brings.
    pub conditions: Words,
    /// The central assessment it looked at.
    pub assessment: Option<AssessmentUsed>,
}

/// What a school decided, from open to closed.
#[uniffi::remote(Enum)]
pub enum Decision {
    /// It may be used.
    Approved,
    /// It may be used when the school's own conditions are met.
    ApprovedWithConditions,
    /// It may be used where it is being tried out.
    Pilot,
    /// The school is looking at it.
    InReview,
    /// It may not be used.
    Refused,
    /// It may not be used any more.
    Withdrawn,
}

/// What the school's own file says of this use, beside the national part of
/// the answer.
#[uniffi::remote(Record)]
pub struct SchoolAnswer {
    /// Name of the school or board.
    pub name: String,
    /// The day the file was last looked through.
    pub file_date: Date,
    /// The kind of school, where the question left it open and the file says
    /// it; the answer is for that kind.
    pub sector: Option<Sector>,
    /// The decision; nothing where the file has none on this edition.
    pub decision: Option<Decision>,
    /// The day it was taken.
    pub date: Option<Date>,
    /// The role of who took it.
    pub decided_by: Option<String>,
    /// The last day it holds, where there is one.
    pub valid_until: Option<Date>,
    /// The route it is about, where it is about one.
    pub route: Option<Route>,
    /// Whether there is a decision that holds on the day of the question. One
    /// that does not counts as none.
    pub in_force: bool,
    /// Whether the file names this tool in an entry that could not be read.
    pub unreadable: bool,
    /// The school's own conditions, in its own words.
    pub conditions: Vec<String>,
    /// The settings the school chose, in its own words.
    pub settings: Vec<String>,
    /// The decision as a sentence, or that there is none.
    pub text: String,
}

/// What the answer to the same question was before what it rests on grew too
/// old: found by asking again for that day.
#[uniffi::remote(Record)]
pub struct Was {
    /// The outcome then: allowed or conditional.
    pub outcome: Outcome,
    /// The route then.
    pub route: Option<Route>,
    /// The last day on which it was so.
    pub on: Date,
    /// The same as a sentence.
    pub text: String,
}
