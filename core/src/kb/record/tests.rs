use serde::Deserialize;

use super::*;
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
    colour: Vec<String>,
    ages: Vec<u8>,
}

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
        let entry = FactEntry { key: FactKey::MinimumAge, routes: Vec::new(), fact };
        assert_eq!(decode::<FactEntry>(&encode(&entry).unwrap()), Ok(entry));
    }
    for fact in [Fact::Known(known), unknown, Fact::NotApplicable] {
        let entry = FactEntry { key: FactKey::MinimumAge, routes: Vec::new(), fact };
        assert_eq!(decode::<FactEntry>(&encode(&entry).unwrap()), Ok(entry));
    }
}

#[test]
fn equal_values_give_equal_bytes() {
    let old = Old { id: "kahoot".into(), ages: vec![11, 200] };
    let bytes = encode(&old).unwrap();
    assert_eq!(bytes, b"\x82\xa2id\xa6kahoot\xa4ages\x92\x0b\xcc\xc8");
    assert_eq!(encode(&old), Ok(bytes));
}

#[test]
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
    let widest = encode(&vec![0_u8; 8191]).unwrap();
    let thread = std::thread::Builder::new().stack_size(64 * 1024);
    let work = move || (decode::<Deep>(&deepest).is_err(), decode::<Vec<u8>>(&widest).map(|list| list.len()));
    assert_eq!(thread.spawn(work).unwrap().join().unwrap(), (true, Ok(8191)));
}

#[test]
fn messages_name_the_remedy_and_keep_foreign_text_short_and_escaped() {
    let message = |bytes: &[u8]| decode::<Old>(bytes).map_err(|error| error.to_string());
    let trailing =
        Err("the record cannot be read: 1 bytes follow the value; build the knowledge base again".to_owned());
    assert_eq!(message(b"\xc0\xc0"), trailing);
    let missing = "the record is not of the shape this library reads: missing field `id`; \
                   install a newer version of the library";
    assert_eq!(message(b"\x80"), Err(missing.to_owned()));

    let hostile = encode(&"\u{202e}\n".repeat(500)).unwrap();
    match decode::<Jurisdiction>(&hostile) {
        Err(RecordError::Shape { detail }) => {
            assert!(detail.chars().count() <= 200);
            assert!(!detail.contains(['\u{202e}', '\n']));
        }
        other => panic!("{other:?}"),
    }
    match decode::<Old>(&hostile) {
        Err(RecordError::Shape { detail }) => {
            assert!(detail.chars().count() == 200);
            assert!(!detail.contains(['\u{202e}', '\n']));
        }
        other => panic!("{other:?}"),
    }
}
