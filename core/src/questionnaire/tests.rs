#![expect(clippy::print_stdout, reason = "a test says how many dialogues it went through")]

use super::answers::{Answers, AskKey};
use super::choose::{self, AT_MOST, DECIDING};
use super::record;
use crate::answer::Outcome;
use crate::check::{self, Ground};
use crate::date::Date;
use crate::fact::{FactKey, SourceId, Value, ValueKind};
use crate::parameter::{Parameter, ParameterId, ParameterValue};
use crate::question::{Account, Country, Data, Device, Purpose, Question, Role, Sector};
use crate::tool::{Kind, Plan};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn parameters() -> Vec<Parameter> {
    let parameter = |id, value| Parameter {
        id,
        values: vec![ParameterValue {
            country: None,
            sector: None,
            value,
            valid_from: day("2018-05-25"),
            valid_to: None,
            source: SourceId("law".to_owned()),
            place: "1".to_owned(),
            checked_on: day("2026-11-21"),
            conflict: false,
        }],
    };
    vec![parameter(ParameterId::ConsentAge, 16), parameter(ParameterId::EmotionRecognitionBan, 1)]
}

/// Values of which each leads another way; the rest of a list is alike.
fn values(key: AskKey) -> Vec<Value> {
    let words = |words: &[&str]| words.iter().map(|&word| Value::Word(word.to_owned())).collect();
    match key {
        AskKey::Kind => words(&[
            "general",
            "generative_ai",
            "video_call",
            "social_medium",
            "parent_communication",
            "pupil_tracking_system",
            "network_anonymiser",
            "emotion_recognition",
        ]),
        AskKey::Plan => words(&["consumer", "education", "paid"]),
        AskKey::Fact(FactKey::MinimumAge) => [0, 13, 16, 18].map(Value::Number).to_vec(),
        AskKey::Fact(FactKey::ProcessingAgreement) => words(&["general_model", "none"]),
        AskKey::Fact(FactKey::DataRole) => words(&["both", "controller"]),
        AskKey::Fact(FactKey::TrainsOnInput) => words(&["no", "opt_out"]),
        AskKey::Fact(FactKey::AiKind) => words(&["generative", "emotion_recognition"]),
        AskKey::Fact(key) if key.kind() == ValueKind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        AskKey::Fact(key) => words(key.words()),
    }
}

fn questions() -> Vec<Question> {
    let on = Question::on(day("2026-11-21"));
    let with = |change: &dyn Fn(&mut Question)| {
        let mut question = on.clone();
        change(&mut question);
        question
    };
    vec![
        on.clone(),
        with(&|q| q.age = Some(11)),
        with(&|q| (q.age, q.role) = (Some(14), Some(Role::Teacher))),
        with(&|q| (q.purpose, q.role) = (Some(Purpose::Prepare), Some(Role::Teacher))),
        with(&|q| (q.purpose, q.role, q.age) = (Some(Purpose::Communicate), Some(Role::Parent), Some(8))),
        with(&|q| (q.role, q.purpose) = (Some(Role::Parent), Some(Purpose::Track))),
        with(&|q| (q.account, q.device) = (Some(Account::School), Some(Device::School))),
        with(&|q| (q.account, q.procured) = (Some(Account::Private), Some(true))),
        with(&|q| (q.data, q.sector) = (Some(Data::Ordinary), Some(Sector::Vo))),
        with(&|q| (q.data, q.purpose, q.device) = (Some(Data::Images), Some(Purpose::Practise), Some(Device::School))),
        with(&|q| q.procured = Some(true)),
        with(&|q| q.procured = Some(false)),
        with(&|q| (q.role, q.age, q.device) = (Some(Role::Pupil), Some(15), Some(Device::School))),
    ]
}

#[derive(Default)]
struct Walked { leaves: u64, deepest: usize, truncated: u64, by_depth: [u64; 20], example: Option<Answers> }

fn walk(answers: &Answers, ground: Ground<'_>, walked: &mut Walked) {
    let Some(key) = choose::next(answers, ground) else {
        let depth = answers.iter().count();
        walked.leaves += 1;
        walked.by_depth[depth] += 1;
        if depth > walked.deepest { walked.deepest = depth; walked.example = Some(answers.clone()); }
        return;
    };
    for value in values(key) {
        let mut next = answers.clone();
        next.give(key, value).unwrap();
        walk(&next, ground, walked);
    }
    let mut next = answers.clone();
    next.do_not_know(key);
    walk(&next, ground, walked);
}

#[test]
fn explore() {
    let parameters = parameters();
    for question in questions() {
        let ground = Ground { question: &question, parameters: &parameters, expired: false };
        let mut walked = Walked::default();
        walk(&Answers::about("Rekenraket").unwrap(), ground, &mut walked);
        println!("{} leaves, deepest {} {:?} {}", walked.leaves, walked.deepest, &walked.by_depth[..], serde_json::to_string(&question).unwrap());
        println!("   {}", serde_json::to_string(&walked.example).unwrap());
    }
    let _ = (Outcome::Allowed, record::ID, DECIDING, Kind::General, Plan::Paid, Country::NL, check::brief, AT_MOST);
}
