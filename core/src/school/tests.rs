//! What a school's file reads as.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::tool::Kind;

pub(super) fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

pub(super) fn fact(key: &str, value: &Json) -> Json {
    json!({ "key": key, "value": value, "source": "school", "place": "1", "jurisdiction": "nl",
            "content_date": "2020-01-01", "checked_on": "2026-11-21", "review_by": "2030-01-01" })
}

pub(super) fn tool_json(id: &str, kind: Kind, facts: &[Json]) -> Json {
    json!({ "id": id, "name": "Voorbeeldquiz", "supplier": "voorbeeld-media", "kind": kind, "purposes": ["practise"],
            "status": { "state": "active" }, "usage": "common",
            "editions": [{ "id": "school", "name": "Voorbeeldquiz", "plan": "education", "facts": facts },
                         { "id": "gratis", "name": "Voorbeeldquiz", "plan": "free_teacher", "facts": facts }] })
}

pub(super) fn tool(kind: Kind, facts: &[Json]) -> Tool {
    serde_json::from_value(tool_json("quiz", kind, facts)).expect("a tool")
}

pub(super) fn decision(more: &Json) -> Json {
    let mut entry =
        json!({ "tool": "quiz", "decision": "approved", "date": "2026-01-01", "decided_by": "schoolleider" });
    for (key, value) in more.as_object().expect("an object") {
        entry[key] = value.clone();
    }
    entry
}

pub(super) fn file(decisions: &[Json]) -> Json {
    json!({ "name": "Voorbeeldschool", "date": "2026-11-21", "decisions": decisions })
}

/// Reads a file over a knowledge base that has these tools.
pub(super) fn read_over(bytes: &[u8], tool: &dyn Fn(&str) -> Option<Tool>) -> Result<School, SchoolError> {
    let nearest = |text: &str| text.starts_with("qui").then(|| "quiz".to_owned());
    School::read(bytes, &National { tool, nearest: &nearest })
}

pub(super) fn read(file: &Json) -> Result<School, SchoolError> {
    read_over(file.to_string().as_bytes(), &|id| (id == "quiz").then(|| tool(Kind::Quiz, &[])))
}

fn problems(file: &Json) -> Vec<String> {
    read(file).expect("it reads").problems().iter().map(ToString::to_string).collect()
}

#[test]
fn one_bad_entry_is_reported_with_its_place_and_the_others_hold() {
    let file = file(&[
        decision(&json!({})),
        decision(&json!({ "decision": "maybe" })),
        decision(&json!({ "date": "2026-02-01" })),
    ]);
    let school = read(&file).unwrap();
    assert_eq!(school.decisions().len(), 2);
    let [problem] = school.problems() else { panic!("{:?}", school.problems()) };
    assert_eq!((problem.list, problem.number, problem.skipped), (SchoolList::Decisions, 2, true));
    assert_eq!(problem.tool.as_deref(), Some("quiz"));
    assert!(problem.what.contains("approved_with_conditions"), "{problem}");
}

#[test]
fn every_way_in_which_a_decision_can_be_wrong_is_said() {
    let long = "a".repeat(School::MAX_TEXT + 1);
    let cases = [
        (json!({ "valeu": 1 }), "unknown field"),
        (json!({ "tool": "onbekend" }), "no tool with this id"),
        (json!({ "edition": "andere" }), "no such edition; it has: school, gratis"),
        (json!({ "date": "2026-02-30" }), "decisions 1"),
        (json!({ "valid_until": "2025-12-31" }), "last day lies before"),
        (json!({ "conditions": ["Alleen in klas 3."] }), "no conditions of its own"),
        (json!({ "decision": "refused", "conditions": ["Alleen in klas 3."] }), "no conditions of its own"),
        (json!({ "decision": "approved_with_conditions" }), "names no condition"),
        (json!({ "decided_by": "" }), "is empty"),
        (json!({ "decided_by": long }), "longer than 500"),
        (json!({ "decided_by": "a\u{202e}b" }), "cannot be seen"),
        (json!({ "settings": ["zie http://school.example"] }), "not https"),
        (json!({ "route": "raam" }), "decisions 1"),
        (json!({ "agreement_signed": true }), "decisions 1"),
    ];
    for (more, said) in cases {
        let found = problems(&file(&[decision(&more)]));
        let end =
            if said.starts_with("no tool") { "(left out)" } else { "(left out; answers on this tool ask the school)" };
        let [found] = found.as_slice() else { panic!("{more} {found:?}") };
        assert!(found.contains(said) && found.ends_with(end), "{more} {found}");
    }
    assert_eq!(problems(&file(&[decision(&json!({ "valid_until": "2026-01-01" }))])), Vec::<String>::new());
    assert_eq!(problems(&file(&[json!(3), json!(null)])).len(), 2);
}

#[test]
fn an_entry_that_cannot_be_read_marks_every_tool_it_names_and_no_other() {
    let marked = |entry: &str| {
        let text = format!(r#"{{"name":"a","date":"2026-11-21","decisions":[{entry}]}}"#);
        let school = read_over(text.as_bytes(), &|id| (id == "quiz").then(|| tool(Kind::Quiz, &[]))).unwrap();
        let [problem] = school.problems() else { panic!("{:?}", school.problems()) };
        let unreadable = school.at("quiz", "school", day("2026-11-21")).unreadable;
        assert_eq!((problem.skipped, problem.asks_school), (true, unreadable), "{problem}");
        assert!(!school.at("quiz-b", "school", day("2026-11-21")).unreadable);
        (unreadable, problem.to_string())
    };
    let rest = r#""date":"2026-01-01","decided_by":"x""#;
    for entry in [
        format!(r#"{{"tool":"quiz","decision":"refusd",{rest}}}"#),
        format!(r#"{{"tool":" Quiz ","decision":"refused",{rest}}}"#),
        format!(r#"{{"tool":"ander","tool":"quiz","decision":"refused",{rest}}}"#),
        r#"{"tool":"quiz","x":[[[{"tool":"y"}]]]}"#.to_owned(),
    ] {
        assert!(marked(&entry).0, "{entry}");
    }
    for entry in [
        format!(r#"{{"tool":"quizz","decision":"refused",{rest}}}"#),
        format!(r#"{{"tool":["quiz"],"decision":"refused",{rest}}}"#),
        format!(r#"{{"tol":"quiz","decision":"refused",{rest}}}"#),
        r#""quiz""#.to_owned(),
    ] {
        assert!(!marked(&entry).0, "{entry}");
    }
    let (_, said) = marked(&format!(r#"{{"tool":"quizz","decision":"refused",{rest}}}"#));
    assert!(said.contains("no tool with this id; the nearest one is `quiz`"), "{said}");
}

#[test]
fn the_nearest_tool_is_looked_up_for_so_many_entries_and_no_more() {
    let entry = decision(&json!({ "tool": "quizz" }));
    let named = problems(&file(&vec![entry; 25])).iter().filter(|said| said.contains("nearest")).count();
    assert_eq!(named, 20);
}

#[test]
fn a_field_that_stands_twice_and_deep_nesting_are_refused_without_harm() {
    let twice = r#"{"tool":"quiz","tool":"quiz","decision":"approved","date":"2026-01-01","decided_by":"x"}"#;
    let depth = if cfg!(miri) { 1_000 } else { 100_000 };
    let deep = "[".repeat(depth) + &"]".repeat(depth);
    let deep_tool = format!(r#"{{"id":"x","z":{deep}}}"#);
    let text = format!(r#"{{"name":"a","date":"2026-11-21","decisions":[{twice},{deep}],"tools":[{deep_tool}]}}"#);
    let school = read_over(text.as_bytes(), &|_| None).unwrap();
    assert_eq!((school.decisions().len(), school.tools().len(), school.problems().len()), (0, 0, 3));
    assert!(school.problems().iter().any(|problem| problem.what.contains("duplicate field")));
}

#[test]
fn a_file_that_cannot_be_used_at_all_is_an_error() {
    let refused = |text: &str| read_over(text.as_bytes(), &|_| None).unwrap_err();
    assert!(matches!(refused(""), SchoolError::NotJson { line: 1, .. }));
    assert!(matches!(refused("name = \"a\""), SchoolError::NotJson { .. }));
    assert!(matches!(refused("{\n\"name\": }"), SchoolError::NotJson { line: 2, .. }));
    assert!(matches!(refused("[]"), SchoolError::Shape { .. }));
    assert!(matches!(refused("{}"), SchoolError::Shape { .. }));
    let no_text = |bytes: &[u8]| read_over(bytes, &|_| None).unwrap_err();
    assert_eq!(no_text(b"\xff\xfe"), SchoolError::NotJson { line: 1, column: 1 });
    assert_eq!(no_text(b"{\n\n  \xff"), SchoolError::NotJson { line: 3, column: 3 });
    let with = |key: &str, value: Json| {
        let mut file = file(&[]);
        file[key] = value;
        read(&file)
    };
    for (key, value) in [
        ("desicions", json!([])),
        ("contacts", json!({ "director": "x" })),
        ("undecided_free_tools", json!("allowed")),
        ("sector", json!("wo")),
    ] {
        assert!(matches!(with(key, value), Err(SchoolError::Shape { .. })), "{key}");
    }
    for (key, value) in [("name", json!("")), ("contacts", json!({ "incidents": "http://meld.example" }))] {
        assert!(matches!(with(key, value), Err(SchoolError::Text { .. })), "{key}");
    }
}

#[test]
#[cfg_attr(miri, ignore = "the largest file there is")]
fn limits_hold_to_the_byte_and_to_the_entry() {
    let sized = |size: usize| {
        let mut text = file(&[]).to_string();
        text.extend(core::iter::repeat_n(' ', size - text.len()));
        read_over(text.as_bytes(), &|_| None)
    };
    assert!(sized(School::MAX_BYTES).is_ok());
    assert_eq!(sized(School::MAX_BYTES + 1), Err(SchoolError::TooLarge { found: School::MAX_BYTES + 1 }));
    let entries = |count: usize| read(&file(&vec![json!(0); count]));
    assert_eq!(entries(School::MAX_ENTRIES).unwrap().problems().len(), School::MAX_ENTRIES);
    assert_eq!(entries(School::MAX_ENTRIES + 1), Err(SchoolError::TooMany { found: School::MAX_ENTRIES + 1 }));
}

#[test]
fn own_tools_are_checked_like_records_and_cannot_stand_for_national_ones() {
    let with = |tools: &[Json]| {
        let mut file = file(&[decision(&json!({ "tool": "eigen" }))]);
        file["tools"] = json!(tools);
        read(&file).unwrap()
    };
    let good = tool_json("eigen", Kind::Practice, &[fact("no_account", &json!(true))]);
    let school = with(core::slice::from_ref(&good));
    assert_eq!((school.tools().len(), school.decisions().len(), school.problems()), (1, 1, [].as_slice()));
    let changed = |pointer: &str, value: Json| {
        let mut tool = good.clone();
        *tool.pointer_mut(pointer).expect("it is there") = value;
        tool
    };
    let mut unread = good.clone();
    unread["editions"][0]["facts"][0]["valeu"] = json!(1);
    let mut both = good.clone();
    both["editions"][0]["facts"][0]["searched"] = json!(["school"]);
    let assessment = json!([{ "by": "SIVON", "date": "2026-01-01", "outcome": "usable", "scope": {},
        "outside_scope": "not_covered", "source": "school", "place": "1", "checked_on": "2026-01-01",
        "review_by": "2030-01-01" }]);
    let mut assessed = good.clone();
    assessed["editions"][0]["assessments"] = assessment;
    let renamed = json!({ "state": "renamed", "to": "quiz", "source": "school" });
    let mut corrected = good.clone();
    corrected["editions"][0]["facts"][0]["correction"] =
        json!({ "by": "Maker", "value": false, "source": "avg", "place": "1", "checked_on": "2026-01-01" });
    let mut cited = good.clone();
    cited["status_cited"] = json!({ "source": "avg" });
    let cases = [
        (corrected, "a correction"),
        (cited, "cites a document"),
        (unread, "unknown field, expected one of `key`, `routes`, `value`"),
        (both, "a value and its source, or unknown"),
        (assessed, "central assessment"),
        (changed("/id", json!("quiz")), "knowledge base has this tool"),
        (changed("/id", json!("Eigen!")), "an id is not right"),
        (changed("/name", json!("a\u{200b}")), "cannot be seen"),
        (changed("/kind", json!("toy")), "expected one of"),
        (changed("/name", json!("!?")), "no letter or digit"),
        (changed("/name", json!("a".repeat(65))), "longer than 64"),
        (changed("/status", renamed), "not active"),
        (changed("/editions", json!([])), "no edition"),
        (changed("/editions/1/id", json!("school")), "two with one id"),
        (changed("/editions/0/facts/0/value", json!(3)), "`no_account`"),
        (changed("/editions/0/facts/0/source", json!("avg")), "not this file"),
    ];
    for (tool, said) in cases {
        let school = with(&[tool]);
        assert!(school.tools().is_empty());
        let found: Vec<String> = school.problems().iter().map(ToString::to_string).collect();
        assert!(found.len() == 2 && found.iter().any(|problem| problem.contains(said)), "{said}: {found:?}");
    }
    let twice = with(&[good.clone(), good]);
    assert_eq!(twice.tools().len(), 1);
    let [problem] = twice.problems() else { panic!("{:?}", twice.problems()) };
    assert!(problem.skipped && problem.what.contains("two tools with this id"), "{problem}");
}

#[test]
fn own_tools_are_kept_by_id_whatever_their_order_and_may_leave_empty_fields_out_or_in() {
    let own = |id: &str| {
        let mut tool = tool_json(id, Kind::Practice, &[]);
        tool["name"] = json!(format!("Voorbeeld {id}"));
        (tool["domains"], tool["status_cited"]) = (json!([]), json!(null));
        tool
    };
    let mut file = file(&[decision(&json!({ "tool": "eigen-b" }))]);
    file["tools"] = json!([own("eigen-c"), own("eigen-a"), own("eigen-d"), own("eigen-b")]);
    let school = read(&file).unwrap();
    assert_eq!(school.problems(), []);
    let ids: Vec<&str> = school.tools().iter().map(|tool| tool.id.as_str()).collect();
    assert_eq!(ids, ["eigen-a", "eigen-b", "eigen-c", "eigen-d"]);
    for id in ids {
        assert_eq!(school.tool(id).map(|tool| tool.id.as_str()), Some(id));
    }
    assert_eq!((school.tool("eigen").is_none(), school.decisions().len()), (true, 1));
    // A field that no tool has is refused, whatever stands in it.
    for value in [json!([]), json!(null), json!(["x"])] {
        file["tools"][0]["shop"] = value;
        assert_eq!(read(&file).unwrap().tools().len(), 3);
    }
}

#[test]
fn entries_on_one_edition_and_route_contradict_and_on_two_do_not() {
    let of = |one: &Json, other: &Json| {
        let mut refused = other.clone();
        refused["decision"] = json!("refused");
        problems(&file(&[decision(one), decision(&refused)])).len()
    };
    let (school, gratis) = (json!({ "edition": "school" }), json!({ "edition": "gratis" }));
    assert_eq!((of(&school, &school), of(&school, &gratis)), (1, 0));
    let (sso, none) = (json!({ "route": "school_sso" }), json!({ "route": "no_account" }));
    assert_eq!((of(&sso, &sso), of(&sso, &none), of(&sso, &school)), (1, 0, 1));
}

#[test]
fn bad_own_tools_leave_the_look_for_the_nearest_tool_alone() {
    let mut file = file(&[decision(&json!({ "tool": "quizz" }))]);
    file["tools"] = json!(vec![json!({ "id": "x" }); 30]);
    assert_eq!(problems(&file).iter().filter(|said| said.contains("nearest")).count(), 1);
}

#[test]
fn the_schema_for_editors_knows_the_same_fields_and_words() {
    let schema: Json = serde_json::from_str(include_str!("../../../examples/school.schema.json")).expect("JSON");
    let words = |pointer: &str| schema.pointer(pointer).cloned().expect("it is there");
    assert_eq!(words("/properties/decisions/items/properties/decision/enum"), json!(Decision::WORDS));
    assert_eq!(words("/properties/decisions/items/properties/route/enum"), json!(Route::WORDS));
    assert_eq!(words("/properties/sector/enum"), json!(Sector::WORDS));
    assert_eq!(words("/properties/undecided_free_tools/enum"), json!(UndecidedTools::WORDS));
    let listed = |pointer: &str| {
        let fields = words(pointer);
        fields.as_object().into_iter().flatten().map(|(key, _)| format!("`{key}`")).collect::<Vec<_>>()
    };
    let known = |file: &Json| match read(file) {
        Err(SchoolError::Shape { what, .. }) => what,
        other => other.expect("it reads").problems().iter().map(|problem| problem.what.clone()).collect(),
    };
    let with = |key: &str, value: Json| {
        let mut file = file(&[]);
        file[key] = value;
        known(&file)
    };
    for (pointer, said) in [
        ("/properties", with("x", json!(1))),
        ("/properties/contacts/properties", with("contacts", json!({ "x": 1 }))),
        ("/properties/decisions/items/properties", with("decisions", json!([decision(&json!({ "x": 1 }))]))),
    ] {
        let listed = listed(pointer);
        assert!(listed.iter().all(|field| said.contains(field)), "{said}: {listed:?}");
        assert_eq!(said.matches('`').count(), listed.len() * 2, "{said}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(miri) { 2 } else { 2000 }))]

    #[test]
    fn any_bytes_read_or_are_refused(text in "\\PC{0,200}", bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_over(text.as_bytes(), &|_| None);
        let _ = read_over(&bytes, &|_| None);
        let entry = json!({ "name": "a", "date": "2026-11-21", "decisions": [text], "tools": [text] });
        prop_assert_eq!(read_over(entry.to_string().as_bytes(), &|_| None).unwrap().problems().len(), 2);
    }
}
