//! Which tools are suggested, and in which order.

use serde_json::{Value as Json, json};

use super::*;
use crate::answer::{Basis, Consent, ConsentKind, Outcome};
use crate::date::Date;
use crate::question::Purpose;
use crate::tool::Route;

fn question() -> Question {
    Question::on(Date::parse("2026-11-21").expect("a date"))
}

/// A quiz for practising that somebody recorded, with parts that differ.
fn tool(id: &str, more: &Json) -> Tool {
    let fact = json!({ "key": "no_account", "value": true, "source": "page", "place": "1", "jurisdiction": "nl",
                       "content_date": "2020-01-01", "checked_on": "2026-11-21", "review_by": "2030-01-01" });
    let mut tool = json!({ "id": id, "name": id.to_uppercase(), "supplier": "voorbeeld-media", "kind": "quiz",
                           "purposes": ["practise"], "status": { "state": "active" }, "usage": "common",
                           "editions": [{ "id": "school", "name": id, "plan": "education", "facts": [fact] }] });
    for (key, value) in more.as_object().expect("an object") {
        tool[key] = value.clone();
    }
    serde_json::from_value(tool).expect("a tool")
}

fn brief(outcome: Outcome, route: Route, basis: Basis) -> Brief {
    let consent = Consent { kind: ConsentKind::None, until_age: None };
    Brief { edition: "school".to_owned(), outcome, route: Some(route), consent, basis }
}

fn found(question: &Question, others: &[Tool], answers: impl Fn(&Tool, &Question) -> Option<Brief>) -> Vec<String> {
    let found = find(&tool("quiz", &json!({})), question, others, answers);
    found.into_iter().map(|other| other.id).collect()
}

const fn plain(_: &Tool, _: &Question) -> Option<Brief> {
    None
}

fn passes(_: &Tool, _: &Question) -> Option<Brief> {
    Some(brief(Outcome::Conditional, Route::NoAccount, Basis::SupplierInformation))
}

#[test]
fn what_passes_is_told_as_it_passed() {
    let all = find(&tool("quiz", &json!({})), &question(), &[tool("a", &json!({}))], passes);
    let expected = Alternative {
        id: "a".to_owned(),
        name: "A".to_owned(),
        outcome: Outcome::Conditional,
        route: Some(Route::NoAccount),
        basis: Basis::SupplierInformation,
    };
    assert_eq!(all, [expected]);
    assert_eq!(found(&question(), &[tool("a", &json!({}))], plain), Vec::<String>::new());
    for no in [Outcome::AskSchool, Outcome::NotAllowed] {
        let asks = |_: &Tool, _: &Question| Some(brief(no, Route::NoAccount, Basis::SupplierInformation));
        assert_eq!(found(&question(), &[tool("a", &json!({}))], asks), Vec::<String>::new());
    }
}

#[test]
fn candidates_are_other_tools_that_exist_and_serve_the_purpose_in_any_edition() {
    let gone = json!({ "status": { "state": "discontinued", "on": "2020-01-01", "source": "page" } });
    let elsewhere = tool("elders", &json!({ "purposes": ["communicate"] }));
    let both = tool("beide", &json!({ "purposes": ["communicate", "practise"] }));
    let all = [tool("quiz", &json!({})), tool("weg", &gone), elsewhere, both, tool("a", &json!({}))];
    assert_eq!(found(&question(), &all, passes), ["beide", "a"]);
    let to_communicate = Question { purpose: Some(Purpose::Communicate), ..question() };
    assert_eq!(found(&to_communicate, &all, passes), ["elders", "beide"]);
    let of_edition = Question { edition: Some("school".to_owned()), ..question() };
    let open_edition = |tool: &Tool, question: &Question| passes(tool, question).filter(|_| question.edition.is_none());
    assert_eq!(found(&of_edition, &all, open_edition), ["beide", "a"]);
}

#[test]
fn tools_of_the_same_kind_leave_the_others_out() {
    let practice = |id: &str| tool(id, &json!({ "kind": "practice" }));
    assert_eq!(found(&question(), &[practice("oefenen"), tool("a", &json!({}))], passes), ["a"]);
    assert_eq!(found(&question(), &[practice("oefenen"), practice("meer")], passes), ["oefenen", "meer"]);
    let only_practice = |tool: &Tool, question: &Question| passes(tool, question).filter(|_| tool.kind != Kind::Quiz);
    assert_eq!(found(&question(), &[practice("oefenen"), tool("a", &json!({}))], only_practice), ["oefenen"]);
}

#[test]
fn the_firmest_basis_goes_first_then_the_freest_and_three_are_told() {
    let answers = |tool: &Tool, _: &Question| {
        let (outcome, basis) = match tool.id.as_str() {
            "vuistregel" => (Outcome::Allowed, Basis::RuleOfThumb),
            "leverancier" => (Outcome::Conditional, Basis::SupplierInformation),
            "vrij" => (Outcome::Allowed, Basis::SupplierInformation),
            _ => (Outcome::Conditional, Basis::CentralAssessment),
        };
        Some(brief(outcome, Route::NoAccount, basis))
    };
    let all = ["vuistregel", "leverancier", "vrij", "beoordeeld"].map(|id| tool(id, &json!({})));
    assert_eq!(found(&question(), &all, answers), ["beoordeeld", "vrij", "leverancier"]);
    assert_eq!(found(&question(), &all[..2], answers), ["leverancier", "vuistregel"]);
}

#[test]
fn stand_ins_are_recorded_active_and_share_a_purpose_their_own_kind_and_most_used_first() {
    let quiz = tool("quiz", &json!({}));
    let others = [
        tool("z", &json!({})),
        tool("a", &json!({})),
        tool("veel", &json!({ "usage": "everyday" })),
        tool("oefenen", &json!({ "kind": "practice", "usage": "everyday" })),
        tool("quiz", &json!({})),
        tool("kaal", &json!({ "editions": [{ "id": "school", "name": "Kaal", "plan": "education", "facts": [] }] })),
        tool("weg", &json!({ "status": { "state": "discontinued", "source": "page" } })),
        tool("elders", &json!({ "purposes": ["communicate"] })),
        tool("bellen", &json!({ "kind": "video_call" })),
    ];
    assert!(Kind::Practice.can_stand_in_for(Kind::Quiz) && !Kind::VideoCall.can_stand_in_for(Kind::Quiz));
    assert_eq!(stand_ins(&quiz, &others), ["veel", "a", "z", "oefenen"]);
    let many: Vec<Tool> = (10..40).map(|number| tool(&format!("t{number}"), &json!({}))).collect();
    assert_eq!(stand_ins(&quiz, &many).len(), MAX_CANDIDATES);
}

#[test]
fn an_own_tool_stands_in_where_its_kind_does_and_something_is_recorded_of_it() {
    let (quiz, own) = (tool("quiz", &json!({})), tool("eigen", &json!({ "kind": "practice" })));
    assert!(may_stand_in(&own, &quiz) && !may_stand_in(&tool("eigen", &json!({ "kind": "video_call" })), &quiz));
    let bare = json!({ "editions": [{ "id": "school", "name": "Kaal", "plan": "education", "facts": [] }] });
    assert!(!may_stand_in(&tool("eigen", &bare), &quiz));
}
