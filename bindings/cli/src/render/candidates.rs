//! What to show when it is not certain which tool is meant.

use magdit::{Confidence, KnowledgeBase, SearchResult};

use super::matches::{list, not_found};
use super::{Words, bold, json, out};
use crate::args::Args;
use crate::failure::Failure;

pub(crate) fn print(args: &Args, library: &KnowledgeBase, result: &SearchResult) -> Result<(), Failure> {
    if args.json {
        return json(result);
    }
    let words = Words::plain(library, args.lang);
    let first = result.matches.first();
    let text = match (result.confidence, first) {
        (Confidence::None, _) | (_, None) => not_found(&words, result),
        (Confidence::Probable, Some(first)) => format!(
            "{}\n{}\n{}",
            bold(&words.with("ui.did_you_mean", "name", &first.name)),
            words.say("ui.choose"),
            list(&words, &result.matches)
        ),
        (Confidence::Exact | Confidence::Options, Some(_)) => format!(
            "{}\n{}\n{}",
            bold(&words.say("ui.not_certain")),
            words.say("ui.choose"),
            list(&words, &result.matches)
        ),
    };
    out(&text)
}
