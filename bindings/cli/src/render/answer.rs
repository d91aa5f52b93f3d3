//! An answer as a card: the answer, what to do, why, from which sources.

use std::collections::BTreeSet;

use magdit::{Answer, CaseAnswer, Effect, Outcome, Question, Reason, Route};

use super::grid::grid;
use super::trace::fact_text;
use super::{Words, bold, correction, faint, out, question};
use crate::failure::Failure;

pub(crate) fn print(words: &Words<'_>, answer: &Answer, asked: &Question) -> Result<(), Failure> {
    let mut card = String::new();
    card.push_str(&heading(words, answer, asked));
    card.push_str(&at_school(words, answer));
    card.push_str(&actions(words, answer));
    card.push_str(&ways(words, answer));
    card.push_str(&ways_out(words, answer));
    card.push_str(&alternatives(words, answer));
    card.push_str(&ages(words, answer));
    card.push_str(&editions(words, answer));
    card.push_str(&reasons(words, answer));
    card.push_str(&unknowns(words, answer));
    card.push_str(&sources(words, answer));
    card.push_str(&footing(words, answer));
    out(&card)
}

fn section(words: &Words<'_>, key: &str, body: &str) -> String {
    if body.is_empty() { String::new() } else { format!("\n{}\n{body}", bold(&words.say(key))) }
}

fn heading(words: &Words<'_>, answer: &Answer, asked: &Question) -> String {
    let edition = answer.edition_name.as_deref().filter(|edition| *edition != answer.name);
    let maker: Vec<&str> = edition.into_iter().chain([answer.supplier.as_str()]).collect();
    let mut lines = vec![
        format!("{}  {}", bold(&answer.name), faint(&maker.join(" · "))),
        bold(&answer.headline),
        format!("{}: {}", words.say("ui.for_whom"), question(words, asked)),
    ];
    lines.extend(answer.was.iter().map(|was| was.text.clone()));
    if let Some(instead) = &answer.instead {
        lines.push(words.with("ui.instead", "name", instead));
    }
    if answer.outcome != Outcome::NotAllowed {
        lines.push(String::new());
        lines.push(format!("{}: {}", words.say("ui.account"), answer.route_text));
        lines.push(format!("{}: {}", words.say("ui.parents"), answer.consent_text));
    }
    lines.push(format!("{}: {}", words.say("ui.why"), answer.why));
    lines.join("\n") + "\n"
}

/// What the school's own file says, in its own words, or that it says nothing.
fn at_school(words: &Words<'_>, answer: &Answer) -> String {
    let Some(school) = &answer.school else {
        return String::new();
    };
    let mut body = format!("  {}\n", school.text);
    if school.unreadable && school.decision.is_some() {
        body.push_str(&format!("  {}\n", words.say("school.unreadable")));
    }
    for (key, lines) in [("ui.own_conditions", &school.conditions), ("ui.settings", &school.settings)] {
        if !lines.is_empty() {
            body.push_str(&format!("  {}:\n", words.say(key)));
            body.extend(lines.iter().map(|line| format!("    - {line}\n")));
        }
    }
    if let Some(sector) = school.sector {
        let sector = words.say(&format!("sector.{sector}"));
        body.push_str(&format!("  {}\n", words.with("ui.school_sector", "name", &sector)));
    }
    let file = words.with("ui.school_file", "name", &school.name).replace("{date}", &words.date(school.file_date));
    body.push_str(&format!("  {}\n", faint(&file)));
    section(words, "ui.at_school", &body)
}

fn actions(words: &Words<'_>, answer: &Answer) -> String {
    let mut body = String::new();
    for (number, condition) in (1..).zip(&answer.conditions) {
        let strength = words.say(&format!("strength.{}", condition.strength));
        body.push_str(&format!(
            "{number:>3}. {}  {}\n",
            condition.text,
            faint(&format!("({}, {strength})", condition.who_text))
        ));
        if let Some(ages) = &condition.applies_to {
            body.push_str(&format!("     {ages}\n"));
        }
        if let Some(day) = condition.met_on {
            body.push_str(&format!("     ✓ {}\n", words.with("ui.met_on", "date", &words.date(day))));
        }
        if let Some(contact) = condition.contact.as_ref().filter(|contact| !condition.text.contains(*contact)) {
            body.push_str(&format!("     {}\n", words.with("ui.turn_to", "name", contact)));
        }
        body.push_str(&format!(
            "     {}\n",
            faint(&format!("{} [{}; {}]", condition.because, condition.id, condition.cites))
        ));
    }
    section(words, "ui.actions", &body)
}

fn ways(words: &Words<'_>, answer: &Answer) -> String {
    let others = answer.routes.iter().filter(|found| Some(found.route) != answer.route);
    let rows: Vec<Vec<String>> = others
        .map(|found| vec![route_name(words, found.route), outcome_name(words, found.outcome), found.because.clone()])
        .collect();
    section(words, "ui.other_routes", &grid(&rows, 2))
}

fn ways_out(words: &Words<'_>, answer: &Answer) -> String {
    let line = |change: &magdit::WouldChange| {
        let outcome = outcome_name(words, change.outcome);
        let route = change.route.map(|route| route_name(words, route)).unwrap_or_default();
        format!("  {}  {}\n", change.text, faint(&format!("({outcome}, {route})")))
    };
    section(words, "ui.ways_out", &answer.would_change.iter().map(line).collect::<String>())
}

fn alternatives(words: &Words<'_>, answer: &Answer) -> String {
    let row = |other: &magdit::Alternative| {
        let route = other.route.map(|route| route_name(words, route)).unwrap_or_default();
        vec![other.id.clone(), other.name.clone(), outcome_name(words, other.outcome), route]
    };
    let rows: Vec<Vec<String>> = answer.alternatives.iter().map(row).collect();
    section(words, "ui.alternatives", &grid(&rows, 2))
}

/// The table of routes by ages, where the question leaves the age open.
fn ages(words: &Words<'_>, answer: &Answer) -> String {
    let cases = &answer.by_case;
    if cases.len() < 2 {
        return String::new();
    }
    let of_route = |case: &CaseAnswer, route: Route| {
        let found = case.routes.iter().find(|found| found.route == route);
        found.map(|found| outcome_name(words, found.outcome)).unwrap_or_default()
    };
    let mut rows = vec![
        std::iter::once(String::new())
            .chain(cases.iter().map(|case| words.say(&format!("age.{}", case.age))))
            .collect(),
    ];
    for &route in Route::ALL {
        if cases.iter().any(|case| case.routes.iter().any(|found| found.route == route)) {
            let cells = cases.iter().map(|case| of_route(case, route));
            rows.push(std::iter::once(route_name(words, route)).chain(cells).collect());
        }
    }
    section(words, "ui.per_age", &grid(&rows, 2))
}

fn editions(words: &Words<'_>, answer: &Answer) -> String {
    if answer.editions.len() < 2 {
        return String::new();
    }
    let rows: Vec<Vec<String>> = answer
        .editions
        .iter()
        .map(|edition| {
            let route = edition.route.map(|route| route_name(words, route)).unwrap_or_default();
            vec![edition.id.clone(), edition.name.clone(), outcome_name(words, edition.outcome), route]
        })
        .collect();
    section(words, "ui.editions", &grid(&rows, 2))
}

fn reasons(words: &Words<'_>, answer: &Answer) -> String {
    let mut body = String::new();
    let (weighty, light): (Vec<&Reason>, Vec<&Reason>) =
        answer.reasons.iter().partition(|reason| reason.effect >= Effect::Requires);
    for reason in weighty.into_iter().chain(light) {
        body.push_str(&format!("  {}  {}\n", reason.text, faint(&format!("[{}; {}]", reason.rule, reason.cites))));
        let facts = reason.facts.iter().filter(|fact| fact.value.is_some());
        body.extend(facts.map(|fact| format!("    {}\n", faint(&fact_text(words, fact)))));
        for fact in &reason.facts {
            let said = fact.correction.iter();
            body.extend(said.map(|said| format!("    {}: {}\n", fact.label, correction(words, said))));
        }
    }
    let basis = words.say(&format!("basis.{}", answer.basis));
    body.push_str(&format!("  {}\n", words.with("ui.rests_on", "basis", &basis)));
    section(words, "ui.why", &body)
}

fn unknowns(words: &Words<'_>, answer: &Answer) -> String {
    let rows: Vec<Vec<String>> = answer
        .unknowns
        .iter()
        .map(|missing| {
            let why = missing.reason.map_or("nobody_looked", |reason| reason.as_str());
            vec![missing.label.clone(), words.say(&format!("unknown.{why}"))]
        })
        .collect();
    section(words, "ui.missing", &grid(&rows, 2))
}

/// Every source once, with the places it was read for.
fn sources(words: &Words<'_>, answer: &Answer) -> String {
    let mut body = String::new();
    for source in &answer.sources {
        let facts = answer.reasons.iter().flat_map(|reason| &reason.facts);
        let of_facts =
            facts.filter(|fact| fact.source.as_ref() == Some(&source.id)).filter_map(|fact| fact.place.as_deref());
        let used = answer.reasons.iter().filter_map(|reason| reason.assessment.as_ref());
        let of_assessments = used.filter(|used| used.source == source.id).map(|used| used.place.as_str());
        let places: BTreeSet<&str> = of_facts.chain(of_assessments).collect();
        body.push_str(&format!("  {}: {}\n", source.publisher, source.title));
        if !places.is_empty() {
            let places: Vec<&str> = places.into_iter().collect();
            body.push_str(&format!("     {}: {}\n", words.say("ui.place"), places.join("; ")));
        }
        let mut dates = vec![words.with("ui.checked_on", "date", &words.date(source.checked_on))];
        dates.extend(source.content_date.map(|date| words.with("ui.content", "date", &words.date(date))));
        body.push_str(&format!("     {}  {}\n", source.url, faint(&dates.join(", "))));
    }
    section(words, "ui.sources", &body)
}

fn footing(words: &Words<'_>, answer: &Answer) -> String {
    let mut dates = Vec::new();
    dates.extend(answer.checked_on.map(|date| words.with("ui.checked", "date", &words.date(date))));
    dates.extend(answer.review_by.map(|date| words.with("ui.review", "date", &words.date(date))));
    let release = &answer.knowledge_base;
    let line = words.with("ui.knowledge_base", "number", &release.edition.to_string());
    dates.push(line.replace("{date}", &words.date(release.issued)));
    let freshness = words.say(&format!("freshness.{}", answer.freshness));
    format!("\n{}\n{freshness}\n{}\n", dates.join(" "), bold(&answer.standing))
}

pub(super) fn route_name(words: &Words<'_>, route: Route) -> String {
    words.say(&format!("route-short.{route}"))
}

pub(super) fn outcome_name(words: &Words<'_>, outcome: Outcome) -> String {
    words.say(&format!("outcome-short.{outcome}"))
}
