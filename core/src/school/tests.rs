//! What a school's file reads as, and what it can and cannot do.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::answer::{Effect, Outcome};
use crate::check::{self, EditionCheck, Found, Ground};
use crate::parameter::Parameter;
use crate::question::{Account, Data, Purpose, Question, Role};
use crate::tool::Kind;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn fact(key: &str, value: &Json) -> Json {
    json!({ "key": key, "value": value, "source": "school", "place": "1", "jurisdiction": "nl",
            "content_date": "2020-01-01", "checked_on": "2026-11-21", "review_by": "2030-01-01" })
}

fn tool_json(id: &str, kind: Kind, facts: &[Json]) -> Json {
    json!({ "id": id, "name": "Voorbeeldquiz", "supplier": "voorbeeld-media", "kind": kind, "purposes": ["practise"],
            "status": { "state": "active" }, "usage": "common",
            "editions": [{ "id": "school", "name": "Voorbeeldquiz", "plan": "education", "facts": facts },
                         { "id": "gratis", "name": "Voorbeeldquiz", "plan": "free_teacher", "facts": facts }] })
}

fn tool(kind: Kind, facts: &[Json]) -> Tool {
    serde_json::from_value(tool_json("quiz", kind, facts)).expect("a tool")
}

fn decision(more: &Json) -> Json {
    let mut entry =
        json!({ "tool": "quiz", "decision": "approved", "date": "2026-01-01", "decided_by": "schoolleider" });
    for (key, value) in more.as_object().expect("an object") {
        entry[key] = value.clone();
    }
    entry
}

fn file(decisions: &[Json]) -> Json {
    json!({ "name": "Voorbeeldschool", "date": "2026-11-21", "decisions": decisions })
}

fn read(file: &Json) -> Result<School, SchoolError> {
    let quiz = |id: &str| (id == "quiz").then(|| tool(Kind::Quiz, &[]));
    School::read(file.to_string().as_bytes(), quiz)
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
        assert!(found.len() == 1 && found[0].contains(said) && found[0].ends_with("(left out)"), "{more} {found:?}");
    }
    assert_eq!(problems(&file(&[decision(&json!({ "valid_until": "2026-01-01" }))])), Vec::<String>::new());
    assert_eq!(problems(&file(&[json!(3), json!(null)])).len(), 2);
}

#[test]
fn a_field_that_stands_twice_and_deep_nesting_are_refused_without_harm() {
    let twice = r#"{"tool":"quiz","tool":"quiz","decision":"approved","date":"2026-01-01","decided_by":"x"}"#;
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let deep_tool = format!(r#"{{"id":"x","z":{deep}}}"#);
    let text = format!(r#"{{"name":"a","date":"2026-11-21","decisions":[{twice},{deep}],"tools":[{deep_tool}]}}"#);
    let school = School::read(text.as_bytes(), |_| None).unwrap();
    assert_eq!((school.decisions().len(), school.tools().len(), school.problems().len()), (0, 0, 3));
    assert!(school.problems().iter().any(|problem| problem.what.contains("duplicate field")));
}

#[test]
fn a_file_that_cannot_be_used_at_all_is_an_error() {
    let refused = |text: &str| School::read(text.as_bytes(), |_| None).unwrap_err();
    assert!(matches!(refused(""), SchoolError::NotJson { line: 1, .. }));
    assert!(matches!(refused("name = \"a\""), SchoolError::NotJson { .. }));
    assert!(matches!(refused("{\n\"name\": }"), SchoolError::NotJson { line: 2, .. }));
    assert!(matches!(refused("[]"), SchoolError::Shape { .. }));
    assert!(matches!(refused("{}"), SchoolError::Shape { .. }));
    assert!(matches!(School::read(b"\xff\xfe", |_| None).unwrap_err(), SchoolError::NotJson { .. }));
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
fn limits_hold_to_the_byte_and_to_the_entry() {
    let sized = |size: usize| {
        let mut text = file(&[]).to_string();
        text.extend(core::iter::repeat_n(' ', size - text.len()));
        School::read(text.as_bytes(), |_| None)
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
    assert_eq!(school.named("voorbeeldQUIZ ").map(|(tool, _)| tool.id.as_str()), Some("eigen"));
    let changed = |pointer: &str, value: Json| {
        let mut tool = good.clone();
        *tool.pointer_mut(pointer).expect("it is there") = value;
        tool
    };
    let mut unread = good.clone();
    unread["editions"][0]["facts"][0]["valeu"] = json!(1);
    let assessment = json!([{ "by": "SIVON", "date": "2026-01-01", "outcome": "usable", "scope": {},
        "outside_scope": "not_covered", "source": "school", "place": "1", "checked_on": "2026-01-01",
        "review_by": "2030-01-01" }]);
    let mut assessed = good.clone();
    assessed["editions"][0]["assessments"] = assessment;
    let renamed = json!({ "state": "renamed", "to": "quiz", "source": "school" });
    let cases = [
        (unread, "`valeu`"),
        (assessed, "central assessment"),
        (changed("/id", json!("quiz")), "knowledge base has this tool"),
        (changed("/id", json!("Eigen!")), "an id is not right"),
        (changed("/name", json!("a\u{200b}")), "cannot be seen"),
        (changed("/kind", json!("toy")), "expected one of"),
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
    assert_eq!(with(&[good.clone(), good]).problems().len(), 1);
}

#[test]
fn a_decision_holds_from_its_date_through_its_last_day() {
    let school = read(&file(&[decision(&json!({ "valid_until": "2026-06-30" }))])).unwrap();
    let says = |on: &str| school.at("quiz", "school", day(on)).says(Route::SchoolSso);
    assert_eq!(says("2025-12-31"), Says::Nothing);
    assert_eq!(says("2026-01-01"), Says::Opens(Decision::Approved));
    assert_eq!(says("2026-06-30"), Says::Opens(Decision::Approved));
    assert_eq!(says("2026-07-01"), Says::Nothing);
    let shown = |on: &str| school.at("quiz", "school", day(on)).shown(None).map(|shown| shown.in_force(day(on)));
    assert_eq!((shown("2025-12-31"), shown("2026-06-30"), shown("2026-07-01")), (None, Some(true), Some(false)));
}

#[test]
fn a_signed_agreement_and_a_dpia_count_from_their_own_day_while_the_decision_holds() {
    let more = json!({ "agreement_signed": "2026-03-01", "dpia_done": "2026-04-01", "valid_until": "2026-12-31" });
    let school = read(&file(&[decision(&more)])).unwrap();
    let at = |on: &str| school.at("quiz", "school", day(on));
    let signed = |on: &str| at(on).agreement_signed(Route::SchoolSso);
    assert_eq!((signed("2026-02-28"), signed("2026-03-01")), (None, Some(day("2026-03-01"))));
    assert_eq!(signed("2027-01-01"), None);
    let done = |on: &str| at(on).dpia_done(Route::SchoolSso);
    assert_eq!((done("2026-03-31"), done("2026-04-01")), (None, Some(day("2026-04-01"))));
}

#[test]
fn an_edition_and_a_route_narrow_a_decision() {
    let school = read(&file(&[decision(&json!({ "edition": "school", "route": "school_sso" }))])).unwrap();
    let says = |edition: &str, route| school.at("quiz", edition, day("2026-11-21")).says(route);
    assert_eq!(says("school", Route::SchoolSso), Says::Opens(Decision::Approved));
    assert_eq!(says("school", Route::NoAccount), Says::Nothing);
    assert_eq!(says("gratis", Route::SchoolSso), Says::Nothing);
    assert_eq!(school.at("quiz-b", "school", day("2026-11-21")).says(Route::SchoolSso), Says::Nothing);
}

#[test]
fn decisions_that_contradict_each_other_ask_and_are_reported() {
    let refused = json!({ "decision": "refused", "date": "2026-05-01" });
    let says = |one: Json, other: Json| {
        let school = read(&file(&[decision(&one), decision(&other)])).unwrap();
        (school.at("quiz", "school", day("2026-11-21")).says(Route::SchoolSso), school.problems().len())
    };
    assert_eq!(says(json!({}), refused.clone()), (Says::Contradicts, 1));
    assert_eq!(says(json!({ "valid_until": "2026-04-30" }), refused.clone()), (Says::Refused, 0));
    assert_eq!(says(json!({ "valid_until": "2026-05-01" }), refused.clone()), (Says::Refused, 1));
    assert_eq!(says(json!({ "edition": "gratis" }), refused.clone()), (Says::Refused, 1));
    assert_eq!(says(json!({ "route": "no_account" }), refused.clone()), (Says::Refused, 1));
    assert_eq!(says(json!({ "decision": "in_review" }), refused), (Says::Refused, 0));
    let pilot = json!({ "decision": "pilot" });
    assert_eq!(says(json!({}), pilot.clone()), (Says::Opens(Decision::Pilot), 0));
    assert_eq!(says(json!({ "decision": "in_review" }), pilot), (Says::InReview, 0));
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
        assert_eq!(said.matches('`').count(), listed.len() * 2 + 2, "{said}");
    }
}

/// Everything on one route of one case: its outcome and what was found.
type Seen = (Route, Outcome, Vec<Found>, Option<u8>);

/// A case of the property tests: a tool, a question, a file.
#[derive(Debug, Clone)]
struct Subject {
    tool: Tool,
    question: Question,
    parameters: Vec<Parameter>,
    decisions: Vec<Json>,
    undecided: UndecidedTools,
}

impl Subject {
    fn school(&self, decisions: &[Json]) -> School {
        let mut file = file(decisions);
        file["undecided_free_tools"] = json!(self.undecided);
        School::read(file.to_string().as_bytes(), |_| Some(self.tool.clone())).expect("it reads")
    }

    fn ground<'a>(&'a self, school: Option<&'a School>) -> Ground<'a> {
        Ground { question: &self.question, parameters: &self.parameters, expired: false, school }
    }

    fn checks(&self, school: Option<&School>) -> Vec<EditionCheck<'_>> {
        self.tool
            .editions
            .iter()
            .map(|edition| check::check_edition(&self.tool, edition, self.ground(school)))
            .collect()
    }

    fn outcome(&self, school: Option<&School>) -> Outcome {
        self.checks(school).iter().map(EditionCheck::outcome).min().expect("there are editions")
    }

    fn seen(&self, school: Option<&School>) -> Vec<Seen> {
        let mut seen = Vec::new();
        for looked in self.checks(school) {
            for case in &looked.cases {
                let ground = self.ground(school);
                let situation = check::situation(&self.tool, looked.edition, &looked.facts, ground, case.users);
                for route in &case.routes {
                    let found = check::findings_on(&situation, route.route);
                    let consent = check::consent(&found, situation.consent_age());
                    seen.push((route.route, route.outcome, found, consent.until_age));
                }
            }
        }
        seen
    }
}

#[test]
fn a_signed_agreement_supplies_what_nobody_recorded_and_nothing_else() {
    let effect = |facts: &[Json], more: &Json| {
        let question = Question { age: Some(12), ..Question::on(day("2026-11-21")) };
        let (tool, undecided) = (tool(Kind::Quiz, facts), UndecidedTools::AskSchool);
        let subject = Subject { tool, question, parameters: Vec::new(), decisions: Vec::new(), undecided };
        let seen = subject.seen(Some(&subject.school(&[decision(more)])));
        let on_route = seen.into_iter().find(|seen| seen.0 == Route::SchoolSso).expect("the route is looked at");
        on_route.2.iter().find(|found| found.rule == "processing-agreement").map(|found| found.finding.effect)
    };
    let signed = json!({ "agreement_signed": "2026-02-01" });
    assert_eq!(effect(&[], &json!({})), Some(Effect::Asks));
    assert_eq!(effect(&[], &signed), Some(Effect::Requires));
    assert_eq!(effect(&[fact("processing_agreement", &json!("none"))], &signed), Some(Effect::Closes));
}

fn facts() -> impl Strategy<Value = Vec<Json>> {
    let keys: Vec<(&'static str, Vec<Json>)> = vec![
        ("no_account", vec![json!(true), json!(false)]),
        ("school_sso", vec![json!(true), json!(false)]),
        ("private_account", vec![json!(true)]),
        ("minimum_age", vec![json!(0), json!(13), json!(16), json!(18)]),
        ("pupil_use_allowed", vec![json!(true), json!(false)]),
        ("processing_agreement", vec![json!("own"), json!("covenant_model"), json!("none")]),
        ("data_role", vec![json!("processor"), json!("controller")]),
        ("trains_on_input", vec![json!("no"), json!("yes")]),
        ("hosting", vec![json!("eea"), json!("outside_eea")]),
        ("ai_kind", vec![json!("none"), json!("generative")]),
        ("usable_without_pupil_data", vec![json!(true), json!(false)]),
    ];
    let each = keys.into_iter().map(|(key, values)| {
        proptest::option::of(proptest::sample::select(values))
            .prop_map(move |value| value.map(|value| fact(key, &value)))
    });
    each.collect::<Vec<_>>().prop_map(|facts| facts.into_iter().flatten().collect())
}

fn one_decision() -> impl Strategy<Value = Json> {
    let dates = ["2025-01-01", "2026-11-20", "2026-11-21", "2026-11-22"];
    let ends = ["2026-11-20", "2026-11-21", "2027-01-01"];
    let maybe = proptest::option::of::<proptest::sample::Select<&'static str>>;
    (
        proptest::sample::select(Decision::ALL),
        proptest::sample::select(dates.to_vec()),
        maybe(proptest::sample::select(ends.to_vec())),
        maybe(proptest::sample::select(vec!["school", "gratis"])),
        proptest::option::weighted(0.4, proptest::sample::select(Route::ALL)),
        maybe(proptest::sample::select(dates.to_vec())),
    )
        .prop_map(|(what, date, last, edition, route, signed)| {
            let mut entry = decision(&json!({ "decision": what, "date": date }));
            if what == Decision::ApprovedWithConditions {
                entry["conditions"] = json!(["Alleen in klas 3."]);
            }
            let more = [
                ("valid_until", json!(last.filter(|&last| date <= last))),
                ("edition", json!(edition)),
                ("route", json!(route)),
                ("agreement_signed", json!(signed)),
            ];
            for (key, value) in more.into_iter().filter(|(_, value)| !value.is_null()) {
                entry[key] = value;
            }
            entry
        })
}

fn question() -> impl Strategy<Value = Question> {
    let one_of = |words: usize| proptest::option::of(0..words);
    (
        proptest::option::of(4_u8..20),
        one_of(Data::ALL.len()),
        one_of(Account::ALL.len()),
        one_of(Purpose::ALL.len()),
        one_of(Role::ALL.len()),
        proptest::option::of(any::<bool>()),
    )
        .prop_map(|(age, data, account, purpose, role, procured)| Question {
            age,
            data: data.map(|at| Data::ALL[at]),
            account: account.map(|at| Account::ALL[at]),
            purpose: purpose.map(|at| Purpose::ALL[at]),
            role: role.map(|at| Role::ALL[at]),
            procured,
            ..Question::on(day("2026-11-21"))
        })
}

fn subject() -> impl Strategy<Value = Subject> {
    let kinds = [Kind::Quiz, Kind::GenerativeAi, Kind::SocialMedium, Kind::VideoCall, Kind::EmotionRecognition];
    let undecided = proptest::sample::select(UndecidedTools::ALL);
    let decisions = proptest::collection::vec(one_decision(), 0..4);
    (proptest::sample::select(kinds.to_vec()), facts(), question(), decisions, undecided).prop_map(
        |(kind, facts, question, decisions, undecided)| {
            let value = |value: u16| {
                json!({ "value": value, "valid_from": "2018-05-25", "source": "law", "place": "1",
                        "checked_on": "2026-11-21" })
            };
            let parameters = json!([{ "id": "consent_age", "values": [value(16)] },
                                    { "id": "emotion_recognition_ban", "values": [value(1)] }]);
            let parameters = serde_json::from_value(parameters).expect("parameters");
            Subject { tool: tool(kind, &facts), question, parameters, decisions, undecided }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_file_opens_what_is_closed_lowers_an_age_or_removes_a_condition(subject in subject()) {
        let school = subject.school(&subject.decisions);
        prop_assert!(school.problems().iter().all(|problem| !problem.skipped), "{:?}", school.problems());
        let (without, with) = (subject.seen(None), subject.seen(Some(&school)));
        prop_assert_eq!(without.len(), with.len());
        for ((route, before, national, age), (_, after, found, age_after)) in without.iter().zip(&with) {
            prop_assert!(*before != Outcome::NotAllowed || *after == Outcome::NotAllowed, "{route}");
            prop_assert!(age_after >= age, "{route}");
            for one in national {
                let kept = found.iter().find(|other| other.rule == one.rule);
                let effect = kept.map_or(Effect::NotApplicable, |kept| kept.finding.effect);
                if !["school-decision", "processing-agreement"].contains(&one.rule) && one.rule != "outdated" {
                    prop_assert_eq!(kept.map(|kept| kept.finding), Some(one.finding));
                }
                prop_assert!(one.finding.effect < Effect::Closes || effect >= one.finding.effect);
                if *after != Outcome::NotAllowed {
                    let shown: Vec<&str> = found.iter().flat_map(|found| found.finding.conditions).copied().collect();
                    let missing = one.finding.conditions.iter().find(|id| !shown.contains(id));
                    prop_assert_eq!(missing, None, "{}", route);
                }
            }
        }
    }

    #[test]
    fn removing_an_entry_never_makes_a_yes_out_of_a_no(subject in subject()) {
        let all = subject.school(&subject.decisions);
        if subject.outcome(Some(&all)) != Outcome::NotAllowed || subject.outcome(None) <= Outcome::Conditional {
            return Ok(());
        }
        for at in 0..subject.decisions.len() {
            let mut fewer = subject.decisions.clone();
            fewer.remove(at);
            let after = subject.outcome(Some(&subject.school(&fewer)));
            prop_assert!(after > Outcome::Conditional, "without decision {at}, from 0");
        }
    }

    #[test]
    fn younger_pupils_never_get_a_freer_answer_at_a_school(subject in subject(), age in 4_u8..19) {
        let school = subject.school(&subject.decisions);
        let outcome = |age: u8| {
            let mut aged = subject.clone();
            aged.question.age = Some(age);
            aged.outcome(Some(&school))
        };
        prop_assert!(outcome(age) >= outcome(age.saturating_add(1)));
    }

    #[test]
    fn any_bytes_read_or_are_refused(text in "\\PC{0,200}", bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = School::read(text.as_bytes(), |_| None);
        let _ = School::read(&bytes, |_| None);
        let entry = json!({ "name": "a", "date": "2026-11-21", "decisions": [text], "tools": [text] });
        prop_assert_eq!(School::read(entry.to_string().as_bytes(), |_| None).unwrap().problems().len(), 2);
    }
}
