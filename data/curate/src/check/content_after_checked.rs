//! What was read was there when it was read.

use magdit::Date;

use crate::check::Check;
use crate::files::At;
use crate::problems::Problems;
use crate::record::{Records, fact_lists};

/// Where the content is younger than the reading, the dates are swapped or
/// the text has changed since and must be read again.
pub(super) const CHECK: Check =
    Check::error("content-after-checked", "a text is not younger than the day it was read", run);

fn run(records: &Records, problems: &Problems) {
    for source in &records.sources {
        compare(source.content_date.map(|date| date.value), source.checked_on, problems);
    }
    for known in fact_lists(records).flatten().filter_map(|fact| fact.known()) {
        compare(known.content_date(records), known.checked_on, problems);
    }
    let editions = records.tools.iter().flat_map(|tool| &tool.editions);
    for assessment in editions.flat_map(|edition| &edition.assessments) {
        compare(assessment.date.map(|date| date.value), assessment.checked_on, problems);
    }
}

fn compare(content: Option<Date>, checked_on: Option<At<Date>>, problems: &Problems) {
    let (Some(content), Some(checked_on)) = (content, checked_on) else {
        return;
    };
    if content > checked_on.value {
        problems.add(
            &CHECK,
            checked_on.place,
            format!("read on {}, of a text dated {content}", checked_on.value),
            "a text that was there when it was read",
            "read it again, or correct the dates",
        );
    }
}
