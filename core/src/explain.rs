//! Turns a check into an answer with sentences.

use crate::answer::{
    AgeBand, Answer, CaseAnswer, CaseRoute, ConditionShown, Consent, ConsentKind, EditionAnswer, Effect,
    KnowledgeBaseShown, Outcome, Reason, RouteAnswer,
};
use crate::check::{self, Case, EditionCheck, Found, Ground, RouteOutcome};
use crate::condition::Condition;
use crate::date::Date;
use crate::fact::SourceId;
use crate::freshness::Freshness;
use crate::question::{Question, Role};
use crate::rules::{Situation, Users};
use crate::text::{Language, Register};
use crate::tool::{Route, Source, Status, Tool};

mod conditions;
mod evidence;
mod parents;
mod school;
#[cfg(test)]
pub(crate) mod testing;
mod trace;
mod ways_out;
mod wording;

pub(crate) use trace::{outline, trace};
pub(crate) use ways_out::{was, would_change};
use wording::Wording;
pub(crate) use wording::date_in_words;

/// Where sentences, sources and conditions come from.
pub(crate) trait Shelf {
    /// The sentence under a key, without its language.
    fn text(&self, language: Language, key: &str, register: Register) -> Option<&str>;
    /// A source document.
    fn source(&self, id: &SourceId) -> Option<Source>;
    /// The catalogue of conditions, by id.
    fn conditions(&self) -> &[Condition];
}

/// What an answer is made from.
pub(crate) struct Material<'a, S> {
    /// Sentences, sources, conditions.
    pub(crate) shelf: &'a S,
    /// The tool.
    pub(crate) tool: &'a Tool,
    /// Name of its supplier.
    pub(crate) supplier: &'a str,
    /// The question and what holds beside it.
    pub(crate) ground: Ground<'a>,
    /// Every edition that was looked at.
    pub(crate) checks: &'a [EditionCheck<'a>],
    /// The language to answer in.
    pub(crate) language: Language,
    /// How old the knowledge base is.
    pub(crate) freshness: Freshness,
    /// The knowledge base.
    pub(crate) knowledge_base: KnowledgeBaseShown,
}

/// A case with what was found on its best route.
struct Seen<'a> {
    case: &'a Case,
    route: Option<Route>,
    found: Vec<Found>,
    consent: Consent,
}

/// What was found on one route of a case.
struct OnRoute {
    outcome: RouteOutcome,
    found: Vec<Found>,
}

/// The order in which reasons of equal weight are told: what people can act
/// on first, that a route is not there last.
const TOLD_FIRST: [&str; 17] = [
    "discontinued",
    "prohibited-ai",
    "school-entry",
    "compulsory-use",
    "special-data",
    "confidential-data",
    "network-anonymiser",
    "staff-private-account",
    "social-medium",
    "central-assessment",
    "school-device",
    "parents-view",
    "private-email",
    "school-decision",
    "supplier-minimum-age",
    "public-ai",
    "processing-agreement",
];

/// The answer for the edition that suits the question best. `None` when
/// there is no edition at all.
pub(crate) fn answer<S: Shelf>(material: &Material<'_, S>) -> Option<Answer> {
    let chosen = material.checks.get(check::best_edition(material.checks)?)?;
    let headline = chosen.headline()?;
    let outcome = headline.outcome();
    let register = register(material.ground.question);
    let words = Wording {
        shelf: material.shelf,
        language: material.language,
        register,
        tool: &material.tool.name,
        supplier: material.supplier,
        school: material.ground.school,
    };
    let situation = case_situation(material, chosen, headline);
    let on_routes = on_routes(&situation, headline);
    let seen: Vec<Seen<'_>> = chosen
        .cases
        .iter()
        .map(|case| match core::ptr::eq(case, headline) {
            true => seen(&situation, case, &on_routes),
            false => look_again(material, chosen, case),
        })
        .collect();
    let first = seen.iter().find(|seen| core::ptr::eq(seen.case, headline))?;

    let told = told_findings(first, &on_routes, outcome);
    let mut reasons: Vec<Reason> = Vec::with_capacity(told.len());
    for (route, found) in &told {
        let reason = evidence::reason(&words, &situation, *route, found);
        match reasons.iter_mut().find(|other| other.rule == reason.rule && other.text == reason.text) {
            Some(other) => evidence::merge(other, reason),
            None => reasons.push(reason),
        }
    }
    let why = reasons.first().map(|reason| reason.text.clone()).unwrap_or_default();
    let route = (outcome != Outcome::NotAllowed).then_some(first.route).flatten();
    let differs = seen.iter().any(|other| other.case.outcome() != outcome);
    let only_teacher = first.route == Some(Route::TeacherOnly) && matches!(headline.users, Users::Pupils(_));
    let not_known = headline.routes.iter().any(|found| found.outcome == Outcome::AskSchool);
    let headline_key = match outcome {
        _ if differs => "outcome.depends",
        Outcome::Allowed | Outcome::Conditional if only_teacher && not_known => "outcome.teacher_first",
        Outcome::Allowed | Outcome::Conditional if only_teacher => "outcome.teacher_only",
        _ => wording::outcome_key(outcome),
    };
    let (checked_on, review_by) = evidence::dates(&situation, &told);
    let conditions = conditions::shown(&words, material, chosen, &seen);
    let sources = evidence::sources(material.shelf, reasons.iter(), &conditions);
    let parents = parents::shown(&parents::Told {
        words: &words,
        situation: &situation,
        outcome,
        route: first.route,
        consent: first.consent,
        conditions: &conditions,
        why: &why,
        seen: &seen,
    });
    Some(Answer {
        tool: material.tool.id.clone(),
        name: material.tool.name.clone(),
        supplier: material.supplier.to_owned(),
        edition: Some(chosen.edition.id.clone()),
        edition_name: Some(chosen.edition.name.clone()),
        outcome,
        headline: words.say(headline_key),
        route,
        route_text: words.say(&format!("route.{}", route.map_or("none", Route::as_str))),
        why,
        routes: routes(&words, &situation, &on_routes),
        consent: first.consent,
        consent_text: words.with_age(&format!("consent.{}", first.consent.kind), first.consent.until_age),
        conditions,
        reasons,
        sources,
        unknowns: evidence::unknowns(&words, &situation, &on_routes),
        by_case: by_case(&seen),
        editions: material.checks.iter().map(edition_answer).collect(),
        would_change: Vec::new(),
        alternatives: Vec::new(),
        instead: instead(&material.tool.status, material.ground.question.as_of),
        school: school::shown(&words, &situation, first.route),
        parents,
        basis: check::basis(&first.found),
        freshness: material.freshness,
        checked_on,
        review_by,
        was: None,
        as_of: material.ground.question.as_of,
        knowledge_base: material.knowledge_base.clone(),
        standing: words.say("standing.school_decides"),
    })
}

/// To whom the sentences speak.
fn register(question: &Question) -> Register {
    match question.role {
        Some(Role::Parent) => Register::Parent,
        Some(Role::Teacher | Role::Pupil | Role::Staff) | None => Register::Teacher,
    }
}

fn case_situation<'a, S>(material: &Material<'a, S>, check: &'a EditionCheck<'a>, case: &Case) -> Situation<'a> {
    check::situation(material.tool, check.edition, &check.facts, material.ground, case.users)
}

fn look_again<'a, S>(material: &Material<'_, S>, check: &EditionCheck<'_>, case: &'a Case) -> Seen<'a> {
    let situation = case_situation(material, check, case);
    match (case.outcome(), case.best()) {
        (Outcome::NotAllowed, _) | (_, None) => seen(&situation, case, &on_routes(&situation, case)),
        (_, Some(best)) => seen(&situation, case, &[on_route(&situation, best)]),
    }
}

/// A case with what was found on its best route, which is among those given, or
/// on a refusal with what closes each route.
fn seen<'a>(situation: &Situation<'_>, case: &'a Case, on_routes: &[OnRoute]) -> Seen<'a> {
    let route = case.best().map(|best| best.route);
    if case.outcome() == Outcome::NotAllowed {
        let found = closing(on_routes).map(|(_, found)| found).collect();
        return Seen { case, route, found, consent: Consent { kind: ConsentKind::None, until_age: None } };
    }
    let best = on_routes.iter().find(|on| Some(on.outcome.route) == route);
    let found = best.map(|on| on.found.clone()).unwrap_or_default();
    let consent = check::consent(&found, situation.consent_age());
    Seen { case, route, found, consent }
}

/// What is told as reasons: on a refusal what closes each route, otherwise
/// everything found on the best route; what weighs most first.
fn told_findings(seen: &Seen<'_>, on_routes: &[OnRoute], outcome: Outcome) -> Vec<(Route, Found)> {
    let mut told: Vec<(Route, Found)> = if outcome == Outcome::NotAllowed {
        closing(on_routes).collect()
    } else {
        seen.route.map(|route| seen.found.iter().map(|&found| (route, found)).collect()).unwrap_or_default()
    };
    told.sort_by_key(|(_, found)| weight(found));
    told
}

fn on_routes(s: &Situation<'_>, case: &Case) -> Vec<OnRoute> {
    case.routes.iter().map(|&outcome| on_route(s, outcome)).collect()
}

fn on_route(s: &Situation<'_>, outcome: RouteOutcome) -> OnRoute {
    OnRoute { outcome, found: check::findings_on(s, outcome.route) }
}

/// What closes each route of a case.
fn closing(on_routes: &[OnRoute]) -> impl Iterator<Item = (Route, Found)> {
    let closes = |found: &&Found| matches!(found.finding.effect, Effect::Closes | Effect::Forbids);
    on_routes.iter().flat_map(move |on| on.found.iter().filter(closes).map(|&found| (on.outcome.route, found)))
}

/// Sorts what weighs most to the front.
fn weight(found: &Found) -> (core::cmp::Reverse<Effect>, usize) {
    let told = TOLD_FIRST.iter().position(|&rule| rule == found.rule).unwrap_or(TOLD_FIRST.len());
    let place = match found.rule {
        "route-offered" => usize::MAX,
        // What is missing says more than that nobody decided.
        "school-decision" if found.finding.effect == Effect::Asks => TOLD_FIRST.len().saturating_add(1),
        _ => told,
    };
    (core::cmp::Reverse(found.finding.effect), place)
}

fn routes<S: Shelf>(words: &Wording<'_, S>, s: &Situation<'_>, on_routes: &[OnRoute]) -> Vec<RouteAnswer> {
    let answer = |on: &OnRoute| {
        let (route, outcome) = (on.outcome.route, on.outcome.outcome);
        let absent = |found: &&Found| found.rule == "route-offered" && found.finding.effect == Effect::Closes;
        let top = on.found.iter().find(absent).or_else(|| on.found.iter().min_by_key(|found| weight(found)));
        RouteAnswer {
            route,
            ok: outcome <= Outcome::Conditional,
            outcome,
            rule: top.map_or("", |top| top.rule),
            because: top.map(|top| evidence::sentence(words, s, route, top)).unwrap_or_default(),
        }
    };
    on_routes.iter().map(answer).collect()
}

fn by_case(seen: &[Seen<'_>]) -> Vec<CaseAnswer> {
    let answer = |seen: &Seen<'_>, age: AgeBand| {
        let outcome = seen.case.outcome();
        CaseAnswer {
            age,
            outcome,
            route: (outcome != Outcome::NotAllowed).then_some(seen.route).flatten(),
            consent: seen.consent,
            routes: seen
                .case
                .routes
                .iter()
                .map(|found| CaseRoute { route: found.route, outcome: found.outcome })
                .collect(),
        }
    };
    seen.iter().filter_map(|seen| seen.case.band.map(|age| answer(seen, age))).collect()
}

fn edition_answer(check: &EditionCheck<'_>) -> EditionAnswer {
    let outcome = check.outcome();
    EditionAnswer {
        id: check.edition.id.clone(),
        name: check.edition.name.clone(),
        outcome,
        route: check.headline().and_then(Case::best).filter(|_| outcome != Outcome::NotAllowed).map(|best| best.route),
    }
}

fn instead(status: &Status, as_of: Date) -> Option<String> {
    let begun = |on: &Option<Date>| on.is_none_or(|day| day <= as_of);
    match status {
        Status::Discontinued { on, replaced_by, .. } if begun(on) => replaced_by.clone(),
        Status::Renamed { on, to, .. } if begun(on) => Some(to.clone()),
        Status::Active | Status::Discontinued { .. } | Status::Renamed { .. } => None,
    }
}
