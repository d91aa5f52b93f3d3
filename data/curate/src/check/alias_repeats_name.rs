//! A further name is not the name over again.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;

/// A record does not repeat what it already says.
pub(super) const CHECK: Check = Check::error("alias-repeats-name", "a further name is not the name itself", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        let Some(name) = &tool.name else {
            continue;
        };
        for (kind, other) in &tool.other_names {
            if other.value.to_lowercase() == name.value.to_lowercase() {
                problems.add(
                    &CHECK,
                    other.place,
                    format!("`{}` as {} of `{}`", other.value, kind.as_str().replace('_', " "), name.value),
                    "a name that is not the name itself",
                    "remove it",
                );
            }
        }
    }
}
