#![expect(clippy::arithmetic_side_effects, reason = "the numbers of a test are small")]

use std::collections::{BTreeMap, BTreeSet};

use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};
use proptest::collection::btree_set;
use proptest::prelude::*;

use super::*;
use crate::search::build::written;
use crate::search::complete::{best, complete};

/// Optimal string alignment by the book.
fn osa(a: &[u8], b: &[u8]) -> usize {
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 || j == 0 {
                rows[i][j] = i + j;
                continue;
            }
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

fn map_of(keys: &BTreeSet<String>) -> Vec<u8> {
    // Values in another order than the keys, as ranks are.
    let value = |number: usize| (number as u64 * 7919) % 1009;
    let pairs = keys.iter().enumerate().map(|(number, key)| (key.clone().into_bytes(), value(number)));
    written(&pairs.collect::<Vec<_>>())
}

type Found = BTreeMap<Vec<u8>, u8>;

fn walked<const D: usize>(bytes: &[u8], query: &str) -> (Found, Found) {
    let mut keys = Found::new();
    let mut prefixes = Found::new();
    let fst = Fst::open(bytes).unwrap();
    let pattern = Pattern::new(query.as_bytes()).unwrap();
    near::<D>(&fst, &pattern, true, &mut Budget::for_query(), |hit| {
        let found = if hit.reach == Reach::Whole { &mut keys } else { &mut prefixes };
        let again = found.insert(hit.path.to_vec(), hit.distance);
        assert_eq!(again, None, "each key is found once");
    });
    (keys, prefixes)
}

/// Distance of a pattern and the beginning of a key whose last byte stands
/// for the end of the pattern, by a match or a transposition.
fn distance_by_match(query: &[u8], path: &[u8]) -> Option<usize> {
    let (last, before) = query.split_last()?;
    let (path_last, path_before) = path.split_last()?;
    let matched = (last == path_last).then(|| osa(before, path_before));
    let swapped = match (query, path) {
        ([q @ .., a, b], [p @ .., c, d]) if a == d && b == c => Some(osa(q, p) + 1),
        _ => None,
    };
    matched.into_iter().chain(swapped).min()
}

fn check<const D: usize>(keys: &BTreeSet<String>, query: &str) {
    let bytes = map_of(keys);
    let (found, prefixes) = walked::<D>(&bytes, query);
    let query = query.as_bytes();

    let brute: Found = keys
        .iter()
        .map(|key| (key.as_bytes().to_vec(), osa(query, key.as_bytes())))
        .filter(|(_, distance)| *distance <= D)
        .map(|(key, distance)| (key, distance as u8))
        .collect();
    assert_eq!(found, brute, "brute force, distance {D}");

    if cfg!(miri) {
        return;
    }
    let dfa = LevenshteinAutomatonBuilder::new(D as u8, true).build_dfa(std::str::from_utf8(query).unwrap());
    let oracle: Found = keys
        .iter()
        .filter_map(|key| match dfa.eval(key) {
            Distance::Exact(distance) => Some((key.as_bytes().to_vec(), distance)),
            Distance::AtLeast(_) => None,
        })
        .collect();
    assert_eq!(found, oracle, "levenshtein_automata, distance {D}");

    let beginnings: BTreeSet<&[u8]> =
        keys.iter().flat_map(|key| (1..=key.len()).map(|end| &key.as_bytes()[..end])).collect();
    let brute: Found = beginnings
        .into_iter()
        .filter_map(|path| Some((path.to_vec(), distance_by_match(query, path)?)))
        .filter(|(_, distance)| *distance <= D)
        .map(|(path, distance)| (path, distance as u8))
        .collect();
    assert_eq!(prefixes, brute, "prefixes, distance {D}");
}

proptest! {
    #[test]
    fn walks_find_what_brute_force_and_levenshtein_automata_find(
        keys in btree_set(
            "[a-d]{1,9}|[a-z0-9]{1,12}|(kahoot|canva|canvas|quizlet|quizizz)[a-c]{0,2}",
            0..if cfg!(miri) { 6 } else { 60 }
        ),
        query in "[a-d]{1,9}|[a-z0-9]{1,12}|(kahoot|kahot|canva|quizlet)[a-c]{0,2}",
    ) {
        check::<0>(&keys, &query);
        check::<1>(&keys, &query);
        check::<2>(&keys, &query);
    }

    #[test]
    fn completions_come_in_order_of_their_values_and_all_of_them(
        keys in btree_set("[a-c]{1,8}", 1..if cfg!(miri) { 9 } else { 60 }),
        prefix in "[a-c]{0,4}",
    ) {
        let bytes = map_of(&keys);
        let fst = Fst::open(&bytes).unwrap();
        let mut wanted: Vec<(u64, Vec<u8>)> = keys
            .iter()
            .filter_map(|key| Some((fst.get(key.as_bytes())?, key.strip_prefix(&prefix)?.as_bytes().to_vec())))
            .collect();
        wanted.sort();
        let mut found = Vec::new();
        if let Some((address, value)) = fst.descend(prefix.as_bytes()) {
            complete(&fst, address, value, &mut Budget::for_query(), |value, rest| {
                found.push((value, rest.to_vec()));
                true
            });
        }
        let first = fst
            .descend(prefix.as_bytes())
            .and_then(|(address, value)| best(&fst, address, value, &mut Budget::for_query()));
        prop_assert_eq!(first.map(|(value, _)| value), wanted.first().map(|(value, _)| *value));
        prop_assert_eq!(found, wanted);
    }
}

#[test]
fn a_pattern_has_one_to_sixty_three_ascii_bytes() {
    assert!(Pattern::new(b"").is_none());
    assert!(Pattern::new(b"a").is_some());
    assert!(Pattern::new(&[b'a'; 63]).is_some());
    assert!(Pattern::new(&[b'a'; 64]).is_none());
    assert!(Pattern::new("é".as_bytes()).is_none());
}

#[test]
#[cfg_attr(miri, ignore = "thousands of distances by the book")]
fn the_longest_pattern_is_matched_to_its_end() {
    let key = "ab".repeat(31);
    for query in [key.clone(), format!("{key}c"), format!("c{key}"), key.replacen("ab", "ba", 1)] {
        check::<2>(&BTreeSet::from([key.clone(), format!("{key}ab"), format!("{key}cc")]), &query);
    }
}

#[test]
fn keys_in_other_scripts_are_never_near() {
    let keys = BTreeSet::from(["кahoot".to_owned(), "kahoot".to_owned()]);
    let (found, _) = walked::<2>(&map_of(&keys), "kahoot");
    assert_eq!(found.len(), 1);
}

#[test]
fn a_spent_budget_ends_a_walk() {
    let keys: BTreeSet<String> =
        (0..if cfg!(miri) { 200 } else { 5_000 }).map(|number| format!("{number:05}")).collect();
    let bytes = map_of(&keys);
    let fst = Fst::open(&bytes).unwrap();
    let mut budget = Budget::for_query();
    let mut steps = 0;
    while budget.spend() {
        steps += 1;
    }
    assert_eq!(steps, MAX_STEPS);
    let mut found = 0;
    near::<2>(&fst, &Pattern::new(b"01234").unwrap(), true, &mut budget, |_| found += 1);
    complete(&fst, fst.root(), 0, &mut budget, |_, _| {
        found += 1;
        true
    });
    assert_eq!(found, 0);
}
