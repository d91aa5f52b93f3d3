//! An address names a page, not who sent the reader.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;
use crate::web;

/// Readers follow the addresses of sources. What campaigns add to them tells
/// the site where somebody came from, and makes two addresses of one page.
pub(super) const CHECK: Check =
    Check::error("tracking-address", "the address of a source carries nothing that follows its reader", run);

fn run(records: &Records, problems: &Problems) {
    let of_sources = records.sources.iter().flat_map(|source| source.url.iter().chain(&source.archive_url));
    let of_reviews = records.reviews.iter().flat_map(|review| &review.addresses);
    for address in of_sources.chain(of_reviews) {
        if let Some(name) = web::tracker(&address.value) {
            problems.add(
                &CHECK,
                address.place,
                format!("an address with `{name}`"),
                "the address of the page alone",
                "take out what follows the reader; the page opens without it",
            );
        }
    }
}
