#![expect(clippy::print_stdout, reason = "a test says how many inputs it looked at")]

use core::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::kb::container;
use crate::kb::record::{decode, encode, read};
use crate::kb::section::SectionId;
use crate::kb::table::Table;
use crate::strict_json::Json;
use crate::{Answers, Condition, Parameter, Question, SchoolDecision, Supplier, Tool};

/// Records of every kind, as they were written by the tools of the data.
const FIXTURE: &[u8] = include_bytes!("../../../tests/conformance/fixture.kb");

fn records(section: SectionId) -> Vec<Vec<u8>> {
    let layout = container::open(FIXTURE).unwrap();
    let bytes = &FIXTURE[layout.section(section).unwrap()];
    Table::open(bytes).unwrap().iter(bytes).map(|(_, record)| record.to_vec()).collect()
}

/// Reads a record with and without serde.
fn compare_record<T: for<'de> Read<'de> + DeserializeOwned + PartialEq + Debug>(record: &[u8]) -> bool {
    let (ours, serdes) = (read::<T>(record), decode::<T>(record));
    match (&ours, &serdes) {
        (Ok(ours), Ok(serdes)) => assert_eq!(ours, serdes, "{record:02x?}"),
        (Err(_), Err(_)) => {}
        other => panic!("{record:02x?}: {other:?}"),
    }
    ours.is_ok()
}

/// The record and changes of it: in every byte to values that mean something,
/// and cut off.
fn compare_changes<T: for<'de> Read<'de> + DeserializeOwned + PartialEq + Debug>(record: &[u8]) -> Vec<bool> {
    assert!(compare_record::<T>(record), "{record:02x?}");
    let mut taken = Vec::new();
    for at in 0..record.len() {
        let byte = record[at];
        for value in [byte.wrapping_add(1), 0, 0x7f, 0x90, 0xc0, 0xc3] {
            let mut changed = record.to_vec();
            changed[at] = value;
            taken.push(compare_record::<T>(&changed));
        }
        if at % 8 == 0 {
            compare_record::<T>(&record[..at]);
        }
    }
    taken
}

fn compare_section<T: for<'de> Read<'de> + DeserializeOwned + PartialEq + Debug>(section: SectionId, changed: usize) {
    let records = records(section);
    for record in &records {
        assert!(compare_record::<T>(record));
    }
    let mut sorted = records.clone();
    sorted.sort_by_key(Vec::len);
    let mut taken = Vec::new();
    for record in sorted.iter().take(changed) {
        taken.extend(compare_changes::<T>(record));
    }
    let (read, refused) = counted(&taken);
    println!("{section}: {} records, {read} changed ones read alike and {refused} refused alike", records.len());
    assert!(read > 0 && refused > 0);
}

#[test]
#[cfg_attr(miri, ignore = "three hundred kilobytes")]
fn records_and_their_changes_read_as_serde_reads_them() {
    compare_section::<Tool>(SectionId::Tools, 1);
    compare_section::<Supplier>(SectionId::Suppliers, 5);
    compare_section::<crate::Source>(SectionId::Sources, 3);
    compare_section::<Condition>(SectionId::Conditions, 3);
    compare_section::<Parameter>(SectionId::Parameters, 2);
    compare_section::<Vec<String>>(SectionId::Alternatives, 2);
}

/// Reads JSON with and without serde. Ours is the stricter: a struct is never
/// a list, and no field may be unknown.
fn compare_json<T: for<'de> Read<'de> + DeserializeOwned + PartialEq + Debug>(text: &str) -> bool {
    let ours = Json::of(text).and_then(|json| json.read::<T>());
    let serdes = serde_json::from_str::<T>(text);
    match (&ours, &serdes) {
        (Ok(ours), Ok(serdes)) => assert_eq!(ours, serdes, "{text}"),
        (Err(_), _) => {}
        (Ok(ours), Err(error)) => panic!("{text}: {ours:?}, {error}"),
    }
    if let (Err(error), Ok(_)) = (&ours, &serdes) {
        let what = error.what.clone().unwrap_or_default();
        let stricter = ["unknown field", "found a list, expected an object", "expected a state", "expected a fact"];
        assert!(stricter.iter().any(|begin| what.starts_with(begin)), "{text}: {what}");
    }
    ours.is_ok()
}

fn compare_json_of<T: for<'de> Read<'de> + Serialize + DeserializeOwned + PartialEq + Debug>(text: &str) {
    assert!(compare_json::<T>(text), "{text}");
    let mut taken = Vec::new();
    let others = ["null", "true", "7", "-1", "1.5", "256", "65536", "\"x\"", "[]", "{}", "[\"x\"]", "\"2026-01-01\""];
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    let mut places = Vec::new();
    walk(&value, String::new(), &mut places);
    for place in places.iter().step_by(if cfg!(miri) { 8 } else { 1 }) {
        for other in others {
            let mut changed = value.clone();
            *changed.pointer_mut(place).unwrap() = serde_json::from_str(other).unwrap();
            taken.push(compare_json::<T>(&changed.to_string()));
        }
        let (parent, key) = place.rsplit_once('/').unwrap_or_default();
        for renamed in [false, true] {
            let mut changed = value.clone();
            if let Some(fields) = changed.pointer_mut(parent).and_then(|parent| parent.as_object_mut()) {
                let gone = fields.remove(key);
                if let Some(gone) = gone.filter(|_| renamed) {
                    fields.insert("x".to_owned(), gone);
                }
                taken.push(compare_json::<T>(&changed.to_string()));
            }
        }
    }
    let (read, refused) = counted(&taken);
    println!("{} places of JSON: {read} changes read alike, {refused} refused", places.len());
    assert!(read > 0 && refused > 0);
}

/// How many were read, and how many refused.
fn counted(taken: &[bool]) -> (usize, usize) {
    let read = taken.iter().filter(|&&taken| taken).count();
    (read, taken.iter().filter(|&&taken| !taken).count())
}

fn walk(value: &serde_json::Value, place: String, places: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| walk(item, format!("{place}/{at}"), places));
        }
        serde_json::Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| walk(value, format!("{place}/{key}"), places));
        }
        _ => {}
    }
    if !place.is_empty() {
        places.push(place);
    }
}

#[test]
fn json_and_its_changes_read_as_serde_reads_them_or_are_refused() {
    // The file of three hundred kilobytes is too much for Miri.
    if !cfg!(miri) {
        let mut tools = records(SectionId::Tools);
        tools.sort_by_key(Vec::len);
        let tool: Tool = read(&tools[0]).unwrap();
        compare_json_of::<Tool>(&serde_json::to_string(&tool).unwrap());
    }
    compare_json_of::<Question>(
        r#"{"role":"teacher","age":11,"sector":"vo","purpose":"show","account":"none","data":"none","device":"own",
        "procured":true,"compulsory":false,"country":"NL","edition":"x","as_of":"2026-11-21","today":"2026-11-21"}"#,
    );
    compare_json_of::<Answers>(
        r#"{"name":"x","supplier":"y","answers":{"kind":"quiz","minimum_age":13,"routes":["no_account"],"plan":"paid",
        "advertising":"do_not_know"}}"#,
    );
    compare_json_of::<SchoolDecision>(
        r#"{"tool":"a","edition":"b","decision":"approved","date":"2026-01-01","decided_by":"x","valid_until":
        "2027-01-01","route":"school_sso","conditions":["a"],"agreement_signed":"2026-01-01","dpia_done":"2026-01-01",
        "settings":["b"],"alternative":"c"}"#,
    );
}

#[test]
fn what_was_wrong_first_is_told_and_nothing_is_read_after_it() {
    let bytes = encode(&vec!["a", "b"]).unwrap();
    let mut source = Source::record(&bytes);
    assert_eq!(Vec::<u8>::read(&mut source), [0]);
    assert_eq!(String::read(&mut source), "");
    assert_eq!(crate::Role::read(&mut source), crate::Role::Teacher);
    assert!(source.raw().is_empty() && Option::<u8>::read(&mut source).is_none());
    assert_eq!(source.finish().unwrap_err().to_string(), "found a text, expected a whole number");
}
