//! A second reading counts for what was read, and for nothing else.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{DECIDING, ReadingRecord, Records, deciding_facts};

/// A fact that changed after somebody compared it with its source would count
/// as read twice, although nobody read what stands there now.
pub(super) const CHECK: Check =
    Check::error("unmatched-reading", "every entry of readings.toml is of a fact as it stands, once", run);

fn run(records: &Records, problems: &Problems) {
    let mut seen = std::collections::BTreeSet::new();
    let facts: Vec<_> = deciding_facts(records).collect();
    for reading in &records.readings {
        let Some(key) = reading.key else {
            continue;
        };
        let matched = facts.iter().position(|(tool, edition, fact)| reading.is_of(tool, *edition, fact));
        let (found, remedy) = match matched {
            Some(fact) if seen.insert(fact) => continue,
            Some(_) => ("a second entry for the same fact".to_owned(), "keep the later one"),
            None if !DECIDING.contains(&key.value) => {
                (format!("a reading of `{}`", key.value), "remove it; only facts that decide are counted")
            }
            None => (missing(records, reading, key.value.as_str()), "read the fact again, or remove the entry"),
        };
        problems.add(
            &CHECK,
            reading.place,
            found,
            "one entry with the edition, key, routes, value, source and place of a known fact",
            remedy,
        );
    }
}

/// What is wrong with an entry that fits no fact.
fn missing(records: &Records, reading: &ReadingRecord, key: &str) -> String {
    let of_slot = deciding_facts(records).any(|(tool, edition, fact)| {
        tool.id() == reading.tool.value
            && edition == reading.edition.as_deref()
            && fact.key.is_some_and(|its| its.value.as_str() == key)
    });
    let tool = &reading.tool.value;
    let edition = reading.edition.as_deref().map_or_else(String::new, |edition| format!(" in `{edition}`"));
    if of_slot {
        format!("a reading of `{key}` of `{tool}`{edition} as it no longer stands")
    } else {
        format!("a reading of `{key}` of `{tool}`{edition}, which is not known")
    }
}
