//! Installing and opening, without anything going wrong and with a full disk.

use std::fs;
use std::path::{Path, PathBuf};

use magdit::store::{CURRENT, FLOOR, InstallError, Installed, OpenedFrom, PREVIOUS, Store, Unusable, Version};
use magdit::{KnowledgeBase, Trust};
use magdit_tests::signed::{base, edition, trust};
use magdit_tests::today;

use crate::files::Memory;

fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("store").join(name);
    let _ = fs::remove_dir_all(&dir);
    dir
}

fn version(number: u64) -> Version {
    Version { key_epoch: 1, number }
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("the folder").filter_map(Result::ok);
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_is_installed_is_opened_and_the_one_before_is_kept() {
    let dir = folder("two").join("made/on/the/way");
    let mut store = Store::at(&dir, trust());
    assert_eq!(store.open().unwrap_err().to_string(), "no knowledge base is installed; install one");
    for number in [3, 4, 9] {
        let file = edition(number).signed();
        assert_eq!(store.install(&file, today()).unwrap(), Installed::New { version: version(number) });
        let opened = store.open().unwrap();
        assert_eq!((opened.library.release().number, opened.from), (number, OpenedFrom::Current));
        assert!(opened.passed_over.is_empty());
        assert_eq!(fs::read(dir.join(CURRENT)).unwrap(), file);
    }
    assert_eq!(fs::read(dir.join(PREVIOUS)).unwrap(), edition(4).signed());
    assert_eq!(names(&dir), [CURRENT, FLOOR, PREVIOUS]);
    let again = store.install_from(&edition(9).signed()[..], today()).unwrap();
    assert_eq!(again, Installed::AlreadyCurrent { version: version(9) });
}

#[test]
fn a_damaged_file_gives_way_to_the_one_before_and_is_named() {
    let dir = folder("damaged");
    let mut store = Store::at(&dir, trust());
    for number in [3, 4] {
        store.install(&edition(number).signed(), today()).unwrap();
    }
    let mut damaged = edition(4).signed();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    fs::write(dir.join(CURRENT), &damaged).unwrap();
    let opened = store.open().unwrap();
    assert_eq!((opened.library.release().number, opened.from), (3, OpenedFrom::Previous));
    assert!(
        matches!(opened.passed_over[..], [ref passed] if passed.name == CURRENT && matches!(passed.why, Unusable::File(_)))
    );
    assert_eq!(store.install(&edition(4).signed(), today()).unwrap(), Installed::New { version: version(4) });
    assert_eq!(store.open().unwrap().from, OpenedFrom::Current);
    assert_eq!(fs::read(dir.join(PREVIOUS)).unwrap(), edition(3).signed(), "the damaged one does not take its place");

    for name in [CURRENT, PREVIOUS] {
        fs::write(dir.join(name), b"<html>").unwrap();
    }
    let error = store.open().unwrap_err().to_string();
    assert!(error.contains("current.kb: the file is a web page") && error.ends_with("; install it again"), "{error}");
}

#[test]
fn the_embedded_knowledge_base_is_opened_until_a_newer_one_is_installed() {
    let seed: &'static [u8] = base();
    let number = KnowledgeBase::open(seed).unwrap().release().number;
    let memory = Memory::default();
    let mut store = Store::on(memory.clone(), trust()).with_seed(seed);
    assert_eq!(store.open().unwrap().from, OpenedFrom::Seed);
    store.install(&edition(number + 1).signed(), today()).unwrap();
    assert_eq!(store.open().unwrap().from, OpenedFrom::Current);
    memory.put(CURRENT, b"");
    assert_eq!(store.open().unwrap().from, OpenedFrom::Seed, "the empty file is passed over");

    let newer: &'static [u8] = edition(number + 5).unsigned().leak();
    let store = Store::on(memory, trust()).with_seed(newer);
    assert_eq!(store.open().unwrap().from, OpenedFrom::Seed);
}

#[test]
fn leftovers_are_removed_and_nothing_else_is_touched() {
    let dir = folder("leftovers");
    fs::create_dir_all(&dir).unwrap();
    let foreign = ["magdit-.part", "magdit-0123.part", "notes.txt", "magdit-zzzzzzzzzzzzzzzz.part", "x.part"];
    for name in foreign.iter().chain(&["magdit-0123456789abcdef.part"]) {
        fs::write(dir.join(name), b"left").unwrap();
    }
    Store::at(&dir, trust()).install(&edition(2).signed(), today()).unwrap();
    let mut expected: Vec<&str> = foreign.iter().copied().chain([CURRENT, FLOOR]).collect();
    expected.sort_unstable();
    assert_eq!(names(&dir), expected);
}

#[test]
fn opening_and_inspecting_write_nothing() {
    let memory = Memory::default();
    let mut store = Store::on(memory.clone(), trust());
    store.install(&edition(2).signed(), today()).unwrap();
    let writes = memory.writes();
    store.open().unwrap();
    let candidate = store.inspect(&edition(3).signed(), today()).unwrap();
    assert_eq!((candidate.version, candidate.is_current), (version(3), false));
    assert!(store.inspect(&edition(2).signed(), today()).unwrap().is_current);
    assert!(store.inspect(&edition(1).signed(), today()).is_err());
    assert_eq!(memory.writes(), writes);
}

#[test]
fn a_file_system_without_second_names_gets_a_copy() {
    let memory = Memory::default().without_links();
    let mut store = Store::on(memory.clone(), trust());
    for number in [2, 3] {
        store.install(&edition(number).signed(), today()).unwrap();
    }
    let files = memory.files();
    assert_eq!(files[CURRENT], edition(3).signed());
    assert_eq!(files[PREVIOUS], edition(2).signed());
    assert_eq!(files.len(), 3);
}

#[test]
fn a_full_disk_costs_the_previous_file_and_never_the_current_one() {
    let size = edition(2).signed().len();
    let memory = Memory::default();
    let mut store = Store::on(memory.clone(), trust());
    for number in [2, 3] {
        store.install(&edition(number).signed(), today()).unwrap();
    }
    memory.limit_room(2 * size + 1_000);
    store.install(&edition(4).signed(), today()).unwrap();
    assert_eq!(memory.files()[CURRENT], edition(4).signed());

    memory.limit_room(size + size / 2);
    let error = store.install(&edition(5).signed(), today()).unwrap_err();
    assert!(matches!(error, InstallError::Full { needed } if needed == size), "{error}");
    assert_eq!(store.open().unwrap().library.release().number, 4);
    memory.heal();
    store.install(&edition(5).signed(), today()).unwrap();
    assert_eq!(store.open().unwrap().library.release().number, 5);
}

#[test]
fn a_folder_that_cannot_be_written_keeps_what_it_has() {
    let dir = folder("no-folder");
    fs::create_dir_all(&dir).unwrap();
    let file = dir.join("a-file");
    fs::write(&file, b"").unwrap();
    let error = Store::at(file.join("below"), trust()).install(&edition(2).signed(), today()).unwrap_err();
    assert!(matches!(error, InstallError::Io { step: "make the folder", .. }), "{error}");
    assert!(error.to_string().contains("what was there stays in use"), "{error}");
}

#[test]
fn installers_at_once_leave_a_usable_file() {
    let dir = folder("at-once");
    Store::at(&dir, trust()).install(&edition(1).signed(), today()).unwrap();
    let (mut installed, mut refused) = (0, 0);
    std::thread::scope(|scope| {
        let installers: Vec<_> = (0..4_u64)
            .map(|own| {
                let dir = &dir;
                scope.spawn(move || {
                    let mut store = Store::at(dir, trust());
                    let results: Vec<bool> = (1..=10)
                        .map(|round| {
                            let result = store.install(&edition(round * 4 + own).signed(), today());
                            let opened = store.open().expect("something opens at every moment");
                            assert!(opened.passed_over.is_empty(), "{:?}", opened.passed_over);
                            result.is_ok()
                        })
                        .collect();
                    results
                })
            })
            .collect();
        for installer in installers {
            let results = installer.join().expect("no installer panics");
            installed += results.iter().filter(|done| **done).count();
            refused += results.iter().filter(|done| !**done).count();
        }
    });
    println!("{installed} installed and {refused} refused by four installers at once");
    assert_eq!(installed + refused, 40, "each says how it ended");
    Store::at(&dir, trust()).install(&edition(99).signed(), today()).unwrap();
    assert_eq!(names(&dir), [CURRENT, FLOOR, PREVIOUS]);
}

#[test]
fn whoever_allows_unsigned_files_gets_them_and_the_rest_still_holds() {
    let mut store = Store::on(Memory::default(), Trust::AllowUnsigned);
    store.install(&edition(7).unsigned(), today()).unwrap();
    assert!(store.install(&edition(6).unsigned(), today()).is_err());
    assert_eq!(store.open().unwrap().library.release().number, 7);
}
