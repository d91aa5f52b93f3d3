//! The folder holds records, and the edition they make.

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// An empty knowledge base would answer "not found" to everything, which
/// looks like an answer.
pub(super) const CHECK: Check = Check::while_reading("empty-folder", "the folder holds records and edition.toml");

pub(crate) fn report(problems: &Problems, place: Place, exists: bool) {
    let found = if exists { "a folder without records" } else { "no such folder" };
    problems.add(
        &CHECK,
        place,
        found,
        "a folder with tools/, suppliers/, sources/, conditions/, parameters/ and texts/",
        "name the folder that holds the records, such as `data`",
    );
}

pub(crate) fn report_missing_edition(problems: &Problems, place: Place) {
    problems.add(
        &CHECK,
        place,
        "no edition.toml",
        "a file with number, issued, review_by and expires",
        "add it: it says which edition of the knowledge base the records make",
    );
}
