//! For each tool the tools that could stand in for it.

use crate::kb::record;
use crate::kb::table::TableWriter;
use crate::tool::{Status, Tool};

use super::PackError;
use super::records::Records;

/// Most candidates that are kept for a tool; each is asked about when the
/// answer for the tool is no yes.
const MAX_CANDIDATES: usize = 24;

/// Ids of the tools that could stand in for a tool, its own kind first, then
/// the most used: tools of a kind that can serve for it, that still exist,
/// share a purpose, and of which somebody recorded facts.
#[must_use]
pub fn stand_ins<'t>(tool: &Tool, tools: impl IntoIterator<Item = &'t Tool>) -> Vec<String> {
    let mut others: Vec<&Tool> = tools
        .into_iter()
        .filter(|other| is_candidate(other) && other.kind.can_stand_in_for(tool.kind) && other.id != tool.id)
        .filter(|other| other.purposes.iter().any(|purpose| tool.purposes.contains(purpose)))
        .collect();
    others.sort_by_key(|other| (other.kind != tool.kind, other.usage, &other.id));
    others.into_iter().take(MAX_CANDIDATES).map(|other| other.id.clone()).collect()
}

/// Whether a tool can stand in for any other.
fn is_candidate(tool: &Tool) -> bool {
    tool.status == Status::Active && tool.editions.iter().any(|edition| !edition.facts.is_empty())
}

/// Everything follows from the records.
pub(super) const fn pack(_: &Records) -> Vec<u8> {
    Vec::new()
}

pub(super) fn unpack(records: &Records) -> Result<Vec<u8>, PackError> {
    let damaged = PackError::Damaged { part: "the alternatives" };
    let mut table = TableWriter::new();
    let candidates: Vec<&Tool> = records.tools.iter().filter(|tool| is_candidate(tool)).collect();
    for tool in &records.tools {
        let others = stand_ins(tool, candidates.iter().copied());
        if !others.is_empty() {
            let bytes = record::encode(&others).map_err(|_| damaged)?;
            table.insert(&tool.id, bytes).map_err(|_| damaged)?;
        }
    }
    Ok(table.finish())
}
