use proptest::prelude::*;

use super::*;

fn words(text: &str) -> Vec<String> {
    normalise(text).iter().map(str::to_owned).collect()
}

#[test]
fn spellings_of_one_name_have_one_key() {
    let same: &[&[&str]] = &[
        &["Kahoot!", "KAHOOT", " kahoot ", "Kahoot™", "Ｋａｈｏｏｔ", "ka\u{ad}hoot", "K-a-h-o-o-t"],
        &["What's App", "WhatsApp", "what’s app", "whats-app", "What´s App"],
        &["Één", "één", "E\u{301}e\u{301}n", "EEN"],
        &["crème brûlée", "Creme Brulee"],
        &["Łódź", "lodz"],
        &["Straße", "STRASSE", "strasse"],
        &["ﬁets", "fiets"],
        &["ĳsberg", "IJsberg"],
        &["İstanbul", "istanbul"],
        &["CO₂", "co2"],
        &["Smørrebrød", "smorrebrod"],
        &["micro:bit", "micro bit", "microbit"],
    ];
    for spellings in same {
        for spelling in *spellings {
            assert_eq!(normalise(spelling).key(), normalise(spellings[0]).key(), "{spelling}");
        }
    }
}

#[test]
fn words_are_split_at_everything_but_letters_digits_and_apostrophes() {
    assert_eq!(words("Getal & Ruimte"), ["getal", "ruimte"]);
    assert_eq!(words("docs.google.com/forms"), ["docs", "google", "com", "forms"]);
    assert_eq!(words("groep 7/8"), ["groep", "7", "8"]);
    assert_eq!(words("D'accord"), ["daccord"]);
    assert_eq!(words("  …  "), [""; 0]);
}

#[test]
fn other_scripts_stay_what_they_are() {
    assert_eq!(normalise("Канва").key(), "канва");
    assert_eq!(normalise("カフート").key(), "カフート");
    assert_ne!(normalise("kаhoot").key(), "kahoot");
}

#[test]
fn spans_are_the_words_between() {
    let words = normalise("mag ik kahoot gebruiken");
    assert_eq!(words.len(), 4);
    assert_eq!(words.span(1, 3), "ikkahoot");
    assert_eq!(words.span(0, 4), words.key());
    assert_eq!(words.span(3, 9), "");
    assert_eq!(words.word(4), "");
}

#[test]
fn a_name_has_at_most_sixty_four_characters_after_folding() {
    assert!(normalise(&"a".repeat(64)).is_name());
    assert!(!normalise(&"a".repeat(65)).is_name());
    // One character that is spelt with three.
    assert!(normalise(&"ﬃ".repeat(21)).is_name());
    assert!(!normalise(&"ﬃ".repeat(22)).is_name());
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,40}|[a-zA-Z À-ž'&-]{0,40}") {
        let once = words(&text);
        prop_assert_eq!(words(&once.join(" ")), once.clone());
        prop_assert_eq!(normalise(&once.concat()).key().to_owned(), once.concat());
    }

    #[test]
    fn ascii_takes_a_short_way_to_the_same_words(text in "[ -~]{0,40}") {
        // A character outside ASCII that folds to nothing forces the long way.
        prop_assert_eq!(normalise(&format!("{text}\u{ad}")), normalise(&text));
    }

    #[test]
    fn capitals_and_accents_do_not_count(text in "[a-z0-9 ]{0,30}") {
        let accented: String = text.chars().flat_map(|char| [char, '\u{301}']).collect();
        prop_assert_eq!(normalise(&text.to_uppercase()), normalise(&text));
        prop_assert_eq!(normalise(&accented), normalise(&text));
    }
}

/// Every character that is folded, and every three letters before an e.
fn everything() -> impl Iterator<Item = String> {
    let letters = || ('a'..='z').map(String::from);
    let pairs = letters().flat_map(move |first| letters().map(move |second| format!("{first}{second}")));
    let texts = pairs.flat_map(move |first| letters().map(move |second| format!("{first}{second}e")));
    let chars = ('\0'..'\u{20000}').chain('\u{e0000}'..'\u{e0200}');
    chars.map(|char| format!("a{char}b")).chain(texts)
}

#[test]
#[cfg_attr(miri, ignore = "a hundred thousand characters")]
fn a_change_of_the_rules_comes_with_a_new_version() {
    use crate::search::phonetic::{SoftG, phonetic};

    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut texts = 0;
    for text in everything() {
        let key = normalise(&text).key().to_owned();
        let sounds = [SoftG::AsG, SoftG::AsJ].map(|soft_g| phonetic(&key, soft_g).unwrap_or_default());
        for byte in [key.as_str(), &sounds[0], &sounds[1]].join("\n").into_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        texts += 1;
    }
    assert!(texts > 140_000);
    assert_eq!(
        (VERSION, hash),
        (1, 0xd31b_3305_433f_19a3),
        "keys or sounds changed: raise VERSION and put the new hash here"
    );
}
