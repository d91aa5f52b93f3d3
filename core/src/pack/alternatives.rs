//! The tools that could stand in for each tool, found again in the records.

use crate::alternatives::{is_candidate, stand_ins};
use crate::kb::record;
use crate::kb::table::TableWriter;
use crate::tool::Tool;

use super::PackError;
use super::records::Records;

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
