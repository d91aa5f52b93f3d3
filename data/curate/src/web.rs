//! Addresses and hosts, as far as records need them.

/// The parts of an address that checks look at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    pub(crate) scheme: &'a str,
    /// What stands before an `@` in the host part.
    pub(crate) user_info: Option<&'a str>,
    /// The host, without a port.
    pub(crate) host: &'a str,
}

/// Takes an address apart; nothing where it has no scheme or no host.
pub(crate) fn parse(text: &str) -> Option<Address<'_>> {
    let (scheme, rest) = text.split_once("://")?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let (user_info, host_and_port) = match authority.rsplit_once('@') {
        Some((user_info, host)) => (Some(user_info), host),
        None => (None, authority),
    };
    let host = host_and_port.split(':').next()?;
    (!host.is_empty()).then_some(Address { scheme, user_info, host })
}

/// True for a host name of at least two labels, in lower case; other scripts
/// in their `xn--` form.
pub(crate) fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        (1..=63).contains(&label.len()) && label.bytes().all(inner) && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(is_label)
        && last.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// True where `host` is `parent` or a name below it.
pub(crate) fn is_at_or_below(host: &str, parent: &str) -> bool {
    host == parent || host.strip_suffix(parent).is_some_and(|rest| rest.ends_with('.'))
}

/// True where anyone can have a name directly below the host: `nl`, `co.uk`,
/// `github.io`. Answered from the public suffix list.
pub(crate) fn is_public_suffix(host: &str) -> bool {
    psl::suffix_str(host) == Some(host)
}

/// The first name in the query of an address that tells the site where its
/// reader came from.
pub(crate) fn tracker(address: &str) -> Option<&str> {
    let query = address.split('#').next()?.split_once('?')?.1;
    let mut names = query.split(['&', ';']).map(|pair| pair.split('=').next().unwrap_or(pair));
    names.find(|name| {
        let lower = name.to_ascii_lowercase();
        lower.starts_with("utm_") || TRACKERS.contains(&lower.as_str())
    })
}

/// What mail programs, advertisers and search engines add to addresses,
/// beside everything that begins with `utm_`.
const TRACKERS: [&str; 12] = [
    "_hsenc",
    "_hsmi",
    "dclid",
    "fbclid",
    "gad_source",
    "gclid",
    "hsctatracking",
    "igshid",
    "mc_cid",
    "mc_eid",
    "msclkid",
    "srsltid",
];

/// The host that its owner registered: `kahoot.co.uk` for
/// `www.kahoot.co.uk`. Nothing for a public suffix.
pub(crate) fn registered(host: &str) -> Option<&str> {
    psl::domain_str(host)
}

/// The part of a host that its owner chose to register: `kahoot` for
/// `www.kahoot.co.uk`.
pub(crate) fn registrable_name(host: &str) -> Option<&str> {
    registered(host)?.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_a_reader_is_told_from_what_names_a_page() {
        let cases = [
            ("https://a.example/x?utm_source=mail", Some("utm_source")),
            ("https://a.example/x?id=3&UTM_Campaign=y", Some("UTM_Campaign")),
            ("https://a.example/x?gclid=1#top", Some("gclid")),
            ("https://a.example/x?page=gclid", None),
            ("https://a.example/utm_source=mail", None),
            ("https://a.example/x#?utm_source=mail", None),
            ("https://a.example/x?", None),
        ];
        for (address, expected) in cases {
            assert_eq!(tracker(address), expected, "{address}");
        }
        assert!(TRACKERS.is_sorted());
    }

    #[test]
    fn the_host_is_found_behind_user_info_and_before_the_port() {
        let cases = [
            ("https://kahoot.com/privacy", Some(("https", None, "kahoot.com"))),
            ("https://kahoot.com@evil.example:8443/x", Some(("https", Some("kahoot.com"), "evil.example"))),
            ("http://a.example?b@c", Some(("http", None, "a.example"))),
            ("https:///path", None),
            ("kahoot.com", None),
        ];
        for (text, expected) in cases {
            let expected = expected.map(|(scheme, user_info, host)| Address { scheme, user_info, host });
            assert_eq!(parse(text), expected, "{text}");
        }
    }

    #[test]
    fn hosts_are_lower_case_names_with_a_point() {
        for good in ["kahoot.com", "docs.google.com", "xn--bcher-kva.example", "8x8.vc"] {
            assert!(is_host(good), "{good}");
        }
        for bad in ["kahoot", "Kahoot.com", "kahoot..com", "-a.com", "a_b.com", "1.2.3.4", "bücher.example", ""] {
            assert!(!is_host(bad), "{bad}");
        }
    }

    #[test]
    fn public_suffixes_are_those_of_registries_and_of_hosting() {
        for suffix in ["nl", "co.uk", "github.io"] {
            assert!(is_public_suffix(suffix), "{suffix}");
        }
        for host in ["kahoot.com", "example.co.uk", "school.github.io"] {
            assert!(!is_public_suffix(host), "{host}");
        }
    }

    #[test]
    fn a_host_is_below_its_parents_only() {
        assert!(is_at_or_below("docs.google.com", "google.com"));
        assert!(is_at_or_below("google.com", "google.com"));
        assert!(!is_at_or_below("notgoogle.com", "google.com"));
        assert!(!is_at_or_below("google.com", "docs.google.com"));
    }
}
