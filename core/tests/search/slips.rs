//! Generated slips of the hand on every real name.

use magdit::search::{Confidence, Index, folded};

use crate::catalogue::Catalogue;

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

struct Outcome {
    queries: usize,
    first: usize,
    sure: usize,
    wrong: Vec<String>,
    missed: Vec<String>,
}

fn run(index: &Index<'_>, names: &[(String, String)], rounds: usize, slips: usize) -> Outcome {
    let keys: Vec<String> = names.iter().map(|(_, key)| key.clone()).collect();
    let mut numbers = Numbers(42);
    let mut outcome = Outcome { queries: 0, first: 0, sure: 0, wrong: Vec::new(), missed: Vec::new() };
    for (tool, key) in names {
        for _ in 0..rounds {
            let query = (0..slips).fold(key.clone(), |text, _| slip(&mut numbers, &text));
            // A slip that is another name is that name.
            if keys.contains(&query) {
                continue;
            }
            let result = index.search(&query, 5).unwrap();
            outcome.queries += 1;
            let is_first = result.matches.first().is_some_and(|found| found.id == *tool);
            outcome.first += usize::from(is_first);
            if !is_first {
                let found = result.matches.first().map_or("nothing", |found| found.id.as_str());
                outcome.missed.push(format!("{query} ({key}): {found}"));
            }
            if result.confidence <= Confidence::Probable {
                outcome.sure += 1;
                if !is_first {
                    outcome.wrong.push(query);
                }
            }
        }
    }
    println!(
        "{slips} slips: {} queries, first {:.2} %, sure {:.1} %, wrong {:?}, missed {:?}",
        outcome.queries,
        100.0 * outcome.first as f64 / outcome.queries as f64,
        100.0 * outcome.sure as f64 / outcome.queries as f64,
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
    let outcome = run(&catalogue.index(), &names(&catalogue, 5), 12, 1);
    assert!(outcome.queries > 1_000);
    assert!(outcome.first * 1_000 >= outcome.queries * 995);
    assert_eq!(outcome.wrong, [""; 0]);
}

/// Many slips in names of two to four letters are other names, or the
/// beginning of one.
#[test]
fn one_slip_in_any_name_is_seldom_taken_for_another_and_never_surely() {
    let catalogue = Catalogue::real();
    let outcome = run(&catalogue.index(), &names(&catalogue, 2), 12, 1);
    assert!(outcome.queries > 1_000);
    assert!(outcome.first * 1_000 >= outcome.queries * 980);
    assert_eq!(outcome.wrong, [""; 0]);
}

#[test]
fn two_slips_in_a_name_of_seven_letters_or_more_still_find_it_first() {
    let catalogue = Catalogue::real();
    let outcome = run(&catalogue.index(), &names(&catalogue, 7), 12, 2);
    assert!(outcome.queries > 500);
    assert!(outcome.first * 100 >= outcome.queries * 97);
    // Two slips can make a word that is nearer to another name.
    assert!(outcome.wrong.len() * 1_000 <= outcome.queries * 2);
}
