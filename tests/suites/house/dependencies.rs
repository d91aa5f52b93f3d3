//! What somebody who embeds the library takes in.

use std::collections::BTreeSet;
use std::process::Command;

use magdit_tests::root;

/// What reading, searching and answering depend on, all in all. A name that
/// comes to stand here stands in DESIGN.md with its reason.
const ALLOWED: [&str; 32] = [
    "block-buffer",
    "cfg-if",
    "cpufeatures",
    "crypto-common",
    "curve25519-dalek",
    "curve25519-dalek-derive",
    "digest",
    "ed25519",
    "ed25519-dalek",
    "fst",
    "hybrid-array",
    // On ARM, to ask which instructions there are.
    "libc",
    "magdit",
    "num-traits",
    "proc-macro2",
    "quote",
    "rmp",
    "rmp-serde",
    "serde",
    "serde_core",
    "serde_derive",
    "sha2",
    "signature",
    "subtle",
    "syn",
    "thiserror",
    "thiserror-impl",
    "tinyvec",
    "typenum",
    "unicode-ident",
    "unicode-normalization",
    "zeroize",
];

/// The names in the tree of a package, dependencies of tests left out.
pub(crate) fn tree(package: &str) -> BTreeSet<String> {
    tree_along(package, "normal")
}

/// The names in the tree of a package along one kind of dependencies.
fn tree_along(package: &str, edges: &str) -> BTreeSet<String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["tree", "--offline", "--locked", "--package", package, "--edges", edges, "--prefix", "none"])
        .current_dir(root(""))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listed = String::from_utf8(output.stdout).expect("names are text");
    listed
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn the_library_depends_on_nothing_else() {
    let tree = tree("magdit");
    let more: Vec<&String> = tree.iter().filter(|name| !ALLOWED.contains(&name.as_str())).collect();
    assert!(more.is_empty(), "the library came to depend on {more:?}");
    assert!(tree.contains("fst") && tree.contains("rmp-serde"), "{tree:?}");
    println!("{} packages in the library, itself included", tree.len());
}

#[test]
fn no_reader_of_toml_and_nothing_for_a_terminal_or_a_network_reaches_the_library() {
    let tree = tree("magdit");
    for name in ["toml", "toml_edit", "toml-span", "clap", "reqwest", "ureq", "hyper", "tokio", "jiff"] {
        assert!(!tree.contains(name), "{name}");
    }
    for name in ["chrono", "log", "tracing", "rand", "getrandom", "regex", "magdit-curate"] {
        assert!(!tree.contains(name), "{name}");
    }
}

#[test]
fn the_embedded_records_bring_nothing_along() {
    assert_eq!(tree("magdit-data"), BTreeSet::from(["magdit-data".to_owned()]));
}

#[test]
fn the_c_library_brings_nothing_along() {
    let library = tree("magdit");
    let own = ["magdit-c", "magdit-data"];
    let more: Vec<String> =
        tree("magdit-c").into_iter().filter(|name| !library.contains(name) && !own.contains(&name.as_str())).collect();
    assert!(more.is_empty(), "the C library came to depend on {more:?}");
}

#[test]
fn compiling_the_records_takes_nothing_of_what_only_curators_need() {
    let tree = tree_along("magdit-data", "build,normal");
    assert!(tree.contains("magdit-curate") && tree.contains("psl"), "{tree:?}");
    for name in ["calamine", "csv", "rust_xlsxwriter", "toml_edit", "zip"] {
        assert!(!tree.contains(name), "{name}");
    }
    println!("{} packages to compile the records", tree.len());
}

/// The README's main command names no binary, so there must be no choice.
#[test]
fn cargo_run_means_the_command() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--locked", "--format-version", "1"])
        .current_dir(root(""))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let members = metadata["workspace_default_members"].as_array().expect("the default members");
    let packages = metadata["packages"].as_array().expect("the packages");
    let binaries: Vec<&str> = packages
        .iter()
        .filter(|package| members.contains(&package["id"]))
        .flat_map(|package| package["targets"].as_array().into_iter().flatten())
        .filter(|target| target["kind"] == serde_json::json!(["bin"]))
        .filter_map(|target| target["name"].as_str())
        .collect();
    assert_eq!(binaries, ["magdit"], "`cargo run` asks which one is meant");
}
