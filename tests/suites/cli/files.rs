//! Files and records that cannot be used.

use std::fs;

use magdit_tests::{copy, root};

use crate::command::{folder, magdit};

#[test]
fn a_file_that_is_no_knowledge_base_exits_with_4_and_says_what_to_do() {
    let dir = folder("foreign");
    let whole = fs::read(root("tests/golden/kb/format-1.kb")).expect("the golden file");
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    let half = whole[..whole.len() / 2].to_vec();
    let one_short = whole[..whole.len() - 1].to_vec();
    let one_more: Vec<u8> = whole.iter().copied().chain([0]).collect();
    let table: [(&str, Vec<u8>); 8] = [
        ("empty", Vec::new()),
        ("one-byte", vec![0]),
        ("text", b"<html><body>404</body></html>".to_vec()),
        ("zip", b"PK\x03\x04 and so on and so on".to_vec()),
        ("damaged", damaged),
        ("half", half),
        ("one-short", one_short),
        ("one-more", one_more),
    ];
    for (name, bytes) in &table {
        let path = dir.join(format!("{name}.kb"));
        fs::write(&path, bytes).expect("a file can be written");
        let path = path.to_string_lossy().into_owned();
        for arguments in [&["check", "kahoot", "--kb", &path][..], &["info", &path]] {
            let run = magdit(arguments);
            run.refuses(4, &[name]);
            assert_eq!(run.out, "", "{name}");
        }
    }
    println!("{} files that are refused", table.len());
}

#[test]
fn a_file_that_cannot_be_read_is_a_bad_file() {
    let dir = folder("unreadable");
    let missing = dir.join("missing.kb").to_string_lossy().into_owned();
    magdit(&["check", "kahoot", "--kb", &missing]).refuses(4, &["missing.kb"]);
    let folder = dir.to_string_lossy().into_owned();
    magdit(&["info", &folder]).refuses(4, &["unreadable"]);
}

#[test]
fn an_older_file_still_answers() {
    let path = root("tests/golden/kb/format-1.kb").to_string_lossy().into_owned();
    assert_eq!(magdit(&["check", "voorbeeldquiz", "--kb", &path, "--allow-unsigned", "--account", "school"]).code, 0);
    assert_eq!(magdit(&["info", &path]).code, 0);
}

#[test]
fn an_empty_folder_of_records_exits_with_5() {
    let dir = folder("empty-data");
    let data = dir.to_string_lossy().into_owned();
    let run = magdit(&["lint", &data]);
    run.refuses(5, &["mistake"]);
    assert!(run.out.contains("[empty-folder]"), "{run:?}");
    let output = dir.join("magdit.kb");
    let run = magdit(&["build", &data, "-o", &output.to_string_lossy()]);
    run.refuses(5, &["mistake"]);
    assert!(!output.exists(), "nothing is written of records with mistakes");
    magdit(&["lint", &dir.join("no-such-folder").to_string_lossy()]).refuses(5, &["mistake"]);
}

#[test]
fn a_record_with_three_mistakes_reports_all_three_at_once() {
    let dir = folder("three-mistakes");
    copy(&root("tests/bad-data/_base"), &dir);
    let record = dir.join("tools/voorbeeldquiz.toml");
    let text = fs::read_to_string(&record).expect("the record");
    let wrong = text.replace("kind = \"quiz\"", "kind = \"quizz\"").replace("value = 13", "value = 200").replacen(
        "source = \"voorbeeld-terms\"",
        "source = \"voorbeeld-term\"",
        1,
    );
    fs::write(&record, wrong).expect("the record can be written");
    let data = dir.to_string_lossy().into_owned();
    let run = magdit(&["lint", &data]);
    run.refuses(5, &["3 mistakes"]);
    let lines: Vec<&str> = run.out.lines().filter(|line| line.contains("voorbeeldquiz.toml:")).collect();
    assert_eq!(lines.len(), 3, "{run:?}");
    for check in ["[unknown-word]", "[out-of-range]", "[missing-source]"] {
        assert!(lines.iter().any(|line| line.contains(check)), "{check}: {run:?}");
    }
    for line in lines {
        assert!(line.contains("found ") && line.contains("expected "), "{line}");
    }
}

#[test]
fn building_twice_gives_the_same_file_and_it_answers() {
    let dir = folder("build");
    let (one, two) = (dir.join("one.kb"), dir.join("two.kb"));
    for path in [&one, &two] {
        let run = magdit(&["build", "tests/bad-data/_base", "-o", &path.to_string_lossy()]);
        assert_eq!(run.code, 0, "{run:?}");
    }
    assert_eq!(fs::read(&one).expect("built"), fs::read(&two).expect("built"));
    let run = magdit(&["tool", "voorbeeldquiz", "--kb", &one.to_string_lossy(), "--allow-unsigned"]);
    assert_eq!(run.code, 0, "{run:?}");
    let nowhere = dir.join("no/such/folder/magdit.kb");
    magdit(&["build", "tests/bad-data/_base", "-o", &nowhere.to_string_lossy()]).refuses(1, &["magdit.kb"]);
}

#[test]
fn the_records_of_the_repository_pass_lint() {
    let run = magdit(&["lint", "data"]);
    assert_eq!(run.code, 0, "{run:?}");
}
