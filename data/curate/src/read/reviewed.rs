//! `reviewed.toml`: what curators looked up beside the facts.

use crate::files::At;
use crate::read::table::{Context, Table};
use crate::record::ReviewRecord;

/// What a review can say about a supplier that was not read anywhere. The
/// second is for a tool that was read about, without its supplier.
const NOT_FOUND: &[&str] = &["not_at_a_source", "supplier not_at_a_source"];

/// Reads the tables below `tools`, one per tool.
pub(crate) fn read_reviews(context: Context<'_>, table: Table<'_>) -> Vec<ReviewRecord> {
    let reviews = table.optional("tools").table("the tools").map(|tools| {
        let named = tools.named("a review");
        named.into_iter().map(|(id, review)| read_review(At::new(id.0, context.place(id.1)), review)).collect()
    });
    table.done();
    reviews.unwrap_or_default()
}

fn read_review(tool: At<String>, table: Table<'_>) -> ReviewRecord {
    let checked_on = table.required("checked_on").date();
    let _ = table.optional("content_date").date();
    let not_found = table.optional("checked").word_of(NOT_FOUND);
    let existence_source = table.optional("existence_source").text();
    let of_links = ["domains_source", "stores_source"].map(|key| table.optional(key).text());
    let is_told = not_found.is_some() || existence_source.is_some() || of_links.iter().any(Option::is_some);
    let supplier_source =
        if is_told { table.optional("supplier_source") } else { table.required("supplier_source") }.text();
    let lead = table.optional("lead").text();
    let named = [supplier_source.clone(), existence_source, lead].into_iter().chain(of_links);
    let addresses = named.flatten().collect();
    for key in ["place", "note"] {
        let _ = table.optional(key).text();
    }
    table.done();
    ReviewRecord { tool, checked_on, supplier_source, addresses }
}
