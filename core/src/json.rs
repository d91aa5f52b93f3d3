//! The calls as text: JSON in, JSON out. Every binding that speaks JSON, and
//! the command's `--json`, give the bytes that are made here.
//!
//! ```no_run
//! use magdit::json;
//!
//! # static EMBEDDED: &[u8] = b"";
//! let library = json::open_embedded(EMBEDDED)?;
//! let question = r#"{"role": "teacher", "age": 11, "as_of": "2026-11-21"}"#;
//! let answer = json::check(&library, "kahoot", question, "nl")?;
//! assert!(answer.starts_with(r#"{"tool":"kahoot""#));
//!
//! let error = json::check(&library, "kahoot", "{}", "nl").unwrap_err();
//! assert_eq!(error.code, json::ErrorCode::InvalidRequest);
//! assert!(error.to_json().starts_with(r#"{"code":"invalid_request""#));
//! # Ok::<(), json::CallError>(())
//! ```
//!
//! Input is strict: a field that is not known, a field that stands twice or a
//! word that is not in its list is refused. Output is one line without
//! superfluous blanks; new fields may be added to it. An error has a
//! [code](ErrorCode) that stays and a text that may be worded anew. The text
//! never repeats what was asked.

mod code;
mod error;
mod read;

use std::borrow::Cow;

use serde::{Serialize, Serializer};

pub use code::ErrorCode;
pub use error::CallError;

use crate::date::Date;
use crate::kb::key_file;
use crate::kb::trust::Trust;
use crate::knowledge_base::KnowledgeBase;
use crate::question::Question;
use crate::questionnaire::Answers;
use crate::strict_json;
use crate::text::{Language, Register};

/// Most bytes of a question.
pub const MAX_QUESTION_BYTES: usize = 4096;

/// Most bytes of the answers that a questionnaire has so far.
pub const MAX_ANSWERS_BYTES: usize = 16 * 1024;

/// Most bytes of a text to search for: as many characters as search accepts,
/// of four bytes each.
pub const MAX_TEXT_BYTES: usize = crate::search::MAX_TEXT_CHARS.saturating_mul(4);

/// Most bytes of an id, a language or a day.
pub const MAX_WORD_BYTES: usize = 128;

/// [`KnowledgeBase::open`], for what is part of the program.
///
/// # Errors
///
/// One of the codes `not_a_knowledge_base`, `knowledge_base_damaged` and
/// `knowledge_base_version`.
pub fn open_embedded(embedded: &'static [u8]) -> Result<KnowledgeBase, CallError> {
    Ok(KnowledgeBase::open(embedded)?)
}

/// [`KnowledgeBase::open_file`], for what comes from outside.
///
/// # Errors
///
/// As [`open_embedded`], and `knowledge_base_not_trusted`.
pub fn open(bytes: impl Into<Cow<'static, [u8]>>, trust: &Trust) -> Result<KnowledgeBase, CallError> {
    Ok(KnowledgeBase::open_file(bytes, trust)?)
}

/// [`open`] with [`Trust::Release`], where the keys are the text of a key file
/// as its publisher made it: what a host in another language carries. Keys of
/// developers are refused.
///
/// # Errors
///
/// As [`open`]; `too_large` and `invalid_request` if the keys are no key file.
pub fn open_signed(bytes: impl Into<Cow<'static, [u8]>>, keys: &str) -> Result<KnowledgeBase, CallError> {
    let keys = key_file::read(at_most(keys, "the key file", key_file::MAX_KEY_FILE_BYTES)?)?;
    open(bytes, &Trust::Release(keys.keys().clone()))
}

/// [`KnowledgeBase::with_school`].
///
/// # Errors
///
/// `school_file`.
pub fn with_school(library: &KnowledgeBase, file: &[u8]) -> Result<KnowledgeBase, CallError> {
    Ok(library.with_school(file)?)
}

/// [`KnowledgeBase::info`]: an [`Info`](crate::Info). `today` is a day such
/// as `2026-11-21`; left out, it is not said how old the knowledge base is.
///
/// # Errors
///
/// `invalid_date`.
pub fn info(library: &KnowledgeBase, today: Option<&str>) -> Result<String, CallError> {
    let today = today.map(|day| Date::parse(day).ok_or_else(CallError::date)).transpose()?;
    write(&library.info(today))
}

/// [`KnowledgeBase::search`]: a [`SearchResult`](crate::SearchResult).
///
/// # Errors
///
/// `too_large`, `query_too_long`, `query_characters`.
pub fn search(library: &KnowledgeBase, text: &str, limit: usize) -> Result<String, CallError> {
    write(&library.search(at_most(text, "the text", MAX_TEXT_BYTES)?, limit)?)
}

/// [`KnowledgeBase::tool_shown`]: a [`ToolShown`](crate::ToolShown).
///
/// # Errors
///
/// `too_large`, `unknown_tool`, `record_unreadable`.
pub fn tool(library: &KnowledgeBase, id: &str) -> Result<String, CallError> {
    write(&library.tool_shown(at_most(id, "the id", MAX_WORD_BYTES)?)?)
}

/// [`KnowledgeBase::check`]: an [`Answer`](crate::Answer). `question` is a
/// [`Question`], `language` is `nl` or `en`.
///
/// # Errors
///
/// `too_large`, `not_json`, `invalid_request`, `unknown_language`,
/// `unknown_tool`, `unknown_edition`, `invalid_age`, `record_unreadable`.
pub fn check(library: &KnowledgeBase, id: &str, question: &str, language: &str) -> Result<String, CallError> {
    let id = at_most(id, "the id", MAX_WORD_BYTES)?;
    let question = read_question(question)?;
    write(&library.check(id, &question, read_language(language)?)?)
}

/// [`KnowledgeBase::questionnaire`]: a [`Step`](crate::Step). `answers` are
/// [`Answers`], such as `{"name": "Rekenraket"}` before the first question.
///
/// # Errors
///
/// As [`check`], without the tool and the edition.
pub fn questionnaire(
    library: &KnowledgeBase,
    answers: &str,
    question: &str,
    language: &str,
) -> Result<String, CallError> {
    let answers = read_answers(answers)?;
    let question = read_question(question)?;
    write(&library.questionnaire(&answers, &question, read_language(language)?)?)
}

/// [`KnowledgeBase::texts`]: an object with the sentences of one section of
/// the texts, by key. `register` is `teacher` or `parent`. A section that is
/// none has no sentences.
///
/// # Errors
///
/// `too_large`, `unknown_language`, `invalid_request` for a register that is
/// none.
pub fn texts(library: &KnowledgeBase, section: &str, language: &str, register: &str) -> Result<String, CallError> {
    let section = at_most(section, "the section", MAX_WORD_BYTES)?;
    let register = Register::from_word(register).ok_or_else(CallError::register)?;
    let texts = library.texts(read_language(language)?, section, register);
    write(&Texts(texts.collect()))
}

/// Texts by key, in order of their keys.
struct Texts<'a>(Vec<(&'a str, &'a str)>);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// A question from JSON.
///
/// # Errors
///
/// `too_large`, `not_json`, `invalid_request`.
pub fn read_question(text: &str) -> Result<Question, CallError> {
    read::strict(at_most(text, "the question", MAX_QUESTION_BYTES)?, "the question")
}

/// Answers of a questionnaire from JSON.
///
/// # Errors
///
/// `too_large`, `not_json`, `invalid_request`.
pub fn read_answers(text: &str) -> Result<Answers, CallError> {
    read::strict(at_most(text, "the answers", MAX_ANSWERS_BYTES)?, "the answers")
}

fn read_language(word: &str) -> Result<Language, CallError> {
    Language::from_word(word).ok_or_else(CallError::language)
}

fn at_most<'t>(text: &'t str, what: &'static str, limit: usize) -> Result<&'t str, CallError> {
    if text.len() > limit { Err(CallError::too_large(what, limit)) } else { Ok(text) }
}

/// A value of this library as JSON: the same bytes for the same value.
///
/// # Errors
///
/// `internal`, for a value that has no JSON; none of this library's has.
pub fn write(value: &impl Serialize) -> Result<String, CallError> {
    strict_json::write(value).map_err(|_| CallError::internal())
}

#[cfg(test)]
mod tests;
