//! Every source that is named has a record.

use crate::check::Check;
use crate::files::At;
use crate::nearest::did_you_mean;
use crate::problems::Problems;
use crate::record::{FactState, Records, citations, fact_lists};

/// A sentence that users see is traced to a document through its source.
pub(super) const CHECK: Check = Check::error("missing-source", "every source that is named has a record", run);

fn run(records: &Records, problems: &Problems) {
    for source in named_sources(records) {
        if !records.has_file("sources", &source.value) {
            problems.add(
                &CHECK,
                source.place,
                format!("the source `{}`", source.value),
                "the id of a file in sources/",
                did_you_mean(&source.value, records.ids("sources"), "add the record of the document you read"),
            );
        }
    }
}

/// Every mention of a source's id, in no particular order.
pub(super) fn named_sources(records: &Records) -> impl Iterator<Item = &At<String>> {
    let in_facts = fact_lists(records).flatten().flat_map(|fact| match &fact.state {
        Some(FactState::Known(known)) => known.source.iter().collect::<Vec<_>>(),
        Some(FactState::Unknown { searched, .. }) => {
            searched.iter().filter(|searched| !is_address(&searched.value)).collect()
        }
        _ => Vec::new(),
    });
    let in_citations = citations(records).filter_map(|cited| cited.source.as_ref());
    let corrections = fact_lists(records).flatten().filter_map(|fact| fact.correction.as_ref());
    let in_corrections = corrections.filter_map(|correction| correction.source.as_ref());
    let editions = records.tools.iter().flat_map(|tool| &tool.editions);
    let in_assessments =
        editions.flat_map(|edition| &edition.assessments).filter_map(|assessment| assessment.source.as_ref());
    let in_conditions = records.conditions.iter().flat_map(|condition| &condition.sources);
    let values = records.parameters.iter().flat_map(|parameter| &parameter.values);
    let in_parameters = values.filter_map(|value| value.source.as_ref());
    in_facts.chain(in_citations).chain(in_corrections).chain(in_assessments).chain(in_conditions).chain(in_parameters)
}

/// What was searched is a source's id or an address; ids have no point,
/// slash or space.
fn is_address(text: &str) -> bool {
    text.contains(['.', '/', ' '])
}
