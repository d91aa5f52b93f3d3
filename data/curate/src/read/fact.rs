//! Facts: known, unknown or not applicable.

use magdit::FactKey;

use crate::check::{fact_state, wrong_kind};
use crate::files::At;
use crate::read::field::Field;
use crate::read::table::{Context, Table};
use crate::read::value::read_value;
use crate::record::{CorrectionRecord, FactRecord, FactState, KnownRecord};

/// The keys of which a fact has exactly one.
const STATES: [&str; 3] = ["value", "unknown", "not_applicable"];

/// Reads the `[[fact]]` tables of a supplier, tool or edition.
pub(crate) fn read_facts(context: Context<'_>, field: Field<'_>) -> Vec<FactRecord> {
    field.tables("a fact").into_iter().map(|table| read_fact(context, table)).collect()
}

fn read_fact(context: Context<'_>, table: Table<'_>) -> FactRecord {
    let place = table.place();
    let key = table.required("key").word::<FactKey>();
    let routes = table.optional("routes").words();
    let present: Vec<&'static str> = STATES.into_iter().filter(|&state| table.has(state)).collect();
    if present.len() != 1 {
        fact_state::report(context.problems, place, &present);
    }
    let state = match present.first() {
        Some(&"value") => Some(FactState::Known(Box::new(read_known(&table, key)))),
        Some(&"unknown") => Some(FactState::Unknown {
            reason: table.required("unknown").word(),
            searched: table.required("searched").with_items().texts(),
            checked_on: table.required("checked_on").date(),
        }),
        Some(_) => read_not_applicable(context, &table),
        None => {
            // Nothing says which further keys belong here, so all may stand.
            let of_known =
                ["source", "place", "content_date", "checked_on", "jurisdiction", "review_by", "fingerprint"];
            for other in of_known.into_iter().chain(["searched"]) {
                table.has(other);
            }
            None
        }
    };
    let correction =
        table.optional("correction").table("a correction").map(|correction| read_correction(correction, key));
    let _ = table.optional("note").text();
    table.done();
    FactRecord { place, key, routes, state, correction }
}

fn read_correction(table: Table<'_>, key: Option<At<FactKey>>) -> CorrectionRecord {
    let record = CorrectionRecord {
        place: table.place(),
        by: table.required("by").text(),
        value: key.and_then(|key| read_value(table.required("value"), key.value)),
        source: table.required("source").text(),
        heading: table.required("place").text(),
        checked_on: table.required("checked_on").date(),
    };
    let _ = table.has("value");
    table.done();
    record
}

fn read_known(table: &Table<'_>, key: Option<At<FactKey>>) -> KnownRecord {
    KnownRecord {
        value: key.and_then(|key| read_value(table.required("value"), key.value)),
        source: table.required("source").text(),
        heading: table.required("place").text(),
        content_date: table.optional("content_date").date(),
        checked_on: table.required("checked_on").date(),
        jurisdiction: table.optional("jurisdiction").word(),
        review_by: table.optional("review_by").date(),
        fingerprint: table.optional("fingerprint").text(),
    }
}

fn read_not_applicable(context: Context<'_>, table: &Table<'_>) -> Option<FactState> {
    let said = table.required("not_applicable").yes_no()?;
    if !said.value {
        wrong_kind::report_text(context.problems, said.place, "`not_applicable = false`", "`not_applicable = true`");
    }
    Some(FactState::NotApplicable)
}
