//! When two names are the same for somebody who types them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The name without case, accents, spaces and punctuation.
pub(crate) fn folded(name: &str) -> String {
    name.nfkd()
        .filter(|&character| !is_combining_mark(character))
        .flat_map(char::to_lowercase)
        .filter(|character| character.is_alphanumeric())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_spaces_and_punctuation_make_no_other_name() {
        for same in ["Kahoot!", "kahoot", "KAHOOT", "ka hoot", "Kahöot"] {
            assert_eq!(folded(same), "kahoot", "{same}");
        }
        assert_ne!(folded("Canva"), folded("Canvas"));
    }
}
