//! Which hosts and store ids lead to a tool.

use crate::search::layout::IndexLayout;
use crate::search::link::{host_key, named_host_key, store_key};
use crate::search::rows::{KeyRole, Space, Target};

use super::write::Targets;
use super::{BuildError, IndexEntry, IsPublicSuffix};

/// The link keys of all items, which are numbered by their place.
pub(super) fn of_items(items: &[&IndexEntry], is_public_suffix: IsPublicSuffix<'_>) -> Result<Targets, BuildError> {
    let mut keys = Targets::default();
    let owners = owners(items)?;
    for (number, item) in items.iter().enumerate() {
        let number = u32::try_from(number).map_err(|_| BuildError::TooMany)?;
        let target = |role| Target { entry: number, role };
        for domain in &item.domains {
            let (host, path) = split(domain).ok_or_else(|| bad_domain(item, domain))?;
            let alone = path.is_empty() && !is_public_suffix(&host) && owns_below(&owners, &host, &item.tool);
            let role = if alone { KeyRole::Domain } else { KeyRole::Host };
            keys.push((host_key(&host, &path), target(role)));
        }
        for store in &item.stores {
            keys.push((store_key(store.store, &store.id), target(KeyRole::Whole)));
        }
        let names = item.texts.iter().map(|(text, _)| text).chain([&item.name]);
        for host in names.filter_map(|name| dotted(name)) {
            keys.push((named_host_key(&host), target(KeyRole::Whole)));
        }
    }
    Ok(keys)
}

/// The hosts below which strangers can have hosts, as it stands in an index of
/// these entries, sorted; `None` if it is not one of them.
pub(crate) fn public_hosts(entries: &[IndexEntry], index: &[u8]) -> Option<Vec<String>> {
    let layout = IndexLayout::read(index).ok()?;
    let index = layout.view(index);
    let mut items: Vec<&IndexEntry> = entries.iter().collect();
    items.sort_unstable();
    let owners = owners(&items).ok()?;
    let mut hosts = Vec::new();
    for (number, item) in (0_u32..).zip(items) {
        for (host, path) in item.domains.iter().filter_map(|domain| split(domain)) {
            let key = host_key(&host, &path);
            let mut targets = index.rows.targets(Space::Links, &key, index.links.get(&key)?);
            let role = targets.find(|target| target.entry == number && target.role != KeyRole::Whole)?.role;
            if path.is_empty() && role == KeyRole::Host && owns_below(&owners, &host, &item.tool) {
                hosts.push(host);
            }
        }
    }
    hosts.sort_unstable();
    hosts.dedup();
    Some(hosts)
}

/// The labels of hosts from the right, each with a tool that lists the host;
/// sorted.
type Owners<'a> = Vec<(String, &'a str)>;

fn owners<'a>(items: &[&'a IndexEntry]) -> Result<Owners<'a>, BuildError> {
    let mut owners = Owners::new();
    for item in items {
        for domain in &item.domains {
            let (host, _) = split(domain).ok_or_else(|| bad_domain(item, domain))?;
            owners.push((labels(&host), item.tool.as_str()));
        }
    }
    owners.sort_unstable();
    Ok(owners)
}

/// Whether no other tool lists the host or a host below it.
fn owns_below(owners: &Owners<'_>, host: &str, tool: &str) -> bool {
    let labels = labels(host);
    let from = owners.partition_point(|(other, _)| *other < labels);
    let mut below = owners.iter().skip(from).take_while(|(below, _)| below.starts_with(&labels));
    below.all(|(_, owner)| *owner == tool)
}

/// `com.google.docs.` for docs.google.com: what begins with it is below it.
fn labels(host: &str) -> String {
    host.rsplit('.').flat_map(|label| [label, "."]).collect()
}

/// Host and path of a domain, in lower case and without `www.`.
fn split(domain: &str) -> Option<(String, String)> {
    let domain = domain.to_ascii_lowercase();
    let (host, path) = domain.split_once('/').unwrap_or((&domain, ""));
    let host = host.strip_prefix("www.").unwrap_or(host);
    let is_host = host.contains('.')
        && host
            .split('.')
            .all(|label| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    let is_path = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'?' && byte != b'#');
    (is_host && is_path).then(|| (host.to_owned(), path.trim_end_matches('/').to_owned()))
}

/// A name that is written like a host, such as Genial.ly.
fn dotted(name: &str) -> Option<String> {
    split(name).filter(|(_, path)| path.is_empty()).map(|(host, _)| host)
}

fn bad_domain(item: &IndexEntry, domain: &str) -> BuildError {
    BuildError::Domain { tool: item.tool.clone(), domain: domain.to_owned() }
}
