#![expect(clippy::arithmetic_side_effects, reason = "the numbers of a test are small")]

use std::collections::BTreeMap;

use fst::Streamer;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use super::*;
use crate::search::build::written;

fn map_of(keys: &BTreeMap<Vec<u8>, u64>) -> Vec<u8> {
    let pairs: Vec<(Vec<u8>, u64)> = keys.iter().map(|(key, value)| (key.clone(), *value)).collect();
    written(&pairs)
}

fn listed(fst: &Fst<'_>, address: usize, key: &mut Vec<u8>, value: u64, into: &mut BTreeMap<Vec<u8>, u64>) {
    let node = fst.node(address).unwrap();
    if let Some(output) = node.ends() {
        into.insert(key.clone(), value + output);
    }
    for input in 0..=255 {
        if let Some((output, child)) = fst.follow(&node, input) {
            key.push(input);
            listed(fst, child, key, value + output, into);
            key.pop();
        }
    }
}

proptest! {
    #[test]
    fn nodes_are_read_as_the_fst_crate_reads_them(
        keys in btree_map(vec(any::<u8>(), 1..6), any::<u64>(), 0..if cfg!(miri) { 8 } else { 300 }),
        absent in vec(any::<u8>(), 1..6),
    ) {
        let bytes = map_of(&keys);
        let fst = Fst::open(&bytes).unwrap();
        prop_assert_eq!(fst.len(), keys.len() as u64);
        let mut found = BTreeMap::new();
        listed(&fst, fst.root(), &mut Vec::new(), 0, &mut found);
        prop_assert_eq!(&found, &keys);

        let theirs = fst::raw::Fst::new(bytes.as_slice()).unwrap();
        let mut stream = theirs.stream();
        while let Some((key, output)) = stream.next() {
            prop_assert_eq!(fst.get(key), Some(output.value()));
        }
        prop_assert_eq!(fst.get(&absent), theirs.get(&absent).map(|output| output.value()));
    }

    #[test]
    fn no_bytes_make_reading_panic_or_climb(
        bytes in vec(any::<u8>(), 36..400),
        address in 0..400_usize,
        key in vec(any::<u8>(), 0..8),
    ) {
        let framed = {
            let mut framed = 3_u64.to_le_bytes().to_vec();
            framed.extend_from_slice(&bytes);
            let root = framed.len() as u64 - 1;
            framed.extend_from_slice(&9_u64.to_le_bytes());
            framed.extend_from_slice(&root.to_le_bytes());
            framed.extend_from_slice(&[0; 4]);
            framed
        };
        let fst = Fst::open(&framed).unwrap();
        fst.get(&key);
        let children: Vec<usize> = match fst.node(address) {
            None | Some(Node::End) => Vec::new(),
            Some(Node::One { child, .. }) => vec![child],
            Some(Node::Many(many)) => (0..fst.inputs(&many).len())
                .filter_map(|position| fst.step(&many, position))
                .map(|(_, child)| child)
                .collect(),
        };
        prop_assert!(children.iter().all(|child| *child < address));
    }
}

#[test]
fn a_frame_needs_its_format_its_root_at_the_end_and_its_length() {
    let whole = map_of(&BTreeMap::from([(b"kahoot".to_vec(), 1), (b"quizlet".to_vec(), 2)]));
    assert!(Fst::open(&whole).is_some());
    for end in 0..whole.len() {
        assert!(Fst::open(&whole[..end]).is_none(), "cut at {end}");
    }
    let mut other_format = whole.clone();
    other_format[0] = 2;
    assert!(Fst::open(&other_format).is_none());
    let mut other_root = whole.clone();
    let root = whole.len() - FOOTER + 8;
    other_root[root] -= 1;
    assert!(Fst::open(&other_root).is_none());
}

#[test]
fn nodes_with_many_children_are_read() {
    let keys: BTreeMap<Vec<u8>, u64> = (0..=255_u8).map(|byte| (vec![byte, 1], u64::from(byte) + 1)).collect();
    let bytes = map_of(&keys);
    let fst = Fst::open(&bytes).unwrap();
    assert!(keys.iter().all(|(key, value)| fst.get(key) == Some(*value)));
}
