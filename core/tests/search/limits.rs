//! How much a query may ask.

use magdit::search::{
    BuildError, IndexEntry, MAX_MATCHES, MAX_NAME_BYTES, MAX_NAME_CHARS, MAX_SENTENCE_BYTES, MAX_SENTENCE_WORDS,
    MAX_TEXT_CHARS, MatchKind, QueryError, QueryKind, build,
};

use crate::catalogue::Catalogue;

#[test]
fn a_text_of_the_longest_length_is_searched_and_one_character_more_is_refused() {
    let catalogue = Catalogue::real();
    let index = catalogue.index();
    for letter in ["a", "é", "😀", " "] {
        assert!(index.search(&letter.repeat(MAX_TEXT_CHARS), 5).is_ok());
        let error = index.search(&letter.repeat(MAX_TEXT_CHARS + 1), 5).unwrap_err();
        assert_eq!(error, QueryError::TooLong { limit: MAX_TEXT_CHARS });
    }
}

#[test]
fn a_name_of_the_longest_length_is_a_name_and_a_longer_one_a_text() {
    let catalogue = Catalogue::real();
    let kind = |text: &str| catalogue.index().search(text, 5).unwrap().query_kind;
    assert_eq!(kind(&"k".repeat(MAX_NAME_CHARS)), QueryKind::Name);
    assert_eq!(kind(&"k".repeat(MAX_NAME_CHARS + 1)), QueryKind::Sentence);
}

/// Four bytes are the most that a character takes, so that a name of as many
/// bytes as there may be has as many characters as there may be.
#[test]
fn a_name_of_the_most_bytes_is_a_name() {
    let catalogue = Catalogue::real();
    let kind = |text: &str| catalogue.index().search(text, 5).unwrap().query_kind;
    let letter = "𐐨";
    assert_eq!(letter.len() * MAX_NAME_CHARS, MAX_NAME_BYTES);
    assert_eq!(kind(&letter.repeat(MAX_NAME_CHARS)), QueryKind::Name);
    assert_eq!(kind(&letter.repeat(MAX_NAME_CHARS + 1)), QueryKind::Sentence);
    // In an index the length of a name takes one byte.
    let named = |name: String| build(&[IndexEntry { name, ..catalogue.entries[0].clone() }], &|_| false);
    assert!(named(format!("{}中", letter.repeat(MAX_NAME_CHARS - 1))).is_ok());
    assert!(matches!(named(letter.repeat(MAX_NAME_CHARS)), Err(BuildError::LongName { .. })));
}

#[test]
fn a_sentence_is_read_to_its_last_word_and_its_last_byte() {
    let catalogue = Catalogue::real();
    let finds = |text: &str| {
        let found = catalogue.index().search(text, MAX_MATCHES).unwrap();
        assert_eq!(found.query_kind, QueryKind::Sentence);
        // A name that is cut in two may still be one with a slip.
        found.matches.iter().any(|found| found.id == "kahoot" && found.kind == MatchKind::Sentence)
    };
    // Kahoot is the word of this number.
    let at_word = |number: usize| format!("{}kahoot gebruiken", "mag ".repeat(number - 1));
    assert!(finds(&at_word(MAX_SENTENCE_WORDS - 1)) && finds(&at_word(MAX_SENTENCE_WORDS)));
    assert!(!finds(&at_word(MAX_SENTENCE_WORDS + 1)));
    // Kahoot ends with this byte.
    let word = "gebruiken".repeat(4);
    let to_byte = |byte: usize| {
        let before = byte - " kahoot".len();
        let words: String = word.chars().chain([' ']).cycle().take(before).collect();
        format!("{words} kahoot")
    };
    assert!(finds(&to_byte(MAX_SENTENCE_BYTES - 1)) && finds(&to_byte(MAX_SENTENCE_BYTES)));
    assert!(!finds(&to_byte(MAX_SENTENCE_BYTES + 1)));
}

#[test]
fn control_and_direction_characters_are_refused_and_line_ends_are_not() {
    let catalogue = Catalogue::real();
    let search = |text: &str| catalogue.index().search(text, 5);
    for forbidden in ['\0', '\u{7}', '\u{1b}', '\u{7f}', '\u{85}', '\u{202e}', '\u{2066}', '\u{2069}'] {
        let text = format!("kah{forbidden}oot");
        assert_eq!(search(&text), Err(QueryError::ForbiddenCharacter), "{forbidden:?}");
    }
    for allowed in ["kahoot\n", "\tkahoot", "kahoot\r\n", "ka\u{ad}hoot", "kahoot\u{200b}"] {
        assert!(search(allowed).unwrap().certain(), "{allowed:?}");
    }
}

#[test]
fn an_error_says_nothing_of_the_text() {
    let catalogue = Catalogue::real();
    let error = catalogue.index().search("geheim\u{202e}", 5).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("geheim"));
}

#[test]
fn nothing_finds_nothing() {
    let catalogue = Catalogue::real();
    for text in ["", " ", "!?", "😀", "…", "\u{200b}"] {
        let result = catalogue.index().search(text, 5).unwrap();
        assert!(result.matches.is_empty(), "{text:?}");
    }
}

#[test]
fn at_most_as_many_matches_as_asked_for_and_never_more_than_the_limit() {
    let catalogue = Catalogue::real();
    let count = |limit| catalogue.index().search("s", limit).unwrap().matches.len();
    assert_eq!(count(0), 0);
    assert_eq!(count(1), 1);
    assert!(count(usize::MAX) > 5);
    assert!(count(usize::MAX) <= MAX_MATCHES);
}

#[test]
fn the_confidence_does_not_depend_on_how_many_matches_are_asked_for() {
    let catalogue = Catalogue::real();
    for query in ["kahoot", "kahot", "kwislet", "mag ik kahoot gebruiken", "kahoot.it", "goog"] {
        let confidence = |limit| catalogue.index().search(query, limit).unwrap().confidence;
        assert_eq!(confidence(1), confidence(10), "{query}");
    }
}
