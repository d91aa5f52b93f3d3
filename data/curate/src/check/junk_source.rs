//! Sites that copy or invent policies are no sources.

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{FactState, Records, fact_lists};
use crate::web;

/// Each of these was met showing another service's policy under a tool's
/// name, a made-up one, or a copy on a domain that is not the supplier's.
pub(super) const CHECK: Check =
    Check::error("junk-source", "a source is not a site known to copy or invent policies", run);

/// Their hosts; every name below them counts too.
const HOSTS: [&str; 11] = [
    "aeshells.org",
    "amendtechnologie.com",
    "cinxe.com",
    "cyberpost.co",
    "eatsip365.com",
    "grokipedia.com",
    "kidsfindshub.com",
    "myguestbook.org",
    "policyflag.com",
    "visualfoodie.com",
    "winenfood.com",
];

fn run(records: &Records, problems: &Problems) {
    let addresses = records.sources.iter().flat_map(|source| source.url.iter().chain(&source.archive_url));
    let searched = fact_lists(records).flatten().flat_map(|fact| match &fact.state {
        Some(FactState::Unknown { searched, .. }) => searched.as_slice(),
        _ => &[],
    });
    for address in addresses.chain(searched) {
        let host = web::parse(&address.value).map_or(address.value.as_str(), |parts| parts.host);
        if let Some(junk) = HOSTS.iter().find(|junk| is_junk(host, junk)) {
            problems.add(
                &CHECK,
                address.place,
                format!("the site {junk}, known to copy or invent policies"),
                "the document itself, at the one who wrote it",
                "look for the supplier's own page",
            );
        }
    }
}

/// True for the host and names below it, under any ending: these sites move.
fn is_junk(host: &str, junk: &str) -> bool {
    let name = |host: &str| -> Vec<String> { host.to_lowercase().split('.').map(str::to_owned).collect() };
    let junk_name = junk.split('.').next().unwrap_or(junk).to_owned();
    let labels = name(host);
    labels.iter().rev().skip(1).take(2).any(|label| *label == junk_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_counts_with_names_below_it_and_other_endings() {
        for junk in ["policyflag.com", "www.policyflag.com", "PolicyFlag.com", "policyflag.net"] {
            assert!(is_junk(junk, "policyflag.com"), "{junk}");
        }
        for other in ["kahoot.com", "policyflag.example.org", "notpolicyflag.com"] {
            assert_eq!(is_junk(other, "policyflag.com"), other == "policyflag.example.org", "{other}");
        }
    }
}
