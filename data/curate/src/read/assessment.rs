//! Central assessments of an edition.

use crate::read::table::Table;
use crate::read::value::MAX_AGE;
use crate::record::{AssessmentRecord, ScopeRecord};

/// Reads an assessment.
pub(crate) fn read_assessment(table: Table<'_>) -> AssessmentRecord {
    let record = AssessmentRecord {
        by: table.required("by").text(),
        date: table.required("date").date(),
        outcome: table.required("outcome").word(),
        outside_scope: table.required("outside_scope").word(),
        measures: table.optional("measures").texts(),
        source: table.required("source").text(),
        heading: table.required("place").text(),
        checked_on: table.required("checked_on").date(),
        review_by: table.optional("review_by").date(),
        fingerprint: table.optional("fingerprint").text(),
        scope: table.optional("scope").table("a scope").map(read_scope).unwrap_or_default(),
    };
    let _ = table.optional("note").text();
    table.done();
    record
}

fn read_scope(table: Table<'_>) -> ScopeRecord {
    let record = ScopeRecord {
        minimum_age: table.optional("minimum_age").number(0..=MAX_AGE),
        roles: table.optional("roles").words(),
        sectors: table.optional("sectors").words(),
        data: table.optional("data").words(),
    };
    table.done();
    record
}
