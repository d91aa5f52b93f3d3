//! `suppliers/`: companies and bodies, with the facts of all their tools.

use crate::read::citation::read_citation;
use crate::read::fact::read_facts;
use crate::read::table::{Context, Table};
use crate::record::SupplierRecord;

/// Reads a supplier.
pub(crate) fn read_supplier(context: Context<'_>, table: Table<'_>) -> SupplierRecord {
    let record = SupplierRecord {
        file: context.file,
        id: table.required("id").text(),
        name: table.required("name").text(),
        published_as: table.optional("published_as").with_items().texts(),
        cited: read_citation(&table, false),
        facts: read_facts(context, table.optional("fact")),
    };
    table.done();
    record
}
