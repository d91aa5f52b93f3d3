//! What is recorded, as a list that boards keep.

use std::collections::BTreeSet;

use magdit::{Edition, Fact, FactKey, KnowledgeBase, Language, Plan, Register, SourceKind, ToolShown};

use crate::quickscan::{self, FACTS, NOT_APPLICABLE, UNKNOWN};
use crate::sheet::Sheet;

/// A row for each edition of each tool, with the columns of Kennisnet's
/// Privacy-quickscan, supplier, edition and id.
///
/// It says what is recorded, never what may be used: that depends on who asks.
#[must_use]
pub fn export(library: &KnowledgeBase) -> Sheet {
    let headings = quickscan::headings().into_iter().map(str::to_owned).collect();
    let ids: Vec<String> = library.tool_ids().map(str::to_owned).collect();
    let shown = ids.iter().filter_map(|id| library.tool_shown(id).ok());
    let rows = shown.flat_map(|shown| {
        let row = |edition| row(library, &shown, edition);
        shown.tool.editions.iter().map(row).collect::<Vec<_>>()
    });
    Sheet { rows: core::iter::once(headings).chain(rows).collect() }
}

fn row(library: &KnowledgeBase, shown: &ToolShown, edition: &Edition) -> Vec<String> {
    let tool = &shown.tool;
    let says = |key: String| library.text(Language::Nl, &key, Register::Teacher).unwrap_or_default().to_owned();
    let used_for: Vec<String> = tool.purposes.iter().map(|purpose| says(format!("purpose.{purpose}"))).collect();
    let facts = FACTS.iter().map(|(key, _)| cell(edition, *key));
    let is_recorded = edition.plan != Plan::NotRecorded;
    let name = if is_recorded { edition.name.clone() } else { String::new() };
    let last = [
        remarks(library, shown, edition),
        privacy_policy(shown, edition),
        checked_on(edition),
        shown.supplier_name.clone(),
        name,
        tool.id.clone(),
    ];
    [tool.name.clone(), used_for.join(", ")].into_iter().chain(facts).chain(last).collect()
}

/// What is recorded under a key: empty where nobody looked.
fn cell(edition: &Edition, key: FactKey) -> String {
    let facts: Vec<&Fact> = edition.facts.iter().filter(|entry| entry.key == key).map(|entry| &entry.fact).collect();
    let known = facts.iter().filter_map(|fact| fact.known());
    let values: BTreeSet<&str> = known.filter_map(|known| quickscan::cell(key, &known.value)).collect();
    if !values.is_empty() {
        return values.into_iter().collect::<Vec<_>>().join("; ");
    }
    match facts.first() {
        Some(Fact::NotApplicable) => NOT_APPLICABLE.to_owned(),
        Some(_) => UNKNOWN.to_owned(),
        None => String::new(),
    }
}

/// The central assessments, and whether the tool still exists.
fn remarks(library: &KnowledgeBase, shown: &ToolShown, edition: &Edition) -> String {
    let says = |key: &str| library.text(Language::Nl, key, Register::Teacher).unwrap_or_default().to_owned();
    let status = match &shown.tool.status {
        magdit::Status::Active => None,
        magdit::Status::Discontinued { .. } => Some(says("ui.status_discontinued")),
        magdit::Status::Renamed { .. } => Some(says("ui.status_renamed")),
    };
    let assessments = edition.assessments.iter().map(|assessment| {
        let because = match assessment.outcome {
            magdit::AssessmentOutcome::Usable => "usable",
            magdit::AssessmentOutcome::UsableWithMeasures => "with_measures",
            magdit::AssessmentOutcome::Restrained => "restrained",
            magdit::AssessmentOutcome::DoNotUse => "do_not_use",
        };
        let date = library.date_in_words(assessment.date, Language::Nl);
        let said = says(&format!("rule.central-assessment.{because}"));
        said.replace("{by}", &assessment.by).replace("{date}", &date).replace("{tool}", &shown.tool.name)
    });
    status.into_iter().chain(assessments).collect::<Vec<_>>().join(" ")
}

/// The first privacy statement that something was read in.
fn privacy_policy(shown: &ToolShown, edition: &Edition) -> String {
    let read = edition.facts.iter().filter_map(|entry| entry.fact.known()).map(|known| &known.source);
    let mut sources = read.filter_map(|id| shown.sources.iter().find(|source| source.id == *id));
    sources
        .find(|source| source.kind == SourceKind::SupplierPrivacy)
        .map(|source| source.url.clone())
        .unwrap_or_default()
}

/// The longest ago that a fact of the list was looked up.
fn checked_on(edition: &Edition) -> String {
    let listed = edition.facts.iter().filter(|entry| FACTS.iter().any(|(key, _)| *key == entry.key));
    let checks = listed.filter_map(|entry| match &entry.fact {
        Fact::Known(known) => Some(known.checked_on),
        Fact::Unknown { checked_on, .. } => Some(*checked_on),
        Fact::NotApplicable => None,
    });
    checks.min().map(|date| date.to_string()).unwrap_or_default()
}
