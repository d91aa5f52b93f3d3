//! Reasons with the facts, assessments and documents they rest on.

use crate::answer::{AssessmentUsed, ConditionShown, Effect, FactUsed, Outcome, Reason, SourceShown, UnknownShown};
use crate::check::Found;
use crate::date::Date;
use crate::fact::{Fact, FactKey, SourceId};
use crate::rules::{Assessed, Situation};
use crate::tool::{Assessment, Route};

use super::wording::{Blanks, Wording};
use super::{OnRoute, Shelf};

/// A finding as a reason.
pub(super) fn reason<S: Shelf>(words: &Wording<'_, S>, s: &Situation<'_>, route: Route, found: &Found) -> Reason {
    let finding = &found.finding;
    Reason {
        rule: found.rule,
        case: finding.because,
        effect: finding.effect,
        text: sentence(words, s, route, found),
        cites: found.cites,
        sources: found.sources.iter().map(|id| SourceId((*id).to_owned())).collect(),
        facts: finding.facts.iter().map(|&key| fact(words, s, route, key)).collect(),
        assessment: assessed(s, route, found).map(|assessment| AssessmentUsed {
            by: assessment.by.clone(),
            date: assessment.date,
            outcome: assessment.outcome,
            place: assessment.place.clone(),
            source: assessment.source.clone(),
            checked_on: assessment.checked_on,
            review_by: assessment.review_by,
            outdated: assessment.review_by < s.question.as_of,
        }),
        conditions: finding.conditions,
    }
}

/// Adds the evidence of a reason that says the same.
pub(super) fn merge(reason: &mut Reason, same: Reason) {
    for fact in same.facts {
        if !reason.facts.contains(&fact) {
            reason.facts.push(fact);
        }
    }
}

/// The sentence of a finding.
pub(super) fn sentence<S: Shelf>(words: &Wording<'_, S>, s: &Situation<'_>, route: Route, found: &Found) -> String {
    let key = ["rule.", found.rule, ".", found.finding.because].concat();
    let assessment = assessed(s, route, found);
    let blanks = Blanks {
        age: found.finding.age,
        by: assessment.map(|assessment| assessment.by.as_str()),
        date: assessment.map(|assessment| assessment.date),
        ..Blanks::default()
    };
    words.fill(&key, &blanks)
}

fn assessed<'a>(s: &Situation<'a>, route: Route, found: &Found) -> Option<&'a Assessment> {
    if !found.finding.assessed {
        return None;
    }
    match s.assessment(route) {
        Assessed::No => None,
        Assessed::InScope(assessment) | Assessed::OutOfScope(assessment) => Some(assessment),
    }
}

fn fact<S: Shelf>(words: &Wording<'_, S>, s: &Situation<'_>, route: Route, key: FactKey) -> FactUsed {
    let entry = s.facts.entry(key, route);
    let recorded = entry.map(|entry| &entry.fact);
    let known = recorded.and_then(Fact::known);
    FactUsed {
        key,
        label: words.say(&["fact.", key.as_str()].concat()),
        value: known.map(|known| known.value.clone()),
        unknown: match recorded {
            Some(Fact::Unknown { reason, .. }) => Some(*reason),
            _ => None,
        },
        place: known.map(|known| known.place.clone()),
        source: known.map(|known| known.source.clone()),
        content_date: known.and_then(|known| known.content_date),
        checked_on: recorded.and_then(Fact::checked_on),
        review_by: known.map(|known| known.review_by),
        outdated: known.is_some_and(|known| known.is_outdated(s.question.as_of)),
        correction: entry.and_then(|entry| entry.correction.clone()),
    }
}

/// Every document that reasons and conditions refer to, by id.
pub(super) fn sources<'a, S: Shelf>(
    shelf: &S,
    reasons: impl Iterator<Item = &'a Reason>,
    conditions: &[ConditionShown],
) -> Vec<SourceShown> {
    let mut ids: Vec<SourceId> = Vec::new();
    for reason in reasons {
        ids.extend_from_slice(&reason.sources);
        for fact in &reason.facts {
            ids.extend(fact.source.clone());
            ids.extend(fact.correction.as_ref().map(|correction| correction.source.clone()));
        }
        ids.extend(reason.assessment.as_ref().map(|used| used.source.clone()));
    }
    for condition in conditions {
        ids.extend_from_slice(&condition.sources);
    }
    ids.sort_unstable();
    ids.dedup();
    ids.iter().filter_map(|id| shelf.source(id)).map(SourceShown::from).collect()
}

/// Missing facts on routes that ask the school, each once.
pub(super) fn unknowns<S: Shelf>(
    words: &Wording<'_, S>,
    s: &Situation<'_>,
    on_routes: &[OnRoute],
) -> Vec<UnknownShown> {
    let mut unknowns: Vec<UnknownShown> = Vec::new();
    for on in on_routes.iter().filter(|on| on.outcome.outcome == Outcome::AskSchool) {
        let route = on.outcome.route;
        let missing = on
            .found
            .iter()
            .filter(|found| found.finding.effect == Effect::Asks)
            .flat_map(|found| found.finding.facts.iter().copied())
            .filter(|&key| s.facts.entry(key, route).is_none_or(|entry| entry.fact.known().is_none()));
        for key in missing {
            if !unknowns.iter().any(|other| other.key == key) {
                unknowns.push(unknown(words, s, route, key));
            }
        }
    }
    unknowns
}

fn unknown<S: Shelf>(words: &Wording<'_, S>, s: &Situation<'_>, route: Route, key: FactKey) -> UnknownShown {
    let (reason, searched) = match s.facts.entry(key, route).map(|entry| &entry.fact) {
        Some(Fact::Unknown { reason, searched, .. }) => (Some(*reason), searched.clone()),
        _ => (None, Vec::new()),
    };
    UnknownShown { key, label: words.say(&["fact.", key.as_str()].concat()), route, reason, searched }
}

/// The oldest check and the first review date of the facts and assessments
/// behind what is told.
pub(super) fn dates(s: &Situation<'_>, told: &[(Route, Found)]) -> (Option<Date>, Option<Date>) {
    let of_facts = told.iter().flat_map(|(route, found)| {
        let known = move |&key: &FactKey| s.facts.entry(key, *route).and_then(|entry| entry.fact.known());
        found.finding.facts.iter().filter_map(known).map(|known| (known.checked_on, known.review_by))
    });
    let of_assessments = told
        .iter()
        .filter_map(|(route, found)| assessed(s, *route, found))
        .map(|assessment| (assessment.checked_on, assessment.review_by));
    let mut checked_on: Option<Date> = None;
    let mut review_by: Option<Date> = None;
    for (checked, review) in of_facts.chain(of_assessments) {
        checked_on = Some(checked_on.map_or(checked, |oldest| oldest.min(checked)));
        review_by = Some(review_by.map_or(review, |first| first.min(review)));
    }
    (checked_on, review_by)
}
