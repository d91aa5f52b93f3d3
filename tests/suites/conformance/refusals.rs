//! Calls that are refused.

use magdit::Answers;
use magdit::json::{MAX_ANSWERS_BYTES, MAX_QUESTION_BYTES, MAX_TEXT_BYTES, MAX_WORD_BYTES};
use magdit::search::MAX_TEXT_CHARS;
use magdit_tests::conformance::{Case, fixture};

const DAY: &str = r#"{"as_of":"2026-11-21"}"#;

const QUESTIONS: [(&str, &str); 27] = [
    ("empty", ""),
    ("blank", " "),
    ("null", "null"),
    ("list", "[]"),
    ("list in order", r#"["teacher",11,null,null,null,null,null,null,null,"NL",null,"2026-11-21",null]"#),
    ("number", "7"),
    ("text", "\"kahoot\""),
    ("no day", "{}"),
    ("open brace", "{"),
    ("comment", "{/* */\"as_of\":\"2026-11-21\"}"),
    ("trailing comma", r#"{"as_of":"2026-11-21",}"#),
    ("two values", r#"{"as_of":"2026-11-21"}{}"#),
    ("byte order mark", "\u{feff}{\"as_of\":\"2026-11-21\"}"),
    ("lone surrogate", r#"{"as_of":"2026-11-21","edition":"\ud800"}"#),
    ("unknown field", r#"{"as_of":"2026-11-21","agee":11}"#),
    ("field twice", r#"{"as_of":"2026-11-21","age":11,"age":17}"#),
    ("no such day", r#"{"as_of":"2026-02-30"}"#),
    ("day as a number", r#"{"as_of":20261121}"#),
    ("age as text", r#"{"as_of":"2026-11-21","age":"11"}"#),
    ("age below nought", r#"{"as_of":"2026-11-21","age":-1}"#),
    ("half an age", r#"{"as_of":"2026-11-21","age":11.5}"#),
    ("age of 256", r#"{"as_of":"2026-11-21","age":256}"#),
    ("role in capitals", r#"{"as_of":"2026-11-21","role":"TEACHER"}"#),
    ("role in Dutch", r#"{"as_of":"2026-11-21","role":"leraar"}"#),
    ("yes for true", r#"{"as_of":"2026-11-21","procured":"yes"}"#),
    ("country in small letters", r#"{"as_of":"2026-11-21","country":"nl"}"#),
    ("list for a word", r#"{"as_of":"2026-11-21","role":["teacher"]}"#),
];

const ANSWERS: [(&str, &str); 14] = [
    ("empty", ""),
    ("no name", "{}"),
    ("empty name", r#"{"name":""}"#),
    ("name of an e-mail address", r#"{"name":"piet@school.example"}"#),
    ("name with a control character", r#"{"name":"a\u0000b"}"#),
    ("unknown field", r#"{"name":"x","antwoorden":{}}"#),
    ("unknown key", r#"{"name":"x","answers":{"colour":"red"}}"#),
    ("key twice", r#"{"name":"x","answers":{"kind":"quiz","kind":"game"}}"#),
    ("unknown kind", r#"{"name":"x","answers":{"kind":"quizz"}}"#),
    ("route without a fact", r#"{"name":"x","answers":{"routes":["teacher_only"]}}"#),
    ("routes out of order", r#"{"name":"x","answers":{"routes":["school_sso","no_account"]}}"#),
    ("age of 19", r#"{"name":"x","answers":{"minimum_age":19}}"#),
    ("number too large", r#"{"name":"x","answers":{"minimum_age":65536}}"#),
    ("nested", r#"{"name":"x","answers":{"kind":{"kind":"quiz"}}}"#),
];

fn check(name: &str, tool: &str, question: &str, language: &str) -> Case {
    Case {
        name: format!("check {name}"),
        call: "check".to_owned(),
        tool: Some(tool.to_owned()),
        question: Some(question.to_owned()),
        language: Some(language.to_owned()),
        ..Case::default()
    }
}

fn padded(text: &str, bytes: usize) -> String {
    format!("{text}{}", " ".repeat(bytes - text.len()))
}

pub(crate) fn all() -> Vec<Case> {
    let tool = "voorbeeld-quiz";
    let mut cases: Vec<Case> = QUESTIONS.iter().map(|(name, question)| check(name, tool, question, "nl")).collect();
    let age = |age: u8| format!(r#"{{"as_of":"2026-11-21","age":{age}}}"#);
    let edition = |id: &str| format!(r#"{{"as_of":"2026-11-21","edition":"{id}"}}"#);
    cases.extend([
        check("age of 120", "voorbeeld-weg", &age(120), "nl"),
        check("age of 121", "voorbeeld-weg", &age(121), "nl"),
        check("no such edition", tool, &edition("platinum"), "nl"),
        check("empty edition", tool, &edition(""), "nl"),
        check("no such tool", "geen-tool", DAY, "nl"),
        check("empty tool", "", DAY, "nl"),
        check("tool with a null", "voorbeeld\0quiz", DAY, "nl"),
        check("name for an id", "Voorbeeldquiz", DAY, "nl"),
        check("longest id", &"a".repeat(MAX_WORD_BYTES), DAY, "nl"),
        check("id too long", &"a".repeat(MAX_WORD_BYTES + 1), DAY, "nl"),
        check("no such language", "voorbeeld-weg", DAY, "de"),
        check("language in capitals", "voorbeeld-weg", DAY, "NL"),
        check("empty language", "voorbeeld-weg", DAY, ""),
        check("largest question", "voorbeeld-weg", &padded(DAY, MAX_QUESTION_BYTES), "en"),
        check("question too large", "voorbeeld-weg", &padded(DAY, MAX_QUESTION_BYTES + 1), "en"),
    ]);
    let ask = |name: &str, answers: &str, question: &str, language: &str| Case {
        name: format!("questionnaire {name}"),
        call: "questionnaire".to_owned(),
        answers: Some(answers.to_owned()),
        question: Some(question.to_owned()),
        language: Some(language.to_owned()),
        ..Case::default()
    };
    let named = |characters: usize| format!(r#"{{"name":"{}"}}"#, "é".repeat(characters));
    cases.extend(ANSWERS.iter().map(|(name, answers)| ask(name, answers, DAY, "en")));
    cases.extend([
        ask("longest name", &named(Answers::LONGEST_NAME), DAY, "nl"),
        ask("name too long", &named(Answers::LONGEST_NAME + 1), DAY, "nl"),
        ask("no question", r#"{"name":"x"}"#, "", "nl"),
        ask("no such language", r#"{"name":"x"}"#, DAY, "fr"),
        ask("age of 121", r#"{"name":"x"}"#, &age(121), "nl"),
        ask("most answers", &padded(r#"{"name":"x"}"#, MAX_ANSWERS_BYTES), DAY, "nl"),
        ask("too many answers", &padded(r#"{"name":"x"}"#, MAX_ANSWERS_BYTES + 1), DAY, "nl"),
    ]);
    let search = |name: &str, text: String| Case {
        name: format!("search {name}"),
        call: "search".to_owned(),
        text: Some(text),
        limit: Some(3),
        ..Case::default()
    };
    cases.extend([
        search("longest text", "é".repeat(MAX_TEXT_CHARS)),
        search("text too long", "é".repeat(MAX_TEXT_CHARS + 1)),
        search("more bytes than any text", "a".repeat(MAX_TEXT_BYTES + 1)),
        search("null", "voorbeeld\0quiz".to_owned()),
        search("escape", "voorbeeld\u{1b}[31mquiz".to_owned()),
        search("direction", "voorbeeld\u{202e}quiz".to_owned()),
    ]);
    let record = |name: &str, id: &str| Case {
        name: format!("tool {name}"),
        call: "tool".to_owned(),
        tool: Some(id.to_owned()),
        ..Case::default()
    };
    cases.extend([record("no such tool", "geen-tool"), record("empty", ""), record("too long", &"é".repeat(65))]);
    let info = |today: &str| Case {
        name: format!("info {today}"),
        call: "info".to_owned(),
        today: Some(today.to_owned()),
        ..Case::default()
    };
    cases.extend(["", "today", "2026-02-29", "21-11-2026", "2026-11-21T00:00:00"].map(info));
    cases.extend(files());
    cases
}

/// Files that are no knowledge base, short enough to stand here.
fn files() -> Vec<Case> {
    let fixture = fixture();
    let mut other_format = fixture[..256].to_vec();
    other_format[8] = 9;
    let table: [(&str, &[u8]); 6] = [
        ("nothing", &[]),
        ("one byte", &[0]),
        ("a page", b"<!doctype html><title>404</title>"),
        ("an archive", b"PK\x03\x04\x14\0\0\0\0\0"),
        ("its beginning", &fixture[..256]),
        ("another format", &other_format),
    ];
    let case = |(name, bytes): (&str, &[u8])| Case {
        name: format!("open {name}"),
        call: "open".to_owned(),
        bytes: Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect()),
        ..Case::default()
    };
    table.into_iter().map(case).collect()
}
