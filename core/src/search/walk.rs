//! Walking an fst: every key within a distance of a pattern.

use super::automaton::{MAX_DISTANCE, Pattern, State};
use super::limits::MAX_STEPS;
use super::node::{Fst, Many, Node};

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

/// A place to come back to where all edits are spent.
#[derive(Clone, Copy)]
struct Tail {
    address: usize,
    value: u64,
    depth: u8,
    input: u8,
    row: u64,
}

/// Calls `found` for every ASCII key within `D` edits of the pattern and, if
/// `prefixes`, for every beginning of a key within `D` edits whose last byte
/// matched the end of the pattern.
pub(super) fn near<const D: usize>(
    fst: &Fst<'_>,
    pattern: &Pattern,
    prefixes: bool,
    budget: &mut Budget,
    found: impl FnMut(Hit<'_>),
) {
    if fst.len() == 0 {
        return;
    }
    let mut walk = Walk::<D, _> {
        fst,
        pattern,
        prefixes,
        budget,
        found,
        path: [0; MAX_DEPTH],
        pending: Vec::with_capacity(64),
        tails: Vec::with_capacity(16),
    };
    walk.pending.push(Pending {
        address: fst.root(),
        value: 0,
        depth: 0,
        input: 0,
        ended: NOT_ENDED,
        state: pattern.start(D),
    });
    while let Some(place) = walk.pending.pop() {
        walk.visit(&place);
    }
}

/// A walk under way.
struct Walk<'w, const D: usize, F> {
    fst: &'w Fst<'w>,
    pattern: &'w Pattern,
    prefixes: bool,
    budget: &'w mut Budget,
    found: F,
    path: [u8; MAX_DEPTH],
    pending: Vec<Pending>,
    tails: Vec<Tail>,
}

impl<const D: usize, F: FnMut(Hit<'_>)> Walk<'_, D, F> {
    /// Reports what a place reaches and goes on to its children.
    #[inline]
    fn visit(&mut self, place: &Pending) {
        if !self.budget.spend() {
            return;
        }
        self.note(place.depth, place.input);
        let Some(node) = self.fst.node(place.address) else {
            return;
        };
        if place.ended != NOT_ENDED {
            self.report(place.depth, place.value, place.ended, Reach::Prefix(place.address));
        }
        if let Some(output) = node.ends()
            && let Some(distance) = self.pattern.distance::<D>(&place.state)
        {
            self.report(place.depth, place.value.wrapping_add(output), distance, Reach::Whole);
        }
        match node {
            Node::End => {}
            Node::One { input, output, child } => self.advance(place, input, || Some((output, child))),
            Node::Many(many) => {
                let fst = self.fst;
                for (position, input) in fst.inputs(&many).iter().enumerate() {
                    self.advance(place, *input, || fst.step(&many, position));
                }
            }
        }
    }

    /// Reads one byte more, if anything can still match after it.
    #[inline]
    fn advance(&mut self, place: &Pending, input: u8, child: impl Fn() -> Option<(u64, usize)>) {
        if !input.is_ascii() {
            return;
        }
        let mask = self.pattern.mask(input);
        let state = self.pattern.step::<D>(&place.state, mask);
        if !state.is_alive::<D>() {
            return;
        }
        let Some((output, address)) = child() else {
            return;
        };
        let value = place.value.wrapping_add(output);
        let depth = place.depth.wrapping_add(1);
        let ended = if self.prefixes { self.pattern.distance_by_match::<D>(&place.state, mask) } else { None };
        if let Some(row) = state.spent::<D>()
            && ended.is_some() == (self.prefixes && self.pattern.is_end(row))
        {
            self.follow((address, value), (depth, input), row);
        } else if self.pending.len() < MAX_PENDING {
            let ended = ended.unwrap_or(NOT_ENDED);
            self.pending.push(Pending { address, value, depth, input, ended, state });
        }
    }

    /// Follows a place where all edits are spent: from here on every byte
    /// must match, and an end of the pattern is one by a match. It takes what a
    /// [`Tail`] has in registers: read back at once, one would be waited for.
    #[inline(never)]
    fn follow(&mut self, (address, value): (usize, u64), (depth, input): (u8, u8), row: u64) {
        let mut first = Some(Tail { address, value, depth, input, row });
        while let Some(mut tail) = first.take().or_else(|| self.tails.pop()) {
            self.note(tail.depth, tail.input);
            while self.budget.spend()
                && let Some(node) = self.fst.node(tail.address)
            {
                if self.pattern.is_end(tail.row) {
                    self.report_tail(&tail, &node);
                }
                match node {
                    Node::One { input, output, child } if self.matches(&mut tail, input) => {
                        tail.value = tail.value.wrapping_add(output);
                        tail.address = child;
                        self.note(tail.depth, input);
                    }
                    Node::Many(many) => {
                        self.branch(&tail, &many);
                        break;
                    }
                    _ => break,
                }
            }
        }
    }

    /// Moves a tail over a byte, if it matches.
    #[inline]
    fn matches(&self, tail: &mut Tail, input: u8) -> bool {
        tail.row = (tail.row << 1) & self.pattern.mask(input);
        tail.depth = tail.depth.wrapping_add(1);
        tail.input = input;
        tail.row != 0
    }

    fn branch(&mut self, tail: &Tail, many: &Many) {
        for (position, input) in self.fst.inputs(many).iter().enumerate() {
            let mut next = *tail;
            if self.matches(&mut next, *input)
                && let Some((output, child)) = self.fst.step(many, position)
            {
                next.value = tail.value.wrapping_add(output);
                next.address = child;
                self.tails.push(next);
            }
        }
    }

    fn report_tail(&mut self, tail: &Tail, node: &Node) {
        let distance = u8::try_from(D).unwrap_or(NOT_ENDED);
        if self.prefixes {
            self.report(tail.depth, tail.value, distance, Reach::Prefix(tail.address));
        }
        if let Some(output) = node.ends() {
            self.report(tail.depth, tail.value.wrapping_add(output), distance, Reach::Whole);
        }
    }

    fn report(&mut self, depth: u8, value: u64, distance: u8, reach: Reach) {
        let path = self.path.get(..usize::from(depth)).unwrap_or_default();
        (self.found)(Hit { path, value, distance, reach });
    }

    /// Remembers the byte that led to a depth.
    #[inline]
    fn note(&mut self, depth: u8, input: u8) {
        if let Some(slot) = usize::from(depth).checked_sub(1).and_then(|last| self.path.get_mut(last)) {
            *slot = input;
        }
    }
}

#[cfg(test)]
mod tests;
