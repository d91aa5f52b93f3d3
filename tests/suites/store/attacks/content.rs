//! What is in the file: pasted, changed, cut, endless, of another kind.

use std::io::{self, Read as _};

use magdit::kb::error::OpenError;
use magdit::kb::header::MAGIC;
use magdit::kb::limits::MAX_FILE_BYTES;
use magdit::kb::section::{Need, SectionId};
use magdit::kb::signature::SignatureError;
use magdit::kb::table::TableWriter;
use magdit::store::{InstallError, Refusal};
use magdit::{KnowledgeBase, LoadError};
use magdit_tests::signed::{Edition, Random, edition, trust};
use magdit_tests::today;

use super::scene::{Scene, forged, section, with_slots_of};

fn not_signed() -> LoadError {
    LoadError::Signature(SignatureError::NotEnough { found: 0, expected: 2 })
}

fn refused(file: &[u8]) -> LoadError {
    Scene::with(&[3]).refuses_file(file)
}

/// A release with this in place of a section, signed as it must be.
fn signed_with(id: u32, need: Need, bytes: Vec<u8>) -> Vec<u8> {
    Edition { sections: vec![(id, need, bytes)], ..edition(4) }.signed()
}

super::attacks! {

other_content_under_the_same_signatures ["test_targets_hash_mismatch"] {
    let file = edition(4).signed();
    let place = section(&file, SectionId::Tools);
    assert_eq!(refused(&forged(file, |file| file[place.end - 1] ^= 1)), not_signed());
}

content_without_a_new_checksum ["test_basic_metadata_hash_support"] {
    let mut file = edition(4).signed();
    let place = section(&file, SectionId::Tools);
    file[place.start + 9] ^= 1;
    assert!(matches!(refused(&file), LoadError::File(OpenError::Damaged { .. })));
}

section_of_an_older_release_in_a_newer_one [] {
    let (old, new) = (Edition { filler: 64, ..edition(3) }, Edition { filler: 64, ..edition(4) });
    let (old, mut new) = (old.signed(), new.signed());
    let end = old.len();
    new[end - 64..].copy_from_slice(&old[end - 64..]);
    assert!(matches!(refused(&new), LoadError::File(OpenError::Damaged { .. })));
    assert_eq!(refused(&forged(new, |_| ())), not_signed());
}

header_of_a_newer_release_on_an_older_one [] {
    let (old, new) = (edition(3).signed(), edition(4).signed());
    assert_eq!(refused(&forged(old, |file| file[..96].copy_from_slice(&new[..96]))), not_signed());
}

section_table_changed ["test_snapshot_hash_mismatch"] {
    let file = edition(4).signed();
    let last_row = 128 + 64 * (usize::from(file[12]) - 1);
    assert_eq!(refused(&forged(file, |file| file[last_row] += 1)), not_signed());
}

number_raised [] {
    assert_eq!(refused(&forged(edition(2).signed(), |file| file[24] = 4)), not_signed());
}

expiry_put_off [] {
    let late = 20_990_101_u32.to_le_bytes();
    assert_eq!(refused(&forged(edition(4).signed(), |file| file[40..44].copy_from_slice(&late))), not_signed());
}

least_reader_lowered [] {
    assert_eq!(refused(&forged(edition(4).signed(), |file| file[10] = 0)), not_signed());
}

must_understand_taken_off [] {
    assert_eq!(refused(&forged(edition(4).signed(), |file| file[128 + 4] = 0)), not_signed());
}

section_left_out_under_the_same_signatures [] {
    let with = signed_with(902, Need::Optional, vec![7; 8]);
    assert_eq!(refused(&with_slots_of(edition(4).unsigned(), &with)), not_signed());
}

section_put_in_under_the_same_signatures [] {
    let with = Edition { sections: vec![(902, Need::Optional, vec![7; 8])], ..edition(4) }.unsigned();
    assert_eq!(refused(&with_slots_of(with, &edition(4).signed())), not_signed());
}

sections_that_nobody_knows_are_signed_too ["test_custom_fields"] {
    let file = signed_with(903, Need::Optional, b"of a later time".to_vec());
    assert_eq!(Scene::with(&[3]).accepts(&file), 4);
    let end = file.len() - 1;
    assert_eq!(refused(&forged(file, |file| file[end] ^= 1)), not_signed());
}

any_bit_flipped ["test_metadata_bytes_match"] {
    let file = edition(4).signed();
    let mut random = Random::seeded(5);
    for _ in 0..300 {
        let mut changed = file.clone();
        changed[random.below(file.len())] ^= 1 << random.below(8);
        assert!(KnowledgeBase::open_file(changed, &trust()).is_err());
    }
}

bytes_appended ["test_metadata_bytes_match"] {
    let file = [edition(4).signed(), vec![0]].concat();
    assert!(matches!(refused(&file), LoadError::File(OpenError::Length { .. })));
}

download_cut_short ["test_metadata_bytes_match"] {
    let file = edition(4).signed();
    for length in [file.len() - 1, file.len() / 2, 128, 96] {
        assert!(matches!(refused(&file[..length]), LoadError::File(OpenError::Length { .. } | OpenError::TooShort { .. })));
    }
}

two_releases_in_one_file [] {
    let file = [edition(4).signed(), edition(5).signed()].concat();
    assert!(matches!(refused(&file), LoadError::File(OpenError::Length { .. })));
}

nothing_at_all [] {
    assert!(matches!(refused(b""), LoadError::File(OpenError::TooShort { .. })));
}

file_for_another_product ["test_incorrect_metadata_type"] {
    let file = forged(edition(4).signed(), |file| file[48..64].copy_from_slice(b"nl.magdit.other\0"));
    assert_eq!(refused(&file), LoadError::File(OpenError::OtherProduct));
}

sign_in_page_instead_of_the_file ["test_incorrect_metadata_type"] {
    assert!(matches!(refused(b"<!DOCTYPE html><title>Wifi</title>"), LoadError::File(OpenError::NotMagdit { .. })));
}

endless_download [] {
    let mut scene = Scene::with(&[3]);
    for head in [&b""[..], &MAGIC, &edition(4).signed()] {
        let refused = scene.store.install_from(head.chain(io::repeat(0)), today()).unwrap_err();
        let InstallError::Refused(Refusal::File(LoadError::File(OpenError::TooLarge { found, limit }))) = refused else {
            panic!("{refused}")
        };
        assert_eq!((found, limit), (MAX_FILE_BYTES + 1, MAX_FILE_BYTES));
    }
    assert_eq!(scene.number(), 3);
}

one_byte_more_than_any_file_has [] {
    let file = vec![0; MAX_FILE_BYTES + 1];
    assert!(matches!(refused(&file), LoadError::File(OpenError::TooLarge { .. })));
}

download_that_breaks_off_with_an_error [] {
    struct Broken;
    impl io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::ConnectionReset.into())
        }
    }
    let mut scene = Scene::with(&[3]);
    let file = edition(4).signed();
    let refused = scene.store.install_from(file[..1_000].chain(Broken), today()).unwrap_err();
    assert!(matches!(refused, InstallError::Io { .. }), "{refused}");
    assert_eq!(scene.number(), 3);
}

file_of_a_later_format [] {
    let file = forged(edition(4).signed(), |file| file[8] = 2);
    assert_eq!(refused(&file), LoadError::File(OpenError::Format { found: 2, expected: 1 }));
}

file_that_needs_a_newer_reader [] {
    let file = Edition { min_reader: 2, ..edition(4) }.unsigned();
    assert_eq!(refused(&file), LoadError::File(OpenError::NeedsNewerReader { found: 2, expected: 1 }));
}

section_that_must_be_understood_and_is_not [] {
    let file = Edition { sections: vec![(904, Need::MustUnderstand, Vec::new())], ..edition(4) }.unsigned();
    assert_eq!(refused(&file), LoadError::File(OpenError::UnknownSection { number: 904 }));
}

file_without_names ["test_targets_404"] {
    let file = signed_with(SectionId::Names.number(), Need::MustUnderstand, Vec::new());
    assert!(matches!(refused(&file), LoadError::Names(_)));
}

index_that_loops_though_it_is_signed [] {
    let names = section(&edition(4).unsigned(), SectionId::Names);
    let zeros = vec![0; names.len()];
    assert!(matches!(refused(&signed_with(SectionId::Names.number(), Need::MustUnderstand, zeros)), LoadError::Names(_)));
}

record_that_is_nested_a_thousand_times_though_it_is_signed [] {
    let mut table = TableWriter::new();
    let nested = [vec![0x91; 1_000], vec![0xc0]].concat();
    table.insert("voorbeeldquiz", nested).unwrap();
    let file = signed_with(SectionId::Tools.number(), Need::MustUnderstand, table.finish());
    let section = SectionId::Tools;
    assert!(matches!(refused(&file), LoadError::Record { section: found, .. } if found == section));
}

table_that_contradicts_itself_though_it_is_signed [] {
    let file = signed_with(SectionId::Texts.number(), Need::MustUnderstand, vec![0xff; 64]);
    assert!(matches!(refused(&file), LoadError::Table { .. }));
}

}
