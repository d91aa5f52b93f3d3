//! What a search found.

use magdit::{Confidence, KnowledgeBase, Match, SearchResult};

use super::grid::grid;
use super::{Words, bold, out};
use crate::args::Args;
use crate::failure::Failure;

pub(crate) fn print(args: &Args, library: &KnowledgeBase, result: &SearchResult) -> Result<(), Failure> {
    let words = Words::plain(library, args.lang);
    if result.matches.is_empty() {
        return out(&format!("{}\n{}\n", bold(&words.say("ui.not_found")), words.say("ui.not_found_next")));
    }
    let certainty = match result.confidence {
        Confidence::Exact => "ui.found_certain",
        Confidence::Probable => "ui.found_probable",
        Confidence::Options | Confidence::None => "ui.found_options",
    };
    out(&format!("{}\n{}", bold(&words.say(certainty)), list(&words, &result.matches)))
}

/// One row a match: id, name, and why it was found.
pub(super) fn list(words: &Words<'_>, matches: &[Match]) -> String {
    let rows: Vec<Vec<String>> = matches
        .iter()
        .map(|found| {
            let id = match &found.edition {
                Some(edition) => format!("{} --edition {edition}", found.id),
                None => found.id.clone(),
            };
            let why = words.say(&format!("match.{}", found.kind));
            let state = if found.judged { String::new() } else { words.say("ui.not_judged") };
            vec![id, found.name.clone(), format!("{why}: {}", found.matched), state]
        })
        .collect();
    grid(&rows, 2)
}
