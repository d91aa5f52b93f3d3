//! Reproducible random changes of bytes, for tests.

/// SplitMix64: the same numbers from the same seed.
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, or 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        usize::try_from(self.next().checked_rem(limit).unwrap_or(0)).unwrap_or(0)
    }

    pub(super) fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    /// The bytes with one to four changes: a bit flipped, a byte replaced by
    /// any or by an extreme one, a range zeroed, copied, cut out or doubled.
    pub(super) fn changed(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut changed = bytes.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(changed.len());
            let end = at.saturating_add(self.below(16)).min(changed.len());
            match self.below(7) {
                0 => changed.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (end % 8)),
                1 => changed.iter_mut().skip(at).take(1).for_each(|byte| *byte = self.byte()),
                2 => changed.iter_mut().skip(at).take(1).for_each(|byte| *byte = 0xff),
                3 => changed.iter_mut().skip(at).take(8).for_each(|byte| *byte = 0),
                4 => drop(changed.drain(at..end)),
                5 => {
                    let piece: Vec<u8> = changed.drain(at..end).collect();
                    let to = self.below(changed.len());
                    changed.splice(to..to, piece);
                }
                _ => {
                    let piece: Vec<u8> = changed.iter().copied().skip(at).take(16).collect();
                    changed.splice(at..at, piece);
                }
            }
        }
        changed
    }
}
