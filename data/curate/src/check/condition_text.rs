//! Every condition has its sentences.

use std::collections::BTreeSet;

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;

/// Key under which the sentences of conditions stand.
const PREFIX: &str = "condition.";

/// The catalogue says what people must do; the texts say it to them. A text
/// for a condition that is not there is left over, or its id is misspelt.
pub(super) const CHECK: Check =
    Check::error("condition-text", "every condition has its text, and every such text its condition", run);

fn run(records: &Records, problems: &Problems) {
    let ids: BTreeSet<&str> =
        records.conditions.iter().filter_map(|condition| condition.id.as_ref()).map(|id| id.value.as_str()).collect();
    for file in &records.texts {
        for condition in &records.conditions {
            let Some(id) = &condition.id else {
                continue;
            };
            if !file.texts.contains_key(&format!("{PREFIX}{}", id.value)) {
                problems.add(
                    &CHECK,
                    id.place,
                    format!("the condition `{}` without a text in texts/{}.toml", id.value, file.language),
                    format!("a text under `{PREFIX}{}`", id.value),
                    "write it",
                );
            }
        }
        for (key, text) in &file.texts {
            let id = key.strip_prefix(PREFIX).map(|rest| rest.split('.').next().unwrap_or(rest));
            if let Some(id) = id.filter(|id| !ids.contains(id)) {
                problems.add(
                    &CHECK,
                    text.place,
                    format!("a text for the condition `{id}`"),
                    "the id of a condition in conditions/",
                    "correct the id, or remove the text",
                );
            }
        }
    }
}
