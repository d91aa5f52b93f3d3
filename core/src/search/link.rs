//! Finding the links in a text and taking them apart.
//!
//! Nothing here is fuzzy. A host counts only letter by letter, hosts with
//! other letters than ASCII, with user names, with backslashes or with
//! percent signs count as unknown, and an unknown host is an answer too: it
//! belongs to nobody in the index.

use crate::tool::Store;

use super::limits::MAX_LINKS;
use super::look_alike;
use super::store_link;

/// A link, a store id, or something that looks like a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Link {
    /// An app in a store.
    Store(Store, String),
    /// A page; the host is in lower case, the path without its first slash.
    Page {
        /// The host.
        host: String,
        /// The path.
        path: String,
        /// False where what is below a host says nothing about who owns it,
        /// as in a store.
        below: bool,
    },
    /// A link that can belong to no tool.
    Unknown,
}

/// A link and where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found<'t> {
    /// What it leads to.
    pub(super) link: Link,
    /// The word of the text it was found in.
    pub(super) word: &'t str,
    /// Whether it was written with a scheme, `www.` or a path, so that it
    /// cannot be words with a point between them.
    pub(super) explicit: bool,
}

/// Most words with a point in them that are looked at.
const MAX_DOTTED_WORDS: usize = 128;

/// Whether a last label is a generic top-level domain.
pub(super) type IsTopLevel<'a> = &'a dyn Fn(&str) -> bool;

/// The links in a text, in order.
pub(super) fn find<'t>(text: &'t str, is_top_level: IsTopLevel<'_>) -> Vec<Found<'t>> {
    let words = text.split_whitespace().filter(|word| word.contains(POINTS) || word.contains("://"));
    words.take(MAX_DOTTED_WORDS).filter_map(|word| find_in_word(word, is_top_level)).take(MAX_LINKS).collect()
}

/// The point, and the characters that browsers read as one.
const POINTS: [char; 4] = ['.', '。', '．', '｡'];

/// What stands around a link in running text.
const AROUND: &[char] = &[
    '<', '>', '(', ')', '[', ']', '{', '}', '"', '\'', '“', '”', '„', '‘', '’', '«', '»', ',', ';', ':', '!', '?', '.',
    '…', '*', '_', '|', '`',
];

fn find_in_word<'t>(word: &'t str, is_top_level: IsTopLevel<'_>) -> Option<Found<'t>> {
    let trimmed = word.trim_matches(AROUND);
    let found = |link, explicit| Some(Found { link, word, explicit });
    if let Some((before, rest)) = trimmed.split_once("://") {
        let scheme_at = before
            .rfind(|char: char| !char.is_ascii_alphanumeric() && char != '-')
            .map_or(0, |at| at.saturating_add(1));
        let (prefix, scheme) = before.split_at_checked(scheme_at).unwrap_or(("", before));
        if !prefix.contains(['.', '/', '\\', '@', '?', '=']) {
            return found(with_scheme(&scheme.to_ascii_lowercase(), rest), true);
        }
    }
    let end = trimmed.find(['/', '?', '#', '\\']).unwrap_or(trimmed.len());
    let (authority, rest) = trimmed.split_at_checked(end)?;
    if authority.contains('@') && authority.contains(POINTS) {
        return found(Link::Unknown, true);
    }
    let host = authority.split(':').next().unwrap_or_default();
    let explicit = rest.len() > 1 || host.to_ascii_lowercase().starts_with("www.");
    if !looks_like_host(host, is_top_level) {
        return None;
    }
    found(page(trimmed), explicit)
}

fn with_scheme(scheme: &str, rest: &str) -> Link {
    match scheme {
        "http" | "https" => page(rest),
        _ => store_link::by_scheme(scheme, rest).unwrap_or(Link::Unknown),
    }
}

/// A page from what stands behind `https://`.
pub(super) fn page(address: &str) -> Link {
    page_or_wrapped(address).unwrap_or(Link::Unknown)
}

fn page_or_wrapped(address: &str) -> Option<Link> {
    if address.contains(['\\', '\0']) {
        return None;
    }
    let (before_fragment, _) = address.split_once('#').unwrap_or((address, ""));
    let (place, query) = before_fragment.split_once('?').unwrap_or((before_fragment, ""));
    let (authority, path) = place.split_once('/').unwrap_or((place, ""));
    let host = plain_host(authority)?;
    if let Some(wrapped) = store_link::wrapped(&host, path, query) {
        // A link inside the wrapped link would be one too many.
        let inner = wrapped.strip_prefix("https://").or_else(|| wrapped.strip_prefix("http://"))?;
        let (place, query) = inner.split_once('?').unwrap_or((inner, ""));
        let (authority, path) = place.split_once('/').unwrap_or((place, ""));
        return Some(resolve(plain_host(authority)?, path, query));
    }
    Some(resolve(host, path, query))
}

fn resolve(host: String, path: &str, query: &str) -> Link {
    match store_link::by_host(&host, path, query) {
        store_link::StorePage::App(store, id) => Link::Store(store, id),
        store_link::StorePage::Other => Link::Page { host, path: path.to_ascii_lowercase(), below: false },
        store_link::StorePage::NoStore => Link::Page { host, path: path.to_ascii_lowercase(), below: true },
    }
}

/// First labels that lead to the same site as the host without them.
const MOBILE: [&str; 3] = ["www.", "m.", "mobile."];

/// The host of an authority, if it is nothing but a host and a port.
fn plain_host(authority: &str) -> Option<String> {
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    let host =
        MOBILE.iter().find_map(|mobile| host.strip_prefix(mobile)).filter(|rest| rest.contains('.')).unwrap_or(&host);
    let is_host = host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        });
    (is_host && port.bytes().all(|byte| byte.is_ascii_digit())).then(|| host.to_owned())
}

/// Whether a word without a scheme is meant as a host: its last label is, or
/// passes for, a top-level domain.
fn looks_like_host(word: &str, is_generic: IsTopLevel<'_>) -> bool {
    let word = word.strip_suffix(POINTS).unwrap_or(word);
    let mut labels = word.split(POINTS).rev();
    let last = labels.next().unwrap_or_default().to_ascii_lowercase();
    let mut rest = labels.peekable();
    let has_rest = rest.peek().is_some();
    has_rest
        && is_top_level(&last, is_generic)
        && rest.clone().all(|label| {
            !label.is_empty() && label.chars().all(|char| char.is_alphanumeric() || char == '-' || char == '_')
        })
        && rest.any(|label| label.contains(char::is_alphabetic))
}

/// A country code, a generic domain, or what would pass for one: letters of
/// another script, or with digits among them.
fn is_top_level(label: &str, is_generic: IsTopLevel<'_>) -> bool {
    let is_country = label.len() == 2 && label.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_mixed = label.contains(|char: char| char.is_ascii_digit()) && label.contains(char::is_alphabetic);
    is_country
        || is_mixed
        || label.starts_with("xn--")
        || is_generic(label)
        || look_alike::plain(label).is_some_and(|plain| is_top_level(&plain, is_generic))
}

/// Key of a host, with a path where a brand shares the host.
pub(super) fn host_key(host: &str, path: &str) -> Vec<u8> {
    let slash = if path.is_empty() { "" } else { "/" };
    ["h", host, slash, path].concat().into_bytes()
}

/// Key of a name that is written like a host.
pub(super) fn named_host_key(host: &str) -> Vec<u8> {
    ["n", host].concat().into_bytes()
}

/// Key of an id in a store. Capitals do not count: no two apps differ in
/// those alone.
pub(super) fn store_key(store: Store, id: &str) -> Vec<u8> {
    let mark = match store {
        Store::Play => "p",
        Store::AppStore => "a",
        Store::FDroid => "f",
        Store::Microsoft => "m",
        Store::Chrome => "c",
        Store::Edge => "e",
        Store::Firefox => "x",
    };
    let id = id.to_ascii_lowercase();
    let id = match store {
        Store::AppStore => id.strip_prefix("id").unwrap_or(&id),
        _ => &id,
    };
    ["s", mark, id].concat().into_bytes()
}

#[cfg(test)]
mod tests;
