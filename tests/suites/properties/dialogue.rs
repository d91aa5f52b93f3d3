//! The questionnaire reaches the outcome of a record with the same facts.

use std::sync::atomic::{AtomicU64, Ordering};

use magdit::{
    Answers, AskKey, Fact, FactEntry, FactKey, Given, Jurisdiction, KnowledgeBase, Known, Language, Outcome,
    Provisional, Question, Route, SourceId, Step, Tool, Value,
};

use crate::ledger::{Ledger, Subject, asked, hold};
use crate::space::Space;

/// Questions that each edition is asked.
const QUESTIONS: usize = 150;

/// What somebody who knows the edition answers: the facts that hold on every
/// route. A route of which it is not known whether it is there is not named.
fn truth(tool: &Tool) -> Answers {
    let edition = tool.editions.first().expect("a subject has one edition");
    let known = |key: FactKey| {
        let entries = edition.facts.iter().filter(|entry| entry.key == key && entry.routes.is_empty());
        entries.filter_map(|entry| entry.fact.known()).map(|known| &known.value).next()
    };
    let word = |word: &str| Value::Word(word.to_owned());
    let mut answers = Answers::about("Rekenraket").expect("a name");
    for key in AskKey::EVER_ASKED {
        let value = match key {
            AskKey::Kind => Some(word(tool.kind.as_str())),
            AskKey::Plan => Some(word(edition.plan.as_str())),
            AskKey::Routes => {
                let offered = |route: &&Route| route.fact_key().and_then(known) == Some(&Value::YesNo(true));
                let mut offered: Vec<String> =
                    Route::ALL.iter().filter(offered).map(|route| route.as_str().to_owned()).collect();
                offered.sort();
                Some(Value::Words(offered))
            }
            AskKey::Fact(key) => known(key).cloned(),
        };
        match value {
            Some(value) => answers.give(key, value).expect("a value of a record"),
            None => answers.do_not_know(key),
        }
    }
    answers
}

/// The record that says what the answers say.
fn record(tool: &Tool, answers: &Answers) -> Tool {
    let day = magdit_tests::today();
    let fact = |key: FactKey| {
        let Given::Value(value) = answers.fact(key)? else {
            return None;
        };
        let known = Known {
            value,
            source: SourceId("answers".to_owned()),
            place: "answers".to_owned(),
            content_date: Some(day),
            checked_on: day,
            review_by: day,
            jurisdiction: Jurisdiction::Nl,
        };
        Some(FactEntry::new(key, Vec::new(), Fact::Known(known)))
    };
    let mut tool = Tool { status: magdit::Status::Active, ..tool.clone() };
    for edition in &mut tool.editions {
        edition.assessments.clear();
        edition.facts = FactKey::ALL.iter().filter_map(|&key| fact(key)).collect();
    }
    tool
}

/// Goes through the dialogue; how many questions it took.
fn dialogue(library: &KnowledgeBase, truth: &Answers, question: &Question) -> (usize, Box<Provisional>) {
    let mut answers = Answers::about("Rekenraket").expect("a name");
    loop {
        match library.questionnaire(&answers, question, Language::Nl).expect("a question of the space") {
            Step::Ask(next) => match truth.get(next.key) {
                Some(Given::Value(value)) => answers.give(next.key, value.clone()).expect("a value of a record"),
                _ => answers.do_not_know(next.key),
            },
            Step::Done(done) => return (answers.iter().count(), done),
        }
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn a_dialogue_says_what_a_record_with_the_same_facts_says_in_at_most_ten_questions() {
    let steps = AtomicU64::new(0);
    let most = AtomicU64::new(0);
    let look = |subject: &Subject, ledger: &mut Ledger| {
        let truth = truth(&subject.tool);
        let record = record(&subject.tool, &truth);
        for question in Space::whole().sample(QUESTIONS, &subject.salt()) {
            let (count, done) = dialogue(&subject.knowledge_base, &truth, &question);
            let brief = subject.knowledge_base.brief(&record, &question).expect("a question of the space");
            let expected = brief.outcome.max(Outcome::Conditional);
            let holds = done.answer.outcome == expected && count <= 10 && done.answer.outcome != Outcome::Allowed;
            steps.fetch_add(count as u64, Ordering::Relaxed);
            most.fetch_max(count as u64, Ordering::Relaxed);
            ledger.look(holds, || {
                format!(
                    "{}: {count} questions, {}, but a record is {}",
                    asked(&question),
                    done.answer.outcome,
                    expected
                )
            });
        }
    };
    hold("a dialogue says what a record with the same facts says", |_| QUESTIONS as u64, look);
    println!("{:>11} questions were asked, at most {} in one dialogue", steps.into_inner(), most.into_inner());
}
