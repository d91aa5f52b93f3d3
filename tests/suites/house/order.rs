//! Words of closed lists and fields of records stand in the knowledge-base
//! file by their place, and variants of mirrored enums cross to Kotlin, Swift
//! and Python by theirs: nothing is taken out, moved or put in between.

use std::collections::BTreeMap;
use std::fs;

use magdit_tests::{root, text};

use crate::{code, gather};

const COMMITTED: &str = "tests/suites/house/order.txt";

/// The types that records are made of.
const RECORDS: [&str; 17] = [
    "Tool",
    "OtherName",
    "StoreId",
    "StatusRow",
    "Edition",
    "FactRow",
    "Citation",
    "Correction",
    "Assessment",
    "Scope",
    "Supplier",
    "Source",
    "Condition",
    "Trigger",
    "FactTest",
    "Parameter",
    "ParameterValue",
];

/// Every list with what is in it, in order.
fn lists() -> BTreeMap<String, Vec<String>> {
    let mut lists = BTreeMap::new();
    for path in gather(&root("core/src"), &["rs"]) {
        let source = code(&fs::read_to_string(&path).expect("a source file"));
        for block in source.split("vocabulary! {").skip(1) {
            let block = block.split("\n}").next().unwrap_or_default();
            let name = block.split('{').next().unwrap_or_default().trim().to_owned();
            let words = block.lines().filter_map(|line| line.split_once(" = \"")).map(|(_, word)| word);
            lists.insert(name, words.filter_map(|word| word.split('"').next()).map(str::to_owned).collect());
        }
        for name in RECORDS {
            let Some((_, rest)) = source.split_once(&format!("struct {name} {{")) else {
                continue;
            };
            let fields = rest.split("\n}").next().unwrap_or_default().lines().map(str::trim);
            let fields = fields.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
            let names = fields.filter_map(|(field, _)| field.split(' ').next_back()).map(str::to_owned);
            assert!(lists.insert(name.to_owned(), names.collect()).is_none(), "{name} is declared twice");
        }
    }
    lists
}

/// Every enum that other languages see as one, with its variants in order.
/// uniffi passes a variant by its place and checks no places.
fn mirrored() -> BTreeMap<String, Vec<String>> {
    let mut mirrored = BTreeMap::new();
    for path in gather(&root("bindings/uniffi/src"), &["rs"]) {
        let source = code(&fs::read_to_string(&path).expect("a source file"));
        let enums = source.split("\n#[uniffi::remote(Enum)]\npub enum ").skip(1);
        for (name, rest) in enums.filter_map(|rest| rest.split_once(" {\n")) {
            let variants = rest.split("\n}").next().unwrap_or_default().lines();
            let variants = variants
                .filter_map(|line| line.strip_prefix("    "))
                .filter(|line| line.starts_with(char::is_uppercase));
            let names =
                variants.map(|line| line.trim_end_matches([',', '{', ' ']).split('(').next().unwrap_or_default());
            let before = mirrored.insert(format!("uniffi {name}"), names.map(str::to_owned).collect());
            assert!(before.is_none(), "{name} is mirrored twice");
        }
    }
    mirrored
}

#[test]
fn words_and_fields_keep_their_place_and_new_ones_come_last() {
    let mut lists = lists();
    let mirrored = mirrored();
    assert!(mirrored.len() >= 35 && mirrored.values().all(|variants| variants.len() > 1), "{mirrored:?}");
    lists.extend(mirrored);
    let written: String = lists.iter().map(|(name, items)| format!("{name}: {}\n", items.join(" "))).collect();
    if std::env::var_os("MAGDIT_BLESS").is_some() && !root(COMMITTED).exists() {
        fs::write(root(COMMITTED), &written).expect("the list can be written");
    }
    let committed = text(&root(COMMITTED));
    let mut items = 0;
    for line in committed.lines() {
        let (name, before) = line.split_once(": ").expect("a name and what is in it");
        let before: Vec<&str> = before.split(' ').collect();
        let now = lists.get(name).unwrap_or_else(|| panic!("{name} is gone; it stands in files that were shipped"));
        assert!(
            now.len() >= before.len() && now.iter().zip(&before).all(|(now, before)| now == before),
            "{name} was {before:?} and is {now:?}: put new ones at the end, and take none out"
        );
        items += now.len();
    }
    assert_eq!(committed, written, "put what is new at the end of its line in {COMMITTED}");
    assert!(RECORDS.iter().all(|name| lists.get(*name).is_some_and(|fields| !fields.is_empty())));
    println!("{items} words, fields and variants in {} lists keep their place", lists.len());
    assert!(lists.len() > 40 && items > 300);
}
