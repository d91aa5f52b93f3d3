//! Nothing is issued that was already due to be read again.

use magdit::Date;

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;
use crate::record::{Records, fact_lists};

/// Such a value counts as outdated from the first day: answers fall back to
/// asking the school.
pub(super) const CHECK: Check =
    Check::warning("expired-review", "no value is due to be read again on the day of issue", run);

fn run(records: &Records, problems: &Problems) {
    let Some(issued) = records.issued() else {
        return;
    };
    for fact in fact_lists(records).flatten() {
        if let (Some(known), Some(key)) = (fact.known(), fact.key) {
            let place = known.review_by.or(known.checked_on).map_or(fact.place, |date| date.place);
            compare(known.review_by(key.value), issued, place, problems);
        }
    }
    let editions = records.tools.iter().flat_map(|tool| &tool.editions);
    for assessment in editions.flat_map(|edition| &edition.assessments) {
        if let Some(date) = assessment.review_by.or(assessment.checked_on) {
            compare(assessment.review_by(), issued, date.place, problems);
        }
    }
}

fn compare(review_by: Option<Date>, issued: Date, place: Place, problems: &Problems) {
    if let Some(review_by) = review_by.filter(|&date| date < issued) {
        problems.add(
            &CHECK,
            place,
            format!("due to be read again by {review_by}"),
            format!("a day from {issued} on, when this edition is issued"),
            "read the source again and set `checked_on`",
        );
    }
}
