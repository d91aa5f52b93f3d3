//! Everything in the records that was read somewhere, with its place in the
//! file.

use std::collections::BTreeSet;

use magdit::{Date, FactKey, Value};

use super::edit::Table;
use crate::files::{At, Place};
use crate::record::{AssessmentRecord, FactRecord, FactState, Records, fact_lists, is_superseded};

/// Something that was read, or looked for in vain.
#[derive(Debug)]
pub(super) struct Spot<'r> {
    pub(super) at: Place,
    pub(super) table: Table,
    /// The key, or nothing for an assessment.
    pub(super) key: Option<FactKey>,
    pub(super) value: Option<&'r Value>,
    /// Where it was read, or where somebody looked in vain.
    pub(super) sources: Vec<&'r str>,
    pub(super) heading: Option<&'r str>,
    pub(super) fingerprint: Option<&'r str>,
    pub(super) checked_on: Date,
    pub(super) review_by: Option<Date>,
    /// Names for the question.
    pub(super) tool: &'r str,
    pub(super) supplier: &'r str,
}

impl Spot<'_> {
    /// What it is called in lists.
    pub(super) fn what(&self) -> &'static str {
        self.key.map_or("assessment", FactKey::as_str)
    }
}

/// Every spot, in the order of the files.
pub(super) fn all(records: &Records) -> Vec<Spot<'_>> {
    let mut spots = Vec::new();
    for supplier in &records.suppliers {
        let name = text(supplier.name.as_ref());
        let facts = current(records, &supplier.facts);
        spots.extend(facts.filter_map(|(at, fact)| of_fact(fact, Table::Fact(at), (name, name))));
    }
    for tool in &records.tools {
        let supplier = tool.supplier.as_ref().and_then(|id| records.supplier(&id.value));
        let names = (text(tool.name.as_ref()), text(supplier.and_then(|supplier| supplier.name.as_ref())));
        let facts = current(records, &tool.facts);
        spots.extend(facts.filter_map(|(at, fact)| of_fact(fact, Table::Fact(at), names)));
        for (number, edition) in tool.editions.iter().enumerate() {
            let facts = current(records, &edition.facts);
            spots.extend(facts.filter_map(|(at, fact)| of_fact(fact, Table::EditionFact(number, at), names)));
            let assessments = edition.assessments.iter().enumerate();
            spots.extend(
                assessments.filter_map(|(at, found)| of_assessment(found, Table::Assessment(number, at), names)),
            );
        }
    }
    spots
}

/// The facts of a list with their places in it, without those that a later
/// text took the place of: an earlier version is not expected to stand there.
fn current<'r>(records: &'r Records, list: &'r [FactRecord]) -> impl Iterator<Item = (usize, &'r FactRecord)> {
    list.iter().enumerate().filter(move |(_, fact)| !is_superseded(records, list, fact))
}

/// The sources of facts that a later text took the place of.
pub(super) fn superseded_sources(records: &Records) -> BTreeSet<&str> {
    let mut sources = BTreeSet::new();
    for list in fact_lists(records) {
        let superseded = list.iter().filter(|fact| is_superseded(records, list, fact));
        sources.extend(superseded.filter_map(|fact| Some(fact.known()?.source.as_ref()?.value.as_str())));
    }
    sources
}

fn text(found: Option<&At<String>>) -> &str {
    found.map_or("", |found| found.value.as_str())
}

fn of_fact<'r>(fact: &'r FactRecord, table: Table, (tool, supplier): (&'r str, &'r str)) -> Option<Spot<'r>> {
    let key = fact.key?.value;
    let checked_on = fact.checked_on()?.value;
    let again = checked_on.add_months(key.review_months());
    let spot = |sources| Spot {
        at: fact.place,
        table,
        key: Some(key),
        value: None,
        sources,
        heading: None,
        fingerprint: None,
        checked_on,
        review_by: again,
        tool,
        supplier,
    };
    match fact.state.as_ref()? {
        FactState::Known(known) => Some(Spot {
            value: known.value.as_ref().map(|value| &value.value),
            heading: known.heading.as_ref().map(|heading| heading.value.as_str()),
            fingerprint: known.fingerprint.as_ref().map(|fingerprint| fingerprint.value.as_str()),
            review_by: known.review_by(key),
            ..spot(known.source.iter().map(|source| source.value.as_str()).collect())
        }),
        FactState::Unknown { searched, .. } => {
            Some(spot(searched.iter().map(|searched| searched.value.as_str()).collect()))
        }
        FactState::NotApplicable => None,
    }
}

fn of_assessment<'r>(
    record: &'r AssessmentRecord,
    table: Table,
    (tool, supplier): (&'r str, &'r str),
) -> Option<Spot<'r>> {
    let checked_on = record.checked_on?;
    Some(Spot {
        at: checked_on.place,
        table,
        key: None,
        value: None,
        sources: record.source.iter().map(|source| source.value.as_str()).collect(),
        heading: record.heading.as_ref().map(|heading| heading.value.as_str()),
        fingerprint: record.fingerprint.as_ref().map(|fingerprint| fingerprint.value.as_str()),
        checked_on: checked_on.value,
        review_by: record.review_by(),
        tool,
        supplier,
    })
}
