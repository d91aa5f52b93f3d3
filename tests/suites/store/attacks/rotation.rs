//! Keys that replace keys.

use magdit::kb::chain::KeyChange;
use magdit::kb::key::{KeySet, Purpose};
use magdit::kb::limits::MAX_KEY_CHANGES;
use magdit::kb::sign::{SecretKey, sign_change};
use magdit::kb::signature::SignatureError;
use magdit::store::{CURRENT, OpenedFrom, PREVIOUS, Refusal, Store};
use magdit::{LoadError, Trust};
use magdit_tests::signed::{Edition, change, developer, edition, keys, keys_for, secret, sound_change};

use super::scene::Scene;
use crate::files::Memory;

/// A release of epoch 2 that shows this change.
fn showing(changes: Vec<KeyChange>) -> Vec<u8> {
    Edition { changes, ..edition(4).of_epoch(2) }.signed()
}

fn refused(file: &[u8]) -> LoadError {
    Scene::with(&[3]).refuses_file(file)
}

fn half_signed(side: &'static str, found: u8) -> LoadError {
    LoadError::Signature(SignatureError::Change { epoch: 2, side, found, expected: 2 })
}

/// Keys of epoch 2 that an attacker made, who stole the keys of epoch 1.
fn stolen() -> (KeyChange, [SecretKey; 2]) {
    let own = [200, 201].map(|seed| SecretKey::from_seed(Purpose::Release, &[seed; 32]));
    let keys = own.iter().filter_map(SecretKey::public).collect();
    let mut change = KeyChange::new(KeySet::new(2, Purpose::Release, 2, keys).unwrap());
    for key in own.iter().chain(&[secret(1, 0), secret(1, 1)]) {
        sign_change(&mut change, key);
    }
    (change, own)
}

fn by_thieves(number: u64) -> Vec<u8> {
    let (change, signers) = stolen();
    Edition { epoch: 2, changes: vec![change], ..edition(number) }.signed_by(&signers)
}

super::attacks! {

keys_replaced_as_they_should_be ["test_root_rotation"] {
    let mut scene = Scene::with(&[3]);
    assert_eq!(scene.accepts(&edition(4).of_epoch(2).signed()), 4);
    assert_eq!(scene.accepts(&edition(5).of_epoch(3).signed()), 5);
    assert_eq!(Scene::with(&[3]).accepts(&edition(6).of_epoch(5).signed()), 6);
}

file_by_keys_that_were_replaced [] {
    let mut scene = Scene::with(&[3]);
    scene.accepts(&edition(4).of_epoch(2).signed());
    assert_eq!(scene.refuses(&edition(5).signed()), Refusal::ReplacedKeys { found: 1, expected: 2 });
}

file_by_keys_that_were_replaced_after_the_files_were_lost [] {
    let mut scene = Scene::with(&[3]);
    scene.accepts(&edition(4).of_epoch(2).signed());
    let mut files = scene.memory.files();
    files.retain(|name, _| ![CURRENT, PREVIOUS].contains(&name.as_str()));
    let memory = Memory::with(&files);
    let mut scene = Scene { store: Store::on(memory.clone(), Trust::Release(keys(1))), memory };
    assert_eq!(scene.refuses(&edition(5).signed()), Refusal::ReplacedKeys { found: 1, expected: 2 });
}

replaced_keys_sign_for_the_new_ones [] {
    let file = edition(4).of_epoch(2).signed_by(&[secret(1, 0), secret(1, 1), secret(1, 2)]);
    assert_eq!(refused(&file), LoadError::Signature(SignatureError::NotEnough { found: 0, expected: 2 }));
}

one_old_and_one_new_key_sign [] {
    let file = edition(4).of_epoch(2).signed_by(&[secret(1, 0), secret(2, 0)]);
    assert_eq!(refused(&file), LoadError::Signature(SignatureError::NotEnough { found: 1, expected: 2 }));
}

change_that_only_the_new_keys_signed [] {
    let change = change(2, &[secret(2, 0), secret(2, 1)]);
    assert_eq!(refused(&showing(vec![change])), half_signed("old", 0));
}

change_that_only_the_old_keys_signed [] {
    let change = change(2, &[secret(1, 0), secret(1, 1)]);
    assert_eq!(refused(&showing(vec![change])), half_signed("new", 0));
}

change_that_one_old_key_signed [] {
    let change = change(2, &[secret(1, 0), secret(2, 0), secret(2, 1)]);
    assert_eq!(refused(&showing(vec![change])), half_signed("old", 1));
}

change_that_one_old_key_signed_twice [] {
    let change = change(2, &[secret(1, 0), secret(1, 0), secret(2, 0), secret(2, 1)]);
    assert_eq!(refused(&showing(vec![change])), half_signed("old", 1));
}

change_that_nobody_signed [] {
    assert_eq!(refused(&showing(vec![change(2, &[])])), half_signed("old", 0));
}

change_that_developers_signed [] {
    let change = change(2, &[developer(9, 0), developer(9, 1), secret(2, 0), secret(2, 1)]);
    assert_eq!(refused(&showing(vec![change])), half_signed("old", 0));
}

change_that_is_not_shown [] {
    assert_eq!(refused(&showing(Vec::new())), LoadError::Signature(SignatureError::NoChange { found: 2, trusted: 1 }));
}

change_that_leaves_one_out [] {
    let file = Edition { changes: vec![sound_change(3)], ..edition(4).of_epoch(3) }.signed();
    assert_eq!(refused(&file), LoadError::Signature(SignatureError::NoChange { found: 3, trusted: 1 }));
}

changes_in_the_wrong_order [] {
    let file = Edition { changes: vec![sound_change(3), sound_change(2)], ..edition(4).of_epoch(3) }.signed();
    assert_eq!(refused(&file), LoadError::Signature(SignatureError::Unreadable));
}

same_change_twice [] {
    assert_eq!(refused(&showing(vec![sound_change(2), sound_change(2)])), LoadError::Signature(SignatureError::Unreadable));
}

more_changes_than_a_file_may_show [] {
    let most = u8::try_from(MAX_KEY_CHANGES).unwrap() + 1;
    assert_eq!(Scene::with(&[3]).accepts(&edition(4).of_epoch(most).signed()), 4);
    assert_eq!(refused(&edition(4).of_epoch(most + 1).signed()), LoadError::Signature(SignatureError::Unreadable));
}

development_keys_take_over_from_release_keys [] {
    let mut change = KeyChange::new(keys_for(2, Purpose::Development));
    for key in [secret(1, 0), secret(1, 1), developer(2, 0), developer(2, 1)] {
        sign_change(&mut change, &key);
    }
    let file = Edition { changes: vec![change], ..edition(4).of_epoch(2) }.signed_by(&[developer(2, 0), developer(2, 1)]);
    assert_eq!(refused(&file), LoadError::Signature(SignatureError::NoChange { found: 2, trusted: 1 }));
}

stolen_keys_name_other_successors [] {
    let mut scene = Scene::with(&[3]);
    scene.accepts(&edition(4).of_epoch(2).signed());
    assert_eq!(scene.refuses(&by_thieves(5)), Refusal::OtherKeys { epoch: 2 });
}

stolen_keys_name_other_successors_after_the_files_were_lost [] {
    let mut scene = Scene::with(&[3]);
    scene.accepts(&edition(4).of_epoch(2).signed());
    let mut files = scene.memory.files();
    files.retain(|name, _| ![CURRENT, PREVIOUS].contains(&name.as_str()));
    let memory = Memory::with(&files);
    let mut scene = Scene { store: Store::on(memory.clone(), Trust::Release(keys(1))), memory };
    assert_eq!(scene.refuses(&by_thieves(5)), Refusal::OtherKeys { epoch: 2 });
    assert_eq!(scene.accepts(&edition(5).of_epoch(2).signed()), 5);
}

program_with_newer_keys_passes_over_what_older_ones_signed [] {
    let scene = Scene::with(&[3]);
    let seed: &'static [u8] = Edition { epoch: 2, ..edition(1) }.unsigned().leak();
    let store = Store::on(scene.memory.clone(), Trust::Release(keys(2))).with_seed(seed);
    let opened = store.open().unwrap();
    assert_eq!((opened.from, opened.passed_over.len()), (OpenedFrom::Seed, 1));
}

program_with_older_keys_opens_what_newer_ones_signed [] {
    let mut scene = Scene::with(&[3]);
    scene.accepts(&edition(4).of_epoch(3).signed());
    assert_eq!(Store::on(scene.memory.clone(), Trust::Release(keys(1))).open().unwrap().from, OpenedFrom::Current);
    assert_eq!(Store::on(scene.memory, Trust::Release(keys(2))).open().unwrap().from, OpenedFrom::Current);
}

}
