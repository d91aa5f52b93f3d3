//! Every source is used.

use std::collections::BTreeSet;

use crate::check::{Check, missing_source};
use crate::problems::Problems;
use crate::record::Records;

/// A source that nothing points to is either left over or waiting for the
/// facts that were read in it.
pub(super) const CHECK: Check = Check::warning("unused-source", "every source is used", run);

fn run(records: &Records, problems: &Problems) {
    let by_records = missing_source::named_sources(records).map(|source| source.value.as_str());
    let by_rules = magdit::rules().into_iter().flat_map(|rule| rule.sources.iter().copied());
    let used: BTreeSet<&str> = by_records.chain(by_rules).collect();
    for id in records.sources.iter().filter_map(|source| source.id.as_ref()) {
        if !used.contains(id.value.as_str()) {
            problems.add(
                &CHECK,
                id.place,
                format!("the source `{}`, which nothing points to", id.value),
                "a source of at least one fact, condition, parameter or rule",
                "record what was read in it, or remove the file",
            );
        }
    }
}
