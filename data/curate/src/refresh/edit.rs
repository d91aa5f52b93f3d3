//! Changing a record without touching what is not changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use magdit::Date;
use toml_edit::{DocumentMut, Item, Value};

use super::RefreshError;

/// A table of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    /// The file itself.
    Root,
    /// A `[[fact]]`, by its number.
    Fact(usize),
    /// An `[[edition.fact]]`, by the numbers of edition and fact.
    EditionFact(usize, usize),
    /// An `[[edition.assessment]]`, by the numbers of edition and assessment.
    Assessment(usize, usize),
}

/// A change to a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// The file, below the folder of records.
    pub(super) file: String,
    pub(super) table: Table,
    pub(super) checked_on: Option<Date>,
    pub(super) fingerprint: Option<String>,
}

/// Makes the changes, file by file.
pub(super) fn apply(data: &Path, edits: &[Edit]) -> Result<(), RefreshError> {
    let mut files: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for edit in edits {
        files.entry(&edit.file).or_default().push(edit);
    }
    for (file, edits) in files {
        let path = data.join(file);
        let fail = |source| RefreshError::File { path: path.clone(), source };
        let text = fs::read_to_string(&path).map_err(fail)?;
        let changed = change(&text, &edits).ok_or_else(|| fail(moved()))?;
        fs::write(&path, changed).map_err(fail)?;
    }
    Ok(())
}

fn moved() -> std::io::Error {
    std::io::Error::other("it changed while it was looked at; run again")
}

/// The text with the changes; nothing where a table is not there.
fn change(text: &str, edits: &[&Edit]) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    for edit in edits {
        let table = find(&mut document, edit.table)?;
        if let Some(date) = edit.checked_on {
            set(table, "checked_on", date.to_string().parse::<Value>().ok()?);
        }
        if let Some(fingerprint) = &edit.fingerprint {
            set(table, "fingerprint", Value::from(fingerprint.as_str()));
        }
    }
    Some(document.to_string())
}

/// Replaces a value and keeps the blanks and the comment around it.
fn set(table: &mut toml_edit::Table, key: &str, mut value: Value) {
    if let Some(before) = table.get(key).and_then(Item::as_value) {
        *value.decor_mut() = before.decor().clone();
    }
    match table.get_mut(key) {
        Some(item) => *item = Item::Value(value),
        None => drop(table.insert(key, Item::Value(value))),
    }
}

fn find(document: &mut DocumentMut, table: Table) -> Option<&mut toml_edit::Table> {
    let root = document.as_table_mut();
    match table {
        Table::Root => Some(root),
        Table::Fact(at) => below(root, "fact", at),
        Table::EditionFact(edition, at) => below(below(root, "edition", edition)?, "fact", at),
        Table::Assessment(edition, at) => below(below(root, "edition", edition)?, "assessment", at),
    }
}

fn below<'t>(parent: &'t mut toml_edit::Table, key: &str, at: usize) -> Option<&'t mut toml_edit::Table> {
    parent.get_mut(key)?.as_array_of_tables_mut()?.get_mut(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_order_and_blanks_stay() {
        let text = "id = \"quiz\" # the quiz\n\n[[fact]]\nchecked_on = 2026-11-21   # read twice\n\
                    key = \"hosting\"\n\n# An edition.\n[[edition]]\nid = \"a\"\n\n[[edition.fact]]\n\
                    checked_on = 2026-11-21\nnote = \"n\"\n[edition.fact.correction]\nby = \"x\"\n";
        let edit = |table, fingerprint: Option<&str>| Edit {
            file: String::new(),
            table,
            checked_on: Date::parse("2027-01-02"),
            fingerprint: fingerprint.map(str::to_owned),
        };
        let edits = [edit(Table::Fact(0), None), edit(Table::EditionFact(0, 0), Some("0123456789abcdef"))];
        let changed = change(text, &edits.iter().collect::<Vec<_>>()).unwrap();
        let expected = text
            .replace("2026-11-21", "2027-01-02")
            .replace("note = \"n\"\n", "note = \"n\"\nfingerprint = \"0123456789abcdef\"\n");
        assert_eq!(changed, expected);
        assert_eq!(change(text, &[&edit(Table::Fact(1), None)]), None);
        assert_eq!(change(text, &[]).as_deref(), Some(text));
    }
}
