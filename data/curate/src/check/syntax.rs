//! A file is TOML.

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// Nothing can be said about the rest of a file that cannot be taken apart,
/// so this is the only check that hides others, and only those of its file.
pub(super) const CHECK: Check = Check::while_reading("syntax", "a file is TOML");

/// Longest piece of the file that is repeated in the message.
const MAX_SHOWN: usize = 40;

pub(crate) fn report(problems: &Problems, place: Place, found: &str, message: &str) {
    let shown: String = found.lines().next().unwrap_or_default().chars().take(MAX_SHOWN).collect();
    let found = if shown.trim().is_empty() { "text that is not TOML".to_owned() } else { format!("`{shown}`") };
    problems.add(
        &CHECK,
        place,
        found,
        format!("TOML ({message})"),
        "put this right first: nothing else in this file was looked at",
    );
}
