//! A key is not known and unknown at once.

use magdit::{Date, FactKey, Route, UnknownReason};

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{FactRecord, FactState, Records, merged_facts};

/// On one day somebody found a value or did not; and what does not apply has
/// no value at all. A text for another country may stand beside "found for
/// other countries only".
pub(super) const CHECK: Check = Check::error("known-and-unknown", "a key is not known and unknown on one day", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        for edition in &tool.editions {
            look_at(&merged_facts(records, tool, edition), records, problems);
        }
    }
}

fn look_at(facts: &[&FactRecord], records: &Records, problems: &Problems) {
    for fact in facts {
        let Some(key) = fact.key else {
            continue;
        };
        if matches!(&fact.state, Some(FactState::Unknown { reason: Some(reason), .. })
            if reason.value == UnknownReason::OtherCountryOnly)
        {
            continue;
        }
        let days = known_days(facts, key.value, &fact.route_list(), records);
        let found = match &fact.state {
            Some(FactState::Unknown { checked_on: Some(date), .. }) if days.contains(&date.value) => {
                format!("`{}` is unknown here and has a value in another fact, both from {}", key.value, date.value)
            }
            Some(FactState::NotApplicable) if !days.is_empty() => {
                format!("`{}` does not apply here and has a value in another fact", key.value)
            }
            _ => continue,
        };
        problems.add(&CHECK, fact.place, found, "one of them", "keep the one that is true");
    }
}

/// The days from which a key has a value, for one set of routes.
fn known_days(facts: &[&FactRecord], key: FactKey, routes: &[Route], records: &Records) -> Vec<Date> {
    let same = |fact: &&&FactRecord| fact.key.is_some_and(|its| its.value == key) && fact.route_list() == routes;
    facts.iter().filter(same).filter_map(|fact| fact.known()?.in_force_from(records)).collect()
}
