//! Completion while somebody types: every beginning of every name.

use std::collections::{BTreeMap, BTreeSet};

use magdit::search::folded;

use crate::catalogue::Catalogue;

/// Beginnings of one length.
#[derive(Default)]
struct Tally {
    beginnings: usize,
    /// The first match has a name that begins so.
    completed: usize,
    others: Vec<String>,
}

#[test]
fn the_first_match_for_the_beginning_of_a_name_begins_so() {
    let catalogue = Catalogue::real();
    let index = catalogue.index();
    let mut texts: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for entry in &catalogue.entries {
        let names = entry.texts.iter().map(|(text, _)| text).chain([&entry.name]);
        texts.entry(&entry.tool).or_default().extend(names.map(|text| folded(text)));
    }
    let names: BTreeSet<String> = texts.values().flatten().cloned().collect();
    let tools = catalogue.entries.iter().filter(|entry| entry.edition.is_none());
    let keys: Vec<String> = tools.map(|entry| folded(&entry.name)).filter(|key| key.is_ascii()).collect();
    for length in 2..=6 {
        let beginnings: BTreeSet<&str> =
            keys.iter().filter(|key| key.len() > length).filter_map(|key| key.get(..length)).collect();
        let mut tally = Tally::default();
        for beginning in beginnings.into_iter().filter(|beginning| !names.contains(*beginning)) {
            let found = index.search(beginning, 5).unwrap();
            let first = found.matches.first().map_or("", |found| found.id.as_str());
            let begins = texts.get(first).is_some_and(|texts| texts.iter().any(|text| text.starts_with(beginning)));
            tally.beginnings += 1;
            tally.completed += usize::from(begins);
            if !begins {
                tally.others.push(format!("{beginning}: {first}"));
            }
        }
        println!(
            "{} beginnings of {length} letters, {} completed first; others {:?}",
            tally.beginnings, tally.completed, tally.others
        );
        assert!(tally.beginnings > 150);
        assert!(tally.completed * 100 >= tally.beginnings * 99);
    }
}
