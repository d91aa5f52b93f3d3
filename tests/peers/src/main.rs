//! Compares name search with its peers on the same names and queries.
//!
//! `bash tests/peers/run` builds everything, measures every engine at every
//! size in a process of its own, and prints one table; README.md says what the
//! columns mean. Without arguments this program does that; with `one ENGINE
//! SIZE` it measures one engine and prints a line of JSON; with `slow SIZE`
//! it lists magdit's slowest queries; with `write SIZE
//! FOLDER` it writes names, queries and index for the engines in Node.

mod allocator;
#[path = "../../../core/tests/search/catalogue.rs"]
#[allow(dead_code, reason = "the tests of search use more of it")]
mod catalogue;
mod engines;
mod measure;
mod names;
mod queries;
mod table;

use std::process::ExitCode;

/// Numbers of tools that are measured unless MAGDIT_PEERS_SIZES says others.
const SIZES: &str = "500 10000 100000 1000000";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => {
            let sizes = std::env::var("MAGDIT_PEERS_SIZES").unwrap_or_else(|_| SIZES.to_owned());
            let sizes: Vec<usize> = sizes.split_whitespace().map(|size| size.parse().unwrap()).collect();
            table::print(&sizes);
            ExitCode::SUCCESS
        }
        ["one", engine, size] => {
            println!("{}", measure::one(engine, size.parse().unwrap()));
            ExitCode::SUCCESS
        }
        ["slow", size] => {
            measure::slowest(size.parse().unwrap());
            ExitCode::SUCCESS
        }
        ["write", size, folder] => {
            queries::write_for_node(size.parse().unwrap(), folder.as_ref());
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("usage: magdit-peers [one ENGINE SIZE | slow SIZE | write SIZE FOLDER]");
            ExitCode::from(2)
        }
    }
}
