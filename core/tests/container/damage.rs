//! Damage of every kind: bits, bytes, lengths, and changes at random.

use magdit::kb::container;
use magdit::kb::digest::Digest;

use crate::{number_at, row, sample, seal, writer};

#[test]
fn no_bit_can_be_flipped_unnoticed() {
    let file = sample();
    let layout = container::open(&file).unwrap();
    for bit in 0..file.len() * 8 {
        let mut flipped = file.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(container::open(&flipped).is_err(), "bit {bit}");
    }
    assert_eq!(container::open(&file), Ok(layout));
    println!("{} single-bit flips, none accepted", file.len() * 8);
}

#[test]
fn no_byte_of_header_table_and_slots_can_take_another_value() {
    let file = sample();
    let end = container::open(&file).unwrap().slots().end;
    for at in 0..end {
        for value in 0..=u8::MAX {
            let mut changed = file.clone();
            changed[at] = value;
            assert_eq!(container::open(&changed).is_ok(), changed == file, "byte {at} as {value}");
        }
    }
    println!("{end} bytes with 256 values each, only the right ones accepted");
}

#[test]
fn no_truncation_or_extension_goes_unnoticed() {
    let file = sample();
    for length in 0..file.len() {
        assert!(container::open(&file[..length]).is_err(), "{length}");
    }
    let mut longer = file.clone();
    for _ in 0..200 {
        longer.push(0);
        assert!(container::open(&longer).is_err(), "{}", longer.len());
    }
    assert!(container::open(&[&file[..], &file].concat()).is_err());
    println!("{} truncations and 201 extensions, none accepted", file.len());
}

/// SplitMix64: the same numbers from the same seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    /// One change: bits, bytes or ranges flipped, set, zeroed, moved, cut out,
    /// doubled, or taken from another file.
    fn change(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
        let (at, length) = (self.below(bytes.len()), 1 + self.below(64));
        let end = (at + length).min(bytes.len());
        match self.below(8) {
            0 => bytes[at] ^= 1 << self.below(8),
            1 => bytes[at] = u8::try_from(self.below(256)).unwrap(),
            2 => bytes[at..end].fill(0),
            3 => bytes[at..end].fill(0xff),
            4 => drop(bytes.drain(at..end)),
            5 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            6 => {
                let piece: Vec<u8> = bytes.drain(at..end).collect();
                let to = self.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            _ => {
                let piece = &other[at.min(other.len())..end.min(other.len())];
                bytes[at..at + piece.len()].copy_from_slice(piece);
            }
        }
        if bytes.is_empty() {
            bytes.push(0);
        }
    }
}

fn accepted_of(rounds: u32, seed: u64) -> u32 {
    let file = sample();
    let other = writer().min_reader(0).finish().unwrap();
    let mut random = Random(seed);
    let (mut looked_at, mut accepted) = (0, 0);
    while looked_at < rounds {
        let mut changed = file.clone();
        for _ in 0..=random.below(3) {
            random.change(&mut changed, &other);
        }
        if changed != file && changed != other {
            looked_at += 1;
            accepted += u32::from(container::open(&changed).is_ok());
        }
    }
    println!("{looked_at} random changes: {accepted} accepted");
    accepted
}

#[test]
fn random_changes_are_refused() {
    assert_eq!(accepted_of(200_000, 2026), 0);
}

#[test]
#[ignore = "long: five million changes"]
fn five_million_random_changes_are_refused() {
    const ROUNDS: u32 = 5_000_000;
    assert_eq!(accepted_of(ROUNDS, 5), 0);
    println!("long: random changes of a file | {ROUNDS} changes: none accepted, no panic");
}

/// Header, table and slots changed at random by somebody who can make seals
/// and checksums: whatever opens has its sections inside the file, apart.
#[test]
fn files_with_new_seals_are_refused_or_sound() {
    const ROUNDS: u32 = 200_000;
    let file = sample();
    let mut random = Random(64);
    let mut opened = 0;
    for round in 0..ROUNDS {
        let mut changed = file.clone();
        for _ in 0..=random.below(2) {
            let at = 8 + random.below(row(3) - 8);
            changed[at] = match random.below(4) {
                0 => changed[at] ^ (1 << random.below(8)),
                1 => 0,
                2 => 0xff,
                _ => u8::try_from(random.below(256)).unwrap(),
            };
        }
        for index in 0..3 {
            let (start, length) = (number_at(&changed, row(index) + 8), number_at(&changed, row(index) + 16));
            if let Some(section) = changed.get(start..start.saturating_add(length)) {
                let digest = Digest::of(&[section]);
                changed[row(index) + 32..row(index) + 64].copy_from_slice(digest.as_bytes());
            }
        }
        let changed = seal(changed);
        if let Ok(layout) = container::open(&changed) {
            opened += 1;
            let mut end = layout.slots().end;
            for (id, range) in layout.sections() {
                assert!(end <= range.start && range.end <= changed.len(), "round {round}: {id}");
                end = range.end;
            }
        }
    }
    println!("{ROUNDS} files with new seals: {opened} sound, the others refused");
    assert!(opened > 0);
}
