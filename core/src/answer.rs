//! What the library answers.

use serde::Serialize;

use crate::condition::{Strength, Who};
use crate::date::Date;
use crate::fact::{FactKey, SourceId, UnknownReason, Value};
use crate::freshness::Freshness;
use crate::question::{Account, Purpose, Question};
use crate::tool::{Route, Source};
use crate::vocabulary::vocabulary;

mod parents;
mod reason;
mod school;
mod trace;
mod was;

pub use parents::{ForParents, Letter, LetterKind, LetterRefusal, ParentsPart, PartKind};
pub use reason::{AssessmentUsed, FactUsed, Reason};
pub use school::{Decision, SchoolAnswer};
pub use trace::{
    BroughtBy, CaseTrace, EditionTrace, NotLookedAt, Outline, OutlineFinding, OutlineRoute, RouteTrace, SentenceTrace,
    SetAside, SetAsideWhy, Trace,
};
pub use was::Was;

vocabulary! {
    /// Whether it may be used, from free to refused. The most restrictive
    /// finding decides, so the order is the meaning.
    Outcome {
        /// It may be used in this way.
        Allowed = "allowed",
        /// It may be used in this way if every condition that is a *must* holds.
        Conditional = "conditional",
        /// A decision or a fact is missing: do not use it before the school said yes.
        AskSchool = "ask_school",
        /// It may not be used in this way.
        NotAllowed = "not_allowed",
    }
}

vocabulary! {
    /// What a rule found, from free to refused.
    Effect {
        /// The rule has nothing to say here.
        NotApplicable = "not_applicable",
        /// The rule is met.
        Satisfied = "satisfied",
        /// The rule is met when the conditions are.
        Requires = "requires",
        /// A fact or a decision is missing.
        Asks = "asks",
        /// This route is closed.
        Closes = "closes",
        /// A hard stop: no school may lift it.
        Forbids = "forbids",
    }
}

vocabulary! {
    /// Who must agree, or at least know.
    ConsentKind {
        /// Nobody is asked.
        None = "none",
        /// Parents are informed beforehand and may object.
        InformParents = "inform_parents",
        /// Parents must consent.
        ParentalConsent = "parental_consent",
        /// The users themselves must consent.
        OwnConsent = "own_consent",
    }
}

/// Who must agree, or at least know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Consent {
    /// What is asked.
    pub kind: ConsentKind,
    /// Parents consent for users younger than this age in completed years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until_age: Option<u8>,
}

vocabulary! {
    /// Ages that are answered apart when the question leaves the age open.
    AgeBand {
        /// Up to and including 12 years.
        Under13 = "under_13",
        /// 13, 14 and 15 years.
        From13To15 = "13_15",
        /// 16 and 17 years.
        From16To17 = "16_17",
        /// 18 years and older.
        Adult = "adult",
    }
}

impl AgeBand {
    /// The youngest age in the band: the strictest one, since a lower age
    /// never relaxes an answer. Pupils in primary education start at 4.
    #[must_use]
    pub const fn youngest(self) -> u8 {
        match self {
            Self::Under13 => 4,
            Self::From13To15 => 13,
            Self::From16To17 => 16,
            Self::Adult => 18,
        }
    }

    /// The band of an age.
    #[must_use]
    pub const fn of(age: u8) -> Self {
        match age {
            0..=12 => Self::Under13,
            13..=15 => Self::From13To15,
            16..=17 => Self::From16To17,
            _ => Self::Adult,
        }
    }
}

vocabulary! {
    /// What the answer rests on, from firm to thin.
    Basis {
        /// A decision of the school.
        SchoolDecision = "school_decision",
        /// An assessment made for many schools.
        CentralAssessment = "central_assessment",
        /// What the supplier says.
        SupplierInformation = "supplier_information",
        /// General rules only.
        RuleOfThumb = "rule_of_thumb",
    }
}

/// One route and whether it can be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteAnswer {
    /// The route.
    pub route: Route,
    /// Allowed or conditional.
    pub ok: bool,
    /// What the answer would be if this were the only route.
    pub outcome: Outcome,
    /// The rule that weighs most on this route.
    pub rule: &'static str,
    /// Its reason, as a sentence.
    pub because: String,
}

/// A source as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceShown {
    /// Id of the document.
    pub id: SourceId,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub url: String,
    /// Last change of its content, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_date: Option<Date>,
    /// The day it was read.
    pub checked_on: Date,
}

impl From<Source> for SourceShown {
    fn from(source: Source) -> Self {
        Self {
            id: source.id,
            publisher: source.publisher,
            title: source.title,
            url: source.url,
            content_date: source.content_date,
            checked_on: source.checked_on,
        }
    }
}

/// Something people have to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionShown {
    /// Id in the catalogue.
    pub id: String,
    /// Who acts.
    pub who: Who,
    /// Who acts, as words.
    pub who_text: String,
    /// How binding it is.
    pub strength: Strength,
    /// What to do.
    pub text: String,
    /// Why.
    pub because: String,
    /// The ages it holds for, when not for all the question is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applies_to: Option<String>,
    /// The law or policy it comes from.
    pub cites: String,
    /// The documents in which that was read: sources of the answer.
    pub sources: Vec<SourceId>,
    /// The day the school did it, by its own file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met_on: Option<Date>,
    /// Whom to turn to at the school, by its own file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// A missing fact that kept a route from being open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnknownShown {
    /// What is missing.
    pub key: FactKey,
    /// As words.
    pub label: String,
    /// The route it would decide.
    pub route: Route,
    /// Why it is not known; nothing when nobody looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<UnknownReason>,
    /// What was searched.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub searched: Vec<String>,
}

/// A route in one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CaseRoute {
    /// The route.
    pub route: Route,
    /// The outcome on this route alone.
    pub outcome: Outcome,
}

/// The answer for one band of ages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseAnswer {
    /// The ages.
    pub age: AgeBand,
    /// The outcome on the best route.
    pub outcome: Outcome,
    /// The best route.
    pub route: Option<Route>,
    /// Who must agree on that route.
    pub consent: Consent,
    /// Every route that was looked at.
    pub routes: Vec<CaseRoute>,
}

/// The outcome of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditionAnswer {
    /// Id of the edition.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its outcome for this question.
    pub outcome: Outcome,
    /// Its best route.
    pub route: Option<Route>,
}

/// The knowledge base an answer comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KnowledgeBaseShown {
    /// Number of the edition; higher is later.
    pub edition: u64,
    /// The day it was issued.
    pub issued: Date,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// Something that could be otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Change {
    /// Another account, or none.
    Account(Account),
    /// Another edition of the tool.
    AnyEdition,
    /// No personal data go in.
    NoPersonalData,
    /// Pupils may say no.
    Voluntary,
    /// It runs on a device of the user.
    OwnDevice,
    /// The school decides for it and has a contract.
    Contract,
    /// The teacher shows it, on the route of the change; that may be one with
    /// an account.
    TeacherShows,
    /// A fact that is not known turns out like this. A processing agreement is
    /// `own` here, and one of any other kind leads to a yes as well.
    Fact(FactKey, Value),
    /// The school approves this use, on every route, in place of whatever it
    /// decided before.
    SchoolDecision,
    /// Parents consent. Beside other changes, where the yes they lead to rests
    /// on that; alone it leads nowhere, because consent repairs nothing.
    ParentalConsent,
}

/// A smallest set of changes that leads to a yes: at most two, and the consent
/// of parents where the yes rests on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WouldChange {
    /// What would have to be otherwise, all of it.
    pub changes: Vec<Change>,
    /// The same as a sentence.
    pub text: String,
    /// The outcome then, as it was found by asking again.
    pub outcome: Outcome,
    /// The route then.
    pub route: Option<Route>,
}

/// Another tool that serves the same purpose and passes in this very question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// Id of the tool.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its outcome for this question.
    pub outcome: Outcome,
    /// Its best route.
    pub route: Option<Route>,
    /// What its answer rests on.
    pub basis: Basis,
}

/// An answer without sentences: for callers who ask about many tools.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Brief {
    /// Id of the edition it is for.
    pub edition: String,
    /// The outcome; the same as in the full answer.
    pub outcome: Outcome,
    /// The route; the same as in the full answer.
    pub route: Option<Route>,
    /// Who must agree; the same as in the full answer.
    pub consent: Consent,
    /// What it rests on, where a route is open; the same as in the full answer.
    pub basis: Basis,
}

/// The answer to a question about one tool.
///
/// New fields may be added. Read `outcome` first: everything else explains it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Id of the tool.
    pub tool: String,
    /// Its name.
    pub name: String,
    /// Its supplier's name.
    pub supplier: String,
    /// Id of the edition the answer is for.
    pub edition: Option<String>,
    /// Name of that edition.
    pub edition_name: Option<String>,
    /// The outcome. Where the question leaves the age open, the strictest one.
    pub outcome: Outcome,
    /// The outcome as a sentence; says so when it depends on the age.
    pub headline: String,
    /// The best route, or the one to ask the school about; nothing when no
    /// route is open.
    pub route: Option<Route>,
    /// The route as a sentence.
    pub route_text: String,
    /// The main reason as a sentence.
    pub why: String,
    /// Every route that was looked at.
    pub routes: Vec<RouteAnswer>,
    /// Who must agree, or at least know.
    pub consent: Consent,
    /// The same as a sentence.
    pub consent_text: String,
    /// What to do, most binding first.
    pub conditions: Vec<ConditionShown>,
    /// What the rules found, what weighs most first.
    pub reasons: Vec<Reason>,
    /// Missing facts that decided.
    pub unknowns: Vec<UnknownShown>,
    /// Every document that reasons, conditions and facts refer to, by id.
    pub sources: Vec<SourceShown>,
    /// The answer per age, when the question leaves the age open.
    pub by_case: Vec<CaseAnswer>,
    /// The outcome of each edition for this question.
    pub editions: Vec<EditionAnswer>,
    /// The smallest changes that would lead to a yes, when this is none.
    pub would_change: Vec<WouldChange>,
    /// Other tools for the same purpose that pass in this very question, when
    /// this one does not: at most three, the firmest basis first.
    pub alternatives: Vec<Alternative>,
    /// The tool to look at instead of one that is gone or renamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// What the school's own file says, where one lies over the knowledge base.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub school: Option<SchoolAnswer>,
    /// What parents are told, and the letters that fit, when a parent asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parents: Option<ForParents>,
    /// What the answer rests on.
    pub basis: Basis,
    /// How old the knowledge base is.
    pub freshness: Freshness,
    /// The oldest day on which a fact behind the answer was checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// The first day on which a fact behind the answer is due for a new check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// That it was a yes until what it rests on grew too old.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<Was>,
    /// The day the answer is for.
    pub as_of: Date,
    /// The knowledge base it comes from.
    pub knowledge_base: KnowledgeBaseShown,
    /// Who decides, always.
    pub standing: String,
}

impl Answer {
    /// Whether this is a yes to what was asked. Where pupils were meant to use
    /// the tool, use by the teacher alone is none.
    #[must_use]
    pub fn is_yes_to(&self, question: &Question) -> bool {
        is_yes(self.outcome, self.route, question)
    }
}

/// Whether an outcome on a route is a yes to what was asked.
pub(crate) fn is_yes(outcome: Outcome, route: Option<Route>, question: &Question) -> bool {
    let alone = matches!(question.purpose, Some(Purpose::Show | Purpose::Prepare));
    outcome <= Outcome::Conditional && (alone || route != Some(Route::TeacherOnly))
}
