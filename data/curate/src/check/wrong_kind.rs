//! A value is of the kind that its key asks for.

use toml::de::DeValue;

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// Nothing is converted: a date in quotes, or a number where a word belongs,
/// is more often a slip than a spelling.
pub(super) const CHECK: Check = Check::while_reading("wrong-kind", "a value is of the kind that its key asks for");

pub(crate) fn report(problems: &Problems, place: Place, key: &str, value: &DeValue<'_>, expected: &str) {
    let kind = match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    let remedy = match value {
        DeValue::String(_) if expected.starts_with("a date") => "leave out the quotes",
        DeValue::String(_) if expected.starts_with("true") || expected.starts_with("a whole") => "leave out the quotes",
        DeValue::String(_) if expected.starts_with("a list") => "put it in square brackets",
        _ => "write it as CONTRIBUTING.md shows",
    };
    report_text_with(problems, place, &format!("{kind} for `{key}`"), expected, remedy);
}

/// Reports a value that is of the right kind but can never be right.
pub(crate) fn report_text(problems: &Problems, place: Place, found: &str, expected: &str) {
    report_text_with(problems, place, found, expected, "write it as CONTRIBUTING.md shows");
}

fn report_text_with(problems: &Problems, place: Place, found: &str, expected: &str, remedy: &str) {
    problems.add(&CHECK, place, found, expected, remedy);
}
