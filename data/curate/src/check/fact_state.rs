//! A fact is known, unknown or not applicable: exactly one of these.

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// "Not known, but probably 13" is not a fact.
pub(super) const CHECK: Check = Check::while_reading("fact-state", "a fact is known, unknown or not applicable");

pub(crate) fn report(problems: &Problems, place: Place, present: &[&str]) {
    let found = match present {
        [] => "a fact with none of value, unknown, not_applicable".to_owned(),
        several => format!("a fact with {}", several.join(" and ")),
    };
    problems.add(
        &CHECK,
        place,
        found,
        "exactly one of value, unknown, not_applicable",
        "keep what is true; a fact that nobody looked for is left out",
    );
}
