//! Mirrors of `core/src/questionnaire/step.rs` and what belongs to it.

use magdit::{
    Answer, Answered, Answers, AskKey, AssessmentRequest, Choice, Date, Given, NextQuestion, Outcome, Provisional,
    Question, Step, ToLookUp, Value,
};

/// What comes next: a question, or the answer.
#[uniffi::remote(Enum)]
pub enum Step {
    /// Ask this next.
    Ask(NextQuestion),
    /// Nothing that can still be asked changes the outcome.
    Done(Box<Provisional>),
}

/// A question to ask about a tool that nobody recorded.
#[uniffi::remote(Record)]
pub struct NextQuestion {
    /// Under which key to give the answer.
    pub key: AskKey,
    /// The question.
    pub text: String,
    /// Where to look for the answer.
    pub help: String,
    /// What can be answered, the last one that somebody does not know.
    pub options: Vec<Choice>,
    /// Whether several options may be chosen: the answer is then a sorted
    /// list of their words.
    pub several: bool,
    /// Whether any age in completed years up to this one is an answer too.
    pub any_age_up_to: Option<u16>,
    /// The number of this question, from 1.
    pub number: u8,
    /// Most questions that there can be.
    pub at_most: u8,
}

/// One answer that can be given.
#[uniffi::remote(Record)]
pub struct Choice {
    /// What to give.
    pub value: Given,
    /// As words.
    pub text: String,
}

/// An answer that rests on what somebody answered, not on records.
#[uniffi::remote(Record)]
pub struct Provisional {
    /// The answer; its outcome is never `allowed`.
    pub answer: Answer,
    /// Always true: nobody has looked at this tool.
    pub provisional: bool,
    /// The last day on which it counts.
    pub valid_until: Date,
    /// What that means, as sentences.
    pub notice: String,
    /// What to hand to the school, so that somebody looks at the tool.
    pub request: AssessmentRequest,
}

/// A request to look at a tool that nobody recorded. It names a tool and
/// nobody: not who asks, not for whom.
#[uniffi::remote(Record)]
pub struct AssessmentRequest {
    /// Name of the tool.
    pub tool: String,
    /// Name of its supplier, if it was given.
    pub supplier: Option<String>,
    /// The day of the answers.
    pub date: Date,
    /// The last day on which the provisional answer counts.
    pub valid_until: Date,
    /// What the tool is to be used for, and by whom in general.
    pub question: Question,
    /// The provisional outcome.
    pub outcome: Outcome,
    /// What was answered, as it can be read in again.
    pub answers: Answers,
    /// What was asked and answered, as words.
    pub answered: Vec<Answered>,
    /// What was asked and is not known.
    pub unknown: Vec<ToLookUp>,
    /// What to look at besides: questions of Kennisnet's Appchecker that
    /// cannot change the outcome.
    pub advice: Vec<ToLookUp>,
    /// The whole request as text.
    pub text: String,
}

/// One question with its answer.
#[uniffi::remote(Record)]
pub struct Answered {
    /// The key.
    pub key: AskKey,
    /// The question.
    pub asked: String,
    /// The answer as words.
    pub answer: String,
    /// Why it matters.
    pub why: String,
}

/// One question that somebody still has to answer.
#[uniffi::remote(Record)]
pub struct ToLookUp {
    /// The key; nothing for a question to people instead of documents.
    pub key: Option<AskKey>,
    /// The question.
    pub asked: String,
    /// Where to look.
    pub help: String,
    /// Why it matters.
    pub why: String,
}

/// One answer: a value, or that somebody does not know. In JSON the latter is
/// the word `do_not_know`.
#[uniffi::remote(Enum)]
pub enum Given {
    /// A value.
    Value(Value),
    /// Somebody looked and does not know.
    DoNotKnow,
}
