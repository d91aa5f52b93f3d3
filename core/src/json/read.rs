//! Reads strict JSON, and says what is wrong with it without repeating it.

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::code::ErrorCode;
use super::error::CallError;

/// Reads one value; `what` is what it was to be.
pub(super) fn strict<T: DeserializeOwned>(text: &str, what: &'static str) -> Result<T, CallError> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let said = error.to_string();
        let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
        match error.classify() {
            Category::Data => CallError::new(
                ErrorCode::InvalidRequest,
                format!("{what} is not right at line {line}, column {column}: {}", expected(said)),
            ),
            Category::Io | Category::Syntax | Category::Eof => CallError::new(
                ErrorCode::NotJson,
                format!("{what} is no JSON from line {line}, column {column}; correct it there"),
            ),
        }
    })
}

/// What serde says, without what it found: that is what somebody asked. What
/// follows the last `, expected ` is always of this library.
fn expected(said: &str) -> String {
    let found = ["unknown field", "unknown variant", "invalid type", "invalid value", "invalid length"];
    match found.iter().find(|begin| said.starts_with(**begin)) {
        Some(begin) => match said.rsplit_once(", expected ") {
            Some((_, expected)) => format!("{begin}, expected {expected}"),
            None => (*begin).to_owned(),
        },
        None => said.to_owned(),
    }
}
