//! Which changes are tried, what each makes of a question, and which sets are
//! told.

use serde_json::{Value as Json, json};

use super::*;
use crate::answer::{Basis, Consent, Outcome};
use crate::date::Date;
use crate::question::Question;

fn day() -> Date {
    Date::parse("2026-11-21").expect("a date")
}

fn edition(id: &str, plan: &str, facts: &[Json]) -> Json {
    json!({ "id": id, "name": "Voorbeeld", "plan": plan, "facts": facts })
}

fn tool(editions: &[Json]) -> Tool {
    let tool = json!({ "id": "quiz", "name": "Voorbeeld", "supplier": "voorbeeld-media", "kind": "quiz",
                       "purposes": ["practise"], "status": { "state": "active" }, "usage": "common",
                       "editions": editions });
    serde_json::from_value(tool).expect("a tool")
}

fn fact(key: &str, value: &Json, jurisdiction: &str) -> Json {
    json!({ "key": key, "value": value, "source": "page", "place": "1", "jurisdiction": jurisdiction,
            "content_date": "2020-01-01", "checked_on": "2026-11-21", "review_by": "2030-01-01" })
}

fn two_editions() -> Tool {
    tool(&[edition("school", "education", &[]), edition("gratis", "consumer", &[])])
}

fn brief(outcome: Outcome, route: Route, kind: ConsentKind) -> Brief {
    let consent = Consent { kind, until_age: None };
    let basis = Basis::SupplierInformation;
    Brief { edition: "school".to_owned(), outcome, route: Some(route), consent, basis }
}

fn yes(route: Route) -> Brief {
    brief(Outcome::Conditional, route, ConsentKind::InformParents)
}

/// Every change of the question, with what is no part of it.
fn asked() -> Question {
    Question {
        account: Some(Account::Private),
        edition: Some("gratis".to_owned()),
        data: Some(Data::Ordinary),
        compulsory: Some(true),
        device: Some(Device::School),
        ..Question::on(day())
    }
}

/// The sets that are told when `is_yes` says which suppositions are enough.
fn told(question: &Question, enough: impl Fn(&Supposed<'_>) -> Option<Brief>) -> Vec<Vec<Change>> {
    find(&two_editions(), question, &[], enough).into_iter().map(|(set, _)| set).collect()
}

#[test]
fn pairs_never_change_one_thing_twice() {
    let changes = [Change::Account(Account::None), Change::Account(Account::School), Change::Contract];
    assert_eq!(sets(&changes, 1), changes.clone().map(|change| vec![change]));
    let pair = |at: usize| vec![changes[at].clone(), Change::Contract];
    assert_eq!(sets(&changes, 2), [pair(0), pair(1)]);
    assert!(same_matter(&Change::TeacherShows, &Change::Account(Account::None)));
    assert!(!same_matter(&Change::TeacherShows, &Change::Contract));
}

#[test]
fn what_is_hoped_for_is_of_the_kind_its_key_asks_for() {
    let hoped: Vec<(FactKey, Value)> = FactKey::ALL.iter().filter_map(|&key| Some((key, hoped_for(key)?))).collect();
    assert!(hoped.iter().all(|(key, value)| value.fits(*key)));
    let word = |word: &str| Value::Word(word.to_owned());
    for (key, value) in hoped {
        let expected = match key {
            FactKey::MinimumAge => Value::Number(0),
            FactKey::ProcessingAgreement => word("own"),
            FactKey::TrainsOnInput => word("no"),
            FactKey::NoAccount
            | FactKey::SchoolSso
            | FactKey::SchoolManaged
            | FactKey::PupilUseAllowed
            | FactKey::RunsInBrowser => Value::YesNo(true),
            other => panic!("{other}"),
        };
        assert_eq!(value, expected, "{key}");
    }
}

#[test]
fn what_the_question_names_can_be_changed_and_what_it_leaves_open_cannot() {
    let missing = [FactKey::Hosting, FactKey::MinimumAge];
    let all = candidates(&two_editions(), &asked(), &missing);
    let expected = [
        Change::Account(Account::None),
        Change::Account(Account::School),
        Change::AnyEdition,
        Change::NoPersonalData,
        Change::Voluntary,
        Change::OwnDevice,
        Change::Contract,
        Change::SchoolDecision,
        Change::Fact(FactKey::MinimumAge, Value::Number(0)),
        Change::TeacherShows,
    ];
    assert_eq!(all, expected);
    let open = Question { role: Some(Role::Pupil), ..Question::on(day()) };
    let one = tool(&[edition("gratis", "consumer", &[])]);
    assert_eq!(candidates(&one, &open, &[]), [Change::SchoolDecision]);
    let restricted = Question { data: Some(Data::None), compulsory: Some(false), device: Some(Device::Own), ..open };
    let restricted = Question { procured: Some(true), edition: Some("gratis".to_owned()), ..restricted };
    assert_eq!(candidates(&one, &restricted, &[]), [Change::SchoolDecision]);
    assert_eq!(candidates(&two_editions(), &restricted, &[]), [Change::AnyEdition, Change::SchoolDecision]);
    let named = |account| Question { account: Some(account), role: Some(Role::Parent), ..Question::on(day()) };
    let other = |account| vec![Change::Account(account), Change::SchoolDecision];
    assert_eq!(candidates(&one, &named(Account::None), &[]), other(Account::School));
    assert_eq!(candidates(&one, &named(Account::School), &[]), other(Account::None));
}

#[test]
fn only_a_teacher_shows_and_only_in_place_of_practising_or_making() {
    let shows = |role, purpose| {
        let question = Question { role, purpose, ..Question::on(day()) };
        candidates(&two_editions(), &question, &[]).contains(&Change::TeacherShows)
    };
    for purpose in [None, Some(Purpose::Practise), Some(Purpose::Create)] {
        assert!(shows(None, purpose) && shows(Some(Role::Teacher), purpose) && shows(Some(Role::Staff), purpose));
        assert!(!shows(Some(Role::Pupil), purpose) && !shows(Some(Role::Parent), purpose));
    }
    assert!(!shows(None, Some(Purpose::Assess)) && !shows(None, Some(Purpose::Show)));
}

#[test]
fn four_missing_facts_are_tried_at_most() {
    let missing = [FactKey::NoAccount, FactKey::SchoolSso, FactKey::SchoolManaged, FactKey::PupilUseAllowed];
    let tried = |missing: &[FactKey]| {
        let changes = candidates(&two_editions(), &Question::on(day()), missing);
        changes.iter().filter(|change| matches!(change, Change::Fact(..))).count()
    };
    assert_eq!((tried(&missing[..3]), tried(&missing)), (3, 4));
    assert_eq!(tried(&[&missing[..], &[FactKey::MinimumAge]].concat()), 4);
}

#[test]
fn each_change_makes_of_a_question_what_it_says() {
    let tool = two_editions();
    let after = |change: Change| apply(&tool, &asked(), &[change]);
    assert_eq!(after(Change::Account(Account::School)).question.account, Some(Account::School));
    assert_eq!(after(Change::AnyEdition).question.edition, None);
    assert_eq!(after(Change::NoPersonalData).question.data, Some(Data::None));
    assert_eq!(after(Change::Voluntary).question.compulsory, Some(false));
    assert_eq!(after(Change::OwnDevice).question.device, Some(Device::Own));
    assert_eq!(after(Change::Contract).question.procured, Some(true));
    let shown = after(Change::TeacherShows);
    assert_eq!((shown.question.purpose, shown.question.account), (Some(Purpose::Show), None));
    let approved = after(Change::SchoolDecision);
    assert_eq!((approved.approved, &approved.question), (true, &asked()));
    let consent = after(Change::ParentalConsent);
    assert_eq!((consent.approved, &consent.question, &*consent.tool), (false, &asked(), &tool));
}

#[test]
fn a_fact_is_supposed_only_where_nobody_knows_it() {
    let known = [fact("minimum_age", &json!(13), "nl")];
    let foreign = [fact("minimum_age", &json!(13), "us"), fact("no_account", &json!(true), "nl")];
    let tool = tool(&[edition("a", "education", &known), edition("b", "education", &foreign)]);
    let learned = apply(&tool, &asked(), &[Change::Fact(FactKey::MinimumAge, Value::Number(0))]).tool;
    let values = |edition: &Edition| {
        let known = edition.facts.iter().filter_map(|entry| Some((entry.key, entry.fact.known()?.value.clone())));
        known.collect::<Vec<_>>()
    };
    let [first, second] = learned.editions.as_slice() else { panic!("{learned:?}") };
    assert_eq!(values(first), [(FactKey::MinimumAge, Value::Number(13))]);
    let both = [(FactKey::NoAccount, Value::YesNo(true)), (FactKey::MinimumAge, Value::Number(0))];
    assert_eq!(values(second), both);
}

#[test]
fn the_smallest_sets_are_told_and_none_that_holds_another() {
    let enough = |supposed: &Supposed<'_>| {
        let question = &supposed.question;
        let school = question.account == Some(Account::School);
        let fair = question.compulsory == Some(false) && question.device == Some(Device::Own);
        (school || fair).then(|| yes(Route::SchoolSso))
    };
    let expected = [vec![Change::Account(Account::School)], vec![Change::Voluntary, Change::OwnDevice]];
    assert_eq!(told(&asked(), enough), expected);
    assert_eq!(told(&asked(), |_| None), Vec::<Vec<Change>>::new());
    let no = |outcome| move |_: &Supposed<'_>| Some(brief(outcome, Route::SchoolSso, ConsentKind::None));
    assert!(told(&asked(), no(Outcome::AskSchool)).is_empty() && told(&asked(), no(Outcome::NotAllowed)).is_empty());
}

#[test]
fn five_sets_are_told_at_most() {
    let all = told(&asked(), |_| Some(yes(Route::SchoolSso)));
    assert_eq!((all.len(), all.iter().all(|set| set.len() == 1)), (MAX_TOLD, true));
}

#[test]
fn a_yes_that_rests_on_the_parents_names_their_consent() {
    let enough = |supposed: &Supposed<'_>| {
        let kind = if supposed.approved { ConsentKind::ParentalConsent } else { ConsentKind::InformParents };
        let yes = supposed.approved || supposed.question.procured == Some(true);
        yes.then(|| brief(Outcome::Allowed, Route::PrivateAccount, kind))
    };
    let expected = [vec![Change::Contract], vec![Change::SchoolDecision, Change::ParentalConsent]];
    assert_eq!(told(&asked(), enough), expected);
}

#[test]
fn use_by_the_teacher_alone_is_a_yes_where_showing_was_asked_for() {
    let alone = |_: &Supposed<'_>| Some(yes(Route::TeacherOnly));
    assert_eq!(told(&Question::on(day()), alone), [[Change::TeacherShows]]);
}

#[test]
fn showing_on_an_account_that_is_enough_by_itself_is_not_told() {
    let through = |route, enough: Option<Account>| {
        told(&asked(), |supposed| {
            let shown = supposed.question.purpose == Some(Purpose::Show);
            let by_account = enough.is_some_and(|account| supposed.question.account == Some(account));
            (shown || by_account).then(|| yes(route))
        })
    };
    let (none, school) = (Change::Account(Account::None), Change::Account(Account::School));
    assert_eq!(through(Route::SchoolManaged, Some(Account::School)), [[school.clone()]]);
    assert_eq!(through(Route::SchoolSso, Some(Account::School)), [[school.clone()]]);
    assert_eq!(through(Route::NoAccount, Some(Account::None)), [[none]]);
    assert_eq!(through(Route::SchoolSso, None), [[Change::TeacherShows]]);
    assert_eq!(through(Route::PrivateAccount, Some(Account::School)), [[school], [Change::TeacherShows]]);
}

#[test]
fn a_set_that_is_left_untold_is_enough_all_the_same() {
    let sets = told(&asked(), |supposed| {
        let shown = supposed.question.purpose == Some(Purpose::Show);
        let by_account = supposed.question.account == Some(Account::None);
        let otherwise = supposed.question.data == Some(Data::None);
        let route = if otherwise { Route::TeacherOnly } else { Route::NoAccount };
        (shown || by_account).then(|| yes(route))
    });
    assert_eq!(sets, [[Change::Account(Account::None)]]);
}

#[test]
fn what_is_hoped_for_is_a_value_of_its_fact() {
    let hoped: Vec<_> = FactKey::ALL.iter().filter_map(|&key| Some((key, hoped_for(key)?))).collect();
    for (key, value) in &hoped {
        assert!(value.fits(*key), "{key} {value}");
    }
    let word = |text: &str| Some(Value::Word(text.to_owned()));
    assert_eq!(hoped_for(FactKey::ProcessingAgreement), word("own"));
    assert_eq!(hoped_for(FactKey::TrainsOnInput), word("no"));
    assert_eq!(hoped.len(), 8);
}
