//! Limits: one less, the limit, one more.

use magdit::kb::container::{self, ROW_BYTES};
use magdit::kb::header::HEADER_BYTES;
use magdit::kb::limits::{MAX_FILE_BYTES, MAX_SECTIONS, MAX_SIGNATURES};
use magdit::kb::section::{Need, SectionId};
use magdit::kb::write::{WriteError, Writer};

use crate::{imprint, refusal, sample};

#[test]
fn sections_and_slots_are_limited() {
    let with = |sections: u16| {
        let mut writer = Writer::new(imprint());
        for number in 0..sections {
            writer.section(u32::from(number) + 100, Need::Optional, vec![]).unwrap();
        }
        writer.finish()
    };
    for sections in [MAX_SECTIONS - 1, MAX_SECTIONS] {
        assert_eq!(container::open(&with(sections).unwrap()).unwrap().skipped(), usize::from(sections));
    }
    assert_eq!(with(MAX_SECTIONS + 1), Err(WriteError::TooManySections));
    for slots in [MAX_SIGNATURES - 1, MAX_SIGNATURES] {
        let file = Writer::new(imprint()).signature_slots(slots).finish().unwrap();
        assert_eq!(container::open(&file).unwrap().header().signature_slots, slots);
    }
    let found = MAX_SIGNATURES + 1;
    assert_eq!(Writer::new(imprint()).signature_slots(found).finish(), Err(WriteError::TooManySlots { found }));

    let says = |at: usize, found: u16| {
        let mut file = vec![0; 8192];
        file[..HEADER_BYTES].copy_from_slice(&sample()[..HEADER_BYTES]);
        file[16..24].copy_from_slice(&8192_u64.to_le_bytes());
        file[at..at + 2].copy_from_slice(&found.to_le_bytes());
        refusal(&file)
    };
    for found in [33, u16::MAX] {
        assert_eq!(
            says(12, found),
            format!("the header says {found} sections, a knowledge base has at most 32; download it again")
        );
    }
    for found in [9, u16::MAX] {
        assert_eq!(
            says(14, found),
            format!("the header says {found} signature slots, a knowledge base has at most 8; download it again")
        );
    }
}

#[test]
fn the_size_of_a_file_is_limited() {
    let room = MAX_FILE_BYTES - HEADER_BYTES - ROW_BYTES;
    let with = |bytes: usize| {
        let mut writer = Writer::new(imprint());
        writer.section(SectionId::Names, Need::Optional, vec![1; bytes]).unwrap();
        writer.finish()
    };
    assert_eq!(with(room + 1), Err(WriteError::TooLarge { found: MAX_FILE_BYTES + 1 }));
    assert!(container::open(&with(room - 1).unwrap()).is_ok());
    let mut file = with(room).unwrap();
    assert_eq!(file.len(), MAX_FILE_BYTES);
    assert!(container::open(&file).is_ok());
    file.push(0);
    assert_eq!(
        refusal(&file),
        "the file has 33554433 bytes, a knowledge base has at most 33554432; give the file magdit.kb as it was published"
    );
}
