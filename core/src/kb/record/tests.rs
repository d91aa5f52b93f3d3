#![expect(clippy::print_stdout, reason = "a test says how many inputs it looked at")]

use serde::Deserialize;

use super::*;
use crate::kb::limits::MAX_RECORD_DEPTH;
use crate::{Date, Fact, FactEntry, FactKey, Jurisdiction, Known, SourceId, UnknownReason, Value};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Old {
    id: String,
    #[serde(default)]
    ages: Vec<u8>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct New {
    id: String,
    ages: Vec<u8>,
    colour: Vec<String>,
}

const NOTHING: u8 = 0xc0;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn a_field_that_came_later_is_skipped_and_one_that_is_missing_takes_its_default() {
    let new = New { id: "kahoot".into(), colour: vec!["purple".into()], ages: vec![11] };
    let old: Old = decode(&encode(&new).unwrap()).unwrap();
    assert_eq!(old, Old { id: "kahoot".into(), ages: vec![11] });

    #[derive(Serialize)]
    struct Bare {
        id: &'static str,
    }
    let old: Old = decode(&encode(&Bare { id: "zoom" }).unwrap()).unwrap();
    assert_eq!(old, Old { id: "zoom".into(), ages: vec![] });
}

#[test]
fn facts_come_back_with_their_dates_in_all_three_states() {
    let known = Known {
        value: Value::Words(vec!["entree".into(), "google".into()]),
        source: SourceId("kahoot-terms".into()),
        place: "4 Who may use it".into(),
        content_date: Some(day("2026-03-01")),
        checked_on: day("2026-11-21"),
        review_by: day("2027-05-21"),
        jurisdiction: Jurisdiction::Eea,
    };
    let unknown = Fact::Unknown {
        reason: UnknownReason::NotStated,
        searched: vec!["kahoot-terms".into()],
        checked_on: day("2026-11-21"),
    };
    for value in [Value::YesNo(true), Value::Number(600), Value::Word("NL".into())] {
        let fact = Fact::Known(Known { value, content_date: None, ..known.clone() });
        let entry = FactEntry::new(FactKey::MinimumAge, Vec::new(), fact);
        assert_eq!(decode::<FactEntry>(&encode(&entry).unwrap()), Ok(entry));
    }
    for fact in [Fact::Known(known), unknown, Fact::NotApplicable] {
        let entry = FactEntry::new(FactKey::MinimumAge, Vec::new(), fact);
        assert_eq!(decode::<FactEntry>(&encode(&entry).unwrap()), Ok(entry));
    }
}

#[test]
fn a_field_that_is_skipped_is_nothing_and_at_the_end_it_is_left_out() {
    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Sparse {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        list: Vec<u8>,
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        yes: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<u8>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        inside: Option<Old>,
    }
    let inside = || Some(Old { id: "kahoot".into(), ages: vec![] });
    let cases: [(Sparse, &[u8]); 4] = [
        (Sparse::default(), b"\x90"),
        (Sparse { list: vec![7], ..Sparse::default() }, b"\x91\x91\x07"),
        (Sparse { number: Some(7), ..Sparse::default() }, b"\x93\xc0\xc0\x07"),
        (Sparse { yes: true, inside: inside(), ..Sparse::default() }, b"\x94\xc0\xc3\xc0\x92\xa6kahoot\x90"),
    ];
    for (value, bytes) in cases {
        assert_eq!(encode(&value).unwrap(), bytes);
        assert_eq!(decode::<Sparse>(bytes), Ok(value));
    }
}

#[test]
fn equal_values_give_equal_bytes() {
    let old = Old { id: "kahoot".into(), ages: vec![11, 200] };
    let bytes = encode(&old).unwrap();
    assert_eq!(bytes, b"\x92\xa6kahoot\x92\x0b\xcc\xc8");
    assert_eq!(encode(&old), Ok(bytes));
}

#[test]
#[cfg_attr(miri, ignore = "the largest records there are")]
fn a_value_that_no_reader_takes_is_not_written() {
    let message = |result: Result<Vec<u8>, RecordError>| result.map(|_| ()).map_err(|error| error.to_string());
    let cases = [
        (encode(&1.5), "marker 0xcb at byte 0 is not one that records use"),
        (encode(&vec![0_u8; 8192]), "it has more than 8192 items"),
        (encode(&"x".repeat(65_534)), "it has 65537 bytes, the limit is 65536"),
        (encode(&[[[[[[[[[0]]]]]]]]]), "the item at byte 8 lies deeper than 8 levels"),
    ];
    for (result, detail) in cases {
        let expected = format!("the record cannot be written: {detail}; shorten it or split it");
        assert_eq!(message(result), Err(expected));
    }
    assert!(encode(&vec![0_u8; 8191]).is_ok());
    assert!(encode(&"x".repeat(65_533)).is_ok());
    assert!(encode(&[[[[[[[[0]]]]]]]]).is_ok());
}

/// The deepest record, and the one with most items, on the stack of a small
/// thread.
#[test]
fn a_small_stack_is_enough() {
    type Deep = Vec<Vec<Vec<Vec<Vec<Vec<Vec<Vec<Old>>>>>>>>;
    let deepest = [&[0x91; MAX_RECORD_DEPTH][..], &[0xc0]].concat();
    let items = if cfg!(miri) { 191 } else { 8191 };
    let widest = encode(&vec![0_u8; items]).unwrap();
    let thread = std::thread::Builder::new().stack_size(64 * 1024);
    let work = move || (decode::<Deep>(&deepest).is_err(), decode::<Vec<u8>>(&widest).map(|list| list.len()));
    assert_eq!(thread.spawn(work).unwrap().join().unwrap(), (true, Ok(items)));
}

#[test]
fn messages_name_the_remedy_and_keep_foreign_text_short_and_escaped() {
    let message = |bytes: &[u8]| decode::<Old>(bytes).map_err(|error| error.to_string());
    let trailing =
        Err("the record cannot be read: 1 bytes follow the value; build the knowledge base again".to_owned());
    assert_eq!(message(b"\xc0\xc0"), trailing);
    let missing = "the record is not of the shape this library reads: invalid length 0, expected struct Old with 2 elements; \
                   install a newer version of the library";
    assert_eq!(message(b"\x90"), Err(missing.to_owned()));

    let hostile = encode(&"\u{202e}\n".repeat(500)).unwrap();
    match decode::<Jurisdiction>(&hostile) {
        Err(RecordError::Shape { detail }) => {
            assert!(detail.chars().count() <= 200);
            assert!(!detail.contains(['\u{202e}', '\n']));
        }
        other => panic!("{other:?}"),
    }
    #[derive(Debug, PartialEq, Deserialize)]
    enum Colour {
        Purple,
    }
    match decode::<Colour>(&hostile) {
        Err(RecordError::Shape { detail }) => {
            assert!(detail.chars().count() == 200);
            assert!(!detail.contains(['\u{202e}', '\n']));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(decode::<Colour>(&encode(&"Purple").unwrap()), Ok(Colour::Purple));
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Everything {
    facts: Vec<FactEntry>,
    pairs: Vec<(String, Jurisdiction)>,
    signed: Vec<i64>,
    small: Vec<i16>,
    wide: Vec<u64>,
    yes: bool,
    nothing: Option<bool>,
    something: Option<Vec<u8>>,
    day: Date,
}

/// Where rmp-serde reads a changed record too, it reads the same. It takes no
/// nothing for a skipped field, and no fields after those it knows.
#[test]
fn every_change_of_one_byte_is_read_as_rmp_serde_reads_it_or_refused() {
    let known = Known {
        value: Value::Words(vec!["entree".into(), "google".into()]),
        source: SourceId("kahoot-terms".into()),
        place: "4 Who may use it".into(),
        content_date: Some(day("2026-03-01")),
        checked_on: day("2026-11-21"),
        review_by: day("2027-05-21"),
        jurisdiction: Jurisdiction::Eea,
    };
    let fact = Fact::Known(known);
    let entry = FactEntry::new(FactKey::SsoKinds, vec![crate::Route::SchoolSso], fact);
    let searched = vec!["kahoot-terms".to_owned()];
    let unknown = Fact::Unknown { reason: UnknownReason::NotStated, searched, checked_on: day("2026-11-21") };
    let everything = Everything {
        facts: vec![entry.clone(), FactEntry { key: FactKey::MinimumAge, fact: unknown, ..entry }],
        pairs: vec![("\u{e9}\u{e9}n".into(), Jurisdiction::Nl), ("x".repeat(300), Jurisdiction::World)],
        signed: vec![0, -1, -33, -200, -40_000, i64::from(i32::MIN) - 1, i64::MIN, i64::MAX],
        small: vec![i16::MIN, i16::MAX],
        wide: vec![0, 127, 128, 256, 65_536, u64::MAX],
        yes: true,
        nothing: None,
        something: Some(vec![1; 20]),
        day: day("2026-11-21"),
    };
    let bytes = encode(&everything).unwrap();
    assert_eq!(decode::<Everything>(&bytes).as_ref(), Ok(&everything));
    let (mut same, mut ours_alone, mut refused) = (0, 0, 0);
    let (bytes_apart, values_apart) = if cfg!(miri) { (89, 37) } else { (1, 1) };
    for at in (0..bytes.len()).step_by(bytes_apart) {
        for value in (0..=u8::MAX).step_by(values_apart) {
            let mut changed = bytes.clone();
            changed[at] = value;
            match decode::<Everything>(&changed) {
                Ok(ours) => match rmp_serde::from_slice::<Everything>(&changed) {
                    Ok(theirs) => {
                        assert_eq!(ours, theirs, "byte {at} as {value}");
                        same += 1;
                    }
                    Err(_) => {
                        let nothing_or_longer = value == NOTHING || matches!(value, 0x90..=0x9f);
                        assert!(nothing_or_longer, "byte {at} as {value}");
                        ours_alone += 1;
                    }
                },
                Err(_) => refused += 1,
            }
        }
    }
    println!("{same} changed records read alike, {ours_alone} with a field skipped, {refused} refused");
    let least = if cfg!(miri) { 1 } else { 10_000 };
    assert!(same > least && refused > least && (ours_alone > 0 || cfg!(miri)));
}

#[test]
fn a_text_that_is_not_utf8_is_refused_where_it_is_taken_and_where_it_is_passed_over() {
    let good = encode(&vec!["kahoot", "quizlet"]).unwrap();
    let at = good.windows(7).position(|window| window == b"quizlet").unwrap();
    let mut bad = good.clone();
    bad[at] = 0xff;
    let refused = RecordError::Scan(ScanError::NotUtf8 { at: at - 1 });
    assert_eq!(decode::<Vec<String>>(&bad), Err(refused.clone()));
    assert_eq!(decode::<serde::de::IgnoredAny>(&bad).map(|_| ()), Err(refused.clone()));
    bad.push(0xc0);
    assert_eq!(decode::<Vec<String>>(&bad), Err(refused));
    assert_eq!(decode::<Vec<u8>>(&good).map_err(|error| matches!(error, RecordError::Shape { .. })), Err(true));
}

#[test]
fn a_list_of_texts_is_written_as_serde_writes_it() {
    let lengths = [0, 1, 31, 32, 255, 256, 4096];
    let mut compared = 0;
    for items in [0, 1, 15, 16, 300] {
        for length in lengths {
            let texts = vec!["x".repeat(length); items];
            assert_eq!(encode_texts(&texts), encode(&texts), "{items} texts of {length} bytes");
            compared += 1;
        }
    }
    println!("compared {compared} lists of texts");
}
