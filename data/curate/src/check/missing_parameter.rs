//! Every number that rules ask for is recorded.

use std::collections::BTreeSet;

use magdit::ParameterId;

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;
use crate::record::Records;

/// A rule that finds no number, such as the age of consent, cannot decide
/// and leaves every answer it touches to the school.
pub(super) const CHECK: Check =
    Check::warning("missing-parameter", "every dated number that rules ask for is recorded", run);

fn run(records: &Records, problems: &Problems) {
    let Some(release) = &records.release else {
        return;
    };
    let recorded: BTreeSet<ParameterId> =
        records.parameters.iter().filter_map(|parameter| parameter.id).map(|id| id.value).collect();
    for id in ParameterId::ALL.iter().filter(|id| !recorded.contains(id)) {
        if !records.has_file("parameters", id.as_str()) {
            problems.add(
                &CHECK,
                Place::start_of(release.file),
                format!("an edition without the parameter `{id}`"),
                format!("a file parameters/{id}.toml"),
                "add it, with the law or policy it comes from",
            );
        }
    }
}
