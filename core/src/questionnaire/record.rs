//! A record made of answers, so that the rules can look at it.

use crate::answer::Outcome;
use crate::check::EditionCheck;
use crate::date::Date;
use crate::fact::{Fact, FactKey, Jurisdiction, Known, SourceId, Value};
use crate::tool::{Edition, FactEntry, Kind, Plan, Route, Status, Tool, Usage};

use super::answers::{Answers, Given};
use super::key::AskKey;

/// Id of the record; no tool of a knowledge base has it.
pub(super) const ID: &str = "not-recorded";

/// What stands for the documents that nobody read.
pub(super) const SOURCE: &str = "own-answers";

/// How many days answers count.
const DAYS: u8 = 30;

/// The last day on which answers of this day count.
pub(super) fn valid_until(as_of: Date) -> Date {
    (0..DAYS).fold(as_of, |day, _| day_after(day).unwrap_or(day))
}

fn day_after(date: Date) -> Option<Date> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    Date::new(year, month, day.saturating_add(1))
        .or_else(|| Date::new(year, month.saturating_add(1), 1))
        .or_else(|| Date::new(year.saturating_add(1), 1, 1))
}

/// A tool with the one edition that the answers describe. What is not known
/// is not in it.
pub(crate) fn record(answers: &Answers, as_of: Date, place: &str) -> Tool {
    let facts = FactKey::ALL.iter().filter_map(|&key| match answers.fact(key)? {
        Given::Value(value) => Some(entry(key, value, as_of, place)),
        Given::DoNotKnow => None,
    });
    tool(answers.name(), answers.kind(), answers.plan(), facts.collect())
}

/// A tool with one edition.
pub(super) fn tool(name: &str, kind: Option<Kind>, plan: Option<Plan>, facts: Vec<FactEntry>) -> Tool {
    let edition = Edition {
        id: ID.to_owned(),
        name: name.to_owned(),
        plan: plan.unwrap_or(Plan::NotRecorded),
        domains: Vec::new(),
        facts,
        assessments: Vec::new(),
    };
    Tool {
        id: ID.to_owned(),
        name: name.to_owned(),
        other_names: Vec::new(),
        supplier: ID.to_owned(),
        kind: kind.unwrap_or(Kind::General),
        purposes: Vec::new(),
        domains: Vec::new(),
        stores: Vec::new(),
        status: Status::Active,
        status_cited: None,
        usage: Usage::Rare,
        editions: vec![edition],
    }
}

/// An answer as a fact: seen on the day of the question, and good as long as
/// answers count.
pub(super) fn entry(key: FactKey, value: Value, as_of: Date, place: &str) -> FactEntry {
    let known = Known {
        value,
        source: SourceId(SOURCE.to_owned()),
        place: place.to_owned(),
        content_date: Some(as_of),
        checked_on: as_of,
        review_by: valid_until(as_of),
        jurisdiction: Jurisdiction::Nl,
    };
    FactEntry::new(key, Vec::<Route>::new(), Fact::Known(known))
}

/// The freest outcome that answers can lead to. Who does not know what kind
/// of tool it is gets no yes.
pub(super) fn freest(answers: &Answers) -> Outcome {
    match answers.get(AskKey::Kind) {
        Some(Given::DoNotKnow) => Outcome::AskSchool,
        Some(Given::Value(_)) | None => Outcome::Conditional,
    }
}

/// Holds every route to the freest outcome that there can be.
pub(super) fn hold(check: &mut EditionCheck<'_>, freest: Outcome) {
    for route in check.cases.iter_mut().flat_map(|case| &mut case.routes) {
        route.outcome = route.outcome.max(freest);
    }
}

/// Holds every route to the freest outcome that answers can lead to.
pub(crate) fn hold_back(checks: &mut [EditionCheck<'_>], answers: &Answers) {
    checks.iter_mut().for_each(|check| hold(check, freest(answers)));
}
