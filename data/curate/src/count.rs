//! How much a run looked at.

use crate::record::{Records, fact_lists};
use crate::report::Counts;

/// Counts the records.
pub(crate) fn count(records: &Records) -> Counts {
    let editions = || records.tools.iter().flat_map(|tool| &tool.editions);
    Counts {
        files: records.files.iter().filter(|file| file.text.is_some()).count(),
        tools: records.tools.len(),
        editions: editions().count(),
        suppliers: records.suppliers.len(),
        sources: records.sources.len(),
        facts: fact_lists(records).flatten().count(),
        known_facts: fact_lists(records).flatten().filter(|fact| fact.known().is_some()).count(),
        assessments: editions().map(|edition| edition.assessments.len()).sum(),
        conditions: records.conditions.len(),
        parameter_values: records.parameters.iter().map(|parameter| parameter.values.len()).sum(),
        texts: records.texts.iter().map(|file| file.texts.len()).sum(),
    }
}
