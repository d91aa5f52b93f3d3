//! Younger, more data or a restriction never relaxes an answer.

use std::sync::OnceLock;

use magdit::{Account, ConsentKind, Kind, Outcome, Purpose, Role, Route, Sector};

use crate::ledger::{Ledger, Subject, asked, hold, subjects};
use crate::space::{ACCOUNT, AGE, COMPULSORY, DATA, DEVICE, PROCURED, SECTOR, Seen, Space, answers};

/// Age from which people consent alone in the Netherlands, where every
/// question of the space is asked (`data/parameters/consent_age.toml`).
const CONSENT_AGE: u8 = 16;

fn space() -> &'static Space {
    static SPACE: OnceLock<Space> = OnceLock::new();
    SPACE.get_or_init(Space::distinct)
}

/// The answer to every question about a tool; made once for all properties.
fn seen(subject: &Subject) -> &'static [Seen] {
    static TABLES: OnceLock<Vec<OnceLock<Vec<Seen>>>> = OnceLock::new();
    let tables = TABLES.get_or_init(|| subjects().iter().map(|_| OnceLock::new()).collect());
    let index = subjects().iter().position(|other| std::ptr::eq(other, subject)).expect("one of them");
    tables[index].get_or_init(|| answers(&subject.knowledge_base, &subject.tool, space(), |_| {}))
}

/// Notes whether the stricter of two questions is answered at least as
/// strictly.
fn compare(seen: &[Seen], ledger: &mut Ledger, milder: usize, stricter: usize) {
    let (milder_seen, stricter_seen) = (seen[milder], seen[stricter]);
    ledger.look(milder_seen.outcome() <= stricter_seen.outcome(), || {
        let space = space();
        format!(
            "{} is {} by {:?}, but {} is {} by {:?}",
            asked(&space.question(milder)),
            milder_seen.outcome(),
            milder_seen.route(),
            asked(&space.question(stricter)),
            stricter_seen.outcome(),
            stricter_seen.route(),
        )
    });
}

/// Compares each question that has `milder` on an axis with the one that has
/// `stricter` there and is the same otherwise.
fn along(subject: &Subject, ledger: &mut Ledger, axis: usize, pairs: &[(usize, usize)]) {
    let (space, seen) = (space(), seen(subject));
    for index in 0..space.len() {
        let at = space.at(index, axis);
        for &(_, stricter) in pairs.iter().filter(|(milder, _)| *milder == at) {
            compare(seen, ledger, index, space.moved(index, axis, stricter));
        }
    }
}

/// How many comparisons `along` makes.
fn comparisons(axis: usize, pairs: usize) -> u64 {
    (space().len() / space().sizes()[axis] * pairs) as u64
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn the_space_of_questions_is_as_large_as_it_says() {
    assert_eq!(Space::whole().sizes(), [5, 10, 5, 9, 4, 6, 3, 3, 3]);
    assert_eq!(Space::whole().len(), 1_458_000);
    assert_eq!(space().sizes(), [3, 10, 5, 9, 4, 5, 3, 3, 2]);
    assert_eq!(space().len(), 486_000);
    let real = subjects().iter().filter(|subject| subject.real).count();
    assert!(real >= 60, "only {real} editions of real tools");
    assert!(subjects().len() - real >= 40, "too few editions of invented tools");
    println!("{:>11} questions about each of {} editions, {real} of them real", space().len(), subjects().len());
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn nobody_under_sixteen_is_on_a_private_account_without_the_parents() {
    let young = |index: &usize| space().ages[space().at(*index, AGE)].is_none_or(|age| age < CONSENT_AGE);
    let young: Vec<usize> = (0..space().len()).filter(young).collect();
    let look = |subject: &Subject, ledger: &mut Ledger| {
        let all = seen(subject);
        for &index in &young {
            let seen = all[index];
            let consents = seen.consent() == ConsentKind::ParentalConsent;
            let holds = seen.route() != Some(Route::PrivateAccount) || consents;
            ledger.look(holds, || format!("{} is {seen:?}", asked(&space().question(index))));
        }
    };
    hold("under 16 on a private account, parents consent or it is refused", |_| young.len() as u64, look);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn asking_for_a_private_account_under_sixteen_leads_to_nothing_milder() {
    let concerned = |index: &usize| {
        let question = space().question(*index);
        question.account == Some(Account::Private) && question.age.is_some_and(|age| age < CONSENT_AGE)
    };
    let concerned: Vec<usize> = (0..space().len()).filter(concerned).collect();
    let look = |subject: &Subject, ledger: &mut Ledger| {
        let all = seen(subject);
        for &index in &concerned {
            let seen = all[index];
            let question = space().question(index);
            let holds = match seen.route() {
                None => seen.outcome() == Outcome::NotAllowed,
                Some(Route::PrivateAccount) => seen.consent() == ConsentKind::ParentalConsent,
                Some(Route::SchoolManaged) => {
                    question.procured == Some(true) && seen.consent() >= ConsentKind::InformParents
                }
                Some(Route::ParentAccount) => true,
                Some(Route::NoAccount | Route::SchoolSso | Route::TeacherOnly) => false,
            };
            ledger.look(holds, || format!("{} is {seen:?}", asked(&question)));
        }
    };
    hold("a private account that is asked for is what is answered", |_| concerned.len() as u64, look);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn a_lower_age_never_relaxes() {
    let pairs: Vec<(usize, usize)> = (1..space().ages.len() - 1).map(|younger| (younger + 1, younger)).collect();
    assert_eq!(pairs.len(), 8);
    hold(
        "a lower age is never milder",
        |_| comparisons(AGE, pairs.len()),
        |subject, ledger| along(subject, ledger, AGE, &pairs),
    );
}

/// Leaving the age open asks about all pupils of the sector, unless it asks
/// about the own use of staff or parents.
fn asks_about_all_pupils(index: usize, kind: Kind) -> bool {
    let question = space().question(index);
    let own_use_of_staff = question.role == Some(Role::Teacher) && question.purpose == Some(Purpose::Prepare);
    let own_use_of_parents = question.role == Some(Role::Parent)
        && matches!(question.purpose, None | Some(Purpose::Communicate | Purpose::Track))
        && matches!(kind, Kind::PupilTrackingSystem | Kind::ParentCommunication);
    question.age.is_none() && !own_use_of_staff && !own_use_of_parents
}

/// Every question with an open age, with every place on the age axis that
/// the sector has pupils of.
fn open_and_named(kind: Kind) -> Vec<(usize, usize)> {
    let in_sector = |index: usize, age: usize| {
        let mbo = space().sectors[space().at(index, SECTOR)] == Some(Sector::Mbo);
        space().ages[age].is_some_and(|age| !mbo || age >= 13)
    };
    (0..space().len())
        .filter(|&index| asks_about_all_pupils(index, kind))
        .flat_map(|index| (1..space().ages.len()).map(move |age| (index, age)))
        .filter(|&(index, age)| in_sector(index, age))
        .collect()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn leaving_the_age_open_is_never_milder_than_naming_one_of_the_sector() {
    let for_most = open_and_named(Kind::General);
    let for_parents = open_and_named(Kind::ParentCommunication);
    let pairs = |subject: &Subject| match subject.tool.kind {
        Kind::PupilTrackingSystem | Kind::ParentCommunication => &for_parents,
        _ => &for_most,
    };
    hold(
        "an open age is never milder than an age of the sector",
        |subject| pairs(subject).len() as u64,
        |subject, ledger| {
            let seen = seen(subject);
            for &(open, age) in pairs(subject) {
                compare(seen, ledger, space().moved(open, AGE, age), open);
            }
        },
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn more_data_never_relaxes() {
    let pairs = [(0, 1), (1, 2), (1, 3), (1, 4)];
    hold(
        "more data is never milder",
        |_| comparisons(DATA, 4),
        |subject, ledger| {
            along(subject, ledger, DATA, &pairs);
        },
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn naming_an_account_never_relaxes() {
    let pairs = [(0, 1), (0, 2), (0, 3)];
    hold(
        "naming an account is never milder",
        |_| comparisons(ACCOUNT, 3),
        |subject, ledger| {
            along(subject, ledger, ACCOUNT, &pairs);
        },
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn naming_a_device_never_relaxes() {
    let pairs = [(0, 1), (0, 2)];
    hold(
        "naming a device is never milder",
        |_| comparisons(DEVICE, 2),
        |subject, ledger| {
            along(subject, ledger, DEVICE, &pairs);
        },
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn what_the_school_did_not_buy_is_never_milder() {
    assert_eq!(space().procured, [None, Some(true), Some(false)]);
    hold(
        "what the school did not buy is never milder",
        |_| comparisons(PROCURED, 2),
        |subject, ledger| {
            along(subject, ledger, PROCURED, &[(0, 2), (1, 2)]);
        },
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn what_is_compulsory_is_never_milder() {
    assert_eq!(space().compulsory, [Some(false), Some(true)]);
    hold(
        "what is compulsory is never milder",
        |_| comparisons(COMPULSORY, 1),
        |subject, ledger| {
            along(subject, ledger, COMPULSORY, &[(0, 1)]);
        },
    );
}
