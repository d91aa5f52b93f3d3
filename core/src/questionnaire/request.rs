//! The request to look at a tool, for whoever keeps the records of a school
//! or of this library.

use serde::Serialize;

use crate::answer::{Answer, Outcome};
use crate::date::Date;
use crate::question::Question;

use super::answers::{Answers, Given};
use super::choose;
use super::key::AskKey;
use super::step::option;
use super::wording::Words;

/// A request to look at a tool that nobody recorded. It names a tool and
/// nobody: not who asks, not for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AssessmentRequest {
    /// Name of the tool.
    pub tool: String,
    /// Name of its supplier, if it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToLookUp {
    /// The key; nothing for a question to people instead of documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<AskKey>,
    /// The question.
    pub asked: String,
    /// Where to look.
    pub help: String,
    /// Why it matters.
    pub why: String,
}

/// Questions of the Appchecker that colleagues can answer.
const COLLEAGUES: [&str; 2] = ["in_use", "experience"];

/// The request that goes with an answer.
pub(super) fn write(
    words: &Words<'_>,
    answers: &Answers,
    question: &Question,
    answer: &Answer,
    valid_until: Date,
) -> AssessmentRequest {
    let why = |word: &str| words.find(&format!("ask-why.{word}")).unwrap_or_default();
    let look_up = |key: Option<AskKey>, word: &str| ToLookUp {
        key,
        asked: asked(words, word),
        help: words.find(&format!("ask-help.{word}")).unwrap_or_default(),
        why: why(word),
    };
    let answered = answers.iter().filter_map(|(key, given)| {
        let answer = option(words, key, given.value()?);
        Some(Answered { key, asked: asked(words, key.as_str()), answer, why: why(key.as_str()) })
    });
    let not_known = |key: AskKey| answers.get(key) == Some(&Given::DoNotKnow);
    let unknown = answers.iter().map(|(key, _)| key).filter(|&key| not_known(key));
    let colleagues = COLLEAGUES.iter().map(|word| look_up(None, word));
    let decide = choose::questions();
    let advice = AskKey::EVER_ASKED.into_iter().filter(|key| !decide.contains(key) && answers.get(*key).is_none());
    let mut request = AssessmentRequest {
        tool: answers.name().to_owned(),
        supplier: answers.supplier().map(str::to_owned),
        date: question.as_of,
        valid_until,
        question: question.clone(),
        outcome: answer.outcome,
        answers: answers.clone(),
        answered: answered.collect(),
        unknown: unknown.map(|key| look_up(Some(key), key.as_str())).collect(),
        advice: colleagues.chain(advice.map(|key| look_up(Some(key), key.as_str()))).collect(),
        text: String::new(),
    };
    request.text = text(words, &request, answer);
    request
}

/// The question about a key; the name of the fact where it is never asked.
fn asked(words: &Words<'_>, key: &str) -> String {
    words.find(&format!("ask.{key}")).unwrap_or_else(|| words.say(&format!("fact.{key}")))
}

/// The request as text, with a line for everything.
fn text(words: &Words<'_>, request: &AssessmentRequest, answer: &Answer) -> String {
    let mut lines = vec![words.say("questionnaire.request"), words.with_date("questionnaire.date", request.date)];
    if let Some(supplier) = &request.supplier {
        lines.push(format!("{}: {supplier}", words.say("questionnaire.by")));
    }
    lines.push(format!("{}: {}", words.say("questionnaire.use"), context(words, &request.question)));
    lines.push(format!("{}: {}", words.say("questionnaire.outcome"), answer.headline));
    lines.push(format!("{}: {}", words.say("questionnaire.reason"), answer.why));
    lines.push(words.with_date("questionnaire.notice", request.valid_until));
    let answered = request.answered.iter().map(|answered| format!("- {} {}", answered.asked, answered.answer));
    section(words, &mut lines, "questionnaire.answered", answered);
    let to_look_up = |open: &ToLookUp| format!("- {} {} {}", open.asked, open.why, open.help).trim_end().to_owned();
    section(words, &mut lines, "questionnaire.unknown", request.unknown.iter().map(to_look_up));
    section(words, &mut lines, "questionnaire.advice", request.advice.iter().map(to_look_up));
    lines.push(String::new());
    lines.push(answer.standing.clone());
    lines.join("\n") + "\n"
}

fn section(words: &Words<'_>, lines: &mut Vec<String>, key: &str, body: impl Iterator<Item = String>) {
    let mut body = body.peekable();
    if body.peek().is_some() {
        lines.extend([String::new(), words.say(key)]);
        lines.extend(body);
    }
}

/// What the question says of the use, as words.
fn context(words: &Words<'_>, question: &Question) -> String {
    let yes_no = |yes: bool| if yes { "yes" } else { "no" };
    let keys = [
        question.role.map(|role| format!("role.{role}")),
        question.sector.map(|sector| format!("sector.{sector}")),
        question.purpose.map(|purpose| format!("purpose.{purpose}")),
        question.account.map(|account| format!("account.{account}")),
        question.data.map(|data| format!("data.{data}")),
        question.device.map(|device| format!("device.{device}")),
        question.procured.map(|procured| format!("procured.{}", yes_no(procured))),
        question.compulsory.map(|compulsory| format!("compulsory.{}", yes_no(compulsory))),
    ];
    let mut parts: Vec<String> = keys.into_iter().flatten().map(|key| words.say(&key)).collect();
    parts.extend(question.age.map(|age| words.with_age("questionnaire.age", u16::from(age))));
    if parts.is_empty() { words.say("questionnaire.any_use") } else { parts.join(", ") }
}
