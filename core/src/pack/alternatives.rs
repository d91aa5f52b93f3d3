//! The tools that could stand in for each tool, found again in the records.

use crate::alternatives::{is_candidate, stand_ins};
use crate::kb::record;
use crate::kb::table::assemble;
use crate::tool::Tool;

use super::PackError;
use super::records::Records;

/// Everything follows from the records, which are in order of their ids.
pub(super) const fn pack(_: &Records) -> Vec<u8> {
    Vec::new()
}

pub(super) fn unpack(records: &Records) -> Result<Vec<u8>, PackError> {
    let damaged = PackError::Damaged { part: "the alternatives" };
    let (mut keys, mut values) = (Vec::new(), Vec::new());
    let (mut ids, mut lists) = (Vec::new(), Vec::new());
    let candidates: Vec<&Tool> = records.tools.iter().filter(|tool| is_candidate(tool)).collect();
    for tool in &records.tools {
        let others = stand_ins(tool, candidates.iter().copied());
        if !others.is_empty() {
            let bytes = record::encode_texts(&others).map_err(|_| damaged)?;
            keys.push(tool.id.len());
            values.push(bytes.len());
            ids.extend_from_slice(tool.id.as_bytes());
            lists.extend_from_slice(&bytes);
        }
    }
    ids.append(&mut lists);
    Ok(assemble(&keys, &values, &ids))
}
