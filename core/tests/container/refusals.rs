//! The exact words of each refusal.

use magdit::kb::container;
use magdit::kb::error::OpenError;
use magdit::kb::section::{Need, SectionId};
use magdit::kb::write::{Imprint, Writer};

use crate::{forged, imprint, number_at, refusal, row, sample, seal, tools, writer};

#[test]
fn foreign_files_are_refused_by_name() {
    let as_published = "give the file magdit.kb as it was published";
    let foreign = |what: &str| format!("the file is {what}, not a magdit knowledge base; {as_published}");
    let html = b"<!DOCTYPE html><title>Wifi voor gasten</title>".repeat(20);
    let cases: [(&[u8], &str); 7] = [
        (&html, "a web page"),
        (b"PK\x03\x04 and so on", "a zip archive"),
        (b"\x1f\x8b\x08\x00", "a gzip file"),
        (b"\x7fELF\x02\x01\x01\x00", "a program"),
        (b"{\"error\": \"not found\"}", "text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "something else"),
        (&[0; 4096], "something else"),
    ];
    for (file, what) in cases {
        assert_eq!(refusal(file), foreign(what));
    }

    let lines = |from: &[u8], to: &[u8]| {
        let mut file = sample();
        let mut at = 0;
        while at + from.len() <= file.len() {
            if file[at..].starts_with(from) {
                file.splice(at..at + from.len(), to.iter().copied());
                at += to.len();
            } else {
                at += 1;
            }
        }
        file
    };
    let as_text = "the file is a magdit knowledge base that was changed by a transfer as text; \
                   transfer it again as a binary file";
    let re_encoded: String = sample().iter().copied().map(char::from).collect();
    let replaced = String::from_utf8_lossy(&sample()).into_owned();
    let seven_bits: Vec<u8> = sample().iter().map(|byte| byte & 0x7f).collect();
    for file in [
        lines(b"\r\n", b"\n"),
        lines(b"\n", b"\r\n"),
        lines(b"\n", b"\r"),
        lines(b"\r", b""),
        re_encoded.into_bytes(),
        replaced.into_bytes(),
        seven_bits,
    ] {
        assert_eq!(refusal(&file), as_text);
    }
}

#[test]
fn damaged_and_incomplete_files_are_refused_by_what_is_wrong() {
    let file = sample();
    let changed = |at: usize| {
        let mut file = file.clone();
        file[at] ^= 0x40;
        refusal(&file)
    };
    let damaged = |part: &str| {
        format!("the {part} of the knowledge base is damaged: its checksum does not match; download the file again")
    };
    let at_least =
        |bytes: usize| format!("the file has {bytes} bytes, a knowledge base has at least 128; download it again");
    assert_eq!(refusal(b""), at_least(0));
    assert_eq!(refusal(&file[..7]), at_least(7));
    assert_eq!(refusal(&file[..127]), at_least(127));
    assert_eq!(
        refusal(&file[..500]),
        format!("the file has 500 bytes, its header says {}; download it again", file.len())
    );
    assert_eq!(changed(30), damaged("header"));
    assert_eq!(changed(100), damaged("header"));
    assert_eq!(changed(row(1) + 3), damaged("header"));
    assert_eq!(changed(row(3) + 5), damaged("header"));
    let start = |index: usize| number_at(&file, row(index) + 8);
    assert_eq!(changed(start(0)), damaged("section `names`"));
    assert_eq!(changed(start(1) + 20), damaged("section `tools`"));
    assert_eq!(changed(file.len() - 1), damaged("section 77"));
    assert_eq!(
        changed(start(1) - 1),
        "the knowledge base is damaged: bytes between its sections are not zero; download the file again"
    );
}

#[test]
fn a_section_of_another_release_does_not_fit() {
    let mut other = Writer::new(Imprint { number: 8, ..imprint() }).signature_slots(2);
    other.section(SectionId::Tools, Need::MustUnderstand, tools()).unwrap();
    other.section(77_u32, Need::Optional, b"of a later time".to_vec()).unwrap();
    other.section(SectionId::Names, Need::MustUnderstand, (1..101).collect()).unwrap();
    let (mut file, other) = (sample(), other.finish().unwrap());
    let names = container::open(&file).unwrap().section(SectionId::Names).unwrap();
    file[names.clone()].copy_from_slice(&other[names]);
    assert!(matches!(container::open(&file), Err(OpenError::Damaged { .. })));
}

#[test]
fn files_of_other_times_and_products_are_refused_with_the_remedy() {
    let newer = "install a newer version of the library";
    assert_eq!(
        refusal(&forged(8, &[2, 0])),
        "the knowledge base has format 2, this library reads format 1; install the version of the library \
         that belongs to it, or download the knowledge base for this version"
    );
    assert_eq!(
        refusal(&writer().min_reader(2).finish().unwrap()),
        format!("the knowledge base needs reader version 2, this library has reader version 1; {newer}")
    );
    let mut unknown = writer();
    unknown.section(78_u32, Need::MustUnderstand, vec![]).unwrap();
    assert_eq!(
        refusal(&unknown.finish().unwrap()),
        format!(
            "the knowledge base has section 78, which a reader must understand and this library does not know; {newer}"
        )
    );
    assert_eq!(
        refusal(&forged(48, b"nl.magdit.other")),
        "the file is not made for the product nl.magdit.kb but for another; \
         give the file magdit.kb as it was published"
    );
    let reserved =
        |field: &str| format!("the {field} of the knowledge base is in use, format 1 keeps it zero; {newer}");
    for at in 64..96 {
        assert_eq!(refusal(&forged(at, &[1])), reserved("end of the header"));
    }
    assert_eq!(refusal(&forged(row(2) + 4, &[2])), reserved("flags of a section"));
    assert_eq!(refusal(&forged(row(2) + 7, &[0x80])), reserved("flags of a section"));
    assert_eq!(refusal(&forged(row(2) + 24, &[1])), reserved("free field of a section"));
}

#[test]
fn files_that_contradict_themselves_are_refused_though_their_seal_matches() {
    let cases: [(usize, Vec<u8>, &str); 11] = [
        (32, vec![0; 4], "the date `issued` is 0, expected a date such as 20261121"),
        (
            36,
            20_260_230_u32.to_le_bytes().to_vec(),
            "the date `review by` is 20260230, expected a date such as 20261121",
        ),
        (40, vec![0xff; 4], "the date `expires` is 4294967295, expected a date such as 20261121"),
        (32, 20_270_101_u32.to_le_bytes().to_vec(), "it is issued after its review date or reviewed after it expires"),
        (40, 20_261_220_u32.to_le_bytes().to_vec(), "it is issued after its review date or reviewed after it expires"),
        (row(1), vec![2], "section 2 follows section 2, expected ascending numbers"),
        (row(0), vec![4], "section 3 follows section 4, expected ascending numbers"),
        (row(1) + 8, vec![0xff; 8], "section 3 begins at byte 18446744073709551615, expected 640"),
        (row(1) + 8, 512_u64.to_le_bytes().to_vec(), "section 3 begins at byte 512, expected 640"),
        (row(2) + 16, vec![0xff; 8], "section 77 has 18446744073709551615 bytes, the file has 15 left for it"),
        (row(2) + 16, vec![14], "1 bytes follow the last section, expected none"),
    ];
    for (at, bytes, problem) in cases {
        let message = format!(
            "the knowledge base was built wrongly: {problem}; report it to its publisher and keep the previous file"
        );
        assert_eq!(refusal(&forged(at, &bytes)), message);
    }
}

#[test]
fn a_gap_between_sections_is_refused_even_if_it_is_zero() {
    let mut writer = Writer::new(imprint());
    writer.section(SectionId::Names, Need::Optional, vec![1; 64]).unwrap();
    let mut file = writer.finish().unwrap();
    let start = number_at(&file, row(0) + 8);
    file.splice(start..start, [0; 64]);
    let length = u64::try_from(file.len()).unwrap();
    file[16..24].copy_from_slice(&length.to_le_bytes());
    file[row(0) + 8..row(0) + 16].copy_from_slice(&u64::try_from(start + 64).unwrap().to_le_bytes());
    assert!(matches!(container::open(&seal(file)), Err(OpenError::Malformed { .. })));
}
