//! What the suites share: where things are, the knowledge bases they ask,
//! and how cases are written.
//!
//! | suite | what it holds |
//! |---|---|
//! | `cases` | one file of cases per rule, and the worked questions on real records |
//! | `cli` | the command: what it prints, refuses and exits with |
//! | `conformance` | the calls that every binding replays, with the bytes they give |
//! | `fuzz` | changed bytes for every reader of bytes |
//! | `golden` | whole answers, and an old file that must still open |
//! | `host` | no system call, no environment, no clock, a small stack |
//! | `house` | who may import whom, sizes, paths, dependencies |
//! | `privacy` | no error repeats what somebody asked or wrote |
//! | `properties` | what must hold for every question about every tool |
//! | `store` | files that are installed, refused, interrupted; attacks on updates |
//! | `texts` | a sentence for everything, short and plain |

use std::fs;
use std::path::{Path, PathBuf};

use magdit::{Date, KnowledgeBase, Tool, Trust};
use magdit_curate::Level;

pub mod bom;
pub mod case;
pub mod conformance;
pub mod fuzz;
pub mod rules;
pub mod signed;

/// The day every suite asks about. Not before the day of issue in
/// `data/edition.toml`: the embedded records would doubt the clock.
pub const TODAY: &str = "2026-11-22";

/// [`TODAY`] as a date.
///
/// # Panics
///
/// Never: the text is a date.
#[must_use]
pub fn today() -> Date {
    Date::parse(TODAY).expect("a date")
}

/// A path below the root of the repository.
#[must_use]
pub fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The text of a file.
///
/// # Panics
///
/// When it cannot be read.
#[must_use]
pub fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files in a folder with this ending, sorted.
///
/// # Panics
///
/// When the folder cannot be read.
#[must_use]
pub fn files(dir: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file() && path.to_string_lossy().ends_with(ending));
    paths.sort();
    paths
}

/// The name of a file without its ending.
#[must_use]
pub fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The knowledge base that the library carries.
///
/// # Panics
///
/// When it does not open.
#[must_use]
pub fn embedded() -> KnowledgeBase {
    KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE).expect("the embedded knowledge base opens")
}

/// The invented tools of `fixtures/synthetic` with the real conditions,
/// parameters, sources and texts, compiled.
///
/// `scratch` is a folder of the caller; the records are put together there.
///
/// # Panics
///
/// When the records do not compile: the message lists what stops them.
#[must_use]
pub fn synthetic_bytes(scratch: &Path) -> Vec<u8> {
    let dir = scratch.join("synthetic");
    let _ = fs::remove_dir_all(&dir);
    for room in ["conditions", "parameters", "texts"] {
        copy(&root("data").join(room), &dir.join(room));
    }
    copy(&root("tests/fixtures/synthetic"), &dir);
    copy_cited(&root("data/sources"), &dir);
    match magdit_curate::compile(&dir) {
        Ok(compiled) => compiled.bytes,
        Err(problems) => {
            let stops = problems.iter().filter(|problem| problem.level == Level::Error);
            panic!("{}", stops.map(|problem| format!("{problem}\n")).collect::<String>())
        }
    }
}

/// [`synthetic_bytes`], opened.
///
/// # Panics
///
/// As [`synthetic_bytes`].
#[must_use]
pub fn synthetic(scratch: &Path) -> KnowledgeBase {
    KnowledgeBase::open_file(synthetic_bytes(scratch), &Trust::AllowUnsigned).expect("what was compiled opens")
}

/// Copies a folder over another one.
///
/// # Panics
///
/// When a file cannot be read or written.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.unwrap_or_else(|error| panic!("{}: {error}", from.display()));
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
        }
    }
}

/// Copies those sources that the records of a folder name, so that a document
/// of another tool, read later, leaves the invented knowledge base as it is.
fn copy_cited(sources: &Path, dir: &Path) {
    let rooms = ["conditions", "parameters", "suppliers", "tools"].map(|room| files(&dir.join(room), ".toml"));
    let records: String = rooms.iter().flatten().map(|path| text(path)).collect();
    for path in files(sources, ".toml") {
        if records.contains(&format!("\"{}\"", stem(&path))) {
            let target = dir.join("sources").join(path.file_name().unwrap_or_default());
            fs::copy(&path, &target).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
        }
    }
}

/// Every tool of a knowledge base.
///
/// # Panics
///
/// When a record cannot be read.
#[must_use]
pub fn tools(knowledge_base: &KnowledgeBase) -> Vec<Tool> {
    knowledge_base.tool_ids().map(|id| knowledge_base.tool(id).expect("its own ids have records")).collect()
}
