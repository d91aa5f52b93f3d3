//! Which ordinary words are near a name.
//!
//! A word of everyday Dutch or English that happens to be one letter away
//! from a tool's name must not be taken for a typing error. Two lists stand
//! behind this: `common.txt`, written for this project and independent of any
//! name, and `near.txt`, the words of two dictionaries that are near a name
//! in the present catalogue (see `NOTICE` for where they come from, and
//! `tests/search_words.rs` for the command that writes the list).

use std::collections::BTreeSet;

use crate::search::automaton::Pattern;
use crate::search::distance::allowed;
use crate::search::node::Fst;
use crate::search::normalise::normalise;
use crate::search::walk::{Budget, Reach, near as walk};

const COMMON: &str = include_str!("../words/common.txt");
const NEAR: &str = include_str!("../words/near.txt");

/// The ordinary words that are a key or within the allowed distance of one.
pub(super) fn near(names: &Fst<'_>) -> BTreeSet<String> {
    let lines = COMMON.lines().chain(NEAR.lines()).filter(|line| !line.starts_with('#'));
    let words = lines.flat_map(str::split_whitespace).map(|word| normalise(word).key().to_owned());
    words.filter(|word| is_near(names, word)).collect()
}

fn is_near(names: &Fst<'_>, word: &str) -> bool {
    let Some(pattern) = Pattern::new(word.as_bytes()) else { return false };
    let mut found = false;
    walk::<2>(names, &pattern, false, &mut Budget::for_query(), |hit| {
        found |= hit.reach == Reach::Whole && hit.distance <= allowed(word.len(), hit.path.len());
    });
    found
}
