//! Which facts hold for an edition: its own, its tool's and its supplier's.

use std::collections::BTreeSet;

use magdit::{FactKey, Route};

use crate::record::{CitationRecord, EditionRecord, FactRecord, KnownRecord, Records, ToolRecord};

/// The facts of an edition. What the edition records under a key and a set
/// of routes replaces everything the tool records under the same, and what
/// the tool records replaces the supplier's.
pub(crate) fn merged_facts<'r>(
    records: &'r Records,
    tool: &'r ToolRecord,
    edition: &'r EditionRecord,
) -> Vec<&'r FactRecord> {
    let of_supplier = tool
        .supplier
        .as_ref()
        .and_then(|id| records.supplier(&id.value))
        .map_or(&[][..], |supplier| supplier.facts.as_slice());
    let mut merged: Vec<&FactRecord> = Vec::new();
    let mut taken: BTreeSet<(Option<FactKey>, Vec<Route>)> = BTreeSet::new();
    for level in [edition.facts.as_slice(), tool.facts.as_slice(), of_supplier] {
        let slot = |fact: &FactRecord| (fact.key.map(|key| key.value), fact.route_list());
        merged.extend(level.iter().filter(|fact| !taken.contains(&slot(fact))));
        taken.extend(level.iter().map(slot));
    }
    merged
}

/// Every list of facts of the records, as written: those of suppliers, tools
/// and editions.
pub(crate) fn fact_lists(records: &Records) -> impl Iterator<Item = &[FactRecord]> {
    let of_suppliers = records.suppliers.iter().map(|supplier| supplier.facts.as_slice());
    let of_tools = records.tools.iter().flat_map(|tool| {
        let of_editions = tool.editions.iter().map(|edition| edition.facts.as_slice());
        core::iter::once(tool.facts.as_slice()).chain(of_editions)
    });
    of_suppliers.chain(of_tools)
}

/// Whether another fact of the same list takes the place of this one: the same
/// key and routes, from a text that applies in the same place and is later.
pub(crate) fn is_superseded(records: &Records, list: &[FactRecord], fact: &FactRecord) -> bool {
    let slot = |fact: &FactRecord, known: &KnownRecord| {
        (fact.key.map(|key| key.value), fact.route_list(), known.jurisdiction(records))
    };
    let Some(known) = fact.known() else {
        return false;
    };
    list.iter().any(|other| {
        other.known().is_some_and(|later| {
            slot(other, later) == slot(fact, known) && later.in_force_from(records) > known.in_force_from(records)
        })
    })
}

/// Where suppliers and states of tools were read.
pub(crate) fn citations(records: &Records) -> impl Iterator<Item = &CitationRecord> {
    let of_suppliers = records.suppliers.iter().filter_map(|supplier| supplier.cited.as_ref());
    of_suppliers.chain(records.tools.iter().filter_map(|tool| tool.status_cited.as_ref()))
}
