//! One table of everything.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::engines::ALL;
use crate::queries::CORE;

/// Kinds that stand in one column each.
const COLUMNS: [(&str, &[&str]); 10] = [
    ("core", &CORE),
    ("typing", &["transposition", "missing", "doubled", "adjacent"]),
    ("prefix", &["prefix"]),
    ("prefix+typo", &["prefix_typo"]),
    ("by ear", &["phonetic"]),
    ("dictated", &["voice"]),
    ("spacing", &["spacing"]),
    ("order", &["word_order"]),
    ("words", &["extra_words"]),
    ("sentence", &["sentence", "sentence_typo"]),
];

/// Measures everything and prints it as Markdown.
pub(crate) fn print(sizes: &[usize]) {
    let mut about = Vec::new();
    let columns: Vec<&str> = COLUMNS.iter().map(|(column, _)| *column).collect();
    println!(
        "| tools | engine | p50 µs | p99 µs | asked | build ms | bytes/name | memory MB | negatives answered | {} |",
        columns.join(" | ")
    );
    println!("|{}", " ---: |".repeat(9 + columns.len()));
    for size in sizes {
        let mut rows: Vec<(&str, Value)> = Vec::new();
        for engine in ALL {
            let row = match child(engine, *size) {
                Ok(row) => row,
                Err(error) => {
                    about.push(format!("{size} tools: {engine} is left out: {error}"));
                    continue;
                }
            };
            line(&row, engine);
            if let Some(magdit) = row.get("magdit") {
                about.push(format!("{size} tools, {} names: {}", row["names"], sentence(magdit)));
            }
            rows.push((engine, row));
        }
        let of = |engine: &str, key: &str| {
            let row = rows.iter().find(|(name, _)| *name == engine).map(|(_, row)| row);
            row.and_then(|row| row[key].as_f64()).unwrap_or(f64::NAN)
        };
        let two_edits = of(ALL[0], "p99") / of(ALL[1], "p99");
        let mut ratios = format!("{size} tools: magdit's p99 is {two_edits:.2} of {}", ALL[1]);
        for row in in_node(*size, &mut about) {
            let engine = row["engine"].as_str().unwrap().to_owned();
            line(&row, &engine);
            if engine.contains("WebAssembly") {
                let slower = |key: &str| row[key].as_f64().unwrap() / of(ALL[0], key);
                ratios +=
                    &format!("; WebAssembly takes {:.2} times as long (p50: {:.2})", slower("p99"), slower("p50"));
            }
        }
        about.push(ratios);
    }
    println!();
    about.iter().for_each(|line| println!("- {line}"));
}

/// The row of one engine, or the last line of why there is none.
fn child(engine: &str, size: usize) -> Result<Value, String> {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).args(["one", engine, &size.to_string()]).output().unwrap();
    row_of(&output)
}

fn row_of(output: &Output) -> Result<Value, String> {
    if output.status.success() {
        return Ok(serde_json::from_slice(&output.stdout).unwrap());
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    let error = errors.lines().find(|line| line.contains("rror") || line.contains("memory")).unwrap_or_default();
    Err(format!("{}: {error}", output.status))
}

/// The engines in Node, one process each.
fn in_node(size: usize, about: &mut Vec<String>) -> Vec<Value> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = here.join("target/node").join(size.to_string());
    let program = std::env::current_exe().unwrap();
    let written = Command::new(program).args(["write", &size.to_string()]).arg(&folder).status().unwrap();
    assert!(written.success());
    ["magdit", "fuse", "minisearch", "ufuzzy"]
        .iter()
        .filter_map(|engine| {
            let script = here.join("node/peers.mjs");
            let output = Command::new("node")
                .args(["--expose-gc", "--max-old-space-size=12000"])
                .arg(script)
                .args([engine.as_ref(), folder.as_os_str()])
                .output()
                .unwrap();
            match row_of(&output) {
                Ok(row) => Some(row),
                Err(error) => {
                    about.push(format!("{size} tools: {engine} in Node is left out: {error}"));
                    None
                }
            }
        })
        .collect()
}

fn line(row: &Value, engine: &str) {
    let number = |key: &str| row[key].as_f64().unwrap_or_default();
    let recall: Vec<String> = COLUMNS.iter().map(|(_, kinds)| recall(&row["kinds"], kinds)).collect();
    let bytes =
        if row["bytes_per_name"].is_null() { "–".to_owned() } else { format!("{:.1}", number("bytes_per_name")) };
    println!(
        "| {} | {engine} | {:.1} | {:.1} | {} | {:.0} | {bytes} | {:.1} | {} of {} | {} |",
        row["size"],
        number("p50"),
        number("p99"),
        row["queries"],
        number("build_ms"),
        number("memory") / 1e6,
        row["answered"],
        row["negatives"],
        recall.join(" | "),
    );
}

/// Recall at 1 and at 5 over some kinds, in per cent.
fn recall(kinds: &Value, wanted: &[&str]) -> String {
    let mut sum = [0.0; 3];
    for kind in wanted {
        for (at, slot) in sum.iter_mut().enumerate() {
            *slot += kinds[*kind][at].as_f64().unwrap_or_default();
        }
    }
    let [all, first, five] = sum;
    if all == 0.0 { "–".to_owned() } else { format!("{:.1} / {:.1}", 100.0 * first / all, 100.0 * five / all) }
}

fn sentence(magdit: &Value) -> String {
    let number = |key: &str| magdit[key].as_f64().unwrap_or_default();
    format!(
        "bytes per name {:.1} for names in any order, {:.1} for sounds, {:.1} for tables, {:.1} for texts; checking all of \
         the index takes {:.2} ms, opening it after that and answering {:.1} µs with {} bytes more on the heap; the hardest \
         of long and strange texts takes {:.0} µs (`{}`); {} queries are exact or probable, {} of them wrong",
        number("names"),
        number("sounds"),
        number("tables"),
        number("texts"),
        number("verify_ms"),
        number("first_us"),
        magdit["grown"],
        number("hardest_us"),
        magdit["hardest"].as_str().unwrap_or_default(),
        magdit["sure"],
        magdit["wrong"],
    )
}
