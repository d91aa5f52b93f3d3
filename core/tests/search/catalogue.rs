//! The catalogue in `data/tools`, as search sees it.

use std::fs;
use std::path::{Path, PathBuf};

use magdit::search::{Index, IndexEntry, IndexLayout, MAX_NAME_CHARS, build, folded, usage_weight};
use magdit::{NameKind, Store, StoreId, Usage};
use toml::{Table, Value};

/// An index and its bytes.
pub(crate) struct Catalogue {
    pub(crate) entries: Vec<IndexEntry>,
    bytes: Vec<u8>,
    layout: IndexLayout,
}

impl Catalogue {
    pub(crate) fn new(entries: Vec<IndexEntry>) -> Self {
        let bytes = build(&entries, &|_| false).unwrap();
        let layout = IndexLayout::read(&bytes).unwrap();
        Self { entries, bytes, layout }
    }

    /// All tools that have a record.
    pub(crate) fn real() -> Self {
        Self::new(real_entries())
    }

    pub(crate) fn index(&self) -> Index<'_> {
        self.layout.view(&self.bytes)
    }

    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }
}

/// A path from the root of the repository.
pub(crate) fn from_root(path: &str) -> PathBuf {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.find(|folder| folder.join("data/tools").is_dir()).unwrap().join(path)
}

pub(crate) fn real_entries() -> Vec<IndexEntry> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(from_root("data/tools")).unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .flat_map(|path| entries(path))
        .collect()
}

/// The tool, and its editions under names that say which tool they are of.
fn entries(path: &Path) -> Vec<IndexEntry> {
    let record: Table = read(path);
    let tool = entry(&record);
    let editions = record.get("edition").and_then(Value::as_array).into_iter().flatten();
    let editions = editions.map(|edition| {
        let name = edition["name"].as_str().unwrap();
        let is_full = folded(name).contains(&folded(&tool.name));
        IndexEntry {
            edition: edition["id"].as_str().map(str::to_owned),
            name: if is_full { name.to_owned() } else { format!("{}: {name}", tool.name) },
            texts: Vec::new(),
            domains: list(edition.get("domains")),
            stores: Vec::new(),
            ..tool.clone()
        }
    });
    let editions: Vec<IndexEntry> =
        editions.filter(|edition| folded(&edition.name).chars().count() <= MAX_NAME_CHARS).collect();
    std::iter::once(tool).chain(editions).collect()
}

fn entry(record: &Table) -> IndexEntry {
    let text = |key: &str| record[key].as_str().unwrap().to_owned();
    let names = [
        ("aliases", NameKind::Alias),
        ("former_names", NameKind::FormerName),
        ("abbreviations", NameKind::Abbreviation),
    ];
    let texts =
        names.into_iter().flat_map(|(key, kind)| list(record.get(key)).into_iter().map(move |text| (text, kind)));
    let stores = record.get("stores").and_then(Value::as_table).into_iter().flatten().flat_map(|(store, ids)| {
        let store = Store::from_word(store).unwrap();
        list(Some(ids)).into_iter().map(move |id| StoreId { store, id })
    });
    IndexEntry {
        tool: text("id"),
        edition: None,
        name: text("name"),
        texts: texts.collect(),
        supplier: supplier(&text("supplier")),
        domains: list(record.get("domains")),
        stores: stores.collect(),
        weight: usage_weight(Usage::from_word(&text("usage")).unwrap()),
        judged: true,
    }
}

fn supplier(id: &str) -> String {
    let path = from_root("data/suppliers").join(format!("{id}.toml"));
    if !path.exists() {
        return String::new();
    }
    let record: Table = read(&path);
    record["name"].as_str().unwrap().to_owned()
}

fn read(path: &Path) -> Table {
    let text = fs::read_to_string(path).unwrap();
    text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn list(value: Option<&Value>) -> Vec<String> {
    let values = value.and_then(Value::as_array).into_iter().flatten();
    values.map(|value| value.as_str().unwrap().to_owned()).collect()
}
