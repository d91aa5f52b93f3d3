//! How the house is built: who may import whom, how large a file may be,
//! that paths in the documents exist, and what the library depends on.

use std::fs;
use std::path::{Path, PathBuf};

mod dependencies;
mod documents;
mod imports;
mod limits;
mod order;
mod sources;
mod supply;

/// Every file of the repository below a folder that has one of these
/// endings, without what is built or belongs to others.
fn gather(dir: &Path, endings: &[&str]) -> Vec<PathBuf> {
    const SKIPPED: [&str; 9] =
        ["target", ".git", "node_modules", "dist", "build", "__pycache__", ".venv", ".gradle", ".build"];
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && !SKIPPED.contains(&name.as_str()) {
            found.extend(gather(&path, endings));
        } else if path.extension().is_some_and(|ending| endings.iter().any(|&known| ending == known)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The path below the root of the repository.
fn shown(path: &Path) -> String {
    let root = magdit_tests::root("");
    let root = root.canonicalize().expect("the root exists");
    let path = path.canonicalize().expect("the file exists");
    path.strip_prefix(&root).expect("it is below the root").to_string_lossy().into_owned()
}

/// The part of a source file that is not its tests, without comments.
fn code(source: &str) -> String {
    let before_tests = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    before_tests.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}
