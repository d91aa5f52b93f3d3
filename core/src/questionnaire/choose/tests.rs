//! Which question comes next.

use super::*;
use crate::date::Date;
use crate::fact::{FactKey, Value};
use crate::question::{Account, Question, Role};

fn answers(given: &[(AskKey, Value)]) -> Answers {
    let mut answers = Answers::about("Rekenraket").expect("a name");
    given.iter().for_each(|(key, value)| answers.give(*key, value.clone()).expect("an answer"));
    answers
}

fn kind(word: &str) -> (AskKey, Value) {
    (AskKey::Kind, Value::Word(word.to_owned()))
}

fn ways(offered: &[&str]) -> (AskKey, Value) {
    (AskKey::Routes, Value::Words(offered.iter().map(|&way| way.to_owned()).collect()))
}

fn asked(given: &Answers) -> Option<AskKey> {
    let question = Question {
        age: Some(11),
        account: Some(Account::None),
        ..Question::on(Date::parse("2026-11-21").expect("a date"))
    };
    let ground = Ground::of(&question);
    next(given, ground)
}

#[test]
fn the_questions_that_can_decide_come_first_in_the_list() {
    assert_eq!(questions().len(), 11);
    assert_eq!((questions().first(), questions().last()), (Some(&AskKey::Kind), Some(&AskKey::Plan)));
    let decides = |ask: &AskKey| DECIDING.iter().any(|deciding| deciding.ask == *ask);
    assert!(questions().iter().all(|ask| decides(ask) || matches!(ask, AskKey::Kind | AskKey::Plan)));
}

#[test]
fn an_answered_question_counts_once_and_ways_count_where_each_is_known() {
    let fact = |key, value| (AskKey::Fact(key), Value::YesNo(value));
    assert_eq!(answered(&answers(&[])), 0);
    assert_eq!(answered(&answers(&[kind("quiz"), fact(FactKey::RunsInBrowser, true)])), 2);
    assert_eq!(answered(&answers(&[(AskKey::Routes, Value::Words(Vec::new()))])), 1);
    let ways = [
        FactKey::NoAccount,
        FactKey::SchoolSso,
        FactKey::SchoolManaged,
        FactKey::ParentAccount,
        FactKey::PrivateAccount,
    ]
    .map(|key| fact(key, true));
    assert_eq!((answered(&answers(&ways[..4])), answered(&answers(&ways))), (0, 1));
    assert_eq!(answered(&answers(&[fact(FactKey::StoresWork, true)])), 0);
}

#[test]
fn the_kind_is_asked_first_then_what_ends_most_and_nothing_that_changes_nothing() {
    assert_eq!(asked(&answers(&[])), Some(AskKey::Kind));
    assert_eq!(asked(&answers(&[kind("network_anonymiser")])), None);
    assert_eq!(asked(&answers(&[kind("quiz")])), Some(AskKey::Routes));
    let way = |offered| answers(&[kind("quiz"), ways(offered)]);
    assert_eq!(asked(&way(&[])), None);
    let next = asked(&way(&["no_account"]));
    assert!(next.is_some_and(|ask| ask != AskKey::Kind && ask != AskKey::Routes), "{next:?}");
}

#[test]
fn the_first_of_the_largest_is_taken_and_none_where_all_are_nothing() {
    assert_eq!((most(&[]), most(&[0, 0])), (None, None));
    assert_eq!((most(&[0, 1]), most(&[2, 3, 3, 1]), most(&[1])), (Some(1), Some(1), Some(0)));
}

#[test]
fn verdicts_lie_apart_as_far_as_their_ranks() {
    use Verdict::{Ask, No, TeacherOnly, Yes};
    assert_eq!(distance(&[Yes, TeacherOnly], &[No, Ask]), 4);
    assert_eq!((distance(&[No], &[Yes]), distance(&[], &[])), (0, 0));
    assert_eq!([Yes, TeacherOnly, Ask, No].map(|end| distance(&[Yes], &[end])), [0, 1, 2, 3]);
}

/// A question of which only the account and the role are chosen.
fn next_of(role: Option<Role>, given: &[(AskKey, Value)]) -> Option<AskKey> {
    let day = Date::parse("2026-11-21").expect("a date");
    let question = Question { age: Some(11), role, ..Question::on(day) };
    next(&answers(given), Ground::of(&question))
}

#[test]
fn the_kind_is_asked_only_where_it_can_change_something() {
    assert_eq!(next_of(Some(Role::Pupil), &[ways(&[])]), None);
    assert_eq!(next_of(Some(Role::Pupil), &[ways(&["school_sso"])]), Some(AskKey::Kind));
    assert_eq!(next_of(Some(Role::Teacher), &[ways(&[])]), Some(AskKey::Kind));
}

#[test]
fn what_ends_most_comes_before_what_is_easiest_to_find() {
    let agreement = AskKey::Fact(FactKey::ProcessingAgreement);
    let place = |wanted| questions().iter().position(|&ask| ask == wanted);
    assert!(place(agreement) > place(AskKey::Fact(FactKey::MinimumAge)));
    assert_eq!(next_of(None, &[kind("quiz"), ways(&["school_sso"])]), Some(agreement));
    assert_eq!(next_of(None, &[kind("quiz"), ways(&["no_account"])]), Some(AskKey::Fact(FactKey::AiKind)));
}

#[test]
fn one_that_matters_with_others_is_the_first_at_which_the_verdicts_change() {
    let question = Question { age: Some(11), ..Question::on(Date::parse("2026-11-21").expect("a date")) };
    let given = answers(&[kind("quiz"), ways(&["private_account"])]);
    let mut trial = Trial::new(&given, Ground::of(&question), Kind::Quiz);
    let (best, _) = trial.bounds();
    let at = trial.open.iter().position(|open| open.ask == AskKey::Fact(FactKey::ProcessingAgreement));
    assert!(at > Some(1), "{at:?}");
    assert_eq!(trial.pivot(&best), at);
}
