#![expect(clippy::print_stdout, reason = "a test says how many changes it tried")]

use serde_json::json;

use super::*;
use crate::kb::record::encode;
use crate::kb::section::Need;
use crate::kb::table::TableWriter;
use crate::kb::write::{Imprint, Writer};
use crate::search::{WordLists, build_with_words};
use crate::{Date, KnowledgeBase, LoadError, Supplier, Tool, Trust};

/// Frozen: its names were built by an earlier version, and are packed as they
/// are where they would come out differently today.
const FIXTURE: &[u8] = include_bytes!("../../../tests/conformance/fixture.kb");

/// The fixture with names and alternatives as they are built today.
fn built_today() -> Vec<u8> {
    let layout = container::open(FIXTURE).unwrap();
    let sections: Vec<(u32, &[u8])> =
        layout.places().iter().map(|(number, range)| (*number, &FIXTURE[range.clone()])).collect();
    let records = Records::read(&sections).unwrap();
    let entries: Vec<_> = names::entries(&records);
    let day = Date::new(2026, 11, 21).unwrap();
    let mut writer = Writer::new(Imprint { number: 1, issued: day, review_by: day, expires: day, key_epoch: 1 });
    for (section, range) in layout.sections() {
        let bytes = match section {
            SectionId::Names => crate::search::build(&entries, &|_| false).unwrap(),
            SectionId::Alternatives => alternatives::unpack(&records).unwrap(),
            _ => FIXTURE[range].to_vec(),
        };
        writer.section(section, Need::MustUnderstand, bytes).unwrap();
    }
    writer.finish().unwrap()
}

/// Number, form and bytes of each section.
fn forms(packed: &[u8]) -> Vec<(usize, u8, usize)> {
    let mut reader = Reader::new(packed.strip_prefix(&[&MAGIC[..], &[VERSION]].concat()[..]).unwrap());
    reader.bytes().unwrap();
    (0..reader.number().unwrap())
        .map(|_| (reader.number().unwrap(), reader.byte().unwrap(), reader.bytes().unwrap().len()))
        .collect()
}

#[test]
#[cfg_attr(miri, ignore = "three hundred kilobytes")]
fn a_packed_file_comes_out_as_it_went_in_and_opens() {
    let (frozen, today) = (pack(FIXTURE).unwrap(), built_today());
    assert_eq!(unpack(&frozen).unwrap(), FIXTURE);
    let packed = pack(&today).unwrap();
    assert!(is_packed(&packed) && !is_packed(&today));
    assert_eq!(unpack(&packed).unwrap(), today);
    let built: Vec<usize> =
        forms(&packed).iter().filter(|(_, form, _)| *form == Form::Built as u8).map(|(number, ..)| *number).collect();
    assert_eq!(built, [2, 12], "names and alternatives are not left out");
    let plain = KnowledgeBase::open_file(today.clone(), &Trust::AllowUnsigned).unwrap();
    let opened = KnowledgeBase::open_file(packed.clone(), &Trust::AllowUnsigned).unwrap();
    assert_eq!(opened.sha256(), plain.sha256());
    println!("{} bytes packed into {}", today.len(), packed.len());
}

#[test]
#[cfg_attr(miri, ignore = "three hundred kilobytes")]
fn a_packed_file_that_was_changed_or_cut_never_opens_as_another() {
    let packed = pack(FIXTURE).unwrap();
    let plain = KnowledgeBase::open_file(FIXTURE, &Trust::AllowUnsigned).unwrap();
    let (mut tried, mut refused_unpacked, mut the_same) = (0, 0, 0);
    let mut attempt = |changed: Vec<u8>| {
        tried += 1;
        match KnowledgeBase::open_file(changed, &Trust::AllowUnsigned) {
            Ok(opened) => {
                assert_eq!(opened.sha256(), plain.sha256());
                the_same += 1;
            }
            Err(LoadError::Packed(_)) => refused_unpacked += 1,
            Err(LoadError::File(_)) => {}
            Err(error) => panic!("{error}"),
        }
    };
    let step = packed.len() / 60;
    for at in (0..64).chain((64..packed.len()).step_by(step)) {
        let mut changed = packed.clone();
        changed[at] ^= 0x81;
        attempt(changed);
        attempt(packed[..at].to_vec());
    }
    attempt([packed.as_slice(), &[0]].concat());
    println!("{tried} changes: {refused_unpacked} refused while unpacking, {the_same} made no difference");
    assert!(tried > 200 && refused_unpacked > 100);
}

/// Small enough for Miri.
#[test]
fn a_small_file_comes_out_as_it_went_in_and_no_change_upsets_the_reader() {
    let empty = file(2, 5, vec![1]);
    let layout = container::open(&empty).unwrap();
    let sections: Vec<(u32, &[u8])> =
        layout.places().iter().map(|(number, range)| (*number, &empty[range.clone()])).collect();
    let records = Records::read(&sections).unwrap();
    let entries = names::entries(&records);
    let words = WordLists { common: "", near: "", apps: "", ..WordLists::OWN };
    let whole = file(2, 5, build_with_words(&entries, &|_| false, &words).unwrap());
    let packed = pack(&whole).unwrap();
    assert!(packed.len() < whole.len(), "{} bytes packed into {}", whole.len(), packed.len());
    assert!(forms(&packed).iter().any(|(_, form, _)| *form == Form::Built as u8), "names are not left out");
    assert_eq!(unpack(&packed).unwrap(), whole);
    let (mut tried, mut refused) = (0_u32, 0_u32);
    for at in (0..packed.len()).step_by(if cfg!(miri) { 701 } else { 1 }) {
        let mut changed = packed.clone();
        changed[at] ^= 0x81;
        for changed in [changed.as_slice(), &packed[..at]] {
            tried += 1;
            match unpack(changed) {
                Ok(file) => assert!(file == whole || container::open(&file).is_err(), "byte {at}"),
                Err(_) => refused += 1,
            }
        }
    }
    println!("{tried} changes, {refused} refused while unpacking");
    assert!(refused > tried / 2);
}

#[test]
fn each_refusal_says_what_to_do() {
    let with = |version: u8, rest: &[u8]| [&MAGIC[..], &[version], rest].concat();
    assert_eq!(unpack(FIXTURE), Err(PackError::NotPacked));
    assert_eq!(unpack(&with(2, &[])), Err(PackError::Version { found: 2, expected: VERSION }));
    assert_eq!(unpack(&with(VERSION, &[])), Err(PackError::Damaged { part: "the head" }));
    // No head and one section: of no form, not the one it says, without records.
    for (section, part) in [
        (&[3, 9, 0][..], "the head"),
        (&[3, 0, 1], "the head"),
        (&[3, 1, 1, 0xff], "a table"),
        (&[3, 2, 0], "a record"),
        (&[2, 2, 0], "a record"),
    ] {
        let found = unpack(&with(VERSION, &[&[0, 1][..], section].concat()));
        assert_eq!(found, Err(PackError::Damaged { part }), "{section:?}");
    }
}

/// A file with tools that have this many names in all; each tool has at least
/// two, its own and that of its edition. The index is what it is given.
fn file(tools: usize, names: usize, index: Vec<u8>) -> Vec<u8> {
    let edition = json!({ "id": "school", "name": "School", "plan": "education", "facts": [] });
    let mut tool: Tool = serde_json::from_value(json!({
        "id": "t0", "name": "Tool 0", "supplier": "s", "kind": "quiz", "purposes": ["practise"],
        "status": { "state": "active" }, "usage": "common", "editions": [edition],
    }))
    .unwrap();
    let mut left = names;
    let mut table = TableWriter::new();
    for number in 0..tools {
        let names = left.div_ceil(tools.saturating_sub(number));
        left = left.saturating_sub(names);
        (tool.id, tool.name) = (format!("t{number}"), format!("Tool {number}"));
        tool.domains = (2..names).map(|host| format!("{number}-{host}.nl")).collect();
        table.insert(&tool.id, encode(&tool).unwrap()).unwrap();
    }
    let mut suppliers = TableWriter::new();
    let supplier = Supplier { id: tool.supplier.clone(), name: "S".to_owned(), cited: None };
    suppliers.insert(&tool.supplier, encode(&supplier).unwrap()).unwrap();
    let day = Date::new(2026, 11, 21).unwrap();
    let imprint = Imprint { number: 1, issued: day, review_by: day, expires: day, key_epoch: 1 };
    let mut writer = Writer::new(imprint);
    let sections =
        [(SectionId::Tools, table.finish()), (SectionId::Suppliers, suppliers.finish()), (SectionId::Names, index)];
    for (section, bytes) in sections {
        writer.section(section, Need::MustUnderstand, bytes).unwrap();
    }
    writer.finish().unwrap()
}

#[test]
#[cfg_attr(miri, ignore = "hundreds of tools")]
fn limits_are_the_last_that_is_read() {
    let read = |file: &[u8]| {
        let layout = container::open(file).unwrap();
        let sections: Vec<(u32, &[u8])> =
            layout.places().iter().map(|(number, range)| (*number, &file[range.clone()])).collect();
        Records::read(&sections).err()
    };
    let too_large = |what, limit| Some(PackError::TooLarge { what, limit });
    let records = too_large("the records", MAX_PACKED_TOOLS);
    for (tools, error) in [(MAX_PACKED_TOOLS - 1, None), (MAX_PACKED_TOOLS, None), (MAX_PACKED_TOOLS + 1, records)] {
        assert_eq!(read(&file(tools, tools.saturating_mul(2), vec![1])), error, "{tools} tools");
    }
    let names = too_large("the names", MAX_PACKED_NAMES);
    for (most, error) in [(MAX_PACKED_NAMES - 1, None), (MAX_PACKED_NAMES, None), (MAX_PACKED_NAMES + 1, names)] {
        assert_eq!(read(&file(500, most, vec![1])), error, "{most} names");
    }
    // What is too much is packed as it is.
    let file = file(1, 3, vec![1]);
    assert_eq!(unpack(&pack(&file).unwrap()).unwrap(), file);
    let mut large = [&MAGIC[..], &[VERSION, 0, 1, 3, 0]].concat();
    // Its length takes four bytes.
    let filler = MAX_PACKED_BYTES.saturating_sub(large.len()).saturating_sub(4);
    push_number(&mut large, filler);
    large.resize(MAX_PACKED_BYTES - 1, 0);
    let last = |length: usize| {
        let mut large = large.clone();
        large.resize(length, 0);
        unpack(&large).err()
    };
    let part = PackError::Damaged { part: "the head" };
    assert_eq!(last(MAX_PACKED_BYTES - 1), Some(part));
    assert_eq!(last(MAX_PACKED_BYTES), None);
    assert_eq!(last(MAX_PACKED_BYTES + 1), Some(PackError::TooLarge { what: "the bytes", limit: MAX_PACKED_BYTES }));
}
