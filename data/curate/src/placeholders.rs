//! Names in braces inside texts, such as `{tool}`.

use std::collections::BTreeSet;

/// Every name that an answer fills in.
const OF_ANSWERS: &[&str] = &["age", "ages", "by", "date", "fact", "incidents", "school", "supplier", "tool", "value"];

/// Every name that a program fills in around an answer.
const OF_PROGRAMS: &[&str] =
    &["age", "ages", "basis", "by", "date", "fact", "name", "number", "supplier", "tool", "value"];

/// The names that the text under a key may use.
pub(crate) fn allowed(key: &str) -> &'static [&'static str] {
    if key.starts_with("ui.") || key.starts_with("static.") { OF_PROGRAMS } else { OF_ANSWERS }
}

/// The names in a text, or the piece that is no name: an open brace without
/// its end, or an end without its beginning.
pub(crate) fn names(text: &str) -> Result<BTreeSet<&str>, &str> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '}']) {
        let piece = rest.get(start..).unwrap_or_default();
        let inside = piece.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        match inside {
            Some((name, after)) if !name.contains('{') => {
                found.insert(name);
                rest = after;
            }
            _ => return Err(piece),
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_and_loose_braces_refused() {
        let good = |list: &[&'static str]| Ok(list.iter().copied().collect());
        let cases = [
            ("zonder", good(&[])),
            ("{tool} vanaf {age}, {tool}", good(&["age", "tool"])),
            ("een { los", Err("{ los")),
            ("een } los", Err("} los")),
            ("{een{twee}", Err("{een{twee}")),
            ("{}", good(&[""])),
        ];
        for (text, expected) in cases {
            assert_eq!(names(text), expected, "{text}");
        }
    }
}
