//! No characters that cannot be seen.

use toml::de::{DeTable, DeValue};

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// Characters that change the direction of writing can make a record look
/// different from what it says (CVE-2021-42574); invisible ones make two
/// names of what looks like one. Comments count: reviewers read them too.
pub(super) const CHECK: Check =
    Check::while_reading("hidden-character", "no bidirectional, control or invisible characters");

/// Looks at a file as it is written.
pub(crate) fn look_at(file: usize, text: &str, problems: &Problems) {
    for (offset, character) in text.char_indices().filter(|&(_, character)| is_hidden(character)) {
        report(problems, Place { file, offset }, character);
    }
}

/// Looks at the texts of a document, for characters written as escapes.
pub(crate) fn look_at_values(file: usize, text: &str, document: &DeTable<'_>, problems: &Problems) {
    for (name, node) in document {
        look_at_text(file, text, name.span(), name.get_ref(), problems);
        look_at_value(file, text, node, problems);
    }
}

fn look_at_value(file: usize, text: &str, node: &toml::Spanned<DeValue<'_>>, problems: &Problems) {
    match node.get_ref() {
        DeValue::String(value) => look_at_text(file, text, node.span(), value, problems),
        DeValue::Array(items) => items.iter().for_each(|item| look_at_value(file, text, item, problems)),
        DeValue::Table(table) => look_at_values(file, text, table, problems),
        _ => {}
    }
}

fn look_at_text(file: usize, text: &str, span: core::ops::Range<usize>, value: &str, problems: &Problems) {
    let written = text.get(span.clone()).unwrap_or_default();
    for character in value.chars().filter(|&character| is_hidden(character) && !written.contains(character)) {
        report(problems, Place { file, offset: span.start }, character);
    }
}

fn report(problems: &Problems, place: Place, character: char) {
    problems.add(
        &CHECK,
        place,
        format!("the invisible character U+{:04X}", u32::from(character)),
        "characters that can be seen",
        "remove it",
    );
}

/// Control characters except the line end and tab, marks of direction, and
/// characters without width.
fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\r' | '\t' => false,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' => true,
        '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' => true,
        '\u{e0000}'..='\u{e0fff}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_hidden_and_what_can_be_seen_is_not() {
        for hidden in ['\u{0}', '\u{7f}', '\u{85}', '\u{ad}', '\u{200b}', '\u{202e}', '\u{2066}', '\u{feff}'] {
            assert!(is_hidden(hidden), "{hidden:?}");
        }
        for shown in ['a', 'é', ' ', '\n', '\t', '’', '–', '\u{a0}', '✓'] {
            assert!(!is_hidden(shown), "{shown:?}");
        }
    }
}
