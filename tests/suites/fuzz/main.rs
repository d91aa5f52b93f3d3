//! Every fuzz target with changed seeds, on the stable compiler.
//!
//! libFuzzer finds more, and takes a nightly compiler: `bash tests/fuzz/run`.
//! What it found stands in `tests/fuzz/found` and is replayed here for ever,
//! with the committed corpora. `MAGDIT_BLESS=1 cargo test -p magdit-tests
//! --test fuzz seeds` writes the seeds into the corpora.

#![expect(clippy::print_stdout, reason = "a test says how much it looked at")]
#![expect(clippy::print_stderr, reason = "a test that does not come back is ended, and says so")]

mod driver;
mod smoke;

use std::fs;

use driver::{Driver, changed, committed};
use magdit_tests::fuzz::{TARGETS, seeds};
use magdit_tests::root;

#[test]
fn seeds_are_taken_and_stand_in_the_corpora() {
    let bless = std::env::var_os("MAGDIT_BLESS").is_some();
    let mut count = 0;
    for (name, _) in TARGETS {
        let folder = root("tests/fuzz/corpus").join(name);
        let mut driver = Driver::new(name, "seeds");
        let mut taken = 0;
        for (index, seed) in seeds(name).into_iter().enumerate() {
            let path = folder.join(format!("seed-{index:02}"));
            if bless {
                fs::create_dir_all(&folder).expect("a folder");
                fs::write(&path, &seed).expect("a seed");
            }
            assert!(path.is_file(), "{} is missing; MAGDIT_BLESS=1 writes it", path.display());
            taken += usize::from(driver.run(&seed));
            count += 1;
        }
        assert!(taken > 0, "no seed of {name} is taken");
    }
    println!("{count} seeds of {} targets", TARGETS.len());
}

#[test]
fn what_was_found_once_fails_nothing_again() {
    let mut count = 0;
    for (name, _) in TARGETS {
        let mut driver = Driver::new(name, "replay");
        for bytes in [committed("corpus", name), committed("found", name)].concat() {
            driver.run(&bytes);
            count += 1;
        }
    }
    println!("{count} inputs of the corpora and what was found");
    assert!(count >= TARGETS.len());
}

#[test]
fn changed_calls() {
    changed("calls", "short", 10_000, 200);
}

#[test]
fn changed_files() {
    changed("container", "short", 3_000, 100);
}

#[test]
fn changed_indexes() {
    changed("index", "short", 40_000, 400);
}

#[test]
fn changed_keys() {
    changed("keys", "short", 40_000, 400);
}

#[test]
fn changed_packed_files() {
    changed("pack", "short", 3_000, 10);
}

#[test]
fn changed_queries() {
    changed("query", "short", 2_000, 1_000);
}

#[test]
fn changed_records() {
    changed("record", "short", 40_000, 400);
}

#[test]
fn changed_school_files() {
    changed("school", "short", 2_000, 50);
}

#[test]
fn changed_sections() {
    changed("sections", "short", 800, 100);
}
