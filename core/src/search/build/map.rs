//! Writes an fst as the fst crate does, on every machine alike.
//!
//! The crate looks for equal nodes in a cache, whose places depend on whether
//! the machine counts in 32 or 64 bits: what it writes in a browser is another
//! file than what it wrote for the publisher. This writer knows all nodes, and
//! is told where an equal one is to be written again nevertheless.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};

use crate::search::node::{COMMON_INPUTS, END, FORMAT, INDEXED};

/// Where what was seen before lies, by its bytes. Hashed without a secret,
/// which would be asked of the system.
pub(super) type Seen = HashMap<Vec<u8>, usize, BuildHasherDefault<DefaultHasher>>;

/// A node: whether a key ends here and with which output, and its steps with
/// byte, output and child.
#[derive(Default)]
struct Node {
    ends: Option<u64>,
    steps: Vec<(u8, u64, usize)>,
}

impl Node {
    /// All of it as bytes.
    fn identity(&self) -> Vec<u8> {
        let mut bytes = vec![u8::from(self.ends.is_some())];
        bytes.extend_from_slice(&self.ends.unwrap_or_default().to_le_bytes());
        for (input, output, child) in &self.steps {
            bytes.push(*input);
            bytes.extend_from_slice(&output.to_le_bytes());
            bytes.extend_from_slice(&child.to_le_bytes());
        }
        bytes
    }
}

/// Says whether a node that is there already is written again at this place,
/// where it would have the bytes that are made on demand.
pub(super) type Again<'a> = &'a mut dyn FnMut(usize, &dyn Fn() -> Vec<u8>) -> bool;

/// The map of these keys, which ascend, to their values.
pub(super) fn write(pairs: &[(Vec<u8>, u64)], again: Again<'_>) -> Vec<u8> {
    let mut nodes = Nodes { bytes: Vec::new(), known: Seen::default(), last: 1, again };
    nodes.bytes.extend_from_slice(&FORMAT.to_le_bytes());
    nodes.bytes.extend_from_slice(&0_u64.to_le_bytes());
    // The nodes of the last key, of which each but the deepest ends in a step
    // whose child is not written yet.
    let mut open = vec![Node::default()];
    let mut before: &[u8] = &[];
    for (key, value) in pairs {
        let shared = before.iter().zip(key).take_while(|(one, other)| one == other).count();
        nodes.close(&mut open, shared);
        let left = share_outputs(&mut open, shared, *value);
        for (position, byte) in key.iter().enumerate().skip(shared) {
            let output = if position == shared { left } else { 0 };
            if let Some(node) = open.last_mut() {
                node.steps.push((*byte, output, END));
            }
            open.push(Node::default());
        }
        if let Some(node) = open.last_mut() {
            node.ends = Some(if key.len() == shared { left } else { 0 });
        }
        before = key;
    }
    nodes.close(&mut open, 0);
    let root = open.pop().map_or(END, |root| nodes.address(root));
    nodes.finish(pairs.len(), root)
}

/// Moves what the value of a new key does not share with the nodes on its way
/// further down, and returns what is left of the value below them.
fn share_outputs(open: &mut [Node], shared: usize, value: u64) -> u64 {
    let mut left = value;
    for depth in 0..shared {
        let Some((_, output, _)) = open.get_mut(depth).and_then(|node| node.steps.last_mut()) else {
            break;
        };
        let common = left.min(*output);
        let moved = output.saturating_sub(common);
        *output = common;
        left = left.saturating_sub(common);
        if let Some(next) = open.get_mut(depth.saturating_add(1)).filter(|_| moved > 0) {
            next.ends = next.ends.map(|ends| ends.saturating_add(moved));
            for (_, output, _) in &mut next.steps {
                *output = output.saturating_add(moved);
            }
        }
    }
    left
}

/// The nodes that are written.
struct Nodes<'a> {
    bytes: Vec<u8>,
    known: Seen,
    /// Address of the last node; no node has the address 1.
    last: usize,
    again: Again<'a>,
}

impl Nodes<'_> {
    /// Writes what lies deeper than this many steps.
    fn close(&mut self, open: &mut Vec<Node>, depth: usize) {
        while open.len() > depth.saturating_add(1) {
            let address = open.pop().map_or(END, |node| self.address(node));
            if let Some((_, _, child)) = open.last_mut().and_then(|node| node.steps.last_mut()) {
                *child = address;
            }
        }
    }

    /// The address of a node, which is written if need be.
    fn address(&mut self, node: Node) -> usize {
        if node.steps.is_empty() && node.ends == Some(0) {
            return END;
        }
        let start = self.bytes.len();
        let bytes = || encode(&node, start, self.last);
        let identity = node.identity();
        if let Some(known) = self.known.get(&identity)
            && !(self.again)(start, &bytes)
        {
            return *known;
        }
        let bytes = bytes();
        self.bytes.extend_from_slice(&bytes);
        self.last = self.bytes.len().saturating_sub(1);
        self.known.insert(identity, self.last);
        self.last
    }

    fn finish(mut self, keys: usize, root: usize) -> Vec<u8> {
        for number in [keys, root] {
            let number = u64::try_from(number).unwrap_or(u64::MAX);
            self.bytes.extend_from_slice(&number.to_le_bytes());
        }
        let sum = checksum(&self.bytes);
        self.bytes.extend_from_slice(&sum.to_le_bytes());
        self.bytes
    }
}

/// The bytes of a node that begins at `start`, after a node at `last`.
fn encode(node: &Node, start: usize, last: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let delta = |child: usize| match child {
        END => 0,
        child => u64::try_from(start.saturating_sub(child)).unwrap_or(u64::MAX),
    };
    let common = |input: u8| COMMON_INPUTS.iter().position(|common| *common == input);
    if let (None, [(input, output, child)]) = (node.ends, node.steps.as_slice()) {
        let is_next = *child == last && *output == 0;
        if !is_next {
            let output_size = if *output == 0 { 0 } else { size(*output) };
            push_uint(&mut bytes, *output, output_size);
            push_uint(&mut bytes, delta(*child), size(delta(*child)));
            bytes.push(sizes(size(delta(*child)), output_size));
        }
        let form = if is_next { 0b1100_0000 } else { 0b1000_0000 };
        let place = common(*input).and_then(|place| u8::try_from(place.saturating_add(1)).ok());
        if place.is_none() {
            bytes.push(*input);
        }
        bytes.push(form | place.unwrap_or(0));
        return bytes;
    }
    let outputs = || node.ends.into_iter().chain(node.steps.iter().map(|(_, output, _)| *output));
    let output_size = if outputs().all(|output| output == 0) { 0 } else { outputs().map(size).max().unwrap_or(0) };
    let child_size = node.steps.iter().map(|(_, _, child)| size(delta(*child))).max().unwrap_or(0);
    if let Some(ends) = node.ends {
        push_uint(&mut bytes, ends, output_size);
    }
    for (_, output, _) in node.steps.iter().rev() {
        push_uint(&mut bytes, *output, output_size);
    }
    for (_, _, child) in node.steps.iter().rev() {
        push_uint(&mut bytes, delta(*child), child_size);
    }
    bytes.extend(node.steps.iter().rev().map(|(input, ..)| *input));
    if node.steps.len() > INDEXED {
        let mut index = [u8::MAX; 256];
        for (place, (input, ..)) in (0_u8..=u8::MAX).zip(&node.steps) {
            if let Some(slot) = index.get_mut(usize::from(*input)) {
                *slot = place;
            }
        }
        bytes.extend_from_slice(&index);
    }
    bytes.push(sizes(child_size, output_size));
    let count = u8::try_from(node.steps.len()).ok();
    let in_state = count.filter(|count| (1..0b0100_0000).contains(count));
    if in_state.is_none() {
        // All 256 bytes are written as one, which has a form of its own.
        bytes.push(count.unwrap_or(1));
    }
    let is_final = if node.ends.is_some() { 0b0100_0000 } else { 0 };
    bytes.push(is_final | in_state.unwrap_or(0));
    bytes
}

/// How many bytes a number takes, at least one.
fn size(number: u64) -> u8 {
    let bytes = number.checked_ilog2().map_or(1, |highest| (highest / 8).saturating_add(1));
    u8::try_from(bytes).unwrap_or(8)
}

const fn sizes(child: u8, output: u8) -> u8 {
    child << 4 | output
}

fn push_uint(bytes: &mut Vec<u8>, number: u64, size: u8) {
    bytes.extend(number.to_le_bytes().into_iter().take(usize::from(size)));
}

/// CRC-32C, masked as the container wants it.
fn checksum(bytes: &[u8]) -> u32 {
    const fn shifted(mut sum: u32, mut bits: u32) -> u32 {
        while bits > 0 {
            sum = if sum & 1 == 0 { sum >> 1 } else { sum >> 1 ^ 0x82f6_3b78 };
            bits = bits.wrapping_sub(1);
        }
        sum
    }
    let mut table = [0_u32; 256];
    for (byte, slot) in (0_u32..).zip(&mut table) {
        *slot = shifted(byte, 8);
    }
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        let [low, ..] = (sum ^ u32::from(*byte)).to_le_bytes();
        sum >> 8 ^ table.get(usize::from(low)).copied().unwrap_or_default()
    });
    (!sum).rotate_right(15).wrapping_add(0xa282_ead8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::btree_map;
    use proptest::prelude::*;

    fn by_crate(pairs: &[(Vec<u8>, u64)]) -> Vec<u8> {
        let mut map = fst::raw::Builder::memory();
        for (key, value) in pairs {
            map.insert(key, *value).unwrap();
        }
        map.into_inner().unwrap()
    }

    fn bytes(pairs: &[(Vec<u8>, u64)]) -> Vec<u8> {
        write(pairs, &mut |_, _| false)
    }

    proptest! {
        /// Few nodes all fit in the crate's cache, and nothing is written
        /// twice.
        #[test]
        #[cfg_attr(miri, ignore = "the fst crate takes a minute for each")]
        fn writes_what_the_crate_writes(
            keys in btree_map(prop_oneof!["[a-c]{0,6}", "[a-zA-Z0-9 .]{0,5}", ".{0,3}"], 0_u64.., 0..60)
        ) {
            let pairs: Vec<(Vec<u8>, u64)> = keys.into_iter().map(|(key, value)| (key.into_bytes(), value)).collect();
            prop_assert_eq!(bytes(&pairs), by_crate(&pairs));
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "the fst crate takes a minute for each")]
    fn writes_nodes_of_any_number_of_children() {
        for most in [1_u16, 2, 31, 32, 33, 63, 64, 255, 256] {
            for first in [0, 300] {
                let mut pairs: Vec<(Vec<u8>, u64)> = (0..most)
                    .map(|byte| (vec![b'x', u8::try_from(byte).unwrap(), b'y'], first * u64::from(byte)))
                    .collect();
                assert_eq!(bytes(&pairs), by_crate(&pairs), "{most}");
                pairs.insert(0, (vec![b'x'], 7));
                assert_eq!(bytes(&pairs), by_crate(&pairs), "{most} and its own");
                pairs.insert(0, (Vec::new(), 5));
                assert_eq!(bytes(&pairs), by_crate(&pairs), "{most} and nothing");
            }
        }
    }
}
