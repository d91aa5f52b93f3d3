#![expect(clippy::arithmetic_side_effects, reason = "the numbers of a test are small")]

use super::*;
use crate::Date;
use crate::kb::container;
use crate::kb::points::points;
use crate::kb::random::Random;
use crate::kb::section::Need;
use crate::kb::sign::{SecretKey, sign, sign_change};
use crate::kb::signature::verify;
use crate::kb::write::{Imprint, Writer};

fn secret(seed: u8) -> SecretKey {
    SecretKey::from_seed(Purpose::Release, &[seed; 32])
}

/// The keys of an epoch: three of its own, of which two must sign.
fn seeds(epoch: u8) -> [u8; 3] {
    [1, 2, 3].map(|key| epoch * 4 + key)
}

fn keys(epoch: u8) -> KeySet {
    let keys = seeds(epoch).iter().filter_map(|&seed| secret(seed).public()).collect();
    KeySet::new(u32::from(epoch), Purpose::Release, 2, keys).unwrap()
}

/// The change to an epoch, signed by these.
fn change(epoch: u8, signers: &[u8]) -> KeyChange {
    let mut change = KeyChange::new(keys(epoch));
    for &seed in signers {
        sign_change(&mut change, &secret(seed));
    }
    change
}

/// The change to an epoch as it must be: two old and two new keys sign.
fn sound(epoch: u8) -> KeyChange {
    let ([a, b, _], [c, d, _]) = (seeds(epoch - 1), seeds(epoch));
    change(epoch, &[a, b, c, d])
}

/// A file of this epoch, signed by two keys of it, that shows these changes.
fn file(epoch: u8, changes: &[KeyChange]) -> Vec<u8> {
    file_with(epoch, Some(write(changes)))
}

fn file_with(epoch: u8, section: Option<Vec<u8>>) -> Vec<u8> {
    let day = Date::new(2026, 11, 21).unwrap();
    let key_epoch = u32::from(epoch);
    let imprint = Imprint { number: 1, issued: day, review_by: day, expires: day, key_epoch };
    let mut writer = Writer::new(imprint).signature_slots(2);
    if let Some(section) = section {
        writer.section(SectionId::Keys, Need::MustUnderstand, section).unwrap();
    }
    let [a, b, _] = seeds(epoch);
    let file = sign(&writer.finish().unwrap(), &secret(a)).unwrap();
    sign(&file, &secret(b)).unwrap()
}

/// The epoch of the keys that end up being trusted.
fn check(file: &[u8], trusted: &KeySet) -> Result<u32, SignatureError> {
    let layout = container::open(file).unwrap();
    verify(file, &layout, trusted).map(|trusted| trusted.keys().epoch())
}

/// What reading does, without a signature that is one.
#[test]
fn changes_come_back_from_their_bytes_and_from_no_others() {
    let keys = points(4);
    let change = |epoch: u32, slots: u8| {
        let mut change = KeyChange::new(KeySet::new(epoch, Purpose::Release, 1, keys[..2].to_vec()).unwrap());
        (0..slots).for_each(|slot| change.add([slot; SLOT_BYTES]));
        change
    };
    let changes = vec![change(2, 3), change(3, 0)];
    let bytes = write(&changes);
    assert_eq!(read(&bytes), Ok(changes.clone()));
    assert_eq!(read(&[]), Ok(Vec::new()));
    let first = write(&changes[..1]).len();
    assert_eq!(read(&bytes[..first]).map(|changes| changes.len()), Ok(1));
    for length in [1, 8, 71, 72, 73, first - 1, first + 1, bytes.len() - 1] {
        assert_eq!(read(&bytes[..length]), Err(SignatureError::Unreadable), "{length}");
    }
    let backwards = write(&[change(3, 0), change(2, 3)]);
    assert_eq!(read(&backwards), Err(SignatureError::Unreadable));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn newer_keys_are_trusted_by_changes_that_old_and_new_keys_signed() {
    let changes = [sound(2), sound(3), sound(4)];
    assert_eq!(check(&file(2, &changes[..1]), &keys(1)), Ok(2));
    assert_eq!(check(&file(4, &changes), &keys(1)), Ok(4));
    assert_eq!(check(&file(4, &changes), &keys(2)), Ok(4));
    assert_eq!(check(&file(4, &changes), &keys(4)), Ok(4));
    assert_eq!(check(&file(3, &changes), &keys(1)), Ok(3));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn replaced_keys_are_not_trusted_again() {
    let old = file(1, &[]);
    assert_eq!(check(&old, &keys(1)), Ok(1));
    let replaced = Err(SignatureError::ReplacedKeys { found: 1, expected: 2 });
    assert_eq!(check(&old, &keys(2)), replaced);

    let by_old_keys = {
        let mut writer = Writer::new(imprint(2)).signature_slots(2);
        writer.section(SectionId::Keys, Need::MustUnderstand, write(&[sound(2)])).unwrap();
        let [a, b, _] = seeds(1);
        let file = sign(&writer.finish().unwrap(), &secret(a)).unwrap();
        sign(&file, &secret(b)).unwrap()
    };
    let not_enough = Err(SignatureError::NotEnough { found: 0, expected: 2 });
    assert_eq!(check(&by_old_keys, &keys(1)), not_enough);
    assert_eq!(check(&by_old_keys, &keys(2)), not_enough);
}

fn imprint(key_epoch: u32) -> Imprint {
    let day = Date::new(2026, 11, 21).unwrap();
    Imprint { number: 1, issued: day, review_by: day, expires: day, key_epoch }
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn a_change_needs_enough_of_the_old_and_enough_of_the_new_keys() {
    let ([a, b, c], [d, e, _]) = (seeds(1), seeds(2));
    let refused = |side, found| Err(SignatureError::Change { epoch: 2, side, found, expected: 2 });
    let cases: [(&[u8], Result<u32, SignatureError>); 9] = [
        (&[], refused("old", 0)),
        (&[a, d, e], refused("old", 1)),
        (&[a, a, a, d, e], refused("old", 1)),
        (&[d, e], refused("old", 0)),
        (&[a, b, c], refused("new", 0)),
        (&[a, b, d], refused("new", 1)),
        (&[a, b, d, 99], refused("new", 1)),
        (&[b, c, d, e], Ok(2)),
        (&[a, b, c, d, e, 99], Ok(2)),
    ];
    for (signers, result) in cases {
        assert_eq!(check(&file(2, &[change(2, signers)]), &keys(1)), result, "{signers:?}");
    }
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn a_change_whose_signature_is_copied_counts_it_once() {
    let [a, ..] = seeds(1);
    let mut copied = sound(2);
    let own = change(2, &[a]).slots;
    copied.slots.retain(|slot| !slot.starts_with(secret(seeds(1)[1]).public().unwrap().as_bytes()));
    copied.slots.extend([own[0], own[0]]);
    let refused = Err(SignatureError::Change { epoch: 2, side: "old", found: 1, expected: 2 });
    assert_eq!(check(&file(2, &[copied]), &keys(1)), refused);
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn epochs_are_followed_one_by_one() {
    let none = |found, trusted| Err(SignatureError::NoChange { found, trusted });
    assert_eq!(check(&file_with(2, None), &keys(1)), none(2, 1));
    assert_eq!(check(&file(3, &[sound(3)]), &keys(1)), none(3, 1));
    assert_eq!(check(&file(3, &[sound(2)]), &keys(1)), none(3, 2));

    let [a, b, _] = seeds(1);
    let [c, d, _] = seeds(3);
    assert_eq!(check(&file(3, &[change(3, &[a, b, c, d])]), &keys(1)), none(3, 1));

    let endless = KeySet::new(u32::MAX, Purpose::Release, 2, keys(1).keys().to_vec()).unwrap();
    assert_eq!(
        check(&file(2, &[sound(2)]), &endless),
        Err(SignatureError::ReplacedKeys { found: 2, expected: u32::MAX })
    );
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn a_change_of_other_keys_to_the_same_epoch_is_not_followed() {
    let thieves = KeySet::new(2, Purpose::Release, 1, vec![secret(99).public().unwrap()]).unwrap();
    let mut theirs = KeyChange::new(thieves);
    sign_change(&mut theirs, &secret(99));
    let refused = Err(SignatureError::Change { epoch: 2, side: "old", found: 0, expected: 2 });
    assert_eq!(check(&file(2, &[theirs]), &keys(1)), refused);

    let swapped = KeyChange { keys: KeySet::new(2, Purpose::Release, 1, keys(2).keys().to_vec()).unwrap(), ..sound(2) };
    assert_eq!(check(&file(2, &[swapped]), &keys(1)), refused);
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn development_keys_do_not_become_release_keys() {
    let developers = KeySet::new(2, Purpose::Development, 2, keys(2).keys().to_vec()).unwrap();
    let mut change = KeyChange::new(developers);
    let ([a, b, _], [c, d, _]) = (seeds(1), seeds(2));
    for seed in [a, b, c, d] {
        sign_change(&mut change, &secret(seed));
    }
    assert_eq!(check(&file(2, &[change]), &keys(1)), Err(SignatureError::NoChange { found: 2, trusted: 1 }));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn sections_that_hold_no_changes_are_refused() {
    let unreadable = Err(SignatureError::Unreadable);
    let bytes = write(&[sound(2), sound(3)]);
    assert_eq!(read(&bytes).map(|changes| changes.len()), Ok(2));
    let first = write(&[sound(2)]).len();
    for length in (1..bytes.len()).filter(|&length| length != first) {
        assert_eq!(read(&bytes[..length]), Err(SignatureError::Unreadable), "{length}");
    }
    assert_eq!(check(&file_with(3, Some(bytes[1..].to_vec())), &keys(1)), unreadable);
    assert_eq!(check(&file(3, &[sound(3), sound(2)]), &keys(1)), unreadable);
    assert_eq!(check(&file(3, &[sound(2), sound(2), sound(3)]), &keys(1)), unreadable);
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn the_number_of_changes_is_limited() {
    let changes = |count: u8| -> Vec<KeyChange> { (2..count + 2).map(sound).collect() };
    let limit = u8::try_from(MAX_KEY_CHANGES).unwrap();
    for count in [limit - 1, limit] {
        assert_eq!(check(&file(count + 1, &changes(count)), &keys(1)), Ok(u32::from(count) + 1));
    }
    let beyond = file(limit + 2, &changes(limit + 1));
    assert_eq!(check(&beyond, &keys(1)), Err(SignatureError::Unreadable));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn the_number_of_signatures_is_limited() {
    let all: Vec<u8> = (100..=140).collect();
    let many = change(2, &all);
    assert_eq!((many.slots.len(), MAX_SLOTS), (32, 32));
    assert!(read(&write(std::slice::from_ref(&many))).is_ok());
    let more = KeyChange { slots: vec![[1; SLOT_BYTES]; MAX_SLOTS + 1], ..many };
    assert_eq!(read(&write(&[more])), Err(SignatureError::Unreadable));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn changed_changes_never_upset_the_reader_and_never_lead_to_other_keys() {
    let bytes = write(&[sound(2)]);
    let mut random = Random::seeded(3);
    for _ in 0..2_000 {
        let changed = random.changed(&bytes);
        if let Ok(trusted) = check(&file_with(2, Some(changed)), &keys(1)) {
            assert_eq!(trusted, 2);
        }
    }
}
