//! A text says the same in both languages, as far as names in braces show.

use std::collections::BTreeSet;

use crate::check::Check;
use crate::files::At;
use crate::placeholders;
use crate::problems::Problems;
use crate::record::{Records, TextRecord};

/// An age or a name that one language leaves out is information its readers
/// do not get.
pub(super) const CHECK: Check =
    Check::error("placeholder-languages", "a text has the same names in braces in both languages", run);

fn run(records: &Records, problems: &Problems) {
    let [first, second] = records.texts.as_slice() else {
        return;
    };
    for (key, text) in &first.texts {
        let Some(other) = second.texts.get(key) else {
            continue;
        };
        for (register, of) in [("teacher", teacher as fn(&TextRecord) -> &At<String>), ("parent", parent)] {
            compare((key, register), of(text), of(other), second.language.as_str(), problems);
        }
    }
}

const fn teacher(text: &TextRecord) -> &At<String> {
    &text.teacher
}

fn parent(text: &TextRecord) -> &At<String> {
    text.parent.as_ref().unwrap_or(&text.teacher)
}

fn compare((key, register): (&str, &str), text: &At<String>, other: &At<String>, language: &str, problems: &Problems) {
    let (Ok(here), Ok(there)) = (placeholders::names(&text.value), placeholders::names(&other.value)) else {
        return;
    };
    if here != there {
        problems.add(
            &CHECK,
            text.place,
            format!("{} in `{key}` for the {register}, {} in texts/{language}.toml", list(&here), list(&there)),
            "the same names in both languages",
            "add what is missing to the one, or remove it from the other",
        );
    }
}

fn list(names: &BTreeSet<&str>) -> String {
    if names.is_empty() {
        return "no names".to_owned();
    }
    names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(" ")
}
