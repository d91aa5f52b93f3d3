//! Every limit is in the list that `info --limits` shows, and in a test. What
//! limits what somebody hands in is told by its name, which begins with `MAX_`
//! or `LONGEST_`.

use magdit::LIMITS;
use magdit_tests::{root, text};

use crate::{gather, shown};

/// Bounds that are no size of anything that comes in: the last year of a
/// calendar, and how far a store lets a release number rise at once.
const NO_SIZES: [&str; 2] = ["MAX_YEAR", "MAX_NUMBER_STEP"];

/// Public constants of the library that limit something, with their files.
fn constants() -> Vec<(String, String)> {
    let files = gather(&root("core/src"), &["rs"]);
    let limits = files.iter().flat_map(|path| {
        let source = text(path);
        let names = source.lines().filter_map(|line| {
            let name = line.trim_start().strip_prefix("pub const ")?.split(':').next()?;
            (name.starts_with("MAX_") || name.starts_with("LONGEST_")).then(|| name.to_owned())
        });
        names.map(|name| (name, shown(path))).collect::<Vec<_>>()
    });
    limits.filter(|(name, _)| !NO_SIZES.contains(&name.as_str())).collect()
}

/// What tests say: their own files, and the end of a file that holds its own.
fn tests() -> String {
    let own = gather(&root("core/src"), &["rs"]).into_iter().map(|path| {
        let source = text(&path);
        let from = if path.ends_with("tests.rs") { Some(0) } else { source.find("mod tests {") };
        from.map(|from| source[from..].to_owned()).unwrap_or_default()
    });
    let others = ["core/tests", "tests/suites"].into_iter().flat_map(|folder| gather(&root(folder), &["rs"]));
    let others = others.filter(|path| !path.ends_with("house/limits.rs")).map(|path| text(&path));
    own.chain(others).collect()
}

/// Whether a word stands in a text as a word.
fn says(text: &str, word: &str) -> bool {
    let part = |char: char| char.is_alphanumeric() || char == '_';
    text.match_indices(word).any(|(at, _)| !text[..at].ends_with(part) && !text[at + word.len()..].starts_with(part))
}

#[test]
fn every_limit_is_shown_and_tested() {
    let constants = constants();
    let (list, tests) = (text(&root("core/src/limits.rs")), tests());
    let not_shown: Vec<_> = constants.iter().filter(|(name, _)| !says(&list, name)).collect();
    let not_tested: Vec<_> = constants.iter().filter(|(name, _)| !says(&tests, name)).collect();
    assert!(not_shown.is_empty(), "not in core/src/limits.rs, which `info --limits` shows: {not_shown:?}");
    assert!(not_tested.is_empty(), "in no test, which needs one less, the limit and one more: {not_tested:?}");
    assert_eq!(LIMITS.len(), constants.len(), "each constant stands in the list once");
    println!("{} limits", constants.len());
}
