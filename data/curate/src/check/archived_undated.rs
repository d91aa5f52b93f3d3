//! The day of a copy is not the day of its content.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;

/// An archive goes on making commits to a text that has not changed for
/// years, and one that stopped following a page shows its last text for ever.
/// So a copy in an archive is recorded with the day its content last changed.
pub(super) const CHECK: Check =
    Check::warning("archived-undated", "a copy in an archive has the date of its content", run);

fn run(records: &Records, problems: &Problems) {
    for source in records.sources.iter().filter(|source| source.content_date.is_none()) {
        if let Some(address) = &source.archive_url {
            problems.add(
                &CHECK,
                address.place,
                "an archived copy without `content_date`",
                "the day of the last commit that changed the text",
                "look it up in the history of the copy; the day of the copy itself is not it",
            );
        }
    }
}
