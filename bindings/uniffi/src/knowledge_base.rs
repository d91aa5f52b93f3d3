//! The one object.

use std::sync::Arc;
#[cfg(feature = "embedded")]
use std::sync::OnceLock;

#[cfg(not(feature = "embedded"))]
use magdit::json::ErrorCode;
use magdit::json::{self, CallError};
use magdit::{Answers, Date, Info, Language, Question, SearchResult, Step, ToolShown, Trust};

use crate::error::MagditError;

/// A knowledge base that was verified: whether an app or online tool may be
/// used at a Dutch school, with which account, under which conditions, why.
///
/// It never changes, so any number of threads may ask it at once. It touches
/// no network, no files and no clock: the day of a question is part of the
/// question.
#[derive(Debug, uniffi::Object)]
pub struct KnowledgeBase {
    inner: Arc<magdit::KnowledgeBase>,
}

impl KnowledgeBase {
    fn of(inner: magdit::KnowledgeBase) -> Arc<Self> {
        Arc::new(Self { inner: Arc::new(inner) })
    }
}

#[cfg(feature = "embedded")]
fn embedded() -> Result<Arc<magdit::KnowledgeBase>, CallError> {
    static EMBEDDED: OnceLock<Result<Arc<magdit::KnowledgeBase>, CallError>> = OnceLock::new();
    EMBEDDED.get_or_init(|| json::open_embedded(magdit_data::KNOWLEDGE_BASE).map(Arc::new)).clone()
}

#[cfg(not(feature = "embedded"))]
fn embedded() -> Result<Arc<magdit::KnowledgeBase>, CallError> {
    Err(CallError::new(ErrorCode::NotEmbedded, "this build carries no knowledge base; open the bytes of magdit.kb"))
}

#[uniffi::export]
impl KnowledgeBase {
    /// Opens the bytes of a file `magdit.kb`, at most 32 MiB, that holders of
    /// these keys signed. `keys` is the text of the publisher's key file, at
    /// most 16 KiB: carry it in your app, and never take it from where the
    /// file comes from. Keys of developers are refused.
    #[uniffi::constructor]
    pub fn open(bytes: Vec<u8>, keys: String) -> Result<Arc<Self>, MagditError> {
        Ok(Self::of(json::open_signed(bytes, &keys)?))
    }

    /// Opens the bytes of a file `magdit.kb` that anybody may have made. Its
    /// checksums say that it arrived whole, and nothing about who sent it:
    /// for files that your app brought along, and for tests.
    #[uniffi::constructor]
    pub fn open_unsigned(bytes: Vec<u8>) -> Result<Arc<Self>, MagditError> {
        Ok(Self::of(json::open(bytes, &Trust::AllowUnsigned)?))
    }

    /// Opens the knowledge base of this release, which the library carries.
    /// It is verified once per process.
    #[uniffi::constructor]
    pub fn open_embedded() -> Result<Arc<Self>, MagditError> {
        Ok(Arc::new(Self { inner: embedded()? }))
    }

    /// The same knowledge base with a school's own file over it: JSON, at
    /// most 1 MiB. This one stays as it is.
    ///
    /// An entry that is not right is left out and stands in `info().school`
    /// under `problems`. Show these: a refusal that was left out may read as
    /// a yes.
    pub fn with_school(&self, file: Vec<u8>) -> Result<Arc<Self>, MagditError> {
        Ok(Self::of(self.inner.with_school(&file)?))
    }

    /// Which knowledge base this is. `today` is the day it is; without it,
    /// `freshness` is left out.
    #[uniffi::method(default(today))]
    pub fn info(&self, today: Option<Date>) -> Result<Info, MagditError> {
        Ok(self.inner.info(today))
    }

    /// Finds tools by name, with typing errors, by the beginning of a name,
    /// by a link or by a sentence; at most `limit` of them, never more than
    /// 50. Answer only for a match that somebody chose, or when `confidence`
    /// is `exact`.
    #[uniffi::method(default(limit = 10))]
    pub fn search(&self, text: String, limit: u32) -> Result<SearchResult, MagditError> {
        Ok(self.inner.search(&text, usize::try_from(limit).unwrap_or(usize::MAX))?)
    }

    /// The record of a tool, with its supplier and sources.
    pub fn tool(&self, id: String) -> Result<ToolShown, MagditError> {
        Ok(self.inner.tool_shown(&id)?)
    }

    /// Whether a tool may be used.
    pub fn check(&self, id: String, question: Question, language: Language) -> Result<magdit::Answer, MagditError> {
        Ok(self.inner.check(&id, &question, language)?)
    }

    /// What to ask next about a tool that nobody recorded, or, when no answer
    /// can change the outcome any more, the provisional answer.
    pub fn questionnaire(&self, answers: Answers, question: Question, language: Language) -> Result<Step, MagditError> {
        Ok(self.inner.questionnaire(&answers, &question, language)?)
    }

    /// `info` as JSON, the same bytes as every binding gives.
    #[uniffi::method(default(today))]
    pub fn info_json(&self, today: Option<String>) -> Result<String, MagditError> {
        Ok(json::info(&self.inner, today.as_deref())?)
    }

    /// `search` as JSON, the same bytes as every binding gives.
    #[uniffi::method(default(limit = 10))]
    pub fn search_json(&self, text: String, limit: u32) -> Result<String, MagditError> {
        Ok(json::search(&self.inner, &text, usize::try_from(limit).unwrap_or(usize::MAX))?)
    }

    /// `tool` as JSON, the same bytes as every binding gives.
    pub fn tool_json(&self, id: String) -> Result<String, MagditError> {
        Ok(json::tool(&self.inner, &id)?)
    }

    /// `check` as JSON, the same bytes as every binding gives. `question` is
    /// JSON too, such as `{"role":"teacher","age":11,"as_of":"2026-11-21"}`;
    /// `language` is `nl` or `en`.
    pub fn check_json(&self, id: String, question: String, language: String) -> Result<String, MagditError> {
        Ok(json::check(&self.inner, &id, &question, &language)?)
    }

    /// `questionnaire` as JSON, the same bytes as every binding gives.
    /// `answers` is JSON too: `{"name":"Rekenraket"}` before the first
    /// question.
    pub fn questionnaire_json(
        &self,
        answers: String,
        question: String,
        language: String,
    ) -> Result<String, MagditError> {
        Ok(json::questionnaire(&self.inner, &answers, &question, &language)?)
    }
}
