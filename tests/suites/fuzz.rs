//! Every fuzz target with changed seeds, on the stable compiler.
//!
//! libFuzzer finds more, and takes a nightly compiler: `bash tests/fuzz/run`.
//! What it found stands in `tests/fuzz/found` and is replayed here for ever,
//! with the committed corpora. `MAGDIT_BLESS=1 cargo test -p magdit-tests
//! --test fuzz seeds` writes the seeds into the corpora.

#![expect(clippy::print_stdout, reason = "a test says how much it looked at")]

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use magdit_tests::fuzz::{TARGETS, Target, mutated, seeds, target};
use magdit_tests::root;
use magdit_tests::signed::Random;

/// The files of a target in a folder of `tests/fuzz`, by name.
fn committed(folder: &str, name: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(root("tests/fuzz").join(folder).join(name)).into_iter().flatten();
    let mut files: Vec<_> = entries
        .filter_map(Result::ok)
        .map(|entry| {
            let bytes = fs::read(entry.path()).unwrap_or_else(|error| panic!("{}: {error}", entry.path().display()));
            (entry.file_name().to_string_lossy().into_owned(), bytes)
        })
        .collect();
    files.sort();
    files
}

/// Runs one input; where it fails the target, it is kept beside the others.
fn run(name: &str, target: Target, data: &[u8]) -> bool {
    catch_unwind(AssertUnwindSafe(|| target(data))).unwrap_or_else(|_| {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("found-{name}"));
        let written = fs::write(&path, data);
        panic!(
            "{name} failed; its {} bytes are in {} ({written:?}): mend it and keep them in tests/fuzz/found/{name}",
            data.len(),
            path.display()
        );
    })
}

/// Changed seeds for one target, as many as asked for.
fn smoke(name: &str, executions: u64, least_taken: u64) {
    let target = target(name);
    let mut from: Vec<Vec<u8>> = committed("corpus", name).into_iter().map(|(_, bytes)| bytes).collect();
    from.extend(seeds(name));
    let mut random = Random::seeded(u64::try_from(name.len()).expect("64 bits"));
    let taken = (0..executions).filter(|_| run(name, target, &mutated(&from, &mut random))).count();
    println!("fuzz {name}: {executions} executions from {} seeds, {taken} taken", from.len());
    assert!(u64::try_from(taken).expect("64 bits") >= least_taken, "hardly anything was taken: {taken}");
}

#[test]
fn seeds_are_taken_and_stand_in_the_corpora() {
    let bless = std::env::var_os("MAGDIT_BLESS").is_some();
    let mut count = 0;
    for (name, target) in TARGETS {
        let folder = root("tests/fuzz/corpus").join(name);
        for (index, seed) in seeds(name).into_iter().enumerate() {
            let path = folder.join(format!("seed-{index:02}"));
            if bless {
                fs::create_dir_all(&folder).expect("a folder");
                fs::write(&path, &seed).expect("a seed");
            }
            assert!(path.is_file(), "{} is missing; MAGDIT_BLESS=1 writes it", path.display());
            run(name, target, &seed);
            count += 1;
        }
        let taken = seeds(name).iter().filter(|seed| target(seed)).count();
        assert!(taken > 0, "no seed of {name} is taken");
    }
    println!("{count} seeds of {} targets", TARGETS.len());
}

#[test]
fn what_was_found_once_fails_nothing_again() {
    let mut count = 0;
    for (name, target) in TARGETS {
        for folder in ["corpus", "found"] {
            for (_, bytes) in committed(folder, name) {
                run(name, target, &bytes);
                count += 1;
            }
        }
    }
    println!("{count} inputs of the corpora and what was found");
    assert!(count >= TARGETS.len());
}

#[test]
fn changed_calls() {
    smoke("calls", 10_000, 200);
}

#[test]
fn changed_files() {
    smoke("container", 3_000, 100);
}

#[test]
fn changed_indexes() {
    smoke("index", 40_000, 400);
}

#[test]
fn changed_keys() {
    smoke("keys", 40_000, 400);
}

#[test]
fn changed_packed_files() {
    smoke("pack", 3_000, 10);
}

#[test]
fn changed_queries() {
    smoke("query", 2_000, 1_000);
}

#[test]
fn changed_records() {
    smoke("record", 40_000, 400);
}

#[test]
fn changed_school_files() {
    smoke("school", 2_000, 50);
}

#[test]
fn changed_sections() {
    smoke("sections", 800, 100);
}
