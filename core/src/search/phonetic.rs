//! How a name sounds to somebody who writes Dutch.
//!
//! English names are written by ear ("kahoet", "joetjoep", "kwislet") and
//! come out of dictation as Dutch words. The code keeps the consonants that a
//! Dutch ear tells apart and four classes of vowels: **i** (ie, ee, ea, i, y,
//! ij, ei), **u** (oe, oo, ou, o, u, eu, ui), **a** (a, e) and nothing for an
//! *e* at the end. Doubled sounds count once, and *d*, *b* at the end sound
//! like *t*, *p*.

/// How a *g* before *e*, *i* or *y* sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SoftG {
    /// As in Dutch, like any other.
    AsG,
    /// As in English, like *j*. A name gets both sounds.
    AsJ,
}

/// The sound of a key of ASCII letters and digits.
///
/// Keys that hold anything else have no sound code.
pub(super) fn phonetic(key: &str, soft_g: SoftG) -> Option<String> {
    if !key.is_ascii() {
        return None;
    }
    let mut rest = key.as_bytes();
    let mut code = String::with_capacity(key.len());
    let mut start = true;
    while let Some((sound, taken)) = next_sound(rest, start, soft_g) {
        match sound {
            Sound::Code(letters) => letters.chars().for_each(|letter| push(&mut code, letter)),
            Sound::Itself(letter) => push(&mut code, char::from(letter)),
        }
        rest = rest.get(taken..).unwrap_or_default();
        start = false;
    }
    devoice_end(&mut code);
    Some(code)
}

/// The first sound of the rest of a key and the bytes it takes up.
fn next_sound(rest: &[u8], start: bool, soft_g: SoftG) -> Option<(Sound, usize)> {
    if let Some((code, taken)) = cluster(rest) {
        return Some((Sound::Code(code), taken));
    }
    let first = *rest.first()?;
    if let [b'b' | b'd' | b'g' | b'p' | b't', b'l', b'e', after @ ..] = rest
        && !matches!(after.first(), Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'n' | b'r' | b's' | b't'))
    {
        return Some((Sound::Code(syllable_le(first)), 3));
    }
    let second = rest.get(1).copied();
    let before_front_vowel = matches!(second, Some(b'e' | b'i' | b'y'));
    let before_vowel = matches!(second, Some(b'a' | b'e' | b'i' | b'o' | b'u'));
    let sound = match first {
        b'c' if before_front_vowel => Sound::Code("s"),
        b'c' | b'k' | b'q' => Sound::Code("k"),
        b'g' if before_front_vowel && soft_g == SoftG::AsJ => Sound::Code("J"),
        b'g' => Sound::Code("k"),
        b'j' => Sound::Code("J"),
        b'y' if before_vowel && start => Sound::Code("J"),
        b'i' | b'y' => Sound::Code("i"),
        b'e' if second.is_none() && !start => Sound::Code(""),
        b'a' | b'e' => Sound::Code("a"),
        b'o' | b'u' => Sound::Code("u"),
        b'x' => Sound::Code("ks"),
        b's' | b'z' => Sound::Code("s"),
        b'f' | b'v' => Sound::Code("f"),
        b'h' if !start && !before_vowel => Sound::Code(""),
        _ => Sound::Itself(first),
    };
    Some((sound, 1))
}

/// The sound of *-ble*, *-gle* and the like: *google* rhymes with *goegel*.
const fn syllable_le(first: u8) -> &'static str {
    match first {
        b'b' => "bal",
        b'd' => "dal",
        b'p' => "pal",
        b't' => "tal",
        _ => "kal",
    }
}

/// The sound of letters that are spelt together, and how many they are.
fn cluster(rest: &[u8]) -> Option<(&'static str, usize)> {
    let three = match rest {
        [b't', b's', b'j', ..] | [b't', b'c', b'h', ..] => "S",
        [b'd', b'z', b'j', ..] => "J",
        [b's', b'c', b'h', ..] => "sk",
        [b'd', b'g', b'e', ..] => "Ja",
        [b'i', b'g', b'h', ..] => "i",
        [b'c' | b't', b'i', b'a', ..] => "Sa",
        [b'c' | b's' | b't', b'i', b'o', ..] => "Su",
        _ => "",
    };
    if !three.is_empty() {
        return Some((three, 3));
    }
    let two = match rest {
        [b'c' | b's', b'h', ..] | [b's' | b't', b'j', ..] => "S",
        [b'd', b'j' | b'g', ..] => "J",
        [b'c', b'k', ..] | [b'g', b'h', ..] => "k",
        [b'c', b'c', ..] | [b'k', b's', ..] => "ks",
        [b'p', b'h', ..] => "f",
        [b't', b'h', ..] => "t",
        [b'w', b'h', ..] => "w",
        [b'k', b'n', ..] => "n",
        [b'q', b'u', ..] | [b'k', b'w', ..] => "kw",
        [b'o', b'e' | b'o' | b'u' | b'w', ..] | [b'a' | b'e', b'u' | b'w', ..] | [b'u', b'i' | b'e', ..] => "u",
        [b'i', b'e' | b'j', ..] | [b'e', b'e' | b'a' | b'i' | b'y', ..] | [b'a', b'i' | b'y', ..] => "i",
        [b'a', b'a', ..] => "a",
        _ => return None,
    };
    Some((two, 2))
}

/// A letter or digit as it sounds.
enum Sound {
    Code(&'static str),
    Itself(u8),
}

fn push(code: &mut String, letter: char) {
    if !code.ends_with(letter) || letter.is_ascii_digit() {
        code.push(letter);
    }
}

fn devoice_end(code: &mut String) {
    let devoiced = match code.chars().next_back() {
        Some('d') => 't',
        Some('b') => 'p',
        _ => return,
    };
    code.pop();
    push(code, devoiced);
}

#[cfg(test)]
mod tests;
