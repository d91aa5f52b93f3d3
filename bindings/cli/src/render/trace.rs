//! The whole trail behind an answer.

use magdit::{FactUsed, NotLookedAt, Reason, RouteTrace, Trace};

use super::answer::{outcome_name, route_name};
use super::tool::value;
use super::{Words, bold, faint, out};
use crate::failure::Failure;

pub(crate) fn print(words: &Words<'_>, trace: &Trace) -> Result<(), Failure> {
    let mut text = format!("\n{}\n", bold(&words.say("ui.trail")));
    for edition in &trace.editions {
        let heading = format!("{} · {}", edition.id, outcome_name(words, edition.outcome));
        text.push_str(&format!("\n{}  {}\n", bold(&edition.name), faint(&heading)));
        for case in &edition.cases {
            if let Some(age) = case.age {
                text.push_str(&format!("  {}\n", bold(&words.say(&format!("age.{age}")))));
            }
            for route in &case.routes {
                text.push_str(&of_route(words, route));
            }
        }
    }
    text.push_str(&not_looked_at(words, &trace.not_looked_at));
    out(&text)
}

fn of_route(words: &Words<'_>, route: &RouteTrace) -> String {
    let mut text = format!("  {}: {}\n", route_name(words, route.route), outcome_name(words, route.outcome));
    for reason in &route.reasons {
        text.push_str(&reason_text(words, reason));
    }
    for (key, ids) in [("ui.by_catalogue", route.by_catalogue.join(", ")), ("ui.silent", route.silent.join(", "))] {
        if !ids.is_empty() {
            text.push_str(&format!("    {}\n", faint(&format!("{}: {ids}", words.say(key)))));
        }
    }
    text
}

/// A finding with everything it rests on.
pub(super) fn reason_text(words: &Words<'_>, reason: &Reason) -> String {
    let effect = words.say(&format!("effect.{}", reason.effect));
    let id = faint(&format!("[{}.{}; {}]", reason.rule, reason.case, reason.cites));
    let mut text = format!("    {}  {effect}  {id}\n", reason.text);
    for fact in &reason.facts {
        text.push_str(&format!("      {}\n", faint(&fact_text(words, fact))));
    }
    if let Some(used) = &reason.assessment {
        let dates = [
            words.with("ui.checked_on", "date", &words.date(used.checked_on)),
            fresh(words, used.review_by, used.outdated),
        ];
        let line = format!(
            "{} {}: {}, {}; {}",
            used.by,
            words.date(used.date),
            used.source.as_str(),
            used.place,
            dates.join(", ")
        );
        text.push_str(&format!("      {}\n", faint(&line)));
    }
    if !reason.conditions.is_empty() {
        let line = format!("{}: {}", words.say("ui.brings"), reason.conditions.join(", "));
        text.push_str(&format!("      {}\n", faint(&line)));
    }
    text
}

/// A fact in one line: its value, its document and how fresh it is.
pub(super) fn fact_text(words: &Words<'_>, fact: &FactUsed) -> String {
    let found = match (&fact.value, fact.unknown) {
        (Some(found), _) => value(words, found),
        (None, Some(reason)) => format!("? {}", words.say(&format!("unknown.{reason}"))),
        (None, None) => format!("? {}", words.say("unknown.nobody_looked")),
    };
    let source = fact.source.as_ref().map(|source| match &fact.place {
        Some(place) => format!("{}, {place}", source.as_str()),
        None => source.as_str().to_owned(),
    });
    let dates: Vec<String> = [
        fact.content_date.map(|date| words.with("ui.content", "date", &words.date(date))),
        fact.checked_on.map(|date| words.with("ui.checked_on", "date", &words.date(date))),
        fact.review_by.map(|date| fresh(words, date, fact.outdated)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let behind: Vec<String> = source.into_iter().chain((!dates.is_empty()).then(|| dates.join(", "))).collect();
    let behind = if behind.is_empty() { String::new() } else { format!("  ({})", behind.join("; ")) };
    format!("{}: {found}{behind}", fact.label)
}

fn fresh(words: &Words<'_>, review_by: magdit::Date, outdated: bool) -> String {
    words.with(if outdated { "ui.too_old" } else { "ui.fresh_until" }, "date", &words.date(review_by))
}

/// What an answer did not look at.
pub(super) fn not_looked_at(words: &Words<'_>, not: &NotLookedAt) -> String {
    let mut text = format!("\n{}\n", bold(&words.say("ui.not_looked_at")));
    let facts: Vec<String> = not.facts.iter().map(|key| words.say(&format!("fact.{key}"))).collect();
    let routes: Vec<String> = not.routes.iter().map(|&route| route_name(words, route)).collect();
    let open: Vec<String> = not.open.iter().map(|&field| field.to_owned()).collect();
    for (key, list) in [("ui.left_open", open), ("ui.other_ways", routes), ("ui.nobody_looked", facts)] {
        if !list.is_empty() {
            text.push_str(&format!("  {}: {}\n", words.say(key), list.join(", ")));
        }
    }
    if !not.set_aside.is_empty() {
        text.push_str(&format!("  {}:\n", words.say("ui.set_aside")));
    }
    for aside in &not.set_aside {
        let what =
            aside.key.map_or_else(|| words.say("basis.central_assessment"), |key| words.say(&format!("fact.{key}")));
        let why = words.say(&format!("set-aside.{}", aside.why));
        let place = format!("{}, {}, {}", aside.source.as_str(), aside.place, words.date(aside.from));
        text.push_str(&format!("    {}: {what}: {why}  {}\n", aside.edition, faint(&place)));
    }
    text.extend(not.never.iter().map(|sentence| format!("  {sentence}\n")));
    text
}
