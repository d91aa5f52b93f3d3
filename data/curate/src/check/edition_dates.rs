//! The dates of the knowledge base follow each other.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;

/// Users are told that an edition is due for review, and later that it has
/// expired; in another order the warnings would come too late or at once.
pub(super) const CHECK: Check =
    Check::error("edition-dates", "the edition is issued, then due for review, then expires", run);

fn run(records: &Records, problems: &Problems) {
    let Some(release) = &records.release else {
        return;
    };
    let steps = [
        ("issued", release.issued, "review_by", release.review_by),
        ("review_by", release.review_by, "expires", release.expires),
    ];
    for (earlier_key, earlier, later_key, later) in steps {
        if let (Some(earlier), Some(later)) = (earlier, later)
            && later.value <= earlier.value
        {
            problems.add(
                &CHECK,
                later.place,
                format!("`{later_key}` on {}", later.value),
                format!("a day after `{earlier_key}`, {}", earlier.value),
                "correct one of the dates",
            );
        }
    }
}
