//! Every measure of an assessment is a condition of the catalogue.

use std::collections::BTreeSet;

use crate::check::Check;
use crate::nearest::did_you_mean;
use crate::problems::Problems;
use crate::record::Records;

/// A measure is shown to users as a condition, with its own text and source.
pub(super) const CHECK: Check =
    Check::error("unknown-measure", "every measure of an assessment is a condition of the catalogue", run);

fn run(records: &Records, problems: &Problems) {
    let known: BTreeSet<&str> =
        records.conditions.iter().filter_map(|condition| condition.id.as_ref()).map(|id| id.value.as_str()).collect();
    let editions = records.tools.iter().flat_map(|tool| &tool.editions);
    for measure in editions.flat_map(|edition| &edition.assessments).flat_map(|assessment| &assessment.measures) {
        if !known.contains(measure.value.as_str()) {
            problems.add(
                &CHECK,
                measure.place,
                format!("the measure `{}`", measure.value),
                "the id of a condition in conditions/",
                did_you_mean(&measure.value, known.iter().copied(), "add the condition, or leave the measure out"),
            );
        }
    }
}
