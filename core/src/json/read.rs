//! Reads strict JSON for a call.

use super::code::ErrorCode;
use super::error::CallError;
use crate::read::Read;
use crate::strict_json::{Json, JsonError};

/// Reads one object; `what` is what it was to be.
pub(super) fn strict<T: for<'de> Read<'de>>(text: &str, what: &'static str) -> Result<T, CallError> {
    Json::of(text).and_then(|json| json.read::<T>()).map_err(|error| refused(error, what))
}

#[cold]
fn refused(error: JsonError, what: &'static str) -> CallError {
    let place = match error.place {
        None => what.to_owned(),
        Some((line, column)) => format!("{what}, line {line}, column {column}"),
    };
    match error.what {
        Some(wrong) => CallError::new(ErrorCode::InvalidRequest, format!("{place}: {wrong}")),
        None => CallError::new(ErrorCode::NotJson, format!("{place}: from here it is no JSON; correct it there")),
    }
}
