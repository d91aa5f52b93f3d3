//! A list that has to say something is not empty.

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// "Unknown, searched nowhere" is a guess, and a condition without a source
/// cannot be traced.
pub(super) const CHECK: Check = Check::while_reading("empty-list", "a list that has to say something is not empty");

pub(crate) fn report(problems: &Problems, place: Place, key: &str) {
    problems.add(&CHECK, place, format!("nothing in the list `{key}`"), "at least one", "add what belongs in it");
}
