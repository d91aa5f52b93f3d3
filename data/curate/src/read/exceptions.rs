//! `exceptions.toml`: problems that are accepted, each with its reason.

use crate::check::EXCUSABLE;
use crate::read::table::Table;
use crate::record::ExceptionRecord;

/// Reads the `[[exception]]` tables.
pub(crate) fn read_exceptions(table: Table<'_>) -> Vec<ExceptionRecord> {
    let exceptions = table.optional("exception").tables("an exception").into_iter().map(read_exception).collect();
    table.done();
    exceptions
}

fn read_exception(table: Table<'_>) -> ExceptionRecord {
    let record = ExceptionRecord {
        place: table.place(),
        check: table.required("check").word_of(EXCUSABLE),
        path: table.required("file").text(),
    };
    let _ = table.required("reason").text();
    table.done();
    record
}
