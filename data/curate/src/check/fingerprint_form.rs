//! A fingerprint is one that a command wrote.

use crate::check::Check;
use crate::files::At;
use crate::fingerprint;
use crate::problems::Problems;
use crate::record::{Records, fact_lists};

/// Fingerprints are never typed: one that fits no sentence reports a change
/// that is none, for ever.
pub(super) const CHECK: Check =
    Check::error("fingerprint-form", "a fingerprint has the form that `magdit refresh --write` gives it", run);

fn run(records: &Records, problems: &Problems) {
    let known = fact_lists(records).flatten().filter_map(|fact| fact.known());
    known.filter_map(|known| known.fingerprint.as_ref()).for_each(|found| look_at(found, problems));
    let editions = records.tools.iter().flat_map(|tool| &tool.editions);
    let assessments = editions.flat_map(|edition| &edition.assessments);
    assessments.filter_map(|assessment| assessment.fingerprint.as_ref()).for_each(|found| look_at(found, problems));
}

fn look_at(found: &At<String>, problems: &Problems) {
    if !fingerprint::is_list(&found.value) {
        problems.add(
            &CHECK,
            found.place,
            format!("`{}`", found.value),
            "16 digits and letters from a to f, once or more with blanks between",
            "remove it and run `magdit refresh --write`",
        );
    }
}
