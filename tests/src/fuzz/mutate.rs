//! A small mutator: alone where there is no libFuzzer, and beside its own.

use std::ops::Range;

use crate::signed::Random;

/// Pieces that parsers look at more than at others.
const TOKENS: [&[u8]; 20] = [
    b"\0",
    b"\xff\xff\xff\xff",
    b"\x80\0\0\0",
    b"{}",
    b"[]",
    b"null",
    b"\"\"",
    b"\\u0000",
    b"\\ud800",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\xcc\x81",
    b"1e999",
    b"2026-02-30",
    b"as_of",
    b"answers",
    b"https://",
    b"%2e",
    b"\xdc\xff\xff",
    b"\xc0",
];

/// Most bytes of what is made.
const LONGEST: usize = 64 * 1024;

/// Puts a word in quotes of one text in the place of one of another: what is
/// changed letter by letter is hardly ever JSON. Other bytes get one digit
/// more.
fn word(data: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    let (here, there) = (quoted(data), quoted(other));
    if here.is_empty() || there.is_empty() {
        data.push(b'0' + random.number().to_le_bytes()[0] % 10);
        return;
    }
    let (from, to) = (here[random.below(here.len())].clone(), there[random.below(there.len())].clone());
    data.splice(from, other[to].iter().copied());
}

/// Where words in quotes stand.
fn quoted(text: &[u8]) -> Vec<Range<usize>> {
    let quotes: Vec<usize> = text.iter().enumerate().filter(|(_, byte)| **byte == b'"').map(|(at, _)| at).collect();
    quotes.chunks_exact(2).map(|pair| pair[0]..pair[1] + 1).collect()
}

/// One of the seeds with one to three changes.
///
/// # Panics
///
/// When there are no seeds.
pub fn mutated(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    changed(seeds[random.below(seeds.len())].clone(), seeds, random)
}

/// An input with one to three changes, some of which take pieces of others.
///
/// # Panics
///
/// When there are no others.
pub fn changed(mut data: Vec<u8>, others: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    for _ in 0..=random.below(5).saturating_sub(2) {
        let at = random.below(data.len() + 1);
        let end = (at + 1 + random.below(24)).min(data.len());
        let byte = random.number().to_le_bytes()[0];
        match random.below(13) {
            0 | 1 if at < data.len() => data[at] ^= 1 << random.below(8),
            2 if at < data.len() => data[at] = byte,
            3 => data.insert(at, byte),
            4 if at < end => drop(data.drain(at..end)),
            5 if at < end => {
                let piece = data[at..end].to_vec();
                data.splice(at..at, piece);
            }
            6 => drop(data.splice(at..at, TOKENS[random.below(TOKENS.len())].iter().copied())),
            7 => {
                let other = &others[random.below(others.len())];
                let from = random.below(other.len() + 1);
                let to = (from + random.below(64)).min(other.len());
                data.splice(at..end.max(at), other[from..to].iter().copied());
            }
            8 => data.truncate(at),
            _ => word(&mut data, &others[random.below(others.len())], random),
        }
    }
    data.truncate(LONGEST);
    data
}
