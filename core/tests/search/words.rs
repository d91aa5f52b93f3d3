//! The list of dictionary words that are near a name, or found for one.

use std::collections::BTreeSet;
use std::fs;

use magdit::search::{Confidence, IndexLayout, WordLists, build_with_words, folded};

use crate::catalogue::{from_root, real_entries};

const LIST: &str = "core/src/search/words/near.txt";

const HEAD: &str = "\
# Words of the Dutch and English dictionaries in NOTICE that are a name of the
# catalogue, within one edit of it (two from six letters on), or would be
# taken for one by their sound or as a part of it. Written by:
# cargo test -p magdit --test search -- --ignored dictionaries
";

/// Longest word that is compared with names.
const LONGEST: usize = 16;

fn names() -> BTreeSet<String> {
    let entries = real_entries();
    let texts = entries.iter().flat_map(|entry| entry.texts.iter().map(|(text, _)| text).chain([&entry.name]));
    texts.map(|text| folded(text)).filter(|name| name.is_ascii() && name.len() >= 3).collect()
}

/// Optimal string alignment, or 3 when it is more than two.
fn distance(a: &[u8], b: &[u8]) -> usize {
    if a.len().abs_diff(b.len()) > 2 {
        return 3;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = above;
        above = row;
    }
    above[b.len()].min(3)
}

fn is_near(word: &str, names: &BTreeSet<String>) -> bool {
    let allowed = if word.len() < 6 { 1 } else { 2 };
    names.iter().any(|name| distance(word.as_bytes(), name.as_bytes()) <= allowed)
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
    let names = names();
    let mut words = BTreeSet::new();
    for dictionary in ["dutch", "american-english"] {
        let text = fs::read_to_string(format!("{folder}/{dictionary}")).unwrap();
        let plain = text.lines().filter(|word| !word.ends_with("'s")).map(folded);
        words.extend(plain.filter(|word| word.is_ascii() && (3..=LONGEST).contains(&word.len())));
    }
    assert!(words.len() > 300_000);
    let bytes = build_with_words(&real_entries(), &|_| false, &WordLists { common: "", near: "", apps: "", ..WordLists::OWN }).unwrap();
    let index = IndexLayout::read(&bytes).unwrap().view(&bytes);
    let is_taken = |word: &str| index.search(word, 1).unwrap().confidence <= Confidence::Probable;
    let near: Vec<String> = words.into_iter().filter(|word| is_near(word, &names) || is_taken(word)).collect();
    fs::write(from_root(LIST), format!("{HEAD}{}\n", near.join("\n"))).unwrap();
}
