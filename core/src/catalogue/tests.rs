//! Each part of a trigger, met and not met.

use serde_json::{Value as Json, json};

use super::*;
use crate::check::{self, Ground};
use crate::question::Question;
use crate::rules::{FactsOn, Users};
use crate::tool::Tool;

/// A quiz with a schools' edition of which two facts are known, used by pupils
/// of 11.
fn holds(trigger: &Json, asked: &Json) -> bool {
    let fact = |key: &str, value: &Json| {
        json!({ "key": key, "value": value, "source": "page", "place": "1", "jurisdiction": "nl",
                "content_date": "2020-01-01", "checked_on": "2026-11-21", "review_by": "2030-01-01" })
    };
    let facts = [
        fact("stores_work", &json!(true)),
        fact("ai_kind", &json!("generative")),
        fact("device_permissions", &json!(["camera", "microphone"])),
    ];
    let tool = json!({ "id": "quiz", "name": "Quiz", "supplier": "maker", "kind": "quiz", "purposes": ["practise"],
                       "status": { "state": "active" }, "usage": "common",
                       "editions": [{ "id": "a", "name": "A", "plan": "education", "facts": facts }] });
    let tool: Tool = serde_json::from_value(tool).expect("a tool");
    let mut question = json!({ "as_of": "2026-11-21" });
    for (key, value) in asked.as_object().expect("an object") {
        question[key] = value.clone();
    }
    let question: Question = serde_json::from_value(question).expect("a question");
    let ground = Ground::of(&question);
    let facts = FactsOn::new(&tool.editions[0], question.as_of);
    let situation = check::situation(&tool, &tool.editions[0], &facts, ground, Users::Pupils(11));
    let trigger: Trigger = serde_json::from_value(trigger.clone()).expect("a trigger");
    applies(&trigger, &situation, Route::NoAccount)
}

#[test]
fn a_trigger_without_parts_always_holds() {
    assert!(holds(&json!({}), &json!({})));
}

#[test]
fn every_part_has_to_hold() {
    let nothing = json!({});
    let parts = [
        (json!({ "kinds": ["quiz", "game"] }), json!({ "kinds": ["game"] }), nothing.clone()),
        (json!({ "plans": ["education"] }), json!({ "plans": ["consumer"] }), nothing.clone()),
        (json!({ "routes": ["no_account"] }), json!({ "routes": ["school_sso"] }), nothing.clone()),
        (json!({ "roles": ["teacher"] }), json!({ "roles": ["parent"] }), json!({ "role": "teacher" })),
        (json!({ "sectors": ["po"] }), json!({ "sectors": ["vo"] }), json!({ "sector": "po" })),
        (json!({ "purposes": ["show"] }), json!({ "purposes": ["assess"] }), json!({ "purpose": "show" })),
        (json!({ "data": ["images"] }), json!({ "data": ["special"] }), json!({ "data": "images" })),
        (json!({ "devices": ["own"] }), json!({ "devices": ["school"] }), json!({ "device": "own" })),
        (json!({ "procured": true }), json!({ "procured": false }), json!({ "procured": true })),
        (json!({ "age_below": 12 }), json!({ "age_below": 11 }), nothing.clone()),
        (
            json!({ "facts": [{ "key": "stores_work", "is": [true] }] }),
            json!({ "facts": [{ "key": "stores_work", "is": [false] }] }),
            nothing,
        ),
    ];
    for (met, not_met, asked) in &parts {
        assert!(holds(met, asked), "{met} {asked}");
        assert!(!holds(not_met, asked), "{not_met} {asked}");
        for (other, _, also) in &parts {
            let join = |one: &Json, other: &Json| {
                let mut both = one.clone();
                for (key, value) in other.as_object().expect("an object") {
                    both[key] = value.clone();
                }
                both
            };
            let (both, asked) = (join(other, not_met), join(also, asked));
            assert!(!holds(&both, &asked), "{both} {asked}");
        }
    }
}

#[test]
fn what_the_question_leaves_open_meets_a_role_or_sector_and_no_purpose_data_device_or_purchase() {
    for open in [json!({ "roles": ["parent"] }), json!({ "sectors": ["vo"] })] {
        assert!(holds(&open, &json!({})), "{open}");
    }
    for named in [
        json!({ "purposes": ["show"] }),
        json!({ "data": ["images"] }),
        json!({ "devices": ["own"] }),
        json!({ "procured": true }),
        json!({ "procured": false }),
    ] {
        assert!(!holds(&named, &json!({})), "{named}");
    }
}

#[test]
fn a_fact_is_one_of_those_named_or_unknown_where_that_counts() {
    let fact = |test: Json| holds(&json!({ "facts": [test] }), &json!({}));
    assert!(fact(json!({ "key": "ai_kind", "is": ["none", "generative"] })));
    assert!(!fact(json!({ "key": "ai_kind", "is": ["none"] })));
    assert!(fact(json!({ "key": "device_permissions", "is": ["camera"] })));
    assert!(!fact(json!({ "key": "device_permissions", "is": ["location"] })));
    assert!(!fact(json!({ "key": "recording", "is": [true] })));
    assert!(fact(json!({ "key": "recording", "is": [true], "or_unknown": true })));
    assert!(!fact(json!({ "key": "stores_work", "is": [false], "or_unknown": true })));
}
