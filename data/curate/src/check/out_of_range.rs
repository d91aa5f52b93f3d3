//! A number lies within the limits of its key.

use core::ops::RangeInclusive;

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// Supplier's ages end at 21; a higher number is a slip, or the age of
/// something else.
pub(super) const CHECK: Check = Check::while_reading("out-of-range", "a number lies within the limits of its key");

pub(crate) fn report(problems: &Problems, place: Place, key: &str, number: i128, limits: &RangeInclusive<u64>) {
    problems.add(
        &CHECK,
        place,
        format!("{number} for `{key}`"),
        format!("a number from {} to {}", limits.start(), limits.end()),
        "look it up again",
    );
}
