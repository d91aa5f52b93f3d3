//! What is wrong with what was read.

use core::fmt;

use serde::de::{self, Expected, Unexpected};

/// Why what was read is not of the type that was asked for. It never holds
/// what was found: that is what somebody wrote or asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShapeError {
    pub(super) what: String,
    /// The place of the field that a struct lacks.
    pub(super) lacks: Option<usize>,
}

impl ShapeError {
    pub(super) const fn of(what: String) -> Self {
        Self { what, lacks: None }
    }
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl core::error::Error for ShapeError {}

impl de::Error for ShapeError {
    fn custom<T: fmt::Display>(detail: T) -> Self {
        Self::of(detail.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        instead_of("invalid type", expected)
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        instead_of("invalid value", expected)
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        Self { lacks: Some(length), ..instead_of("too few items", expected) }
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::of(["unknown word, expected one of ", &expected.join(", ")].concat())
    }
}

/// Bytes that no scan has let pass.
#[cold]
pub(super) fn broken() -> ShapeError {
    ShapeError::of("the bytes were not scanned".to_owned())
}

/// Something other than what was expected, in the words of people who know no
/// Rust.
#[cold]
#[inline(never)]
pub(super) fn instead_of(found: &str, expected: &dyn Expected) -> ShapeError {
    let expected = expected.to_string();
    let expected = match expected.as_str() {
        "u8" | "u16" | "u32" | "u64" => "a whole number",
        "a string" => "a text",
        other => other,
    };
    ShapeError::of([found, ", expected ", expected].concat())
}

#[cold]
#[inline(never)]
pub(super) fn left_over() -> ShapeError {
    ShapeError::of("more items than expected".to_owned())
}

#[cold]
#[inline(never)]
pub(super) fn unknown_field(names: &[&str]) -> ShapeError {
    ShapeError::of(["unknown field, expected one of `", &names.join("`, `"), "`"].concat())
}

#[cold]
#[inline(never)]
pub(super) fn about_field(said: &str, names: &[&str], place: usize) -> ShapeError {
    ShapeError::of([said, " `", names.get(place).copied().unwrap_or_default(), "`"].concat())
}
