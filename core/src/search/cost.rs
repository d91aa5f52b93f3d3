//! What a difference between a query and a name costs.
//!
//! The order of matches follows a noisy channel: somebody meant a tool, with
//! a chance that grows with how much it is used, and typed something else,
//! with a chance that depends on the slip. Costs are negative logarithms of
//! those chances in hundredths of a nat, so that they add up; whole numbers
//! give the same order on every machine. All of them stand in this file.
//!
//! | slip | cost |
//! |---|---|
//! | two neighbours swapped | 3.5 |
//! | a letter doubled, or a double letter typed once | 3.0 |
//! | letters that sound alike in Dutch (c k, s z, f v, i y, d t, oe oo …) | 3.5 |
//! | the neighbouring key | 4.0 |
//! | a letter left out | 4.5 |
//! | a letter too many | 5.0; 4.2 next to its neighbouring key |
//! | any other letter | 6.5 |
//! | a digit that differs | 9.0 |
//! | any of these in the first letter | 1.75 more |
//! | only the beginning was typed | 1.2, and 0.12 a letter up to 3.0 |
//! | each edit in a beginning | 1.5 more; 3.0 in a beginning of four letters or fewer |
//! | the same by ear | 4.2; 0.4 per letter that one is longer; 1.0 if there are three sounds or fewer |
//! | each sound that differs | 3.5 |
//! | an alias, a former name | 0.2, 0.6 |
//! | with the supplier; the words in another order; the last words only | 0.4; 1.5; 2.6 |
//! | some of the words only | 3.0 |
//!
//! To these comes what the popularity of a tool costs: its weight is in tenths
//! of a nat, so a tool that is looked for 2.7 times as often may be one nat
//! further away. The sum orders the matches; how sure the first one is, is
//! decided apart (see `confidence`), because a sum says which of the tools in
//! the index is meant, not whether it is one of them.

/// Hundredths of a nat.
pub(super) type Cost = u32;

const SWAP: Cost = 350;
const DOUBLE: Cost = 300;
const SOUND_ALIKE: Cost = 350;
const NEXT_KEY: Cost = 400;
const LEFT_OUT: Cost = 450;
const TOO_MANY: Cost = 500;
const TOO_MANY_NEXT_KEY: Cost = 420;
const OTHER: Cost = 650;
const DIGIT: Cost = 900;
const FIRST_LETTER: Cost = 175;

/// The beginning of a name, and each letter that is still to come.
const PREFIX: Cost = 120;
const PREFIX_LETTER: Cost = 12;
const PREFIX_MOST: Cost = 300;

/// Each edit in a beginning, besides what it costs by itself; and in one so
/// short that many names begin nearly so.
const PREFIX_EDIT: Cost = 150;
const SHORT_PREFIX_EDIT: Cost = 300;
const SHORT_PREFIX: usize = 4;

/// A name that was found by its sound, and each further difference in sound.
const BY_SOUND: Cost = 420;
const SOUND_EDIT: Cost = 350;

/// A sound so short that much sounds like it, and each letter that one of the
/// two spellings is longer than the other.
const FEW_SOUNDS: Cost = 100;
const SOUNDS_ENOUGH: usize = 4;
const SOUND_LETTER: Cost = 40;

/// Per letter of the query, what a difference may cost to pass as a slip.
const SLIP_PER_LETTER: Cost = 75;

/// Per letter of the query, what a difference may cost to be shown where
/// nothing else was found.
const VAGUE_PER_LETTER: Cost = 100;

/// Not the name itself but another of its kind, or a part of it.
pub(super) const ALIAS: Cost = 20;
pub(super) const FORMER_NAME: Cost = 60;
pub(super) const WITH_SUPPLIER: Cost = 40;
pub(super) const REORDERED: Cost = 150;
pub(super) const PART: Cost = 260;
pub(super) const SUPPLIER: Cost = 420;
pub(super) const INITIALS: Cost = 380;

/// A name that only some of the words are.
pub(super) const STRETCH: Cost = 300;

/// A name that the query only looks like.
pub(super) const LOOK_ALIKE: Cost = 100;

/// What the popularity of an item costs.
pub(super) fn of_weight(weight: u8) -> Cost {
    Cost::from(u8::MAX.wrapping_sub(weight)).saturating_mul(10)
}

/// What it costs that a name was found by its sound, with so many differences
/// in sound, sounds, and letters that one of the two is longer.
pub(super) fn of_sound(edits: u8, sounds: usize, longer: usize) -> Cost {
    let of_length = SOUND_LETTER.saturating_mul(Cost::try_from(longer).unwrap_or(Cost::MAX));
    let of_few = if sounds < SOUNDS_ENOUGH { FEW_SOUNDS } else { 0 };
    let of_edits = SOUND_EDIT.saturating_mul(Cost::from(edits));
    BY_SOUND.saturating_add(of_edits).saturating_add(of_few).saturating_add(of_length)
}

/// What a difference may cost at most to pass as a slip in a query of so many
/// letters.
pub(super) fn slip_limit(letters: usize) -> Cost {
    Cost::try_from(letters).unwrap_or(Cost::MAX).saturating_mul(SLIP_PER_LETTER)
}

/// What a slip in a sentence may cost at most to be shown.
pub(super) fn vague_limit(letters: usize) -> Cost {
    Cost::try_from(letters).unwrap_or(Cost::MAX).saturating_mul(VAGUE_PER_LETTER)
}

/// What it costs that only the beginning of a name was typed: so many letters
/// of it, with so many to come, and so many edits in it.
pub(super) fn of_rest(typed: usize, letters: usize, edits: u8) -> Cost {
    let of_edit = if typed <= SHORT_PREFIX { SHORT_PREFIX_EDIT } else { PREFIX_EDIT };
    let letters = Cost::try_from(letters).unwrap_or(Cost::MAX);
    let of_letters = PREFIX.saturating_add(letters.saturating_mul(PREFIX_LETTER)).min(PREFIX_MOST);
    of_letters.saturating_add(of_edit.saturating_mul(Cost::from(edits)))
}

/// Width of the band around the diagonal in which two edits stay.
const BAND: usize = 5;
const MIDDLE: usize = 2;
const NEVER: Cost = Cost::MAX / 4;

/// The cheapest way from `name` to `query` in at most two edits.
///
/// Both are folded keys. The cost is exact for pairs within distance two and
/// an upper bound for others.
pub(super) fn of_typos(query: &[u8], name: &[u8]) -> Cost {
    // Cell `slot` of the row of query position i stands for name position
    // i + slot - MIDDLE.
    let mut before = [NEVER; BAND];
    let mut above = [NEVER; BAND];
    let start = same_start(query, name);
    for i in start..=query.len() {
        let byte_before = |text: &[u8], at: usize| -> Option<u8> {
            at.checked_sub(1).filter(|at| *at >= start).and_then(|at| text.get(at).copied())
        };
        let query_byte = byte_before(query, i);
        let mut row = [NEVER; BAND];
        let mut left = NEVER;
        for slot in 0..BAND {
            let j = i.wrapping_add(slot).checked_sub(MIDDLE);
            let Some(j) = j.filter(|j| (start..=name.len()).contains(j)) else {
                continue;
            };
            let name_byte = byte_before(name, j);
            let mut best = if i == start && j == start { 0 } else { NEVER };
            if let Some(name_byte) = name_byte {
                best = best.min(left.saturating_add(left_out(query, i, name, j, name_byte)));
            }
            if let Some(query_byte) = query_byte {
                let from = above.get(slot.wrapping_add(1)).copied().unwrap_or(NEVER);
                best = best.min(from.saturating_add(too_many(query, i, name, j, query_byte)));
                if let Some(name_byte) = name_byte {
                    let from = above.get(slot).copied().unwrap_or(NEVER);
                    best = best.min(from.saturating_add(replaced(query, i, name, j, query_byte, name_byte)));
                }
                if is_swap(query, i, name, j) {
                    let from = before.get(slot).copied().unwrap_or(NEVER);
                    best = best.min(from.saturating_add(SWAP).saturating_add(first(i == 2 || j == 2)));
                }
            }
            if let Some(cell) = row.get_mut(slot) {
                *cell = best;
            }
            left = best;
        }
        before = above;
        above = row;
    }
    let last = name.len().wrapping_add(MIDDLE).wrapping_sub(query.len());
    above.get(last).copied().unwrap_or(NEVER)
}

/// From where on two texts have to be compared: nothing is gained by edits in
/// what they begin with alike, but for its last two letters.
fn same_start(query: &[u8], name: &[u8]) -> usize {
    query.iter().zip(name).take_while(|(a, b)| a == b).count().saturating_sub(2)
}

/// The byte before position `at`, counted from one.
fn before(text: &[u8], at: usize) -> Option<u8> {
    text.get(at.checked_sub(2)?).copied()
}

const fn first(is_first: bool) -> Cost {
    if is_first { FIRST_LETTER } else { 0 }
}

fn left_out(query: &[u8], i: usize, name: &[u8], j: usize, byte: u8) -> Cost {
    let doubled = before(name, j) == Some(byte) || name.get(j) == Some(&byte);
    let cost = if byte.is_ascii_digit() {
        DIGIT
    } else if doubled {
        DOUBLE
    } else if silent_in_dutch(query, i, byte) {
        SOUND_ALIKE
    } else {
        LEFT_OUT
    };
    cost.saturating_add(first(j == 1))
}

/// An h after another letter is not heard; so it is left out.
fn silent_in_dutch(query: &[u8], i: usize, byte: u8) -> bool {
    byte == b'h' && i.checked_sub(1).and_then(|at| query.get(at)).is_some()
}

fn too_many(query: &[u8], i: usize, name: &[u8], j: usize, byte: u8) -> Cost {
    let neighbours = [before(query, i), query.get(i).copied()];
    let cost = if byte.is_ascii_digit() {
        DIGIT
    } else if neighbours.contains(&Some(byte)) {
        DOUBLE
    } else if neighbours.into_iter().flatten().any(|next| are_next_keys(byte, next)) {
        TOO_MANY_NEXT_KEY
    } else {
        TOO_MANY
    };
    let at_start = i == 1 && j == 0 && !name.is_empty();
    cost.saturating_add(first(at_start))
}

fn replaced(query: &[u8], i: usize, name: &[u8], j: usize, typed: u8, meant: u8) -> Cost {
    if typed == meant {
        return 0;
    }
    let cost = if typed.is_ascii_digit() || meant.is_ascii_digit() {
        if looks_alike(typed, meant) { NEXT_KEY } else { DIGIT }
    } else if sound_alike(typed, meant) || same_digraph(query, i, name, j, typed, meant) {
        SOUND_ALIKE
    } else if are_next_keys(typed, meant) {
        NEXT_KEY
    } else {
        OTHER
    };
    cost.saturating_add(first(i == 1 || j == 1))
}

fn is_swap(query: &[u8], i: usize, name: &[u8], j: usize) -> bool {
    let pair = |text: &[u8], at: usize| Some((before(text, at)?, *text.get(at.checked_sub(1)?)?));
    match (pair(query, i), pair(name, j)) {
        (Some((a, b)), Some((c, d))) => a == d && b == c && a != b,
        _ => false,
    }
}

/// Digits that stand for letters: 0 for o, 1 for l or i, 3 for e, 5 for s.
const fn looks_alike(a: u8, b: u8) -> bool {
    matches!(
        (a, b),
        (b'0', b'o')
            | (b'o', b'0')
            | (b'1', b'l' | b'i')
            | (b'l' | b'i', b'1')
            | (b'3', b'e')
            | (b'e', b'3')
            | (b'5', b's')
            | (b's', b'5')
            | (b'4', b'a')
            | (b'a', b'4')
    )
}

/// Letters that a Dutch speller mixes up.
const fn sound_alike(a: u8, b: u8) -> bool {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    matches!(
        (low, high),
        (b'c', b'k' | b's')
            | (b's', b'z')
            | (b'f', b'v')
            | (b'v', b'w')
            | (b'i', b'j' | b'y')
            | (b'j', b'y')
            | (b'd', b't')
            | (b'b', b'p')
            | (b'g', b'h' | b'j' | b'k')
            | (b'k', b'q')
            | (b'e', b'i')
            | (b'a', b'e')
            | (b'o', b'u')
            | (b'e', b'y')
            | (b'c', b'q')
    )
}

/// The second letter of oo, oe, ou, ee, ea, ie: one sound, many spellings.
fn same_digraph(query: &[u8], i: usize, name: &[u8], j: usize, typed: u8, meant: u8) -> bool {
    let vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    let same = |one: Option<u8>, other: Option<u8>| one.is_some_and(vowel) && one == other;
    vowel(typed)
        && vowel(meant)
        && (same(before(query, i), before(name, j)) || same(query.get(i).copied(), name.get(j).copied()))
}

/// Whether two letters are neighbours on a QWERTY keyboard.
fn are_next_keys(a: u8, b: u8) -> bool {
    let neighbours: &[u8] = match a {
        b'a' => b"qwsz",
        b'b' => b"vghn",
        b'c' => b"xdfv",
        b'd' => b"serfcx",
        b'e' => b"wsdr",
        b'f' => b"drtgvc",
        b'g' => b"ftyhbv",
        b'h' => b"gyujnb",
        b'i' => b"ujko",
        b'j' => b"huikmn",
        b'k' => b"jiolm",
        b'l' => b"kop",
        b'm' => b"njk",
        b'n' => b"bhjm",
        b'o' => b"iklp",
        b'p' => b"ol",
        b'q' => b"wa",
        b'r' => b"edft",
        b's' => b"awedxz",
        b't' => b"rfgy",
        b'u' => b"yhji",
        b'v' => b"cfgb",
        b'w' => b"qase",
        b'x' => b"zsdc",
        b'y' => b"tghu",
        b'z' => b"asx",
        _ => b"",
    };
    neighbours.contains(&b)
}

#[cfg(test)]
mod tests;
