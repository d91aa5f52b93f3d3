//! A call that fails, each in turn, once and for ever.

use std::io::ErrorKind;
use std::sync::OnceLock;

use magdit::store::{InstallError, Store};
use magdit_tests::signed::{edition, trust};
use magdit_tests::today;

use crate::files::{Fault, Files, Memory};

const KINDS: [ErrorKind; 4] =
    [ErrorKind::Other, ErrorKind::PermissionDenied, ErrorKind::StorageFull, ErrorKind::NotFound];

/// The files of a store with two versions.
fn installed() -> &'static Files {
    static INSTALLED: OnceLock<Files> = OnceLock::new();
    INSTALLED.get_or_init(|| {
        let memory = Memory::default();
        let mut store = Store::on(memory.clone(), trust());
        for number in [2, 3] {
            store.install(&edition(number).signed(), today()).expect("nothing fails yet");
        }
        memory.files()
    })
}

/// A store with two versions, the newer one damaged or not.
fn store(damaged: bool, links: bool) -> (Memory, Store<Memory>) {
    let memory = Memory::with(installed());
    let memory = if links { memory } else { memory.without_links() };
    if damaged {
        memory.put(magdit::store::CURRENT, b"damaged");
    }
    (memory.clone(), Store::on(memory, trust()))
}

#[test]
fn whichever_call_fails_there_is_a_usable_file_and_the_next_installation_works() {
    let tried = fail_each_call(&KINDS[..1]);
    println!("{tried} installations with a failing call, none broke");
}

#[test]
#[ignore = "long: every kind of failure"]
fn whichever_call_fails_and_however() {
    let tried = fail_each_call(&KINDS);
    println!(
        "long: failing calls | {tried} installations with a failing call, each in turn, once and for ever; none broke"
    );
}

fn fail_each_call(kinds: &[ErrorKind]) -> usize {
    let (old, new) = (edition(4).signed(), edition(5).signed());
    let (mut tried, mut failed, mut installed) = (0, 0, 0);
    for (damaged, links) in [(false, true), (false, false), (true, true)] {
        for &kind in kinds {
            for for_ever in [false, true] {
                for at in 0.. {
                    let (memory, mut store) = store(damaged, links);
                    memory.fail(Fault { at, for_ever, kind });
                    let result = store.install(&old, today());
                    let reached = memory.calls() > at;
                    memory.heal();
                    tried += 1;
                    let number = store
                        .open()
                        .unwrap_or_else(|error| panic!("call {at} {kind:?}: {error}"))
                        .library
                        .release()
                        .number;
                    match &result {
                        Ok(_) => {
                            installed += 1;
                            assert_eq!(number, 4, "call {at} {kind:?}: acknowledged");
                        }
                        Err(error) => {
                            failed += 1;
                            let before = if damaged { 2 } else { 3 };
                            let expected = if matches!(error, InstallError::Unconfirmed { .. }) { 4 } else { before };
                            assert_eq!(number, expected, "call {at} {kind:?}: {error}");
                        }
                    }
                    store.install(&new, today()).unwrap_or_else(|error| panic!("call {at} {kind:?}: {error}"));
                    assert_eq!(store.open().unwrap().library.release().number, 5);
                    let left: Vec<String> = memory.files().into_keys().filter(|name| name.ends_with(".part")).collect();
                    assert!(left.is_empty(), "call {at} {kind:?}: {left:?}");
                    if !reached {
                        break;
                    }
                }
            }
        }
    }
    assert!(failed > 50 && installed > 20, "{failed} {installed}");
    tried
}

#[test]
fn a_disk_that_keeps_other_bytes_is_found_out() {
    let (memory, mut store) = store(false, true);
    memory.lie();
    let error = store.install(&edition(4).signed(), today()).unwrap_err();
    assert!(matches!(error, InstallError::NotKept), "{error}");
    assert_eq!(store.open().unwrap().library.release().number, 3);
}
