//! Installs one release after the other until it is killed: for the test that
//! kills it.
//!
//! `install-loop FOLDER FIRST FILLER`: the folder of the store, the number of
//! the first release, and bytes that make the files as large as they should
//! be. It says `ready`, then the number of each release that is installed.

use std::io::Write as _;

use magdit::store::Store;
use magdit_tests::signed::{Edition, edition, trust};
use magdit_tests::today;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, first, filler] = &arguments[..] else { panic!("three arguments, not {arguments:?}") };
    let first: u64 = first.parse().expect("a number");
    let filler: usize = filler.parse().expect("a number of bytes");
    let mut store = Store::at(folder, trust());
    let mut out = std::io::stdout().lock();
    let mut file = Edition { filler, ..edition(first) }.signed();
    writeln!(out, "ready").and_then(|()| out.flush()).expect("somebody listens");
    for number in first.. {
        store.install(&file, today()).expect("it is installed");
        writeln!(out, "{number}").and_then(|()| out.flush()).expect("somebody listens");
        file = Edition { filler, ..edition(number + 1) }.signed();
    }
}
