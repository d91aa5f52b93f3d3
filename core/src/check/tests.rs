//! Which cases and routes a question has, and how findings add up.

use serde_json::{Value as Json, json};

use super::*;
use crate::date::Date;
use crate::fact::FactKey;
use crate::question::{Account, Data};

fn question(more: &Json) -> Question {
    let mut question = json!({ "as_of": "2026-11-21" });
    for (key, value) in more.as_object().expect("an object") {
        question[key] = value.clone();
    }
    serde_json::from_value(question).expect("a question")
}

fn fact(key: &str, value: &Json, review_by: &str) -> Json {
    json!({ "key": key, "value": value, "source": "page", "place": "1", "jurisdiction": "nl",
            "content_date": "2020-01-01", "checked_on": "2026-11-21", "review_by": review_by })
}

fn tool(kind: Kind, facts: &[Json]) -> Tool {
    let edition = |id: &str| json!({ "id": id, "name": "Voorbeeld", "plan": "education", "facts": facts });
    let tool = json!({ "id": "quiz", "name": "Voorbeeld", "supplier": "voorbeeld-media", "kind": kind,
                       "purposes": ["practise"], "status": { "state": "active" }, "usage": "common",
                       "editions": [edition("school"), edition("gratis")] });
    serde_json::from_value(tool).expect("a tool")
}

fn on(route: Route, outcome: Outcome, offered: bool) -> RouteOutcome {
    RouteOutcome { route, outcome, offered }
}

fn case(routes: Vec<RouteOutcome>) -> Case {
    Case { band: None, users: Users::Pupils(11), routes }
}

#[test]
fn the_mildest_route_is_the_best_then_the_preferred_one_and_asking_is_about_one_that_exists() {
    use Outcome::{Allowed, AskSchool, Conditional, NotAllowed};
    let best = |routes: &[RouteOutcome]| case(routes.to_vec()).best().map(|found| found.route);
    let (none, sso, own) = (Route::NoAccount, Route::SchoolSso, Route::PrivateAccount);
    assert_eq!(best(&[on(none, Conditional, true), on(sso, Allowed, true)]), Some(sso));
    assert_eq!(best(&[on(sso, Allowed, true), on(none, Allowed, true)]), Some(none));
    assert_eq!(best(&[on(none, AskSchool, false), on(own, AskSchool, true)]), Some(own));
    assert_eq!(best(&[on(none, AskSchool, true), on(own, AskSchool, true)]), Some(none));
    assert_eq!(best(&[on(none, AskSchool, false), on(own, AskSchool, false)]), Some(none));
    assert_eq!(best(&[on(none, Conditional, false), on(own, Conditional, true)]), Some(none));
    assert_eq!(best(&[on(none, NotAllowed, false), on(own, NotAllowed, true)]), Some(none));
    assert_eq!(best(&[on(none, AskSchool, false), on(own, NotAllowed, true)]), Some(none));
    assert_eq!((best(&[]), case(Vec::new()).outcome()), (None, AskSchool));
}

#[test]
fn the_strictest_case_is_the_headline_and_among_equals_the_youngest() {
    let tool = tool(Kind::Quiz, &[]);
    let edition = &tool.editions[0];
    let of = |outcomes: &[Outcome]| {
        let cases = outcomes.iter().enumerate().map(|(index, &outcome)| Case {
            users: Users::Pupils(u8::try_from(index).unwrap()),
            ..case(vec![on(Route::NoAccount, outcome, true)])
        });
        let check = EditionCheck { edition, facts: FactsOn::new(edition, day()), cases: cases.collect() };
        (check.headline().map(|case| case.users), check.outcome())
    };
    use Outcome::{Allowed, AskSchool, Conditional};
    assert_eq!(of(&[Conditional, Allowed]), (Some(Users::Pupils(0)), Conditional));
    assert_eq!(of(&[Allowed, Conditional, Allowed]), (Some(Users::Pupils(1)), Conditional));
    assert_eq!(of(&[Conditional, Conditional]), (Some(Users::Pupils(0)), Conditional));
    assert_eq!(of(&[]), (None, AskSchool));
}

fn day() -> Date {
    Date::parse("2026-11-21").expect("a date")
}

#[test]
fn an_age_is_one_case_a_sector_has_its_ages_and_staff_prepare_for_themselves() {
    use AgeBand::{Adult, From13To15, From16To17, Under13};
    let of = |more: Json| cases(&question(&more));
    let bands = |bands: &[AgeBand]| -> Vec<(Option<AgeBand>, Users)> {
        bands.iter().map(|&band| (Some(band), Users::Pupils(band.youngest()))).collect()
    };
    let staff = vec![(None, Users::Staff)];
    assert_eq!(of(json!({ "age": 11, "sector": "mbo", "purpose": "prepare" })), [(None, Users::Pupils(11))]);
    for role in ["teacher", "staff"] {
        assert_eq!(of(json!({ "role": role, "purpose": "prepare" })), staff);
    }
    assert_eq!(of(json!({ "purpose": "prepare" })), staff);
    for role in ["pupil", "parent"] {
        assert_eq!(of(json!({ "role": role, "purpose": "prepare" })), bands(AgeBand::ALL));
    }
    assert_eq!(of(json!({ "role": "teacher" })), bands(AgeBand::ALL));
    assert_eq!(of(json!({ "sector": "po" })), bands(&[Under13]));
    assert_eq!(of(json!({ "sector": "mbo" })), bands(&[From13To15, From16To17, Adult]));
    assert_eq!(of(json!({ "sector": "vo" })), bands(&[Under13, From13To15, From16To17, Adult]));
}

/// The routes that a question looks at, by their first letters.
fn looked_at(kind: Kind, more: &Json) -> Vec<Route> {
    let (tool, question) = (tool(kind, &[]), question(more));
    let check = check_edition(&tool, &tool.editions[0], Ground::of(&question));
    check.cases[0].routes.iter().map(|found| found.route).collect()
}

#[test]
fn a_question_leaves_out_the_routes_that_do_not_suit_it() {
    use Route::{NoAccount, ParentAccount, PrivateAccount, SchoolManaged, SchoolSso, TeacherOnly};
    let all = [NoAccount, SchoolSso, SchoolManaged, TeacherOnly, PrivateAccount];
    let pupils = [NoAccount, SchoolSso, SchoolManaged, PrivateAccount];
    let quiz = |more: Json| {
        let mut with_age = json!({ "age": 11 });
        more.as_object().unwrap().iter().for_each(|(key, value)| with_age[key] = value.clone());
        looked_at(Kind::Quiz, &with_age)
    };
    assert_eq!(quiz(json!({})), all);
    for role in ["teacher", "staff"] {
        assert_eq!(quiz(json!({ "role": role })), all);
    }
    for role in ["pupil", "parent"] {
        assert_eq!(quiz(json!({ "role": role })), pupils);
    }
    assert_eq!(quiz(json!({ "account": "none" })), [NoAccount]);
    assert_eq!(quiz(json!({ "account": "school" })), [SchoolSso, SchoolManaged]);
    assert_eq!(quiz(json!({ "account": "private" })), [PrivateAccount]);
    assert_eq!(quiz(json!({ "account": "private", "procured": false })), [PrivateAccount]);
    assert_eq!(quiz(json!({ "account": "private", "procured": true })), [SchoolManaged, PrivateAccount]);
    assert_eq!(quiz(json!({ "account": "none", "procured": true })), [NoAccount]);
    for purpose in ["show", "prepare"] {
        assert_eq!(quiz(json!({ "purpose": purpose })), all);
    }
    for purpose in ["practise", "assess", "create", "publish"] {
        assert_eq!(quiz(json!({ "purpose": purpose })), pupils);
    }
    let with_parents = [NoAccount, SchoolSso, SchoolManaged, ParentAccount, PrivateAccount];
    for purpose in ["communicate", "track"] {
        assert_eq!(quiz(json!({ "purpose": purpose })), with_parents);
    }
    assert_eq!(quiz(json!({ "purpose": "track", "account": "none" })), [NoAccount]);
    assert_eq!(quiz(json!({ "purpose": "track", "account": "school" })), [SchoolSso, SchoolManaged, ParentAccount]);
    let talk = looked_at(Kind::ParentCommunication, &json!({ "age": 11, "role": "pupil" }));
    assert_eq!(talk, with_parents);
}

#[test]
fn parents_who_ask_for_themselves_have_one_route_and_so_do_staff() {
    use Route::{ParentAccount, TeacherOnly};
    for kind in [Kind::PupilTrackingSystem, Kind::ParentCommunication] {
        let of = |more: Json| looked_at(kind, &more) == [ParentAccount];
        assert!(of(json!({ "role": "parent" })), "{kind}");
        assert!(of(json!({ "role": "parent", "purpose": "communicate" })), "{kind}");
        assert!(of(json!({ "role": "parent", "purpose": "track" })), "{kind}");
        assert!(!of(json!({ "role": "parent", "purpose": "practise" })), "{kind}");
        assert!(!of(json!({ "role": "parent", "age": 11 })), "{kind}");
        assert!(!of(json!({ "role": "pupil" })), "{kind}");
    }
    assert_ne!(looked_at(Kind::Quiz, &json!({ "role": "parent", "purpose": "track" })), [ParentAccount]);
    assert_eq!(looked_at(Kind::Quiz, &json!({ "purpose": "prepare", "account": "private" })), [TeacherOnly]);
}

#[test]
fn the_outcome_of_a_route_is_what_its_findings_add_up_to() {
    let facts = [
        fact("no_account", &json!(true), "2030-01-01"),
        fact("minimum_age", &json!(0), "2026-11-20"),
        fact("parental_permission_age", &json!(0), "2030-01-01"),
        fact("school_sso", &json!(false), "2030-01-01"),
    ];
    let (tool, question) = (tool(Kind::Quiz, &facts), question(&json!({ "age": 11 })));
    let check = check_edition(&tool, &tool.editions[0], Ground::of(&question));
    let situation = situation(&tool, check.edition, &check.facts, Ground::of(&question), Users::Pupils(11));
    let mut counted = 0;
    for found in &check.cases[0].routes {
        let findings = findings_on(&situation, found.route);
        assert_eq!(Outcome::of(findings.iter().map(|found| found.finding.effect)), found.outcome, "{}", found.route);
        assert!(findings.iter().all(|found| found.finding.effect != Effect::NotApplicable), "{}", found.route);
        counted += findings.len();
    }
    assert!(counted > 10, "{counted}");
    let rules = |route| findings_on(&situation, route).iter().map(|found| found.rule).collect::<Vec<_>>();
    assert!(rules(Route::NoAccount).contains(&"outdated"));
    assert_eq!(check.cases[0].outcome(), Outcome::AskSchool);
    let offered = |route| check.cases[0].routes.iter().find(|found| found.route == route).map(|found| found.offered);
    assert_eq!(offered(Route::NoAccount), Some(true));
    assert_eq!(offered(Route::SchoolSso), Some(false));
    assert_eq!(offered(Route::PrivateAccount), Some(false));
    assert_eq!(offered(Route::TeacherOnly), Some(true));
}

fn found(finding: Finding) -> Found {
    Found { rule: "rule", cites: "law", sources: &[], finding }
}

#[test]
fn the_strictest_consent_that_is_asked_holds_with_the_highest_age() {
    let of = |conditions: &[&'static [&'static str]], permission: Option<u8>| {
        let mut all: Vec<Found> = conditions.iter().map(|ids| found(Finding::requires("a", ids).age(99))).collect();
        all.extend(permission.map(|age| found(Finding::requires("b", &["supplier-permission"]).age(age))));
        let consent = consent(&all, Some(16));
        (consent.kind, consent.until_age)
    };
    use ConsentKind::{InformParents, None as Nobody, OwnConsent, ParentalConsent};
    assert_eq!(of(&[], None), (Nobody, None));
    assert_eq!(of(&[&["tell-school"]], None), (Nobody, None));
    for id in [&["parental-consent"], &["publication-consent-parents"]] as [&'static [&'static str]; 2] {
        assert_eq!(of(&[id], None), (ParentalConsent, Some(16)));
        assert_eq!(of(&[id], Some(18)), (ParentalConsent, Some(18)));
        assert_eq!(of(&[id], Some(13)), (ParentalConsent, Some(16)));
        assert_eq!(of(&[id, &["own-consent"], &["inform-parents"]], None), (ParentalConsent, Some(16)));
    }
    assert_eq!(of(&[], Some(13)), (ParentalConsent, Some(13)));
    for id in [&["own-consent"], &["publication-consent-own"]] as [&'static [&'static str]; 2] {
        assert_eq!(of(&[id, &["inform-parents"]], None), (OwnConsent, None));
        assert_eq!(of(&[id], Some(18)), (ParentalConsent, Some(18)));
    }
    for id in [&["inform-parents"], &["inform-before-email"]] as [&'static [&'static str]; 2] {
        assert_eq!(of(&[id], None), (InformParents, None));
    }
}

#[test]
fn a_decision_of_the_school_is_the_basis_where_it_opened_or_alone_is_as_strict() {
    const FACTS: &[FactKey] = &[FactKey::NoAccount];
    let of = |findings: &[Finding]| basis(&findings.iter().copied().map(found).collect::<Vec<_>>());
    assert_eq!(of(&[]), Basis::RuleOfThumb);
    assert_eq!(of(&[Finding::satisfied("a")]), Basis::RuleOfThumb);
    assert_eq!(of(&[Finding::satisfied("a"), Finding::satisfied("b").facts(FACTS)]), Basis::SupplierInformation);
    let assessed = Finding::requires("a", &[]).assessed();
    assert_eq!(of(&[Finding::satisfied("b").facts(FACTS), assessed]), Basis::CentralAssessment);
    for opened in [Finding::satisfied("a").by_school(), Finding::requires("a", &[]).by_school()] {
        assert_eq!(of(&[assessed, opened]), Basis::SchoolDecision);
        assert_eq!(of(&[Finding::closes("b"), opened]), Basis::SchoolDecision);
    }
    let asked = Finding::asks("a").by_school();
    assert_eq!(of(&[asked, Finding::requires("b", &[]).facts(FACTS)]), Basis::SchoolDecision);
    assert_eq!(of(&[asked, Finding::asks("b").facts(FACTS)]), Basis::SupplierInformation);
    assert_eq!(of(&[asked, Finding::closes("b").facts(FACTS)]), Basis::SupplierInformation);
    let refused = Finding::closes("a").by_school();
    assert_eq!(of(&[refused]), Basis::SchoolDecision);
    assert_eq!(of(&[refused, Finding::asks("b")]), Basis::SchoolDecision);
    assert_eq!(of(&[Finding::asks("b"), refused, Finding::satisfied("c").facts(FACTS)]), Basis::SchoolDecision);
    for national in [Finding::closes("b"), Finding::forbids("b")] {
        assert_eq!(of(&[refused, national.facts(FACTS)]), Basis::SupplierInformation);
        assert_eq!(of(&[national, refused]), Basis::RuleOfThumb);
    }
}

#[test]
fn the_mildest_edition_is_chosen_and_among_equals_the_first() {
    use Outcome::{Allowed, AskSchool, Conditional};
    let tool = tool(Kind::Quiz, &[]);
    let edition = &tool.editions[0];
    let best = |outcomes: &[Outcome]| {
        let checks = outcomes.iter().map(|&outcome| EditionCheck {
            edition,
            facts: FactsOn::new(edition, day()),
            cases: vec![case(vec![on(Route::NoAccount, outcome, true)])],
        });
        best_edition(&checks.collect::<Vec<_>>())
    };
    assert_eq!(best(&[AskSchool, Conditional, Allowed]), Some(2));
    assert_eq!(best(&[AskSchool, Conditional, Conditional]), Some(1));
    assert_eq!(best(&[]), None);
}

#[test]
fn a_brief_names_a_route_unless_none_is_open() {
    let question = question(&json!({ "age": 11, "account": "none" }));
    let of = |facts: &[Json]| {
        let tool = tool(Kind::Quiz, facts);
        let checks: Vec<EditionCheck<'_>> =
            tool.editions.iter().map(|edition| check_edition(&tool, edition, Ground::of(&question))).collect();
        brief(&tool, &checks, Ground::of(&question)).expect("it has editions")
    };
    let open = [
        fact("no_account", &json!(true), "2030-01-01"),
        fact("minimum_age", &json!(0), "2030-01-01"),
        fact("parental_permission_age", &json!(13), "2030-01-01"),
    ];
    let yes = of(&open);
    assert_eq!((yes.outcome, yes.route), (Outcome::Conditional, Some(Route::NoAccount)));
    assert_eq!((yes.edition.as_str(), yes.basis), ("school", Basis::SupplierInformation));
    assert_eq!(yes.consent, Consent { kind: ConsentKind::ParentalConsent, until_age: Some(13) });
    let no = of(&[fact("no_account", &json!(false), "2030-01-01")]);
    assert_eq!((no.outcome, no.route), (Outcome::NotAllowed, None));
    assert_eq!((no.consent, no.basis), (Consent { kind: ConsentKind::None, until_age: None }, Basis::RuleOfThumb));
    assert_eq!(brief(&tool(Kind::Quiz, &[]), &[], Ground::of(&question)), None);
}

#[test]
fn what_the_school_is_supposed_to_have_approved_is_looked_at_as_its_decision() {
    let question = question(&json!({ "age": 17, "account": "private", "data": Data::Ordinary }));
    assert_eq!(question.account, Some(Account::Private));
    let facts = [
        fact("private_account", &json!(true), "2030-01-01"),
        fact("minimum_age", &json!(13), "2030-01-01"),
        fact("parental_permission_age", &json!(0), "2030-01-01"),
    ];
    let tool = tool(Kind::Quiz, &facts);
    let decision = |approved| {
        let ground = Ground { approved, ..Ground::of(&question) };
        let check = check_edition(&tool, &tool.editions[0], ground);
        let situation = situation(&tool, check.edition, &check.facts, ground, Users::Pupils(17));
        let found = findings_on(&situation, Route::PrivateAccount);
        let decided = found.iter().find(|found| found.rule == at_school::DECISION).expect("it says something");
        (decided.finding.effect, decided.finding.because)
    };
    assert_eq!(decision(false), (Effect::Asks, "own_account"));
    assert_eq!(decision(true), (Effect::Satisfied, "approved"));
}
