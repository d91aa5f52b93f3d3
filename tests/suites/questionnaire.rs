//! The questionnaire for a tool that nobody recorded, on the real texts.

use std::collections::BTreeSet;

use magdit::{
    Account, Answers, AskKey, Data, Device, Given, KnowledgeBase, Language, NextQuestion, Outcome, Provisional,
    Purpose, Question, Role, Step, Value,
};
use magdit_tests::{embedded, today};

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn maybe<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        (self.below(2) == 0).then(|| list[self.below(list.len())])
    }

    fn question(&mut self) -> Question {
        Question {
            role: self.maybe(Role::ALL),
            age: self.maybe(&[5, 11, 14, 17, 30]),
            purpose: self.maybe(Purpose::ALL),
            account: self.maybe(Account::ALL),
            data: self.maybe(Data::ALL),
            device: self.maybe(Device::ALL),
            procured: self.maybe(&[true, false]),
            ..Question::on(today())
        }
    }

    /// One of the options; of a list of several, any of them.
    fn choose(&mut self, next: &NextQuestion) -> Given {
        if !next.several {
            return next.options[self.below(next.options.len())].value.clone();
        }
        let mut words = BTreeSet::new();
        for option in &next.options {
            match &option.value {
                Given::DoNotKnow if self.below(6) == 0 => return Given::DoNotKnow,
                Given::Value(Value::Words(one)) if self.below(2) == 0 => words.extend(one.iter().cloned()),
                _ => {}
            }
        }
        Given::Value(Value::Words(words.into_iter().collect()))
    }
}

fn answer(answers: &mut Answers, key: AskKey, given: Given) {
    match given {
        Given::Value(value) => answers.give(key, value).unwrap_or_else(|error| panic!("{error}")),
        Given::DoNotKnow => answers.do_not_know(key),
    }
}

/// A sentence without a key in it and without a blank that stayed empty.
fn is_said(text: &str) -> bool {
    let is_key = ["ask.", "ask-", "value.", "fact.", "questionnaire.", "because.", "condition.", "rule."];
    !text.trim().is_empty() && !text.contains(['{', '}']) && !is_key.iter().any(|key| text.contains(key))
}

fn look_at(next: &NextQuestion) {
    assert!(is_said(&next.text) && is_said(&next.help), "{next:?}");
    assert!(next.options.iter().all(|option| is_said(&option.text)), "{next:?}");
    assert!(next.options.len() >= 3, "{next:?}");
    assert_eq!(next.options.last().map(|option| &option.value), Some(&Given::DoNotKnow));
    let texts: BTreeSet<&str> = next.options.iter().map(|option| option.text.as_str()).collect();
    assert_eq!(texts.len(), next.options.len(), "two options alike: {next:?}");
    assert!((1..=next.at_most).contains(&next.number), "{next:?}");
}

fn look_at_end(done: &Provisional) {
    assert!(done.provisional && is_said(&done.notice), "{done:?}");
    let answer = &done.answer;
    let by_case = answer.by_case.iter().flat_map(|case| {
        let routes = case.routes.iter().map(|route| route.outcome);
        routes.chain([case.outcome])
    });
    let editions = answer.editions.iter().map(|edition| edition.outcome);
    let routes = answer.routes.iter().map(|route| route.outcome);
    let mut outcomes = by_case.chain(editions).chain(routes).chain([answer.outcome, done.request.outcome]);
    assert!(outcomes.all(|outcome| outcome > Outcome::Allowed), "{answer:?}");
    assert!(is_said(&answer.headline) && is_said(&answer.why) && is_said(&done.request.text), "{done:?}");
    assert!(answer.would_change.is_empty() && answer.alternatives.is_empty());
    let sources: BTreeSet<_> = answer.sources.iter().map(|source| &source.id).collect();
    let used = answer.reasons.iter().flat_map(|reason| &reason.facts).filter_map(|fact| fact.source.as_ref());
    used.for_each(|source| assert!(sources.contains(source), "{source:?} is not among the sources"));
    let request = &done.request;
    assert_eq!(request.answered.len() + request.unknown.len(), request.answers.iter().count());
    let open = request.unknown.iter().chain(&request.advice);
    assert!(open.clone().count() >= 2);
    open.for_each(|open| assert!(is_said(&open.asked) && is_said(&open.help) && is_said(&open.why), "{open:?}"));
}

fn step(library: &KnowledgeBase, answers: &Answers, question: &Question, language: Language) -> Step {
    let step = library.questionnaire(answers, question, language).unwrap_or_else(|error| panic!("{error}"));
    let again = library.questionnaire(answers, question, language);
    assert_eq!(again.as_ref(), Ok(&step), "twice the same, twice another answer");
    step
}

#[test]
fn every_dialogue_is_worded_short_and_never_a_plain_yes() {
    const DIALOGUES: u32 = 150;
    let library = embedded();
    let mut dice = Dice(3);
    let mut asked = 0;
    let mut keys = BTreeSet::new();
    let mut outcomes = BTreeSet::new();
    for number in 0..DIALOGUES {
        let language = Language::ALL[usize::try_from(number).expect("a number") % Language::ALL.len()];
        let question = dice.question();
        let mut answers = Answers::about("Rekenraket").expect("a name");
        let mut count = 0;
        loop {
            match step(&library, &answers, &question, language) {
                Step::Ask(next) => {
                    look_at(&next);
                    keys.insert((language, next.key));
                    count += 1;
                    assert!(count <= 10, "{question:?} {answers:?}");
                    assert_eq!(next.number, count);
                    answer(&mut answers, next.key, dice.choose(&next));
                }
                Step::Done(done) => {
                    look_at_end(&done);
                    outcomes.insert(done.answer.outcome);
                    break;
                }
            }
        }
        asked += u32::from(count);
    }
    println!("{DIALOGUES} dialogues, {asked} questions, {} different ones, {outcomes:?}", keys.len());
    assert!(keys.len() >= 18, "only {} different questions", keys.len());
    assert_eq!(outcomes.len(), 3);
}

#[test]
fn the_request_can_be_read_in_again_and_names_nobody() {
    let library = embedded();
    let mut question = Question::on(today());
    question.role = Some(Role::Teacher);
    question.age = Some(11);
    let text = r#"{"name":"Rekenraket","supplier":"Raket BV","answers":{"kind":"practice","routes":["no_account"],
        "usable_without_pupil_data":true,"minimum_age":0,"pupil_use_allowed":true,"ai_kind":"none"}}"#;
    let answers: Answers = serde_json::from_str(text).expect("answers");
    let Step::Done(done) = step(&library, &answers, &question, Language::Nl) else {
        panic!("nothing is open");
    };
    assert_eq!(done.answer.outcome, Outcome::Conditional);
    assert_eq!(done.valid_until.to_string(), "2026-12-22");
    assert!(done.answer.headline.starts_with("Voorlopig antwoord."));
    assert!(done.request.text.contains("Raket BV"));
    let json = serde_json::to_value(&done.request).expect("JSON");
    let again: Answers = serde_json::from_value(json["answers"].clone()).expect("answers");
    assert_eq!(again, answers);
    assert_eq!(serde_json::to_value(Step::Done(done)).expect("JSON")["step"], "done");
}
