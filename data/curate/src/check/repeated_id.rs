//! An id stands for one thing.

use std::collections::BTreeSet;

use crate::check::Check;
use crate::files::At;
use crate::problems::Problems;
use crate::record::Records;

/// File names keep ids of tools, suppliers and sources apart; editions of a
/// tool, conditions and parameters share files, or could.
pub(super) const CHECK: Check =
    Check::error("repeated-id", "an edition, condition or parameter has an id of its own", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        look_at("editions", tool.editions.iter().filter_map(|edition| edition.id.clone()), problems);
    }
    look_at("conditions", records.conditions.iter().filter_map(|condition| condition.id.clone()), problems);
    let parameters = records.parameters.iter().filter_map(|parameter| parameter.id);
    look_at("parameters", parameters.map(|id| id.map(|id| id.as_str().to_owned())), problems);
}

fn look_at(what: &str, ids: impl Iterator<Item = At<String>>, problems: &Problems) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id.value.clone()) {
            problems.add(
                &CHECK,
                id.place,
                format!("`{}` for the second time among the {what}", id.value),
                "an id of its own",
                "choose another id, or join the two",
            );
        }
    }
}
