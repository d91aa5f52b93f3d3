//! A sentence for everything that can be said, in both languages and both
//! registers, short and plain.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use magdit::{
    Account, AgeBand, AskKey, Basis, ConsentKind, Data, Device, Effect, FactKey, Freshness, Kind, KnowledgeBase,
    Language, LetterKind, LetterRefusal, MatchKind, Outcome, Plan, Purpose, Register, Role, Route, Sector, SetAsideWhy,
    Strength, UnknownReason, Who,
};
use magdit_tests::{embedded, files, root, rules, text};
use toml::Table;

mod style;

/// Key, sentence for teachers, sentence for parents.
type Texts = BTreeMap<String, (String, String)>;

fn texts(language: Language) -> Texts {
    let path = root(&format!("data/texts/{language}.toml"));
    let table: Table = toml::from_str(&text(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut texts = Texts::new();
    collect("", &table, &mut texts);
    assert!(texts.len() > 200, "only {} texts in {language}", texts.len());
    texts
}

fn collect(path: &str, table: &Table, texts: &mut Texts) {
    for (name, value) in table {
        let key = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let form = |table: &Table, form: &str| table.get(form).and_then(|text| text.as_str()).map(str::to_owned);
        match value {
            toml::Value::String(sentence) => {
                texts.insert(key, (sentence.clone(), sentence.clone()));
            }
            toml::Value::Table(table) if table.keys().all(|form| form == "teacher" || form == "parent") => {
                let teacher = form(table, "teacher").unwrap_or_default();
                let parent = form(table, "parent").unwrap_or_else(|| teacher.clone());
                texts.insert(key, (teacher, parent));
            }
            toml::Value::Table(table) => collect(&key, table, texts),
            other => panic!("{key} is {other}"),
        }
    }
}

/// Every key that an answer can ask for.
fn needed() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut add = |section: &str, words: &[&str]| keys.extend(words.iter().map(|word| format!("{section}.{word}")));
    add("outcome", Outcome::WORDS);
    add("outcome", &["depends"]);
    add("route", Route::WORDS);
    add("route", &["none"]);
    add("consent", ConsentKind::WORDS);
    add("who", Who::WORDS);
    add("freshness", Freshness::WORDS);
    add("age", AgeBand::WORDS);
    add("ages", &["below", "from", "only"]);
    add("standing", &["school_decides"]);
    add("blank", &["incidents", "school"]);
    add("fact", FactKey::WORDS);
    for rule in rules::all() {
        add(&format!("rule.{}", rule.id), rule.because);
        add("rule-question", &[rule.id]);
    }
    add("was", &["allowed", "conditional", "teacher_only"]);
    add("never", &["app", "school", "news"]);
    add("kind", Kind::WORDS);
    add("letter", LetterKind::WORDS);
    add("letter-refused", LetterRefusal::WORDS);
    add("parents-purpose", Purpose::WORDS);
    add("parents-data", &["ordinary", "images", "special", "confidential"]);
    add("parents-hosting", FactKey::Hosting.words());
    add("parents-hosting", &["not_known"]);
    let ids = condition_ids();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    add("condition", &ids);
    add("because", &ids);
    keys
}

/// Every key that the command or another surface can ask for.
fn shown_elsewhere() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut add = |section: &str, words: &[&str]| keys.extend(words.iter().map(|word| format!("{section}.{word}")));
    add("outcome-short", Outcome::WORDS);
    add("route-short", Route::WORDS);
    add("strength", Strength::WORDS);
    add("basis", Basis::WORDS);
    add("unknown", UnknownReason::WORDS);
    add("unknown", &["nobody_looked"]);
    add("value", &["yes", "no"]);
    for key in FactKey::ALL {
        add("value", key.words());
    }
    add("role", Role::WORDS);
    add("sector", Sector::WORDS);
    add("purpose", Purpose::WORDS);
    add("account", Account::WORDS);
    add("data", Data::WORDS);
    add("device", Device::WORDS);
    add("procured", &["yes", "no"]);
    add("compulsory", &["yes", "no"]);
    add("match", MatchKind::WORDS);
    add("set-aside", SetAsideWhy::WORDS);
    add("effect", Effect::WORDS);
    for section in ["ask", "ask-help", "ask-why"] {
        add(section, &["in_use", "experience"]);
        add(section, &AskKey::EVER_ASKED.map(AskKey::as_str));
    }
    add("ask-option.kind", Kind::WORDS);
    add("ask-option.plan", Plan::WORDS);
    add("ask-option.routes", Route::WORDS);
    for key in FactKey::ALL {
        add(&format!("ask-option.{key}"), key.words());
    }
    keys
}

fn condition_ids() -> Vec<String> {
    let mut ids = Vec::new();
    for path in files(&root("data/conditions"), ".toml") {
        let table: Table = toml::from_str(&text(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let conditions = table.get("condition").and_then(|list| list.as_array()).cloned().unwrap_or_default();
        ids.extend(conditions.iter().filter_map(|condition| Some(condition.get("id")?.as_str()?.to_owned())));
    }
    assert!(ids.len() >= 40, "only {} conditions", ids.len());
    ids
}

#[test]
fn everything_that_can_be_said_has_a_sentence_in_both_languages_and_registers() {
    let knowledge_base: KnowledgeBase = embedded();
    let mut missing = Vec::new();
    let mut counted = 0;
    for key in needed() {
        for &language in Language::ALL {
            for &register in Register::ALL {
                counted += 1;
                let sentence = knowledge_base.text(language, &key, register).unwrap_or_default();
                if sentence.trim().is_empty() {
                    missing.push(format!("{language} {register} {key}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "no sentence for {missing:#?}");
    println!("{counted} sentences are there");
}

#[test]
fn a_surface_can_read_every_text_by_its_section() {
    let knowledge_base = embedded();
    let mut counted = 0;
    for &language in Language::ALL {
        for &register in Register::ALL {
            for (key, (teacher, parent)) in texts(language) {
                let (section, rest) = key.rsplit_once('.').unwrap();
                let expected = if register == Register::Parent { parent } else { teacher };
                let found = knowledge_base.texts(language, section, register).find(|(key, _)| *key == rest);
                assert_eq!(found, Some((rest, expected.as_str())), "{language} {register} {key}");
                counted += 1;
            }
        }
    }
    let json = |section: &str| magdit::json::texts(&knowledge_base, section, "nl", "parent").unwrap();
    assert!(json("outcome-short").starts_with(r#"{"allowed":"#));
    assert_eq!(json("no-such-section"), "{}");
    assert_eq!(json(""), "{}");
    println!("{counted} texts read by their section");
}

#[test]
fn both_languages_have_the_same_keys() {
    let keys = |language| texts(language).into_keys().collect::<BTreeSet<String>>();
    let (nl, en) = (keys(Language::Nl), keys(Language::En));
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).cloned().collect::<Vec<_>>();
    assert_eq!((only(&nl, &en), only(&en, &nl)), (Vec::new(), Vec::new()));
}

#[test]
fn every_text_is_used() {
    let sources = sources_that_may_name_a_key();
    let used: BTreeSet<String> = needed().into_iter().chain(shown_elsewhere()).collect();
    let unused: Vec<String> = texts(Language::Nl)
        .into_keys()
        .filter(|key| !used.contains(key) && !sources.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "nothing shows {unused:#?}");
}

/// A key that a source names in full and that has no text shows as itself.
#[test]
fn every_key_that_a_source_names_has_a_text() {
    let texts = texts(Language::Nl);
    let sections: BTreeSet<&str> = texts.keys().filter_map(|key| Some(key.split_once('.')?.0)).collect();
    let is_part = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "._-".contains(letter);
    let file = |text: &str| [".rs", ".js", ".d.ts"].iter().any(|ending| text.ends_with(ending));
    let sources = sources_that_may_name_a_key();
    let named: BTreeSet<&str> = sources
        .lines()
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(|text| text.split_once('.').is_some_and(|(section, _)| sections.contains(section)))
        .filter(|text| !text.ends_with('.') && !file(text) && text.chars().all(is_part))
        .collect();
    let missing: Vec<&&str> = named.iter().filter(|key| !texts.contains_key(**key)).collect();
    assert!(missing.is_empty(), "no text for {missing:?}");
    assert!(named.len() > 60, "only {} keys are named", named.len());
    println!("{} keys that sources name have their texts", named.len());
}

/// The sources of everything that shows texts; what tests name is not shown.
fn sources_that_may_name_a_key() -> String {
    let mut text = String::new();
    for room in ["core/src", "bindings"] {
        gather(&root(room), &mut text);
    }
    text
}

fn gather(dir: &Path, into: &mut String) {
    const ENDINGS: [&str; 6] = ["rs", "js", "ts", "kt", "swift", "py"];
    let skipped = ["target", "node_modules", "dist", "tests", "tests.rs"];
    for entry in std::fs::read_dir(dir).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if skipped.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            gather(&path, into);
        } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|&known| ending == known)) {
            into.push_str(&std::fs::read_to_string(&path).unwrap_or_default());
        }
    }
}
