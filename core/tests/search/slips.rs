//! Generated slips of the hand on every real name.

use std::collections::{BTreeMap, BTreeSet};

use magdit::search::{Confidence, MatchKind, WordLists, folded};

use crate::catalogue::Catalogue;
use crate::words::is_one_edit_away;

/// A generator of numbers, the same on every machine (xorshift).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

const NEXT_KEYS: [&str; 26] = [
    "qwsz", "vghn", "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko", "huikmn", "jiolm", "kop", "njk",
    "bhjm", "iklp", "ol", "wa", "edft", "awedxz", "rfgy", "yhji", "cfgb", "qase", "zsdc", "tghu", "asx",
];

/// One slip: two letters swapped, one left out, one doubled, or the key next
/// to it. Never the text itself.
pub(crate) fn slip(numbers: &mut Numbers, text: &str) -> String {
    loop {
        let mut letters: Vec<char> = text.chars().collect();
        let at = numbers.below(letters.len());
        match numbers.below(4) {
            0 if at + 1 < letters.len() => letters.swap(at, at + 1),
            1 if letters.len() > 2 => drop(letters.remove(at)),
            2 => letters.insert(at, letters[at]),
            3 if letters[at].is_ascii_lowercase() => {
                let keys = NEXT_KEYS[(letters[at] as u8 - b'a') as usize].as_bytes();
                letters[at] = keys[numbers.below(keys.len())] as char;
            }
            _ => continue,
        }
        let slipped: String = letters.into_iter().collect();
        if slipped != text {
            return slipped;
        }
    }
}

/// What search makes of the slips in one list of names.
#[derive(Default)]
struct Outcome {
    queries: usize,
    /// Slips that cannot be told from what they are: another name, an ordinary
    /// word, or an app without a record. Not among the queries.
    taken: usize,
    first: usize,
    in_five: usize,
    /// Another tool came first whose name is one edit away too, or begins with
    /// just these letters: nothing in the text says which is meant.
    open: usize,
    /// Of those: they begin another tool's name, which is completed.
    completed: usize,
    /// Queries that begin a name of another tool and none of the one meant:
    /// as long as completions go first, they cannot find it first.
    beginnings: usize,
    sure: usize,
    wrong: Vec<String>,
    /// Of those: one slip in the name of the tool that was found, or its sound.
    nearer: usize,
    missed: Vec<String>,
}

impl Outcome {
    fn share(&self, part: usize) -> f64 {
        100.0 * part as f64 / self.queries.max(1) as f64
    }
}

/// What a slip may happen to be: names, other names and abbreviations of all
/// tools, and the words of the lists.
fn taken(catalogue: &Catalogue) -> BTreeSet<String> {
    let texts =
        catalogue.entries.iter().flat_map(|entry| entry.texts.iter().map(|(text, _)| text).chain([&entry.name]));
    let lists = WordLists::OWN;
    let words = [lists.small, lists.fillers, lists.question, lists.school, lists.common, lists.near];
    let words = words.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    let words = words.flat_map(str::split_whitespace).map(folded);
    let apps = lists.apps.lines().filter(|line| !line.starts_with('#')).map(folded);
    texts.map(|text| folded(text)).chain(words).chain(apps).collect()
}

/// The folded names of a tool.
fn texts_of<'c>(catalogue: &'c Catalogue, tool: &'c str) -> impl Iterator<Item = String> + 'c {
    let entries = catalogue.entries.iter().filter(move |entry| entry.tool == tool);
    entries.flat_map(|entry| entry.texts.iter().map(|(text, _)| text).chain([&entry.name])).map(|text| folded(text))
}

fn run(catalogue: &Catalogue, names: &[(String, String)], rounds: usize, slips: usize) -> Outcome {
    let index = catalogue.index();
    let taken = taken(catalogue);
    let tools: BTreeSet<&str> = catalogue.entries.iter().map(|entry| entry.tool.as_str()).collect();
    let texts: BTreeMap<&str, Vec<String>> =
        tools.into_iter().map(|tool| (tool, texts_of(catalogue, tool).collect())).collect();
    let begins = |tool: &str, query: &str| texts[tool].iter().any(|text| text.starts_with(query));
    let mut numbers = Numbers(42);
    let mut outcome = Outcome::default();
    for (tool, key) in names {
        for _ in 0..rounds {
            let query = (0..slips).fold(key.clone(), |text, _| slip(&mut numbers, &text));
            if query == *key {
                continue;
            }
            if taken.contains(&query) {
                outcome.taken += 1;
                continue;
            }
            let result = index.search(&query, 5).unwrap();
            outcome.queries += 1;
            let is_beginning = !begins(tool, &query) && texts.keys().any(|other| begins(other, &query));
            outcome.beginnings += usize::from(is_beginning);
            let place = result.matches.iter().position(|found| found.id == *tool);
            let is_first = place == Some(0);
            outcome.first += usize::from(is_first);
            outcome.in_five += usize::from(place.is_some());
            if !is_first {
                let found = result.matches.first();
                let is_completed = found.is_some_and(|found| begins(&found.id, &query));
                let is_near = |id: &str| texts[id].iter().any(|text| is_one_edit_away(&query, text));
                let is_open = is_completed || found.is_some_and(|found| is_near(&found.id));
                outcome.open += usize::from(is_open);
                outcome.completed += usize::from(is_completed);
                let found = found.map_or("nothing", |found| found.id.as_str());
                outcome.missed.push(format!("{query} ({key}): {found}{}", if is_open { ", as near" } else { "" }));
            }
            if result.confidence <= Confidence::Probable {
                outcome.sure += 1;
                if !is_first {
                    let found = &result.matches[0];
                    let is_one_slip = texts[found.id.as_str()].iter().any(|text| is_one_edit_away(&query, text));
                    outcome.nearer += usize::from(is_one_slip || found.kind == MatchKind::Phonetic);
                    outcome.wrong.push(format!("{query} ({key}): {}", found.id));
                }
            }
        }
    }
    println!(
        "{slips} slips in {} names of {} letters or more: {} queries and {} that are something else, first {:.2} %, \
         first or another as near {:.2} % ({} as its beginning, {} by another slip), {} begin another name only, \
         in five {:.2} %, sure {:.1} %, wrong {:?}, missed {:?}",
        names.len(),
        names.iter().map(|(_, key)| key.len()).min().unwrap_or_default(),
        outcome.queries,
        outcome.taken,
        outcome.share(outcome.first),
        outcome.share(outcome.first + outcome.open),
        outcome.completed,
        outcome.open - outcome.completed,
        outcome.beginnings,
        outcome.share(outcome.in_five),
        outcome.share(outcome.sure),
        outcome.wrong,
        outcome.missed,
    );
    outcome
}

fn names(catalogue: &Catalogue, shortest: usize) -> Vec<(String, String)> {
    let tools = catalogue.entries.iter().filter(|entry| entry.edition.is_none());
    let names = tools.map(|entry| (entry.tool.clone(), folded(&entry.name)));
    names.filter(|(_, key)| key.is_ascii() && key.len() >= shortest).collect()
}

#[test]
fn one_slip_in_a_name_of_five_letters_or_more_still_finds_it_first() {
    let catalogue = Catalogue::real();
    let outcome = run(&catalogue, &names(&catalogue, 5), 12, 1);
    assert!(outcome.queries > 1_000);
    assert!(outcome.first * 1_000 >= outcome.queries * 995);
    assert_eq!(outcome.wrong, [""; 0]);
}

/// Many slips in names of two to four letters are as near to another name, or
/// the beginning of one.
#[test]
fn one_slip_in_any_name_finds_it_first_or_a_name_that_is_as_near_and_is_never_surely_wrong() {
    let catalogue = Catalogue::real();
    let outcome = run(&catalogue, &names(&catalogue, 2), 12, 1);
    assert!(outcome.queries > 1_000);
    assert!(outcome.first * 1_000 >= outcome.queries * 985);
    assert!((outcome.first + outcome.open) * 1_000 >= outcome.queries * 995);
    assert!(outcome.in_five * 1_000 >= outcome.queries * 995);
    assert_eq!(outcome.wrong, [""; 0]);
}

#[test]
fn two_slips_in_a_name_of_seven_letters_or_more_still_find_it_first() {
    let catalogue = Catalogue::real();
    let outcome = run(&catalogue, &names(&catalogue, 7), 12, 2);
    assert!(outcome.queries > 500);
    assert!(outcome.first * 100 >= outcome.queries * 97);
    // Two slips in a name can be one in another: nothing tells of the first.
    assert_eq!(outcome.wrong.len(), outcome.nearer);
    assert!(outcome.wrong.len() * 1_000 <= outcome.queries);
}
