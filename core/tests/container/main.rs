//! The file format from outside: what opens, what is refused, and the exact
//! words of each refusal.

#![expect(clippy::print_stdout, reason = "a test says how many files it looked at")]
#![expect(clippy::unwrap_used, reason = "the functions here serve tests only")]
#![expect(clippy::indexing_slicing, reason = "the functions here serve tests only")]
#![expect(clippy::arithmetic_side_effects, reason = "the functions here serve tests only")]

mod damage;
mod limits;
mod refusals;

use magdit::Date;
use magdit::kb::container::{self, ROW_BYTES, SLOT_BYTES};
use magdit::kb::digest::Digest;
use magdit::kb::error::OpenError;
use magdit::kb::header::{HEADER_BYTES, SEALED_BYTES};
use magdit::kb::section::{Need, SectionId};
use magdit::kb::table::{Table, TableWriter};
use magdit::kb::write::{Imprint, WriteError, Writer};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn imprint() -> Imprint {
    Imprint {
        number: 7,
        issued: day("2026-11-21"),
        review_by: day("2026-12-21"),
        expires: day("2027-05-21"),
        key_epoch: 0,
    }
}

fn tools() -> Vec<u8> {
    let mut table = TableWriter::new();
    for id in ["zoom", "kahoot", "tiktok"] {
        table.insert(id, id.to_uppercase().into_bytes()).unwrap();
    }
    table.finish()
}

/// Three sections, one of them unknown, with room for two signatures.
fn writer() -> Writer {
    let mut writer = Writer::new(imprint()).signature_slots(2);
    writer.section(SectionId::Tools, Need::MustUnderstand, tools()).unwrap();
    writer.section(77_u32, Need::Optional, b"of a later time".to_vec()).unwrap();
    writer.section(SectionId::Names, Need::MustUnderstand, (0..100).collect()).unwrap();
    writer
}

fn sample() -> Vec<u8> {
    writer().finish().unwrap()
}

/// Where the row of the `index`th section begins.
fn row(index: usize) -> usize {
    HEADER_BYTES + index * ROW_BYTES
}

fn number_at(file: &[u8], at: usize) -> usize {
    usize::try_from(u64::from_le_bytes(file[at..at + 8].try_into().unwrap())).unwrap()
}

/// Makes the seal anew, as somebody would who can build files.
fn seal(mut file: Vec<u8>) -> Vec<u8> {
    let count = |at: usize| usize::from(u16::from_le_bytes([file[at], file[at + 1]]));
    let end = HEADER_BYTES + count(12) * ROW_BYTES + count(14) * SLOT_BYTES;
    let seal = Digest::of(&[&file[..SEALED_BYTES], &file[HEADER_BYTES..end.min(file.len())]]);
    file[SEALED_BYTES..HEADER_BYTES].copy_from_slice(seal.as_bytes());
    file
}

/// The sample with these bytes at this place and a new seal.
fn forged(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut file = sample();
    file[at..at + bytes.len()].copy_from_slice(bytes);
    seal(file)
}

fn refusal(file: &[u8]) -> String {
    container::open(file).unwrap_err().to_string()
}

#[test]
fn what_was_written_is_read() {
    let file = sample();
    let layout = container::open(&file).unwrap();
    let release = layout.release();
    assert_eq!((release.number, release.issued, release.review_by, release.expires), {
        let imprint = imprint();
        (imprint.number, imprint.issued, imprint.review_by, imprint.expires)
    });
    assert_eq!(layout.header().key_epoch, 0);
    assert_eq!(layout.skipped(), 1);
    let known: Vec<SectionId> = layout.sections().map(|(id, _)| id).collect();
    assert_eq!(known, [SectionId::Names, SectionId::Tools]);

    let names = layout.section(SectionId::Names).unwrap();
    assert!(file[names].iter().copied().eq(0..100));
    let section = &file[layout.section(SectionId::Tools).unwrap()];
    let table = Table::open(section).unwrap();
    assert_eq!(table.get(section, "kahoot"), Some(&b"KAHOOT"[..]));
    assert_eq!(layout.section(SectionId::Texts), None);
    assert_eq!(layout.table().len(), 3 * ROW_BYTES);
    assert_eq!(layout.slots().len(), 2 * SLOT_BYTES);
}

#[test]
fn equal_content_gives_equal_bytes_in_whatever_order_it_was_given() {
    let mut other = Writer::new(imprint()).signature_slots(2);
    other.section(SectionId::Names, Need::MustUnderstand, (0..100).collect()).unwrap();
    other.section(SectionId::Tools, Need::MustUnderstand, tools()).unwrap();
    other.section(77_u32, Need::Optional, b"of a later time".to_vec()).unwrap();
    assert_eq!(other.finish().unwrap(), sample());
    assert_eq!(sample(), sample());
}

/// A change here is a change of the format: it needs a new format number.
#[test]
fn the_bytes_of_format_1_stay_as_they_are() {
    let file = sample();
    let header: String = file[..SEALED_BYTES].iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        header,
        "894d44540d0a1a0a\
         0100010003000200\
         0f03000000000000\
         0700000000000000\
         0129350165293501b94d350100000000\
         6e6c2e6d61676469742e6b6200000000\
         0000000000000000000000000000000000000000000000000000000000000000"
    );
    assert_eq!(Digest::of(&[&file]).to_string(), "b8cc0f6f09452f8221f16b0306d72357ecb017de0fbab5ceb7e293d01e1eb282");
}

#[test]
fn a_file_without_sections_opens_and_holds_nothing() {
    let file = Writer::new(imprint()).finish().unwrap();
    assert_eq!(file.len(), HEADER_BYTES);
    assert_eq!(container::open(&file).unwrap().sections().len(), 0);
}

#[test]
fn empty_sections_and_sections_that_end_on_a_boundary_open() {
    for lengths in [[0, 0, 0], [64, 64, 64], [63, 64, 65], [0, 1, 0], [128, 0, 1]] {
        let mut writer = Writer::new(imprint());
        for (id, length) in [SectionId::Names, SectionId::Tools, SectionId::Texts].into_iter().zip(lengths) {
            writer.section(id, Need::Optional, vec![0xff; length]).unwrap();
        }
        let file = writer.finish().unwrap();
        let layout = container::open(&file).unwrap();
        let found: Vec<usize> = layout.sections().map(|(_, range)| file[range].len()).collect();
        assert_eq!(found, lengths);
    }
}

#[test]
fn what_cannot_be_read_is_not_written() {
    let mut writer = writer();
    let twice = writer.section(SectionId::Names, Need::Optional, vec![]);
    assert_eq!(twice.unwrap_err().to_string(), "section 2 is given twice; give it once");
    let message = |imprint| Writer::new(imprint).finish().unwrap_err().to_string();
    assert_eq!(
        message(Imprint { issued: day("2026-12-22"), ..imprint() }),
        "issued 2026-12-22, review by 2026-12-21, expires 2027-05-21: expected them in this order; correct the dates"
    );
    assert_eq!(
        message(Imprint { expires: day("2026-12-20"), ..imprint() }),
        "issued 2026-11-21, review by 2026-12-21, expires 2026-12-20: expected them in this order; correct the dates"
    );
    let one_day = Imprint { review_by: day("2026-11-21"), expires: day("2026-11-21"), ..imprint() };
    assert!(Writer::new(one_day).finish().is_ok());
    assert_eq!(WriteError::TooManySections.to_string(), "more than 32 sections; leave some out");
    assert_eq!(WriteError::TooManySlots { found: 9 }.to_string(), "9 signature slots, the limit is 8; ask for fewer");
    assert_eq!(
        WriteError::TooLarge { found: 33_554_433 }.to_string(),
        "the file would have 33554433 bytes, the limit is 33554432; leave records out"
    );
}

#[test]
fn a_small_stack_is_enough() {
    let file = sample();
    let thread = std::thread::Builder::new().stack_size(64 * 1024);
    let number = thread.spawn(move || container::open(&file).map(|layout| layout.release().number));
    assert_eq!(number.unwrap().join().unwrap(), Ok(7));
}

#[test]
fn layouts_and_errors_go_from_thread_to_thread() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<container::Layout>();
    shared::<Table>();
    shared::<OpenError>();
    shared::<Writer>();
}
