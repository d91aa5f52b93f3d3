//! A name leads to one tool.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::files::At;
use crate::names::folded;
use crate::problems::Problems;
use crate::record::{Records, ToolRecord};

/// Gemini is an AI and a crypto exchange; Canvas is not Canva. A name that
/// leads to two records gives no certain answer for either.
pub(super) const CHECK: Check = Check::error("shared-name", "a name leads to one tool", run).or_excused();

fn run(records: &Records, problems: &Problems) {
    let mut owners: BTreeMap<String, (&ToolRecord, &At<String>)> = BTreeMap::new();
    for tool in &records.tools {
        let of_editions = tool.editions.iter().filter_map(|edition| edition.name.as_ref());
        for name in tool.names().chain(of_editions) {
            let (owner, first) = *owners.entry(folded(&name.value)).or_insert((tool, name));
            if owner.file != tool.file {
                problems.add(
                    &CHECK,
                    name.place,
                    format!("`{}`, also `{}` of the tool `{}`", name.value, first.value, owner.id()),
                    "a name of this tool or one of its editions alone",
                    "add what tells them apart, such as the supplier, or keep it for the one people mean",
                );
            }
        }
    }
}
