//! Which hosts and store ids lead to a tool.

use std::collections::{BTreeMap, BTreeSet};

use crate::search::layout::IndexLayout;
use crate::search::link::{host_key, named_host_key, store_key};
use crate::search::rows::{KeyRole, Space, Target};

use super::write::TargetMap;
use super::{BuildError, IndexEntry, IsPublicSuffix};

/// The link keys of all items, which are numbered by their place.
pub(super) fn of_items(items: &[&IndexEntry], is_public_suffix: IsPublicSuffix<'_>) -> Result<TargetMap, BuildError> {
    let mut keys = TargetMap::default();
    let owners = owners(items)?;
    for (number, item) in items.iter().enumerate() {
        let number = u32::try_from(number).map_err(|_| BuildError::TooMany)?;
        let target = |role| Target { entry: number, role };
        for domain in &item.domains {
            let (host, path) = split(domain).ok_or_else(|| bad_domain(item, domain))?;
            let alone = path.is_empty() && !is_public_suffix(&host) && owns_below(&owners, &host, &item.tool);
            let role = if alone { KeyRole::Domain } else { KeyRole::Host };
            keys.entry(host_key(&host, &path)).or_default().insert(target(role));
        }
        for store in &item.stores {
            keys.entry(store_key(store.store, &store.id)).or_default().insert(target(KeyRole::Whole));
        }
        let names = item.texts.iter().map(|(text, _)| text).chain([&item.name]);
        for host in names.filter_map(|name| dotted(name)) {
            keys.entry(named_host_key(&host)).or_default().insert(target(KeyRole::Whole));
        }
    }
    Ok(keys)
}

/// The hosts below which strangers can have hosts, as it stands in an index of
/// these entries; `None` if it is not one of them.
pub(crate) fn public_hosts(entries: &[IndexEntry], index: &[u8]) -> Option<BTreeSet<String>> {
    let layout = IndexLayout::read(index).ok()?;
    let index = layout.view(index);
    let mut items: Vec<&IndexEntry> = entries.iter().collect();
    items.sort_unstable();
    let owners = owners(&items).ok()?;
    let mut hosts = BTreeSet::new();
    for (number, item) in (0_u32..).zip(items) {
        for (host, path) in item.domains.iter().filter_map(|domain| split(domain)) {
            let key = host_key(&host, &path);
            let mut targets = index.rows.targets(Space::Links, &key, index.links.get(&key)?);
            let role = targets.find(|target| target.entry == number && target.role != KeyRole::Whole)?.role;
            if path.is_empty() && role == KeyRole::Host && owns_below(&owners, &host, &item.tool) {
                hosts.insert(host);
            }
        }
    }
    Some(hosts)
}

/// The tools that list each host, by the labels of the host from the right.
type Owners<'a> = BTreeMap<Vec<String>, BTreeSet<&'a str>>;

fn owners<'a>(items: &[&'a IndexEntry]) -> Result<Owners<'a>, BuildError> {
    let mut owners = Owners::new();
    for item in items {
        for domain in &item.domains {
            let (host, _) = split(domain).ok_or_else(|| bad_domain(item, domain))?;
            owners.entry(labels(&host)).or_default().insert(&item.tool);
        }
    }
    Ok(owners)
}

/// Whether no other tool lists the host or a host below it.
fn owns_below(owners: &Owners<'_>, host: &str, tool: &str) -> bool {
    let labels = labels(host);
    owners
        .range(labels.clone()..)
        .take_while(|(below, _)| below.starts_with(&labels))
        .all(|(_, tools)| tools.iter().all(|owner| *owner == tool))
}

fn labels(host: &str) -> Vec<String> {
    host.rsplit('.').map(str::to_owned).collect()
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
