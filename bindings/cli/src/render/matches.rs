//! What a search found.

use magdit::{Confidence, KnowledgeBase, Match, QueryKind, SearchResult, Understood};

use super::grid::grid;
use super::{Words, bold, out};
use crate::args::Args;
use crate::failure::Failure;

pub(crate) fn print(args: &Args, library: &KnowledgeBase, result: &SearchResult) -> Result<(), Failure> {
    let words = Words::plain(library, args.lang);
    let Some(first) = result.matches.first() else {
        return out(&not_found(&words, result));
    };
    let certainty = match result.confidence {
        Confidence::Exact => words.say("ui.found_certain"),
        Confidence::Probable => words.with("ui.did_you_mean", "name", &first.name),
        Confidence::Options | Confidence::None if result.matches.len() == 1 => words.say("ui.found_one"),
        Confidence::Options | Confidence::None => words.say("ui.found_options"),
    };
    out(&format!("{}\n{}{}", bold(&certainty), list(&words, &result.matches), understood(&words, &result.understood)))
}

/// What to say when there is no match: an address is never guessed, so its
/// name is worth a try.
pub(super) fn not_found(words: &Words<'_>, result: &SearchResult) -> String {
    let (what, next) = match result.query_kind {
        QueryKind::Link | QueryKind::Package => ("ui.not_found_link", "ui.not_found_link_next"),
        QueryKind::Name | QueryKind::Sentence => ("ui.not_found", "ui.not_found_next"),
    };
    format!("{}\n{}\n", bold(&words.say(what)), words.say(next))
}

/// What a sentence says besides the tool; nothing if it says nothing.
fn understood(words: &Words<'_>, understood: &Understood) -> String {
    let parts = [
        understood.role.map(|role| words.say(&format!("role.{role}"))),
        understood.age.map(|age| words.with("ask-option.age", "age", &age.to_string())),
        understood.sector.map(|sector| words.say(&format!("sector.{sector}"))),
        understood.account.map(|account| words.say(&format!("account.{account}"))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("{}\n", words.with("ui.understood", "value", &parts.join(", ")))
    }
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
