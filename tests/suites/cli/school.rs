//! A school's own file on the command line.

use std::fs;

use magdit_tests::TODAY;

use crate::command::{Run, folder, magdit, magdit_typing};

fn at(name: &str, file: &str, text: &str, arguments: &[&str]) -> Run {
    let path = folder(name).join(file);
    fs::write(&path, text).expect("a file can be written");
    let path = path.to_string_lossy().into_owned();
    let day = ["--today", TODAY, "--school", &path];
    magdit(&arguments.iter().chain(&day).copied().collect::<Vec<_>>())
}

const HEAD: &str = "name = \"De Linde\"\ndate = 2026-11-21\nsector = \"po\"\n";
const KAHOOT: [&str; 6] = ["check", "kahoot", "--role", "teacher", "--age", "11"];

fn entry(tool: &str, decision: &str, more: &str) -> String {
    format!(
        "{HEAD}[[decisions]]\ntool = \"{tool}\"\ndecision = \"{decision}\"\ndate = 2026-01-01\n\
         decided_by = \"schoolleider\"\n{more}\n"
    )
}

#[test]
fn the_file_shows_its_name_and_day_even_where_it_says_nothing() {
    let run = at("school-nothing", "school.toml", HEAD, &KAHOOT);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
    for said in ["Je school legde niets vast", "De Linde, nagekeken op 21 november 2026", "leraar, po"] {
        assert!(run.out.contains(said), "{said}: {run:?}");
    }
    let json = at("school-nothing-json", "school.toml", HEAD, &[&KAHOOT[..], &["--json"]].concat()).json();
    let school = &json["school"];
    assert_eq!(
        (&school["name"], &school["file_date"], &school["sector"]),
        (&"De Linde".into(), &"2026-11-21".into(), &"po".into())
    );
    assert!(school.get("decision").is_none() && school["in_force"] == false, "{school}");
    assert!(magdit(&["check", "kahoot", "--json"]).json().get("school").is_none());
}

#[test]
fn a_refusal_with_a_typing_error_asks_the_school_and_says_which_line() {
    let run = at("school-typo", "school.toml", &entry("kahoot", "refusd", ""), &[&KAHOOT[..], &["--json"]].concat());
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("answers on this tool ask the school") && run.err.contains("\"line\":4"), "{run:?}");
    let answer = run.json();
    assert_eq!((&answer["outcome"], &answer["school"]["unreadable"]), (&"ask_school".into(), &true.into()));
    assert_eq!(answer["reasons"][0]["rule"], "school-entry");
    let other =
        at("school-typo-other", "school.toml", &entry("quizlet", "refusd", ""), &[&KAHOOT[..], &["--json"]].concat());
    assert_eq!(other.json()["outcome"], "conditional");
    let nearest = at("school-nearest", "school.toml", &entry("kahoott", "refused", ""), &KAHOOT);
    assert!(nearest.err.contains("the nearest one is `kahoot`"), "{nearest:?}");
}

#[test]
fn a_file_that_cannot_be_used_exits_with_4() {
    at("school-head", "school.toml", &HEAD.replace("sector", "sektor"), &KAHOOT)
        .refuses(4, &["school.toml", "column 40", "`sector`"]);
    at("school-toml", "school.toml", "name = ", &KAHOOT).refuses(4, &["school.toml"]);
    at("school-json", "school.json", "{", &KAHOOT).refuses(4, &["school.json"]);
}

#[test]
fn what_the_school_decided_on_a_name_counts_in_the_dialogue() {
    let dir = folder("school-ask");
    let outcome = |name: &str, school: &str| {
        let (answers, file) = (dir.join("answers.json"), dir.join("school.toml"));
        let text = format!(
            r#"{{"name":"{name}","answers":{{"kind":"practice","routes":["no_account"],"usable_without_pupil_data":true,
                "minimum_age":0,"pupil_use_allowed":true,"ai_kind":"none","data_role":"processor"}}}}"#
        );
        fs::write(&answers, text).expect("a file can be written");
        fs::write(&file, school).expect("a file can be written");
        let (answers, file) = (answers.to_string_lossy().into_owned(), file.to_string_lossy().into_owned());
        let run = magdit_typing(
            &["ask", "--answers", &answers, "--age", "11", "--today", TODAY, "--school", &file, "--json"],
            "",
        );
        assert_eq!(run.code, 0, "{run:?}");
        run.json()["answer"]["outcome"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(outcome("Rekenraket", HEAD), "conditional");
    assert_eq!(outcome("Kahoot!", HEAD), "conditional");
    assert_eq!(outcome("Kahoot!", &entry("kahoot", "refused", "")), "not_allowed");
    assert_eq!(outcome("kahoot", &entry("kahoot", "refusd", "")), "ask_school");
    assert_eq!(outcome("Rekenraket", &entry("kahoot", "refused", "")), "conditional");
    let signed = "account = true";
    assert_eq!(outcome("Kahoot!", &entry("kahoot", "approved", signed)), "ask_school");
}

#[test]
fn a_tool_of_the_school_is_found_with_a_slip() {
    let day = ["--school", "examples/school.toml"];
    let search = |text: &str| magdit(&["search", text, "--json", day[0], day[1]]).json();
    assert_eq!(
        (&search("Rekenspel De Linde")["certain"], &search("rekenspl de linde")["certain"]),
        (&true.into(), &false.into())
    );
    assert_eq!(search("rekenspl de linde")["matches"][0]["id"], "delinde-rekenspel");
}

#[test]
fn a_tool_of_the_school_is_suggested_where_its_kind_can_stand_in() {
    let suggested = |id: &str, school: &[&str]| {
        let question = ["check", id, "--role", "teacher", "--age", "11", "--purpose", "practise", "--json"];
        let answer = magdit(&question.iter().chain(school).copied().collect::<Vec<_>>()).json();
        assert!(answer["alternatives"].as_array().is_some_and(|list| !list.is_empty() && list.len() <= 3), "{answer}");
        answer["alternatives"].to_string().contains("delinde-rekenspel")
    };
    let school = ["--school", "examples/school.toml"];
    assert!(suggested("quizlet", &school) && !suggested("quizlet", &[]));
}
