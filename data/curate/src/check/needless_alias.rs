//! A further name adds something to what search finds by itself.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::names::folded;
use crate::problems::Problems;
use crate::record::Records;

/// Search finds a name without regard to case, accents, spaces and
/// punctuation; spellings that differ by no more than that can be derived,
/// and a record does not repeat what can be derived.
pub(super) const CHECK: Check =
    Check::warning("needless-alias", "a further name differs by more than case, spaces and punctuation", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for name in tool.names() {
            let first = *seen.entry(folded(&name.value)).or_insert(&name.value);
            if first.to_lowercase() != name.value.to_lowercase() {
                problems.add(
                    &CHECK,
                    name.place,
                    format!("`{}`, which search takes for `{first}`", name.value),
                    "a name that differs by more than case, accents, spaces and punctuation",
                    "remove it",
                );
            }
        }
    }
}
