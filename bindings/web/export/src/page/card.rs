//! The answer as a card, in the order people need it.

use magdit::{Answer, ConditionShown, Decision, Effect, Freshness, Outcome, Route};
use maud::{Markup, html};

use super::grounds::grounds;
use super::words::{named, sentence};
use super::{Shown, Site, tool_link};

/// Most actions that are in sight before somebody unfolds more.
const ACTIONS: usize = 4;

pub(super) fn card(site: &Site<'_>, shown: &Shown<'_>) -> Markup {
    let answer = &shown.answer;
    let names: Vec<&str> = [answer.name.as_str(), answer.supplier.as_str()]
        .into_iter()
        .chain(answer.alternatives.iter().map(|alternative| alternative.name.as_str()))
        .collect();
    let names = names.as_slice();
    html! {
        article.card {
            header.head {
                h1.name { (named(&answer.name)) }
                p.maker { (named(&answer.supplier)) }
                @if let Some(edition) = answer.edition_name.as_deref().filter(|edition| *edition != answer.name) {
                    p.maker { (named(edition)) }
                }
            }
            (verdict(site, shown, names))
            (whom(site, shown))
            div.body {
                (actions(site, answer, names))
                (lines(site, answer, names))
                (why(site, answer, names))
                (grounds(site, answer, names))
                (editions(site, answer))
                (alternatives(site, answer))
                (ways_out(site, answer, names))
                p.standing { (answer.standing) }
            }
        }
    }
}

/// What an answer is shown as: a yes that is too old never looks like one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Fresh,
    Review,
    Stale,
}

fn state(answer: &Answer) -> State {
    let old = matches!(answer.freshness, Freshness::Expired | Freshness::ClockSuspect);
    let outdated = answer.reasons.iter().any(|reason| reason.rule == "outdated" && reason.effect == Effect::Asks);
    let in_review = |school: &magdit::SchoolAnswer| school.in_force && school.decision == Some(Decision::InReview);
    match answer.outcome {
        Outcome::NotAllowed => State::Fresh,
        _ if answer.school.as_ref().is_some_and(in_review) => State::Review,
        _ if old || outdated => State::Stale,
        _ => State::Fresh,
    }
}

fn verdict(site: &Site<'_>, shown: &Shown<'_>, names: &[&str]) -> Markup {
    let (words, answer) = (&site.words, &shown.answer);
    let state = state(answer);
    let looked = shown.judged || answer.outcome == Outcome::NotAllowed;
    let headline = match state {
        State::Stale => words.say("ui.stale_headline"),
        State::Review => words.say("ui.review_headline"),
        State::Fresh if !looked => words.say("ui.unknown_headline"),
        State::Fresh => answer.headline.clone(),
    };
    let kind = if state == State::Fresh { answer.outcome.as_str() } else { Outcome::AskSchool.as_str() };
    let not_judged = (!looked).then(|| words.say("ui.not_judged_headline"));
    let freshness =
        (answer.freshness != Freshness::Fresh).then(|| words.say(&format!("freshness.{}", answer.freshness)));
    // What only asks the school is said by the headline on show already.
    let more = headline != answer.headline && (state == State::Stale || answer.outcome != Outcome::AskSchool);
    let said = more.then(|| answer.headline.clone());
    let was = answer.was.as_ref().map(|was| was.text.clone());
    let school = answer.school.as_ref().map(|school| school.text.clone());
    html! {
        div.verdict data-outcome=(kind) {
            (mark(kind))
            div {
                p.headline { (sentence(&headline, names)) }
                @for notice in [said, not_judged, freshness, was, school].into_iter().flatten() {
                    p.notice { (sentence(&notice, names)) }
                }
            }
        }
    }
}

/// A mark beside words; it says nothing the words do not say.
fn mark(kind: &str) -> Markup {
    let shape = match kind {
        "allowed" => "M4.5 12.5 10 18 19.5 6.5",
        "conditional" => "M12 5v9M12 18.5v.5",
        "not_allowed" => "M6 6 18 18M18 6 6 18",
        _ => "M8.5 9a3.5 3.5 0 1 1 5.2 3.1c-1.2.7-1.7 1.4-1.7 2.6M12 18.5v.5",
    };
    html! {
        svg.mark viewBox="0 0 24 24" aria-hidden="true" { path d=(shape) {} }
    }
}

fn whom(site: &Site<'_>, shown: &Shown<'_>) -> Markup {
    let (words, answer) = (&site.words, &shown.answer);
    let short = |outcome: Outcome| words.say(&format!("outcome-short.{outcome}"));
    let route = |route: Option<Route>| match route {
        Some(route) => words.say(&format!("route-short.{route}")),
        None => "–".to_owned(),
    };
    let by_age = answer.by_case.windows(2).any(|pair| match pair {
        [one, next] => (one.outcome, one.route) != (next.outcome, next.route),
        _ => false,
    });
    let title = if by_age { words.say("static.by_case") } else { words.say("static.per_account") };
    html! {
        section.context {
            p { (words.say("ui.for_this")) ": " (words.say("role.teacher")) ", " (words.say("ui.everyone")) "." }
            details {
                summary { (title) }
                @if by_age {
                    table.cases {
                        caption { (words.say("ui.per_ages")) }
                        tbody {
                            @for case in &answer.by_case {
                                tr {
                                    th scope="row" { (words.say(&format!("age.{}", case.age))) }
                                    td { strong { (short(case.outcome)) } }
                                    td { (route(case.route)) }
                                }
                            }
                        }
                    }
                }
                table.cases {
                    @if by_age { caption { (words.say("static.per_account")) } }
                    tbody {
                        @for (account, other) in &shown.by_account {
                            tr {
                                th scope="row" { (words.say(&format!("account.{account}"))) }
                                td { strong { (short(other.outcome)) } }
                                td {
                                    (route(other.route))
                                    @if other.edition != answer.edition {
                                        @if let Some(name) = &other.edition_name { br; bdi { (name) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn actions(site: &Site<'_>, answer: &Answer, names: &[&str]) -> Markup {
    let words = &site.words;
    let own: Vec<&String> =
        answer.school.iter().flat_map(|school| school.conditions.iter().chain(&school.settings)).collect();
    let (first, later) = answer.conditions.split_at(answer.conditions.len().min(ACTIONS));
    html! {
        @if !answer.conditions.is_empty() || !own.is_empty() {
            section.section {
                h2 { (words.say("ui.actions")) }
                @if !first.is_empty() {
                    ol.actions role="list" { @for condition in first { (action(site, condition, names)) } }
                }
                @if !later.is_empty() {
                    details.more {
                        summary { (words.with("ui.more_actions", "number", &answer.conditions.len().to_string())) }
                        ol.actions.later role="list" { @for condition in later { (action(site, condition, names)) } }
                    }
                }
                @if !own.is_empty() {
                    h3 { (words.say("ui.own_conditions")) }
                    ul { @for text in own { li { (sentence(text, names)) } } }
                }
            }
        }
    }
}

fn action(site: &Site<'_>, condition: &ConditionShown, names: &[&str]) -> Markup {
    let words = &site.words;
    let more = [
        Some(words.say(&format!("strength.{}", condition.strength))),
        condition.applies_to.clone(),
        condition.met_on.map(|day| words.on("ui.met_on", day)),
        condition.contact.as_deref().map(|contact| words.with("ui.turn_to", "name", contact)),
    ];
    html! {
        li.action {
            p.action-text { (sentence(&condition.text, names)) }
            p.action-more {
                span.who { (condition.who_text) }
                @for text in more.into_iter().flatten() { " · " (text) }
            }
        }
    }
}

fn lines(site: &Site<'_>, answer: &Answer, names: &[&str]) -> Markup {
    let words = &site.words;
    let base = &answer.knowledge_base;
    let issued = words.on("ui.knowledge_base", base.issued).replace("{number}", &base.edition.to_string());
    let checked = answer.checked_on.map(|day| words.on("ui.checked", day));
    let review = answer.review_by.map(|day| words.on("ui.review", day));
    html! {
        dl.lines {
            div.line { dt { (words.say("ui.account")) } dd { (sentence(&answer.route_text, names)) } }
            div.line { dt { (words.say("ui.parents")) } dd { (sentence(&answer.consent_text, names)) } }
            div.line {
                dt { (words.say("ui.dates")) }
                dd { @for text in [checked, review, Some(issued)].into_iter().flatten() { p { (text) } } }
            }
        }
    }
}

fn why(site: &Site<'_>, answer: &Answer, names: &[&str]) -> Markup {
    let words = &site.words;
    let basis = words.with("ui.rests_on", "basis", &words.say(&format!("basis.{}", answer.basis)));
    html! {
        section.section {
            h2 { (words.say("ui.why")) }
            p { (sentence(&answer.why, names)) " " (basis) }
        }
    }
}

fn editions(site: &Site<'_>, answer: &Answer) -> Markup {
    let words = &site.words;
    html! {
        @if answer.editions.len() > 1 {
            section.section {
                h2 { (words.say("ui.editions")) }
                table.cases {
                    tbody {
                        @for edition in &answer.editions {
                            tr {
                                th scope="row" { (named(&edition.name)) }
                                td { strong { (words.say(&format!("outcome-short.{}", edition.outcome))) } }
                                td {
                                    @if let Some(route) = edition.route { (words.say(&format!("route-short.{route}"))) }
                                    @else { "–" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn ways_out(site: &Site<'_>, answer: &Answer, names: &[&str]) -> Markup {
    html! {
        @if !answer.would_change.is_empty() {
            section.section {
                h2 { (site.words.say("ui.ways_out")) }
                ul { @for change in &answer.would_change { li { (sentence(&change.text, names)) } } }
            }
        }
    }
}

fn alternatives(site: &Site<'_>, answer: &Answer) -> Markup {
    let words = &site.words;
    html! {
        @if !answer.alternatives.is_empty() || answer.instead.is_some() {
            section.section {
                h2 { (words.say("ui.alternatives")) }
                ul {
                    @if let Some(instead) = &answer.instead { li { (tool_link(site, instead, &words.tool_name(instead))) } }
                    @for other in &answer.alternatives {
                        li {
                            (tool_link(site, &other.id, &other.name))
                            " – " (words.say(&format!("outcome-short.{}", other.outcome)))
                        }
                    }
                }
            }
        }
    }
}
