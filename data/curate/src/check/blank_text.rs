//! A text says something, and nothing stands around it.

use crate::check::Check;
use crate::files::Place;
use crate::problems::Problems;

/// An empty place or title cannot be traced; a space before or after a name
/// is invisible and makes another name of it.
pub(super) const CHECK: Check = Check::while_reading("blank-text", "a text is not empty and has no space around it");

pub(crate) fn report(problems: &Problems, place: Place, key: &str, text: &str) {
    if text.trim().is_empty() {
        problems.add(&CHECK, place, format!("nothing in `{key}`"), "a text", "fill it in, or leave the key out");
    } else if text.trim() != text {
        problems.add(
            &CHECK,
            place,
            format!("a space around the text of `{key}`"),
            "the text alone",
            "remove the space",
        );
    }
}
