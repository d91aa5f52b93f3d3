//! The rules asked backwards, for a tool that nobody recorded.
//!
//! [`Answers`] hold what somebody answered so far. Out of them the same rules
//! that judge records give the next question whose answer can still change
//! the outcome, or, when there is none, a provisional answer: never a plain
//! yes, good for thirty days, with a request to look at the tool. Nothing is
//! kept between two steps; whoever asks keeps the answers.

mod answers;
mod choose;
mod deciding;
mod key;
mod record;
mod request;
mod step;
mod wording;

#[cfg(test)]
mod tests;

pub use answers::{AnswerError, Answers, Given};
pub(crate) use choose::next;
pub use key::AskKey;
pub(crate) use record::{hold_back, record};
pub use request::{Answered, AssessmentRequest, ToLookUp};
pub use step::{Choice, NextQuestion, Provisional, Step};
pub(crate) use step::{ask, provisional};
pub(crate) use wording::Words;
