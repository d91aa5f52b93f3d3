//! Questions about tools.

use magdit::{KnowledgeBase, Language};
use magdit_tests::conformance::Case;

/// What is asked, after the day.
const QUESTIONS: [(&str, &str); 16] = [
    ("open", ""),
    ("teacher-11", r#","role":"teacher","age":11,"sector":"po""#),
    ("teacher-11-no-account", r#","role":"teacher","age":11,"account":"none""#),
    ("teacher-15-private", r#","role":"teacher","age":15,"sector":"vo","account":"private""#),
    ("parent-8-bought", r#","role":"parent","age":8,"account":"school","procured":true"#),
    ("parent-open", r#","role":"parent""#),
    ("prepare", r#","role":"teacher","purpose":"prepare","account":"private""#),
    ("staff", r#","role":"staff","purpose":"communicate","data":"confidential""#),
    ("pupil-17-own-device", r#","role":"pupil","age":17,"sector":"mbo","device":"own""#),
    ("images", r#","role":"teacher","age":13,"sector":"vo","data":"images","device":"school","procured":true"#),
    ("special", r#","role":"teacher","age":9,"sector":"so","data":"special","procured":true"#),
    ("ordinary", r#","role":"teacher","age":16,"data":"ordinary","account":"school""#),
    ("compulsory", r#","role":"teacher","age":12,"account":"private","compulsory":true"#),
    ("expired", r#","role":"teacher","age":11,"today":"2027-05-21""#),
    ("suspect", r#","role":"teacher","age":11,"today":"2020-01-01""#),
    ("belgium", r#","role":"teacher","age":14,"country":"BE","purpose":"assess""#),
];

fn check(name: String, tool: &str, rest: &str, language: &str) -> Case {
    Case {
        name,
        call: "check".to_owned(),
        tool: Some(tool.to_owned()),
        question: Some(format!(r#"{{"as_of":"2026-11-21"{rest}}}"#)),
        language: Some(language.to_owned()),
        ..Case::default()
    }
}

/// Every tool under six of the questions, in turn, and every edition under
/// one; the languages alternate.
pub(crate) fn all(library: &KnowledgeBase) -> Vec<Case> {
    const PER_TOOL: usize = 6;
    let mut cases = Vec::new();
    let mut next = 0;
    for id in library.tool_ids() {
        for _ in 0..PER_TOOL {
            // 5 and 16 share no factor, so every question gets its turn.
            let (question, rest) = QUESTIONS[next * 5 % QUESTIONS.len()];
            let language = Language::WORDS[(next + next / QUESTIONS.len()) % 2];
            cases.push(check(format!("{id} {question} {language}"), id, rest, language));
            next += 1;
        }
    }
    for id in library.tool_ids() {
        let tool = library.tool(id).expect("its own id");
        for edition in tool.editions.iter().filter(|_| tool.editions.len() > 1) {
            let (question, rest) = QUESTIONS[next * 5 % QUESTIONS.len()];
            let language = Language::WORDS[next % 2];
            let name = format!("{id} {} {question} {language}", edition.id);
            cases.push(check(name, id, &format!(r#"{rest},"edition":"{}""#, edition.id), language));
            next += 1;
        }
    }
    cases
}

/// Calls on the knowledge base that the library carries: it changes every
/// week, so only the names of fields are held.
pub(crate) fn on_the_embedded() -> Vec<Case> {
    let mut cases: Vec<Case> = [("kahoot", QUESTIONS[1].1), ("chatgpt", QUESTIONS[0].1), ("zoom", QUESTIONS[4].1)]
        .iter()
        .flat_map(|(tool, rest)| Language::WORDS.iter().map(move |language| (tool, rest, language)))
        .map(|(tool, rest, language)| check(format!("check {tool} {language}"), tool, rest, language))
        .collect();
    for text in ["kahoot", "kahoet", "https://kahoot.it/", "mag ik kahoot gebruiken in groep 7"] {
        let (name, call, text) = (format!("search {text}"), "search".to_owned(), Some(text.to_owned()));
        cases.push(Case { name, call, text, limit: Some(5), ..Case::default() });
    }
    let (call, tool) = ("tool".to_owned(), Some("kahoot".to_owned()));
    cases.push(Case { name: "tool kahoot".to_owned(), call, tool, ..Case::default() });
    let (call, today) = ("info".to_owned(), Some("2026-11-21".to_owned()));
    cases.push(Case { name: "info".to_owned(), call, today, ..Case::default() });
    cases
}
