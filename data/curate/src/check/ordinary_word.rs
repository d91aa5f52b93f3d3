//! A further name is not a word that people type for something else.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use magdit::search::{WordLists, folded};

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;

/// Whoever types "klas" or "agenda" does not mean one tool. The words are
/// those that search keeps apart from names, without the ones a program chose
/// because they are near a name.
pub(super) const CHECK: Check =
    Check::warning("ordinary-word", "a further name is not an ordinary word of Dutch or English", run);

static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lists = WordLists::OWN;
    let lines = [lists.small, lists.fillers, lists.question, lists.school, lists.common].into_iter().flat_map(str::lines);
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).map(folded).collect()
});

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        for (_, name) in &tool.other_names {
            if WORDS.contains(&folded(&name.value)) {
                problems.add(
                    &CHECK,
                    name.place,
                    format!("the ordinary word `{}` as a further name", name.value),
                    "a name that means this tool to whoever types it",
                    "add what tells it apart, such as the supplier, or an exception that says why people mean this tool",
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_search() {
        for word in ["klas", "app", "mag", "oefenen", "agenda"] {
            assert!(WORDS.contains(word), "{word}");
        }
        for name in ["kahoot", "basispoort", "canva"] {
            assert!(!WORDS.contains(name), "{name}");
        }
        assert!(WORDS.len() > 1000, "{}", WORDS.len());
    }
}
