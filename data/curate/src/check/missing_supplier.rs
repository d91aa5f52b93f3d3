//! Every tool's supplier has a record.

use crate::check::Check;
use crate::nearest::did_you_mean;
use crate::problems::Problems;
use crate::record::Records;

/// The supplier's facts, such as its country, are part of the tool's answer.
pub(super) const CHECK: Check = Check::error("missing-supplier", "every tool's supplier has a record", run);

fn run(records: &Records, problems: &Problems) {
    for supplier in records.tools.iter().filter_map(|tool| tool.supplier.as_ref()) {
        if !records.has_file("suppliers", &supplier.value) {
            problems.add(
                &CHECK,
                supplier.place,
                format!("the supplier `{}`", supplier.value),
                "the id of a file in suppliers/",
                did_you_mean(&supplier.value, records.ids("suppliers"), "add a record of the supplier"),
            );
        }
    }
}
