//! Looking behind answers: trails, explanations, histories, differences.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use magdit::Date;
use magdit_tests::{TODAY, copy, root};
use serde_json::Value;

use crate::command::{Run, folder, magdit};

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_else(|| panic!("no list: {value}"))
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no word: {value}"))
}

/// Builds the sound records with one text in place of another.
fn built(dir: &Path, name: &str, file: &str, from: &str, to: &str) -> String {
    let data = dir.join(format!("{name}-data"));
    copy(&root("tests/bad-data/_base"), &data);
    let path = data.join(file);
    let text = fs::read_to_string(&path).expect("the record");
    assert!(text.contains(from), "{from} is not in {file}");
    fs::write(&path, text.replacen(from, to, 1)).expect("the record can be written");
    let output = dir.join(format!("{name}.kb")).to_string_lossy().into_owned();
    let run = magdit(&["build", &data.to_string_lossy(), "-o", &output]);
    assert_eq!(run.code, 0, "{run:?}");
    output
}

#[test]
fn a_difference_is_no_error_and_a_loosening_is_one_when_asked() {
    const RECORD: &str = "tools/voorbeeldquiz.toml";
    let dir = folder("diff");
    let old = built(&dir, "old", RECORD, "value = 13", "value = 16");
    let new = built(&dir, "new", RECORD, "value = 13", "value = 12");
    let ask = |arguments: &[&str]| -> Run {
        let all: Vec<&str> = ["diff"].iter().chain(arguments).copied().collect();
        magdit(&all)
    };
    let looser = ask(&[&old, &new]);
    assert_eq!(looser.code, 0, "{looser:?}");
    let first = looser.out.lines().find(|line| line.contains('!')).unwrap_or_default();
    assert!(first.contains("voorbeeldquiz") && first.contains("younger_age"), "{looser:?}");
    assert!(looser.out.contains("12–15") && looser.out.contains("supplier-minimum-age"), "{looser:?}");
    assert_eq!(ask(&[&new, &old, "--fail-on-loosening"]).code, 0);
    ask(&[&old, &new, "--fail-on-loosening"]).refuses(6, &["less strict"]);
    let same = ask(&[&old, &old, "--fail-on-loosening"]);
    assert!(same.code == 0 && same.out.contains("nothing differs"), "{same:?}");
    let json = ask(&[&old, &new, "--json", "--role", "pupil"]).json();
    let marked: Vec<bool> =
        list(&json["answers"]).iter().map(|change| !list(&change["loosenings"]).is_empty()).collect();
    assert!(marked.first() == Some(&true) && marked.is_sorted_by(|one, next| one >= next), "{marked:?}");
    for change in list(&json["answers"]) {
        assert!(list(&change["whom"]).iter().all(|whom| whom["roles"] == serde_json::json!(["pupil"])), "{change}");
        assert!(change["from"]["outcome"].is_string() && change["because"]["record"].is_array());
    }
    ask(&[&old, "no-such.kb"]).refuses(4, &["no-such.kb"]);
    ask(&[&old, &new, "--tool", "zzqqxxyy"]).refuses(3, &[]);
    ask(&[&old]).refuses(2, &["NEW"]);
}

#[test]
fn an_answer_that_grew_too_old_says_until_when_it_was_a_yes() {
    let ask = |day: &str, lang: &str| {
        let question = ["check", "kahoot", "--role", "teacher", "--age", "11", "--sector", "po"];
        let days = ["--as-of", day, "--today", TODAY, "--json", "--lang", lang];
        magdit(&[&question[..], &days].concat()).json()
    };
    let (old, english) = (ask("2028-01-15", "nl"), ask("2028-01-15", "en"));
    assert_eq!(old["outcome"], "ask_school");
    assert_eq!((&old["was"]["outcome"], &old["was"]["on"]), (&english["was"]["outcome"], &english["was"]["on"]));
    let last = Date::parse(word(&old["was"]["on"])).expect("a day");
    assert!(word(&old["was"]["text"]).contains(&last.year().to_string()), "{old}");
    assert!(word(&english["was"]["text"]).contains("still allowed"), "{english}");
    let then = ask(&last.to_string(), "nl");
    assert_eq!((&then["outcome"], &then["route"]), (&old["was"]["outcome"], &old["was"]["route"]));
    assert!(then["was"].is_null());
    let next = Date::new(last.year(), last.month(), last.day() + 1).expect("not the last day of a month");
    let after = ask(&next.to_string(), "nl");
    assert_eq!((&after["outcome"], &after["was"]["on"]), (&"ask_school".into(), &old["was"]["on"]));
}

#[test]
fn changes_are_told_in_order_of_time_with_their_sources() {
    let run = magdit(&["changes", "zoom", "--json"]);
    assert_eq!(run.code, 0, "{run:?}");
    let history = run.json();
    let days: Vec<&str> = list(&history["events"]).iter().filter_map(|event| event["on"].as_str()).collect();
    assert!(days.len() > 10 && days.is_sorted(), "{days:?}");
    let sources: BTreeSet<&str> = list(&history["sources"]).iter().map(|source| word(&source["id"])).collect();
    let mut kinds = BTreeSet::new();
    for event in list(&history["events"]) {
        kinds.insert(word(&event["kind"]));
        assert!(event["kind"] == "not_found" || sources.contains(word(&event["source"])), "{event}");
    }
    assert_eq!(kinds, BTreeSet::from(["assessment", "fact", "not_found"]));
    let shown = magdit(&["changes", "zoom", "--lang", "en"]);
    assert!(shown.out.contains("1 April 2020") && shown.out.contains("restraint"), "{shown:?}");
    let gone = magdit(&["changes", "skype", "--json"]).json();
    assert!(list(&gone["events"]).iter().any(|event| event["kind"] == "discontinued"), "{gone}");
    assert_eq!(magdit(&["changes", "zzqqxxyy"]).code, 3);
}

#[test]
fn every_kind_of_id_is_explained_and_another_gets_its_neighbours() {
    let table = [
        ("supplier-minimum-age", "rule", "minimum_age"),
        ("sign-agreement", "condition", "processing-agreement"),
        ("minimum_age", "fact", "supplier-minimum-age"),
        ("consent_age", "parameter", "DK 15"),
        ("seed-distance", "source", "zoom"),
    ];
    for (id, kind, says) in table {
        let run = magdit(&["explain", id]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.out.contains(id) && run.out.contains(kind) && run.out.contains(says), "{id}: {run:?}");
        let explained = magdit(&["explain", id, "--json"]).json();
        assert_eq!(explained["explained"][0]["kind"], kind);
    }
    let both = magdit(&["explain", "parental-consent", "--json"]).json();
    let kinds: Vec<&str> = list(&both["explained"]).iter().map(|explained| word(&explained["kind"])).collect();
    assert_eq!(kinds, ["rule", "condition"]);
    assert_eq!(both["explained"][0]["question"]["nl"]["teacher"], "Moeten ouders toestemming geven?");
    magdit(&["explain", "sign-agreemnt"]).refuses(2, &["sign-agreement"]);
    magdit(&["explain", "zzqqxxyy"]).refuses(2, &["no rule, condition, fact, parameter or source"]);
    assert_eq!(magdit(&["explain", "dpia", "--tool", "zzqqxxyy"]).code, 3);
}

#[test]
fn an_explanation_says_how_it_came_out_and_what_was_not_looked_at() {
    let ask = |id: &str, question: &[&str]| {
        let all: Vec<&str> =
            ["explain", id, "--json", "--as-of", "2026-11-21"].iter().chain(question).copied().collect();
        let run = magdit(&all);
        assert_eq!(run.code, 0, "{run:?}");
        run.json()["here"].clone()
    };
    let here = ask("supplier-minimum-age", &["--tool", "zoom", "--age", "15", "--account", "private"]);
    let closes = list(&here["findings"]).iter().find(|found| found["reason"]["effect"] == "closes").expect("too young");
    let fact = &closes["reason"]["facts"][0];
    assert_eq!((&fact["key"], &fact["value"]), (&"minimum_age".into(), &16.into()));
    for field in ["source", "place", "checked_on", "review_by"] {
        assert!(fact[field].is_string(), "{field}: {fact}");
    }
    assert!(!list(&here["not_looked_at"]["never"]).is_empty());
    let here = ask("consent_age", &["--tool", "kahoot", "--age", "14", "--account", "private", "--country", "DK"]);
    assert_eq!(here["in_force"][0]["value"], 15);
    assert!(list(&here["findings"]).iter().any(|found| found["reason"]["rule"] == "parental-consent"));
    let here = ask("own-consent", &["--tool", "kahoot", "--age", "17", "--account", "private"]);
    assert_eq!(here["condition"]["id"], "own-consent");
    assert_eq!(here["sentences"][0]["rules"][0], "parental-consent");
    let here = ask("advertising", &["--tool", "zoom", "--role", "teacher"]);
    assert!(!list(&here["recorded"]).is_empty(), "{here}");
}

#[test]
fn every_sentence_of_an_answer_leads_to_a_rule_or_a_condition_and_its_documents() {
    let questions: [&[&str]; 5] = [
        &["kahoot", "--role", "teacher", "--age", "11", "--sector", "po"],
        &["kahoot"],
        &["zoom", "--role", "teacher", "--purpose", "communicate", "--lang", "en"],
        &["chatgpt", "--age", "15", "--account", "private"],
        &["magister", "--role", "parent"],
    ];
    let mut counted = 0;
    for question in questions {
        let ask = |more: &[&str]| {
            let fixed = ["check", "--json", "--as-of", "2026-11-21"];
            let all: Vec<&str> = fixed.iter().chain(question).chain(more).copied().collect();
            magdit(&all).json()
        };
        let mut answer = ask(&["--trace"]);
        let trace = answer.as_object_mut().and_then(|fields| fields.remove("trace")).expect("a trace");
        assert_eq!(answer, ask(&[]), "the trace changes no answer");
        let told: BTreeSet<&str> = list(&trace["sentences"]).iter().map(|sentence| word(&sentence["text"])).collect();
        let fields = ["headline", "route_text", "consent_text", "why", "standing"].map(|field| &answer[field]);
        let texts = |name: &str, field: &str| -> Vec<Value> {
            list(&answer[name]).iter().map(|entry| entry[field].clone()).collect()
        };
        let lists = [texts("reasons", "text"), texts("conditions", "text"), texts("conditions", "because")].concat();
        for sentence in fields.into_iter().chain(&lists) {
            counted += 1;
            assert!(told.contains(word(sentence)), "{sentence} is not in the trace");
        }
        for sentence in list(&trace["sentences"]) {
            let has_rule = !list(&sentence["rules"]).is_empty();
            assert!(has_rule == (sentence["by"] == "rule"), "{sentence}");
            assert!(has_rule || sentence["condition"].is_string() || sentence["by"] == "outcome", "{sentence}");
        }
        let sources: BTreeSet<&str> = list(&trace["sources"]).iter().map(|source| word(&source["id"])).collect();
        for route in routes(&trace) {
            for reason in list(&route["reasons"]) {
                for source in list(&reason["sources"]) {
                    assert!(sources.contains(word(source)), "{source} of {reason}");
                }
                for fact in list(&reason["facts"]).iter().filter(|fact| !fact["value"].is_null()) {
                    assert!(sources.contains(word(&fact["source"])) && fact["checked_on"].is_string(), "{fact}");
                }
            }
        }
        let not = &trace["not_looked_at"];
        assert!(!list(&not["never"]).is_empty() && !list(&not["open"]).is_empty());
    }
    println!("{counted} sentences lead to where they come from");
    let shown = magdit(&["check", "zoom", "--role", "teacher", "--trace", "--lang", "en"]);
    assert!(shown.code == 0 && shown.out.contains("What was not looked at"), "{shown:?}");
}

fn routes(trace: &Value) -> Vec<&Value> {
    let cases = list(&trace["editions"]).iter().flat_map(|edition| list(&edition["cases"]));
    cases.flat_map(|case| list(&case["routes"])).collect()
}
