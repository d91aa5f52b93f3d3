//! A folder of records holds records only.

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// A record in a file with another ending, or one folder deeper, would not
/// be read, and nobody would notice.
pub(super) const CHECK: Check = Check::while_reading("stray-file", "a folder of records holds records only");

pub(crate) fn report(problems: &Problems, place: Place, room: &str) {
    let expected = match room {
        "texts" => "nl.toml and en.toml",
        _ => "files with names that end in .toml",
    };
    problems.add(&CHECK, place, format!("a file or folder that `{room}` does not read"), expected, "move or rename it");
}
