//! `tools/`: a tool with its editions.

use magdit::{NameKind, Purpose, Store};

use crate::files::At;
use crate::read::assessment::read_assessment;
use crate::read::citation::read_citation;
use crate::read::fact::read_facts;
use crate::read::field::Field;
use crate::read::table::{Context, Table};
use crate::record::{CitationRecord, EditionRecord, StatusRecord, StoreRecord, ToolRecord};

/// The states of a tool, as they are written.
const STATES: &[&str] = &["active", "discontinued", "renamed"];

/// Reads a tool.
pub(crate) fn read_tool(context: Context<'_>, table: Table<'_>) -> ToolRecord {
    let purposes = table.required("purposes");
    let status = table.required("status").table("a status").and_then(read_status);
    let (status, status_cited) = status.map_or((None, None), |(status, cited)| (Some(status), cited));
    let record = ToolRecord {
        file: context.file,
        id: table.required("id").text(),
        name: table.required("name").text(),
        supplier: table.required("supplier").text(),
        kind: table.required("kind").word(),
        purposes: purposes.place().map(|place| At::new(read_purposes(purposes), place)),
        usage: table.required("usage").word(),
        other_names: read_other_names(&table),
        domains: table.optional("domains").texts(),
        stores: table.optional("stores").table("the stores").map(read_stores).unwrap_or_default(),
        status,
        status_cited,
        facts: read_facts(context, table.optional("fact")),
        editions: editions_of(&table)
            .with_items()
            .tables("an edition")
            .into_iter()
            .map(|edition| read_edition(context, edition))
            .collect(),
    };
    table.done();
    record
}

/// A tool that is known by name only has no edition; one with facts has.
fn editions_of<'t>(table: &Table<'t>) -> Field<'t> {
    if table.has("fact") { table.required("edition") } else { table.optional("edition") }
}

fn read_purposes(field: Field<'_>) -> Vec<Purpose> {
    let mut purposes: Vec<Purpose> = field.words().into_iter().map(|purpose| purpose.value).collect();
    purposes.sort();
    purposes.dedup();
    purposes
}

fn read_other_names(table: &Table<'_>) -> Vec<(NameKind, At<String>)> {
    let lists = [
        ("aliases", NameKind::Alias),
        ("former_names", NameKind::FormerName),
        ("abbreviations", NameKind::Abbreviation),
    ];
    let names = lists.into_iter().flat_map(|(key, kind)| {
        let names = table.optional(key).texts();
        names.into_iter().map(move |name| (kind, name))
    });
    names.collect()
}

fn read_stores(table: Table<'_>) -> Vec<StoreRecord> {
    let mut ids = Vec::new();
    for &store in Store::ALL {
        let of_store = table.optional(store.as_str()).texts();
        ids.extend(of_store.into_iter().map(|id| StoreRecord { store, id }));
    }
    table.done();
    ids
}

fn read_status(table: Table<'_>) -> Option<(StatusRecord, Option<CitationRecord>)> {
    let state = table.required("state").word_of(STATES)?;
    let cited = read_citation(&table, state.value != "active");
    let source = cited.as_ref().and_then(|cited| cited.source.clone());
    let status = match state.value {
        "discontinued" => StatusRecord::Discontinued {
            on: table.optional("on").date(),
            replaced_by: table.optional("replaced_by").text(),
            source,
        },
        "renamed" => StatusRecord::Renamed { on: table.optional("on").date(), to: table.required("to").text(), source },
        _ => StatusRecord::Active,
    };
    table.done();
    Some((status, cited))
}

fn read_edition(context: Context<'_>, table: Table<'_>) -> EditionRecord {
    let record = EditionRecord {
        place: table.place(),
        id: table.required("id").text(),
        name: table.required("name").text(),
        plan: table.required("plan").word(),
        domains: table.optional("domains").texts(),
        facts: read_facts(context, table.optional("fact")),
        assessments: table.optional("assessment").tables("an assessment").into_iter().map(read_assessment).collect(),
    };
    table.done();
    record
}
