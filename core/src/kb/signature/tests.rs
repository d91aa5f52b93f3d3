#![expect(clippy::arithmetic_side_effects, reason = "the numbers of a test are small")]
#![expect(clippy::print_stdout, reason = "a test says how many files it looked at")]

use super::*;
use crate::Date;
use crate::kb::container;
use crate::kb::digest::Digest;
use crate::kb::header::HEADER_BYTES;
use crate::kb::points::points;
use crate::kb::random::Random;
use crate::kb::section::{Need, SectionId};
use crate::kb::sign::{SecretKey, SignError, sign};
use crate::kb::write::{Imprint, Writer};

fn secret(seed: u8) -> SecretKey {
    SecretKey::from_seed(Purpose::Release, &[seed; 32])
}

fn developer(seed: u8) -> SecretKey {
    SecretKey::from_seed(Purpose::Development, &[seed; 32])
}

/// Two of the keys 1, 2 and 3.
fn trusted() -> KeySet {
    set(Purpose::Release, 1)
}

fn set(purpose: Purpose, epoch: u32) -> KeySet {
    let keys = (1..=3).filter_map(|seed| secret(seed).public()).collect();
    KeySet::new(epoch, purpose, 2, keys).unwrap()
}

fn unsigned(number: u64, key_epoch: u32) -> Vec<u8> {
    let day = Date::new(2026, 11, 21).unwrap();
    let imprint = Imprint { number, issued: day, review_by: day, expires: day, key_epoch };
    let mut writer = Writer::new(imprint).signature_slots(3);
    writer.section(SectionId::Names, Need::MustUnderstand, b"names".to_vec()).unwrap();
    writer.section(77_u32, Need::Optional, b"later".to_vec()).unwrap();
    writer.finish().unwrap()
}

fn signed(keys: &[SecretKey]) -> Vec<u8> {
    keys.iter().fold(unsigned(10, 1), |file, key| sign(&file, key).unwrap())
}

fn check(file: &[u8], trusted: &KeySet) -> Result<u8, SignatureError> {
    let layout = container::open(file).unwrap();
    verify(file, &layout, trusted).map(|trusted| trusted.signers())
}

/// Makes checksums and seal anew, as anybody can.
fn seal(mut file: Vec<u8>) -> Vec<u8> {
    for row in [128, 192] {
        let start = u64::from_le_bytes(file[row + 8..row + 16].try_into().unwrap()) as usize;
        let section = Digest::of(&[&file[start..start + 5]]);
        file[row + 32..row + 64].copy_from_slice(section.as_bytes());
    }
    let slots_end = HEADER_BYTES + 2 * 64 + 3 * SLOT_BYTES;
    let seal = Digest::of(&[&file[..SEALED_BYTES], &file[HEADER_BYTES..slots_end]]);
    file[SEALED_BYTES..HEADER_BYTES].copy_from_slice(seal.as_bytes());
    file
}

/// Where slot `index` begins.
fn slot(index: usize) -> usize {
    HEADER_BYTES + 2 * 64 + index * SLOT_BYTES
}

fn not_enough(found: u8) -> Result<u8, SignatureError> {
    Err(SignatureError::NotEnough { found, expected: 2 })
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn two_of_three_keys_are_enough_in_any_order() {
    for first in 1..=3 {
        for second in (1..=3).filter(|second| *second != first) {
            assert_eq!(check(&signed(&[secret(first), secret(second)]), &trusted()), Ok(2));
        }
    }
    assert_eq!(check(&signed(&[secret(3), secret(1), secret(2)]), &trusted()), Ok(3));
    assert_eq!(check(&unsigned(10, 1), &trusted()), Err(SignatureError::Unsigned));
    assert_eq!(check(&signed(&[secret(1)]), &trusted()), not_enough(1));
}

/// What is done before a signature is looked at, without one that is sound.
#[test]
fn slots_of_nonsense_do_not_count() {
    let keys = points(3);
    let trusted = KeySet::new(1, Purpose::Release, 2, keys.clone()).unwrap();
    let mut file = unsigned(10, 1);
    assert_eq!(check(&file, &trusted), Err(SignatureError::Unsigned));
    for (index, key) in keys.iter().take(2).enumerate() {
        file[slot(index)..slot(index) + 32].copy_from_slice(key.as_bytes());
        file[slot(index) + 32..slot(index + 1)].fill(0xff);
    }
    file[slot(2)..slot(3)].fill(0xff);
    let file = seal(file);
    assert_eq!(check(&file, &trusted), not_enough(0));
    let shown = signed_slots(&file, &container::open(&file).unwrap());
    assert_eq!(shown, [Some(keys[0]), Some(keys[1]), None].map(|key| Slot { key, purpose: None }));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn a_key_counts_once_however_often_it_signed() {
    let file = signed(&[secret(1)]);
    let mut copied = file.clone();
    copied.copy_within(slot(0)..slot(1), slot(1));
    copied.copy_within(slot(0)..slot(1), slot(2));
    assert_eq!(check(&seal(copied), &trusted()), not_enough(1));
    assert_eq!(sign(&file, &secret(1)).unwrap(), file);
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn unknown_keys_neither_count_nor_harm() {
    assert_eq!(check(&signed(&[secret(1), secret(9)]), &trusted()), not_enough(1));
    assert_eq!(check(&signed(&[secret(8), secret(9)]), &trusted()), not_enough(0));
    assert_eq!(check(&signed(&[secret(9), secret(1), secret(2)]), &trusted()), Ok(2));
    let mut nonsense = signed(&[secret(1), secret(2)]);
    nonsense[slot(2)..slot(3)].fill(0xff);
    assert_eq!(check(&seal(nonsense), &trusted()), Ok(2));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn a_signature_under_the_name_of_another_key_does_not_count() {
    let mut file = signed(&[secret(1), secret(9)]);
    let name = *secret(2).public().unwrap().as_bytes();
    file[slot(1)..slot(1) + 32].copy_from_slice(&name);
    assert_eq!(check(&seal(file), &trusted()), not_enough(1));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn signatures_of_another_release_do_not_count() {
    let mut file = unsigned(11, 1);
    file[slot(0)..slot(3)].copy_from_slice(&signed(&[secret(1), secret(2)])[slot(0)..slot(3)]);
    assert_eq!(check(&seal(file), &trusted()), not_enough(0));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn development_keys_do_not_count_for_a_release_nor_the_other_way_round() {
    let development = set(Purpose::Development, 1);
    let by_developers = signed(&[developer(1), developer(2)]);
    assert_eq!(check(&by_developers, &trusted()), Err(SignatureError::ByDevelopers));
    assert_eq!(check(&by_developers, &development), Ok(2));
    assert_eq!(check(&signed(&[secret(1), secret(2)]), &development), not_enough(0));
    let layout = container::open(&by_developers).unwrap();
    let found = verify(&by_developers, &layout, &development).unwrap();
    assert_eq!(found.keys().purpose(), Purpose::Development);
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn the_filled_slots_of_a_file_are_shown_whoever_signed() {
    let mut file = signed(&[secret(1), developer(9)]);
    file[slot(2)..slot(3)].fill(0xff);
    let file = seal(file);
    let layout = container::open(&file).unwrap();
    let slot = |key: Option<PublicKey>, purpose| Slot { key, purpose };
    let expected = [
        slot(secret(1).public(), Some(Purpose::Release)),
        slot(developer(9).public(), Some(Purpose::Development)),
        slot(None, None),
    ];
    assert_eq!(signed_slots(&file, &layout), expected);
    let unsigned = unsigned(10, 1);
    assert_eq!(signed_slots(&unsigned, &container::open(&unsigned).unwrap()), []);
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn every_bit_of_header_and_table_is_signed() {
    let file = signed(&[secret(1), secret(2)]);
    let (mut opened, mut bits) = (0, 0);
    for at in (0..SEALED_BYTES).chain(HEADER_BYTES..slot(0)) {
        for bit in 0..8 {
            let mut changed = file.clone();
            changed[at] ^= 1 << bit;
            let slots_end = slot(3);
            let seal = Digest::of(&[&changed[..SEALED_BYTES], &changed[HEADER_BYTES..slots_end]]);
            changed[SEALED_BYTES..HEADER_BYTES].copy_from_slice(seal.as_bytes());
            bits += 1;
            if let Ok(layout) = container::open(&changed) {
                opened += 1;
                assert!(verify(&changed, &layout, &trusted()).is_err(), "byte {at} bit {bit}");
            }
        }
    }
    println!("{bits} bits of header and table with a new seal: {opened} opened, none trusted");
    assert!(opened > 100);
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn every_bit_of_a_needed_signature_matters() {
    let file = signed(&[secret(1), secret(2)]);
    for bit in 0..SLOT_BYTES * 8 {
        let mut changed = file.clone();
        changed[slot(0) + bit / 8] ^= 1 << (bit % 8);
        assert_eq!(check(&seal(changed), &trusted()), not_enough(1), "bit {bit}");
    }
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn other_content_under_the_same_signatures_is_not_trusted() {
    let mut file = signed(&[secret(1), secret(2)]);
    let names = container::open(&file).unwrap().section(SectionId::Names).unwrap();
    file[names].copy_from_slice(b"NAMES");
    assert_eq!(check(&seal(file), &trusted()), not_enough(0));
}

/// The order of the group, added to the number of a signature: the same
/// signature to a lax reader.
#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn a_signature_has_one_form() {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut file = signed(&[secret(1), secret(2)]);
    let mut carry = 0;
    for (index, byte) in ORDER.into_iter().enumerate() {
        let sum = u16::from(file[slot(0) + 64 + index]) + u16::from(byte) + carry;
        file[slot(0) + 64 + index] = sum.to_le_bytes()[0];
        carry = sum >> 8;
    }
    assert_eq!(check(&seal(file), &trusted()), not_enough(1));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn keys_of_another_epoch_are_refused_by_name() {
    let later = set(Purpose::Release, 2);
    let file = signed(&[secret(1), secret(2)]);
    assert_eq!(check(&file, &later), Err(SignatureError::ReplacedKeys { found: 1, expected: 2 }));
    for epoch in [2, 3, u32::MAX] {
        let file = [secret(1), secret(2)].iter().fold(unsigned(10, epoch), |file, key| sign(&file, key).unwrap());
        assert_eq!(check(&file, &trusted()), Err(SignatureError::NoChange { found: epoch, trusted: 1 }));
    }
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn signing_moves_nothing_and_keeps_the_name_of_the_content() {
    let before = unsigned(10, 1);
    let after = signed(&[secret(1), secret(2), secret(3)]);
    assert_eq!(before.len(), after.len());
    let differs: Vec<usize> = (0..before.len()).filter(|&at| before[at] != after[at]).collect();
    let allowed = |at: &usize| (SEALED_BYTES..HEADER_BYTES).contains(at) || (slot(0)..slot(3)).contains(at);
    assert!(differs.iter().all(allowed));
    let layouts = [&before, &after].map(|file| container::open(file).unwrap());
    let [before, after] = &layouts;
    assert_eq!(before.content(), after.content());
    assert_eq!(before.release(), after.release());
    assert_eq!(before.section(SectionId::Names), after.section(SectionId::Names));
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn a_file_without_a_free_slot_is_not_signed() {
    let full = signed(&[secret(1), secret(2), secret(3)]);
    let error = sign(&full, &secret(4)).unwrap_err();
    assert_eq!(error, SignError::NoSlot { slots: 3 });
    assert_eq!(error.to_string(), "all 3 signature slots of the file are in use; build it again with more slots");
    assert_eq!(sign(&full, &secret(2)), Ok(full.clone()));
    assert!(matches!(sign(&full[..300], &secret(1)), Err(SignError::Open(_))));
}

#[test]
fn a_secret_key_shows_nothing_of_itself() {
    let shown = format!("{:?}", secret(0x5a));
    assert_eq!(shown, "SecretKey { purpose: Release, .. }");
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn random_changes_with_new_checksums_are_never_trusted() {
    const ROUNDS: u32 = 20_000;
    let file = signed(&[secret(1), secret(2)]);
    let other = signed(&[secret(2), secret(9)]);
    let mut random = Random::seeded(25519);
    let (mut opened, mut looked_at) = (0, 0);
    while looked_at < ROUNDS {
        let mut changed = file.clone();
        for _ in 0..=random.below(3) {
            let at = random.below(changed.len());
            match random.below(3) {
                0 => changed[at] ^= 1 << random.below(8),
                1 => changed[at] = random.byte(),
                _ => changed[at] = other[at],
            }
        }
        let sections_in_place = (128..152).chain(192..216).all(|at| changed[at] == file[at]);
        let needed = (0..slot(2))
            .chain(slot(3)..file.len())
            .any(|at| changed[at] != file[at] && !(SEALED_BYTES..HEADER_BYTES).contains(&at) && !is_checksum(at));
        if !sections_in_place || !needed {
            continue;
        }
        looked_at += 1;
        let changed = seal(changed);
        if let Ok(layout) = container::open(&changed) {
            opened += 1;
            assert!(verify(&changed, &layout, &trusted()).is_err());
        }
    }
    println!("{looked_at} changed files with new checksums: {opened} opened, none trusted");
}

/// Whether [`seal`] makes this byte anew.
fn is_checksum(at: usize) -> bool {
    (160..192).contains(&at) || (224..256).contains(&at)
}

#[test]
#[cfg_attr(miri, ignore = "Ed25519 takes Miri ten seconds for each signature")]
fn a_small_stack_is_enough_to_sign_and_to_verify() {
    let thread = std::thread::Builder::new().stack_size(64 * 1024);
    let work = || check(&signed(&[secret(1), secret(2), secret(3)]), &trusted());
    assert_eq!(thread.spawn(work).unwrap().join().unwrap(), Ok(3));
}

#[test]
fn messages_say_what_was_found_and_what_to_do() {
    let cases = [
        (
            SignatureError::Unsigned,
            "the knowledge base is not signed; download it from its publisher, or open it as an unsigned file by name",
        ),
        (
            SignatureError::NotEnough { found: 1, expected: 2 },
            "1 of the 2 signatures that the knowledge base needs are there and match; \
             download it from its publisher",
        ),
        (
            SignatureError::ReplacedKeys { found: 1, expected: 2 },
            "the knowledge base is signed with keys of epoch 1, which were replaced by those of epoch 2; \
             download a newer knowledge base",
        ),
        (
            SignatureError::NoChange { found: 3, trusted: 1 },
            "the knowledge base is signed with keys of epoch 3 and does not show the change of keys after epoch 1; \
             install a newer version of the library",
        ),
        (
            SignatureError::Change { epoch: 2, side: "old", found: 1, expected: 2 },
            "the change to the keys of epoch 2 has 1 of the 2 signatures it needs from the old keys; \
             download the knowledge base from its publisher",
        ),
        (
            SignatureError::ByDevelopers,
            "the knowledge base is signed with development keys, which count only where they are allowed by name; \
             download it from its publisher",
        ),
        (
            SignatureError::DevelopmentKeys,
            "the keys given are development keys, which count only where they are allowed by name; \
             give the release keys of the publisher",
        ),
        (
            SignatureError::Unreadable,
            "the changes of keys in the knowledge base cannot be read; download it from its publisher",
        ),
    ];
    for (error, message) in cases {
        assert_eq!(error.to_string(), message);
    }
}
