//! Answers whether an app or online tool may be used at a Dutch school, with
//! which account, under which conditions, and why. Offline, with sources and
//! dates.
//!
//! ```no_run
//! # mod magdit_data { pub static KNOWLEDGE_BASE: &[u8] = b""; }
//! use magdit::{Date, KnowledgeBase, Language, Question, Role};
//!
//! let library = KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE)?;
//! let found = library.search("kahoet", 5)?;
//! let mut question = Question::on(Date::parse("2026-11-21").unwrap());
//! question.role = Some(Role::Teacher);
//! question.age = Some(11);
//! if found.certain() {
//!     let answer = library.check(&found.matches[0].id, &question, Language::Nl)?;
//!     println!("{} {}", answer.headline, answer.route_text);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What holds for every answer
//!
//! - A missing or outdated fact is never a yes; see [`Outcome`].
//! - The most restrictive rule decides, and the order of rules never matters.
//! - A name that is not exact gets suggestions, never an answer:
//!   [`KnowledgeBase::check`] takes the id of a tool.
//! - Same bytes, question and date: same answer. There is no clock, no
//!   network, no file access and no global state in this library.
//! - The school decides. The answer is advice.
//!
//! # What is where
//!
//! [`KnowledgeBase`] opens, searches and answers. [`Question`] is what can be
//! asked, [`Answer`] what comes back; both serialise to the same JSON in every
//! binding. [`Tool`] is a record with its [`Edition`]s and facts ([`Fact`],
//! [`FactKey`]). [`search`] and [`kb`] document the index of names and the
//! file, for those who build one; [`json`] holds the same calls as text. [`KnowledgeBase::with_school`] lays a
//! [`School`]'s own decisions over it.
//!
//! # What it does not do
//!
//! It gives no legal advice, knows no scores, and keeps no record of what was
//! asked. It does not fetch knowledge bases: the application hands over the
//! bytes.
//!
//! # Features
//!
//! `store`: the module `store`, which keeps a downloaded knowledge base in a
//! folder and replaces it without ever leaving the application without one.
//! Applications that only carry the embedded one do without; nothing else in
//! this library touches files.

mod alternatives;
mod answer;
mod catalogue;
mod check;
mod condition;
mod date;
mod error;
mod explain;
mod explained;
mod fact;
mod freshness;
mod history;
mod info;
pub mod json;
pub mod kb;
mod knowledge_base;
mod limits;
pub mod pack;
mod parameter;
mod question;
mod questionnaire;
mod read;
mod rules;
mod school;
pub mod search;
#[cfg(feature = "store")]
pub mod store;
mod strict_json;
mod text;
mod tool;
mod vocabulary;
mod was;
mod would_change;

pub use alternatives::stand_ins;
pub use answer::*;
pub use condition::*;
pub use date::Date;
pub use error::*;
pub use explained::{CaseWording, Explained, SourceUse, Wordings};
pub use fact::*;
pub use freshness::Freshness;
pub use history::{Happening, History, HistoryEdition, HistoryEvent};
pub use info::{Info, SchoolShown};
pub use kb::release::Release;
pub use kb::trust::{Origin, Trust};
pub use knowledge_base::{KnowledgeBase, Many, ToolShown};
pub use limits::{LIMITS, Limit};
pub use parameter::*;
pub use question::*;
pub use questionnaire::{
    AnswerError, Answered, Answers, AskKey, AssessmentRequest, Choice, Given, NextQuestion, Provisional, Step, ToLookUp,
};
pub use rules::{RuleInfo, rules};
pub use school::{Contacts, School, SchoolDecision, SchoolError, SchoolList, SchoolProblem, UndecidedTools};
pub use search::{Confidence, Match, MatchKind, QueryError, QueryKind, SearchResult, Understood};
pub use text::*;
pub use tool::*;
