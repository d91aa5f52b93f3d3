//! Files of a later time: what an older library does with what it does not
//! know. It answers without it where that can only make an answer stricter,
//! asks the school, or refuses and says what to do. Never a yes.

use std::collections::{BTreeMap, BTreeSet};

use magdit::kb::container;
use magdit::kb::section::{Need, SectionId};
use magdit::kb::table::{Table, TableWriter};
use magdit::{Account, AskError, KnowledgeBase, Language, LoadError, Outcome, Question, Role};
use magdit_tests::signed::{Edition, Random, edition, trust};
use magdit_tests::{root, synthetic_bytes, text, today};

use crate::pack::Item;

/// A number that no closed list and no age reaches: a word of a later time.
const LATER: u64 = 4_000_000;

/// A section of a file with each record changed, or left out.
fn records(file: &[u8], id: SectionId, mut change: impl FnMut(&str, Item) -> Option<Item>) -> Vec<u8> {
    let layout = container::open(file).expect("it opens");
    let section = &file[layout.section(id).expect("the section")];
    let mut writer = TableWriter::new();
    for (key, record) in Table::open(section).expect("a table").iter(section) {
        let item = Item::read(record);
        assert_eq!(item.to_bytes(), record, "{key}: read and written");
        if let Some(changed) = change(key, item) {
            writer.insert(key, changed.to_bytes()).expect("it fits");
        }
    }
    writer.finish()
}

fn with_section(id: SectionId, bytes: Vec<u8>) -> Result<KnowledgeBase, LoadError> {
    let file = Edition { sections: vec![(id.number(), Need::MustUnderstand, bytes)], ..edition(2) }.signed();
    KnowledgeBase::open_file(file, &trust())
}

fn with_record(id: SectionId, wanted: &str, changed: &Item) -> Result<KnowledgeBase, LoadError> {
    let put = |key: &str, item| Some(if key == wanted { changed.clone() } else { item });
    with_section(id, records(&edition(2).unsigned(), id, put))
}

/// The records of a section, by key.
fn all_records(id: SectionId) -> BTreeMap<String, Item> {
    let mut all = BTreeMap::new();
    records(&edition(2).unsigned(), id, |key, item| {
        all.insert(key.to_owned(), item.clone());
        Some(item)
    });
    all
}

fn plain() -> KnowledgeBase {
    KnowledgeBase::open_file(edition(2).signed(), &trust()).expect("it opens")
}

fn question() -> Question {
    Question { account: Some(Account::School), ..Question::on(today()) }
}

/// Words stand in records by their place in their list; dates are larger.
fn later_word(number: u64) -> Option<u64> {
    (number < 1_000).then_some(LATER)
}

#[test]
fn a_word_that_nobody_knows_in_a_tool_refuses_that_tool_and_no_other() {
    let copies = all_records(SectionId::Tools)["voorbeeldquiz"].with_each_number(later_word);
    let mut refused = 0;
    for copy in &copies {
        let library = with_record(SectionId::Tools, "voorbeeldquiz", copy).expect("it opens");
        match library.check("voorbeeldquiz", &question(), Language::Nl) {
            Err(error @ AskError::Record(_)) => {
                refused += 1;
                assert!(error.to_string().contains("install a newer version of the library"), "{error}");
            }
            Ok(answer) => assert!(answer.outcome >= Outcome::AskSchool, "{copy:?}: {:?}", answer.outcome),
            Err(other) => panic!("{copy:?}: {other}"),
        }
        assert!(library.check("andere-app", &question(), Language::Nl).is_ok());
        assert!(library.search("voorbeeldquiz", 3).expect("a query").certain());
    }
    println!("{} words of a tool replaced by one of a later time: {refused} times the tool was refused", copies.len());
    assert!(refused >= 10, "{refused} of {}", copies.len());
}

#[test]
fn a_field_that_nobody_knows_in_a_tool_changes_nothing() {
    let order = text(&root("tests/suites/house/order.txt"));
    let fields = order.lines().find_map(|line| line.strip_prefix("Tool: ")).expect("the fields of a tool");
    let known = fields.split(' ').count();
    let longer = |_: &str, item| match item {
        Item::List(mut fields) => {
            // Fields that are skipped at the end are left out of a record.
            fields.resize(fields.len().max(known), Item::Nil);
            fields.push(Item::List(vec![Item::Text("of a later time".to_owned()), Item::Nil, Item::Bool(true)]));
            Some(Item::List(fields))
        }
        other => panic!("a record is a list of its fields, not {other:?}"),
    };
    let library = with_section(SectionId::Tools, records(&edition(2).unsigned(), SectionId::Tools, longer));
    let answer = |library: &KnowledgeBase| {
        let answer = library.check("voorbeeldquiz", &question(), Language::Nl).expect("an answer");
        let mut answer = serde_json::to_value(answer).expect("JSON");
        answer["knowledge_base"] = serde_json::Value::Null;
        answer
    };
    assert_eq!(answer(&library.expect("it opens")), answer(&plain()));
}

#[test]
fn a_word_that_nobody_knows_in_a_condition_or_parameter_refuses_the_file() {
    let mut refused = 0;
    for id in [SectionId::Conditions, SectionId::Parameters] {
        let before = refused;
        for (key, item) in all_records(id) {
            for copy in item.with_each_number(later_word) {
                let error = match with_record(id, &key, &copy) {
                    Err(error) => error,
                    Ok(_) if id == SectionId::Parameters => continue,
                    Ok(_) => panic!("{key}: {copy:?}"),
                };
                assert!(matches!(error, LoadError::Record { section, .. } if section == id), "{error}");
                assert!(error.to_string().contains("install a newer version of the library"), "{error}");
                refused += 1;
            }
        }
        assert!(refused > before, "{id}: nothing was refused");
    }
    println!("{refused} words of conditions and parameters replaced by one of a later time, each refused");
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
    let fewer = records(file, SectionId::Conditions, |key, item| (key != id).then_some(item));
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
