//! Reads strict JSON, and says what is wrong with it without repeating it.

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::code::ErrorCode;
use super::error::CallError;

/// Reads one object; `what` is what it was to be.
pub(super) fn strict<T: DeserializeOwned>(text: &str, what: &'static str) -> Result<T, CallError> {
    serde_json::from_str(text).map_err(|error| refused(&error, what)).and_then(|value| {
        // serde also takes a list for a struct, by the order of its fields.
        match text.trim_start().starts_with('{') {
            true => Ok(value),
            false => Err(CallError::new(ErrorCode::InvalidRequest, format!("{what}: expected an object"))),
        }
    })
}

fn refused(error: &serde_json::Error, what: &'static str) -> CallError {
    let place = match (error.line(), error.column()) {
        (0, _) => what.to_owned(),
        (line, column) => format!("{what}, line {line}, column {column}"),
    };
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
    match error.classify() {
        Category::Data => CallError::new(ErrorCode::InvalidRequest, format!("{place}: {}", expected(said))),
        Category::Io | Category::Syntax | Category::Eof => {
            CallError::new(ErrorCode::NotJson, format!("{place}: from here it is no JSON; correct it there"))
        }
    }
}

/// What serde says, without what it found: that is what somebody asked. What
/// follows the last `, expected ` is always of this library.
fn expected(said: &str) -> String {
    let found = ["unknown field", "unknown variant", "invalid type", "invalid value", "invalid length"];
    let Some(begin) = found.iter().find(|begin| said.starts_with(**begin)) else {
        return said.to_owned();
    };
    match said.rsplit_once(", expected ") {
        Some((_, "u8")) => format!("{begin}, expected a whole number"),
        Some((_, expected)) if expected.starts_with("struct ") => format!("{begin}, expected an object"),
        Some((_, expected)) => format!("{begin}, expected {expected}"),
        None => (*begin).to_owned(),
    }
}
