//! The closed lists of words in JavaScript and TypeScript are those of the
//! library. `MAGDIT_BLESS=1 cargo test -p magdit-web` writes them anew.

use std::fmt::Write as _;
use std::path::Path;

use magdit::json::ErrorCode;
use magdit::search::QueryKind;
use magdit::{
    Account, AgeBand, AskKey, AssessmentOutcome, Basis, Confidence, ConsentKind, Data, Decision, Device, Effect,
    FactKey, Freshness, Jurisdiction, Kind, Language, LetterKind, LetterRefusal, MatchKind, NameKind, Outcome,
    OutsideScope, PartKind, Plan, Purpose, Register, Role, Route, Sector, SourceKind, Store, Strength, UnknownReason,
    Usage, Who,
};

/// Name of the type, name of the list, words.
type List = (&'static str, &'static str, &'static [&'static str]);

const LISTS: [List; 35] = [
    ("Account", "ACCOUNT", Account::WORDS),
    ("AgeBand", "AGE_BAND", AgeBand::WORDS),
    ("AssessmentOutcome", "ASSESSMENT_OUTCOME", AssessmentOutcome::WORDS),
    ("Basis", "BASIS", Basis::WORDS),
    ("Confidence", "CONFIDENCE", Confidence::WORDS),
    ("ConsentKind", "CONSENT_KIND", ConsentKind::WORDS),
    ("Data", "DATA", Data::WORDS),
    ("Decision", "DECISION", Decision::WORDS),
    ("Device", "DEVICE", Device::WORDS),
    ("Effect", "EFFECT", Effect::WORDS),
    ("ErrorCode", "ERROR_CODE", ErrorCode::WORDS),
    ("FactKey", "FACT_KEY", FactKey::WORDS),
    ("Freshness", "FRESHNESS", Freshness::WORDS),
    ("Jurisdiction", "JURISDICTION", Jurisdiction::WORDS),
    ("Kind", "KIND", Kind::WORDS),
    ("Language", "LANGUAGE", Language::WORDS),
    ("LetterKind", "LETTER_KIND", LetterKind::WORDS),
    ("LetterRefusal", "LETTER_REFUSAL", LetterRefusal::WORDS),
    ("MatchKind", "MATCH_KIND", MatchKind::WORDS),
    ("NameKind", "NAME_KIND", NameKind::WORDS),
    ("Outcome", "OUTCOME", Outcome::WORDS),
    ("OutsideScope", "OUTSIDE_SCOPE", OutsideScope::WORDS),
    ("PartKind", "PART_KIND", PartKind::WORDS),
    ("Plan", "PLAN", Plan::WORDS),
    ("Purpose", "PURPOSE", Purpose::WORDS),
    ("QueryKind", "QUERY_KIND", QueryKind::WORDS),
    ("Register", "REGISTER", Register::WORDS),
    ("Role", "ROLE", Role::WORDS),
    ("Route", "ROUTE", Route::WORDS),
    ("Sector", "SECTOR", Sector::WORDS),
    ("SourceKind", "SOURCE_KIND", SourceKind::WORDS),
    ("Store", "STORE", Store::WORDS),
    ("Strength", "STRENGTH", Strength::WORDS),
    ("UnknownReason", "UNKNOWN_REASON", UnknownReason::WORDS),
    ("Usage", "USAGE", Usage::WORDS),
];

fn quoted(words: &[&str], between: &str) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(between)
}

fn file(head: &str, line: impl Fn(&mut String, &List)) -> String {
    let mut text = format!("// Written by `MAGDIT_BLESS=1 cargo test -p magdit-web`; do not edit.\n{head}");
    LISTS.iter().for_each(|list| line(&mut text, list));
    text
}

fn compare(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("js").join(name);
    if std::env::var_os("MAGDIT_BLESS").is_some() {
        std::fs::write(&path, now).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == now, "js/{name} has other words than the library; run this test with MAGDIT_BLESS=1");
}

#[test]
fn the_words_are_those_of_the_library() {
    let script = file("", |text, (_, list, words)| {
        writeln!(text, "export const {list} = [{}];", quoted(words, ", ")).unwrap();
    });
    compare("vocabulary.js", &script);
    let who = quoted(Who::WORDS, " | ");
    let asked = quoted(&AskKey::EVER_ASKED.map(AskKey::as_str), " | ");
    let head = format!("export type Who = {who};\nexport type AskKey = FactKey | {asked};\n");
    let types = file(&head, |text, (name, _, words)| {
        writeln!(text, "export type {name} = {};", quoted(words, " | ")).unwrap();
    });
    compare("vocabulary.d.ts", &types);
    let words: usize = LISTS.iter().map(|(_, _, words)| words.len()).sum();
    println!("{} lists with {words} words", LISTS.len());
}
