//! Who may import whom inside the library.

use std::collections::BTreeSet;

use magdit_tests::{root, text};

use crate::{code, gather, shown};

/// Each room of the library with the rooms it may use. `vocabulary` is the
/// way words are written down and may be used by all.
const MAY_USE: [(&str, &[&str]); 32] = [
    ("strict_json", &["read"]),
    ("read", &[]),
    ("vocabulary", &["read"]),
    ("date", &["read"]),
    ("fact", &["date", "read"]),
    ("freshness", &["date"]),
    ("text", &[]),
    ("question", &["date", "read"]),
    ("tool", &["date", "fact", "question", "read"]),
    ("parameter", &["date", "fact", "question", "read"]),
    ("condition", &["fact", "question", "read", "tool"]),
    ("answer", &["condition", "date", "fact", "freshness", "question", "tool"]),
    ("history", &["answer", "date", "fact", "tool"]),
    ("explained", &["answer", "condition", "fact", "parameter", "text", "tool"]),
    ("was", &["answer", "check", "date", "question", "rules", "tool"]),
    ("rules", &["answer", "condition", "date", "fact", "parameter", "question", "school", "tool"]),
    ("catalogue", &["condition", "fact", "question", "rules", "tool"]),
    ("check", &["answer", "condition", "fact", "parameter", "question", "rules", "school", "tool"]),
    ("would_change", &["answer", "fact", "question", "rules", "tool"]),
    ("alternatives", &["answer", "question", "tool"]),
    (
        "explain",
        &[
            "answer",
            "catalogue",
            "check",
            "condition",
            "date",
            "fact",
            "freshness",
            "parameter",
            "question",
            "rules",
            "school",
            "text",
            "tool",
        ],
    ),
    ("search", &["question", "tool"]),
    ("kb", &["date", "read"]),
    ("pack", &["alternatives", "kb", "read", "search", "tool"]),
    ("limits", &["json", "kb", "pack", "question", "questionnaire", "school", "search"]),
    ("store", &["date", "error", "freshness", "kb", "knowledge_base"]),
    ("error", &["kb", "pack", "question", "search"]),
    (
        "knowledge_base",
        &[
            "alternatives",
            "answer",
            "check",
            "condition",
            "date",
            "error",
            "explain",
            "explained",
            "fact",
            "freshness",
            "history",
            "info",
            "kb",
            "pack",
            "parameter",
            "question",
            "questionnaire",
            "read",
            "rules",
            "school",
            "search",
            "text",
            "tool",
            "was",
            "would_change",
        ],
    ),
    ("info", &["date", "freshness", "kb", "question", "school"]),
    (
        "json",
        &[
            "date",
            "error",
            "kb",
            "knowledge_base",
            "pack",
            "question",
            "questionnaire",
            "read",
            "school",
            "search",
            "strict_json",
            "text",
        ],
    ),
    ("school", &["answer", "condition", "date", "fact", "question", "read", "search", "strict_json", "tool"]),
    ("questionnaire", &["answer", "check", "date", "fact", "question", "read", "rules", "text", "tool"]),
];

/// The room of a source file: `rules/dpia.rs` and `rules.rs` are in `rules`.
fn room(path: &str) -> String {
    let below = path.strip_prefix("core/src/").unwrap_or(path);
    below.split(['/', '.']).next().unwrap_or_default().to_owned()
}

/// The rooms that a source names after `crate::`.
fn named(code: &str) -> BTreeSet<String> {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    code.match_indices("crate::")
        .map(|(at, mark)| {
            let rest = &code[at + mark.len()..];
            rest[..rest.find(|letter| !is_word(letter)).unwrap_or(rest.len())].to_owned()
        })
        .collect()
}

fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.ends_with("rules/testing.rs")
}

#[test]
fn rooms_use_only_what_the_table_allows() {
    let mut wrong = Vec::new();
    let mut counted = 0;
    for path in gather(&root("core/src"), &["rs"]) {
        let name = shown(&path);
        let room = room(&name);
        if room == "lib" || is_test(&name) {
            continue;
        }
        let allowed = MAY_USE.iter().find(|(other, _)| *other == room).map(|(_, allowed)| *allowed);
        let Some(allowed) = allowed else {
            wrong.push(format!("{name}: the room {room} is not in the table"));
            continue;
        };
        for used in named(&code(&text(&path))) {
            counted += 1;
            if used != room && used != "vocabulary" && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(counted > 150, "only {counted} imports were seen");
    println!("{counted} imports between rooms of the library");
}

#[test]
fn rules_never_look_at_each_other() {
    const SHARED: [&str; 4] = ["Rule", "finding", "situation", "testing"];
    let rules: Vec<String> = magdit_tests::rules::rule_files().iter().map(|path| magdit_tests::stem(path)).collect();
    let mut wrong = Vec::new();
    for path in magdit_tests::rules::rule_files() {
        let name = magdit_tests::stem(&path);
        if ["mod", "finding", "situation", "testing"].contains(&name.as_str()) {
            continue;
        }
        let source = code(&text(&path));
        for other in rules.iter().filter(|other| **other != name && !SHARED.contains(&other.as_str())) {
            let marks = [format!("super::{other}::"), format!("super::{other};"), format!("rules::{other}")];
            wrong.extend(marks.iter().filter(|mark| source.contains(*mark)).map(|mark| format!("{name}: {mark}")));
        }
    }
    assert!(rules.len() >= 32, "only {} files of rules", rules.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A correction is what somebody says of a fact. Were it weighed, anybody who
/// writes to a curator would change answers.
#[test]
fn nothing_that_weighs_facts_looks_at_corrections() {
    let rooms = ["rules", "check", "catalogue", "alternatives", "would_change", "questionnaire"];
    let mut counted = 0;
    for path in gather(&root("core/src"), &["rs"]) {
        let name = shown(&path);
        if rooms.contains(&room(&name).as_str()) {
            counted += 1;
            assert!(!code(&text(&path)).contains("correction"), "{name}");
        }
    }
    assert!(counted > 40, "only {counted} files were seen");
    println!("{counted} files that weigh facts and know no corrections");
}

/// Where a name may stand in the library.
fn only_in(needle: &str, allowed: &[&str]) {
    let wrong: Vec<String> = gather(&root("core/src"), &["rs"])
        .into_iter()
        .filter(|path| code(&text(path)).contains(needle))
        .map(|path| shown(&path))
        .filter(|path| !allowed.iter().any(|prefix| path.starts_with(prefix)) && !is_test(path))
        .collect();
    assert!(wrong.is_empty(), "`{needle}` stands in {wrong:?}");
}

#[test]
fn formats_stay_in_their_room() {
    only_in("fst::", &["core/src/search/"]);
    only_in("rmp_serde", &["core/src/kb/encode.rs"]);
    only_in("toml::", &[]);
    only_in("sha2::", &["core/src/kb/"]);
    only_in("ed25519_dalek::", &["core/src/kb/"]);
}

#[test]
fn the_library_has_no_clock_network_files_or_environment() {
    for needle in [
        "std::fs",
        "std::env",
        "std::time",
        "std::net",
        "std::process",
        "std::thread",
        "std::io",
        "println!",
        "eprintln!",
        "static mut",
        "LazyLock",
        "thread_local!",
        "unsafe ",
    ] {
        let allowed: &[&str] = match needle {
            "std::fs" | "std::io" => &["core/src/store/"],
            _ => &[],
        };
        only_in(needle, allowed);
    }
}

#[test]
fn nothing_that_changes_is_shared_by_all_knowledge_bases() {
    let changes = ["Lock", "Cell", "Atomic", "Mutex"];
    let is_state = |line: &str| {
        let line = line.trim_start().trim_start_matches("pub(crate) ").trim_start_matches("pub ");
        line.starts_with("static ") && changes.iter().any(|kind| line.contains(kind))
    };
    let sources = gather(&root("core/src"), &["rs"]);
    let library: Vec<_> = sources.iter().filter(|path| !is_test(&shown(path))).collect();
    assert!(library.len() > 150, "only {} files", library.len());
    for path in library {
        let source = code(&text(path));
        assert!(!source.lines().any(is_state), "{}", shown(path));
    }
}

#[test]
fn toml_is_read_in_curate_alone() {
    let mut readers: Vec<String> = Vec::new();
    for path in gather(&root(""), &["toml"]).iter().filter(|path| path.ends_with("Cargo.toml")) {
        let manifest: toml::Table = toml::from_str(&text(path)).unwrap_or_else(|error| panic!("{error}"));
        let depends = ["dependencies", "build-dependencies"]
            .iter()
            .filter_map(|section| manifest.get(*section)?.as_table())
            .any(|names| names.keys().any(|name| name.starts_with("toml")));
        if depends {
            readers.push(shown(path));
        }
    }
    assert_eq!(readers, ["data/curate/Cargo.toml", "tests/Cargo.toml", "tests/peers/Cargo.toml"]);
}
