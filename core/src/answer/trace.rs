//! The whole trail behind an answer.

use serde::Serialize;

use super::{AgeBand, Consent, Effect, Outcome, Reason, SourceShown};
use crate::date::Date;
use crate::fact::{FactKey, SourceId};
use crate::question::Question;
use crate::tool::Route;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What brought a sentence into an answer.
    BroughtBy {
        /// A rule.
        Rule = "rule",
        /// The catalogue: the condition's own trigger.
        Catalogue = "catalogue",
        /// The outcome alone.
        Outcome = "outcome",
    }
}

vocabulary! {
    /// Why something recorded was not used.
    SetAsideWhy {
        /// It is from after the day of the question.
        Later = "later",
        /// Something closer or later stands in its place.
        Superseded = "superseded",
        /// The text applies in another country.
        OtherCountry = "other_country",
        /// The text names no region, and for this fact only a text for the
        /// Netherlands or the EEA counts.
        NoRegion = "no_region",
    }
}

/// One sentence of an answer and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SentenceTrace {
    /// The field of the answer it stands in.
    pub field: &'static str,
    /// The sentence.
    pub text: String,
    /// What brought it.
    pub by: BroughtBy,
    /// The rules behind it: their reasons stand under `editions`.
    pub rules: Vec<&'static str>,
    /// The condition of the catalogue it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
}

/// One route: everything the rules and the catalogue said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteTrace {
    /// The route.
    pub route: Route,
    /// The outcome on it.
    pub outcome: Outcome,
    /// Every finding, what weighs most first.
    pub reasons: Vec<Reason>,
    /// Ids of the conditions that the catalogue adds.
    pub by_catalogue: Vec<String>,
    /// Rules that had nothing to say.
    pub silent: Vec<&'static str>,
}

/// One case: users of some ages, or staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseTrace {
    /// The ages; nothing when the question leaves none open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<AgeBand>,
    /// The outcome on the best route.
    pub outcome: Outcome,
    /// The best route.
    pub route: Option<Route>,
    /// Every route that was looked at.
    pub routes: Vec<RouteTrace>,
}

/// One edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditionTrace {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the answer is for this edition.
    pub chosen: bool,
    /// Its outcome.
    pub outcome: Outcome,
    /// Every case of the question.
    pub cases: Vec<CaseTrace>,
}

/// A fact or an assessment that is recorded and was not used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SetAside {
    /// The edition it stands with.
    pub edition: String,
    /// The fact; nothing for an assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<FactKey>,
    /// The document.
    pub source: SourceId,
    /// Heading or clause.
    pub place: String,
    /// The first day it could be used.
    pub from: Date,
    /// Why it was not.
    pub why: SetAsideWhy,
}

/// What an answer did not look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotLookedAt {
    /// Fields that the question leaves open.
    pub open: Vec<&'static str>,
    /// Routes that do not suit the question.
    pub routes: Vec<Route>,
    /// Facts of the chosen edition that nobody looked for.
    pub facts: Vec<FactKey>,
    /// What is recorded and was not used.
    pub set_aside: Vec<SetAside>,
    /// What this library never looks at, as sentences.
    pub never: Vec<String>,
}

/// The whole trail behind an answer: from every sentence to the rule or
/// condition, its law or policy, the facts, and their documents and dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trace {
    /// The question that was answered.
    pub question: Question,
    /// Every sentence of the answer.
    pub sentences: Vec<SentenceTrace>,
    /// Every edition with what was found.
    pub editions: Vec<EditionTrace>,
    /// What was not looked at.
    pub not_looked_at: NotLookedAt,
    /// Every document that the trail refers to, by id.
    pub sources: Vec<SourceShown>,
}

/// One finding of an [`Outline`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct OutlineFinding {
    /// Id of the rule.
    pub rule: &'static str,
    /// The case within the rule.
    pub case: &'static str,
    /// What it found.
    pub effect: Effect,
    /// The age in its sentence, in completed years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<u8>,
}

/// One route of an [`Outline`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutlineRoute {
    /// The route.
    pub route: Route,
    /// The outcome on it.
    pub outcome: Outcome,
    /// What the rules found on it.
    pub findings: Vec<OutlineFinding>,
}

/// An answer in ids, for callers who compare many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outline {
    /// Id of the edition it is for.
    pub edition: String,
    /// The outcome.
    pub outcome: Outcome,
    /// The best route.
    pub route: Option<Route>,
    /// Who must agree.
    pub consent: Consent,
    /// Ids of the conditions, sorted.
    pub conditions: Vec<String>,
    /// Every route that was looked at.
    pub routes: Vec<OutlineRoute>,
}
