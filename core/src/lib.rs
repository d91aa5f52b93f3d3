//! Whether an app or online tool may be used at a Dutch school.

mod answer;
mod catalogue;
mod check;
mod condition;
mod date;
mod error;
mod explain;
mod fact;
mod freshness;
pub mod kb;
mod knowledge_base;
mod parameter;
mod question;
mod rules;
pub mod search;
mod text;
mod tool;
mod vocabulary;

pub use answer::*;
pub use condition::*;
pub use date::Date;
pub use error::*;
pub use fact::*;
pub use freshness::Freshness;
pub use kb::release::Release;
pub use knowledge_base::{KnowledgeBase, ToolShown};
pub use parameter::*;
pub use question::*;
pub use rules::{RuleInfo, rules};
pub use search::{Confidence, Match, MatchKind, QueryError, QueryKind, SearchResult, Understood};
pub use text::*;
pub use tool::*;
