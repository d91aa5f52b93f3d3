//! The rules asked backwards, for a tool that nobody recorded.

mod answers;
mod choose;
mod record;

#[cfg(test)]
mod tests;

pub use answers::{AnswerError, Answers, AskKey, Given};
