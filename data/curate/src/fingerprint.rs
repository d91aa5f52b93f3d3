//! What a sentence or clause of a document is known by, without its text.
//!
//! Records store no text of others. What they keep of the sentence or clause
//! a fact was read in is a fingerprint: the first 64 bits of the SHA-256 of its
//! words, in lower case and without punctuation and marks of emphasis. So a
//! text that was only laid out anew keeps its fingerprint, and one word that
//! was added changes it.

#[cfg(feature = "curators")]
use magdit::kb::digest::Digest;

/// Digits of the hash that are kept, four bits each: of two texts that differ
/// one pair in 2^64 agrees.
const DIGITS: usize = 16;

/// The words of a text, in lower case, without punctuation.
#[cfg(feature = "curators")]
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The fingerprint of a text, or nothing where it has no words.
#[cfg(feature = "curators")]
pub(crate) fn of(text: &str) -> Option<String> {
    let words = words(text);
    let hash = Digest::of(&[words.join(" ").as_bytes()]).to_string();
    (!words.is_empty()).then(|| hash.chars().take(DIGITS).collect())
}

/// Whether a text has the form of fingerprints with blanks between them: a
/// fact that was read in two places has two.
pub(crate) fn is_list(text: &str) -> bool {
    text.split(' ').all(is_one)
}

fn is_one(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

#[cfg(all(test, feature = "curators"))]
mod tests {
    use super::*;

    #[test]
    fn layout_makes_no_other_fingerprint_and_a_word_does() {
        let fingerprint = of("You must be at least **13** years old.").unwrap();
        assert!(is_one(&fingerprint));
        assert_eq!(of("you must  be\nat least 13 years old").as_ref(), Some(&fingerprint));
        assert_ne!(of("You must be at least 16 years old.").as_ref(), Some(&fingerprint));
        assert_eq!(of(" – *"), None);
        for other in ["", "1234", "0123456789ABCDEF", "0123456789abcdeg", "0123456789abcdef0"] {
            assert!(!is_one(other) && !is_list(&format!("{fingerprint} {other}")), "{other}");
        }
        assert!(is_list(&format!("{fingerprint} {fingerprint}")));
    }
}
