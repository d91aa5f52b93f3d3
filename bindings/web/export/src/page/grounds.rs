//! The reasons with facts and documents, folded.

use magdit::{Answer, FactUsed, Reason, SourceShown};
use maud::{Markup, html};

use super::Site;
use super::words::{link, named, sentence};

pub(super) fn grounds(site: &Site<'_>, answer: &Answer, names: &[&str]) -> Markup {
    let words = &site.words;
    let others = answer.routes.iter().filter(|other| Some(other.route) != answer.route);
    html! {
        details.grounds {
            summary { (words.say("ui.grounds")) }
            h2 { (words.say("ui.rules_found")) }
            ul.reasons role="list" { @for reason in &answer.reasons { (found(site, answer, reason, names)) } }
            @if others.clone().next().is_some() {
                h2 { (words.say("ui.other_routes")) }
                ul {
                    @for other in others {
                        li {
                            strong { (words.say(&format!("route-short.{}", other.route))) }
                            ": " (words.say(&format!("outcome-short.{}", other.outcome))) ". "
                            (sentence(&other.because, names))
                        }
                    }
                }
            }
            @if !answer.unknowns.is_empty() {
                h2 { (words.say("ui.missing")) }
                ul {
                    @for unknown in &answer.unknowns {
                        li {
                            (unknown.label) " (" (words.say(&format!("route-short.{}", unknown.route))) "): "
                            (not_known(site, unknown.reason.map(magdit::UnknownReason::as_str)))
                        }
                    }
                }
            }
            h2 { (words.say("ui.limits")) }
            p { (words.say("ui.documents_only")) }
            h2 { (words.say("ui.sources")) }
            ul.sources role="list" { @for source in &answer.sources { (document(site, source)) } }
        }
    }
}

fn not_known(site: &Site<'_>, reason: Option<&str>) -> String {
    site.words.say(&format!("unknown.{}", reason.unwrap_or("nobody_looked")))
}

fn found(site: &Site<'_>, answer: &Answer, reason: &Reason, names: &[&str]) -> Markup {
    html! {
        li.reason {
            p { (sentence(&reason.text, names)) }
            p.law { (site.words.say("ui.law")) ": " (reason.cites) }
            @if !reason.facts.is_empty() {
                ul { @for used in &reason.facts { (fact(site, answer, used)) } }
            }
        }
    }
}

fn fact(site: &Site<'_>, answer: &Answer, used: &FactUsed) -> Markup {
    let words = &site.words;
    let value = match &used.value {
        Some(value) => words.value(value),
        None => not_known(site, used.unknown.map(magdit::UnknownReason::as_str)),
    };
    let source = answer.sources.iter().find(|source| Some(&source.id) == used.source.as_ref());
    html! {
        li {
            (used.label) ": " strong { (value) }
            @if used.outdated { " (" (words.say("ui.outdated_fact")) ")" }
            @if let Some(source) = source { " – " (link(&source.url, &named(&source.title))) }
            @if let Some(place) = &used.place { ", " (words.say("ui.place")) " " q { (named(place)) } }
        }
    }
}

fn document(site: &Site<'_>, source: &SourceShown) -> Markup {
    let words = &site.words;
    let content = source.content_date.map(|day| words.on("ui.content", day));
    let dates: Vec<String> = content.into_iter().chain([words.on("ui.checked_on", source.checked_on)]).collect();
    html! {
        li {
            (link(&source.url, &named(&source.title))) " – " (named(&source.publisher))
            span.option-more { " (" (dates.join(", ")) ")" }
        }
    }
}
