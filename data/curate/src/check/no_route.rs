//! An edition says how it can be used.

use magdit::Route;

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{Records, StatusRecord, merged_facts};

/// Answers are looked for along the account routes. Without a single fact
/// about them the answer can only be to ask the school. A tool that is gone
/// needs none: its answer does not depend on them.
pub(super) const CHECK: Check = Check::warning("no-route", "an edition says something about an account route", run);

fn run(records: &Records, problems: &Problems) {
    for tool in records.tools.iter().filter(|tool| matches!(tool.status, Some(StatusRecord::Active))) {
        for edition in &tool.editions {
            let is_route = |key| Route::ALL.iter().any(|route| route.fact_key() == Some(key));
            let facts = merged_facts(records, tool, edition);
            if !facts.iter().filter_map(|fact| fact.key).any(|key| is_route(key.value)) {
                problems.add(
                    &CHECK,
                    edition.place,
                    format!("the edition `{}` without a fact about an account route", edition.id()),
                    "a fact on no_account, school_sso, school_managed, parent_account or private_account",
                    "look for one; not found is `unknown`, with what you searched",
                );
            }
        }
    }
}
