//! Texts of a school: plain, short, and nothing in them that cannot be seen.

use super::School;

/// Why a text cannot be shown, and what to do.
pub(super) type Fault = (&'static str, &'static str);

/// Looks at one text.
pub(super) fn look_at(text: &str) -> Result<(), Fault> {
    if text.trim().is_empty() {
        return Err(("is empty", "write it, or leave it out"));
    }
    if text.chars().count() > School::MAX_TEXT {
        return Err(("is longer than 500 characters", "shorten it"));
    }
    if text.chars().any(is_hidden) {
        return Err(("holds a character that cannot be seen", "type the text again instead of pasting it"));
    }
    links(text)
}

/// Looks at several texts.
pub(super) fn look_at_all<'t>(texts: impl IntoIterator<Item = &'t str>) -> Result<(), Fault> {
    texts.into_iter().try_for_each(look_at)
}

/// Every link begins with `https://` and holds no name or password.
fn links(text: &str) -> Result<(), Fault> {
    const REMEDY: &str = "use a link that begins with https:// and holds no user name, or none";
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        let scheme = before.rsplit(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        if !scheme.eq_ignore_ascii_case("https") {
            return Err(("holds a link that is not https", REMEDY));
        }
        let host = after.split(|letter: char| letter == '/' || letter.is_whitespace()).next().unwrap_or_default();
        if host.contains('@') {
            return Err(("holds a link with a user name", REMEDY));
        }
        rest = after;
    }
    let lower = text.to_ascii_lowercase();
    if ["javascript:", "data:", "vbscript:"].iter().any(|scheme| lower.contains(scheme)) {
        return Err(("holds a link that is not https", REMEDY));
    }
    Ok(())
}

/// Whether a character is control, changes the direction of writing, has no
/// width, or has no meaning of its own.
pub(super) fn is_hidden(character: char) -> bool {
    match character {
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' => true,
        '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' => true,
        '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}' => true,
        other => other.is_control(),
    }
}

/// Words of somebody else, for a message: what cannot be seen is replaced,
/// and what is long is cut.
pub(super) fn for_message(text: &str) -> String {
    const LONGEST: usize = 200;
    text.chars().take(LONGEST).map(|letter| if is_hidden(letter) { '\u{fffd}' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_sentences_and_https_links_pass() {
        for text in [
            "Alleen in klas 3.",
            "privacy@school.example",
            "Zie https://school.example/regels.",
            "Zie https://school.example/@regels.",
            "Zie https://school.example of mail privacy@school.example.",
            "Let op: 3 uur",
        ] {
            assert_eq!(look_at(text), Ok(()), "{text}");
        }
        assert_eq!(look_at(&"a".repeat(School::MAX_TEXT)), Ok(()));
    }

    #[test]
    fn what_is_empty_long_hidden_or_links_elsewhere_does_not() {
        let long = "a".repeat(School::MAX_TEXT + 1);
        for text in [
            "",
            "  ",
            long.as_str(),
            "a\nb",
            "a\u{202e}b",
            "a\u{200b}b",
            "a\u{7f}",
            "\u{e0041}",
            "http://school.example",
            "ftp://school.example",
            "xhttps+x://school.example",
            "https://naam@school.example/",
            "JavaScript:alert(1)",
        ] {
            assert!(look_at(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_message_shows_nothing_hidden_and_ends() {
        assert_eq!(for_message("a\u{202e}b"), "a\u{fffd}b");
        assert_eq!(for_message(&"a".repeat(500)).len(), 200);
    }
}
