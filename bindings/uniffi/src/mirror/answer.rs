//! Mirrors of `core/src/answer.rs`.

use magdit::{
    Account, AgeBand, Alternative, Answer, Basis, CaseAnswer, CaseRoute, Change, ConditionShown, Consent, ConsentKind,
    Date, EditionAnswer, Effect, FactKey, ForParents, Freshness, KnowledgeBaseShown, Outcome, Reason, Route,
    RouteAnswer, SchoolAnswer, SourceId, SourceShown, Strength, UnknownReason, UnknownShown, Value, Was, Who,
    WouldChange,
};

use crate::custom::Word;

/// Whether it may be used, from free to refused. The most restrictive
/// finding decides, so the order is the meaning.
#[uniffi::remote(Enum)]
pub enum Outcome {
    /// It may be used in this way.
    Allowed,
    /// It may be used in this way if every condition that is a *must* holds.
    Conditional,
    /// A decision or a fact is missing: do not use it before the school said yes.
    AskSchool,
    /// It may not be used in this way.
    NotAllowed,
}

/// What a rule found, from free to refused.
#[uniffi::remote(Enum)]
pub enum Effect {
    /// The rule has nothing to say here.
    NotApplicable,
    /// The rule is met.
    Satisfied,
    /// The rule is met when the conditions are.
    Requires,
    /// A fact or a decision is missing.
    Asks,
    /// This route is closed.
    Closes,
    /// A hard stop: no school may lift it.
    Forbids,
}

/// Who must agree, or at least know.
#[uniffi::remote(Enum)]
pub enum ConsentKind {
    /// Nobody is asked.
    None,
    /// Parents are informed beforehand and may object.
    InformParents,
    /// Parents must consent.
    ParentalConsent,
    /// The users themselves must consent.
    OwnConsent,
}

/// Who must agree, or at least know.
#[uniffi::remote(Record)]
pub struct Consent {
    /// What is asked.
    pub kind: ConsentKind,
    /// Parents consent for users younger than this age in completed years.
    pub until_age: Option<u8>,
}

/// Ages that are answered apart when the question leaves the age open.
#[uniffi::remote(Enum)]
pub enum AgeBand {
    /// Up to and including 12 years.
    Under13,
    /// 13, 14 and 15 years.
    From13To15,
    /// 16 and 17 years.
    From16To17,
    /// 18 years and older.
    Adult,
}

/// What the answer rests on, from firm to thin.
#[uniffi::remote(Enum)]
pub enum Basis {
    /// A decision of the school.
    SchoolDecision,
    /// An assessment made for many schools.
    CentralAssessment,
    /// What the supplier says.
    SupplierInformation,
    /// General rules only.
    RuleOfThumb,
}

/// One route and whether it can be used.
#[uniffi::remote(Record)]
pub struct RouteAnswer {
    /// The route.
    pub route: Route,
    /// Allowed or conditional.
    pub ok: bool,
    /// What the answer would be if this were the only route.
    pub outcome: Outcome,
    /// The rule that weighs most on this route.
    pub rule: Word,
    /// Its reason, as a sentence.
    pub because: String,
}

/// A source as it is shown.
#[uniffi::remote(Record)]
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
    pub content_date: Option<Date>,
    /// The day it was read.
    pub checked_on: Date,
}

/// Something people have to do.
#[uniffi::remote(Record)]
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
    pub applies_to: Option<String>,
    /// The law or policy it comes from.
    pub cites: String,
    /// The documents in which that was read: sources of the answer.
    pub sources: Vec<SourceId>,
    /// The day the school did it, by its own file.
    pub met_on: Option<Date>,
    /// Whom to turn to at the school, by its own file.
    pub contact: Option<String>,
}

/// A missing fact that kept a route from being open.
#[uniffi::remote(Record)]
pub struct UnknownShown {
    /// What is missing.
    pub key: FactKey,
    /// As words.
    pub label: String,
    /// The route it would decide.
    pub route: Route,
    /// Why it is not known; nothing when nobody looked.
    pub reason: Option<UnknownReason>,
    /// What was searched.
    pub searched: Vec<String>,
}

/// A route in one case.
#[uniffi::remote(Record)]
pub struct CaseRoute {
    /// The route.
    pub route: Route,
    /// The outcome on this route alone.
    pub outcome: Outcome,
}

/// The answer for one band of ages.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct KnowledgeBaseShown {
    /// Number of the edition; higher is later.
    pub edition: u64,
    /// The day it was issued.
    pub issued: Date,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// Something that could be otherwise.
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
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

/// The answer to a question about one tool.
///
/// New fields may be added. Read `outcome` first: everything else explains it.
#[uniffi::remote(Record)]
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
    pub instead: Option<String>,
    /// What the school's own file says, where one lies over the knowledge base.
    pub school: Option<SchoolAnswer>,
    /// What parents are told, and the letters that fit, when a parent asks.
    pub parents: Option<ForParents>,
    /// What the answer rests on.
    pub basis: Basis,
    /// How old the knowledge base is.
    pub freshness: Freshness,
    /// The oldest day on which a fact behind the answer was checked.
    pub checked_on: Option<Date>,
    /// The first day on which a fact behind the answer is due for a new check.
    pub review_by: Option<Date>,
    /// That it was a yes until what it rests on grew too old.
    pub was: Option<Was>,
    /// The day the answer is for.
    pub as_of: Date,
    /// The knowledge base it comes from.
    pub knowledge_base: KnowledgeBaseShown,
    /// Who decides, always.
    pub standing: String,
}
