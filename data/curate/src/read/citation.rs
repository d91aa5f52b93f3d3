//! Where something was read that is no fact: a supplier, a status.

use crate::read::table::Table;
use crate::record::CitationRecord;

/// Reads `source`, `place` and `checked_on` of a table. Nothing where none of
/// them stands there, unless the source must.
pub(crate) fn read_citation(table: &Table<'_>, required: bool) -> Option<CitationRecord> {
    let heading = table.optional("place").text();
    let checked_on = table.optional("checked_on").date();
    let is_cited = required || heading.is_some() || checked_on.is_some() || table.has("source");
    is_cited.then(|| CitationRecord { source: table.required("source").text(), heading, checked_on })
}
