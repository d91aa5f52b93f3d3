#![expect(clippy::print_stdout, reason = "a test says how many inputs it looked at")]

use super::*;
use crate::kb::random::Random;

fn table(records: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = TableWriter::new();
    for (key, value) in records {
        writer.insert(key, value.to_vec()).unwrap();
    }
    writer.finish()
}

/// Five records, with an empty value, a key that begins another and keys of
/// more than one byte a letter.
fn sample() -> Vec<u8> {
    table(&[("zoom", b"z"), ("kahoot", b"quiz"), ("a", b""), ("kahoot-plus", b"paid"), ("één", b"one")])
}

/// Walks over everything a table offers.
fn walk(bytes: &[u8], table: Table) -> usize {
    let keys: Vec<&str> = table.iter(bytes).map(|(key, _)| key).collect();
    let found = keys.iter().filter(|key| table.get(bytes, key).is_some()).count();
    let _ = (table.get(bytes, "kahoot"), table.get(bytes, ""), table.entry(bytes, usize::MAX));
    found
}

#[test]
fn records_come_back_sorted_whatever_the_order_they_went_in() {
    let bytes = sample();
    let opened = Table::open(&bytes).unwrap();
    let records: Vec<(&str, &[u8])> = opened.iter(&bytes).collect();
    let sorted: [(&str, &[u8]); 5] =
        [("a", b""), ("kahoot", b"quiz"), ("kahoot-plus", b"paid"), ("zoom", b"z"), ("één", b"one")];
    assert_eq!(records, sorted);
    assert_eq!(table(&sorted), bytes);
    assert_eq!((opened.len(), opened.is_empty()), (5, false));
    for (index, (key, value)) in sorted.into_iter().enumerate() {
        assert_eq!(opened.get(&bytes, key), Some(value));
        assert_eq!(opened.position(&bytes, key), Some(index));
        assert_eq!(opened.entry(&bytes, index), Some((key, value)));
    }
    assert_eq!(opened.entry(&bytes, 5), None);
    for absent in ["", "A", "b", "kahoo", "kahoot-", "kahoots", "zoon", "éé", "\u{10ffff}"] {
        assert_eq!(opened.get(&bytes, absent), None, "{absent}");
    }
}

#[test]
fn an_empty_table_is_three_zeros() {
    let bytes = TableWriter::new().finish();
    assert_eq!(bytes, [0; 12]);
    let opened = Table::open(&bytes).unwrap();
    assert!(opened.is_empty());
    assert_eq!(opened.get(&bytes, "kahoot"), None);
    assert_eq!(opened.iter(&bytes).count(), 0);
}

#[test]
fn every_record_of_a_large_table_is_found() {
    let records = if cfg!(miri) { 40 } else { 2_000_u32 };
    let mut writer = TableWriter::new();
    for number in 0..records {
        writer.insert(&format!("tool-{number}"), number.to_le_bytes().to_vec()).unwrap();
    }
    let bytes = writer.finish();
    let opened = Table::open(&bytes).unwrap();
    for number in 0..records {
        assert_eq!(opened.get(&bytes, &format!("tool-{number}")), Some(&number.to_le_bytes()[..]));
        assert_eq!(opened.get(&bytes, &format!("tool-{number}x")), None);
    }
}

#[test]
fn limits_hold_on_both_sides_when_writing() {
    let mut writer = TableWriter::new();
    let key = |bytes| "k".repeat(bytes);
    assert_eq!(writer.insert("", vec![]), Err(TableError::Key { index: 0 }));
    assert_eq!(writer.insert(&key(MAX_KEY_BYTES - 1), vec![]), Ok(()));
    assert_eq!(writer.insert(&key(MAX_KEY_BYTES), vec![]), Ok(()));
    assert_eq!(writer.insert(&key(MAX_KEY_BYTES + 1), vec![]), Err(TableError::Key { index: 2 }));
    assert_eq!(writer.insert(&key(MAX_KEY_BYTES), vec![]), Err(TableError::KeyOrder { index: 2 }));
    assert_eq!(writer.insert("a", vec![0; MAX_RECORD_BYTES - 1]), Ok(()));
    assert_eq!(writer.insert("b", vec![0; MAX_RECORD_BYTES]), Ok(()));
    let found = MAX_RECORD_BYTES + 1;
    assert_eq!(writer.insert("c", vec![0; found]), Err(TableError::Value { index: 4, found }));
    let bytes = writer.finish();
    assert_eq!(Table::open(&bytes).map(|opened| opened.len()), Ok(4));
}

#[test]
#[cfg_attr(miri, ignore = "the largest file there is")]
fn a_table_never_outgrows_a_file() {
    let mut writer = TableWriter::new();
    let fits = MAX_FILE_BYTES / (MAX_RECORD_BYTES + 12);
    for number in 0..fits {
        writer.insert(&format!("{number:04}"), vec![0; MAX_RECORD_BYTES]).unwrap();
    }
    let left = MAX_FILE_BYTES - fits * (MAX_RECORD_BYTES + 12) - 12;
    let found = MAX_FILE_BYTES + 1;
    assert_eq!(writer.insert("last", vec![0; left + 1]), Err(TableError::TooLarge { found }));
    assert_eq!(writer.insert("last", vec![0; left]), Ok(()));
}

#[test]
#[cfg_attr(miri, ignore = "a hundred thousand records")]
fn the_number_of_records_is_limited() {
    let mut writer = TableWriter::new();
    for number in 0..MAX_RECORDS {
        writer.insert(&format!("{number}"), vec![]).unwrap();
    }
    let found = MAX_RECORDS + 1;
    assert_eq!(writer.insert("one more", vec![]), Err(TableError::TooManyRecords { found }));
    assert_eq!(Table::open(&writer.finish()).map(|opened| opened.len()), Ok(MAX_RECORDS));

    writer.records.insert("one more".to_owned(), vec![]);
    assert_eq!(Table::open(&writer.finish()), Err(TableError::TooManyRecords { found }));
    let huge = u32::MAX.to_le_bytes();
    assert_eq!(Table::open(&huge), Err(TableError::TooManyRecords { found: u32::MAX as usize }));
}

#[test]
fn a_reader_holds_to_the_limits_of_the_writer() {
    let forged = |key: &str, value: usize| {
        let mut writer = TableWriter::new();
        writer.records.insert(key.to_owned(), vec![0; value]);
        Table::open(&writer.finish()).map(|opened| opened.len())
    };
    assert_eq!(forged("", 0), Err(TableError::Key { index: 0 }));
    assert_eq!(forged(&"k".repeat(MAX_KEY_BYTES), MAX_RECORD_BYTES), Ok(1));
    assert_eq!(forged(&"k".repeat(MAX_KEY_BYTES + 1), 0), Err(TableError::Key { index: 0 }));
    let found = MAX_RECORD_BYTES + 1;
    assert_eq!(forged("k", found), Err(TableError::Value { index: 0, found }));
}

/// A table with these numbers, whatever they are.
fn raw(numbers: &[u32], rest: &[u8]) -> Vec<u8> {
    let mut bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
    bytes.extend_from_slice(rest);
    bytes
}

#[test]
fn tables_that_contradict_themselves_are_refused() {
    let cases: [(&str, Vec<u8>, TableError); 14] = [
        ("nothing", vec![], TableError::Length { found: 0, expected: 4 }),
        ("half a number", vec![1, 0], TableError::Length { found: 2, expected: 4 }),
        ("only a count", raw(&[1], b""), TableError::Length { found: 4, expected: 20 }),
        ("ends missing", raw(&[1, 0, 1, 0], b""), TableError::Length { found: 16, expected: 20 }),
        ("values missing", raw(&[1, 0, 1, 0, 5], b"k123"), TableError::Length { found: 24, expected: 26 }),
        ("a byte more", raw(&[1, 0, 1, 0, 1], b"k12"), TableError::Length { found: 23, expected: 22 }),
        ("keys begin late", raw(&[1, 1, 2, 0, 0], b"kk"), TableError::Numbers { index: 0 }),
        ("values begin late", raw(&[1, 0, 1, 1, 1], b"kv"), TableError::Numbers { index: 0 }),
        ("keys run back", raw(&[2, 0, 3, 2, 0, 0, 0], b"kl"), TableError::Numbers { index: 0 }),
        ("a key reaches into the values", raw(&[2, 0, 3, 2, 0, 0, 4], b"klvvvv"), TableError::Numbers { index: 0 }),
        ("values run back", raw(&[2, 0, 1, 2, 0, 2, 1], b"klv"), TableError::Numbers { index: 0 }),
        ("key twice", raw(&[2, 0, 1, 2, 0, 0, 0], b"kk"), TableError::KeyOrder { index: 1 }),
        ("not sorted", raw(&[2, 0, 1, 2, 0, 0, 0], b"lk"), TableError::KeyOrder { index: 1 }),
        ("no text", raw(&[1, 0, 1, 0, 0], b"\xff"), TableError::Key { index: 0 }),
    ];
    for (what, bytes, error) in cases {
        assert_eq!(Table::open(&bytes), Err(error), "{what}");
    }
    let endless = raw(&[1, 0, u32::MAX, 0, u32::MAX], b"");
    assert!(matches!(Table::open(&endless), Err(TableError::Length { found: 20, .. })));
}

#[test]
fn every_truncation_and_extension_is_refused() {
    let bytes = sample();
    for length in 0..bytes.len() {
        assert!(Table::open(&bytes[..length]).is_err(), "{length}");
    }
    assert!(Table::open(&[&bytes[..], b"\0"].concat()).is_err());
}

#[test]
fn every_bit_flip_is_refused_or_leaves_a_sound_table() {
    let bytes = sample();
    let (mut refused, mut sound) = (0, 0);
    for bit in (0..bytes.len() * 8).step_by(if cfg!(miri) { 8 } else { 1 }) {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        match Table::open(&flipped) {
            Ok(opened) => {
                assert_eq!(walk(&flipped, opened), opened.len(), "bit {bit}");
                sound += 1;
            }
            Err(_) => refused += 1,
        }
    }
    assert!(refused > sound && sound > 0);
    assert!((refused, sound) == (485, 243) || cfg!(miri), "{refused} {sound}");
}

#[test]
fn random_changes_never_upset_a_table() {
    const ROUNDS: u32 = if cfg!(miri) { 60 } else { 100_000 };
    let bytes = sample();
    let mut random = Random::seeded(5);
    let mut sound: u32 = 0;
    for round in 0..ROUNDS {
        let changed = random.changed(&bytes);
        if let Ok(opened) = Table::open(&changed) {
            assert_eq!(walk(&changed, opened), opened.len(), "round {round}");
            sound += 1;
        }
        let _ = walk(&changed, Table::open(&bytes).unwrap());
    }
    println!("{ROUNDS} changed tables: {sound} sound, the others refused");
}

#[test]
fn messages_say_what_was_found_and_what_to_do() {
    let cases = [
        (
            TableError::Length { found: 3, expected: 4 },
            "the table has 3 bytes, its own numbers add up to 4; build the knowledge base again",
        ),
        (
            TableError::TooManyRecords { found: 100_001 },
            "the table has 100001 records, the limit is 100000; leave records out",
        ),
        (TableError::Numbers { index: 2 }, "the numbers of record 2 are not in order; build the knowledge base again"),
        (TableError::Key { index: 0 }, "the key of record 0 is not text of 1 to 128 bytes; give it a shorter id"),
        (
            TableError::KeyOrder { index: 1 },
            "the key of record 1 does not come after the one before it; give every record its own id",
        ),
        (
            TableError::TooLarge { found: 33_554_433 },
            "the table has 33554433 bytes, a file has at most 33554432; leave records out",
        ),
        (
            TableError::Value { index: 7, found: 65_537 },
            "record 7 has 65537 bytes, the limit is 65536; split or shorten it",
        ),
    ];
    for (error, message) in cases {
        assert_eq!(error.to_string(), message);
    }
}
