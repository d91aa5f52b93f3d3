//! A tool serves a purpose.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;

/// Alternatives are looked for among tools that serve the same purpose; a
/// tool without one is never suggested and never compared.
pub(super) const CHECK: Check = Check::error("no-purpose", "a tool serves at least one purpose", run);

fn run(records: &Records, problems: &Problems) {
    for purposes in records.tools.iter().filter_map(|tool| tool.purposes.as_ref()) {
        if purposes.value.is_empty() {
            problems.add(
                &CHECK,
                purposes.place,
                "no purposes",
                "at least one of show, practise, assess, communicate, create, publish, track, prepare",
                "add what schools use it for",
            );
        }
    }
}
