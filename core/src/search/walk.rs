//! Walking an fst: every key within a distance, and the best completions.
//!
//! Values are ranks: a lower value is a more popular entry. The container
//! moves what the values below a node have in common towards the root, so the
//! value collected on the way to a node is the lowest rank below it. A prefix
//! is thus completed best first, without listing what lies below.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

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
        let Some(node) = fst.node(place.address) else {
            continue;
        };
        let read = path.get(..depth).unwrap_or_default();
        if place.ended != NOT_ENDED {
            let reach = Reach::Prefix(place.address);
            found(Hit {
                path: read,
                value: place.value,
                distance: place.ended,
                reach,
            });
        }
        if let Some(output) = node.ends()
            && let Some(distance) = pattern.distance::<D>(&place.state)
        {
            let value = place.value.wrapping_add(output);
            found(Hit {
                path: read,
                value,
                distance,
                reach: Reach::Whole,
            });
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
            pattern
                .distance_by_match::<D>(&place.state, mask)
                .unwrap_or(NOT_ENDED)
        } else {
            NOT_ENDED
        };
        if pending.len() < MAX_PENDING {
            let value = place.value.wrapping_add(output);
            let depth = place.depth.wrapping_add(1);
            pending.push(Pending {
                address,
                value,
                depth,
                input,
                ended,
                state,
            });
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
        Node::One {
            input,
            output,
            child,
        } => {
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
    queue.push(Reverse(Ahead {
        value,
        step: 0,
        address,
        ends: false,
    }));
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
            queue.push(Reverse(Ahead {
                value: ahead.value.wrapping_add(output),
                ends: true,
                ..ahead
            }));
        }
        let mut push = |input: u8, output: u64, address: usize| {
            let value = ahead.value.wrapping_add(output);
            queue.push(Reverse(Ahead {
                value,
                step: steps.len(),
                address,
                ends: false,
            }));
            steps.push((ahead.step, input));
        };
        match node {
            Node::End => {}
            Node::One {
                input,
                output,
                child,
            } => push(input, output, child),
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

#[cfg(test)]
mod tests;
