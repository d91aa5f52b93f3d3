//! Two editions with two ages were read in two places.

use magdit::{FactKey, Value};

use crate::check::Check;
use crate::files::At;
use crate::problems::Problems;
use crate::record::{KnownRecord, Records, ToolRecord};

/// Where the same sentence gives two ages, one of them was meant for another
/// edition, or both were.
pub(super) const CHECK: Check =
    Check::warning("age-differs", "ages that differ between editions were read in different places", run);

const KEYS: [FactKey; 2] = [FactKey::MinimumAge, FactKey::ParentalPermissionAge];

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        for key in KEYS {
            look_at(&ages(tool, key), key, problems);
        }
    }
}

/// The ages of the editions, with the number of the edition.
fn ages(tool: &ToolRecord, key: FactKey) -> Vec<(usize, &KnownRecord, &At<Value>)> {
    let mut ages = Vec::new();
    for (number, edition) in tool.editions.iter().enumerate() {
        let of_key = edition.facts.iter().filter(|fact| fact.key.is_some_and(|its| its.value == key));
        let known = of_key.filter_map(|fact| fact.known());
        ages.extend(known.filter_map(|known| Some((number, known, known.value.as_ref()?))));
    }
    ages
}

fn look_at(ages: &[(usize, &KnownRecord, &At<Value>)], key: FactKey, problems: &Problems) {
    for (at, (number, known, age)) in ages.iter().enumerate() {
        let contradicts = |(other, before, other_age): &&(usize, &KnownRecord, &At<Value>)| {
            other != number && other_age.value != age.value && read_at(before) == read_at(known)
        };
        if let Some((_, _, other)) = ages[..at].iter().find(contradicts) {
            problems.add(
                &CHECK,
                age.place,
                format!("a `{key}` of {}, where another edition has {} from the same place", age.value, other.value),
                "a place that says which age is of which edition",
                "read again which edition the sentence is about, or name the places apart",
            );
        }
    }
}

fn read_at(known: &KnownRecord) -> (Option<&str>, Option<&str>) {
    (known.source.as_ref().map(|source| source.value.as_str()), known.heading.as_ref().map(|at| at.value.as_str()))
}
