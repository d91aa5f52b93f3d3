//! Every check against broken records: `tests/bad-data/<check>/<case>`.
//!
//! A case is laid over the sound records of `tests/bad-data/_base`: its files
//! replace theirs, and a file or folder named `….absent` removes what it is
//! named after. What `lint` then says must be, letter by letter, what stands
//! in `<case>.expected`. `MAGDIT_UPDATE=1 cargo test -p magdit-curate` writes
//! those files anew; the difference is to be reviewed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use magdit_curate::{CHECKS, compile, lint};

fn bad_data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/bad-data")
}

fn entries(dir: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(dir)
        .unwrap_or_else(|error| panic!("{}: {error}", dir.display()))
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    entries
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// Copies a folder over another one.
fn lay_over(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in entries(from) {
        let target = to.join(name(&path));
        if let Some(absent) = name(&path).strip_suffix(".absent") {
            let absent = to.join(absent);
            if absent.is_dir() { fs::remove_dir_all(absent).unwrap() } else { fs::remove_file(absent).unwrap() }
        } else if path.is_dir() {
            lay_over(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The problems of a case, one per line, with paths below the data folder.
fn problems_of(case: &Path, check: &str) -> String {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad-data").join(check).join(name(case));
    let _ = fs::remove_dir_all(&dir);
    lay_over(&bad_data().join("_base"), &dir);
    lay_over(case, &dir);
    let problems = compile(&dir).map_or_else(|problems| problems, |compiled| compiled.warnings);
    let prefix = format!("{}/", dir.display());
    problems.iter().map(|problem| format!("{problem}\n").replace(&prefix, "")).collect()
}

#[test]
fn the_records_below_the_cases_are_sound() {
    let report = lint(&bad_data().join("_base"));
    assert_eq!(report.problems, []);
    assert_eq!(report.counts.tools, 2);
    assert_eq!(report.counts.facts, 6);
}

#[test]
fn every_check_reports_its_broken_records_and_nothing_else() {
    let update = std::env::var_os("MAGDIT_UPDATE").is_some();
    let mut cases = 0;
    let mut differences = String::new();
    for folder in entries(&bad_data()).iter().filter(|path| path.is_dir() && name(path) != "_base") {
        let check = name(folder);
        for case in entries(folder).iter().filter(|path| path.is_dir()) {
            cases += 1;
            let found = problems_of(case, &check);
            let of_this_check = |line: &str| line.contains(&format!("[{check}]"));
            assert!(!found.is_empty() && found.lines().all(of_this_check), "{check}/{}:\n{found}", name(case));
            let expected = folder.join(format!("{}.expected", name(case)));
            if update {
                fs::write(&expected, &found).unwrap();
            } else if fs::read_to_string(&expected).unwrap_or_default() != found {
                differences.push_str(&format!("{check}/{}:\n{found}", name(case)));
            }
        }
    }
    assert!(differences.is_empty(), "other messages than expected:\n{differences}");
    assert_eq!(cases, 140);
}

#[test]
fn every_check_has_a_case_and_every_folder_a_check() {
    let checks: BTreeSet<String> = CHECKS.iter().map(|check| check.name.to_owned()).collect();
    let folders: BTreeSet<String> = entries(&bad_data())
        .iter()
        .filter(|path| path.is_dir())
        .map(|path| name(path))
        .filter(|n| n != "_base")
        .collect();
    assert_eq!(checks, folders);
}

#[test]
fn an_expected_message_has_its_case() {
    for folder in entries(&bad_data()).iter().filter(|path| path.is_dir() && name(path) != "_base") {
        for expected in entries(folder).iter().filter(|path| path.is_file()) {
            assert!(expected.with_extension("").is_dir(), "{}", expected.display());
        }
    }
}
