//! magdit for browsers and Node: the calls of [`magdit::json`] as a
//! WebAssembly module.
//!
//! This crate translates and decides nothing. Text goes in and JSON comes
//! out; the JavaScript beside it (`bindings/web/js/api.js`) turns that into
//! objects. An error is thrown as its JSON: `{"code":"unknown_tool","error":"…"}`.
//!
//! It is built twice. Without the feature `whole` it has what nearly every
//! page asks; a sixth of the download is in the calls of `whole`, and
//! JavaScript loads that module when one of them is made.

use magdit::Trust;
use magdit::json::{self, CallError};
use magdit::kb::release::Version;
use wasm_bindgen::prelude::*;

/// A verified knowledge base; [`magdit::KnowledgeBase`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct KnowledgeBase(magdit::KnowledgeBase);

#[expect(clippy::needless_pass_by_value, reason = "the form that map_err takes")]
fn thrown(error: CallError) -> JsValue {
    JsValue::from_str(&error.to_json())
}

#[wasm_bindgen]
impl KnowledgeBase {
    /// [`json::open_signed`].
    ///
    /// # Errors
    ///
    /// The error as JSON, as for every call.
    pub fn open(bytes: Vec<u8>, keys: &str) -> Result<Self, JsValue> {
        json::open_signed(bytes, keys).map(Self).map_err(thrown)
    }

    /// [`json::open`], whoever made the file: for the one of the package,
    /// which comes from where the scripts of the page come from.
    ///
    /// # Errors
    ///
    /// The error as JSON.
    #[wasm_bindgen(js_name = openUnsigned)]
    pub fn open_unsigned(bytes: Vec<u8>) -> Result<Self, JsValue> {
        json::open(bytes, &Trust::AllowUnsigned).map(Self).map_err(thrown)
    }

    /// [`json::search`].
    ///
    /// # Errors
    ///
    /// The error as JSON.
    pub fn search(&self, text: &str, limit: usize) -> Result<String, JsValue> {
        json::search(&self.0, text, limit).map_err(thrown)
    }

    /// [`json::tool`].
    ///
    /// # Errors
    ///
    /// The error as JSON.
    pub fn tool(&self, id: &str) -> Result<String, JsValue> {
        json::tool(&self.0, id).map_err(thrown)
    }

    /// [`json::check`].
    ///
    /// # Errors
    ///
    /// The error as JSON.
    pub fn check(&self, id: &str, question: &str, language: &str) -> Result<String, JsValue> {
        json::check(&self.0, id, question, language).map_err(thrown)
    }

    /// [`json::questionnaire`].
    ///
    /// # Errors
    ///
    /// The error as JSON.
    #[cfg(feature = "whole")]
    pub fn questionnaire(&self, answers: &str, question: &str, language: &str) -> Result<String, JsValue> {
        json::questionnaire(&self.0, answers, question, language).map_err(thrown)
    }

    /// [`json::with_school`].
    ///
    /// # Errors
    ///
    /// The error as JSON.
    #[cfg(feature = "whole")]
    #[wasm_bindgen(js_name = withSchool)]
    pub fn with_school(&self, file: &[u8]) -> Result<Self, JsValue> {
        json::with_school(&self.0, file).map(Self).map_err(thrown)
    }

    /// [`Version::key_epoch`].
    #[must_use]
    #[wasm_bindgen(getter, js_name = keyEpoch)]
    pub fn key_epoch(&self) -> u32 {
        self.0.version().key_epoch
    }

    /// [`Version::number`].
    #[must_use]
    #[wasm_bindgen(getter)]
    pub fn number(&self) -> u64 {
        self.0.version().number
    }

    /// Whether this is a later [`Version`] than another, which the other
    /// module may hold.
    #[must_use]
    pub fn supersedes(&self, key_epoch: u32, number: u64) -> bool {
        self.0.version() > Version { key_epoch, number }
    }

    /// [`json::info`].
    ///
    /// # Errors
    ///
    /// The error as JSON.
    #[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over strings of JavaScript as owned")]
    pub fn info(&self, today: Option<String>) -> Result<String, JsValue> {
        json::info(&self.0, today.as_deref()).map_err(thrown)
    }

    /// [`json::texts`].
    ///
    /// # Errors
    ///
    /// The error as JSON.
    pub fn texts(&self, section: &str, language: &str, register: &str) -> Result<String, JsValue> {
        json::texts(&self.0, section, language, register).map_err(thrown)
    }
}

/// Panics. It shows that a panic becomes an error.
#[cfg(feature = "test-panic")]
#[wasm_bindgen(js_name = testPanic)]
pub fn test_panic() {
    panic!("a deliberate panic");
}
