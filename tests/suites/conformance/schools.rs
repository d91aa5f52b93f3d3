//! Schools' own files over the knowledge base: those in
//! `tests/conformance/schools`, with what they do and what is refused.

use magdit::Language;
use magdit_tests::conformance::{Case, folder};
use magdit_tests::{files, stem};

const QUESTIONS: [(&str, &str); 3] = [
    ("open", ""),
    ("teacher-11", r#","role":"teacher","age":11,"account":"none""#),
    ("parent-14-school", r#","role":"parent","age":14,"account":"school""#),
];

/// Those that are read, entirely or in part.
const READ: [&str; 3] = ["linde", "mistakes", "strict"];

const TOOLS: [&str; 5] =
    ["voorbeeld-quiz", "voorbeeld-chat", "voorbeeld-sociaal", "voorbeeld-rekenen", "linde-rekenspel"];

pub(crate) fn all() -> Vec<Case> {
    let with = |school: &str, name: String, call: &str| Case {
        name: format!("{school} {name}"),
        call: call.to_owned(),
        school: Some(school.to_owned()),
        ..Case::default()
    };
    let every = files(&folder().join("schools"), ".json");
    let mut cases: Vec<Case> = every.iter().map(|path| with(&stem(path), "read".to_owned(), "with_school")).collect();
    for school in READ {
        for (number, tool) in TOOLS.iter().enumerate() {
            for (question, rest) in QUESTIONS {
                let language = Language::WORDS[(number + rest.len()) % 2];
                cases.push(Case {
                    tool: Some((*tool).to_owned()),
                    question: Some(format!(r#"{{"as_of":"2026-11-21"{rest}}}"#)),
                    language: Some(language.to_owned()),
                    ..with(school, format!("{tool} {question}"), "check")
                });
            }
        }
        for text in ["rekenspel de linde", "Linderekenen", "voorbeeldquiz"] {
            let (text, limit) = (Some(text.to_owned()), Some(5));
            cases.push(Case { text: text.clone(), limit, ..with(school, text.unwrap_or_default(), "search") });
        }
        let tool = Some("linde-rekenspel".to_owned());
        cases.push(Case { tool, ..with(school, "own tool".to_owned(), "tool") });
        cases.push(Case {
            answers: Some(r#"{"name":"Rekenraket"}"#.to_owned()),
            question: Some(r#"{"as_of":"2026-11-21","role":"teacher"}"#.to_owned()),
            language: Some("nl".to_owned()),
            ..with(school, "questionnaire".to_owned(), "questionnaire")
        });
    }
    cases
}
