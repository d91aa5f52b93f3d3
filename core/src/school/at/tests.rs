//! What a school's file can and cannot do.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::super::tests::{day, decision, fact, file, read, read_over, tool};
use super::super::{School, UndecidedTools};
use super::*;
use crate::answer::{Effect, Outcome};
use crate::check::{self, EditionCheck, Found, Ground};
use crate::parameter::Parameter;
use crate::question::{Account, Data, Purpose, Question, Role};
use crate::tool::{Kind, Tool};

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
fn an_approval_opens_an_account_of_a_parent_or_a_private_one_only_by_name() {
    let says = |entries: &[Json], route| {
        let school = read(&file(entries)).unwrap();
        school.at("quiz", "school", day("2026-11-21")).says(route)
    };
    let (general, with_conditions) =
        (json!({}), json!({ "decision": "approved_with_conditions", "conditions": ["a"] }));
    for &route in Route::ALL {
        let by_name = !matches!(route, Route::PrivateAccount | Route::ParentAccount);
        let named = decision(&json!({ "route": route }));
        let opens = |decision| match by_name {
            true => Says::Opens(decision),
            false => Says::OpensOthers(decision, UndecidedTools::AskSchool),
        };
        assert_eq!(says(&[decision(&general)], route), opens(Decision::Approved), "{route}");
        let both = [decision(&with_conditions), named.clone()];
        assert_eq!(says(&both, route), Says::Opens(Decision::ApprovedWithConditions), "{route}");
        assert_eq!(says(core::slice::from_ref(&named), route), Says::Opens(Decision::Approved), "{route}");
        let refused = [named, decision(&json!({ "decision": "refused" }))];
        assert_eq!(says(&refused, route), Says::Contradicts, "{route}");
    }
    let school =
        read(&file(&[decision(&general), decision(&json!({ "route": "private_account", "date": "2026-03-01" }))]));
    let school = school.unwrap();
    let opened = |route| school.at("quiz", "school", day("2026-11-21")).opened_on(route);
    assert_eq!(opened(Route::PrivateAccount), Some(day("2026-03-01")));
    assert_eq!((opened(Route::SchoolSso), opened(Route::ParentAccount)), (Some(day("2026-01-01")), None));
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
fn conditions_and_the_alternative_are_those_of_the_route_and_each_stands_once() {
    let with = |more: Json| decision(&more);
    let conditional = |conditions: &[&str], more: Json| {
        let mut entry = with(more);
        (entry["decision"], entry["conditions"]) = (json!("approved_with_conditions"), json!(conditions));
        entry
    };
    let school = read(&file(&[
        conditional(&["Alleen in klas 3.", "Niet thuis."], json!({})),
        conditional(&["Niet thuis.", "Met een schuilnaam."], json!({ "route": "school_sso", "date": "2026-02-01" })),
        with(json!({ "alternative": "een toets op papier", "date": "2026-03-01" })),
        with(json!({ "alternative": "een opdracht op papier", "date": "2026-04-01" })),
        with(json!({ "decision": "in_review", "alternative": "iets anders", "date": "2026-05-01" })),
    ]))
    .unwrap();
    let at = school.at("quiz", "school", day("2026-11-21"));
    assert_eq!(at.conditions(Route::NoAccount), ["Alleen in klas 3.", "Niet thuis."]);
    assert_eq!(at.conditions(Route::SchoolSso), ["Alleen in klas 3.", "Niet thuis.", "Met een schuilnaam."]);
    assert_eq!(at.alternative(Route::SchoolSso), Some("een opdracht op papier"));
    let before = school.at("quiz", "school", day("2026-03-15"));
    assert_eq!(before.alternative(Route::SchoolSso), Some("een toets op papier"));
    let none = school.at("quiz", "school", day("2026-01-15"));
    assert_eq!((none.conditions(Route::SchoolSso).len(), none.alternative(Route::SchoolSso)), (2, None));
}

#[test]
fn the_decision_to_show_is_in_force_then_about_the_route_then_the_latest() {
    let at = |entries: &[Json], edition: &str, route: Option<Route>| {
        let school = read(&file(entries)).unwrap();
        let shown = school.at("quiz", edition, day("2026-11-21")).shown(route).map(|shown| shown.date);
        shown.map(|date| date.to_string())
    };
    let on = |date: &str, mut more: Json| {
        more["date"] = json!(date);
        decision(&more)
    };
    let found = |date: &str| Some(date.to_owned());
    let general = on("2026-01-01", json!({}));
    let sso = on("2026-02-01", json!({ "route": "school_sso" }));
    let own = on("2026-03-01", json!({ "route": "private_account" }));
    let all = [general.clone(), sso, own];
    assert_eq!(at(&all, "school", Some(Route::SchoolSso)), found("2026-02-01"));
    assert_eq!(at(&all, "school", Some(Route::PrivateAccount)), found("2026-03-01"));
    assert_eq!(at(&all, "school", Some(Route::NoAccount)), found("2026-01-01"));
    assert_eq!(at(&all, "school", None), found("2026-01-01"));
    let ended = on("2026-10-01", json!({ "valid_until": "2026-10-31" }));
    assert_eq!(at(&[general.clone(), ended.clone()], "school", None), found("2026-01-01"));
    assert_eq!(at(&[ended], "school", None), found("2026-10-01"));
    let other_edition = on("2026-05-01", json!({ "edition": "gratis" }));
    let both = [general, other_edition, on("2026-12-01", json!({}))];
    assert_eq!(at(&both, "school", None), found("2026-01-01"));
    assert_eq!(at(&both, "gratis", None), found("2026-05-01"));
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
        read_over(file.to_string().as_bytes(), &|_| Some(self.tool.clone())).expect("it reads")
    }

    fn ground<'a>(&'a self, school: Option<&'a School>) -> Ground<'a> {
        Ground { parameters: &self.parameters, school, ..Ground::of(&self.question) }
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

#[test]
fn a_decision_reaches_the_outcome() {
    let outcome = |facts: &[Json], account, entries: &[Json]| {
        let question = Question { age: Some(12), account: Some(account), ..Question::on(day("2026-11-21")) };
        let (tool, undecided) = (tool(Kind::Quiz, facts), UndecidedTools::AskSchool);
        let subject = Subject { tool, question, parameters: Vec::new(), decisions: Vec::new(), undecided };
        subject.outcome(Some(&subject.school(entries)))
    };
    let of = |word: &str| [decision(&json!({ "decision": word }))];
    let open =
        [fact("no_account", &json!(true)), fact("minimum_age", &json!(0)), fact("pupil_use_allowed", &json!(true))];
    assert_eq!(outcome(&open, Account::None, &[]), Outcome::Conditional);
    assert_eq!(outcome(&open, Account::None, &of("refused")), Outcome::NotAllowed);
    assert_eq!(outcome(&open, Account::None, &of("withdrawn")), Outcome::NotAllowed);
    assert_eq!(outcome(&open, Account::None, &of("in_review")), Outcome::AskSchool);
    assert_eq!(outcome(&open, Account::None, &of("refusd")), Outcome::AskSchool);
    let sso = |signed: &Json| {
        let facts = [
            fact("no_account", &json!(false)),
            fact("school_sso", &json!(true)),
            fact("minimum_age", &json!(0)),
            fact("pupil_use_allowed", &json!(true)),
        ];
        outcome(&facts, Account::School, &[decision(signed)])
    };
    assert_eq!(sso(&json!({})), Outcome::AskSchool);
    assert_eq!(sso(&json!({ "agreement_signed": "2026-01-01" })), Outcome::Conditional);
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

/// A decision; of many one has a typing error.
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
        proptest::bool::weighted(0.1),
    )
        .prop_map(|(what, date, last, edition, route, signed, mistyped)| {
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
            if mistyped {
                entry["decision"] = json!("refusd");
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
    #[cfg_attr(miri, ignore = "every rule, many times over")]
    fn no_file_opens_what_is_closed_lowers_an_age_or_removes_a_condition(subject in subject()) {
        let school = subject.school(&subject.decisions);
        let mistyped = subject.decisions.iter().filter(|entry| entry["decision"] == "refusd").count();
        prop_assert_eq!(school.problems().iter().filter(|problem| problem.skipped).count(), mistyped);
        let (without, with) = (subject.seen(None), subject.seen(Some(&school)));
        prop_assert_eq!(without.len(), with.len());
        for ((route, before, national, age), (_, after, found, age_after)) in without.iter().zip(&with) {
            prop_assert!(*before != Outcome::NotAllowed || *after == Outcome::NotAllowed, "{route}");
            prop_assert!(age_after >= age, "{route}");
            prop_assert!(mistyped == 0 || *after >= Outcome::AskSchool, "{route}");
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
    #[cfg_attr(miri, ignore = "every rule, many times over")]
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
    #[cfg_attr(miri, ignore = "every rule, many times over")]
    fn younger_pupils_never_get_a_freer_answer_at_a_school(subject in subject(), age in 4_u8..19) {
        let school = subject.school(&subject.decisions);
        let outcome = |age: u8| {
            let mut aged = subject.clone();
            aged.question.age = Some(age);
            aged.outcome(Some(&school))
        };
        prop_assert!(outcome(age) >= outcome(age.saturating_add(1)));
    }
}
