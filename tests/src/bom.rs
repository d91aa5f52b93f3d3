//! The bill of materials: what the library is made of, and what the knowledge
//! base was made of, as CycloneDX 1.6. Equal content gives equal bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use magdit::SourceId;
use serde_json::{Value, json};

use crate::{embedded, root, text};

/// The packages whose dependencies count: what hosts take in.
const ROOTS: [&str; 2] = ["magdit", "magdit-c"];

/// Open Terms Archive asks to be named; see `NOTICE.md`.
const ARCHIVE: &str = "github.com/OpenTermsArchive/";

/// The bill of materials.
///
/// # Panics
///
/// When cargo does not run, or says of a package what it never says.
#[must_use]
pub fn bom() -> Value {
    let metadata = metadata();
    let packages: BTreeMap<&str, &Value> =
        list(&metadata["packages"]).map(|package| (word(&package["id"]), package)).collect();
    let edges = edges(&metadata);
    let named = |name: &str| packages.iter().find(|(_, package)| package["name"] == name).map(|(id, _)| *id);
    let mut wanted: Vec<&str> = ROOTS.iter().filter_map(|name| named(name)).collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = wanted.pop() {
        if reached.insert(id) {
            wanted.extend(edges.get(id).into_iter().flatten());
        }
    }
    let checksums = checksums();
    let version = word(&packages[named("magdit").expect("the library")]["version"]);
    let (knowledge_base, sources) = knowledge_base();
    let mut components: Vec<Value> = reached.iter().map(|id| package(packages[id], &checksums)).collect();
    components.sort_by_key(|component| word(&component["bom-ref"]).to_owned());
    let mut dependencies: Vec<Value> = reached
        .iter()
        .map(|id| {
            let mut on: Vec<String> = edges.get(id).into_iter().flatten().map(|other| purl(packages[other])).collect();
            on.sort();
            json!({ "ref": purl(packages[id]), "dependsOn": on })
        })
        .collect();
    let read_from: Vec<&Value> = sources.iter().map(|source| &source["bom-ref"]).collect();
    dependencies.push(json!({ "ref": knowledge_base["bom-ref"], "dependsOn": read_from }));
    dependencies.sort_by_key(|one| word(&one["ref"]).to_owned());
    components.push(knowledge_base);
    components.extend(sources);
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": { "type": "library", "bom-ref": "magdit", "name": "magdit", "version": version } },
        "components": components,
        "dependencies": dependencies,
    })
}

fn metadata() -> Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--offline", "--locked", "--format-version", "1"])
        .current_dir(root(""))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// What each package is compiled with and carries along; not what its tests
/// and its build scripts take.
fn edges(metadata: &Value) -> BTreeMap<&str, BTreeSet<&str>> {
    let shipped = |dependency: &&Value| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
    list(&metadata["resolve"]["nodes"])
        .map(|node| {
            let on = list(&node["deps"]).filter(shipped).map(|dependency| word(&dependency["pkg"])).collect();
            (word(&node["id"]), on)
        })
        .collect()
}

/// The checksums of `Cargo.lock`, by name and version.
fn checksums() -> BTreeMap<(String, String), String> {
    let lock: toml::Table = toml::from_str(&text(&root("Cargo.lock"))).expect("Cargo.lock is TOML");
    let packages = lock["package"].as_array().expect("packages");
    let field = |package: &toml::Value, name: &str| Some(package.get(name)?.as_str()?.to_owned());
    packages
        .iter()
        .filter_map(|package| {
            Some(((field(package, "name")?, field(package, "version")?), field(package, "checksum")?))
        })
        .collect()
}

fn purl(package: &Value) -> String {
    format!("pkg:cargo/{}@{}", word(&package["name"]), word(&package["version"]))
}

fn package(package: &Value, checksums: &BTreeMap<(String, String), String>) -> Value {
    let (name, version) = (word(&package["name"]), word(&package["version"]));
    let mut component = json!({
        "type": "library",
        "bom-ref": purl(package),
        "name": name,
        "version": version,
        "purl": purl(package),
        "licenses": [{ "expression": word(&package["license"]).replace('/', " OR ") }],
    });
    if let Some(checksum) = checksums.get(&(name.to_owned(), version.to_owned())) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

/// The knowledge base, and the documents that its facts were read in.
fn knowledge_base() -> (Value, Vec<Value>) {
    let library = embedded();
    let release = library.release();
    let knowledge_base = json!({
        "type": "data",
        "bom-ref": "magdit.kb",
        "name": "magdit.kb",
        "version": release.number.to_string(),
        "licenses": [{ "expression": env!("CARGO_PKG_LICENSE") }],
        "hashes": [{ "alg": "SHA-256", "content": library.sha256().to_string() }],
        "data": [{ "type": "dataset", "description": "Facts that people read in the sources below; no sentence of them is copied. See NOTICE.md." }],
        "properties": [
            { "name": "magdit:issued", "value": release.issued.to_string() },
            { "name": "magdit:tools", "value": library.tool_ids().count().to_string() },
        ],
    });
    let mut ids: Vec<&str> = library.source_ids().collect();
    ids.sort_unstable();
    let sources = ids.iter().map(|id| {
        let source =
            library.source(&SourceId((*id).to_owned())).unwrap_or_else(|| panic!("{id} is listed and not there"));
        let mut links = vec![json!({ "type": "documentation", "url": source.url })];
        let mut properties = vec![
            json!({ "name": "magdit:kind", "value": source.kind.as_str() }),
            json!({ "name": "magdit:checked_on", "value": source.checked_on.to_string() }),
        ];
        if let Some(date) = source.content_date {
            properties.push(json!({ "name": "magdit:content_date", "value": date.to_string() }));
        }
        let mut component = json!({
            "type": "data", "bom-ref": format!("source:{id}"), "name": source.title, "publisher": source.publisher,
        });
        if let Some(archive) = &source.archive_url {
            links.push(json!({ "type": "evidence", "url": archive }));
            if archive.contains(ARCHIVE) {
                component["licenses"] = json!([{ "license": { "id": "ODC-By-1.0" } }]);
            }
        }
        component["externalReferences"] = Value::from(links);
        component["properties"] = Value::from(properties);
        component
    });
    let sources = sources.collect();
    (knowledge_base, sources)
}
