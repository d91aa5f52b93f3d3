//! Names in braces are names that answers can fill in.

use crate::check::Check;
use crate::files::At;
use crate::nearest::did_you_mean;
use crate::placeholders;
use crate::problems::Problems;
use crate::record::Records;

/// A misspelt name would reach users as `{tol}`.
pub(super) const CHECK: Check =
    Check::error("placeholder", "a name in braces is one that answers can fill in", run);

fn run(records: &Records, problems: &Problems) {
    for (key, text) in records.texts.iter().flat_map(|file| &file.texts) {
        look_at(key, &text.teacher, problems);
        text.parent.iter().for_each(|parent| look_at(key, parent, problems));
    }
}

fn look_at(key: &str, text: &At<String>, problems: &Problems) {
    let names = match placeholders::names(&text.value) {
        Ok(names) => names,
        Err(piece) => {
            let shown: String = piece.chars().take(20).collect();
            problems.add(&CHECK, text.place, format!("a loose brace at `{shown}`"), "names as in `{tool}`", "close it");
            return;
        }
    };
    let allowed = placeholders::allowed(key);
    for name in names.into_iter().filter(|name| !allowed.contains(name)) {
        problems.add(
            &CHECK,
            text.place,
            format!("`{{{name}}}`"),
            format!("one of {}", allowed.join(", ")),
            did_you_mean(name, allowed.iter().copied(), "use one of these, or say it without a name"),
        );
    }
}
