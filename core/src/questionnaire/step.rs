//! The next question as people read it, and the answer at the end.

use serde::Serialize;

use crate::answer::{Answer, Basis, SourceShown};
use crate::date::Date;
use crate::fact::{FactKey, SourceId, Value, ValueKind};
use crate::question::Question;
use crate::tool::{Plan, Route};

use super::answers::{Answers, Given};
use super::choose;
use super::key::AskKey;
use super::record;
use super::request::{self, AssessmentRequest};
use super::wording::Words;

/// What comes next: a question, or the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Ask this next.
    Ask(NextQuestion),
    /// Nothing that can still be asked changes the outcome.
    Done(Box<Provisional>),
}

/// A question to ask about a tool that nobody recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub any_age_up_to: Option<u16>,
    /// The number of this question, from 1.
    pub number: u8,
    /// Most questions that there can be.
    pub at_most: u8,
}

/// One answer that can be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What to give.
    pub value: Given,
    /// As words.
    pub text: String,
}

/// An answer that rests on what somebody answered, not on records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// Kinds of tool that are offered as an answer, in this order. Every other
/// kind is an answer too.
const KINDS: [&str; 21] = [
    "learning_material",
    "practice",
    "quiz",
    "adaptive_learning",
    "assessment",
    "generative_ai",
    "creation",
    "game",
    "video_platform",
    "video_call",
    "messaging",
    "social_medium",
    "parent_communication",
    "pupil_tracking_system",
    "learning_environment",
    "office_suite",
    "add_on",
    "proctoring",
    "emotion_recognition",
    "network_anonymiser",
    "general",
];

/// Ages that are offered as an answer; 0 for no minimum.
const AGES: [u16; 8] = [0, 6, 12, 13, 14, 15, 16, 18];

/// The question about a key.
pub(crate) fn ask(words: &Words<'_>, answers: &Answers, key: AskKey) -> NextQuestion {
    let options = values(key).into_iter().map(|value| Choice { text: option(words, key, &value), value: value.into() });
    let not_known = Choice { value: Given::DoNotKnow, text: words.say("ask-option.do_not_know") };
    let number = u8::try_from(choose::answered(answers)).unwrap_or(u8::MAX).saturating_add(1);
    NextQuestion {
        key,
        text: words.say(&format!("ask.{key}")),
        help: words.say(&format!("ask-help.{key}")),
        options: options.chain([not_known]).collect(),
        several: key == AskKey::Routes,
        any_age_up_to: matches!(key, AskKey::Fact(key) if key.kind() == ValueKind::Age).then_some(18),
        number: number.min(choose::AT_MOST),
        at_most: choose::AT_MOST,
    }
}

/// What can be answered to a question. Where several may be chosen, each
/// value is a list of one.
fn values(key: AskKey) -> Vec<Value> {
    let word = |word: &&str| Value::Word((*word).to_owned());
    match key {
        AskKey::Kind => KINDS.iter().map(word).collect(),
        AskKey::Plan => Plan::WORDS.iter().filter(|&&plan| plan != Plan::NotRecorded.as_str()).map(word).collect(),
        AskKey::Routes => {
            let offered = Route::ALL.iter().filter(|route| route.fact_key().is_some());
            offered.map(|route| Value::Words(vec![route.as_str().to_owned()])).collect()
        }
        AskKey::Fact(key) => match key.kind() {
            ValueKind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
            ValueKind::Age => AGES.map(Value::Number).to_vec(),
            ValueKind::Word => key.words().iter().map(word).collect(),
            ValueKind::Words => key.words().iter().map(|word| Value::Words(vec![(*word).to_owned()])).collect(),
            ValueKind::Months | ValueKind::Country => Vec::new(),
        },
    }
}

/// An answer as words.
pub(super) fn option(words: &Words<'_>, key: AskKey, value: &Value) -> String {
    match value {
        Value::YesNo(true) => words.say("ask-option.yes"),
        Value::YesNo(false) => words.say("ask-option.no"),
        Value::Number(0) if matches!(key, AskKey::Fact(FactKey::MinimumAge)) => words.say("ask-option.no_minimum"),
        Value::Number(number) => words.with_age("ask-option.age", *number),
        Value::Word(word) => words.label(key, word),
        Value::Words(chosen) if chosen.is_empty() => words.say("ask-option.none_of_these"),
        Value::Words(chosen) => chosen.iter().map(|word| words.label(key, word)).collect::<Vec<_>>().join(", "),
    }
}

impl Words<'_> {
    /// A word of a list: as the questionnaire says it, or as records do.
    fn label(&self, key: AskKey, word: &str) -> String {
        let own = self.find(&format!("ask-option.{key}.{word}"));
        own.or_else(|| self.find(&format!("value.{word}"))).unwrap_or_else(|| word.to_owned())
    }
}

/// The end of the dialogue: an answer that says what it rests on, with the
/// request that goes to the school.
pub(crate) fn provisional(words: &Words<'_>, answer: Answer, answers: &Answers, question: &Question) -> Provisional {
    let valid_until = record::valid_until(question.as_of);
    let mut answer = answer;
    answer.basis = Basis::RuleOfThumb;
    tidy(words, &mut answer);
    let own = |source: &Option<SourceId>| source.as_ref().is_some_and(|id| id.as_str() == record::SOURCE);
    if answer.reasons.iter().flat_map(|reason| &reason.facts).any(|fact| own(&fact.source)) {
        answer.sources.push(SourceShown {
            id: SourceId(record::SOURCE.to_owned()),
            publisher: words.say("questionnaire.own_answers"),
            title: answers.name().to_owned(),
            url: String::new(),
            content_date: Some(question.as_of),
            checked_on: question.as_of,
        });
        answer.sources.sort_by(|one, next| one.id.cmp(&next.id));
    }
    let request = request::write(words, answers, question, &answer, valid_until);
    answer.headline = format!("{} {}", words.say("questionnaire.provisional"), answer.headline);
    Provisional {
        answer,
        provisional: true,
        valid_until,
        notice: words.with_date("questionnaire.notice", valid_until),
        request,
    }
}

/// Gives sentences their capital.
fn tidy(words: &Words<'_>, answer: &mut Answer) {
    let reasons = answer.reasons.iter_mut().map(|reason| &mut reason.text);
    let routes = answer.routes.iter_mut().map(|route| &mut route.because);
    let conditions = answer.conditions.iter_mut().flat_map(|shown| [&mut shown.text, &mut shown.because]);
    let own = [&mut answer.why, &mut answer.route_text, &mut answer.consent_text];
    own.into_iter().chain(reasons).chain(routes).chain(conditions).for_each(|text| words.tidy(text));
}

#[cfg(test)]
mod tests;
