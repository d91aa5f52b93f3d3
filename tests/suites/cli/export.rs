//! `magdit export web`: a tree of files, and what is in its way.

use std::fs;

use crate::command::{folder, magdit};

#[test]
fn a_tree_is_written_replaced_and_rid_of_what_is_gone() {
    let dir = folder("web-tree").join("mag-dit");
    let tree = dir.to_string_lossy().into_owned();
    let one = ["export", "web", &tree, "--tools", "zulip", "--languages", "nl", "--today", "2026-11-22"];
    let run = magdit(&[&one[..], &["--json"]].concat());
    assert_eq!(run.code, 0, "{run:?}");
    let said = run.json();
    assert_eq!((said["tools"].as_u64(), said["from"].as_str()), (Some(1), Some("2026-11-22")));
    for path in ["index.json", "schema.json", "openapi.json", "style.css", "nl/zulip.html", "nl/answers/zulip.json"] {
        assert!(dir.join(path).is_file(), "{path}");
    }
    let files = said["files"].as_u64().unwrap();
    fs::write(dir.join("nl/answers/gone.json"), "{}").unwrap();
    fs::write(dir.join("nl/gone.html"), "").unwrap();
    fs::write(dir.join("own.txt"), "").unwrap();
    let again = magdit(&one);
    assert_eq!(again.code, 0, "{again:?}");
    assert!(again.out.contains("1 tools") && again.out.contains("2026-12-21"), "{again:?}");
    assert!(!dir.join("nl/answers/gone.json").exists() && !dir.join("nl/gone.html").exists());
    assert!(dir.join("own.txt").exists(), "what is beside the folders of the tree stays");
    println!("a tree of {files} files");
}

#[test]
fn a_tree_never_takes_the_place_of_something_else() {
    let dir = folder("web-other");
    fs::write(dir.join("index.json"), r#"{"schema":"something"}"#).unwrap();
    let other = dir.to_string_lossy().into_owned();
    magdit(&["export", "web", &other, "--tools", "zulip"]).refuses(1, &["web-other", "empty or a new one"]);
    assert_eq!(fs::read_dir(&dir).unwrap().count(), 1);
    let new = dir.join("new").to_string_lossy().into_owned();
    let refused =
        |more: &[&str], code, says: &str| magdit(&[&["export", "web", &new][..], more].concat()).refuses(code, &[says]);
    refused(&["--tools", "no-such-tool"], 3, "no-such-tool");
    refused(&["--tools", "zulip", "--as-of", "2026-11-20"], 2, "answers from");
    refused(&["--tools", "zulip", "--base-url", "portal.example"], 2, "https://");
    refused(&["--tools", "zulip", "--most-used", "3"], 2, "--most-used");
    refused(&["--most-used", "0"], 2, "--most-used");
    refused(&["--languages", "de"], 2, "nl");
    assert!(!dir.join("new").exists(), "nothing is written then");
    magdit(&["export", "--csv", "x.csv", "web", &new]).refuses(2, &["web"]);
}
