//! An address is a safe one that shows where it leads.

use crate::check::Check;
use crate::files::At;
use crate::problems::Problems;
use crate::record::Records;
use crate::web;

/// Addresses of sources are shown to users, who follow them. Text before an
/// `@` makes `https://kahoot.com@other.example` look like another site.
pub(super) const CHECK: Check =
    Check::error("address", "the address of a source is https, without user name", run);

fn run(records: &Records, problems: &Problems) {
    for source in &records.sources {
        for address in source.url.iter().chain(&source.archive_url) {
            look_at(address, problems);
        }
    }
}

fn look_at(address: &At<String>, problems: &Problems) {
    let (found, remedy) = match web::parse(&address.value) {
        None => (format!("`{}`", address.value), "write the whole address, from https:// on"),
        Some(parts) if parts.scheme != "https" => {
            (format!("an address with `{}`", parts.scheme), "use the https address of the page")
        }
        Some(parts) if parts.user_info.is_some() => {
            (format!("an address that hides `{}` behind an `@`", parts.host), "leave out what stands before the `@`")
        }
        Some(parts) if !web::is_host(parts.host) => {
            (format!("the host `{}`", parts.host), "write the host in lower case, as browsers show it")
        }
        Some(_) if address.value.contains(char::is_whitespace) => {
            ("an address with a space".to_owned(), "write the space as %20")
        }
        Some(_) => return,
    };
    problems.add(&CHECK, address.place, found, "an address such as https://voorbeeld.example/terms", remedy);
}
