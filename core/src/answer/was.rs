//! An answer that was a yes until its evidence grew too old.

use serde::Serialize;

use super::Outcome;
use crate::date::Date;
use crate::tool::Route;

/// What the answer to the same question was before what it rests on grew too
/// old: found by asking again for that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Was {
    /// The outcome then: allowed or conditional.
    pub outcome: Outcome,
    /// The route then.
    pub route: Option<Route>,
    /// The last day on which it was so.
    pub on: Date,
    /// The same as a sentence.
    pub text: String,
}
