//! What was reviewed has a record.

use crate::check::Check;
use crate::nearest::did_you_mean;
use crate::problems::Problems;
use crate::record::Records;

/// A review of a tool that was renamed or never recorded would count as work
/// done.
pub(super) const CHECK: Check = Check::error("unknown-review", "every tool in reviewed.toml has a record", run);

fn run(records: &Records, problems: &Problems) {
    for review in &records.reviews {
        if !records.has_file("tools", &review.tool.value) {
            problems.add(
                &CHECK,
                review.tool.place,
                format!("a review of `{}`", review.tool.value),
                "the id of a file in tools/",
                did_you_mean(&review.tool.value, records.ids("tools"), "remove it, or add the record"),
            );
        }
    }
}
