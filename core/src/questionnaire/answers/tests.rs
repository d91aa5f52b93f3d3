//! What answers hold, and what they say of a fact.

use super::*;
use crate::strict_json::Json;

fn word(word: &str) -> Value {
    Value::Word(word.to_owned())
}

fn answers() -> Answers {
    Answers::about("Rekenraket").unwrap()
}

#[test]
fn a_name_is_kept_without_the_spaces_around_it_and_so_is_that_of_the_supplier() {
    let longest = "é".repeat(Answers::LONGEST_NAME);
    assert_eq!(Answers::about(&longest).unwrap().name(), longest);
    assert_eq!(Answers::about("  Rekenraket ").unwrap().name(), "Rekenraket");
    let from = answers().from_supplier(" Voorbeeld Media ").unwrap();
    assert_eq!((from.name(), from.supplier(), answers().supplier()), ("Rekenraket", Some("Voorbeeld Media"), None));
    let long = "é".repeat(Answers::LONGEST_NAME + 1);
    for name in ["", "   ", "a@b.nl", "a\u{7}b", long.as_str()] {
        assert_eq!(Answers::about(name).unwrap_err(), AnswerError::Name, "{name:?}");
        assert_eq!(answers().from_supplier(name).unwrap_err(), AnswerError::Name, "{name:?}");
    }
}

#[test]
fn a_later_answer_takes_the_place_of_an_earlier_one_and_a_wrong_one_changes_nothing() {
    let age = AskKey::Fact(FactKey::MinimumAge);
    let mut answers = answers();
    answers.give(age, Value::Number(12)).unwrap();
    answers.give(age, Value::Number(13)).unwrap();
    assert_eq!(answers.give(age, Value::YesNo(true)).unwrap_err(), AnswerError::Value { key: age });
    assert_eq!(answers.get(age).and_then(Given::value), Some(&Value::Number(13)));
    answers.give(age, word(DO_NOT_KNOW)).unwrap();
    assert_eq!((answers.get(age), answers.get(age).and_then(Given::value)), (Some(&Given::DoNotKnow), None));
}

#[test]
fn every_answer_is_listed_by_its_key() {
    let mut answers = answers();
    answers.do_not_know(AskKey::Fact(FactKey::Hosting));
    answers.give(AskKey::Kind, word("quiz")).unwrap();
    let listed: Vec<(AskKey, &Given)> = answers.iter().collect();
    let quiz = Given::Value(word("quiz"));
    assert_eq!(listed, [(AskKey::Kind, &quiz), (AskKey::Fact(FactKey::Hosting), &Given::DoNotKnow)]);
}

#[test]
fn kind_and_plan_are_what_was_answered_and_nothing_where_nobody_knows() {
    let mut answers = answers();
    assert_eq!((answers.kind(), answers.plan()), (None, None));
    answers.give(AskKey::Kind, word("generative_ai")).unwrap();
    answers.give(AskKey::Plan, word("consumer")).unwrap();
    assert_eq!((answers.kind(), answers.plan()), (Some(Kind::GenerativeAi), Some(Plan::Consumer)));
    answers.do_not_know(AskKey::Kind);
    answers.do_not_know(AskKey::Plan);
    assert_eq!((answers.kind(), answers.plan()), (None, None));
}

#[test]
fn what_is_said_of_one_way_goes_before_the_list_of_ways() {
    let mut answers = answers();
    assert_eq!(answers.fact(FactKey::NoAccount), None);
    answers.give(AskKey::Routes, Value::Words(vec!["no_account".to_owned()])).unwrap();
    let yes_no = |answer| Some(Given::Value(Value::YesNo(answer)));
    assert_eq!(answers.fact(FactKey::NoAccount), yes_no(true));
    assert_eq!(answers.fact(FactKey::PrivateAccount), yes_no(false));
    assert_eq!(answers.fact(FactKey::MinimumAge), None);
    answers.give(AskKey::Fact(FactKey::NoAccount), Value::YesNo(false)).unwrap();
    assert_eq!(answers.fact(FactKey::NoAccount), yes_no(false));
    answers.do_not_know(AskKey::Routes);
    assert_eq!(answers.fact(FactKey::PrivateAccount), Some(Given::DoNotKnow));
}

#[test]
fn answers_read_from_json_are_those_that_were_written() {
    let text =
        r#"{"name":" Rekenraket","supplier":"Voorbeeld Media","answers":{"kind":"quiz","hosting":"do_not_know"}}"#;
    let read: Answers = serde_json::from_str(text).unwrap();
    assert_eq!((read.name(), read.supplier(), read.iter().count()), ("Rekenraket", Some("Voorbeeld Media"), 2));
    assert_eq!(serde_json::to_string(&read).unwrap(), text.replace(" Reken", "Reken"));
    assert_eq!(Json::of(text).and_then(|json| json.read::<Answers>()).unwrap(), read);
}
