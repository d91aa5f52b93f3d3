//! Steps of questionnaires: dialogues in which every question gets another
//! of its options, each step a case.

use magdit::json;
use magdit::{Answers, Given, KnowledgeBase, Language, Step, Value};
use magdit_tests::conformance::Case;

const USES: [&str; 4] = [
    "",
    r#","role":"teacher","age":11,"sector":"po""#,
    r#","role":"parent","age":15,"account":"private""#,
    r#","role":"teacher","purpose":"prepare","data":"ordinary""#,
];

const DIALOGUES: usize = 16;

pub(crate) fn all(library: &KnowledgeBase) -> Vec<Case> {
    let mut cases = Vec::new();
    for number in 0..DIALOGUES {
        let language = Language::ALL[number % 2];
        let question = format!(r#"{{"as_of":"2026-11-21"{}}}"#, USES[number / 2 % USES.len()]);
        let asked = json::read_question(&question).expect("a question");
        let mut answers = Answers::about("Rekenraket").expect("a name");
        if number % 3 == 0 {
            answers = answers.from_supplier("Raket & \"Zonen\" B.V.").expect("a name");
        }
        for step in 0_usize.. {
            cases.push(Case {
                name: format!("dialogue {number} step {step}"),
                call: "questionnaire".to_owned(),
                answers: Some(json::write(&answers).expect("JSON")),
                question: Some(question.clone()),
                language: Some(language.as_str().to_owned()),
                ..Case::default()
            });
            let Step::Ask(next) = library.questionnaire(&answers, &asked, language).expect("a step") else { break };
            let option = &next.options[(number * 7 + step * 3) % next.options.len()];
            match &option.value {
                Given::DoNotKnow => answers.do_not_know(next.key),
                Given::Value(Value::Words(_)) if number % 4 == 1 => {
                    answers.give(next.key, Value::Words(Vec::new())).expect("no route is an answer");
                }
                Given::Value(value) => answers.give(next.key, value.clone()).expect("an option is an answer"),
            }
        }
    }
    cases
}
