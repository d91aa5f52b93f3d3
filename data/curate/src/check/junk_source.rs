//! Sites that copy or invent policies are no sources.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{FactState, Records, fact_lists};
use crate::web;

/// Each of these was met showing another service's policy under a tool's
/// name, a made-up one, or a copy on a domain that is not the supplier's.
pub(super) const CHECK: Check =
    Check::error("junk-source", "a source is not a site known to copy or invent policies", run);

/// Hosts; every name below them counts too.
const HOSTS: [&str; 5] = ["aeshells.org", "amendtechnologie.com", "cinxe.com", "myguestbook.org", "policyflag.com"];

/// Names that count whatever comes after them: these sites move.
const NAMES: [&str; 6] = ["cyberpost", "eatsip365", "grokipedia", "kidsfindshub", "visualfoodie", "winenfood"];

fn run(records: &Records, problems: &Problems) {
    let addresses = records.sources.iter().flat_map(|source| source.url.iter().chain(&source.archive_url));
    let searched = fact_lists(records).flatten().flat_map(|fact| match &fact.state {
        Some(FactState::Unknown { searched, .. }) => searched.as_slice(),
        _ => &[],
    });
    let reviewed = records.reviews.iter().flat_map(|review| &review.addresses);
    for address in addresses.chain(searched).chain(reviewed) {
        let host = web::parse(&address.value).map_or(address.value.as_str(), |parts| parts.host);
        if is_junk(&host.to_lowercase()) {
            problems.add(
                &CHECK,
                address.place,
                format!("the site {host}, known to copy or invent policies"),
                "the document itself, at the one who wrote it",
                "look for the supplier's own page",
            );
        }
    }
}

fn is_junk(host: &str) -> bool {
    let name = web::registrable_name(host);
    HOSTS.iter().any(|junk| web::is_at_or_below(host, junk)) || NAMES.iter().any(|junk| name == Some(junk))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_below_the_sites_count_and_other_sites_do_not() {
        for junk in ["policyflag.com", "www.policyflag.com", "grokipedia.com", "en.grokipedia.co.uk"] {
            assert!(is_junk(junk), "{junk}");
        }
        for other in ["kahoot.com", "policyflag.example.org", "notpolicyflag.com", "grokipedia.example.org"] {
            assert!(!is_junk(other), "{other}");
        }
    }
}
