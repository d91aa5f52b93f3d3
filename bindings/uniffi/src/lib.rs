//! magdit for Kotlin, Swift and Python.
//!
//! The types of the core, one object and one error, as uniffi sees them; the
//! generator of `bindings/uniffi-bindgen` writes the other languages from
//! that. No logic: what is here translates.

mod custom;
mod error;
mod knowledge_base;
mod mirror;

pub use custom::{GivenAnswer, GivenAnswers};
pub use error::MagditError;
pub use knowledge_base::KnowledgeBase;
use magdit::json::ErrorCode;

uniffi::setup_scaffolding!();

/// The version of the library.
#[uniffi::export]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The word of a code, as it stands in JSON: `unknown_tool`.
#[uniffi::export]
#[must_use]
pub fn error_word(code: ErrorCode) -> String {
    code.as_str().to_owned()
}

/// The number of a code, as C has it. Numbers are append-only.
#[uniffi::export]
#[must_use]
pub fn error_number(code: ErrorCode) -> u8 {
    code.number()
}

/// Panics. It shows that a panic becomes an error.
#[cfg(feature = "test-panic")]
#[uniffi::export]
pub fn test_panic() {
    panic!("a deliberate panic");
}
