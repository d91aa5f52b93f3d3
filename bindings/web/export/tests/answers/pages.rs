//! Pages hold text as text, and nothing that runs.

use std::collections::BTreeSet;

use magdit::{Language, School};
use magdit_web_export::{Plan, export};
use serde_json::json;

use super::{library, plan};

const PAYLOADS: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>",
    "&lt;b&gt; &amp; <b>",
    "<a href=JaVaScRiPt&colon;alert(1)>x</a>",
    "--><style>*{display:none}</style>",
    "{number} {date} <bdi>",
];

/// Every element and attribute that a page may have.
const ELEMENTS: [&str; 39] = [
    "!DOCTYPE", "a", "article", "bdi", "body", "caption", "dd", "details", "div", "dl", "dt", "footer", "h1", "h2",
    "h3", "head", "header", "html", "li", "link", "main", "meta", "nav", "ol", "p", "path", "q", "section", "span",
    "strong", "summary", "svg", "table", "tbody", "td", "th", "title", "tr", "ul",
];

/// Names of elements, and of attributes, as a browser finds them in text that
/// is escaped well: no bare angle bracket or quote is left inside of either.
fn markup(page: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut elements, mut attributes) = (BTreeSet::new(), BTreeSet::new());
    for tag in page.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').expect("every tag ends");
        assert!(!text.contains('>'), "{text}");
        let mut quoted = tag.split('"');
        let names = quoted.by_ref().step_by(2).collect::<Vec<_>>().join(" ");
        let mut words = names.split([' ', '=']).filter(|word| !word.is_empty() && *word != "/");
        elements.insert(words.next().unwrap_or_default().trim_start_matches('/').to_owned());
        attributes.extend(words.map(str::to_owned));
    }
    (elements, attributes)
}

fn assert_harmless(path: &str, bytes: &[u8]) {
    let page = core::str::from_utf8(bytes).unwrap();
    let (elements, attributes) = markup(page);
    let odd: Vec<&String> = elements.iter().filter(|name| !ELEMENTS.contains(&name.as_str())).collect();
    assert!(odd.is_empty(), "{path}: {odd:?}");
    let odd: Vec<&String> = attributes.iter().filter(|name| name.starts_with("on") || *name == "style").collect();
    assert!(odd.is_empty(), "{path}: {odd:?}");
    let addresses = page.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    for address in addresses {
        let scheme = address.split_once(':').map(|(scheme, _)| scheme);
        assert!(matches!(scheme, None | Some("https" | "http" | "data")), "{path}: {address}");
        assert!(scheme != Some("data") || address == "data:,", "{path}: {address}");
    }
}

#[test]
fn nothing_in_a_school_file_becomes_markup() {
    let mut counted = 0;
    for payloads in PAYLOADS.chunks(4) {
        let [name, role, condition, setting] = payloads else { panic!("four at a time") };
        let decision = json!({
            "tool": "zulip",
            "decision": "approved_with_conditions",
            "date": "2026-09-01",
            "decided_by": role,
            "conditions": [condition, name, role],
            "settings": [setting],
        });
        let contacts = json!({ "privacy_officer": condition, "it_administrator": role, "incidents": name });
        let file = json!({ "name": name, "date": "2026-11-21", "contacts": contacts, "decisions": [decision] });
        let school = library().with_school(file.to_string().as_bytes()).unwrap();
        assert_eq!(school.school().map(School::problems), Some(&[][..]), "{payloads:?}");
        let made = export(&school, &plan(&["zulip"], &[Language::Nl])).unwrap();
        for (path, bytes) in made.files.iter().filter(|(path, _)| path.ends_with(".html")) {
            assert_harmless(path, bytes);
            counted += 1;
        }
        let page = core::str::from_utf8(&made.files["nl/zulip.html"]).unwrap();
        for payload in payloads {
            let escaped =
                payload.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
            assert!(page.contains(&escaped), "{payload} is shown as text");
        }
    }
    println!("{counted} pages with {} payloads in the fields of a school's file", PAYLOADS.len());
}

#[test]
fn pages_and_what_points_at_them_agree() {
    let base_url = Some("https://portal.example/mag-dit/".to_owned());
    let made = export(&library(), &Plan { base_url, ..plan(&["zulip", "zotero"], Language::ALL) }).unwrap();
    let mut counted = 0;
    for (path, bytes) in made.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert_harmless(path, bytes);
        let page = core::str::from_utf8(bytes).unwrap();
        let folder = path.split_once('/').unwrap().0;
        let targets = page.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for target in targets.filter(|target| !target.starts_with('#') && !target.starts_with("data:")) {
            let file = match (target.strip_prefix("../"), target.strip_prefix("https://portal.example/mag-dit/")) {
                (Some(file), _) | (_, Some(file)) => file.to_owned(),
                _ if target.contains("://") => continue,
                _ => format!("{folder}/{target}"),
            };
            assert!(made.files.contains_key(&file), "{path}: {target}");
            counted += 1;
        }
        assert!(!page.contains("{number}") && !page.contains("{date}") && !page.contains("undefined"), "{path}");
        for heading in ["<h1", "<h2", "<title>"] {
            let empty = page
                .split(heading)
                .skip(1)
                .any(|rest| rest.split_once('>').is_some_and(|(_, text)| text.starts_with("</")));
            assert!(!empty || heading == "<title>", "{path}: an empty {heading}");
        }
    }
    let oembed: serde_json::Value = serde_json::from_slice(&made.files["nl/oembed/zulip.json"]).unwrap();
    let frame = oembed["html"].as_str().unwrap();
    assert!(frame.contains("src=\"https://portal.example/mag-dit/nl/zulip.html\""), "{frame}");
    assert_harmless_frame(frame);
    println!("{counted} links between {} files", made.files.len());
}

fn assert_harmless_frame(frame: &str) {
    let (elements, attributes) = markup(frame);
    assert_eq!(elements.into_iter().collect::<Vec<_>>(), ["iframe"]);
    assert!(
        attributes
            .iter()
            .all(|name| ["src", "title", "width", "height", "sandbox", "loading"].contains(&name.as_str()))
    );
}

#[test]
fn without_an_address_there_is_no_oembed() {
    let made = export(&library(), &plan(&["zulip"], &[Language::Nl])).unwrap();
    assert!(made.files.keys().all(|path| !path.contains("oembed")));
    assert!(!core::str::from_utf8(&made.files["nl/zulip.html"]).unwrap().contains("oembed"));
}
