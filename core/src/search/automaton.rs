//! Approximate matching of one pattern, all positions at once.
//!
//! Row *d* of a [`State`] holds one bit per position of the pattern: bit *j*
//! says that its first *j* bytes match what was read with at most *d* edits.
//! An edit is an insertion, a deletion, a substitution, or a transposition of
//! two neighbours that are not edited again (optimal string alignment). A
//! byte is read with a handful of word operations (Wu and Manber's method),
//! and nothing is built per query but a table of masks.

use super::limits::MAX_NAME_CHARS;

/// Most edits that are followed.
pub(super) const MAX_DISTANCE: usize = 2;

/// A pattern of at most 63 ASCII bytes.
pub(super) struct Pattern {
    masks: [u64; 128],
    positions: u64,
    last: u64,
}

/// How far the pattern can have been matched, per number of edits.
#[derive(Clone, Copy, Default)]
pub(super) struct State {
    rows: [u64; MAX_DISTANCE + 1],
    /// Positions that wait for the second half of a transposition.
    swaps: [u64; MAX_DISTANCE],
}

impl Pattern {
    /// Prepares a pattern; `None` when it is empty, too long, or not ASCII.
    pub(super) fn new(pattern: &[u8]) -> Option<Self> {
        if pattern.is_empty() || pattern.len() >= MAX_NAME_CHARS {
            return None;
        }
        let mut masks = [0_u64; 128];
        let mut bit = 1_u64;
        for byte in pattern {
            bit = bit.wrapping_shl(1);
            *masks.get_mut(usize::from(*byte))? |= bit;
        }
        Some(Self { masks, positions: bit | bit.wrapping_sub(1), last: bit })
    }

    /// The state before anything was read, for up to `distance` edits.
    pub(super) fn start(&self, distance: usize) -> State {
        let mut state = State::default();
        let mut row = 1_u64;
        for slot in state.rows.iter_mut().take(distance.saturating_add(1)) {
            *slot = row & self.positions;
            row = row.wrapping_shl(1) | 1;
        }
        state
    }

    /// Positions of the pattern that hold `byte`.
    #[inline]
    pub(super) fn mask(&self, byte: u8) -> u64 {
        self.masks.get(usize::from(byte)).copied().unwrap_or(0)
    }

    /// Whether these positions hold the end of the pattern.
    #[inline]
    pub(super) const fn is_end(&self, row: u64) -> bool {
        row & self.last != 0
    }

    /// The state after reading a byte with this mask, for up to `D` edits.
    #[inline]
    pub(super) fn step<const D: usize>(&self, state: &State, mask: u64) -> State {
        let mut next = State::default();
        let [old0, old1, old2] = state.rows;
        let [swap0, swap1] = state.swaps;
        let new0 = (old0 << 1) & mask;
        let mut new1 = 0;
        let mut new2 = 0;
        if D >= 1 {
            new1 = (((old1 << 1) & mask) | old0 | (old0 << 1) | (new0 << 1) | (swap0 & (mask << 1))) & self.positions;
            next.swaps = [(old0 << 2) & mask, 0];
        }
        if D >= 2 {
            new2 = (((old2 << 1) & mask) | old1 | (old1 << 1) | (new1 << 1) | (swap1 & (mask << 1))) & self.positions;
            next.swaps = [(old0 << 2) & mask, (old1 << 2) & mask];
        }
        next.rows = [new0, new1, new2];
        next
    }

    /// The fewest edits, up to `D`, with which all of the pattern matches
    /// what was read.
    #[inline]
    pub(super) fn distance<const D: usize>(&self, state: &State) -> Option<u8> {
        let rows = state.rows.iter().take(D.wrapping_add(1));
        rows.zip(0_u8..).find_map(|(row, distance)| (row & self.last != 0).then_some(distance))
    }

    /// As [`Pattern::distance`], but only when the byte just read stands for
    /// the end of the pattern: the state before it and its mask say so.
    #[inline]
    pub(super) fn distance_by_match<const D: usize>(&self, before: &State, mask: u64) -> Option<u8> {
        let [old0, old1, old2] = before.rows;
        let [swap0, swap1] = before.swaps;
        let swapped = mask << 1;
        let rows =
            [(old0 << 1) & mask, ((old1 << 1) & mask) | (swap0 & swapped), ((old2 << 1) & mask) | (swap1 & swapped)];
        let rows = rows.iter().take(D.wrapping_add(1));
        rows.zip(0_u8..).find_map(|(row, distance)| (row & self.last != 0).then_some(distance))
    }
}

impl State {
    /// Whether anything can still match with up to `D` edits.
    #[inline]
    pub(super) fn is_alive<const D: usize>(&self) -> bool {
        let [row0, row1, row2] = self.rows;
        let [swap0, swap1] = self.swaps;
        match D {
            0 => row0 != 0,
            1 => (row1 | swap0) != 0,
            _ => (row2 | swap1) != 0,
        }
    }

    /// The positions of the last row, when all edits are spent: only bytes
    /// at these positions can follow.
    #[inline]
    pub(super) fn spent<const D: usize>(&self) -> Option<u64> {
        let [row0, row1, row2] = self.rows;
        let [swap0, swap1] = self.swaps;
        match D {
            0 => Some(row0),
            1 => (row0 | swap0 == 0).then_some(row1),
            _ => (row1 | swap1 == 0).then_some(row2),
        }
    }
}
