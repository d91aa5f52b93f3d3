//! What is compiled fits into the file.

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// Readers refuse records and files above fixed limits, so that a damaged or
/// hostile file cannot use up memory; writing holds to the same limits.
pub(super) const CHECK: Check = Check::while_reading("file-limits", "every record fits into the knowledge-base file");

pub(crate) fn report(problems: &Problems, place: Place, refusal: &str) {
    let (found, remedy) = refusal.split_once("; ").unwrap_or((refusal, "shorten or split the record"));
    problems.add(&CHECK, place, format!("a record that cannot be written ({found})"), "records within the limits", remedy);
}
