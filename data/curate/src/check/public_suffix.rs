//! A domain is not one under which anyone can have a name.

use crate::check::Check;
use crate::check::domain_form::split;
use crate::problems::Problems;
use crate::record::Records;
use crate::web;

/// Every school and every stranger can have a site below `github.io`; a tool
/// that lists it would answer for all of them.
pub(super) const CHECK: Check =
    Check::error("public-suffix", "a domain is not one under which anyone can have a name", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        let of_editions = tool.editions.iter().flat_map(|edition| &edition.domains);
        for domain in tool.domains.iter().chain(of_editions) {
            if matches!(split(&domain.value), (host, None) if web::is_public_suffix(host)) {
                problems.add(
                    &CHECK,
                    domain.place,
                    format!("the public suffix `{}`", domain.value),
                    "a host of the tool's own",
                    "write the whole host, or a host and path",
                );
            }
        }
    }
}
