//! What curators record beside facts, and what they count.

use std::fs;

use magdit_tests::{TODAY, copy, root};

use crate::command::{folder, magdit};

/// Sound records in which the supplier cites a source and disputes an age.
fn disputed(name: &str) -> String {
    let dir = folder(name);
    for room in ["conditions", "parameters", "sources", "texts"] {
        copy(&root("data").join(room), &dir.join(room));
    }
    for room in ["sources", "suppliers", "tools"] {
        copy(&root("tests/bad-data/_base").join(room), &dir.join(room));
    }
    fs::copy(root("data/edition.toml"), dir.join("edition.toml")).expect("the edition can be copied");
    let change = |path: &str, from: &str, to: &str| {
        let file = dir.join(path);
        let text = fs::read_to_string(&file).expect("the record");
        assert!(text.contains(from), "{path}");
        fs::write(file, text.replacen(from, to, 1)).expect("the record can be written");
    };
    let cited = "source = \"voorbeeld-terms\"\nplace = \"Wie wij zijn\"\nchecked_on = 2026-11-20\n";
    let name = "name = \"Voorbeeld Media B.V.\"\n";
    change("suppliers/voorbeeld-media.toml", name, &format!("{name}{cited}"));
    let status = "state = \"active\"\n";
    change("tools/voorbeeldquiz.toml", status, &format!("{status}{cited}"));
    let place = "place = \"4 Wie mag meedoen\"\nchecked_on = 2026-11-21\n";
    let correction = "correction = { by = \"Voorbeeld Media\", value = 6, source = \"voorbeeld-terms\", \
                      place = \"Brief\", checked_on = 2026-11-21 }\n";
    change("tools/voorbeeldquiz.toml", place, &format!("{place}{correction}"));
    let file = dir.join("magdit.kb").to_string_lossy().into_owned();
    let run = magdit(&["build", &dir.to_string_lossy(), "-o", &file]);
    assert_eq!(run.code, 0, "{run:?}");
    file
}

#[test]
fn a_correction_is_shown_beside_its_fact_and_does_not_decide() {
    let file = disputed("correction");
    let shown = magdit(&["tool", "voorbeeldquiz", "--kb", &file, "--allow-unsigned", "--lang", "en"]);
    assert!(shown.out.contains("Voorbeeld Media says: 6."), "{shown:?}");
    let ask = ["check", "voorbeeldquiz", "--role", "pupil", "--age", "11", "--account", "private", "--json"];
    let ask = |more: &[&str]| magdit(&[&ask[..], &["--as-of", TODAY, "--today", TODAY], more].concat());
    let answer = ask(&["--kb", &file, "--allow-unsigned"]).json();
    let reasons = answer["reasons"].as_array().expect("a list");
    let facts: Vec<_> = reasons.iter().filter_map(|reason| reason["facts"].as_array()).flatten().collect();
    let age = facts.iter().find(|fact| fact["key"] == "minimum_age").expect("the age is a reason");
    assert_eq!((&age["value"], &age["correction"]["value"]), (&13.into(), &6.into()), "{age}");
    assert_eq!(answer["outcome"], "not_allowed", "{answer}");
    let told = magdit(&[
        "check",
        "voorbeeldquiz",
        "--role",
        "pupil",
        "--age",
        "11",
        "--account",
        "private",
        "--kb",
        &file,
        "--allow-unsigned",
    ]);
    assert!(told.out.contains("Voorbeeld Media zegt: 6."), "{told:?}");
}

#[test]
fn a_supplier_and_a_status_say_where_they_were_read() {
    let file = disputed("cited");
    let run = magdit(&["tool", "voorbeeldquiz", "--kb", &file, "--allow-unsigned", "--lang", "en"]);
    assert_eq!(run.out.matches("voorbeeld-terms, Wie wij zijn, checked on 20 November 2026").count(), 2, "{run:?}");
    assert!(run.out.contains("Still exists."), "{run:?}");
    let shown = magdit(&["tool", "voorbeeldquiz", "--kb", &file, "--allow-unsigned", "--json"]).json();
    for cited in ["supplier_cited", "status_cited"] {
        assert_eq!(shown[cited]["source"], "voorbeeld-terms", "{cited}");
    }
    assert!(shown["sources"].as_array().is_some_and(|sources| !sources.is_empty()));
}

#[test]
fn coverage_is_counted_over_a_folder_of_records() {
    let run = magdit(&["info", "--coverage", "tests/bad-data/_base", "--json"]);
    assert_eq!(run.code, 0, "{run:?}");
    let counted = run.json();
    assert_eq!((&counted["tools"], &counted["grid"][0]["role"]), (&2.into(), &"teacher".into()));
    assert_eq!(counted["keys"].as_array().map(Vec::len), Some(magdit::FactKey::ALL.len()));
    let run = magdit(&["info", "--coverage", "tests/bad-data/_base"]);
    assert!(run.out.contains("| `minimum_age` | 1 |"), "{run:?}");
    magdit(&["info", "--coverage", "no/such/folder"]).refuses(5, &["mistake"]);
}

#[test]
fn a_list_is_written_and_read_back_as_drafts() {
    let dir = folder("lists");
    let path = |name: &str| dir.join(name).to_string_lossy().into_owned();
    let (csv, xlsx, data) = (path("tools.csv"), path("tools.xlsx"), path("data"));
    let run = magdit(&["export", "--csv", &csv, "--xlsx", &xlsx]);
    assert_eq!(run.code, 0, "{run:?}");
    let list = fs::read_to_string(&csv).expect("the list");
    assert!(list.starts_with("Applicatie,Toepassing,") && list.lines().count() > 600, "{run:?}");
    let tried = magdit(&["import", &xlsx, "--dry-run", "-o", &data, "--json"]);
    assert_eq!(tried.json()["written"].as_array().map(Vec::len), Some(0), "{tried:?}");
    assert!(!dir.join("data").exists(), "nothing is written in a dry run");
    let run = magdit(&["import", &csv, "-o", &data]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(dir.join("data/tools/kahoot.toml").is_file());
    let recorded = magdit(&["import", &csv, "--json", "--dry-run"]).json();
    assert_eq!(recorded["drafts"].as_array().map(Vec::len), Some(0), "every tool of the list has a record");
    fs::write(dir.join("other.csv"), "Naam\nKahoot\n").expect("a file can be written");
    magdit(&["import", &path("other.csv")]).refuses(2, &["other.csv", "Applicatie"]);
    magdit(&["import", &path("no-such.csv")]).refuses(1, &["no-such.csv"]);
    magdit(&["export"]).refuses(2, &["--csv"]);
    magdit(&["export", "--csv", &path("no/such/folder.csv")]).refuses(1, &["folder.csv"]);
}

#[test]
fn refresh_needs_a_clone_and_writes_nothing_unasked() {
    magdit(&["refresh"]).refuses(2, &["--archive"]);
    magdit(&["refresh", "--archive", "no/such/clone"]).refuses(1, &["give a clone"]);
    let dir = folder("refresh");
    fs::create_dir_all(&dir).expect("a folder can be made");
    let clone = dir.to_string_lossy().into_owned();
    let git = |arguments: &[&str]| {
        let output = std::process::Command::new("git")
            .args(["-C", &clone, "-c", "user.name=test", "-c", "user.email=test@example.org"])
            .args(arguments)
            .output();
        assert!(output.expect("git runs").status.success(), "{arguments:?}");
    };
    git(&["init", "--quiet"]);
    git(&["commit", "--quiet", "--allow-empty", "--message", "Empty"]);
    let list = dir.join("worklist.md").to_string_lossy().into_owned();
    let ask = ["refresh", "--data", "tests/bad-data/_base", "--today", "2028-01-01", "--archive", &clone];
    let run = magdit(&[&ask[..], &["--worklist", &list, "--lang", "en"]].concat());
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("nothing was written; --write does"), "{run:?}");
    let list = fs::read_to_string(list).expect("the list");
    assert!(list.contains("Past its review date") && list.contains("`minimum_age` = 13"), "{list}");
    let found = magdit(&[&ask[..], &["--json"]].concat()).json();
    assert!(found["due"].as_array().is_some_and(|due| due.len() == 6), "{found}");
    magdit(&["refresh", "--archive", &clone, "--data", "no/such/folder"]).refuses(5, &["mistake"]);
}
