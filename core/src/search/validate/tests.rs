#![expect(clippy::arithmetic_side_effects, reason = "the numbers of a test are small")]

use super::*;
use crate::search::{IndexEntry, IndexError, IndexLayout, WordLists, build, build_with_words};
use crate::tool::{NameKind, Store, StoreId};

fn entry(tool: &str, name: &str) -> IndexEntry {
    IndexEntry {
        tool: tool.to_owned(),
        edition: None,
        name: name.to_owned(),
        texts: vec![(format!("{tool} app"), NameKind::Alias)],
        supplier: "Voorbeeld B.V.".to_owned(),
        domains: vec![format!("{tool}.example")],
        stores: vec![StoreId { store: Store::Play, id: format!("nl.example.{tool}") }],
        weight: 230,
        judged: true,
    }
}

fn small_index() -> Vec<u8> {
    let entries = [entry("kahoot", "Kahoot!"), entry("quizlet", "Quizlet"), entry("meet", "Google Meet")];
    let mut none = WordLists { common: "", near: "", apps: "", top_level: "com org", ..WordLists::OWN };
    if cfg!(miri) {
        none = WordLists { small: "de het", fillers: "app", question: "mag ik", school: "groep", ..none };
    }
    build_with_words(&entries, &|_| false, &none).unwrap()
}

const QUERIES: [&str; 8] = [
    "kahoot",
    "kahot",
    "quizl",
    "meet google",
    "kwislet",
    "https://www.kahoot.example/spel",
    "nl.example.quizlet",
    "mag ik kahoot gebruiken in groep 7",
];

#[test]
fn what_build_writes_passes() {
    assert!(IndexLayout::read(&small_index()).is_ok());
    assert!(IndexLayout::read(&build(&[], &|_| false).unwrap()).is_ok());
}

/// Every single byte changed to every other value: whatever is accepted can
/// be searched without a panic and without end.
#[test]
fn no_changed_byte_makes_reading_or_searching_fail_other_than_with_an_error() {
    let whole = small_index();
    let (mut refused, mut accepted) = (0, 0);
    let mut bytes = whole.clone();
    let (apart, flips): (_, &[u8]) =
        if cfg!(miri) { (101, &[1, 64]) } else { (3, &[1, 2, 4, 8, 16, 32, 64, 128, 255]) };
    for at in (0..whole.len()).step_by(apart) {
        for flip in flips {
            bytes[at] ^= flip;
            match IndexLayout::read(&bytes) {
                Ok(layout) => {
                    accepted += 1;
                    for query in QUERIES {
                        layout.view(&bytes).search(query, 5).unwrap();
                    }
                }
                Err(_) => refused += 1,
            }
            bytes[at] = whole[at];
        }
    }
    assert!(refused > accepted, "{refused} refused, {accepted} accepted");
}

#[test]
fn bytes_other_than_those_that_were_read_are_searched_without_a_panic() {
    let whole = small_index();
    let layout = IndexLayout::read(&whole).unwrap();
    let turned: Vec<u8> = whole.iter().rev().copied().collect();
    for bytes in [&whole[..0], &whole[..100], &turned] {
        for query in QUERIES {
            layout.view(bytes).search(query, 5).unwrap();
        }
    }
}

#[test]
fn every_truncation_and_every_addition_is_refused() {
    let whole = small_index();
    for end in (0..whole.len()).step_by(if cfg!(miri) { 17 } else { 1 }) {
        assert!(IndexLayout::read(&whole[..end]).is_err(), "cut at {end}");
    }
    let longer = [whole.as_slice(), &[0]].concat();
    assert!(IndexLayout::read(&longer).is_err());
}

#[test]
fn other_versions_are_named() {
    let mut bytes = small_index();
    bytes[4] = 9;
    assert_eq!(IndexLayout::read(&bytes), Err(IndexError::Format { found: 9, expected: 1 }));
    bytes[4] = 1;
    bytes[6] = 7;
    assert_eq!(IndexLayout::read(&bytes), Err(IndexError::Normalisation { found: 7, expected: 1 }));
}

/// An fst by hand: nodes, then number of keys and root.
fn framed(nodes: &[u8], keys: u64) -> Vec<u8> {
    let mut bytes = [3_u64.to_le_bytes(), [0; 8]].concat();
    bytes.extend_from_slice(nodes);
    let root = bytes.len() as u64 - 1;
    bytes.extend_from_slice(&keys.to_le_bytes());
    bytes.extend_from_slice(&root.to_le_bytes());
    bytes.extend_from_slice(&[0; 4]);
    bytes
}

/// A node that ends a key and has two children at these distances.
fn two_children(first: u8, second: u8) -> [u8; 6] {
    [second, first, b'b', b'a', 0x10, 0b0100_0010]
}

fn holds(bytes: &[u8]) -> bool {
    fst_holds(&Fst::open(bytes).unwrap(), |_, _| true)
}

#[test]
fn an_fst_by_hand_holds_what_it_says() {
    // The empty key, "a" and "b".
    assert!(holds(&framed(&two_children(0, 0), 3)));
    assert!(!holds(&framed(&two_children(0, 0), 2)), "one key more than it says");
    assert!(!holds(&framed(&two_children(0, 0), 4)), "one key less than it says");
}

#[test]
fn a_graph_with_more_keys_than_it_says_is_refused_quickly() {
    // Each level leads twice to the one before: 2^30 paths in 180 bytes.
    let mut nodes = two_children(0, 0).to_vec();
    for _ in 0..30 {
        nodes.extend_from_slice(&two_children(1, 1));
    }
    assert!(!holds(&framed(&nodes, 1_000)));
}

#[test]
fn children_out_of_order_and_twice_are_refused() {
    let mut unsorted = two_children(0, 0);
    unsorted[2..4].reverse();
    assert!(!holds(&framed(&unsorted, 3)));
    let mut twice = two_children(0, 0);
    twice[2] = b'a';
    assert!(!holds(&framed(&twice, 3)));
}

#[test]
fn a_dead_end_is_refused() {
    // A root with one child that ends nothing and has no children.
    let dead = [0_u8, 0x00, 0b0000_0000];
    let root = [1_u8, 0x10, b'q', 0b1000_0000];
    assert!(!holds(&framed(&[dead.as_slice(), &root].concat(), 1)));
}
