//! The tree holds the library's answers, byte for byte, and nothing else.

mod pages;
mod reader;
mod whole;

use std::collections::BTreeMap;

use magdit::{Account, Data, Date, Device, KnowledgeBase, Language, Purpose, Question, Role, Sector, json};
use magdit_web_export::{Export, ExportError, Plan, export, most_used};

use reader::{AnswersFile, CommonFile, answer};

/// A tool with two editions, one with one, and one that is known by name.
const SOME: [&str; 3] = ["kahoot", "quizlet", "zulip"];

fn day() -> Date {
    Date::parse("2026-11-22").unwrap()
}

fn library() -> KnowledgeBase {
    KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE).unwrap()
}

fn plan(tools: &[&str], languages: &[Language]) -> Plan {
    let tools = tools.iter().map(|&id| id.to_owned()).collect();
    Plan { day: day(), tools, languages: languages.to_vec(), base_url: None }
}

fn open<T: Copy>(all: &'static [T]) -> impl Iterator<Item = Option<T>> + Clone {
    core::iter::once(None).chain(all.iter().copied().map(Some))
}

/// Every question of the grid about a tool, with the ages given.
fn questions(library: &KnowledgeBase, id: &str, ages: &[u8]) -> Vec<Question> {
    let editions: Vec<String> = library.tool(id).unwrap().editions.into_iter().map(|edition| edition.id).collect();
    let mut all = Vec::new();
    for edition in core::iter::once(None).chain(editions.into_iter().map(Some)) {
        for &role in Role::ALL {
            for account in open(Account::ALL) {
                for data in open(Data::ALL) {
                    for sector in open(Sector::ALL) {
                        for age in core::iter::once(None).chain(ages.iter().copied().map(Some)) {
                            let edition = edition.clone();
                            let question = Question {
                                role: Some(role),
                                edition,
                                account,
                                data,
                                sector,
                                age,
                                ..Question::on(day())
                            };
                            all.push(Question { today: Some(day()), ..question });
                        }
                    }
                }
            }
        }
    }
    all
}

fn files(made: &Export, language: Language, id: &str) -> (AnswersFile, CommonFile) {
    let read = |path: &str| made.files.get(path).unwrap_or_else(|| panic!("no file {path}"));
    let answers: AnswersFile = serde_json::from_slice(read(&format!("{language}/answers/{id}.json"))).unwrap();
    let common = serde_json::from_slice(read(&format!("{language}/{}", answers.common))).unwrap();
    (answers, common)
}

/// Compares every answer about a tool with the library's.
fn compare(library: &KnowledgeBase, made: &Export, language: Language, id: &str, ages: &[u8]) -> usize {
    let (answers, common) = files(made, language, id);
    let asked = questions(library, id, ages);
    for question in &asked {
        let said = json::write(&library.check(id, question, language).unwrap()).unwrap();
        let found = answer(&answers, &common, question);
        assert_eq!(found.as_deref(), Some(said.as_str()), "{id} {language} {question:?}");
    }
    asked.len()
}

/// A year in each range of the ages of school, of which the library says
/// itself that no rule tells them apart, and those beyond.
const FEW_AGES: [u8; 4] = [5, 15, 17, 41];

/// Every year somebody can be asked about.
const EVERY_AGE: [u8; 17] = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 120];

#[test]
fn answers_of_the_tree_are_those_of_the_library() {
    let library = library();
    let mut counted = 0;
    for (id, language) in SOME.into_iter().zip([Language::Nl, Language::En, Language::Nl]) {
        let made = export(&library, &plan(&[id], &[language])).unwrap();
        counted += compare(&library, &made, language, id, &FEW_AGES);
    }
    assert!(counted > 5_000, "only {counted} answers");
    println!("{counted} answers about {} tools are the library's, byte for byte", SOME.len());
}

#[test]
fn an_answer_holds_until_its_last_day() {
    let library = library();
    let made = export(&library, &plan(&["quizlet"], &[Language::Nl])).unwrap();
    let (answers, common) = files(&made, Language::Nl, "quizlet");
    assert_eq!(answers.from, day());
    assert_eq!(answers.until, made.until);
    let next = Date::parse("2026-12-22").unwrap();
    assert!(answers.until < next, "the knowledge base is due for review on the day before");
    let on = |day| {
        let questions = questions(&library, "quizlet", &[12]);
        questions.into_iter().step_by(17).map(move |question| Question { as_of: day, today: Some(day), ..question })
    };
    let mut counted = 0;
    for question in on(Date::parse("2026-11-30").unwrap()).chain(on(answers.until)) {
        let said = json::write(&library.check("quizlet", &question, Language::Nl).unwrap()).unwrap();
        assert_eq!(answer(&answers, &common, &question), Some(said));
        counted += 1;
    }
    let same = on(next).all(|question| {
        let said = json::write(&library.check("quizlet", &question, Language::Nl).unwrap()).unwrap();
        answer(&answers, &common, &question) == Some(said)
    });
    assert!(!same, "on the day after it something differs");
    println!("{counted} answers on other days until {}", answers.until);
}

#[test]
fn what_was_not_asked_has_no_answer() {
    let library = library();
    let made = export(&library, &plan(&["zulip"], &[Language::Nl])).unwrap();
    let (answers, common) = files(&made, Language::Nl, "zulip");
    let asked = Question { role: Some(Role::Teacher), ..Question::on(day()) };
    let found = |question: Question| answer(&answers, &common, &question).is_some();
    assert!(found(asked.clone()));
    assert!(found(Question { age: Some(4), ..asked.clone() }) && found(Question { age: Some(120), ..asked.clone() }));
    assert!(!found(Question { age: Some(3), ..asked.clone() }));
    assert!(!found(Question { role: None, ..asked.clone() }));
    assert!(!found(Question { edition: Some("no-such".to_owned()), ..asked.clone() }));
    let axes: serde_json::Value = serde_json::from_slice(&made.files["nl/answers/zulip.json"]).unwrap();
    let fields: Vec<&str> =
        axes["axes"].as_array().unwrap().iter().map(|axis| axis["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["edition", "role", "account", "data", "sector", "age"]);
    // What is on no axis has to be refused by readers: it changes answers.
    let more = [
        Question { purpose: Some(Purpose::Publish), ..asked.clone() },
        Question { device: Some(Device::Own), ..asked.clone() },
        Question { procured: Some(true), ..asked.clone() },
        Question { compulsory: Some(true), ..asked.clone() },
    ];
    let plain = library.check("kahoot", &asked, Language::Nl).unwrap();
    let other =
        more.iter().filter(|question| library.check("kahoot", question, Language::Nl).unwrap() != plain).count();
    assert!(other >= 2, "{other}");
}

#[test]
fn the_tree_is_the_same_every_time_and_in_whatever_order_it_is_asked_for() {
    let library = library();
    let made = |tools: &[&str]| export(&library, &plan(tools, &[Language::En])).unwrap().files;
    let (one, next) = (made(&["zulip", "zotero"]), made(&["zotero", "zulip", "zotero"]));
    let differs: BTreeMap<&String, usize> = one
        .iter()
        .filter(|(path, bytes)| next.get(*path) != Some(bytes))
        .map(|(path, bytes)| (path, bytes.len()))
        .collect();
    assert!(differs.is_empty() && one.len() == next.len(), "{differs:?}");
    println!("{} files twice the same", one.len());
}

#[test]
fn a_plan_that_cannot_be_is_refused() {
    let library = library();
    let refused = |change: &dyn Fn(&mut Plan)| {
        let mut plan = plan(&["zulip"], &[Language::Nl]);
        change(&mut plan);
        export(&library, &plan).unwrap_err()
    };
    let on = |text: &str| Date::parse(text).unwrap();
    assert!(matches!(refused(&|plan| plan.tools = vec!["no-such-tool".to_owned()]), ExportError::UnknownTool(_)));
    assert!(matches!(refused(&|plan| plan.day = on("2026-11-20")), ExportError::Day { .. }));
    assert!(matches!(refused(&|plan| plan.day = on("2027-05-21")), ExportError::Day { .. }));
    for address in [
        "portal.example",
        "javascript:alert(1)",
        "https://",
        "https://a/\"",
        "https://a?b",
        "https://a b",
        "https://a#b",
    ] {
        assert!(matches!(refused(&|plan| plan.base_url = Some(address.to_owned())), ExportError::BaseUrl), "{address}");
    }
}

#[test]
fn the_most_used_tools_come_first() {
    let library = library();
    let ids = most_used(&library, 60);
    assert_eq!(ids.len(), 60);
    let usage: Vec<_> = ids.iter().map(|id| library.tool(id).unwrap().usage).collect();
    assert!(usage.is_sorted());
    assert_eq!(most_used(&library, 0), Vec::<String>::new());
    assert_eq!(most_used(&library, 10_000).len(), library.tool_ids().count());
}
