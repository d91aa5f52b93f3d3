//! The shapes of links to app stores, and of links wrapped in another.

use crate::tool::Store;

use super::link::Link;

/// What a page on a host is, as far as stores go.
pub(super) enum StorePage {
    /// The page of one app.
    App(Store, String),
    /// Another page of a store.
    Other,
    /// No page of a store.
    NoStore,
}

/// Reads a page on a host without `www.`.
pub(super) fn by_host(host: &str, path: &str, query: &str) -> StorePage {
    let segments = || path.split('/').filter(|segment| !segment.is_empty());
    let last = segments().next_back();
    let after = |word: &str| segments().skip_while(move |segment| *segment != word).nth(1);
    let (store, id) = match host {
        "play.google.com" => (Store::Play, parameter(query, "id").filter(|_| path.contains("apps/"))),
        "apps.apple.com" | "itunes.apple.com" => (Store::AppStore, last.filter(|id| is_apple_id(id))),
        "f-droid.org" => (Store::FDroid, after("packages")),
        "apps.microsoft.com" => (Store::Microsoft, last.filter(|id| is_microsoft_id(id))),
        "microsoft.com" => match last.filter(|id| is_microsoft_id(id)) {
            Some(id) if segments().any(|segment| matches!(segment, "p" | "store")) => (Store::Microsoft, Some(id)),
            _ => return StorePage::NoStore,
        },
        "chromewebstore.google.com" => (Store::Chrome, last.filter(|id| is_extension_id(id))),
        "chrome.google.com" => (Store::Chrome, last.filter(|id| is_extension_id(id))),
        "microsoftedge.microsoft.com" => (Store::Edge, last.filter(|id| is_extension_id(id))),
        "addons.mozilla.org" => (Store::Firefox, after("addon")),
        _ => return StorePage::NoStore,
    };
    id.map_or(StorePage::Other, |id| StorePage::App(store, id.to_owned()))
}

/// Reads a link with a scheme of a store; `rest` stands behind `://`.
pub(super) fn by_scheme(scheme: &str, rest: &str) -> Option<Link> {
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    match scheme {
        "market" => {
            let id = parameter(query, "id").filter(|_| place.trim_end_matches('/') == "details")?;
            Some(Link::Store(Store::Play, id.to_owned()))
        }
        "android-app" => {
            let id = place.split('/').next().filter(|id| id.contains('.'))?;
            Some(Link::Store(Store::Play, id.to_owned()))
        }
        "intent" => {
            let rest = rest.split_once("#Intent;")?.1;
            let id = rest.split(';').find_map(|part| part.strip_prefix("package="))?;
            Some(Link::Store(Store::Play, id.to_owned()))
        }
        "itms" | "itms-apps" | "itms-appss" => Some(super::link::page(rest)),
        "ms-windows-store" => {
            let id = parameter(query, "productid").filter(|id| is_microsoft_id(id))?;
            Some(Link::Store(Store::Microsoft, id.to_owned()))
        }
        _ => None,
    }
}

/// The link that a mail filter or a search engine put into its own.
pub(super) fn wrapped(host: &str, path: &str, query: &str) -> Option<String> {
    let names: &[&str] = match (host, path) {
        ("google.com" | "google.nl" | "google.be", "url") => &["q", "url"],
        ("l.facebook.com" | "lm.facebook.com", "l.php") => &["u"],
        ("l.instagram.com", _) => &["u"],
        ("youtube.com", "redirect") => &["q"],
        _ if host.ends_with(".safelinks.protection.outlook.com") => &["url"],
        _ => return None,
    };
    let inner = names.iter().find_map(|name| parameter(query, name));
    Some(inner.and_then(percent_decoded).unwrap_or_default())
}

fn parameter<'q>(query: &'q str, name: &str) -> Option<&'q str> {
    let query = query.split('#').next().unwrap_or_default();
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(key, value)| key.eq_ignore_ascii_case(name) && !value.is_empty()).map(|(_, value)| value).next()
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            let (high, low) = rest.next().and_then(digit).zip(rest.next().and_then(digit))?;
            bytes.push((high << 4) | low);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains(['\\', '\0', '\n', '\r', '\t', ' ']))
}

/// `id` and 6 to 12 digits.
pub(super) fn is_apple_id(id: &str) -> bool {
    let digits = id.strip_prefix("id").unwrap_or_default();
    (6..=12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Twelve letters and digits.
pub(super) fn is_microsoft_id(id: &str) -> bool {
    id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// 32 letters a–p.
pub(super) fn is_extension_id(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|byte| matches!(byte, b'a'..=b'p'))
}
