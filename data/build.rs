//! Compiles the records beside this file into the knowledge base.

use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// What the knowledge base is made of: when any of it changes, it is made
/// again.
const PARTS: [&str; 10] = [
    "conditions",
    "edition.toml",
    "exceptions.toml",
    "parameters",
    "readings.toml",
    "reviewed.toml",
    "sources",
    "suppliers",
    "texts",
    "tools",
];

fn main() -> ExitCode {
    let dir = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".to_owned());
    let dir = Path::new(&dir);
    for part in PARTS.map(|part| dir.join(part)).iter().filter(|part| part.exists()) {
        println!("cargo::rerun-if-changed={}", part.display());
    }
    let bytes = match magdit_curate::build(dir) {
        Ok(bytes) => bytes,
        Err(report) => {
            eprintln!("the knowledge base cannot be built from {}:\n{report}", dir.display());
            return ExitCode::FAILURE;
        }
    };
    let Ok(out) = env::var("OUT_DIR") else {
        eprintln!("OUT_DIR is not set; run this through cargo");
        return ExitCode::FAILURE;
    };
    let file = Path::new(&out).join("magdit.kb");
    if let Err(error) = fs::write(&file, bytes) {
        eprintln!("{} cannot be written: {error}", file.display());
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
