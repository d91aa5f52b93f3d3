//! `edition.toml`: which edition of the knowledge base the records make.

use crate::read::table::Table;
use crate::record::ReleaseRecord;

/// Reads the edition of the knowledge base.
pub(crate) fn read_release(file: usize, table: Table<'_>) -> ReleaseRecord {
    let record = ReleaseRecord {
        file,
        number: table.required("number").number(1..=u64::from(u32::MAX)),
        issued: table.required("issued").date(),
        review_by: table.required("review_by").date(),
        expires: table.required("expires").date(),
    };
    table.done();
    record
}
