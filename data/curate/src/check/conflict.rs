//! One key has one value on one day.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{FactRecord, Records, merged_facts};

/// The text that applies closest to the Netherlands counts, and of those the
/// latest; of two with one jurisdiction and one date, neither is better. A
/// silent choice between them would decide answers by chance.
pub(super) const CHECK: Check = Check::error("conflict", "one key has one value on one day", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        for edition in &tool.editions {
            look_at(&merged_facts(records, tool, edition), records, problems);
        }
    }
}

fn look_at(facts: &[&FactRecord], records: &Records, problems: &Problems) {
    let mut seen = BTreeMap::new();
    for fact in facts {
        let (Some(key), Some(known)) = (fact.key, fact.known()) else {
            continue;
        };
        let (Some(value), Some(from)) = (&known.value, known.in_force_from(records)) else {
            continue;
        };
        let slot = (key.value, fact.route_list(), known.jurisdiction(records), from);
        let first = *seen.entry(slot).or_insert(&value.value);
        if *first != value.value {
            problems.add(
                &CHECK,
                fact.place,
                format!("`{}` is {} here and {first} in another fact, both from {from}", key.value, value.value),
                "one value",
                "find out which is right, or record `unknown = \"conflicting\"`",
            );
        }
    }
}
