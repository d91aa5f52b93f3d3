//! What is known under each key.

use magdit::{Date, Edition, Fact, FactKey, Tool};
use serde::Serialize;

/// How many editions know a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeyCoverage {
    /// The key.
    pub key: FactKey,
    /// Editions with a value, for at least one route.
    pub known: usize,
    /// Editions for which somebody looked in vain.
    pub unknown: usize,
    /// Editions for which the question makes no sense.
    pub not_applicable: usize,
    /// Editions for which nobody looked.
    pub absent: usize,
    /// The longest ago that somebody read or searched, over all of these.
    pub oldest_check: Option<Date>,
}

/// Counts every key over the editions of tools.
pub(super) fn count(tools: &[Tool]) -> Vec<KeyCoverage> {
    let editions: Vec<&Edition> = tools.iter().flat_map(|tool| &tool.editions).collect();
    FactKey::ALL.iter().map(|&key| of_key(key, &editions)).collect()
}

fn of_key(key: FactKey, editions: &[&Edition]) -> KeyCoverage {
    let mut found = KeyCoverage { key, known: 0, unknown: 0, not_applicable: 0, absent: 0, oldest_check: None };
    for edition in editions {
        let facts = || edition.facts.iter().filter(|entry| entry.key == key).map(|entry| &entry.fact);
        let is_unknown = |fact: &Fact| matches!(fact, Fact::Unknown { .. });
        let counter = if facts().any(|fact| fact.known().is_some()) {
            &mut found.known
        } else if facts().any(is_unknown) {
            &mut found.unknown
        } else if facts().next().is_some() {
            &mut found.not_applicable
        } else {
            &mut found.absent
        };
        *counter += 1;
        let checks = facts().filter_map(|fact| match fact {
            Fact::Known(known) => Some(known.checked_on),
            Fact::Unknown { checked_on, .. } => Some(*checked_on),
            Fact::NotApplicable => None,
        });
        found.oldest_check = found.oldest_check.into_iter().chain(checks).min();
    }
    found
}
