//! The dialogue about a tool that nobody recorded, and what comes of it.

use std::fs;

use magdit_tests::{TODAY, copy, root};
use serde_json::Value;

use crate::command::{Run, folder, magdit, magdit_typing};

const DAY: [&str; 4] = ["--as-of", TODAY, "--today", TODAY];

fn ask(arguments: &[&str], typed: &str) -> Run {
    let all: Vec<&str> = ["ask"].iter().chain(arguments).chain(&DAY).copied().collect();
    magdit_typing(&all, typed)
}

/// A file of answers in a folder of this test's own.
fn answers(name: &str, text: &str) -> String {
    let path = folder(name).join("answers.json");
    fs::write(&path, text).expect("a file can be written");
    path.to_string_lossy().into_owned()
}

const OPEN: &str = r#"{"name":"Rekenraket","supplier":"Raket BV","answers":{"kind":"practice","routes":["no_account"],
    "usable_without_pupil_data":true,"minimum_age":0,"pupil_use_allowed":true,"ai_kind":"none"}}"#;

#[test]
fn a_dialogue_asks_at_most_ten_questions_and_ends_in_an_answer() {
    let run = ask(&["rekenraket", "--role", "teacher", "--age", "11"], &"?\n".repeat(10));
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("Voorlopig antwoord."), "{run:?}");
    assert!(run.err.contains("Vraag 1 van hoogstens 10") && !run.err.contains("Vraag 11"), "{run:?}");
    let named = ask(&[], &format!("Rekenraket\n{}", "?\n".repeat(10)));
    assert_eq!(named.code, 0, "{named:?}");
}

#[test]
fn what_is_not_understood_is_asked_again_and_an_early_end_is_no_answer() {
    let run = ask(&["rekenraket", "--age", "11"], &format!("kwis\n99\n{}", "?\n".repeat(10)));
    assert_eq!(run.code, 0, "{run:?}");
    let cut = ask(&["rekenraket", "--age", "11"], "?\n");
    cut.refuses(2, &["the input ended"]);
    assert_eq!(cut.out, "");
    ask(&["a@b.example"], "").refuses(2, &["no e-mail address"]);
}

#[test]
fn answers_from_a_file_ask_nothing_and_the_json_keeps_its_names() {
    let path = answers("ask-answers", OPEN);
    let run = ask(&["--answers", &path, "--role", "teacher", "--age", "11", "--json"], "");
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
    let done = run.json();
    assert_eq!((&done["step"], &done["provisional"]), (&"done".into(), &true.into()));
    assert_eq!((&done["answer"]["outcome"], &done["valid_until"]), (&"conditional".into(), &"2026-12-22".into()));
    let request = &done["request"];
    for name in [
        "tool",
        "supplier",
        "date",
        "valid_until",
        "question",
        "outcome",
        "answers",
        "answered",
        "unknown",
        "advice",
        "text",
    ] {
        assert!(request.get(name).is_some(), "no `{name}` in {request}");
    }
    let full = |list: &Value, names: &[&str]| {
        let list = list.as_array().cloned().unwrap_or_default();
        assert!(!list.is_empty());
        for entry in list {
            for name in names {
                assert!(entry[name].as_str().is_some_and(|text| !text.is_empty()), "{name}: {entry}");
            }
        }
    };
    full(&request["answered"], &["asked", "answer", "why"]);
    full(&request["advice"], &["asked", "help", "why"]);
    let text = ask(&["--answers", &path, "--role", "teacher", "--age", "11"], "");
    assert!(text.out.contains(request["text"].as_str().expect("text").trim()), "{text:?}");
}

#[test]
fn what_a_file_leaves_open_is_not_known_and_a_wrong_file_says_where() {
    let empty = answers("ask-empty", r#"{"name":"Rekenraket"}"#);
    let run = ask(&["--answers", &empty, "--json"], "");
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(run.json()["answer"]["outcome"], "ask_school");
    assert!(!run.json()["request"]["unknown"].as_array().expect("a list").is_empty());
    for (name, text, says) in [
        ("ask-key", r#"{"name":"R","answers":{"colour":"red"}}"#, "line 1"),
        ("ask-value", r#"{"name":"R","answers":{"kind":"kwis"}}"#, "line 1"),
        ("ask-json", "name = 1", "line 1"),
    ] {
        let path = answers(name, text);
        ask(&["--answers", &path], "").refuses(2, &["answers.json", says]);
    }
    ask(&["--answers", "no-such-file.json"], "").refuses(1, &["no-such-file.json"]);
    ask(&["rekenraket", "--answers", &empty], "").refuses(2, &["cannot be used with"]);
}

#[test]
fn a_request_becomes_a_draft_that_lint_accepts_once() {
    let dir = folder("import");
    copy(&root("tests/bad-data/_base"), &dir.join("data"));
    let (request, data) = (dir.join("request.json"), dir.join("data").to_string_lossy().into_owned());
    let path = answers("import-answers", OPEN);
    let asked = ask(&["--answers", &path, "--json"], "");
    fs::write(&request, &asked.out).expect("a file can be written");
    let request = request.to_string_lossy().into_owned();
    let run = magdit(&["import", &request, "-o", &data, "--json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
    let made = run.json();
    assert_eq!(made["id"], "rekenraket");
    assert_eq!(made["written"].as_array().map(Vec::len), Some(2));
    assert!(made["to_read"].as_array().is_some_and(|keys| keys.contains(&"minimum_age".into())), "{made}");
    assert_eq!(magdit(&["lint", &data]).code, 0);
    magdit(&["import", &request, "-o", &data]).refuses(2, &["there is a record", "tools/rekenraket.toml"]);
    magdit(&["import", &path, "-o", &data]).refuses(2, &["no request", "magdit ask --json"]);
    magdit(&["import", "no-such-file.json"]).refuses(1, &["no-such-file.json"]);
    let new = dir.join("new").to_string_lossy().into_owned();
    let run = magdit(&["import", &request, "-o", &new]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("tools/rekenraket.toml") && run.out.contains("minimum_age"), "{run:?}");
}
