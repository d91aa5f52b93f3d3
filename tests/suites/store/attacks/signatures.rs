//! Who signed: too few, twice, strangers, developers.

use magdit::kb::key::{KeySet, KeySetError, PublicKey, Purpose};
use magdit::kb::key_file;
use magdit::kb::signature::SignatureError;
use magdit::{LoadError, Trust};
use magdit_tests::signed::{change, developer, edition, keys, keys_for, secret, trust};

use super::scene::{Scene, forged, slot, with_slots_of};

fn not_enough(found: u8) -> LoadError {
    LoadError::Signature(SignatureError::NotEnough { found, expected: 2 })
}

fn refused(file: &[u8]) -> LoadError {
    Scene::with(&[3]).refuses_file(file)
}

super::attacks! {

unsigned_file ["test_unsigned_metadata"] {
    assert_eq!(refused(&edition(4).unsigned()), LoadError::Signature(SignatureError::Unsigned));
}

one_signature_where_two_must_sign ["test_snapshot_does_not_meet_threshold"] {
    for index in 0..3 {
        assert_eq!(refused(&edition(4).signed_by(&[secret(1, index)])), not_enough(1));
    }
}

one_signature_in_every_slot ["test_duplicate_sig_keyids"] {
    let file = edition(4).signed_by(&[secret(1, 0)]);
    let first = slot(&file, 0);
    let copied = forged(file, |file| {
        for index in 1..3 {
            file.copy_within(first.clone(), first.start + index * first.len());
        }
    });
    assert_eq!(refused(&copied), not_enough(1));
}

one_key_twice_in_the_key_set ["test_duplicate_keys"] {
    let key = secret(1, 0).public().unwrap();
    assert_eq!(KeySet::new(1, Purpose::Release, 2, vec![key, key]), Err(KeySetError::Twice { key }));
    let text = key_file::write_keys(&keys(1));
    assert!(key_file::read(&format!("{text}key {}\n", keys(1).keys()[0])).is_err());
}

fewer_keys_than_must_sign ["test_snapshot_has_too_few_keys"] {
    let key = secret(1, 0).public().unwrap();
    assert!(matches!(KeySet::new(1, Purpose::Release, 2, vec![key]), Err(KeySetError::Threshold { .. })));
}

key_set_that_nobody_must_sign [] {
    let key = secret(1, 0).public().unwrap();
    assert!(matches!(KeySet::new(1, Purpose::Release, 0, vec![key]), Err(KeySetError::Threshold { .. })));
}

keys_that_are_no_key_set ["test_invalid_initial_root"] {
    let text = key_file::write_keys(&keys(1));
    for text in [String::new(), text.replace("key ", "key f"), text.replace("threshold 2", "threshold 9")] {
        assert!(key_file::read(&text).is_err(), "{text}");
    }
    assert!(KeySet::from_bytes(&keys(1).to_bytes()[1..]).is_err());
}

key_that_anybody_can_sign_for ["test_keytype_and_scheme"] {
    let mut identity = [0; 32];
    identity[0] = 1;
    for weak in [[0; 32], identity, [0xff; 32]] {
        assert_eq!(PublicKey::from_bytes(weak), None);
    }
}

signatures_of_strangers [] {
    assert_eq!(refused(&edition(4).signed_by(&[secret(9, 0), secret(9, 1), secret(9, 2)])), not_enough(0));
}

stranger_beside_one_trusted_key [] {
    assert_eq!(refused(&edition(4).signed_by(&[secret(1, 0), secret(9, 1), secret(9, 2)])), not_enough(1));
}

signature_under_the_name_of_a_trusted_key [] {
    let file = edition(4).signed_by(&[secret(1, 0), secret(9, 0)]);
    let place = slot(&file, 1);
    let name = *secret(1, 1).public().unwrap().as_bytes();
    let file = forged(file, |file| file[place][..32].copy_from_slice(&name));
    assert_eq!(refused(&file), not_enough(1));
}

signatures_of_two_keys_swapped [] {
    let file = edition(4).signed();
    let (first, second) = (slot(&file, 0), slot(&file, 1));
    let file = forged(file, |file| {
        let (one, other) = (file[first.start + 32..first.end].to_vec(), file[second.start + 32..second.end].to_vec());
        file[first.start + 32..first.end].copy_from_slice(&other);
        file[second.start + 32..second.end].copy_from_slice(&one);
    });
    assert_eq!(refused(&file), not_enough(0));
}

signatures_of_another_release [] {
    assert_eq!(refused(&with_slots_of(edition(4).unsigned(), &edition(3).signed())), not_enough(0));
}

nonsense_beside_enough_signatures ["test_invalid_sig_in_valid_metadata"] {
    let file = edition(4).signed();
    let place = slot(&file, 2);
    for fill in [1, 0xff] {
        let file = forged(file.clone(), |file| file[place.clone()].fill(fill));
        assert_eq!(Scene::with(&[3]).accepts(&file), 4);
    }
}

stranger_beside_enough_signatures [] {
    assert_eq!(Scene::with(&[3]).accepts(&edition(4).signed_by(&[secret(9, 0), secret(1, 2), secret(1, 0)])), 4);
}

signature_of_zeros [] {
    let file = edition(4).signed();
    let place = slot(&file, 1);
    assert_eq!(refused(&forged(file, |file| file[place][32..].fill(0))), not_enough(1));
}

signature_in_a_second_form [] {
    let file = edition(4).signed();
    let place = slot(&file, 1);
    for bit in [5, 6, 7] {
        assert_eq!(refused(&forged(file.clone(), |file| file[place.end - 1] |= 1 << bit)), not_enough(1));
    }
}

signature_made_for_a_change_of_keys [] {
    let change = change(2, &[secret(1, 0), secret(1, 1)]);
    let file = edition(4).unsigned();
    let places = [slot(&file, 0), slot(&file, 1)];
    let file = forged(file, |file| {
        for (place, signature) in places.into_iter().zip(change.signatures()) {
            file[place].copy_from_slice(signature);
        }
    });
    assert_eq!(refused(&file), not_enough(0));
}

development_signatures_for_a_release [] {
    let file = edition(4).signed_by(&[developer(1, 0), developer(1, 1)]);
    assert_eq!(refused(&file), LoadError::Signature(SignatureError::ByDevelopers));
}

one_release_and_one_development_signature [] {
    let file = edition(4).signed_by(&[secret(1, 0), developer(1, 1)]);
    assert_eq!(refused(&file), LoadError::Signature(SignatureError::ByDevelopers));
}

development_keys_where_release_keys_belong [] {
    let file = edition(4).signed_by(&[developer(1, 0), developer(1, 1)]);
    let developers = keys_for(1, Purpose::Development);
    let mut scene = Scene::trusting(Trust::Release(developers.clone()));
    assert_eq!(scene.refuses_file(&file), LoadError::Signature(SignatureError::DevelopmentKeys));
    assert_eq!(Scene::trusting(Trust::Development(developers)).accepts(&file), 4);
}

release_signatures_where_developers_are_expected [] {
    let mut scene = Scene::trusting(Trust::Development(keys_for(1, Purpose::Development)));
    assert_eq!(scene.refuses_file(&edition(4).signed()), not_enough(0));
}

file_installed_by_a_developer_and_opened_by_a_user [] {
    let mut scene = Scene::trusting(Trust::AllowUnsigned);
    scene.accepts(&edition(4).unsigned());
    let store = magdit::store::Store::on(scene.memory.clone(), trust());
    assert!(store.open().is_err());
}

}
