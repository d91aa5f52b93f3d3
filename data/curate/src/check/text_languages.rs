//! Every text is there in both languages.

use crate::check::Check;
use crate::files::Place;
use crate::nearest::did_you_mean;
use crate::problems::Problems;
use crate::record::{Records, TextFile};

/// An answer with a sentence missing, or half in another language, is not an
/// answer.
pub(super) const CHECK: Check = Check::error("text-languages", "every text is there in Dutch and in English", run);

fn run(records: &Records, problems: &Problems) {
    for language in magdit::Language::ALL {
        let Some(file) = records.texts.iter().find(|file| file.language == *language) else {
            report_missing_file(records, language.as_str(), problems);
            continue;
        };
        for other in records.texts.iter().filter(|other| other.language != *language) {
            compare(file, other, problems);
        }
    }
}

/// Reports a language without a file, where the other one has texts.
fn report_missing_file(records: &Records, language: &str, problems: &Problems) {
    if records.has_file("texts", language) {
        return;
    }
    if let Some(other) = records.texts.first() {
        problems.add(
            &CHECK,
            Place::start_of(other.file),
            format!("texts without texts/{language}.toml beside them"),
            "a file for each language",
            "add the other file",
        );
    }
}

fn compare(file: &TextFile, other: &TextFile, problems: &Problems) {
    for (key, text) in &other.texts {
        if !file.texts.contains_key(key) {
            let similar = file.texts.keys().filter(|theirs| !other.texts.contains_key(*theirs)).map(String::as_str);
            problems.add(
                &CHECK,
                text.place,
                format!("`{key}`, which texts/{}.toml does not have", file.language),
                "the same keys in both languages",
                did_you_mean(key, similar, "add it there, or remove it here"),
            );
        }
    }
}
