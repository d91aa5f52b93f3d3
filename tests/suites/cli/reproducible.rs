//! Equal records give equal bytes, wherever and whenever they are compiled.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use magdit_tests::root;

use crate::command::{binary, folder};

/// Copies a folder, the last file first, so that the folder lists its files in
/// another order.
fn copy_backwards(from: &Path, to: &Path) -> usize {
    fs::create_dir_all(to).expect("a folder can be made");
    let entries = fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    let copy = |path: &Path| {
        let name = path.file_name().expect("a name");
        if path.is_dir() {
            return copy_backwards(path, &to.join(name));
        }
        fs::copy(path, to.join(name)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        1
    };
    paths.iter().rev().map(|path| copy(path)).sum()
}

#[test]
fn compiling_in_other_places_times_and_languages_gives_the_same_bytes() {
    let scratch = folder("reproducible");
    let elsewhere = scratch.join("een andere map").join("données");
    let copied = copy_backwards(&root("data"), &elsewhere);
    assert!(copied > 100, "{copied} files");
    let here = root("data").canonicalize().expect("the records");
    let scenes = [
        (elsewhere, scratch.clone(), "Pacific/Kiritimati", "tr_TR.UTF-8"),
        (here, root("tests"), "America/Anchorage", "nl_NL.UTF-8"),
    ];
    let mut made = BTreeSet::new();
    for (number, (records, cwd, zone, language)) in scenes.iter().enumerate() {
        let output = scratch.join(format!("{number}.kb"));
        let run = Command::new(binary())
            .arg("build")
            .arg(records)
            .arg("--output")
            .arg(&output)
            .current_dir(cwd)
            .env_clear()
            .envs([("TZ", *zone), ("LANG", *language), ("LC_ALL", *language), ("SOURCE_DATE_EPOCH", "7")])
            .output()
            .expect("the command runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        made.insert(fs::read(&output).expect("it was made"));
    }
    assert_eq!(made.len(), 1, "different bytes from equal records");
    assert!(made.contains(magdit_data::KNOWLEDGE_BASE), "other bytes than the library carries");
    println!("{} builds of {copied} files, and the one inside the library: one content", scenes.len());
}
