//! Nothing was read or published after the edition was issued.

use magdit::Date;

use crate::check::Check;
use crate::files::At;
use crate::problems::Problems;
use crate::record::{Records, citations, fact_lists};

/// The records have no clock: the day in `edition.toml` is their today, so
/// the same records give the same problems next year.
pub(super) const CHECK: Check =
    Check::error("future-date", "nothing was read or published after the edition was issued", run);

fn run(records: &Records, problems: &Problems) {
    let Some(issued) = records.issued() else {
        return;
    };
    for date in past_dates(records) {
        if date.value > issued {
            problems.add(
                &CHECK,
                date.place,
                date.value.to_string(),
                format!("a day up to {issued}, when this edition is issued"),
                "correct the date, or the date of issue in edition.toml",
            );
        }
    }
}

/// Every date that says when something was read or published.
fn past_dates(records: &Records) -> impl Iterator<Item = At<Date>> {
    let in_facts = fact_lists(records).flatten().flat_map(|fact| {
        let content_date = fact.known().and_then(|known| known.content_date);
        let of_correction = fact.correction.as_ref().and_then(|correction| correction.checked_on);
        fact.checked_on().into_iter().chain(content_date).chain(of_correction)
    });
    let in_sources =
        records.sources.iter().flat_map(|source| source.checked_on.into_iter().chain(source.content_date));
    let editions = records.tools.iter().flat_map(|tool| &tool.editions);
    let in_assessments = editions
        .flat_map(|edition| &edition.assessments)
        .flat_map(|assessment| assessment.date.into_iter().chain(assessment.checked_on));
    let values = records.parameters.iter().flat_map(|parameter| &parameter.values);
    let in_citations = citations(records).filter_map(|cited| cited.checked_on);
    let in_reviews = records.reviews.iter().filter_map(|review| review.checked_on);
    let in_readings = records.readings.iter().filter_map(|reading| reading.on);
    in_facts.chain(in_readings).chain(in_citations).chain(in_reviews).chain(in_sources).chain(in_assessments).chain(values.filter_map(|value| value.checked_on))
}
