//! Every key is one that the record format knows.

use crate::check::Check;
use crate::files::Place;
use crate::nearest::did_you_mean;
use crate::problems::Problems;

/// A misspelt key would otherwise be a fact that silently is not there.
pub(super) const CHECK: Check = Check::while_reading("unknown-key", "every key is one that the record format knows");

pub(crate) fn report(problems: &Problems, place: Place, what: &str, key: &str, known: &[&'static str]) {
    let mut known: Vec<&str> = known.to_vec();
    known.sort_unstable();
    known.dedup();
    problems.add(
        &CHECK,
        place,
        format!("`{key}` in {what}"),
        format!("one of {}", known.join(", ")),
        did_you_mean(key, known, "remove it, or see CONTRIBUTING.md for what belongs here"),
    );
}
