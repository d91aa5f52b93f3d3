//! The index of names, built from the records.

use crate::search::{IndexEntry, MAX_NAME_CHARS, Repeats, Words, folded, public_hosts, rebuild, repeats, usage_weight};
use crate::tool::{Edition, Tool};

use super::numbers::{Reader, push_number};
use super::records::Records;
use super::{MAX_PACKED_NAMES, PackError};

/// What leads to a tool and its editions. `supplier` is the name of its
/// supplier, empty when not known.
#[must_use]
pub fn index_entries(tool: &Tool, supplier: &str) -> Vec<IndexEntry> {
    let of_tool = IndexEntry {
        tool: tool.id.clone(),
        edition: None,
        name: tool.name.clone(),
        texts: tool.other_names.iter().map(|name| (name.text.clone(), name.kind)).collect(),
        supplier: supplier.to_owned(),
        domains: tool.domains.clone(),
        stores: tool.stores.clone(),
        weight: usage_weight(tool.usage),
        judged: true,
    };
    let mut entries = vec![of_tool];
    for edition in &tool.editions {
        let Some(name) = edition_name(tool, edition) else {
            continue;
        };
        entries.push(IndexEntry {
            tool: tool.id.clone(),
            edition: Some(edition.id.clone()),
            name,
            texts: Vec::new(),
            supplier: supplier.to_owned(),
            domains: edition.domains.clone(),
            stores: Vec::new(),
            weight: usage_weight(tool.usage),
            judged: true,
        });
    }
    entries
}

/// The name under which an edition is found. It says which tool it is of:
/// "Gratis docentaccount" becomes "Kahoot!: Gratis docentaccount". Nothing
/// where it says no more than the tool does and has no hosts of its own.
fn edition_name(tool: &Tool, edition: &Edition) -> Option<String> {
    let names: Vec<String> = core::iter::once(&tool.name)
        .chain(tool.other_names.iter().map(|other| &other.text))
        .map(|name| folded(name))
        .collect();
    let own = folded(&edition.name);
    let says_which = |name: &String| own.starts_with(name.as_str()) || name.len() > 2 && own.contains(name.as_str());
    let full =
        if names.iter().any(says_which) { edition.name.clone() } else { format!("{}: {}", tool.name, edition.name) };
    if !names.contains(&own) && full.chars().count() <= MAX_NAME_CHARS {
        Some(full)
    } else {
        (!edition.domains.is_empty()).then(|| tool.name.clone())
    }
}

pub(super) fn entries(records: &Records) -> Vec<IndexEntry> {
    let supplier = |tool: &Tool| {
        records.suppliers.iter().rfind(|supplier| supplier.id == tool.supplier).map_or("", |supplier| &supplier.name)
    };
    let mut entries = Vec::new();
    for tool in &records.tools {
        entries.extend(index_entries(tool, supplier(tool)));
    }
    entries
}

/// What does not follow from the records: the words that name no tool, below
/// which hosts strangers may have one, and which nodes were written again.
pub(super) fn pack(records: &Records, section: &[u8]) -> Option<Vec<u8>> {
    let entries = entries(records);
    let words = Words::of_index(section)?;
    let hosts = public_hosts(&entries, section)?;
    let repeats = repeats(&entries, &|host| hosts.iter().any(|known| known == host), &words, section)?;
    let words = words.to_bytes();
    let mut bytes = Vec::new();
    push_number(&mut bytes, words.len());
    bytes.extend_from_slice(&words);
    push_number(&mut bytes, hosts.len());
    for host in hosts {
        push_number(&mut bytes, host.len());
        bytes.extend_from_slice(host.as_bytes());
    }
    for repeats in repeats {
        push_number(&mut bytes, repeats.len());
        let mut next = 0_usize;
        for repeat in repeats {
            push_number(&mut bytes, repeat.saturating_sub(next));
            next = repeat.saturating_add(1);
        }
    }
    Some(bytes)
}

pub(super) fn unpack(records: &Records, bytes: &[u8]) -> Result<Vec<u8>, PackError> {
    let damaged = PackError::Damaged { part: "the names" };
    let mut reader = Reader::new(bytes);
    let words = reader.bytes().ok_or(damaged)?;
    let words = Words::from_bytes(words, MAX_PACKED_NAMES).ok_or(damaged)?;
    let mut hosts: Vec<&str> = Vec::new();
    for _ in 0..reader.number().filter(|&hosts| hosts <= MAX_PACKED_NAMES).ok_or(damaged)? {
        let host = reader.bytes().and_then(|host| core::str::from_utf8(host).ok()).ok_or(damaged)?;
        hosts.push(host);
    }
    hosts.sort_unstable();
    let mut repeats = Repeats::default();
    for repeats in &mut repeats {
        let mut next = 0_usize;
        for _ in 0..reader.number().ok_or(damaged)? {
            let repeat = next.saturating_add(reader.number().ok_or(damaged)?);
            repeats.push(repeat);
            next = repeat.saturating_add(1);
        }
    }
    if !reader.is_empty() {
        return Err(damaged);
    }
    rebuild(&entries(records), &|host| hosts.binary_search(&host).is_ok(), &words, &repeats).map_err(|_| damaged)
}
