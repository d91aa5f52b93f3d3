//! A file can be read as text.

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// TOML is UTF-8; other encodings show the wrong letters without a warning.
pub(super) const CHECK: Check = Check::while_reading("unreadable-file", "a file can be read as text");

pub(crate) fn report(problems: &Problems, place: Place, found: &str) {
    problems.add(&CHECK, place, found, "a readable UTF-8 text file", "save it again as UTF-8, or look at its rights");
}
