//! A domain is written as a host, or a host and a path.

use crate::check::Check;
use crate::files::At;
use crate::problems::Problems;
use crate::record::Records;
use crate::web;

/// Links are compared with domains letter by letter, after `www.` and the
/// scheme have been taken off.
pub(super) const CHECK: Check = Check::error("domain-form", "a domain is a host, or a host and a path", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        let of_editions = tool.editions.iter().flat_map(|edition| &edition.domains);
        for domain in tool.domains.iter().chain(of_editions) {
            look_at(domain, problems);
        }
    }
}

fn look_at(domain: &At<String>, problems: &Problems) {
    let (host, path) = split(&domain.value);
    let remedy = if domain.value.contains("://") {
        "leave out the scheme"
    } else if host.starts_with("www.") {
        "leave out `www.`"
    } else if !web::is_host(host) {
        "write the host in lower case, without port or user name"
    } else if path.is_some_and(|path| !is_path(path)) {
        "leave out the last `/`, and everything from `?` or `#` on"
    } else {
        return;
    };
    problems.add(
        &CHECK,
        domain.place,
        format!("`{}`", domain.value),
        "a host such as voorbeeld.example, or a host and path such as voorbeeld.example/quiz",
        remedy,
    );
}

/// Host and path, without the slash between them.
pub(super) fn split(domain: &str) -> (&str, Option<&str>) {
    domain.split_once('/').map_or((domain, None), |(host, path)| (host, Some(path)))
}

fn is_path(path: &str) -> bool {
    let is_segment = |segment: &str| {
        !segment.is_empty()
            && segment != "."
            && segment != ".."
            && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%+@".contains(&byte))
    };
    path.split('/').all(is_segment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_have_segments_and_nothing_after_them() {
        for good in ["quiz", "edu/quiz", "a-b_c.d~e"] {
            assert!(is_path(good), "{good}");
        }
        for bad in ["", "quiz/", "a//b", "../a", "a?b", "a#b", "a b"] {
            assert!(!is_path(bad), "{bad}");
        }
    }
}
