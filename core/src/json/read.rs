//! Reads strict JSON, and says what is wrong with it without repeating it.

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::code::ErrorCode;
use super::error::CallError;
use crate::complaint::complaint;

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
    match error.classify() {
        Category::Data => CallError::new(ErrorCode::InvalidRequest, format!("{place}: {}", complaint(error))),
        Category::Io | Category::Syntax | Category::Eof => {
            CallError::new(ErrorCode::NotJson, format!("{place}: from here it is no JSON; correct it there"))
        }
    }
}
