//! A school's own file, written as TOML.

use std::path::Path;

use serde_json::{Map, Value as Json};
use toml::Value as Toml;
use toml::de::{DeTable, DeValue};

use crate::check::hidden_character;
use crate::files::File;
use crate::problem::Problem;
use crate::problems::Problems;
use crate::read;

/// Turns a school's file from TOML into the JSON that the library reads.
/// `file` is its name in problems.
///
/// Only what TOML itself asks is looked at here; the library looks at the
/// entries and leaves out what is not right. [`school_line`] finds the line
/// of such an entry.
///
/// # Errors
///
/// All problems with their lines, if it is no TOML or holds characters that
/// cannot be seen.
pub fn school_json(file: &str, text: &str) -> Result<String, Vec<Problem>> {
    let problems = Problems::default();
    hidden_character::look_at(0, text, &problems);
    if let Some(document) = read::parse(0, text, &problems) {
        hidden_character::look_at_values(0, text, &document, &problems);
    }
    let table = toml::from_str::<toml::Table>(text).ok().filter(|_| !problems.stop_the_build());
    match table {
        Some(table) => Ok(json(Toml::Table(table)).to_string()),
        None => Err(problems.resolve(Path::new(""), &[File { path: file.to_owned(), text: Some(text.to_owned()) }])),
    }
}

/// The line, from 1, on which an entry of a list begins; `number` counts from
/// 1, as in [`magdit::SchoolProblem`].
#[must_use]
pub fn school_line(text: &str, list: &str, number: usize) -> Option<usize> {
    let (document, _) = DeTable::parse_recoverable(text);
    let DeValue::Array(entries) = document.get_ref().get(list)?.get_ref() else {
        return None;
    };
    let entry = entries.get(number.checked_sub(1)?)?;
    let before = text.get(..entry.span().start)?;
    Some(before.matches('\n').count() + 1)
}

/// The same value in JSON; a date becomes a text.
fn json(value: Toml) -> Json {
    match value {
        Toml::String(text) => Json::String(text),
        Toml::Integer(number) => Json::from(number),
        Toml::Float(number) => Json::from(number),
        Toml::Boolean(yes) => Json::Bool(yes),
        Toml::Datetime(date) => Json::String(date.to_string()),
        Toml::Array(items) => Json::Array(items.into_iter().map(json).collect()),
        Toml::Table(table) => {
            Json::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect::<Map<_, _>>())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "name = \"Voorbeeld\"\ndate = 2026-11-21\n\n[[decisions]]\ntool = \"een\"\n\n\
                        [[decisions]]\ntool = \"twee\"\n";

    #[test]
    fn dates_become_texts_and_lists_stay_lists() {
        let json: Json = serde_json::from_str(&school_json("school.toml", FILE).unwrap()).unwrap();
        assert_eq!(json["date"], "2026-11-21");
        assert_eq!(json["decisions"][1]["tool"], "twee");
    }

    #[test]
    fn an_entry_is_found_by_its_number() {
        let line = |number| school_line(FILE, "decisions", number);
        assert_eq!((line(0), line(1), line(2), line(3)), (None, Some(4), Some(7), None));
        assert_eq!(school_line(FILE, "tools", 1), None);
    }

    #[test]
    fn what_is_no_toml_or_hidden_is_reported_with_its_line() {
        let at = |text: &str| school_json("school.toml", text).unwrap_err().first().map(|one| (one.line, one.check));
        assert_eq!(at("name = \"a\"\ndate = \n"), Some((2, "syntax")));
        assert_eq!(at("name = \"a\"\nname = \"b\"\n"), Some((2, "duplicate-key")));
        assert_eq!(at("name = \"a\u{202e}b\"\n"), Some((1, "hidden-character")));
    }
}
