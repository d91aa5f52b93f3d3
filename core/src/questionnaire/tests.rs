//! What a dialogue leads to, over every way in which it can be answered.

#![expect(clippy::arithmetic_side_effects, reason = "the numbers of a test are small")]
#![expect(clippy::print_stdout, reason = "a test says how many dialogues it went through")]

use super::answers::{Answers, Given};
use super::choose::{AT_MOST, Verdict};
use super::key::AskKey;
use super::record::valid_until;
use super::{hold_back, next, record};
use crate::answer::Outcome;
use crate::check::{self, Ground};
use crate::date::Date;
use crate::fact::{FactKey, SourceId, Value, ValueKind};
use crate::parameter::{Parameter, ParameterId, ParameterValue};
use crate::question::{Account, Data, Device, Purpose, Question, Role, Sector};
use crate::tool::Kind;

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
        AskKey::Routes => [
            &[][..],
            &["no_account"],
            &["parent_account"],
            &["private_account"],
            &["school_managed"],
            &["school_sso"],
            &["no_account", "school_managed"],
            &["no_account", "parent_account", "private_account", "school_managed", "school_sso"],
        ]
        .map(|ways| Value::Words(ways.iter().map(|&way| way.to_owned()).collect()))
        .to_vec(),
        AskKey::Fact(FactKey::MinimumAge) => [0, 13, 16, 18].map(Value::Number).to_vec(),
        AskKey::Fact(FactKey::ProcessingAgreement) => words(&["general_model", "none"]),
        AskKey::Fact(FactKey::DataRole) => words(&["both", "controller"]),
        AskKey::Fact(FactKey::TrainsOnInput) => words(&["no", "opt_out"]),
        AskKey::Fact(FactKey::AiKind) => words(&["generative", "emotion_recognition"]),
        AskKey::Fact(key) if key.kind() == ValueKind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        AskKey::Fact(key) if key.kind() == ValueKind::Words => vec![Value::Words(vec![key.words()[0].to_owned()])],
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
        with(&|q| (q.purpose, q.role) = (Some(Purpose::Prepare), Some(Role::Teacher))),
        with(&|q| (q.purpose, q.role, q.age) = (Some(Purpose::Communicate), Some(Role::Parent), Some(8))),
        with(&|q| (q.account, q.device) = (Some(Account::School), Some(Device::School))),
        with(&|q| (q.account, q.procured) = (Some(Account::Private), Some(true))),
        with(&|q| (q.data, q.sector) = (Some(Data::Ordinary), Some(Sector::Vo))),
        with(&|q| (q.data, q.purpose, q.device) = (Some(Data::Images), Some(Purpose::Practise), Some(Device::School))),
        with(&|q| q.procured = Some(true)),
    ]
}

/// The verdict in each case on the record that the answers describe.
fn verdicts(answers: &Answers, ground: Ground<'_>) -> Vec<Verdict> {
    let tool = record(answers, ground.question.as_of, "");
    let mut checks = vec![check::check_edition(&tool, &tool.editions[0], ground)];
    hold_back(&mut checks, answers);
    let outcomes = checks[0].cases.iter().map(|case| case.outcome());
    assert!(outcomes.into_iter().all(|outcome| outcome > Outcome::Allowed), "{answers:?}");
    checks[0].cases.iter().map(Verdict::of).collect()
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn one_of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }

    fn maybe<T: Clone>(&mut self, list: &[T]) -> Option<T> {
        (self.below(2) == 0).then(|| self.one_of(list))
    }

    /// Any answer, also none; the kind of a tool is always known.
    fn answer(&mut self, answers: &mut Answers, key: AskKey) {
        let mut choices = match key {
            AskKey::Kind => Kind::WORDS.iter().map(|&word| Value::Word(word.to_owned())).collect(),
            AskKey::Fact(FactKey::MinimumAge) => (0..=18).map(Value::Number).collect(),
            AskKey::Fact(key) if key.kind() == ValueKind::Word => {
                key.words().iter().map(|&word| Value::Word(word.to_owned())).collect()
            }
            _ => values(key),
        };
        if key != AskKey::Kind {
            choices.push(Value::Word("do_not_know".to_owned()));
        }
        answers.give(key, self.one_of(&choices)).unwrap();
    }

    fn question(&mut self) -> Question {
        Question {
            role: self.maybe(Role::ALL),
            age: self.maybe(&[4, 8, 12, 13, 15, 16, 17, 18, 40]),
            sector: self.maybe(Sector::ALL),
            purpose: self.maybe(Purpose::ALL),
            account: self.maybe(Account::ALL),
            data: self.maybe(Data::ALL),
            device: self.maybe(Device::ALL),
            procured: self.maybe(&[true, false]),
            compulsory: self.maybe(&[true, false]),
            ..Question::on(day("2026-11-21"))
        }
    }
}

#[derive(Default)]
struct Walked {
    dialogues: u64,
    deepest: usize,
    completed: u64,
}

/// Goes through every dialogue from here on. At the end of each, whatever the
/// open answers turn out to be, the verdict stays.
fn walk(answers: &Answers, ground: Ground<'_>, dice: &mut Dice, walked: &mut Walked) {
    let Some(key) = next(answers, ground) else {
        walked.dialogues += 1;
        walked.deepest = walked.deepest.max(answers.iter().count());
        let end = verdicts(answers, ground);
        for _ in 0..2 {
            let mut complete = answers.clone();
            for &key in &AskKey::EVER_ASKED {
                if answers.get(key).is_none() {
                    dice.answer(&mut complete, key);
                }
            }
            walked.completed += 1;
            assert_eq!(verdicts(&complete, ground), end, "{answers:?} {complete:?}");
        }
        return;
    };
    assert!(answers.get(key).is_none(), "{key} is asked twice");
    let choices = values(key).into_iter().map(Given::from).chain([Given::DoNotKnow]);
    for given in choices {
        let mut further = answers.clone();
        match given {
            Given::Value(value) => further.give(key, value).unwrap(),
            Given::DoNotKnow => further.do_not_know(key),
        }
        walk(&further, ground, dice, walked);
    }
}

#[test]
#[cfg_attr(miri, ignore = "twenty thousand dialogues")]
fn every_dialogue_ends_in_ten_questions_and_nothing_left_open_can_change_it() {
    let parameters = parameters();
    let mut dice = Dice(1);
    let (mut dialogues, mut completed, mut deepest) = (0, 0, 0);
    for question in questions() {
        let ground = Ground { parameters: &parameters, ..Ground::of(&question) };
        let mut walked = Walked::default();
        walk(&Answers::about("Rekenraket").unwrap(), ground, &mut dice, &mut walked);
        assert!(walked.deepest <= usize::from(AT_MOST), "{question:?}: {} questions", walked.deepest);
        dialogues += walked.dialogues;
        completed += walked.completed;
        deepest = deepest.max(walked.deepest);
    }
    println!(
        "{dialogues} dialogues of at most {deepest} questions, {completed} complete records with the same outcome"
    );
    assert!(dialogues > 20_000);
}

#[test]
fn a_dialogue_reaches_the_outcome_of_a_record_with_the_same_facts() {
    const RECORDS: u32 = if cfg!(miri) { 1 } else { 3_000 };
    let parameters = parameters();
    let (mut dice, mut asked, mut most) = (Dice(2), 0, 0);
    for _ in 0..RECORDS {
        let question = dice.question();
        let ground = Ground { parameters: &parameters, ..Ground::of(&question) };
        let mut truth = Answers::about("Rekenraket").unwrap();
        AskKey::EVER_ASKED.iter().for_each(|&key| dice.answer(&mut truth, key));
        let mut answers = Answers::about("Rekenraket").unwrap();
        while let Some(key) = next(&answers, ground) {
            match truth.get(key).unwrap() {
                Given::Value(value) => answers.give(key, value.clone()).unwrap(),
                Given::DoNotKnow => answers.do_not_know(key),
            }
        }
        let count = answers.iter().count();
        assert!(count <= usize::from(AT_MOST), "{question:?} {answers:?}");
        let tool = record(&truth, question.as_of, "");
        let plain = check::check_edition(&tool, &tool.editions[0], ground);
        let mut checks = vec![check::check_edition(&tool, &tool.editions[0], ground)];
        hold_back(&mut checks, &truth);
        let outcomes = |check: &check::EditionCheck<'_>| {
            check.cases.iter().map(|case| case.outcome().max(Outcome::Conditional)).collect::<Vec<_>>()
        };
        assert_eq!(outcomes(&plain), outcomes(&checks[0]));
        assert_eq!(verdicts(&answers, ground), verdicts(&truth, ground), "{question:?} {answers:?} {truth:?}");
        asked += count;
        most = most.max(count);
    }
    println!("{RECORDS} records, {asked} questions, at most {most} for one");
}

#[test]
fn no_kind_means_no_yes_and_an_outdated_knowledge_base_means_none_either() {
    let parameters = parameters();
    let mut question = Question::on(day("2026-11-21"));
    question.age = Some(11);
    let mut answers = Answers::about("Rekenraket").unwrap();
    for &key in &AskKey::EVER_ASKED {
        let best = values(key).swap_remove(if key == AskKey::Routes { 7 } else { 0 });
        answers.give(key, best).unwrap();
    }
    let ground = Ground { parameters: &parameters, ..Ground::of(&question) };
    assert_eq!(verdicts(&answers, ground), [Verdict::Yes]);
    assert_eq!(verdicts(&answers, Ground { expired: true, ..ground }), [Verdict::Ask]);
    answers.do_not_know(AskKey::Kind);
    assert_eq!(verdicts(&answers, ground), [Verdict::Ask]);
    assert_eq!(next(&answers, ground), None);
}

#[test]
fn a_key_is_spelt_as_it_is_read_and_a_list_of_ways_names_each_once() {
    for key in AskKey::EVER_ASKED {
        assert_eq!((AskKey::from_word(key.as_str()), key.to_string()), (Some(key), key.as_str().to_owned()));
    }
    let ways = |ways: &[&str]| AskKey::Routes.takes(&Value::Words(ways.iter().map(|&way| way.to_owned()).collect()));
    assert!(ways(&[]) && ways(&["no_account", "school_sso"]));
    assert!(!ways(&["no_account", "no_account"]) && !ways(&["school_sso", "no_account"]) && !ways(&["teacher_only"]));
}

#[test]
fn answers_count_for_thirty_days() {
    for (from, until) in [("2026-11-21", "2026-12-21"), ("2027-01-30", "2027-03-01"), ("2028-01-30", "2028-02-29")] {
        assert_eq!(valid_until(day(from)), day(until));
    }
}

#[test]
fn answers_are_read_strictly() {
    let read = |text: &str| serde_json::from_str::<Answers>(text).map_err(|error| error.to_string());
    let text = r#"{"name":"Rekenraket","answers":{"kind":"quiz","routes":["no_account"],"minimum_age":"do_not_know"}}"#;
    let answers = read(text).unwrap();
    assert_eq!(answers.get(AskKey::Fact(FactKey::MinimumAge)), Some(&Given::DoNotKnow));
    assert_eq!(answers.fact(FactKey::SchoolSso), Some(Given::Value(Value::YesNo(false))));
    let written = serde_json::to_string(&answers).unwrap();
    assert_eq!(read(&written).unwrap(), answers);
    let refused = [
        r"{}",
        r#"{"name":""}"#,
        r#"{"name":"a@b.nl"}"#,
        r#"{"name":"a","who":"me"}"#,
        r#"{"name":"a","answers":{"colour":"red"}}"#,
        r#"{"name":"a","answers":{"kind":"colour"}}"#,
        r#"{"name":"a","answers":{"kind":true}}"#,
        r#"{"name":"a","answers":{"minimum_age":19}}"#,
        r#"{"name":"a","answers":{"routes":["teacher_only"]}}"#,
        r#"{"name":"a","answers":{"routes":["school_sso","no_account"]}}"#,
        r#"{"name":"a","answers":{"no_account":true,"no_account":false}}"#,
    ];
    for text in refused {
        assert!(read(text).is_err(), "{text}");
    }
}
