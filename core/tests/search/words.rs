//! The list of dictionary words that are near a name, or found for one.

use std::collections::BTreeSet;
use std::fs;

use magdit::search::{Confidence, IndexLayout, WordLists, build_with_words, folded};

use crate::catalogue::{from_root, real_entries};

const LIST: &str = "core/src/search/words/near.txt";

const HEAD: &str = "\
# Words of the Dutch and English dictionaries in NOTICE that search would take
# for a name of the catalogue, or that are one edit away from a word of a name.
# Written by:
# cargo test -p magdit --test search -- --ignored dictionaries
";

/// Lengths of the words that are compared with words of names. Nothing is a slip
/// for a shorter name.
const SHORTEST: usize = 4;
const LONGEST: usize = 16;

/// The words of all names.
fn words_of_names() -> BTreeSet<String> {
    let entries = real_entries();
    let texts = entries.iter().flat_map(|entry| entry.texts.iter().map(|(text, _)| text).chain([&entry.name]));
    let words = texts.flat_map(|text| text.split_whitespace()).map(folded);
    words.filter(|word| word.is_ascii() && word.len() >= SHORTEST).collect()
}

/// Whether one edit makes a word of the other: a letter put in, left out or
/// replaced, or two neighbours swapped.
pub(crate) fn is_one_edit_away(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    let start = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[start..], &long[start..]);
    let end = short.iter().rev().zip(long.iter().rev()).take_while(|(x, y)| x == y).count();
    match (&short[..short.len() - end], &long[..long.len() - end]) {
        ([], [] | [_]) | ([_], [_]) => true,
        ([x, y], [z, w]) => x == w && y == z,
        _ => false,
    }
}

fn listed() -> Vec<String> {
    let text = fs::read_to_string(from_root(LIST)).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn the_list_is_folded_sorted_and_holds_each_word_once() {
    let words = listed();
    assert!(words.is_sorted_by(|a, b| a < b));
    assert!(words.iter().all(|word| *word == folded(word) && word.len() <= LONGEST));
}

/// Writes the list anew from the packages wdutch and wamerican.
#[test]
#[ignore = "needs the dictionaries in /usr/share/dict, or in MAGDIT_DICTIONARIES; rewrites the list"]
fn dictionaries_are_searched_for_words_near_a_name() {
    let folder = std::env::var("MAGDIT_DICTIONARIES").unwrap_or_else(|_| "/usr/share/dict".to_owned());
    let names = words_of_names();
    let mut words = BTreeSet::new();
    for dictionary in ["dutch", "american-english"] {
        let text = fs::read_to_string(format!("{folder}/{dictionary}")).unwrap();
        let plain = text.lines().filter(|word| !word.ends_with("'s")).map(folded);
        words.extend(plain.filter(|word| word.is_ascii() && (SHORTEST..=LONGEST).contains(&word.len())));
    }
    assert!(words.len() > 300_000);
    let bytes =
        build_with_words(&real_entries(), &|_| false, &WordLists { common: "", near: "", apps: "", ..WordLists::OWN })
            .unwrap();
    let index = IndexLayout::read(&bytes).unwrap().view(&bytes);
    let is_taken = |word: &str| index.search(word, 1).unwrap().confidence <= Confidence::Probable;
    let is_near = |word: &str| names.iter().any(|name| is_one_edit_away(word, name));
    let near: Vec<String> = words.into_iter().filter(|word| is_near(word) || is_taken(word)).collect();
    fs::write(from_root(LIST), format!("{HEAD}{}\n", near.join("\n"))).unwrap();
}
