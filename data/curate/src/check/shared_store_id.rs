//! An id in a store belongs to one tool.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{Records, ToolRecord};

/// A link to an app in a store is answered for the tool with that id.
pub(super) const CHECK: Check =
    Check::error("shared-store-id", "an id in a store belongs to one tool", run).or_excused();

fn run(records: &Records, problems: &Problems) {
    let mut owners: BTreeMap<_, &ToolRecord> = BTreeMap::new();
    for tool in &records.tools {
        for entry in &tool.stores {
            if let Some(owner) = owners.insert((entry.store, entry.id.value.as_str()), tool) {
                problems.add(
                    &CHECK,
                    entry.id.place,
                    format!("`{}` in the store `{}`, also of `{}`", entry.id.value, entry.store, owner.id()),
                    "an id of one tool, once",
                    "keep it where it belongs",
                );
            }
        }
    }
}
