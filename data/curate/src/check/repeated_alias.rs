//! A further name stands once.

use std::collections::BTreeSet;

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;

/// One name in two lists leaves open whether it is an alias or what the tool
/// was called before.
pub(super) const CHECK: Check = Check::error("repeated-alias", "a further name of a tool stands once", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        let mut seen = BTreeSet::new();
        for (_, other) in &tool.other_names {
            if !seen.insert(other.value.to_lowercase()) {
                problems.add(
                    &CHECK,
                    other.place,
                    format!("`{}` for the second time among the further names", other.value),
                    "each name once, in one list",
                    "remove it, or keep it in the other list",
                );
            }
        }
    }
}
