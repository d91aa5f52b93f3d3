//! The list of all tools, by their first letter.

use std::collections::BTreeMap;

use magdit::Tool;
use maud::{Markup, html};

use super::words::named;
use super::{Frame, Site, frame};
use crate::index;

/// Where names stand that begin with no letter.
const OTHER: char = '#';

pub(super) fn page(site: &Site<'_>, tools: &[(&Tool, String)]) -> Markup {
    let words = &site.words;
    let mut letters: BTreeMap<char, Vec<(String, &Tool, &str)>> = BTreeMap::new();
    for (tool, supplier) in tools {
        let first = tool.name.chars().next().unwrap_or(OTHER).to_ascii_uppercase();
        let first = if first.is_ascii_uppercase() { first } else { OTHER };
        letters.entry(first).or_default().push((tool.name.to_lowercase(), tool, supplier));
    }
    letters.values_mut().for_each(|tools| tools.sort_by(|one, next| (&one.0, &one.1.id).cmp(&(&next.0, &next.1.id))));
    let title = words.say("static.title");
    let count = words.with("static.count", "number", &tools.len().to_string());
    let head = Frame { title: &title, description: &count, file: "index.html", oembed: None };
    frame(
        site,
        &head,
        html! {
            h1.name { (title) }
            p.lead { (count) }
            nav.letters aria-label=(words.say("static.by_letter")) {
                ul role="list" {
                    @for letter in letters.keys() { li { a href={ "#" (anchor(*letter)) } { (letter) } } }
                }
            }
            @for (letter, tools) in &letters {
                section.letter id=(anchor(*letter)) {
                    h2 { (letter) }
                    ul role="list" {
                        @for (_, tool, supplier) in tools {
                            li {
                                a href={ (tool.id) ".html" } { (named(&tool.name)) }
                                " " span.option-more {
                                    (named(supplier))
                                    @if !index::is_judged(tool) { " · " (words.say("ui.not_judged")) }
                                }
                            }
                        }
                    }
                }
            }
            p.standing { (words.say("standing.school_decides")) }
        },
    )
}

fn anchor(letter: char) -> String {
    if letter == OTHER { "other".to_owned() } else { format!("letter-{}", letter.to_ascii_lowercase()) }
}
