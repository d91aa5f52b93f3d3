//! The best completions of a beginning.
//!
//! Values are ranks: a lower value is a more popular entry. The container
//! moves what the values below a node have in common towards the root, so the
//! value collected on the way to a node is the lowest rank below it. A prefix
//! is thus completed best first, without listing what lies below.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::limits::MAX_KEY_BYTES;
use super::node::{Fst, Node};
use super::walk::Budget;

/// Most places that are kept to come back to.
const MAX_PENDING: usize = 640;

/// The key with the lowest value below a node: that value, and the text that
/// follows the node.
pub(super) fn best(fst: &Fst<'_>, address: usize, value: u64, budget: &mut Budget) -> Option<(u64, Vec<u8>)> {
    if fst.len() == 0 {
        return None;
    }
    let mut address = address;
    let mut text = Vec::with_capacity(24);
    while budget.spend() && text.len() <= MAX_KEY_BYTES {
        let node = fst.node(address)?;
        if node.ends() == Some(0) {
            return Some((value, text));
        }
        // What the children have in common was moved up: the lowest adds
        // nothing.
        let (input, child) = match node {
            Node::End => return None,
            Node::One { input, output, child } => (output == 0).then_some((input, child))?,
            Node::Many(many) => {
                let children = fst.inputs(&many).iter().enumerate();
                children
                    .filter_map(|(position, input)| Some((*input, fst.step(&many, position)?)))
                    .find_map(|(input, (output, child))| (output == 0).then_some((input, child)))?
            }
        };
        text.push(input);
        address = child;
    }
    None
}

/// A place on the way to a completion.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Ahead {
    value: u64,
    /// Number of the step that led here; the first is none.
    step: usize,
    address: usize,
    ends: bool,
}

/// Calls `found` with the keys below a node, lowest value first, until it
/// returns false. The text given is what follows the node.
pub(super) fn complete(
    fst: &Fst<'_>,
    address: usize,
    value: u64,
    budget: &mut Budget,
    mut found: impl FnMut(u64, &[u8]) -> bool,
) {
    if fst.len() == 0 {
        return;
    }
    // Every step with the one before it, so that the text can be read back.
    let mut steps: Vec<(usize, u8)> = Vec::with_capacity(32);
    steps.push((0, 0));
    let mut queue = BinaryHeap::with_capacity(16);
    queue.push(Reverse(Ahead { value, step: 0, address, ends: false }));
    while let Some(Reverse(ahead)) = queue.pop() {
        if ahead.ends {
            if !found(ahead.value, &read_back(&steps, ahead.step)) {
                return;
            }
            continue;
        }
        if !budget.spend() || queue.len() > MAX_PENDING || steps.len() > MAX_STEPS_AHEAD {
            return;
        }
        let Some(node) = fst.node(ahead.address) else {
            continue;
        };
        if let Some(output) = node.ends() {
            queue.push(Reverse(Ahead { value: ahead.value.wrapping_add(output), ends: true, ..ahead }));
        }
        let mut push = |input: u8, output: u64, address: usize| {
            let value = ahead.value.wrapping_add(output);
            queue.push(Reverse(Ahead { value, step: steps.len(), address, ends: false }));
            steps.push((ahead.step, input));
        };
        match node {
            Node::End => {}
            Node::One { input, output, child } => push(input, output, child),
            Node::Many(many) => {
                for (position, input) in fst.inputs(&many).iter().enumerate() {
                    if let Some((output, child)) = fst.step(&many, position) {
                        push(*input, output, child);
                    }
                }
            }
        }
    }
}

/// Most steps that are remembered while completing.
const MAX_STEPS_AHEAD: usize = 2_048;

fn read_back(steps: &[(usize, u8)], last: usize) -> Vec<u8> {
    let mut text = Vec::with_capacity(16);
    let mut step = last;
    while step != 0
        && text.len() <= MAX_KEY_BYTES
        && let Some((before, input)) = steps.get(step)
    {
        text.push(*input);
        step = *before;
    }
    text.reverse();
    text
}
