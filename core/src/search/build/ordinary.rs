//! Ordinary words.
//!
//! A word of everyday Dutch or English that happens to be one letter away
//! from a tool's name must not be taken for a typing error, and may stand in
//! a sentence without being part of a name. Two lists stand behind this:
//! `common.txt`, written for this project and independent of any name, and
//! `near.txt`, the words of two dictionaries that are near a name in the
//! present catalogue (see `NOTICE` for where they come from, and
//! `tests/search_words.rs` for the command that writes the list).

use std::collections::BTreeSet;

use crate::search::normalise::normalise;

const COMMON: &str = include_str!("../words/common.txt");
const NEAR: &str = include_str!("../words/near.txt");

/// All ordinary words, folded.
pub(super) fn words() -> BTreeSet<String> {
    let lines = COMMON
        .lines()
        .chain(NEAR.lines())
        .filter(|line| !line.starts_with('#'));
    let words = lines
        .flat_map(str::split_whitespace)
        .map(|word| normalise(word).key().to_owned());
    words
        .filter(|word| word.is_ascii() && !word.is_empty())
        .collect()
}
