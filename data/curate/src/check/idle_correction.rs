//! A correction says something else than the fact.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{Records, fact_lists};

/// Once the fact is what the correction said, the correction has done its
/// work, and would be shown as if there were still a dispute.
pub(super) const CHECK: Check =
    Check::error("idle-correction", "a correction says something else than the fact it stands beside", run);

fn run(records: &Records, problems: &Problems) {
    for fact in fact_lists(records).flatten() {
        let Some(correction) = &fact.correction else {
            continue;
        };
        let recorded = fact.known().and_then(|known| known.value.as_ref());
        if let (Some(recorded), Some(said)) = (recorded, &correction.value)
            && recorded.value == said.value
        {
            problems.add(
                &CHECK,
                correction.place,
                format!("a correction to {}, which the fact says already", said.value),
                "a correction that nobody has worked in yet",
                "remove it; the fact keeps its own source",
            );
        }
    }
}
