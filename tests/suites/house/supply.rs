//! Licences, bans and sources of every dependency, as `deny.toml` has them.
//!
//! `tests/run --long` lets cargo-deny read the same file, which also looks at
//! texts of licences and known weaknesses. This reads it on every change, with
//! nothing to install and nothing to fetch. Both allow crates of the registry
//! and of this workspace, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use magdit_tests::bom::bom;
use magdit_tests::{embedded, root, text};
use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::dependencies::tree;

fn metadata() -> Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--all-features", "--offline", "--locked", "--format-version", "1"])
        .current_dir(root(""))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The tables of `deny.toml` that say something about crates.
struct Rules {
    licences: Vec<String>,
    exceptions: BTreeMap<String, Vec<String>>,
    banned: BTreeMap<String, String>,
}

fn words(list: &toml::Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

fn rules() -> Rules {
    let rules: toml::Table = toml::from_str(&text(&root("deny.toml"))).expect("deny.toml is TOML");
    let entries = |list: &toml::Value| list.as_array().cloned().unwrap_or_default();
    let named = |entry: &toml::Value| entry["crate"].as_str().expect("a crate").to_owned();
    let exceptions = entries(&rules["licenses"]["exceptions"]);
    let banned = entries(&rules["bans"]["deny"]);
    let reason = |entry: &toml::Value| entry["reason"].as_str().expect("a reason").to_owned();
    Rules {
        licences: words(&rules["licenses"]["allow"]),
        exceptions: exceptions.iter().map(|entry| (named(entry), words(&entry["allow"]))).collect(),
        banned: banned.iter().map(|entry| (named(entry), reason(entry))).collect(),
    }
}

/// What is wrong with a package, if anything.
fn wrong(package: &Value, rules: &Rules) -> Option<String> {
    let name = package["name"].as_str().expect("a name");
    if let Some(reason) = rules.banned.get(name) {
        return Some(format!("{name} may not come in: {reason}"));
    }
    match package["source"].as_str() {
        None => assert!(package["id"].as_str().is_some_and(|id| id.starts_with("path+")), "{name}"),
        Some(source) if source.starts_with("registry+") => {}
        Some(source) => return Some(format!("{name} comes from {source}, expected a registry")),
    }
    let Some(licence) = package["license"].as_str() else {
        return Some(format!("{name} names no licence"));
    };
    let expression = match Expression::parse_mode(licence, ParseMode::LAX) {
        Ok(expression) => expression,
        Err(error) => return Some(format!("the licence of {name} cannot be read: {licence}: {error}")),
    };
    let more = rules.exceptions.get(name).cloned().unwrap_or_default();
    let allowed = |id: &str| rules.licences.iter().chain(&more).any(|known| known == id);
    let fine = expression
        .evaluate(|wanted| wanted.license.id().is_some_and(|id| allowed(id.name)) && wanted.addition.is_none());
    (!fine).then(|| format!("{name} is under {licence}"))
}

#[test]
fn every_dependency_may_come_in() {
    let (metadata, rules) = (metadata(), rules());
    let packages = metadata["packages"].as_array().expect("packages");
    let found: Vec<String> = packages.iter().filter_map(|package| wrong(package, &rules)).collect();
    assert!(found.is_empty(), "see deny.toml: {found:#?}");
    let names: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    assert!(packages.len() > 100 && names.contains(&"magdit"), "{} packages", packages.len());
    println!("{} packages against {} licences and {} bans", packages.len(), rules.licences.len(), rules.banned.len());
}

#[test]
fn an_exception_that_is_no_longer_needed_goes() {
    let (metadata, rules) = (metadata(), rules());
    let packages = metadata["packages"].as_array().expect("packages");
    let strict = Rules { exceptions: BTreeMap::new(), ..rules };
    for name in self::rules().exceptions.keys() {
        let package = packages.iter().find(|package| package["name"] == name.as_str());
        let package = package.unwrap_or_else(|| panic!("nothing depends on {name} any more; take it out of deny.toml"));
        assert!(wrong(package, &strict).is_some(), "{name} needs no exception any more; take it out of deny.toml");
    }
}

#[test]
fn the_bill_of_materials_names_every_crate_and_every_source() {
    let bom = bom();
    assert_eq!(bom.to_string(), self::bom().to_string(), "two bills of one content");
    let of_type = |kind: &str| {
        let components = bom["components"].as_array().expect("components");
        components.iter().filter(|component| component["type"] == kind).collect::<Vec<_>>()
    };
    let (crates, data) = (of_type("library"), of_type("data"));
    let named: BTreeSet<&str> = crates.iter().filter_map(|one| one["name"].as_str()).collect();
    let missing: Vec<String> = tree("magdit").into_iter().filter(|name| !named.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?} are in the library and not in the bill");
    for one in crates.iter().chain(&data) {
        assert!(one["bom-ref"].is_string() && one["name"].is_string(), "{one}");
    }
    let ours = |one: &Value| one["name"].as_str().is_some_and(|name| name.starts_with("magdit"));
    for one in crates.iter().filter(|one| !ours(one)) {
        let hash = one["hashes"][0]["content"].as_str();
        assert!(hash.is_some_and(|hash| hash.len() == 64) && one["licenses"][0]["expression"].is_string(), "{one}");
    }
    let library = embedded();
    let knowledge_base = data.iter().find(|one| one["name"] == "magdit.kb").expect("the knowledge base");
    assert_eq!(knowledge_base["hashes"][0]["content"], library.sha256().to_string());
    assert_eq!(data.len(), library.source_ids().count() + 1);
    println!("{} crates and {} sources in the bill of materials", crates.len(), data.len() - 1);
}

#[test]
fn what_may_not_come_in_is_seen() {
    let rules = rules();
    let package = |name: &str, license: Option<&str>, source: &str| serde_json::json!({ "name": name, "license": license, "source": source, "id": "" });
    let registry = "registry+x";
    assert_eq!(wrong(&package("x", Some("MIT OR Apache-2.0"), registry), &rules), None);
    assert_eq!(wrong(&package("x", Some("(MIT OR GPL-3.0-only) AND Zlib"), registry), &rules), None);
    assert_eq!(wrong(&package("uniffi", Some("MPL-2.0"), registry), &rules), None);
    for (name, license, source) in [
        ("reqwest", Some("MIT"), registry),
        ("x", Some("MIT"), "git+x"),
        ("x", None, registry),
        ("x", Some("GPL-3.0-only"), registry),
        ("x", Some("MIT AND GPL-3.0-only"), registry),
        ("x", Some("MPL-2.0"), registry),
        ("x", Some("Apache-2.0 WITH LLVM-exception"), registry),
        ("x", Some("none of these"), registry),
    ] {
        assert!(wrong(&package(name, license, source), &rules).is_some(), "{name} {license:?} {source}");
    }
}
