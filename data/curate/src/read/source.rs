//! `sources/`: documents that were opened and read.

use crate::read::table::Table;
use crate::record::SourceRecord;

/// Reads a source.
pub(crate) fn read_source(file: usize, table: Table<'_>) -> SourceRecord {
    let record = SourceRecord {
        file,
        id: table.required("id").text(),
        kind: table.required("kind").word(),
        publisher: table.required("publisher").text(),
        title: table.required("title").text(),
        url: table.required("url").text(),
        archive_url: table.optional("archive_url").text(),
        language: table.required("language").language(),
        jurisdiction: table.required("jurisdiction").word(),
        content_date: table.optional("content_date").date(),
        checked_on: table.required("checked_on").date(),
    };
    let _ = table.optional("note").text();
    table.done();
    record
}
