//! No error, and nothing for a debugger, repeats what somebody asked or wrote.
//!
//! A mark stands in every input there is, one at a time; whatever is refused
//! is looked through for it. What the library writes nowhere at all (no logs,
//! no files, no environment) is held by the suites `host` and `house`.

#![expect(clippy::print_stdout, reason = "a test says how much it looked at")]

use std::collections::BTreeMap;
use std::error::Error;

use magdit::json::{self, CallError};
use magdit::kb::{chain, container, key_file};
use magdit::search::{IndexLayout, MAX_TEXT_CHARS};
use magdit::{Answers, Date, KnowledgeBase, Language, Question, Trust, pack};
use magdit_tests::conformance::{case_files, fixture, school_file};
use magdit_tests::signed::{self, sealed_again};
use magdit_tests::{root, today};

/// Stands in nothing that the library would say by itself.
const MARK: &str = "Geheim-Piet";

/// What was refused, by the call that refused it.
#[derive(Default)]
struct Refusals(BTreeMap<&'static str, usize>);

impl Refusals {
    /// Looks through an error, everything it comes from, and its debugging
    /// form. What was answered instead is none of this.
    fn see<T, E: Error>(&mut self, call: &'static str, result: Result<T, E>) {
        let Err(error) = result else { return };
        let mut said = format!("{error}\n{error:?}\n{error:#?}");
        let mut source = error.source();
        while let Some(inner) = source {
            said.push_str(&format!("\n{inner}\n{inner:?}"));
            source = inner.source();
        }
        silent(call, &said);
        *self.0.entry(call).or_default() += 1;
    }

    fn see_call(&mut self, call: &'static str, result: Result<String, CallError>) {
        if let Err(error) = &result {
            silent(call, &error.to_json());
        }
        self.see(call, result);
    }
}

/// Neither the mark nor a half of it is in there.
fn silent(call: &str, said: &str) {
    for part in MARK.split('-') {
        assert!(!said.to_lowercase().contains(&part.to_lowercase()), "{call} repeats what was asked: {said}");
    }
}

/// The mark among what makes a text refused.
fn texts() -> Vec<String> {
    vec![
        MARK.to_owned(),
        format!("{MARK}\u{202e}"),
        format!("a\u{0}{MARK}"),
        format!("{MARK}{}", "x".repeat(MAX_TEXT_CHARS)),
        MARK.repeat(1_000),
        format!("{MARK}@school.example"),
        format!("https://{MARK}.example/\u{200b}"),
    ]
}

/// Every text of a JSON value replaced by the mark, one at a time; every name
/// of a field too.
fn marked(json: &str) -> Vec<String> {
    let quotes: Vec<usize> = json.match_indices('"').map(|(at, _)| at).collect();
    let words = quotes.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    words
        .flat_map(|(from, to)| {
            [MARK.to_owned(), format!("{MARK}\\u0000"), format!("{MARK}`, expected `{MARK}")]
                .map(|text| format!("{}\"{text}\"{}", &json[..from], &json[to + 1..]))
        })
        .collect()
}

#[test]
fn no_call_repeats_what_was_asked() {
    let library = json::open(fixture(), &Trust::AllowUnsigned).expect("the fixture opens");
    let mut refusals = Refusals::default();
    let question = r#"{"as_of":"2026-11-21","role":"teacher","age":11,"country":"NL","edition":"school"}"#;
    let answers = r#"{"name":"x","supplier":"y","answers":{"kind":"quiz","routes":["no_account"]}}"#;
    for text in texts() {
        refusals.see_call("search", json::search(&library, &text, 5));
        refusals.see("search", library.search(&text, 5));
        refusals.see_call("tool", json::tool(&library, &text));
        refusals.see("tool", library.tool(&text));
        refusals.see("history", library.history(&text));
        refusals.see("explain", library.explain(&text));
        refusals.see("trace", library.trace(&text, &Question::on(today()), Language::Nl));
        refusals.see_call("check", json::check(&library, &text, question, "nl"));
        refusals.see_call("check", json::check(&library, "voorbeeld-quiz", &text, "nl"));
        refusals.see_call("check", json::check(&library, "voorbeeld-quiz", question, &text));
        refusals.see_call("questionnaire", json::questionnaire(&library, &text, question, "nl"));
        refusals.see_call("questionnaire", json::questionnaire(&library, answers, &text, "nl"));
        refusals.see_call("questionnaire", json::questionnaire(&library, answers, question, &text));
        refusals.see_call("texts", json::texts(&library, &text, "nl", "teacher"));
        refusals.see_call("texts", json::texts(&library, "ui", &text, "teacher"));
        refusals.see_call("texts", json::texts(&library, "ui", "nl", &text));
        refusals.see_call("info", json::info(&library, Some(&text)));
        refusals.see("answers", Answers::about(&text));
        refusals.see("answers", Answers::about("x").and_then(|answers| answers.from_supplier(&text)));
        let edition = Question { edition: Some(text.clone()), ..Question::on(today()) };
        refusals.see("check", library.check("voorbeeld-quiz", &edition, Language::Nl));
        assert!(Date::parse(&text).is_none());
    }
    for question in marked(question) {
        refusals.see_call("check", json::check(&library, "voorbeeld-quiz", &question, "nl"));
    }
    for answers in marked(answers) {
        refusals.see_call("questionnaire", json::questionnaire(&library, &answers, question, "nl"));
    }
    println!("refusals looked through: {:?}", refusals.0);
    for (call, count) in [("search", 4), ("check", 20), ("questionnaire", 20), ("tool", 14), ("info", 7), ("texts", 10)]
    {
        assert!(refusals.0.get(call).is_some_and(|&seen| seen >= count), "{call}: {:?}", refusals.0);
    }
}

/// A school's file names people. Its problems stand beside the entry they are
/// about and may name a tool; they are the school's own to see. An error, and
/// what a debugger prints, are not.
#[test]
fn no_school_file_is_repeated() {
    let library = json::open(fixture(), &Trust::AllowUnsigned).expect("the fixture opens");
    let mut refusals = Refusals::default();
    let mut names: Vec<String> =
        case_files().into_iter().flat_map(|(_, file)| file.cases).filter_map(|case| case.school).collect();
    names.sort();
    names.dedup();
    let mut laid = 0;
    for name in names {
        let file = String::from_utf8(school_file(&name)).unwrap_or_default();
        for changed in marked(&file) {
            match library.with_school(changed.as_bytes()) {
                Ok(at_school) => {
                    silent("with_school", &format!("{at_school:?}{:#?}", at_school.release()));
                    laid += 1;
                }
                Err(error) => refusals.see("with_school", Err::<(), _>(error)),
            }
        }
    }
    println!("{laid} files laid over, refused: {:?}", refusals.0);
    assert!(laid >= 100 && refusals.0["with_school"] >= 20);
}

/// Bytes that somebody downloaded: what is in them is not said either.
#[test]
fn no_file_is_repeated() {
    let file = signed::edition(1).signed();
    let mut refusals = Refusals::default();
    let mark = MARK.as_bytes();
    for at in (0..file.len() - mark.len()).step_by(97) {
        let mut changed = file.clone();
        changed[at..at + mark.len()].copy_from_slice(mark);
        let layout = container::open(&changed);
        refusals.see("container", layout);
        refusals.see("open", KnowledgeBase::open_file(changed.clone(), &Trust::AllowUnsigned));
        // Past the header, which a seal of its own protects, as a signer made it.
        if at >= 4_096 {
            refusals.see("open sealed", KnowledgeBase::open_file(sealed_again(changed), &Trust::AllowUnsigned));
        }
    }
    let keys = key_file::write_keys(&signed::keys(1));
    for (at, _) in keys.match_indices(' ') {
        let changed = format!("{} {MARK}{}", &keys[..at], &keys[at..]);
        refusals.see("keys", key_file::read(&changed));
        refusals.see("open with keys", json::open_signed(file.clone(), &changed));
    }
    let packed = pack::pack(&file).expect("it can be packed");
    for at in (0..packed.len() - mark.len()).step_by(997) {
        let mut changed = packed.clone();
        changed[at..at + mark.len()].copy_from_slice(mark);
        refusals.see("unpack", pack::unpack(&changed));
    }
    refusals.see("chain", chain::read(mark));
    refusals.see("index", IndexLayout::read(mark));
    println!("refusals looked through: {:?}", refusals.0);
    assert!(refusals.0["open sealed"] >= 20 && refusals.0["open"] >= 400 && refusals.0["keys"] >= 4);
}

/// Every type of error there is comes out of one of the tests above.
#[test]
fn no_type_of_error_is_left_out() {
    const SEEN: [&str; 15] = [
        "AnswerError",
        "AskError",
        "CallError",
        "IndexError",
        "KeyFileError",
        "KeySetError",
        "LoadError",
        "OpenError",
        "PackError",
        "QueryError",
        "RecordError",
        "ScanError",
        "SchoolError",
        "SignatureError",
        "TableError",
    ];
    // Of whoever writes files, not of who reads or asks.
    const PUBLISHERS: [&str; 5] = ["BuildError", "SignError", "InstallError", "StoreError", "WriteError"];
    let mut found = Vec::new();
    let mut folders = vec![root("core/src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let source = magdit_tests::text(&path);
                let named = source.lines().filter_map(|line| {
                    let rest = line.strip_prefix("pub enum ").or_else(|| line.strip_prefix("pub struct "))?;
                    rest.split([' ', '<', '(', '{']).next().filter(|name| name.ends_with("Error")).map(str::to_owned)
                });
                found.extend(named);
            }
        }
    }
    found.sort();
    let unknown: Vec<&String> =
        found.iter().filter(|name| !SEEN.contains(&name.as_str()) && !PUBLISHERS.contains(&name.as_str())).collect();
    assert!(unknown.is_empty(), "errors that no test here looks through: {unknown:?}");
    println!("{} types of errors", found.len());
    assert!(found.len() >= SEEN.len());
}
