//! A route has one list that it stands in.

use magdit::Route;

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{FactRecord, FactState, Records, merged_facts};

/// A fact for a route goes before a fact for all routes. Of two lists that
/// both name the route, neither goes first.
pub(super) const CHECK: Check =
    Check::error("overlapping-routes", "facts under one key name a route in one list of routes", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        for edition in &tool.editions {
            let facts = merged_facts(records, tool, edition);
            for (index, fact) in facts.iter().enumerate() {
                look_at(fact, facts.get(..index).unwrap_or_default(), problems);
            }
        }
    }
}

fn look_at(fact: &FactRecord, earlier: &[&FactRecord], problems: &Problems) {
    let (Some(key), routes) = (fact.key, fact.route_list()) else {
        return;
    };
    let under_key = |other: &&&FactRecord| other.key.is_some_and(|its| its.value == key.value);
    for other in earlier.iter().filter(under_key) {
        let theirs = other.route_list();
        let shared: Option<&Route> = routes.iter().find(|route| theirs.contains(route));
        if let Some(route) = shared.filter(|_| theirs != routes && !same_value(fact, other)) {
            problems.add(
                &CHECK,
                fact.place,
                format!("`{}` for `{route}`, which another fact names in another list of routes", key.value),
                "the same list of routes, or lists without a route in common",
                "split the lists",
            );
            return;
        }
    }
}

/// True where it makes no difference which of the two counts.
fn same_value(fact: &FactRecord, other: &FactRecord) -> bool {
    match (&fact.state, &other.state) {
        (Some(FactState::Known(one)), Some(FactState::Known(two))) => match (&one.value, &two.value) {
            (Some(one), Some(two)) => one.value == two.value,
            _ => true,
        },
        _ => false,
    }
}
