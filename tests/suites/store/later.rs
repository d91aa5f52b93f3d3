//! Files of a later time: what an older library does with what it does not
//! know. It answers without it where that can only make an answer stricter,
//! asks the school, or refuses and says what to do. Never a yes.

use std::collections::{BTreeMap, BTreeSet};

use magdit::kb::container;
use magdit::kb::record::{decode, encode};
use magdit::kb::section::{Need, SectionId};
use magdit::kb::table::{Table, TableWriter};
use magdit::{Account, AskError, KnowledgeBase, Language, LoadError, Outcome, Question, Role};
use magdit_tests::signed::{Edition, Random, edition, trust};
use magdit_tests::{synthetic_bytes, today};
use serde_json::{Value, json};

/// A section of a file with each record changed.
fn records(file: &[u8], id: SectionId, mut change: impl FnMut(&str, &mut Value)) -> Vec<u8> {
    let layout = container::open(file).expect("it opens");
    let section = &file[layout.section(id).expect("the section")];
    let mut writer = TableWriter::new();
    for (key, record) in Table::open(section).expect("a table").iter(section) {
        let mut value: Value = decode(record).expect("a record");
        change(key, &mut value);
        if !value.is_null() {
            writer.insert(key, encode(&value).expect("a record")).expect("it fits");
        }
    }
    writer.finish()
}

fn with_section(id: SectionId, bytes: Vec<u8>) -> Result<KnowledgeBase, LoadError> {
    let file = Edition { sections: vec![(id.number(), Need::MustUnderstand, bytes)], ..edition(2) }.signed();
    KnowledgeBase::open_file(file, &trust())
}

fn with_tool(change: impl FnMut(&str, &mut Value)) -> KnowledgeBase {
    let file = edition(2).unsigned();
    with_section(SectionId::Tools, records(&file, SectionId::Tools, change)).expect("it opens")
}

fn plain() -> KnowledgeBase {
    KnowledgeBase::open_file(edition(2).signed(), &trust()).expect("it opens")
}

fn question() -> Question {
    Question { account: Some(Account::School), ..Question::on(today()) }
}

/// Every place in a value, as a path.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, inner)| places(inner, &format!("{path}/{name}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, inner)| places(inner, &format!("{path}/{at}"), found));
        }
        Value::String(_) => found.push(path.to_owned()),
        _ => {}
    }
}

fn record(id: SectionId, wanted: &str) -> Value {
    let mut found = Value::Null;
    records(&edition(2).unsigned(), id, |key, value| {
        if key == wanted {
            found = value.clone();
        }
    });
    found
}

/// Words of closed lists in a tool: what must be known to judge it.
const CLOSED: [&str; 10] =
    ["kind", "plan", "key", "routes", "jurisdiction", "reason", "state", "outcome", "purposes", "usage"];

#[test]
fn a_word_that_nobody_knows_in_a_tool_refuses_that_tool_and_no_other() {
    let tool = record(SectionId::Tools, "voorbeeldquiz");
    let mut all = Vec::new();
    places(&tool, "", &mut all);
    let closed = |path: &&String| path.split('/').any(|part| CLOSED.contains(&part));
    let (mut refused, mut looked_at) = (0, 0);
    for path in all.iter().filter(closed) {
        let library = with_tool(|key, value| {
            if key == "voorbeeldquiz" {
                *value.pointer_mut(path).expect("the place") = json!("of_a_later_time");
            }
        });
        looked_at += 1;
        match library.check("voorbeeldquiz", &question(), Language::Nl) {
            Err(error @ AskError::Record(_)) => {
                refused += 1;
                assert!(error.to_string().contains("install a newer version of the library"), "{path}: {error}");
            }
            Ok(answer) => assert!(answer.outcome >= Outcome::AskSchool, "{path}: {:?}", answer.outcome),
            Err(other) => panic!("{path}: {other}"),
        }
        assert!(library.check("andere-app", &question(), Language::Nl).is_ok(), "{path}");
        assert!(library.search("voorbeeldquiz", 3).expect("a query").certain(), "{path}");
    }
    println!("{looked_at} words of a tool replaced by one of a later time: {refused} times the tool was refused");
    assert!(refused >= 10, "{refused} of {looked_at}");
}

#[test]
fn a_field_that_nobody_knows_in_a_tool_changes_nothing() {
    let library = with_tool(|_, value| {
        value["of_a_later_time"] = json!({ "nested": [1, 2, 3] });
    });
    let answer = |library: &KnowledgeBase| {
        let mut answer =
            serde_json::to_value(library.check("voorbeeldquiz", &question(), Language::Nl).unwrap()).unwrap();
        answer["knowledge_base"] = Value::Null;
        answer
    };
    assert_eq!(answer(&library), answer(&plain()));
}

#[test]
fn a_condition_with_words_or_fields_that_nobody_knows_refuses_the_file() {
    let file = edition(2).unsigned();
    let changes: [fn(&mut Value); 5] = [
        |value| value["who"] = json!("of_a_later_time"),
        |value| value["strength"] = json!("of_a_later_time"),
        |value| value["of_a_later_time"] = json!(true),
        |value| value["when"] = json!({ "of_a_later_time": ["a"] }),
        |value| value["when"] = json!({ "routes": ["of_a_later_time"] }),
    ];
    for change in changes {
        let section = records(&file, SectionId::Conditions, |_, value| change(value));
        let error = with_section(SectionId::Conditions, section).expect_err("it is refused");
        assert!(matches!(error, LoadError::Record { section: SectionId::Conditions, .. }), "{error}");
        assert!(error.to_string().contains("install a newer version of the library"), "{error}");
    }
}

#[test]
fn a_parameter_that_nobody_knows_refuses_the_file() {
    let file = edition(2).unsigned();
    let section = records(&file, SectionId::Parameters, |_, value| value["id"] = json!("of_a_later_time"));
    let error = with_section(SectionId::Parameters, section).expect_err("it is refused");
    assert!(error.to_string().contains("install a newer version of the library"), "{error}");
}

#[test]
fn a_section_that_nobody_knows_is_skipped_unless_it_must_be_understood() {
    let with = |need| {
        let sections = vec![(905, need, b"of a later time".to_vec())];
        KnowledgeBase::open_file(Edition { sections, ..edition(2) }.unsigned(), &magdit::Trust::AllowUnsigned)
    };
    let library = with(Need::Optional).expect("it opens");
    assert_eq!(
        library.check("voorbeeldquiz", &question(), Language::Nl).unwrap().outcome,
        plain().check("voorbeeldquiz", &question(), Language::Nl).unwrap().outcome
    );
    let error = with(Need::MustUnderstand).expect_err("it is refused").to_string();
    assert!(error.contains("install a newer version of the library"), "{error}");
}

/// An older file under newer rules: they ask for a condition that its
/// catalogue does not have, and nobody would be told what to do.
#[test]
fn a_yes_on_a_condition_that_the_file_does_not_have_asks_the_school() {
    let scratch = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("later");
    let file = synthetic_bytes(&scratch);
    let full = KnowledgeBase::open_file(file.clone(), &magdit::Trust::AllowUnsigned).expect("it opens");
    let mut random = Random::seeded(3);
    let all: Vec<String> = full.tool_ids().map(str::to_owned).collect();
    let mut without: BTreeMap<String, KnowledgeBase> = BTreeMap::new();
    let (mut asked, mut lost) = (0, BTreeSet::new());
    for _ in 0..400 {
        let tool = &all[random.below(all.len())];
        let question = Question {
            age: Some(u8::try_from(6 + random.below(13)).expect("small")),
            role: Role::ALL.get(random.below(4)).copied(),
            account: Account::ALL.get(random.below(4)).copied(),
            procured: Some(random.below(2) == 0),
            ..Question::on(today())
        };
        let Ok(before) = full.check(tool, &question, Language::Nl) else { continue };
        if before.outcome != Outcome::Conditional {
            continue;
        }
        let index = random.below(before.conditions.len());
        let id = before.conditions[index].id.clone();
        let older = without.entry(id.clone()).or_insert_with(|| without_condition(&file, &id));
        let after = older.check(tool, &question, Language::Nl).expect("an answer too").outcome;
        asked += 1;
        assert!(after >= Outcome::Conditional, "{tool} without {id}: {after:?}");
        if after == Outcome::AskSchool {
            lost.insert(id);
        }
    }
    println!(
        "{asked} answers with a condition taken from the file: {} conditions make them ask the school",
        lost.len()
    );
    assert!(lost.len() >= 5 && lost.contains("board-decision"), "{lost:?} of {asked}");
}

fn without_condition(file: &[u8], id: &str) -> KnowledgeBase {
    let fewer = records(file, SectionId::Conditions, |key, value| {
        if key == id {
            *value = Value::Null;
        }
    });
    rewritten(file, SectionId::Conditions, fewer)
}

/// A file with a section replaced, signed by nobody.
fn rewritten(file: &[u8], id: SectionId, bytes: Vec<u8>) -> KnowledgeBase {
    use magdit::kb::write::{Imprint, Writer};
    let layout = container::open(file).expect("it opens");
    let release = layout.release();
    let mut writer = Writer::new(Imprint {
        number: release.number,
        issued: release.issued,
        review_by: release.review_by,
        expires: release.expires,
        key_epoch: 1,
    });
    for (section, range) in layout.sections().filter(|(section, _)| *section != id) {
        writer.section(section, Need::MustUnderstand, file[range].to_vec()).expect("each once");
    }
    writer.section(id, Need::MustUnderstand, bytes).expect("once");
    KnowledgeBase::open_file(writer.finish().expect("a file"), &magdit::Trust::AllowUnsigned).expect("it opens")
}
