//! The tables of `data/README.md` are what the records say.
//!
//! `MAGDIT_UPDATE=1 cargo test -p magdit-curate --test coverage` writes them.

use std::fs;
use std::path::{Path, PathBuf};

use magdit_curate::{CELLS, Coverage, coverage};

const BEGIN: &str = "<!-- coverage -->\n";
const END: &str = "<!-- end of coverage -->\n";

fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(below)
}

#[test]
fn the_readme_says_what_the_records_say() {
    let found = coverage(&path("data")).unwrap_or_else(|report| panic!("{report}"));
    hold_together(&found);
    let file = path("data/README.md");
    let readme = fs::read_to_string(&file).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("the first mark stands in data/README.md");
    let (written, after) = rest.split_once(END).expect("the second mark stands in data/README.md");
    let expected = format!("\n{found}\n");
    if std::env::var_os("MAGDIT_UPDATE").is_some() {
        fs::write(&file, format!("{before}{BEGIN}{expected}{END}{after}")).unwrap();
    } else {
        let difference = written.lines().zip(expected.lines()).find(|(one, other)| one != other);
        assert!(written == expected, "data/README.md is not what the records say: {difference:?}; see this file");
    }
}

/// The counts agree with each other.
fn hold_together(found: &Coverage) {
    for key in &found.keys {
        assert_eq!(key.known + key.unknown + key.not_applicable + key.absent, found.editions, "{}", key.key);
        assert_eq!(key.oldest_check.is_none(), key.known + key.unknown == 0, "{}", key.key);
    }
    assert_eq!(found.usage.iter().map(|usage| usage.tools).sum::<usize>(), found.tools);
    for usage in &found.usage {
        assert_eq!(usage.name_only + usage.some_facts + usage.deciding_facts, usage.tools);
    }
    let suppliers = found.suppliers;
    assert_eq!(suppliers.read + suppliers.not_found + suppliers.not_looked_up, found.tools);
    for row in &found.readings {
        assert_eq!(row.twice + row.not_reopened + row.once, row.facts, "{}", row.usage);
    }
    assert_eq!(found.grid.len(), CELLS.len());
    assert!(found.grid.iter().all(|cell| cell.tools() == found.tools));
    assert!(found.most_used.iter().all(|asked| asked.outcomes.len() == CELLS.len()));
    println!("{} keys, {} tools, {} of them asked for in full", found.keys.len(), found.tools, found.most_used.len());
}

#[test]
fn the_sound_records_are_counted_one_by_one() {
    let found = coverage(&path("tests/bad-data/_base")).unwrap_or_else(|report| panic!("{report}"));
    hold_together(&found);
    assert_eq!((found.tools, found.editions), (2, 2));
    let key = |name: &str| found.keys.iter().find(|key| key.key.as_str() == name).unwrap();
    let counted = |name: &str| (key(name).known, key(name).unknown, key(name).not_applicable, key(name).absent);
    assert_eq!(counted("school_sso"), (1, 0, 0, 1));
    assert_eq!(counted("hosting"), (0, 1, 0, 1));
    assert_eq!(counted("parent_account"), (0, 0, 1, 1));
    assert_eq!(counted("home_country"), (2, 0, 0, 0));
    assert_eq!(counted("recording"), (0, 0, 0, 2));
    let asked: Vec<&str> = found.most_used.iter().map(|asked| asked.id.as_str()).collect();
    assert_eq!(asked, ["voorbeeldquiz"]);
    let outcomes: Vec<&str> = found.most_used[0].outcomes.iter().map(|outcome| outcome.as_str()).collect();
    assert_eq!(outcomes, ["ask_school"; 9]);
    assert!(!found.most_used[0].missing.is_empty());
    assert_eq!(found.most_used[0].shortfalls, []);
}

#[test]
fn records_with_mistakes_are_not_counted() {
    let report = coverage(Path::new("no/such/folder")).unwrap_err();
    assert!(!report.can_be_built());
}
