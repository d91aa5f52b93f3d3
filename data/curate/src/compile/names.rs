//! The index of names, domains and store ids.

use std::collections::BTreeSet;

use magdit::kb::section::SectionId;
use magdit::search::{IndexEntry, MAX_NAME_CHARS, build, usage_weight};
use magdit::{Edition, Tool};

use crate::compile::Sections;
use crate::files::Place;
use crate::names::folded;
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

/// What leads to a tool, and what leads to one of its editions alone.
fn entries(tool: &Tool, records: &Records) -> Vec<IndexEntry> {
    let supplier = records.supplier(&tool.supplier).and_then(|record| record.name.as_ref());
    let of_tool = IndexEntry {
        tool: tool.id.clone(),
        edition: None,
        name: tool.name.clone(),
        texts: tool.other_names.iter().map(|name| (name.text.clone(), name.kind)).collect(),
        supplier: supplier.map_or_else(String::new, |name| name.value.clone()),
        domains: tool.domains.clone(),
        stores: tool.stores.clone(),
        weight: usage_weight(tool.usage),
        judged: true,
    };
    let of_edition = |edition: &Edition| {
        let name = edition_name(tool, edition)?;
        Some(IndexEntry {
            edition: Some(edition.id.clone()),
            name,
            texts: Vec::new(),
            domains: edition.domains.clone(),
            stores: Vec::new(),
            ..of_tool.clone()
        })
    };
    let of_editions: Vec<IndexEntry> = tool.editions.iter().filter_map(of_edition).collect();
    core::iter::once(of_tool).chain(of_editions).collect()
}

/// The name under which an edition is found. It says which tool it is of:
/// "Gratis docentaccount" becomes "Kahoot!: Gratis docentaccount". Nothing
/// where it says no more than the tool does and has no hosts of its own.
fn edition_name(tool: &Tool, edition: &Edition) -> Option<String> {
    let names: BTreeSet<String> = core::iter::once(&tool.name)
        .chain(tool.other_names.iter().map(|other| &other.text))
        .map(|name| folded(name))
        .collect();
    let own = folded(&edition.name);
    let says_which = |name: &String| own.starts_with(name.as_str()) || name.len() > 2 && own.contains(name.as_str());
    let full =
        if names.iter().any(says_which) { edition.name.clone() } else { format!("{}: {}", tool.name, edition.name) };
    if !names.contains(&own) && full.chars().count() <= MAX_NAME_CHARS {
        Some(full)
    } else {
        (!edition.domains.is_empty()).then(|| tool.name.clone())
    }
}
