//! Walking an fst: every key within a distance, and the best completions.
//!
//! Values are ranks: a lower value is a more popular entry. The container
//! moves what the values below a node have in common towards the root, so the
//! value collected on the way to a node is the lowest rank below it. A prefix
//! is thus completed best first, without listing what lies below.

use super::automaton::{MAX_DISTANCE, Pattern, State};
use super::limits::{MAX_KEY_BYTES, MAX_STEPS};
use super::node::{Fst, Node};

/// Most places a walk keeps to come back to.
const MAX_PENDING: usize = 640;

/// Longest key of ASCII letters and digits that a pattern can reach, and one
/// more.
const MAX_DEPTH: usize = 64 + MAX_DISTANCE;

/// Nodes that may still be visited for a query.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget(u32);

impl Budget {
    /// The budget of one query.
    pub(super) const fn for_query() -> Self {
        Self(MAX_STEPS)
    }

    /// Takes one step, if there is one left.
    #[inline]
    pub(super) fn spend(&mut self) -> bool {
        match self.0.checked_sub(1) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => false,
        }
    }

    /// Steps taken so far.
    #[cfg(test)]
    pub(super) const fn spent(self) -> u32 {
        MAX_STEPS.saturating_sub(self.0)
    }
}

/// What a walk came across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The key ends here.
    Whole,
    /// The pattern ends here; the node is where its completions begin.
    Prefix(usize),
}

/// A key, or the beginning of keys, near the pattern.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'p> {
    /// The bytes read.
    pub(super) path: &'p [u8],
    /// Value of the key, or the lowest value of the keys that begin so.
    pub(super) value: u64,
    /// Edits between the pattern and the bytes read.
    pub(super) distance: u8,
    /// Whether the key ends.
    pub(super) reach: Reach,
}

/// A place to come back to.
#[derive(Clone, Copy)]
struct Pending {
    address: usize,
    value: u64,
    depth: u8,
    input: u8,
    /// Edits with which the pattern just ended here; [`NOT_ENDED`] if not.
    ended: u8,
    state: State,
}

const NOT_ENDED: u8 = u8::MAX;

/// Calls `found` for every ASCII key within `D` edits of the pattern and, if
/// `prefixes`, for every beginning of a key within `D` edits whose last byte
/// matched the end of the pattern.
pub(super) fn near<const D: usize>(
    fst: &Fst<'_>,
    pattern: &Pattern,
    prefixes: bool,
    budget: &mut Budget,
    mut found: impl FnMut(Hit<'_>),
) {
    if fst.len() == 0 {
        return;
    }
    let mut path = [0_u8; MAX_DEPTH];
    let mut pending: Vec<Pending> = Vec::with_capacity(64);
    pending.push(Pending {
        address: fst.root(),
        value: 0,
        depth: 0,
        input: 0,
        ended: NOT_ENDED,
        state: pattern.start(D),
    });
    while let Some(place) = pending.pop() {
        if !budget.spend() {
            return;
        }
        let depth = usize::from(place.depth);
        if let Some(slot) = depth.checked_sub(1).and_then(|last| path.get_mut(last)) {
            *slot = place.input;
        }
        let Some(node) = fst.node(place.address) else { continue };
        let read = path.get(..depth).unwrap_or_default();
        if place.ended != NOT_ENDED {
            let reach = Reach::Prefix(place.address);
            found(Hit { path: read, value: place.value, distance: place.ended, reach });
        }
        if let Some(output) = node.ends()
            && let Some(distance) = pattern.distance::<D>(&place.state)
        {
            let value = place.value.wrapping_add(output);
            found(Hit { path: read, value, distance, reach: Reach::Whole });
        }
        if depth.wrapping_add(1) < MAX_DEPTH {
            expand::<D>(fst, pattern, prefixes, &place, &node, &mut pending);
        }
    }
}

/// Adds the children of a place where the pattern can still match.
#[inline]
fn expand<const D: usize>(
    fst: &Fst<'_>,
    pattern: &Pattern,
    prefixes: bool,
    place: &Pending,
    node: &Node,
    pending: &mut Vec<Pending>,
) {
    let mut push = |input: u8, output: u64, address: usize, state: State, mask: u64| {
        let ended = if prefixes {
            pattern.distance_by_match::<D>(&place.state, mask).unwrap_or(NOT_ENDED)
        } else {
            NOT_ENDED
        };
        if pending.len() < MAX_PENDING {
            let value = place.value.wrapping_add(output);
            let depth = place.depth.wrapping_add(1);
            pending.push(Pending { address, value, depth, input, ended, state });
        }
    };
    let advance = |input: u8| -> Option<(State, u64)> {
        let mask = pattern.mask(input);
        if let Some(row) = place.state.spent::<D>() {
            let row = (row << 1) & mask;
            return (row != 0).then(|| (State::exhausted::<D>(row), mask));
        }
        if !input.is_ascii() {
            return None;
        }
        let state = pattern.step::<D>(&place.state, mask);
        state.is_alive::<D>().then_some((state, mask))
    };
    match node {
        Node::End => {}
        Node::One { input, output, child } => {
            if let Some((state, mask)) = advance(*input) {
                push(*input, *output, *child, state, mask);
            }
        }
        Node::Many(many) => {
            for (position, input) in fst.inputs(many).iter().enumerate() {
                if let Some((state, mask)) = advance(*input)
                    && let Some((output, child)) = fst.step(many, position)
                {
                    push(*input, output, child, state, mask);
                }
            }
        }
    }
}

/// Calls `found` with the keys below a node, lowest value first, until it
/// returns false. The path given is what follows the node.
pub(super) fn complete(
    fst: &Fst<'_>,
    address: usize,
    value: u64,
    budget: &mut Budget,
    mut found: impl FnMut(u64, usize) -> bool,
) {
    let mut queue = std::collections::BinaryHeap::with_capacity(16);
    queue.push(std::cmp::Reverse((value, 0_usize, address, false)));
    while let Some(std::cmp::Reverse((value, length, address, ends))) = queue.pop() {
        if ends {
            if !found(value, length) {
                return;
            }
            continue;
        }
        if !budget.spend() || length > MAX_KEY_BYTES || queue.len() > MAX_PENDING {
            return;
        }
        let Some(node) = fst.node(address) else { continue };
        if let Some(output) = node.ends() {
            queue.push(std::cmp::Reverse((value.wrapping_add(output), length, address, true)));
        }
        let next = length.wrapping_add(1);
        match node {
            Node::End => {}
            Node::One { output, child, .. } => {
                queue.push(std::cmp::Reverse((value.wrapping_add(output), next, child, false)));
            }
            Node::Many(many) => {
                for position in 0..fst.inputs(&many).len() {
                    if let Some((output, child)) = fst.step(&many, position) {
                        queue.push(std::cmp::Reverse((
                            value.wrapping_add(output),
                            next,
                            child,
                            false,
                        )));
                    }
                }
            }
        }
    }
}
