//! An archive that stood still for a year may have lost the page.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;

/// A text that did not change for so long is rare; an archive that no longer
/// reaches the page is not. Somebody compares the copy with the page itself.
pub(super) const CHECK: Check =
    Check::warning("stale-archive", "a copy in an archive changed within a year of its reading", run);

/// Months after which a copy counts as standing still.
const MONTHS: u16 = 12;

fn run(records: &Records, problems: &Problems) {
    for source in records.sources.iter().filter(|source| source.archive_url.is_some()) {
        let (Some(content), Some(checked_on)) = (source.content_date, source.checked_on) else {
            continue;
        };
        if content.value.add_months(MONTHS).is_some_and(|until| until < checked_on.value) {
            problems.add(
                &CHECK,
                content.place,
                format!("a copy of {}, read on {}", content.value, checked_on.value),
                format!("a copy that changed in the {MONTHS} months before it was read"),
                "compare it with the page itself; if they agree, add an exception that says on which day",
            );
        }
    }
}
