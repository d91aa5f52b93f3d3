//! Sizes of files, and what does not belong in them.

use magdit_tests::{root, text};

use crate::{gather, shown};

const SOURCES: [&str; 11] = ["rs", "js", "ts", "kt", "swift", "py", "c", "h", "cpp", "php", "java"];

/// No source file has more lines.
const MOST_LINES: usize = 500;

#[test]
fn no_source_file_has_more_than_500_lines() {
    let files = gather(&root(""), &SOURCES);
    let large: Vec<String> = files
        .iter()
        .map(|path| (shown(path), text(path).lines().count()))
        .filter(|(name, lines)| *lines > MOST_LINES && !is_generated(name))
        .map(|(name, lines)| format!("{name}: {lines}"))
        .collect();
    assert!(large.is_empty(), "{large:#?}");
    assert!(files.len() > 150, "only {} files were seen", files.len());
    println!("{} source files of at most {MOST_LINES} lines", files.len());
}

/// What a tool wrote is as long as it is.
fn is_generated(name: &str) -> bool {
    name.contains("/generated/")
}

#[test]
fn nothing_unfinished_is_left_behind() {
    // Put together here, so that this file does not find itself.
    let marks = ["TO DO", "FIX ME", "X XX", "dbg !"].map(|mark| mark.replace(' ', ""));
    let mut found = Vec::new();
    for path in gather(&root(""), &SOURCES).into_iter().filter(|path| !is_generated(&shown(path))) {
        for (number, line) in text(&path).lines().enumerate() {
            if let Some(mark) = marks.iter().find(|mark| line.contains(*mark)) {
                found.push(format!("{}:{}: {mark}", shown(&path), number + 1));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_code_is_commented_out() {
    let looks_like_code = |line: &str| {
        let Some(comment) = line.trim_start().strip_prefix("// ") else {
            return false;
        };
        let comment = comment.trim();
        let ends = comment.ends_with(';') || comment.ends_with(") {") || comment.ends_with("} else {");
        let begins = ["let ", "fn ", "use ", "pub ", "if ", "for ", "return ", "assert"];
        ends && (begins.iter().any(|begin| comment.starts_with(begin)) || comment.ends_with(");"))
    };
    let mut found = Vec::new();
    for path in gather(&root(""), &["rs"]) {
        for (number, line) in text(&path).lines().enumerate().filter(|(_, line)| looks_like_code(line)) {
            found.push(format!("{}:{}: {line}", shown(&path), number + 1));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_rule_has_its_own_file_with_its_own_tests() {
    let mut counted = 0;
    for rule in magdit_tests::rules::all() {
        let path = root("core/src/rules").join(format!("{}.rs", rule.id.replace('-', "_")));
        let source = text(&path);
        assert!(source.contains("#[cfg(test)]") && source.contains("#[test]"), "{} has no tests", shown(&path));
        assert!(source.contains(&format!("\"{}\"", rule.id)), "{} is not {}", shown(&path), rule.id);
        assert!(!rule.cites.is_empty() && !rule.sources.is_empty(), "{} cites nothing", rule.id);
        counted += 1;
    }
    println!("{counted} rules, each with its file");
}

#[test]
fn every_source_that_a_rule_names_is_there() {
    for rule in magdit_tests::rules::all() {
        for source in rule.sources {
            let path = root("data/sources").join(format!("{source}.toml"));
            assert!(path.is_file(), "{}: no source {source}", rule.id);
        }
    }
}
