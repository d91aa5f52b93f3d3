//! Every key that a record needs is there.

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// A fact without its source or date cannot be traced, a tool without its
/// kind cannot be judged.
pub(super) const CHECK: Check = Check::while_reading("missing-key", "every key that a record needs is there");

pub(crate) fn report(problems: &Problems, place: Place, what: &str, key: &str) {
    problems.add(
        &CHECK,
        place,
        format!("{what} without `{key}`"),
        format!("`{key}`"),
        "add it; CONTRIBUTING.md shows how",
    );
}
