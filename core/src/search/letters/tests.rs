use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::*;

/// The compatibility decomposition without marks, in lower case.
fn decomposed(char: char) -> String {
    let bare = |text: String| text.nfkd().filter(|char| !is_combining_mark(*char)).collect::<String>();
    bare(bare(char.to_string()).to_lowercase())
}

#[test]
#[cfg_attr(miri, ignore = "a million characters")]
fn every_character_with_one_ascii_letter_in_it_stands_for_that_letter() {
    let mut count = 0;
    for char in '\u{80}'..=char::MAX {
        let wanted = match decomposed(char).as_bytes() {
            [byte] if byte.is_ascii_alphanumeric() => Some(*byte as char),
            _ => None,
        };
        assert_eq!(plain(char), wanted, "{char} U+{:04X}", char as u32);
        count += usize::from(wanted.is_some());
    }
    assert_eq!(count, 1_528);
}

#[test]
fn runs_are_in_order_and_do_not_overlap() {
    assert!(RUNS.is_sorted_by(|(start, length, ..), (next, ..)| start + u32::from(*length) <= *next));
}
