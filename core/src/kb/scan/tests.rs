#![expect(clippy::print_stdout, reason = "a test says how many inputs it looked at")]

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::*;
use crate::kb::random::Random;
use crate::kb::record::{decode, encode};

/// A text of this many bytes, as the writer encodes it.
fn text(bytes: usize) -> Vec<u8> {
    encode(&"x".repeat(bytes)).unwrap()
}

/// A marker, a length and a tail.
fn raw(start: &[u8], tail: u8, count: usize) -> Vec<u8> {
    [start, &vec![tail; count]].concat()
}

#[test]
fn each_of_the_256_markers_alone_is_accepted_or_refused_for_its_own_reason() {
    let (mut accepted, mut ends, mut refused) = (0, 0, 0);
    for marker in 0..=u8::MAX {
        match scan(&[marker]) {
            Ok(()) => accepted += 1,
            Err(ScanError::Ends { at: 0 }) => ends += 1,
            Err(error) => {
                assert_eq!(error, ScanError::Marker { marker, at: 0 });
                refused += 1;
            }
        }
    }
    assert_eq!((accepted, ends, refused), (166, 73, 17));
    for marker in [0xc1, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xd4, 0xd8, 0xdb, 0xdd, 0xdf] {
        assert_eq!(scan(&raw(&[marker], 0, 16)), Err(ScanError::Marker { marker, at: 0 }));
    }
}

#[test]
fn what_the_writer_makes_of_any_integer_is_accepted() {
    let powers = (0..64).map(|power| 1_u64 << power);
    let mut count = 0;
    for power in powers {
        for number in [power - 1, power, power + 1, u64::MAX - power] {
            let signed = number.cast_signed();
            let bytes = [encode(&number), encode(&signed), encode(&signed.wrapping_neg())];
            for bytes in bytes {
                assert_eq!(scan(&bytes.unwrap()), Ok(()), "{number}");
                count += 1;
            }
        }
    }
    assert_eq!(count, 768);
}

#[test]
fn integers_have_one_encoding() {
    let shortest: [&[u8]; 14] = [
        &[0x7f],
        &[0xe0],
        &[0xcc, 0x80],
        &[0xcc, 0xff],
        &[0xcd, 0x01, 0x00],
        &[0xce, 0x00, 0x01, 0x00, 0x00],
        &[0xcf, 0, 0, 0, 1, 0, 0, 0, 0],
        &[0xd0, 0xdf],
        &[0xd0, 0x80],
        &[0xd1, 0xff, 0x7f],
        &[0xd1, 0x80, 0x00],
        &[0xd2, 0xff, 0xff, 0x7f, 0xff],
        &[0xd3, 0xff, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff],
        &[0xd3, 0x80, 0, 0, 0, 0, 0, 0, 0],
    ];
    for bytes in shortest {
        assert_eq!(scan(bytes), Ok(()), "{bytes:02x?}");
    }
    let longer: [&[u8]; 12] = [
        &[0xcc, 0x7f],
        &[0xcd, 0x00, 0xff],
        &[0xce, 0x00, 0x00, 0xff, 0xff],
        &[0xcf, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff],
        &[0xd0, 0xe0],
        &[0xd0, 0x00],
        &[0xd1, 0xff, 0x80],
        &[0xd1, 0x01, 0x00],
        &[0xd2, 0xff, 0xff, 0x80, 0x00],
        &[0xd2, 0x7f, 0xff, 0xff, 0xff],
        &[0xd3, 0xff, 0xff, 0xff, 0xff, 0x80, 0, 0, 0],
        &[0xd3, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    ];
    for bytes in longer {
        assert_eq!(scan(bytes), Err(ScanError::NotShortest { at: 0 }), "{bytes:02x?}");
    }
}

#[test]
fn lengths_have_one_encoding() {
    for bytes in [0, 31, 32, 255, 256, 65_533] {
        assert_eq!(scan(&text(bytes)), Ok(()), "{bytes}");
    }
    let not_shortest = Err(ScanError::NotShortest { at: 0 });
    assert_eq!(scan(&raw(&[0xd9, 31], b'x', 31)), not_shortest);
    assert_eq!(scan(&raw(&[0xda, 0, 255], b'x', 255)), not_shortest);
    assert_eq!(scan(&raw(&[0xdc, 0, 16], 0, 16)), Ok(()));
    assert_eq!(scan(&raw(&[0xdc, 0, 15], 0, 15)), not_shortest);
    assert_eq!(scan(&raw(&[0xde, 0, 16], 0, 32)), Ok(()));
    assert_eq!(scan(&raw(&[0xde, 0, 15], 0, 30)), not_shortest);
}

#[test]
fn bytes_items_and_depth_are_limited() {
    assert_eq!(scan(&text(MAX_RECORD_BYTES - 4)), Ok(()));
    assert_eq!(scan(&text(MAX_RECORD_BYTES - 3)), Ok(()));
    let found = MAX_RECORD_BYTES + 1;
    assert_eq!(scan(&raw(&[0xda, 0xff, 0xff], b'x', found - 3)), Err(ScanError::TooLong { found }));
    assert_eq!(scan(&vec![0x91; 32 * 1024 * 1024]), Err(ScanError::TooLong { found: 32 * 1024 * 1024 }));

    let list = |count: usize| {
        let length = u16::try_from(count).unwrap().to_be_bytes();
        raw(&[0xdc, length[0], length[1]], 0xc0, count)
    };
    assert_eq!(scan(&list(MAX_RECORD_ITEMS - 2)), Ok(()));
    assert_eq!(scan(&list(MAX_RECORD_ITEMS - 1)), Ok(()));
    assert_eq!(scan(&list(MAX_RECORD_ITEMS)), Err(ScanError::TooManyItems));
    assert_eq!(scan(&list(65_000)), Err(ScanError::TooManyItems));

    let nested = |levels: usize| [vec![0x91; levels], vec![0xc0]].concat();
    assert_eq!(scan(&nested(MAX_RECORD_DEPTH - 1)), Ok(()));
    assert_eq!(scan(&nested(MAX_RECORD_DEPTH)), Ok(()));
    let at = MAX_RECORD_DEPTH;
    assert_eq!(scan(&nested(MAX_RECORD_DEPTH + 1)), Err(ScanError::TooDeep { at }));
    assert_eq!(scan(&nested(60_000)), Err(ScanError::TooDeep { at }));
    let maps = [[0x81, 0x00].repeat(MAX_RECORD_DEPTH + 1), vec![0xc0]].concat();
    assert_eq!(scan(&maps), Err(ScanError::TooDeep { at: 2 * MAX_RECORD_DEPTH }));
}

#[test]
fn levels_are_left_again() {
    let siblings = [vec![0x92], [vec![0x91; 6], vec![0xc0]].concat().repeat(2)].concat();
    assert_eq!(scan(&siblings), Ok(()));
    let empty_inside = [0x93, 0x90, 0x80, 0x91, 0x90];
    assert_eq!(scan(&empty_inside), Ok(()));
    assert_eq!(scan(&[0x92, 0x90]), Err(ScanError::Ends { at: 0 }));
    assert_eq!(scan(&[0x92, 0x91, 0xc0]), Err(ScanError::Ends { at: 3 }));
}

#[test]
fn cut_and_extended_values_are_refused() {
    let record = encode(&("kahoot", 300_u16, -300, vec!["a"; 20], Some(true))).unwrap();
    for length in 0..record.len() {
        assert!(matches!(scan(&record[..length]), Err(ScanError::Ends { .. })), "{length}");
    }
    assert_eq!(scan(&[&record[..], &[0xc0, 0xc0]].concat()), Err(ScanError::Trailing { found: 2 }));
    assert_eq!(scan(&[0xde, 0xff, 0xff, 0, 0]), Err(ScanError::Ends { at: 0 }));
}

#[test]
fn texts_are_utf_8() {
    for bad in [&b"\xa1\xff"[..], b"\xa2\xc0\x80", b"\xa3\xed\xa0\x80", b"\xa1\xc3"] {
        assert_eq!(scan(bad), Err(ScanError::NotUtf8 { at: 0 }), "{bad:02x?}");
    }
    assert_eq!(scan(b"\x92\xc0\xa1\xff"), Err(ScanError::NotUtf8 { at: 2 }));
}

/// What the scan lets through, serde can walk over to the end.
#[test]
fn every_input_of_up_to_three_bytes_that_is_accepted_is_one_value_to_serde() {
    let longest = if cfg!(miri) { 1 } else { 3_u32 };
    let (mut accepted, mut inputs) = (0, 0);
    for length in 1..=longest {
        for number in 0..256_u32.pow(length) {
            let bytes = number.to_le_bytes();
            let bytes = &bytes[..length as usize];
            inputs += 1;
            if scan(bytes).is_ok() {
                assert!(decode::<IgnoredAny>(bytes).is_ok(), "{bytes:02x?}");
                accepted += 1;
            }
        }
    }
    println!("{accepted} of {inputs} inputs accepted");
    assert!(accepted > if cfg!(miri) { 100 } else { 100_000 });
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only decoded")]
struct Shape {
    name: String,
    ages: Vec<u8>,
    routes: Vec<(String, Option<bool>)>,
    #[serde(default)]
    note: Option<Box<str>>,
}

#[test]
fn random_changes_of_a_record_never_upset_scan_or_serde() {
    const ROUNDS: u32 = if cfg!(miri) { 60 } else { 300_000 };
    let record = [
        &b"\x94\xa6kahoot\x93\x0b\x0c\xcc\xc8\x92\x92\xa3sso\xc3\x92\xa1x\xc0"[..],
        b"\xd9\x20abcdefghijklmnopqrstuvwxyzabcdef",
    ]
    .concat();
    assert_eq!(decode::<Shape>(&record).map(|shape| shape.ages), Ok(vec![11, 12, 200]));
    let mut random = Random::seeded(7);
    let (mut scanned, mut decoded): (u32, u32) = (0, 0);
    for round in 0..ROUNDS {
        let changed = random.changed(&record);
        if scan(&changed).is_ok() {
            scanned += 1;
            assert!(decode::<IgnoredAny>(&changed).is_ok(), "round {round}");
            decoded += u32::from(decode::<Shape>(&changed).is_ok());
        }
    }
    println!("{ROUNDS} changed records: {scanned} well-formed, {decoded} of the same shape, no panic");
}

#[test]
fn random_bytes_that_favour_markers_never_upset_the_scan() {
    const ROUNDS: u32 = if cfg!(miri) { 60 } else { 200_000 };
    let mut random = Random::seeded(11);
    let mut accepted: u32 = 0;
    for _ in 0..ROUNDS {
        let length = random.below(24);
        let bytes: Vec<u8> = (0..length)
            .map(|_| if random.below(2) == 0 { random.byte() } else { 0x80 | (random.byte() & 0x13) })
            .collect();
        if scan(&bytes).is_ok() {
            assert!(decode::<IgnoredAny>(&bytes).is_ok(), "{bytes:02x?}");
            accepted += 1;
        }
    }
    println!("{ROUNDS} random inputs: {accepted} accepted");
}

#[test]
fn messages_say_what_and_where() {
    let cases = [
        (ScanError::TooLong { found: 65_537 }, "it has 65537 bytes, the limit is 65536"),
        (ScanError::Ends { at: 4 }, "it ends inside the item at byte 4"),
        (ScanError::Marker { marker: 0xca, at: 0 }, "marker 0xca at byte 0 is not one that records use"),
        (ScanError::NotShortest { at: 9 }, "the item at byte 9 is not in its shortest form"),
        (ScanError::NotUtf8 { at: 1 }, "the text at byte 1 is not UTF-8"),
        (ScanError::TooDeep { at: 8 }, "the item at byte 8 lies deeper than 8 levels"),
        (ScanError::TooManyItems, "it has more than 8192 items"),
        (ScanError::Trailing { found: 2 }, "2 bytes follow the value"),
    ];
    for (error, message) in cases {
        assert_eq!(error.to_string(), message);
    }
}
