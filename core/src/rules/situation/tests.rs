//! Which facts count, and what a case says of data, scopes and conditions.

use super::super::testing::Case;
use super::*;
use crate::fact::{SourceId, UnknownReason};
use crate::tool::{AssessmentOutcome, OutsideScope, Plan, Scope};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn edition(facts: Vec<FactEntry>) -> Edition {
    let (domains, assessments) = (Vec::new(), Vec::new());
    Edition { id: "a".to_owned(), name: "A".to_owned(), plan: Plan::Education, domains, facts, assessments }
}

fn known(value: bool, jurisdiction: Jurisdiction, date: &str) -> Fact {
    Fact::Known(Known {
        value: Value::YesNo(value),
        source: SourceId("page".to_owned()),
        place: "1".to_owned(),
        content_date: Some(day(date)),
        checked_on: day("2026-11-21"),
        review_by: day("2030-01-01"),
        jurisdiction,
    })
}

fn unknown() -> Fact {
    let reason = UnknownReason::ALL[0];
    Fact::Unknown { reason, searched: Vec::new(), checked_on: day("2026-11-21") }
}

#[test]
fn the_closest_jurisdiction_counts_then_the_latest_text_then_any_value_before_none() {
    use Jurisdiction::{Eea, Nl, World};
    let key = FactKey::StoresWork;
    let chosen = |facts: &[Fact]| {
        let entry = |fact: &Fact| FactEntry::new(key, Vec::new(), fact.clone());
        let edition = edition(facts.iter().map(entry).collect());
        let on = FactsOn::new(&edition, day("2026-11-21"));
        on.entry(key, Route::NoAccount).map(|entry| entry.fact.clone())
    };
    let ordered = [
        known(true, Nl, "2020-01-01"),
        known(false, Eea, "2024-01-01"),
        known(true, Eea, "2020-01-01"),
        known(false, World, "2025-01-01"),
        Fact::NotApplicable,
        unknown(),
    ];
    for (at, first) in ordered.iter().enumerate() {
        for later in &ordered[at..] {
            assert_eq!(chosen(&[first.clone(), later.clone()]).as_ref(), Some(first), "{later:?}");
            assert_eq!(chosen(&[later.clone(), first.clone()]).as_ref(), Some(first), "{later:?}");
        }
    }
    assert_eq!(chosen(&[]), None);
}

#[test]
fn every_key_leads_to_its_own_facts_and_a_route_to_its_own_before_those_of_all() {
    let entry = |key, routes: &[Route], value| {
        FactEntry::new(key, routes.to_vec(), known(value, Jurisdiction::Nl, "2020-01-01"))
    };
    let keys = FactKey::ALL.iter().copied().filter(|key| Value::YesNo(true).fits(*key)).collect::<Vec<_>>();
    let mut facts: Vec<FactEntry> = keys.iter().rev().map(|&key| entry(key, &[], true)).collect();
    facts.push(entry(keys[0], &[Route::SchoolSso], false));
    let edition = edition(facts);
    let on = FactsOn::new(&edition, day("2026-11-21"));
    for &key in FactKey::ALL {
        let found = on.entry(key, Route::SchoolSso);
        assert_eq!(found.map(|entry| entry.key), keys.contains(&key).then_some(key), "{key}");
        let value = found.and_then(|entry| entry.fact.known()).map(|known| known.value == Value::YesNo(true));
        assert_eq!(value, found.map(|_| key != keys[0]), "{key}");
    }
    let of_all = on.entry(keys[0], Route::NoAccount).expect("it is there");
    assert!(of_all.routes.is_empty() && on.holds(of_all) && !on.holds(&of_all.clone()));
}

#[test]
fn personal_data_are_entered_or_come_with_an_account() {
    let personal = |data, route| Case::pupils(11).data(data).on_route(|s| s.personal_data(route));
    for &route in Route::ALL {
        let account = !matches!(route, Route::NoAccount | Route::TeacherOnly);
        assert_eq!(personal(Data::None, route), account, "{route}");
        assert!(personal(Data::Ordinary, route), "{route}");
    }
}

#[test]
fn a_condition_is_known_unless_it_is_lacking() {
    let has = |lacking: &[&'static str], id: &str| {
        Case::pupils(11).on_route(|s| Situation { lacking, school: None, ..*s }.has_condition(id))
    };
    assert_eq!(
        (has(&["b", "e"], "a"), has(&["b", "e"], "b"), has(&["b", "e"], "e"), has(&[], "b")),
        (true, false, false, true)
    );
}

#[test]
fn an_assessment_is_in_scope_for_the_roles_and_sectors_it_looked_at() {
    let covers = |scope: &Scope, case: Case, route| {
        case.on_route(|s| {
            let assessment = Assessment {
                by: "SIVON".to_owned(),
                date: day("2025-01-01"),
                outcome: AssessmentOutcome::Usable,
                scope: scope.clone(),
                outside_scope: OutsideScope::NotCovered,
                measures: Vec::new(),
                source: SourceId("report".to_owned()),
                place: "1".to_owned(),
                checked_on: day("2026-11-21"),
                review_by: day("2030-01-01"),
            };
            s.in_scope(&assessment, route)
        })
    };
    let of_role = |role| Scope { roles: vec![role], ..Scope::default() };
    let (pupils, staff) = (|| Case::pupils(11), Case::staff);
    assert!(covers(&of_role(Role::Pupil), pupils(), Route::SchoolSso));
    assert!(!covers(&of_role(Role::Pupil), pupils(), Route::TeacherOnly));
    assert!(!covers(&of_role(Role::Pupil), staff(), Route::SchoolSso));
    for role in [Role::Teacher, Role::Staff] {
        assert!(
            covers(&of_role(role), staff(), Route::SchoolSso) && covers(&of_role(role), pupils(), Route::TeacherOnly)
        );
        assert!(!covers(&of_role(role), pupils(), Route::SchoolSso));
    }
    assert!(covers(&of_role(Role::Parent), pupils(), Route::ParentAccount));
    assert!(!covers(&of_role(Role::Parent), pupils(), Route::SchoolSso));
    let of_data = Scope { data: vec![Data::Ordinary], ..Scope::default() };
    for (data, there) in [(Data::None, true), (Data::Ordinary, true), (Data::Images, false)] {
        assert_eq!(covers(&of_data, pupils().data(data), Route::SchoolSso), there, "{data:?}");
    }
    let of_sector = Scope { sectors: vec![Sector::Po], ..Scope::default() };
    for (sector, there) in [(Some(Sector::Po), true), (Some(Sector::Vo), false), (None, false)] {
        assert_eq!(covers(&of_sector, pupils().sector(sector), Route::SchoolSso), there, "{sector:?}");
    }
}
