//! Whole answers, letter by letter, and a file that must always open.
//!
//! `MAGDIT_BLESS=1 cargo test -p magdit-tests --test golden` writes the
//! answers anew; the difference is reviewed, and the commit says why answers
//! changed. The tools are invented, so that only rules, conditions and texts
//! move them. What changes with every edition of the records is left out.
//!
//! `golden/kb/format-1.kb` is never written anew: it stands for a file that
//! somebody installed long ago. A new format gets a file of its own beside it.

use std::fs;
use std::path::{Path, PathBuf};

use magdit::{Account, Data, Date, Device, KnowledgeBase, Language, Outcome, Purpose, Question, Role, Sector, Trust};
use magdit_tests::{files, root, stem, synthetic, synthetic_bytes, today};
use serde_json::Value;

fn scratch() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden")
}

fn blessing() -> bool {
    std::env::var_os("MAGDIT_BLESS").is_some()
}

/// Name, tool, question, language. A question of a parent is answered in the
/// register for parents.
fn questions() -> Vec<(&'static str, &'static str, Question, Language)> {
    let open = || Question::on(today());
    let by = |role| Question { role: Some(role), ..open() };
    let of = |edition: &str, question: Question| Question { edition: Some(edition.to_owned()), ..question };
    let at = |age, account, question: Question| Question { age: Some(age), account: Some(account), ..question };
    let bought = |question: Question| Question { procured: Some(true), ..question };
    let teacher = || by(Role::Teacher);
    let parent = || by(Role::Parent);
    vec![
        ("nothing-asked", "voorbeeld-quiz", open(), Language::Nl),
        ("no-account", "voorbeeld-quiz", of("open", at(11, Account::None, teacher())), Language::Nl),
        ("no-account-parent", "voorbeeld-quiz", of("open", at(11, Account::None, parent())), Language::Nl),
        ("bought", "voorbeeld-quiz", of("school", bought(at(11, Account::School, teacher()))), Language::En),
        ("bought-parent", "voorbeeld-quiz", of("school", bought(at(11, Account::School, parent()))), Language::En),
        (
            "private-e-mail-parent",
            "voorbeeld-quiz",
            of("managed", bought(at(12, Account::Private, parent()))),
            Language::Nl,
        ),
        ("private-account", "voorbeeld-quiz", of("private", at(15, Account::Private, teacher())), Language::Nl),
        (
            "private-account-every-age",
            "voorbeeld-quiz",
            of("private", Question { account: Some(Account::Private), sector: Some(Sector::Vo), ..teacher() }),
            Language::En,
        ),
        ("nothing-known", "voorbeeld-quiz", of("unknown-school", at(11, Account::School, teacher())), Language::Nl),
        (
            "public-ai",
            "voorbeeld-chat",
            of("consumer", Question { data: Some(Data::Ordinary), ..at(16, Account::Private, teacher()) }),
            Language::Nl,
        ),
        (
            "lesson-plan",
            "voorbeeld-chat",
            of("school", Question { purpose: Some(Purpose::Prepare), ..teacher() }),
            Language::En,
        ),
        ("assessed", "voorbeeld-chat", of("assessed", bought(at(18, Account::School, teacher()))), Language::Nl),
        (
            "contact",
            "voorbeeld-berichten",
            Question { purpose: Some(Purpose::Communicate), ..at(15, Account::Private, teacher()) },
            Language::Nl,
        ),
        ("tracking-parent", "voorbeeld-volgen", Question { sector: Some(Sector::Vo), ..parent() }, Language::Nl),
        ("gone", "voorbeeld-weg", at(11, Account::None, teacher()), Language::En),
        (
            "expired",
            "voorbeeld-quiz",
            of("open", Question { today: Date::new(2027, 5, 21), ..at(11, Account::None, teacher()) }),
            Language::Nl,
        ),
        (
            "own-phone",
            "voorbeeld-quiz",
            of("open", Question { device: Some(Device::Own), ..at(15, Account::None, teacher()) }),
            Language::En,
        ),
    ]
}

/// The answer as JSON, without what every edition of the records changes:
/// the hash of the file and the days on which real sources were read.
fn shown(knowledge_base: &KnowledgeBase, tool: &str, question: &Question, language: Language) -> String {
    let answer = knowledge_base.check(tool, question, language).unwrap_or_else(|error| panic!("{tool}: {error}"));
    let mut value = serde_json::to_value(&answer).expect("an answer is JSON");
    value["knowledge_base"]["sha256"] = "…".into();
    shorten_sources(&mut value);
    format!("{}\n", serde_json::to_string_pretty(&value).expect("a value is JSON"))
}

/// Leaves only the ids of sources: their titles and dates are the records'.
fn shorten_sources(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match name.as_str() {
                    "source" => *field = field.get("id").cloned().unwrap_or_default(),
                    "sources" => {
                        let ids = field.as_array().into_iter().flatten().filter_map(|source| source.get("id").cloned());
                        *field = Value::Array(ids.collect());
                    }
                    _ => shorten_sources(field),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(shorten_sources),
        _ => {}
    }
}

#[test]
fn whole_answers_are_what_they_were() {
    let knowledge_base = synthetic(&scratch().join("answers"));
    let dir = root("tests/golden");
    let mut differ = Vec::new();
    let questions = questions();
    for (name, tool, question, language) in &questions {
        let path = dir.join(format!("{name}.{language}.json"));
        let answer = shown(&knowledge_base, tool, question, *language);
        if blessing() {
            fs::write(&path, answer).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        } else if fs::read_to_string(&path).unwrap_or_default() != answer {
            differ.push(*name);
        }
    }
    assert!(differ.is_empty(), "other answers than before: {differ:?}; MAGDIT_BLESS=1 writes them anew");
    println!("{} whole answers", questions.len());
}

#[test]
fn every_golden_answer_has_its_question_and_they_cover_both_languages_and_all_outcomes() {
    let expected: Vec<String> = questions().iter().map(|(name, _, _, language)| format!("{name}.{language}")).collect();
    let mut sorted = expected.clone();
    sorted.sort();
    let found: Vec<String> = files(&root("tests/golden"), ".json").iter().map(|path| stem(path)).collect();
    assert_eq!(found, sorted);
    for language in Language::ALL {
        assert!(expected.iter().filter(|name| name.ends_with(language.as_str())).count() >= 5, "{language}");
    }
    let knowledge_base = synthetic(&scratch().join("outcomes"));
    for &outcome in Outcome::ALL {
        let has = questions().iter().any(|(_, tool, question, language)| {
            knowledge_base.check(tool, question, *language).is_ok_and(|answer| answer.outcome == outcome)
        });
        assert!(has, "no golden answer is {outcome}");
    }
}

#[test]
fn a_file_of_format_1_opens_and_answers() {
    let path = root("tests/golden/kb/format-1.kb");
    if blessing() && !path.exists() {
        let bytes = magdit_curate::build(&root("tests/bad-data/_base")).unwrap_or_else(|report| panic!("{report}"));
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let knowledge_base = KnowledgeBase::open_file(bytes, &Trust::AllowUnsigned).expect("a file of format 1 opens");
    assert_eq!(knowledge_base.tool_ids().collect::<Vec<_>>(), ["andere-app", "voorbeeldquiz"]);
    let release = knowledge_base.release();
    assert_eq!((release.number, Some(release.issued)), (1, Date::new(2026, 11, 21)));
    let question = Question { account: Some(Account::School), ..Question::on(today()) };
    let answer = knowledge_base.check("voorbeeldquiz", &question, Language::Nl).expect("an answer");
    assert_eq!(answer.outcome, Outcome::AskSchool);
    let found = knowledge_base.search("voorbeldquiz", 3).expect("a query");
    assert_eq!(found.matches.first().map(|found| found.id.as_str()), Some("voorbeeldquiz"));
}

#[test]
fn the_same_records_make_the_same_bytes() {
    let first = synthetic_bytes(&scratch().join("first"));
    assert_eq!(first, synthetic_bytes(&scratch().join("second")));
    assert!(KnowledgeBase::open_file(first, &Trust::AllowUnsigned).is_ok());
}
