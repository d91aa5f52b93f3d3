//! Older, the same again with other content, far ahead, expired.

use magdit::kb::signature::SignatureError;
use magdit::store::{CURRENT, FLOOR, Installed, MAX_NUMBER_STEP, OpenedFrom, PREVIOUS, Refusal, Store, Version};
use magdit::{Date, Freshness, Language, LoadError, Outcome, Question};
use magdit_tests::signed::{Edition, base, edition, secret, trust};
use magdit_tests::today;

use super::scene::Scene;
use crate::files::Memory;

fn version(number: u64) -> Version {
    Version { key_epoch: 1, number }
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn rollback(found: u64, floor: u64) -> Refusal {
    Refusal::Rollback { found: version(found), floor: version(floor) }
}

/// The folder without some of its files.
fn without(scene: &Scene, names: &[&str]) -> Scene {
    let mut files = scene.memory.files();
    files.retain(|name, _| !names.contains(&name.as_str()));
    let memory = Memory::with(&files);
    Scene { store: Store::on(memory.clone(), trust()), memory }
}

super::attacks! {

newer_release ["test_update_timestamp", "test_basic_refresh_trusted_data", "test_client_downloads_expected_file"] {
    let mut scene = Scene::with(&[3]);
    assert_eq!(scene.accepts(&edition(4).signed()), 4);
    assert_eq!(scene.memory.files()[CURRENT], edition(4).signed());
}

many_releases_one_after_the_other ["test_multiple_changes_to_target"] {
    assert_eq!(Scene::with(&[1, 2, 3, 5, 8, 13, 21]).number(), 21);
}

older_release ["test_new_timestamp_version_rollback", "test_snapshot_rollback"] {
    assert_eq!(Scene::with(&[3, 9]).refuses(&edition(8).signed()), rollback(8, 9));
}

release_that_was_there_before [] {
    assert_eq!(Scene::with(&[3, 9]).refuses(&edition(3).signed()), rollback(3, 9));
}

older_release_after_the_current_file_was_damaged ["test_targets_rollback"] {
    let mut scene = Scene::with(&[8, 10]);
    scene.memory.put(CURRENT, b"damaged");
    assert_eq!(scene.number(), 8);
    assert_eq!(scene.refuses(&edition(9).signed()), rollback(9, 10));
    assert_eq!(scene.accepts(&edition(10).signed()), 10);
}

older_release_after_both_files_were_lost [] {
    let mut scene = without(&Scene::with(&[8, 10]), &[CURRENT, PREVIOUS]);
    assert_eq!(scene.refuses(&edition(9).signed()), rollback(9, 10));
    assert_eq!(scene.accepts(&edition(10).signed()), 10);
}

older_release_after_the_floor_was_removed [] {
    assert_eq!(without(&Scene::with(&[8, 10]), &[FLOOR]).refuses(&edition(9).signed()), rollback(9, 10));
}

older_release_after_the_floor_was_damaged [] {
    let mut scene = Scene::with(&[8, 10]);
    scene.memory.put(FLOOR, &[0; 124]);
    assert_eq!(scene.refuses(&edition(9).signed()), rollback(9, 10));
}

older_release_after_the_floor_was_replaced_by_an_older_one [] {
    let mut scene = Scene::with(&[8, 10]);
    scene.memory.put(FLOOR, &Scene::with(&[2]).memory.files()[FLOOR]);
    assert_eq!(scene.refuses(&edition(9).signed()), rollback(9, 10));
}

floor_that_is_too_high_bricks_nothing [] {
    let mut scene = Scene::with(&[3]);
    scene.memory.put(FLOOR, &Scene::with(&[900]).memory.files()[FLOOR]);
    assert_eq!(scene.number(), 3);
    assert_eq!(scene.refuses(&edition(4).signed()), rollback(4, 900));
    assert_eq!(scene.accepts(&edition(901).signed()), 901);
}

release_older_than_the_embedded_one [] {
    let seed: &'static [u8] = edition(7).unsigned().leak();
    let mut scene = Scene::empty();
    scene.store = scene.store.clone().with_seed(seed);
    assert_eq!(scene.refuses(&edition(6).signed()), rollback(6, 7));
    assert_eq!(scene.store.open().unwrap().from, OpenedFrom::Seed);
}

installed_release_older_than_the_embedded_one [] {
    let scene = Scene::with(&[3]);
    let store = scene.store.with_seed(edition(7).unsigned().leak());
    let opened = store.open().unwrap();
    assert_eq!((opened.from, opened.library.release().number), (OpenedFrom::Seed, 7));
}

same_number_with_other_content ["test_timestamp_content_changes"] {
    let fork = Edition { mark: 666, ..edition(3) }.signed();
    assert_eq!(Scene::with(&[3]).refuses(&fork), Refusal::Fork { found: version(3) });
}

same_number_with_other_content_after_the_files_were_lost [] {
    let fork = Edition { mark: 666, ..edition(3) }.signed();
    let mut scene = without(&Scene::with(&[3]), &[CURRENT]);
    assert_eq!(scene.refuses(&fork), Refusal::Fork { found: version(3) });
}

same_number_as_the_embedded_one_with_other_content [] {
    let mut scene = Scene::empty();
    scene.store = scene.store.clone().with_seed(base());
    assert_eq!(scene.refuses(&edition(1).signed()), Refusal::Fork { found: version(1) });
}

same_release_again ["test_artifact_cache"] {
    let mut scene = Scene::with(&[3]);
    let before = scene.memory.files();
    for file in [edition(3).signed(), edition(3).signed_by(&[secret(1, 2), secret(1, 1)])] {
        let installed = scene.store.install(&file, today()).unwrap();
        assert_eq!(installed, Installed::AlreadyCurrent { version: version(3) });
    }
    assert_eq!(scene.memory.files(), before);
}

highest_number_there_is [] {
    let refused = Scene::with(&[3]).refuses(&edition(u64::MAX).signed());
    assert_eq!(refused, Refusal::FastForward { found: version(u64::MAX), floor: 3 });
}

number_just_too_far_ahead [] {
    let mut scene = Scene::with(&[3]);
    let most = 3 + MAX_NUMBER_STEP;
    assert_eq!(scene.refuses(&edition(most + 1).signed()), Refusal::FastForward { found: version(most + 1), floor: 3 });
    assert_eq!(scene.accepts(&edition(most).signed()), most);
}

number_too_far_ahead_for_the_first_one [] {
    let mut scene = Scene::empty();
    assert!(matches!(scene.refuses(&edition(MAX_NUMBER_STEP + 1).signed()), Refusal::FastForward { floor: 0, .. }));
    assert_eq!(scene.accepts(&edition(MAX_NUMBER_STEP).signed()), MAX_NUMBER_STEP);
}

recovery_from_a_number_far_ahead_by_new_keys [
    "test_targets_fast_forward_recovery",
    "test_new_snapshot_fast_forward_recovery",
    "test_new_timestamp_fast_forward_recovery"
] {
    let mut scene = Scene::with(&[3, 900_000]);
    assert_eq!(scene.refuses(&edition(4).signed()), rollback(4, 900_000));
    assert_eq!(scene.accepts(&edition(4).of_epoch(2).signed()), 4);
    assert_eq!(scene.refuses(&edition(900_001).signed()), Refusal::ReplacedKeys { found: 1, expected: 2 });
    assert_eq!(scene.accepts(&edition(5).of_epoch(2).signed()), 5);
}

file_past_its_last_day ["test_timestamp_expired", "test_snapshot_expired", "test_targets_expired"] {
    let mut scene = Scene::with(&[3]);
    let (expires, late) = (day("2027-05-20"), day("2027-05-21"));
    let refused = scene.refuses_on(&edition(4).signed(), late);
    assert_eq!(refused, Refusal::Expired { expires, today: late });
    assert!(matches!(scene.store.install(&edition(4).signed(), expires), Ok(Installed::New { .. })));
}

no_newer_file_ever_offered [] {
    let library = Scene::with(&[3]).store.open().unwrap().library;
    let mut question = Question::on(day("2027-05-21"));
    question.today = Some(day("2027-05-21"));
    assert_eq!(library.freshness(day("2027-05-21")), Freshness::Expired);
    let answer = library.check("voorbeeldquiz", &question, Language::Nl).unwrap();
    assert!(answer.outcome >= Outcome::AskSchool, "{:?}", answer.outcome);
    assert_eq!(answer.freshness, Freshness::Expired);
}

installed_file_that_expired_does_not_stand_in_the_way ["test_expired_local_timestamp"] {
    let mut scene = Scene::with(&[3]);
    let dates = ["2027-06-01", "2027-07-01", "2027-12-01"].map(day);
    let newer = Edition { dates, ..edition(4) }.signed();
    assert!(matches!(scene.store.install(&newer, day("2027-06-02")), Ok(Installed::New { .. })));
}

clock_set_back_makes_nothing_fresh [] {
    let library = Scene::with(&[3]).store.open().unwrap().library;
    assert_eq!(library.freshness(day("2026-11-20")), Freshness::ClockSuspect);
}

old_file_installed_late_is_as_old_as_it_is [] {
    let mut scene = Scene::empty();
    scene.store.install(&edition(3).signed(), day("2027-05-01")).unwrap();
    let library = scene.store.open().unwrap().library;
    assert_eq!(library.freshness(day("2027-05-01")), Freshness::DueForReview);
    assert_eq!(library.freshness(day("2027-05-21")), Freshness::Expired);
}

file_that_expired_before_it_was_issued [] {
    let mut file = edition(4).signed();
    file[40..44].copy_from_slice(&20_200_101_u32.to_le_bytes());
    let refused = Scene::with(&[3]).refuses_file(&magdit_tests::signed::sealed_again(file));
    assert!(matches!(refused, LoadError::File(_)) && refused != LoadError::Signature(SignatureError::Unsigned));
}

}
