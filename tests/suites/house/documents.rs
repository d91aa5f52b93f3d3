//! What the documents name exists.

use magdit_tests::{root, text};

const DOCUMENTS: [&str; 12] = [
    "README.md",
    "DESIGN.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "bindings/README.md",
    "bindings/c/README.md",
    "bindings/c/php/README.md",
    "examples/jvm-jna/README.md",
    "bindings/kotlin/README.md",
    "bindings/python/README.md",
    "bindings/swift/README.md",
    "tests/conformance/README.md",
];

/// Paths between backticks: with a slash and without a blank, a star or the
/// like. Paths that stand for many, or for a file somebody is to make, have
/// one of those.
fn paths(document: &str) -> Vec<&str> {
    let is_path = |text: &&str| {
        text.contains('/')
            && !text.starts_with("http")
            && !text.contains(|letter: char| letter.is_whitespace() || "<>*{}…()=|\"'".contains(letter))
            && text.split('/').next().is_some_and(is_room)
    };
    document.split('`').skip(1).step_by(2).filter(is_path).collect()
}

/// Whether a path begins in a folder of the repository.
fn is_room(first: &str) -> bool {
    ["core", "data", "bindings", "tests", "examples", ".ci", "."].contains(&first)
}

/// Links of Markdown to files of the repository.
fn links(document: &str) -> Vec<&str> {
    let targets = document.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets.filter_map(|target| target.split('#').next()).filter(|target| is_local(target)).collect()
}

fn is_local(target: &str) -> bool {
    !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:")
}

#[test]
fn paths_and_links_in_the_documents_exist() {
    let mut missing = Vec::new();
    let mut counted = 0;
    for document in DOCUMENTS {
        let source = text(&root(document));
        for path in paths(&source).into_iter().chain(links(&source)) {
            counted += 1;
            if !root(path).exists() {
                missing.push(format!("{document}: {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(counted >= 15, "only {counted} paths were seen");
    println!("{counted} paths in {} documents", DOCUMENTS.len());
}

#[test]
fn the_keys_of_facts_in_contributing_are_the_keys_there_are() {
    let document = text(&root("CONTRIBUTING.md"));
    let rows: Vec<&str> = document.lines().filter(|line| line.starts_with("| `")).collect();
    let listed: Vec<&str> =
        rows.iter().flat_map(|row| row.split('|').nth(1)).flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    let missing: Vec<&&str> = magdit::FactKey::WORDS.iter().filter(|key| !listed.contains(key)).collect();
    assert!(missing.is_empty(), "CONTRIBUTING.md does not list {missing:?}");
}

#[test]
fn every_crate_is_a_member_and_every_member_is_there() {
    let workspace: toml::Table = toml::from_str(&text(&root("Cargo.toml"))).expect("the workspace is TOML");
    let members: Vec<&str> = workspace["workspace"]["members"]
        .as_array()
        .expect("members are a list")
        .iter()
        .filter_map(|member| member.as_str())
        .collect();
    assert!(members.len() >= 5, "{members:?}");
    for member in members {
        assert!(root(member).join("Cargo.toml").is_file(), "{member}");
    }
}
