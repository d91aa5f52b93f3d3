//! Tools by how much they are used and by how much is known of them.

use std::collections::BTreeMap;

use magdit::{Edition, FactKey, Plan, Route, Tool, Usage};
use serde::Serialize;

use crate::record::Records;

/// How much is recorded of a tool, over its best edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// The name, and no edition.
    NameOnly,
    /// Facts, but not those that decide.
    SomeFacts,
    /// The facts that decide: a way in that is open, whether pupils may use it
    /// (an age, or that the terms allow it), and the contract (an agreement or
    /// the supplier's role).
    DecidingFacts,
}

impl Depth {
    /// How much is recorded of a tool.
    #[must_use]
    pub fn of(tool: &Tool) -> Self {
        let recorded = || tool.editions.iter().filter(|edition| edition.plan != Plan::NotRecorded);
        if recorded().any(decides) {
            Self::DecidingFacts
        } else if recorded().next().is_some() {
            Self::SomeFacts
        } else {
            Self::NameOnly
        }
    }
}

fn decides(edition: &Edition) -> bool {
    let known = |key: FactKey| {
        let values = edition.facts.iter().filter(move |entry| entry.key == key);
        values.filter_map(|entry| entry.fact.known())
    };
    let is_open = |route: &Route| {
        let yes = magdit::Value::YesNo(true);
        route.fact_key().is_some_and(|key| known(key).any(|found| found.value == yes))
    };
    let any_known = |keys: [FactKey; 2]| keys.into_iter().any(|key| known(key).next().is_some());
    Route::ALL.iter().any(is_open)
        && any_known([FactKey::MinimumAge, FactKey::PupilUseAllowed])
        && any_known([FactKey::ProcessingAgreement, FactKey::DataRole])
}

/// How much is recorded of the tools that are used as much as each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UsageCoverage {
    /// How much they are used.
    pub usage: Usage,
    /// How many there are.
    pub tools: usize,
    /// Those known by name only.
    pub name_only: usize,
    /// Those with some facts.
    pub some_facts: usize,
    /// Those with the facts that decide ([`Depth::DecidingFacts`]).
    pub deciding_facts: usize,
}

/// Counts tools by usage.
pub(super) fn by_usage(tools: &[Tool]) -> Vec<UsageCoverage> {
    let of = |&usage: &Usage| {
        let depths: Vec<Depth> = tools.iter().filter(|tool| tool.usage == usage).map(Depth::of).collect();
        let count = |depth| depths.iter().filter(|&&found| found == depth).count();
        UsageCoverage {
            usage,
            tools: depths.len(),
            name_only: count(Depth::NameOnly),
            some_facts: count(Depth::SomeFacts),
            deciding_facts: count(Depth::DecidingFacts),
        }
    };
    Usage::ALL.iter().map(of).collect()
}

/// For how many tools somebody looked up who the supplier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ReviewCoverage {
    /// Read at a source: one that the supplier's record cites, one in
    /// `reviewed.toml`, or that of a fact of the supplier.
    pub read: usize,
    /// Looked up in vain.
    pub not_found: usize,
    /// Nobody looked.
    pub not_looked_up: usize,
}

/// Counts the tools whose supplier was looked up.
pub(super) fn reviews(tools: &[Tool], records: &Records) -> ReviewCoverage {
    let of_tool: BTreeMap<&str, bool> =
        records.reviews.iter().map(|review| (review.tool.value.as_str(), review.supplier_source.is_some())).collect();
    let is_cited = |tool: &Tool| {
        let known = |record: &crate::record::SupplierRecord| {
            record.cited.is_some() || record.facts.iter().any(|fact| fact.known().is_some())
        };
        records.supplier(&tool.supplier).is_some_and(known)
    };
    let mut counted = ReviewCoverage { read: 0, not_found: 0, not_looked_up: 0 };
    for tool in tools {
        match of_tool.get(tool.id.as_str()) {
            Some(true) => counted.read += 1,
            _ if is_cited(tool) => counted.read += 1,
            Some(false) => counted.not_found += 1,
            None => counted.not_looked_up += 1,
        }
    }
    counted
}
