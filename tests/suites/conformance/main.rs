//! The conformance file, made and replayed.
//!
//! `MAGDIT_BLESS=1 cargo test -p magdit-tests --test conformance` writes the
//! cases of the recipe anew with what the library gives now; the difference
//! is reviewed. `MAGDIT_BLESS=fixture` freezes the knowledge base anew before
//! that, from `tests/fixtures/synthetic` and the sentences of today.

mod checks;
mod dialogues;
mod refusals;
mod schools;
mod searches;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use magdit::json::{self, ErrorCode};
use magdit::kb::key::Purpose;
use magdit::kb::key_file;
use magdit::{KnowledgeBase, Language, Outcome, Trust};
use magdit_tests::conformance::{Case, CaseFile, call, case_files, fields, fixture, folder};
use magdit_tests::{embedded, signed, synthetic_bytes};

/// Fewer cases than this are not several hundred.
const FEWEST: usize = 400;

fn library() -> KnowledgeBase {
    json::open(fixture(), &Trust::AllowUnsigned).unwrap_or_else(|error| panic!("{error}"))
}

/// The recipe: every file with its cases, without what they give.
fn recipe(library: &KnowledgeBase) -> Vec<(&'static str, Vec<Case>)> {
    vec![
        ("check", checks::all(library)),
        ("embedded", checks::on_the_embedded()),
        ("errors", refusals::all()),
        ("questionnaire", dialogues::all(library)),
        ("school", schools::all()),
        ("search", searches::all(library)),
        ("tool", searches::records(library)),
    ]
}

/// The case with what the library gives.
fn answered(library: &KnowledgeBase, case: Case, bytes: bool) -> Case {
    let (status, code, answer) = match call(library, &case) {
        Ok(answer) => (0, "ok".to_owned(), answer),
        Err(error) => (error.code.number(), error.code.as_str().to_owned(), error.to_json()),
    };
    match bytes {
        true => Case { status, code, answer: Some(answer), ..case },
        false => Case { status, code, fields: Some(fields(&answer)), ..case },
    }
}

/// A file as it is written: one line per case.
fn written(file: &CaseFile) -> String {
    let line = |case: &Case| serde_json::to_string(case).expect("a case is JSON");
    let cases: Vec<String> = file.cases.iter().map(line).collect();
    format!(
        "{{\n\"knowledge_base\": \"{}\",\n\"count\": {},\n\"cases\": [\n{}\n]\n}}\n",
        file.knowledge_base,
        file.count,
        cases.join(",\n")
    )
}

#[test]
fn the_file_is_what_its_recipe_makes_of_it() {
    let blessing = std::env::var("MAGDIT_BLESS").unwrap_or_default();
    if blessing == "fixture" {
        let bytes = synthetic_bytes(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("conformance"));
        fs::write(folder().join("fixture.kb"), bytes).expect("the fixture can be written");
        fs::write(folder().join("signed.kb"), signed::edition(7).signed()).expect("the signed file can be written");
        fs::write(folder().join("signed.keys"), key_file::write_keys(&signed::keys(1)))
            .expect("its keys can be written");
    }
    let (fixture, embedded) = (library(), embedded());
    let mut differ = Vec::new();
    let mut expected = Vec::new();
    for (name, cases) in recipe(&fixture) {
        let (library, bytes) = if name == "embedded" { (&embedded, false) } else { (&fixture, true) };
        let cases: Vec<Case> = cases.into_iter().map(|case| answered(library, case, bytes)).collect();
        let knowledge_base = if bytes { "fixture.kb" } else { "embedded" }.to_owned();
        let now = written(&CaseFile { knowledge_base, count: cases.len(), cases });
        let path = folder().join(format!("{name}.json"));
        expected.push(name.to_owned());
        if !blessing.is_empty() {
            fs::write(&path, &now).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        } else if fs::read_to_string(&path).unwrap_or_default() != now {
            differ.push(name);
        }
    }
    assert!(differ.is_empty(), "other bytes than before in {differ:?}; MAGDIT_BLESS=1 writes them anew");
    let found: Vec<String> = case_files().into_iter().map(|(name, _)| name).collect();
    assert_eq!(found, expected, "a file without a recipe is never written anew");
}

#[test]
fn a_file_from_outside_opens_with_the_keys_of_its_signers_alone() {
    let read = |name: &str| fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let signed = read("signed.kb");
    let keys = String::from_utf8(read("signed.keys")).expect("a key file is text");
    let library = json::open_signed(signed.clone(), &keys).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(library.release().number, 7);

    let others = key_file::write_keys(&signed::keys(2));
    let developers = key_file::write_keys(&signed::keys_for(1, Purpose::Development));
    let mut changed = signed.clone();
    changed[signed.len() - 1] ^= 1;
    let large = "x".repeat(key_file::MAX_KEY_FILE_BYTES + 1);
    let refused = [
        (fixture(), keys.as_str(), ErrorCode::KnowledgeBaseNotTrusted),
        (signed.clone(), others.as_str(), ErrorCode::KnowledgeBaseNotTrusted),
        (signed.clone(), developers.as_str(), ErrorCode::KnowledgeBaseNotTrusted),
        (changed, keys.as_str(), ErrorCode::KnowledgeBaseDamaged),
        (signed.clone(), "", ErrorCode::InvalidRequest),
        (signed.clone(), &keys[..keys.len() - 2], ErrorCode::InvalidRequest),
        (signed, large.as_str(), ErrorCode::TooLarge),
    ];
    let count = refused.len();
    for (bytes, keys, code) in refused {
        let error = json::open_signed(bytes, keys).expect_err("refused");
        assert_eq!(error.code, code, "{error}");
    }
    println!("one signed file opened, {count} refused");
}

#[test]
fn the_library_gives_the_bytes_of_every_case() {
    let (fixture, embedded) = (library(), embedded());
    let mut counted = BTreeMap::new();
    for (name, file) in case_files() {
        let library = if file.knowledge_base == "embedded" { &embedded } else { &fixture };
        let mut names = BTreeSet::new();
        for case in &file.cases {
            assert!(names.insert(case.name.clone()), "{name}: two cases are called {}", case.name);
            let (status, got) = match call(library, case) {
                Ok(answer) => (0, answer),
                Err(error) => (error.code.number(), error.to_json()),
            };
            assert_eq!(status, case.status, "{name}: {}: {got}", case.name);
            match (&case.answer, &case.fields) {
                (Some(answer), None) => assert_eq!(&got, answer, "{name}: {}", case.name),
                (None, Some(names)) => assert_eq!(&fields(&got), names, "{name}: {}", case.name),
                _ => panic!("{name}: {} expects nothing", case.name),
            }
            *counted.entry(name.clone()).or_insert(0_usize) += 1;
        }
    }
    let all: usize = counted.values().sum();
    assert!(all >= FEWEST, "only {all} cases: {counted:?}");
    println!("conformance rust: {all} cases, {counted:?}");
}

#[test]
fn the_cases_cover_what_can_be_answered() {
    let mut codes = BTreeSet::new();
    let mut seen = BTreeMap::new();
    for (_, file) in case_files() {
        for case in file.cases {
            codes.insert(case.code.clone());
            *seen.entry((case.call.clone(), case.language.clone())).or_insert(0_usize) += 1;
            let answer = case.answer.unwrap_or_default();
            for &outcome in Outcome::ALL {
                if answer.contains(&format!("\"outcome\":\"{outcome}\",\"headline\"")) {
                    *seen.entry((format!("outcome {outcome}"), None)).or_insert(0) += 1;
                }
            }
            for step in ["ask", "done"] {
                if answer.starts_with(&format!("{{\"step\":\"{step}\"")) {
                    *seen.entry((format!("step {step}"), case.language.clone())).or_insert(0) += 1;
                }
            }
        }
    }
    // Those that only a foreign call, a build without a knowledge base or a
    // mistake can give are tested where they arise: in `bindings/c` and in
    // `core/src/json/tests.rs`.
    let elsewhere = [
        ErrorCode::NullPointer,
        ErrorCode::ClosedHandle,
        ErrorCode::NotUtf8,
        ErrorCode::NotEmbedded,
        ErrorCode::TooManyOpen,
        ErrorCode::KnowledgeBaseNotTrusted,
        ErrorCode::RecordUnreadable,
        ErrorCode::Internal,
    ];
    for code in ErrorCode::ALL.iter().filter(|code| !elsewhere.contains(code)) {
        assert!(codes.contains(code.as_str()), "no case gives {code}");
    }
    for call in ["check", "questionnaire"] {
        for language in Language::WORDS {
            let count = seen.get(&(call.to_owned(), Some((*language).to_owned()))).copied().unwrap_or(0);
            assert!(count >= 20, "{call} {language}: {count}");
        }
    }
    for outcome in Outcome::ALL {
        assert!(seen.contains_key(&(format!("outcome {outcome}"), None)), "no answer is {outcome}");
    }
    for step in ["ask", "done"] {
        for language in Language::WORDS {
            assert!(seen.contains_key(&(format!("step {step}"), Some((*language).to_owned()))), "{step} {language}");
        }
    }
    println!("{} codes, {seen:?}", codes.len());
}
