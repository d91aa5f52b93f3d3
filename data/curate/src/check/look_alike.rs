//! Names are written in Latin letters that are what they seem.

use unicode_normalization::UnicodeNormalization;

use crate::check::Check;
use crate::files::At;
use crate::problems::Problems;
use crate::record::Records;

/// A Cyrillic `а` makes another name of what looks like Canva, and a search
/// for the real one would miss it or, worse, find the wrong record.
pub(super) const CHECK: Check =
    Check::error("look-alike", "names have Latin letters, none that only looks like one", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        tool.names().for_each(|name| look_at(name, problems));
        tool.editions.iter().filter_map(|edition| edition.name.as_ref()).for_each(|name| look_at(name, problems));
    }
    records.suppliers.iter().filter_map(|supplier| supplier.name.as_ref()).for_each(|name| look_at(name, problems));
}

fn look_at(name: &At<String>, problems: &Problems) {
    let composed = || name.value.nfc();
    if let Some(strange) = composed().find(|&character| !is_plain(character)) {
        problems.add(
            &CHECK,
            name.place,
            format!("`{strange}` (U+{:04X}) in the name `{}`", u32::from(strange), name.value),
            "Latin letters, digits and ordinary punctuation",
            "type the name again on a keyboard; a name in another script is left out",
        );
    } else if !composed().eq(name.value.chars()) {
        problems.add(
            &CHECK,
            name.place,
            format!("a letter and its accent as two characters in the name `{}`", name.value),
            "accented letters as one character (NFC)",
            "type the name again on a keyboard",
        );
    }
}

/// ASCII, Latin letters with accents but without the few that pass for
/// others (dotless i, long s, kra, ligatures), the two Romanian ones that stand
/// apart from these, and a few marks.
const fn is_plain(character: char) -> bool {
    match character {
        ' '..='~' => true,
        '\u{131}'..='\u{133}' | '\u{138}' | '\u{13f}' | '\u{140}' | '\u{149}' | '\u{17f}' => false,
        '\u{c0}'..='\u{17e}' | '\u{218}'..='\u{21b}' => true,
        '’' | '‘' | '–' | '·' | '²' | '³' | '°' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_dutch_and_its_neighbours_are_plain_and_copies_are_not() {
        for plain in "Één crème brûlée, Łódź – 3D² & Co. 'Kahoot!’".chars() {
            assert!(is_plain(plain), "{plain}");
        }
        for strange in ['а', 'ο', 'ı', 'ſ', 'ǃ', 'Ａ', '𝐀', 'ɑ', '！', '\u{301}', 'ﬁ', 'ĳ', '中', '\u{a0}', '™'] {
            assert!(!is_plain(strange), "{strange}");
        }
    }

    #[test]
    fn no_name_with_accents_is_refused() {
        let names = include_str!("../../../../tests/search/accents.txt").lines();
        let names: Vec<&str> = names.filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        for name in &names {
            assert_eq!(name.nfc().find(|&character| !is_plain(character)), None, "{name}");
        }
        assert!(names.len() > 100, "{}", names.len());
    }
}
