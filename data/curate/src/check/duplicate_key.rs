//! A key stands once in its table.

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// Of two values under one key nobody knows which was meant.
pub(super) const CHECK: Check = Check::while_reading("duplicate-key", "a key stands once in its table");

pub(crate) fn report(problems: &Problems, place: Place, key: &str) {
    problems.add(&CHECK, place, format!("`{key}` for the second time"), "each key once", "keep the right one");
}
