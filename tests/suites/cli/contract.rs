//! The JSON that others build on: names that stay.

use magdit::json;
use serde_json::Value;

use crate::command::magdit;

fn has(value: &Value, names: &[&str]) {
    for name in names {
        assert!(value.get(name).is_some(), "no `{name}` in {value}");
    }
}

fn one_of(value: &Value, words: &[&str]) {
    let word = value.as_str().unwrap_or_else(|| panic!("{value} is no word"));
    assert!(words.contains(&word), "{word} is none of {words:?}");
}

const OUTCOMES: [&str; 4] = ["allowed", "conditional", "ask_school", "not_allowed"];
const ROUTES: [&str; 6] =
    ["no_account", "school_sso", "school_managed", "teacher_only", "parent_account", "private_account"];
const CONSENTS: [&str; 4] = ["none", "inform_parents", "parental_consent", "own_consent"];

#[test]
fn check_has_every_name_of_the_contract() {
    let questions: [&[&str]; 6] = [
        &["kahoot", "--role", "teacher", "--age", "11", "--sector", "po"],
        &["kahoot"],
        &["chatgpt", "--age", "15", "--account", "private", "--lang", "en"],
        &["whatsapp", "--role", "teacher", "--purpose", "communicate", "--sector", "vo"],
        &["magister", "--role", "parent"],
        &[
            "zoom",
            "--role",
            "teacher",
            "--procured",
            "yes",
            "--device",
            "school",
            "--data",
            "images",
            "--compulsory",
            "no",
        ],
    ];
    for question in questions {
        let arguments: Vec<&str> =
            ["check", "--json", "--as-of", "2026-11-21"].iter().chain(question).copied().collect();
        let run = magdit(&arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{question:?}");
        let answer = run.json();
        has(
            &answer,
            &[
                "tool",
                "edition",
                "outcome",
                "route",
                "routes",
                "consent",
                "conditions",
                "reasons",
                "unknowns",
                "by_case",
                "freshness",
                "basis",
                "as_of",
                "knowledge_base",
            ],
        );
        assert_eq!(answer["tool"], question[0]);
        assert_eq!(answer["as_of"], "2026-11-21");
        one_of(&answer["outcome"], &OUTCOMES);
        one_of(&answer["consent"]["kind"], &CONSENTS);
        has(&answer["knowledge_base"], &["edition", "issued", "sha256"]);
        assert_eq!(answer["knowledge_base"]["sha256"].as_str().map(str::len), Some(64));
        parts(&answer);
    }
    println!("{} answers keep the contract", questions.len());
}

fn parts(answer: &Value) {
    let list = |name: &str| answer[name].as_array().unwrap_or_else(|| panic!("{name} is no list")).clone();
    for route in list("routes") {
        has(&route, &["route", "ok", "because"]);
        one_of(&route["route"], &ROUTES);
        assert!(route["ok"].is_boolean());
    }
    for condition in list("conditions") {
        has(&condition, &["id", "who", "strength", "text", "because", "sources"]);
        one_of(&condition["strength"], &["must", "should", "tip"]);
        assert!(!condition["sources"].as_array().is_some_and(Vec::is_empty), "{condition}");
    }
    for reason in list("reasons") {
        has(&reason, &["rule", "effect", "text", "cites", "facts"]);
    }
    if answer["outcome"] == "not_allowed" {
        assert!(answer["route"].is_null(), "{answer}");
    } else {
        one_of(&answer["route"], &ROUTES);
    }
}

#[test]
fn an_open_question_is_answered_for_every_age() {
    let answer = magdit(&["check", "kahoot", "--json", "--as-of", "2026-11-21"]).json();
    let ages: Vec<&str> =
        answer["by_case"].as_array().expect("a list").iter().filter_map(|case| case["age"].as_str()).collect();
    assert_eq!(ages, ["under_13", "13_15", "16_17", "adult"]);
    let answer = magdit(&["check", "kahoot", "--age", "11", "--json"]).json();
    assert_eq!(answer["by_case"].as_array().map(Vec::len), Some(0));
}

#[test]
fn search_has_every_name_of_the_contract() {
    let table = [
        ("kahoot", "name", true),
        ("https://play.google.com/store/apps/details?id=no.mobitroll.kahoot.android", "link", true),
        ("no.mobitroll.kahoot.android", "package", true),
        ("mag ik kahoot gebruiken in de les?", "sentence", false),
        ("kahoet", "name", true),
    ];
    for (text, kind, certain_or_open) in table {
        let run = magdit(&["search", text, "--json"]);
        assert_eq!(run.code, 0, "{run:?}");
        let found = run.json();
        assert_eq!(found["query_kind"], kind, "{text}");
        assert!(found["certain"].is_boolean());
        if certain_or_open {
            assert_eq!(found["certain"], true, "{text}: {found}");
        }
        let first = &found["matches"][0];
        has(first, &["id", "name", "matched", "kind", "distance"]);
        assert_eq!(first["id"], "kahoot", "{text}");
        assert!(first["distance"].is_u64());
    }
}

#[test]
fn a_failure_is_json_too() {
    let run = magdit(&["check", "kahoot", "--edition", "platinum", "--json"]);
    assert_eq!(run.code, 2);
    let said: Value = serde_json::from_str(run.err.trim()).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    has(&said, &["code", "error", "exit_code"]);
    assert_eq!((&said["exit_code"], &said["code"]), (&2.into(), &"unknown_edition".into()));
}

#[test]
fn json_is_the_bytes_that_every_binding_gives() {
    let library = magdit_tests::embedded();
    let question = r#"{"role":"teacher","age":11,"as_of":"2026-11-21","today":"2026-11-22"}"#;
    let asked = ["--role", "teacher", "--age", "11", "--as-of", "2026-11-21"];
    let table: [(&[&str], _); 5] = [
        (&["check", "kahoot"], json::check(&library, "kahoot", question, "nl")),
        (&["check", "kahoot", "--lang", "en"], json::check(&library, "kahoot", question, "en")),
        (&["search", "kahoet", "--limit", "3"], json::search(&library, "kahoet", 3)),
        (&["tool", "kahoot"], json::tool(&library, "kahoot")),
        (&["info"], json::info(&library, Some("2026-11-22"))),
    ];
    for (call, expected) in &table {
        let more: &[&str] = if call[0] == "check" { &asked } else { &[] };
        let all: Vec<&str> = call.iter().chain(more).chain(&["--json", "--today", "2026-11-22"]).copied().collect();
        let expected = expected.as_ref().unwrap_or_else(|error| panic!("{error}"));
        let printed = magdit(&all).out;
        if call[0] == "info" {
            // The command adds who signed the file.
            let library = expected.strip_suffix('}').expect("an object");
            assert!(printed.starts_with(&format!(r#"{library},"key_epoch":"#)), "{printed}");
        } else {
            assert_eq!(printed, format!("{expected}\n"), "{call:?}");
        }
    }
    println!("{} calls print the library's bytes", table.len());
}

#[test]
fn the_same_question_prints_the_same_bytes() {
    let ask = || magdit(&["check", "kahoot", "--role", "teacher", "--age", "11", "--as-of", "2026-11-21", "--json"]);
    assert_eq!(ask().out, ask().out);
}

#[test]
fn dutch_is_spoken_unless_english_is_asked_for() {
    let ask = |arguments: &[&str]| {
        let all: Vec<&str> =
            ["check", "kahoot", "--role", "teacher", "--age", "11"].iter().chain(arguments).copied().collect();
        magdit(&all)
    };
    let (dutch, english) = (ask(&[]), ask(&["--lang", "en"]));
    assert_eq!((dutch.code, english.code), (0, 0));
    assert!(dutch.out.contains("De school beslist"), "{dutch:?}");
    assert!(!english.out.contains("De school beslist"), "{english:?}");
    assert!(english.out.to_lowercase().contains("the school decides"), "{english:?}");
}
