//! The whole trail of a check, and its outline in ids.

use crate::answer::{
    Answer, BroughtBy, CaseTrace, EditionTrace, NotLookedAt, Outcome, Outline, OutlineFinding, OutlineRoute, Reason,
    RouteTrace, SentenceTrace, SetAside, SetAsideWhy, Trace,
};
use crate::catalogue;
use crate::check::{self, Case, EditionCheck, RouteOutcome};
use crate::fact::{Fact, FactKey, Jurisdiction, Known};
use crate::question::Question;
use crate::rules::{Situation, rules};
use crate::tool::Route;

use super::wording::Wording;
use super::{Material, Shelf, case_situation, conditions, evidence, look_again, register, weight};

/// The trail behind `answer`, which was made from the same material.
pub(crate) fn trace<S: Shelf>(material: &Material<'_, S>, answer: &Answer) -> Trace {
    let words = Wording {
        shelf: material.shelf,
        language: material.language,
        register: register(material.ground.question),
        tool: &material.tool.name,
        supplier: material.supplier,
        school: material.ground.school,
    };
    let chosen = check::best_edition(material.checks);
    let editions: Vec<EditionTrace> = material
        .checks
        .iter()
        .enumerate()
        .map(|(index, check)| edition(&words, material, check, Some(index) == chosen))
        .collect();
    let reasons: Vec<&Reason> = editions
        .iter()
        .flat_map(|edition| &edition.cases)
        .flat_map(|case| &case.routes)
        .flat_map(|route| &route.reasons)
        .collect();
    let sources = evidence::sources(material.shelf, reasons.iter().copied(), &answer.conditions);
    Trace {
        question: material.ground.question.clone(),
        sentences: sentences(answer, &reasons),
        not_looked_at: not_looked_at(&words, material, chosen.and_then(|index| material.checks.get(index))),
        editions,
        sources,
    }
}

fn edition<S: Shelf>(
    words: &Wording<'_, S>,
    material: &Material<'_, S>,
    check: &EditionCheck<'_>,
    chosen: bool,
) -> EditionTrace {
    let cases = check.cases.iter().map(|case| {
        let situation = case_situation(material, check, case);
        let routes = case.routes.iter().map(|found| route(words, material, &situation, found)).collect();
        let open = case.best().filter(|best| best.outcome != Outcome::NotAllowed);
        CaseTrace { age: case.band, outcome: case.outcome(), route: open.map(|best| best.route), routes }
    });
    EditionTrace {
        id: check.edition.id.clone(),
        name: check.edition.name.clone(),
        chosen,
        outcome: check.outcome(),
        cases: cases.collect(),
    }
}

fn route<S: Shelf>(
    words: &Wording<'_, S>,
    material: &Material<'_, S>,
    s: &Situation<'_>,
    outcome: &RouteOutcome,
) -> RouteTrace {
    let route = outcome.route;
    let mut found = check::findings_on(s, route);
    found.sort_by_key(weight);
    let spoke = |rule: &&'static str| found.iter().any(|found| found.rule == *rule);
    let silent = rules().into_iter().map(|rule| rule.id).filter(|rule| !spoke(rule)).collect();
    let triggered = material
        .shelf
        .conditions()
        .iter()
        .filter(|condition| condition.when.as_ref().is_some_and(|trigger| catalogue::applies(trigger, s, route)));
    RouteTrace {
        route,
        outcome: outcome.outcome,
        reasons: found.iter().map(|found| evidence::reason(words, s, route, found)).collect(),
        by_catalogue: triggered.map(|condition| condition.id.clone()).collect(),
        silent,
    }
}

/// Every sentence of the answer with the rules behind it.
fn sentences(answer: &Answer, reasons: &[&Reason]) -> Vec<SentenceTrace> {
    let deciding = |reason: &&Reason| Outcome::of([reason.effect]) >= answer.outcome;
    let deciding: Vec<&'static str> = unique(answer.reasons.iter().filter(deciding).map(|reason| reason.rule));
    let of_rules = |field, text: &str, rules: Vec<&'static str>| {
        let by = if rules.is_empty() { BroughtBy::Outcome } else { BroughtBy::Rule };
        SentenceTrace { field, text: text.to_owned(), by, rules, condition: None }
    };
    let mut sentences = vec![
        of_rules("headline", &answer.headline, deciding.clone()),
        of_rules("route_text", &answer.route_text, vec!["route-offered"]),
        of_rules("consent_text", &answer.consent_text, consent_rules(answer)),
        of_rules("why", &answer.why, answer.reasons.first().map(|reason| reason.rule).into_iter().collect()),
    ];
    sentences.extend(answer.reasons.iter().map(|reason| of_rules("reasons", &reason.text, vec![reason.rule])));
    sentences.extend(answer.was.iter().map(|was| of_rules("was", &was.text, vec!["outdated"])));
    for condition in &answer.conditions {
        let brings = |reason: &&&Reason| reason.conditions.contains(&condition.id.as_str());
        let rules = unique(reasons.iter().filter(brings).map(|reason| reason.rule));
        let by = match (rules.is_empty(), conditions::is_next_step(&condition.id)) {
            (false, _) => BroughtBy::Rule,
            (true, true) => BroughtBy::Outcome,
            (true, false) => BroughtBy::Catalogue,
        };
        let sentence = |field, text: &str| SentenceTrace {
            field,
            text: text.to_owned(),
            by,
            rules: rules.clone(),
            condition: Some(condition.id.clone()),
        };
        sentences.push(sentence("conditions.text", &condition.text));
        sentences.push(sentence("conditions.because", &condition.because));
    }
    sentences.push(of_rules("standing", &answer.standing, Vec::new()));
    sentences
}

/// The rules that ask for the consent an answer names.
fn consent_rules(answer: &Answer) -> Vec<&'static str> {
    const ABOUT_CONSENT: [&str; 5] =
        ["parental-consent", "supplier-parental-permission", "image-publication", "inform-parents", "private-email"];
    let about = |rule: &&'static str| ABOUT_CONSENT.contains(rule);
    unique(answer.reasons.iter().map(|reason| reason.rule).filter(about))
}

fn unique(rules: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut rules: Vec<&'static str> = rules.collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

fn not_looked_at<S: Shelf>(
    words: &Wording<'_, S>,
    material: &Material<'_, S>,
    chosen: Option<&EditionCheck<'_>>,
) -> NotLookedAt {
    let looked = |route: &Route| {
        let routes = material.checks.iter().flat_map(|check| &check.cases).flat_map(|case: &Case| &case.routes);
        routes.into_iter().any(|found| found.route == *route)
    };
    let recorded =
        |key: &FactKey| chosen.is_some_and(|check| check.edition.facts.iter().any(|entry| entry.key == *key));
    NotLookedAt {
        open: open_fields(material.ground.question),
        routes: Route::ALL.iter().copied().filter(|route| !looked(route)).collect(),
        facts: FactKey::ALL.iter().copied().filter(|key| !recorded(key)).collect(),
        set_aside: material.checks.iter().flat_map(|check| set_aside(material, check)).collect(),
        never: ["never.app", "never.school", "never.news"].map(|key| words.say(key)).into(),
    }
}

fn open_fields(question: &Question) -> Vec<&'static str> {
    let fields = [
        ("role", question.role.is_none()),
        ("age", question.age.is_none()),
        ("sector", question.sector.is_none()),
        ("purpose", question.purpose.is_none()),
        ("account", question.account.is_none()),
        ("data", question.data.is_none()),
        ("device", question.device.is_none()),
        ("procured", question.procured.is_none()),
        ("compulsory", question.compulsory.is_none()),
        ("edition", question.edition.is_none()),
    ];
    fields.into_iter().filter(|(_, open)| *open).map(|(name, _)| name).collect()
}

fn set_aside<S>(material: &Material<'_, S>, check: &EditionCheck<'_>) -> Vec<SetAside> {
    let as_of = material.ground.question.as_of;
    let edition = &check.edition.id;
    let unused = check.edition.facts.iter().filter(|entry| !check.facts.holds(entry));
    let facts = unused.filter_map(|entry| match &entry.fact {
        Fact::Known(known) => Some(SetAside {
            edition: edition.clone(),
            key: Some(entry.key),
            source: known.source.clone(),
            place: known.place.clone(),
            from: known.in_force_from(),
            why: why(entry.key, known, as_of),
        }),
        Fact::Unknown { .. } | Fact::NotApplicable => None,
    });
    let latest = check.edition.assessments.iter().map(|found| found.date).filter(|&date| date <= as_of).max();
    let assessments =
        check.edition.assessments.iter().filter(|found| Some(found.date) != latest).map(|found| SetAside {
            edition: edition.clone(),
            key: None,
            source: found.source.clone(),
            place: found.place.clone(),
            from: found.date,
            why: if found.date > as_of { SetAsideWhy::Later } else { SetAsideWhy::Superseded },
        });
    facts.chain(assessments).collect()
}

fn why(key: FactKey, known: &Known, as_of: crate::date::Date) -> SetAsideWhy {
    match known.jurisdiction {
        Jurisdiction::Us | Jurisdiction::Other => SetAsideWhy::OtherCountry,
        Jurisdiction::World if key.needs_eea_text() => SetAsideWhy::NoRegion,
        _ if known.in_force_from() > as_of => SetAsideWhy::Later,
        _ => SetAsideWhy::Superseded,
    }
}

/// The answer in ids. `None` when there is no edition at all.
pub(crate) fn outline<S: Shelf>(material: &Material<'_, S>) -> Option<Outline> {
    let chosen = material.checks.get(check::best_edition(material.checks)?)?;
    let headline = chosen.headline()?;
    let seen = look_again(material, chosen, headline);
    let asked = conditions::ids_of(material, chosen, &seen);
    let mut conditions: Vec<String> = asked.into_iter().map(|(id, _, _)| id.to_owned()).collect();
    conditions.sort_unstable();
    conditions.dedup();
    let outcome = headline.outcome();
    let situation = case_situation(material, chosen, headline);
    let routes = headline.routes.iter().map(|found| {
        let findings = check::findings_on(&situation, found.route);
        let findings = findings.iter().map(|found| OutlineFinding {
            rule: found.rule,
            case: found.finding.because,
            effect: found.finding.effect,
            age: found.finding.age,
        });
        OutlineRoute { route: found.route, outcome: found.outcome, findings: findings.collect() }
    });
    Some(Outline {
        edition: chosen.edition.id.clone(),
        outcome,
        route: seen.route.filter(|_| outcome != Outcome::NotAllowed),
        consent: seen.consent,
        conditions,
        routes: routes.collect(),
    })
}
