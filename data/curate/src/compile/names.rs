//! The index of names, domains and store ids.

use magdit::Tool;
use magdit::kb::section::SectionId;
use magdit::pack::index_entries;
use magdit::search::{IndexEntry, build};

use crate::compile::Sections;
use crate::files::Place;
use crate::record::Records;
use crate::web::is_public_suffix;

/// Adds the index.
pub(super) fn add(tools: &[(usize, Tool)], records: &Records, sections: &mut Sections<'_>) {
    let entries: Vec<IndexEntry> = tools.iter().flat_map(|(_, tool)| entries(tool, records)).collect();
    match build(&entries, &is_public_suffix) {
        Ok(bytes) => sections.add(SectionId::Names, bytes),
        Err(error) => sections.report::<_>(Place::start_of(0), Err(error)),
    }
}

fn entries(tool: &Tool, records: &Records) -> Vec<IndexEntry> {
    let supplier = records.supplier(&tool.supplier).and_then(|record| record.name.as_ref());
    index_entries(tool, supplier.map_or("", |name| name.value.as_str()))
}
