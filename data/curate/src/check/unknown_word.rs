//! A word comes from the closed list of its key.

use crate::check::Check;
use crate::files::Place;
use crate::nearest::did_you_mean;
use crate::problems::Problems;

/// Rules match words exactly; a word outside the list would match none.
pub(super) const CHECK: Check = Check::while_reading("unknown-word", "a word comes from the closed list of its key");

pub(crate) fn report(problems: &Problems, place: Place, word: &str, words: &'static [&'static str]) {
    problems.add(
        &CHECK,
        place,
        format!("`{word}`"),
        format!("one of {}", words.join(", ")),
        did_you_mean(word, words.iter().copied(), "choose one of these; CONTRIBUTING.md says what they mean"),
    );
}

/// Reports a word of a list that is too long to show.
pub(crate) fn report_other(problems: &Problems, place: Place, word: &str, expected: &str) {
    problems.add(&CHECK, place, format!("`{word}`"), expected, "write it that way");
}
