//! Power loss at every moment, with everything that may be left on disk.

use std::collections::BTreeSet;

use magdit::store::{CURRENT, FLOOR, FileSystem, Installed, PREVIOUS, Store};
use magdit_tests::signed::{base, edition, trust};
use magdit_tests::today;

use crate::files::{Files, Memory, Names};

fn installed(numbers: &[u64]) -> Files {
    let memory = Memory::default();
    let mut store = Store::on(memory.clone(), trust());
    for &number in numbers {
        store.install(&edition(number).signed(), today()).expect("nothing fails");
    }
    memory.files()
}

/// Every folder that may be found after power loss while `number` is being
/// installed into `before`, with whether that had been acknowledged.
fn losses(before: &Files, number: u64, order: Names) -> BTreeSet<(Files, bool)> {
    let memory = Memory::with(before);
    memory.remember();
    let mut store = Store::on(memory.clone(), trust());
    let result = store.install(&edition(number).signed(), today()).expect("nothing fails");
    assert!(matches!(result, Installed::New { .. }));
    let moments = memory.moments();
    let acknowledged = moments.last().cloned().expect("something was written");
    let during = moments.iter().flat_map(|moment| moment.after_power_loss(order)).map(|files| (files, false));
    let after = acknowledged.after_power_loss(order).into_iter().map(|files| (files, true));
    during.chain(after).collect()
}

/// What a folder is good for: the number that opens in it. The next
/// installation must work and leave nothing behind.
fn usable(files: &Files, next: u64) -> Option<u64> {
    let memory = Memory::with(files);
    let mut store = Store::on(memory.clone(), trust());
    let number = store.open().ok().map(|opened| opened.library.release().number);
    store.install(&edition(next).signed(), today()).expect("the next installation works");
    assert_eq!(store.open().expect("it opens").library.release().number, next);
    assert!(memory.files().keys().all(|name| [CURRENT, PREVIOUS, FLOOR].contains(&name.as_str())));
    number
}

#[test]
fn power_may_go_at_any_moment() {
    let mut states = 0;
    for order in [Names::Ordered, Names::AnyOrder] {
        for before in [&[][..], &[2], &[2, 3]] {
            let last = before.last().copied();
            for (files, acknowledged) in losses(&installed(before), 4, order) {
                states += 1;
                let number = usable(&files, 9);
                match acknowledged {
                    true => assert_eq!(number, Some(4), "{order:?} after {before:?}: acknowledged and lost"),
                    false => assert!(number == last || number == Some(4), "{order:?} after {before:?}: {number:?}"),
                }
            }
        }
    }
    println!("{states} states after power loss, each usable");
    assert!(states > 150, "{states}");
}

fn twice(orders: &[Names]) -> usize {
    let mut states = 0;
    for &order in orders {
        let first: BTreeSet<Files> = losses(&installed(&[2]), 3, order).into_iter().map(|(files, _)| files).collect();
        for files in &first {
            for (files, acknowledged) in losses(files, 4, order) {
                states += 1;
                let opened = Store::on(Memory::with(&files), trust()).open().expect("a usable file");
                let number = opened.library.release().number;
                assert!(number == 4 || (!acknowledged && [2, 3].contains(&number)), "{order:?}: {number}");
            }
        }
    }
    states
}

#[test]
fn power_may_go_twice() {
    let states = twice(&[Names::Ordered]);
    println!("{states} states after power loss during an installation after power loss, each usable");
    assert!(states > 200, "{states}");
}

#[test]
#[ignore = "long: thousands of states"]
fn power_may_go_twice_in_any_order() {
    let states = twice(&[Names::Ordered, Names::AnyOrder]);
    println!("long: power loss twice | {states} states, each usable");
    assert!(states > 4_000, "{states}");
}

/// The same model finds what is wrong with the shorter way, which renames
/// without forcing bytes to disk.
#[test]
fn the_model_finds_what_a_store_without_sync_loses() {
    let memory = Memory::with(&installed(&[2]));
    memory.remember();
    let mut file = memory.create("new").unwrap();
    memory.write(&mut file, &edition(3).signed()).unwrap();
    memory.rename("new", CURRENT).unwrap();
    let states: BTreeSet<Files> =
        memory.moments().iter().flat_map(|moment| moment.after_power_loss(Names::AnyOrder)).collect();
    let bricked = states.iter().filter(|files| Store::on(Memory::with(files), trust()).open().is_err()).count();
    println!("{} states without sync: {bricked} without a usable file", states.len());
    assert!(bricked > 0);
}

#[test]
fn with_an_embedded_knowledge_base_there_is_always_one() {
    for (files, _) in losses(&Files::new(), 4, Names::AnyOrder) {
        let opened = Store::on(Memory::with(&files), trust()).with_seed(base()).open().expect("the seed at least");
        assert!([1, 4].contains(&opened.library.release().number));
    }
}
