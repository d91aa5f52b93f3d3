//! A tool that goes on under another name leads to a record.

use crate::check::Check;
use crate::nearest::did_you_mean;
use crate::problems::Problems;
use crate::record::{Records, ToolRecord};

/// Who asks about the old name is sent to the new one; the way must end at a
/// tool that has a record, and must end.
pub(super) const CHECK: Check =
    Check::error("unknown-successor", "what a tool was renamed to or replaced by has a record", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        let Some(successor) = tool.status.as_ref().and_then(|status| status.successor()) else {
            continue;
        };
        if !records.has_file("tools", &successor.value) {
            problems.add(
                &CHECK,
                successor.place,
                format!("the tool `{}`", successor.value),
                "the id of a file in tools/",
                did_you_mean(&successor.value, records.ids("tools"), "add its record first"),
            );
        } else if leads_back(records, tool) {
            problems.add(
                &CHECK,
                successor.place,
                format!("`{}`, which leads back to `{}`", successor.value, tool.id()),
                "a tool that is still there, or one that leads to it",
                "correct the status of one of them",
            );
        }
    }
}

/// Follows the successors, at most as many as there are tools.
fn leads_back(records: &Records, tool: &ToolRecord) -> bool {
    let next = |tool: &ToolRecord| {
        let id = tool.status.as_ref()?.successor()?;
        records.tools.iter().find(|other| other.id() == id.value)
    };
    core::iter::successors(next(tool), |&tool| next(tool))
        .take(records.tools.len())
        .any(|other| other.id() == tool.id())
}
