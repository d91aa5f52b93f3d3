//! One spelling for every way to write a name.
//!
//! Used when an index is built and when it is searched; an index carries the
//! [`VERSION`] it was built with, because a key that was folded differently
//! would never be found.
//!
//! The steps: drop marks, invisible characters, and signs that are no part of
//! a name (™ ® © and apostrophes); write letters and digits in other shapes,
//! with accents, and in ligatures as plain ones, in lower case; split at
//! everything that is no letter or digit. For Latin letters and digits this is
//! what compatibility normalisation (NFKC), case folding and dropping marks
//! come to, without the tables for all of Unicode. What is left of other
//! scripts stays as it is, in lower case, and can only match exactly.

use super::letters;
use super::limits::{MAX_NAME_BYTES, MAX_NAME_CHARS};

/// Version of these rules and of those for sounds. It goes up with every
/// change of what either makes of any text.
pub(super) const VERSION: u16 = 1;

/// A text as words of folded letters and digits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    key: String,
    /// Where each word ends in the key.
    ends: Vec<usize>,
}

impl Words {
    /// All words without anything between them.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// Number of words.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The words `from..to` without anything between them.
    pub(super) fn span(&self, from: usize, to: usize) -> &str {
        let end_of = |word: usize| word.checked_sub(1).map_or(Some(0), |last| self.ends.get(last).copied());
        let range = end_of(from).zip(end_of(to)).map(|(start, end)| start..end);
        range.and_then(|range| self.key.get(range)).unwrap_or_default()
    }

    /// One word.
    pub(super) fn word(&self, position: usize) -> &str {
        self.span(position, position.saturating_add(1))
    }

    /// The words in order.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator + Clone {
        (0..self.len()).map(|position| self.word(position))
    }

    /// Whether it is short enough to be searched as a name.
    pub(super) fn is_name(&self) -> bool {
        self.key.len() <= MAX_NAME_BYTES
            && (self.key.len() <= MAX_NAME_CHARS || self.key.chars().count() <= MAX_NAME_CHARS)
    }

    fn end_word(&mut self) {
        if self.key.len() > self.ends.last().copied().unwrap_or(0) {
            self.ends.push(self.key.len());
        }
    }
}

/// The words of a text.
///
/// ASCII, which nearly every query is, takes a short way round the Unicode
/// tables with the same result.
pub(super) fn normalise(text: &str) -> Words {
    let mut words = Words { key: String::with_capacity(text.len()), ..Words::default() };
    if text.is_ascii() {
        for byte in text.bytes() {
            push(&mut words, char::from(byte));
        }
    } else {
        text.chars().for_each(|char| push_any(&mut words, char));
    }
    words.end_word();
    words
}

fn push_any(words: &mut Words, char: char) {
    if char.is_ascii() {
        push(words, char);
    } else if let Some(plain) = letters::plain(char) {
        words.key.push(plain);
    } else if !is_no_part(char) && !is_invisible(char) && !is_mark(char) {
        for lower in char.to_lowercase() {
            match spelt_out(lower) {
                Some(letters) => words.key.push_str(letters),
                None if is_mark(lower) => {}
                None => push(words, lower),
            }
        }
    }
}

#[inline]
fn push(words: &mut Words, char: char) {
    if char.is_ascii_alphanumeric() {
        words.key.push(char.to_ascii_lowercase());
    } else if !char.is_ascii() && char.is_alphanumeric() {
        words.key.push(char);
    } else if char != '\'' && char != '`' {
        words.end_word();
    }
}

/// Signs that people leave out or add without meaning another name.
const fn is_no_part(char: char) -> bool {
    matches!(char, '™' | '®' | '©' | '℠' | '´' | '‘' | '’' | '‛' | '′' | 'ʼ' | 'ʹ' | 'ˈ' | '＇')
}

/// Accents and other marks that stand on Latin letters, and selectors of a
/// shape.
const fn is_mark(char: char) -> bool {
    matches!(
        char,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Characters without a width or a shape.
const fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Lower-case letters that are spelt with other letters, or with several.
const fn spelt_out(char: char) -> Option<&'static str> {
    Some(match char {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        'ŉ' => "n",
        'ǆ' => "dz",
        'ǉ' => "lj",
        'ǌ' => "nj",
        'ǳ' => "dz",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        '№' => "no",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ĸ' => "k",
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
