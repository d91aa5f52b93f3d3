//! Names that only look like a real one, and names with accents, which do not.

use std::collections::BTreeSet;

use magdit::search::{Confidence, IndexEntry, IndexLayout, MatchKind, WordLists, build_with_words, folded};
use unicode_normalization::UnicodeNormalization;

use crate::catalogue::Catalogue;
use crate::slips::Numbers;

/// Letters and what passes for them: Cyrillic, Greek, Armenian, and digits.
const COPIES: [(char, &str); 25] = [
    ('a', "аα4"),
    ('b', "в"),
    ('c', "сϲ"),
    ('d', "ԁ"),
    ('e', "е3"),
    ('f', "ғ"),
    ('g', "ɡց"),
    ('h', "һհ"),
    ('i', "іι"),
    ('j', "ј"),
    ('k', "кκ"),
    ('l', "1"),
    ('m', "м"),
    ('n', "ոη"),
    ('o', "оοօ0"),
    ('p', "рρ"),
    ('q', "ԛ"),
    ('r', "г"),
    ('s', "ѕ5"),
    ('t', "тτ"),
    ('u', "υս"),
    ('v', "ѵν"),
    ('w', "ԝш"),
    ('x', "хχ"),
    ('y', "уγ"),
];

/// A name in lower case with some letters copied: `choose` says which of the
/// places that can be copied.
fn copied(name: &str, numbers: &mut Numbers, choose: impl Fn(usize, usize) -> bool) -> String {
    let copies = |letter| COPIES.iter().find(|(known, _)| *known == letter).map(|(_, copies)| *copies);
    let name = name.to_lowercase();
    let places: Vec<usize> =
        name.chars().enumerate().filter(|(_, letter)| copies(*letter).is_some()).map(|(at, _)| at).collect();
    let chosen = |at: usize| places.iter().position(|place| *place == at).is_some_and(|nth| choose(nth, places.len()));
    let copy = |(at, letter): (usize, char)| match copies(letter) {
        Some(copies) if chosen(at) => {
            let copies: Vec<char> = copies.chars().collect();
            copies[numbers.below(copies.len())]
        }
        _ => letter,
    };
    name.chars().enumerate().map(copy).collect()
}

/// What imitates a name: one letter of it, half of them, all of them, and two
/// letters that look like one.
fn look_alikes(name: &str, numbers: &mut Numbers) -> Vec<String> {
    let one = numbers.below(64);
    let mut found = vec![
        copied(name, numbers, |nth, _| nth == 0),
        copied(name, numbers, |nth, places| nth == one % places),
        copied(name, numbers, |nth, _| nth % 2 == 1),
        copied(name, numbers, |_, _| true),
    ];
    found.extend([("m", "rn"), ("w", "vv")].map(|(letter, pair)| name.to_lowercase().replace(letter, pair)));
    found
}

#[test]
fn no_generated_look_alike_is_answered_as_the_real_tool() {
    let catalogue = Catalogue::real();
    let index = catalogue.index();
    let names: Vec<(&str, &str)> = catalogue
        .entries
        .iter()
        .flat_map(|entry| {
            let names = std::iter::once(&entry.name).chain(entry.texts.iter().map(|(text, _)| text));
            names.map(|name| (name.as_str(), entry.tool.as_str()))
        })
        .collect();
    let keys: BTreeSet<String> = names.iter().map(|(name, _)| folded(name)).collect();
    // Where a name holds the host of the tool, that stays what it is in most copies.
    let hosts: Vec<&String> = catalogue.entries.iter().flat_map(|entry| &entry.domains).collect();
    let is_known = |text: &str| keys.contains(&folded(text)) || hosts.iter().any(|host| text.contains(host.as_str()));
    let mut numbers = Numbers(11);
    let mut seen = BTreeSet::new();
    let (mut shown, mut silent, mut other) = (0, Vec::new(), 0);
    for (name, tool) in &names {
        for text in look_alikes(name, &mut numbers) {
            if is_known(&text) || !seen.insert(text.clone()) {
                continue;
            }
            let result = index.search(&text, 5).unwrap();
            if result.certain() {
                silent.push(format!("{text} for {name}: {}", result.matches[0].id));
            }
            let first = result.matches.first();
            shown += usize::from(first.is_some_and(|found| found.kind == MatchKind::LookAlike && found.id == *tool));
            other += usize::from(result.confidence == Confidence::Probable);
        }
    }
    let count = seen.len();
    println!("{count} look-alikes of {} names: {shown} shown as such, {other} suggested, none certain", names.len());
    assert_eq!(silent, [""; 0]);
    assert!(count >= 1_000 && shown * 2 > count, "{count} {shown}");
}

/// Letters with accents as they stand in the alphabets of Europe.
fn accented() -> impl Iterator<Item = char> {
    let no_letters = ['×', '÷'];
    // Dotless i, kra, the apostrophe before n, long s, and two that are letters side by side.
    let pass_for_others = ['ı', 'Ĳ', 'ĳ', 'ĸ', 'Ŀ', 'ŀ', 'ŉ', 'ſ'];
    ('\u{c0}'..='\u{17e}').filter(move |letter| !no_letters.contains(letter) && !pass_for_others.contains(letter))
}

/// Names of schools, books and tools of many countries, and one for each
/// letter at its beginning, in its middle and at its end.
fn names() -> Vec<String> {
    let written = include_str!("../../../tests/search/accents.txt").lines();
    let written = written.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned);
    let made = accented()
        .flat_map(|letter| [format!("{letter}lfenland"), format!("Reken{letter}spel"), format!("Taaltuin {letter}")]);
    written.chain(made).collect()
}

#[test]
fn no_name_with_accents_is_refused() {
    let names = names();
    let few = WordLists { common: "", near: "", apps: "", ..WordLists::OWN };
    for name in &names {
        let entry = IndexEntry {
            tool: "tool".to_owned(),
            edition: None,
            name: name.clone(),
            texts: Vec::new(),
            supplier: String::new(),
            domains: Vec::new(),
            stores: Vec::new(),
            weight: 230,
            judged: true,
        };
        let bytes = build_with_words(&[entry], &|_| false, &few).unwrap_or_else(|error| panic!("{name}: {error}"));
        let layout = IndexLayout::read(&bytes).unwrap();
        let index = layout.view(&bytes);
        let apart: String = name.nfd().collect();
        for spelling in [name.clone(), apart, name.to_lowercase(), folded(name)] {
            let result = index.search(&spelling, 5).unwrap_or_else(|error| panic!("{spelling}: {error}"));
            assert!(result.certain(), "{spelling} for {name}: {:?}", result.confidence);
            assert_ne!(result.matches[0].kind, MatchKind::LookAlike, "{spelling}");
        }
    }
    println!("{} names with accents in four spellings each, all certain", names.len());
    assert!(names.len() >= 500);
}
