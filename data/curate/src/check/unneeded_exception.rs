//! Every exception is still needed.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;

/// An exception that no longer excuses anything would hide the next problem
/// of its kind.
pub(super) const CHECK: Check = Check::while_reading("unneeded-exception", "every exception is still needed");

/// Drops the problems that exceptions accept, and reports the exceptions
/// that accept none.
pub(crate) fn apply(records: &Records, problems: &Problems) {
    for exception in &records.exceptions {
        let (Some(check), Some(path)) = (exception.check, &exception.path) else {
            continue;
        };
        let file = records.files.iter().position(|file| file.path == path.value);
        if file.is_some_and(|file| problems.suppress(check.value, file)) {
            continue;
        }
        problems.add(
            &CHECK,
            exception.place,
            format!("an exception to `{}` for {}, which has no such problem", check.value, path.value),
            "exceptions that are needed, for files named as in `tools/voorbeeld.toml`",
            "remove it",
        );
    }
}
