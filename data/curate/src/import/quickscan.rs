//! Tables with the columns of Kennisnet's Privacy-quickscan.

use std::collections::{BTreeMap, BTreeSet};

use magdit::{Date, Value};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};
use unicode_normalization::UnicodeNormalization;

use super::{ImportError, Imported, RowDraft};
use crate::names::folded;
use crate::quickscan::{self, APPLICATION, CHECKED_ON, EDITION, FACTS, ID};
use crate::record::Records;
use crate::sheet::Sheet;

/// The source that a fact of a list is said to come from. It has no record,
/// so that `lint` asks for the document itself.
const SOURCE: &str = "privacy-quickscan";

/// The list of a draft that keeps the rows as they were. Records have no such
/// list, so that `lint` refuses a draft that nobody worked through.
const ROWS: &str = "imported";

/// Longest id of a record.
const LONGEST_ID: usize = 64;

/// A row with the headings of its cells.
#[derive(Debug)]
struct Row<'s> {
    /// The one below the headings is 1.
    number: usize,
    cells: Vec<(&'s str, &'s str)>,
}

impl Row<'_> {
    /// The cell under a heading, without blanks around it.
    fn cell(&self, heading: &str) -> &str {
        let wanted = folded(heading);
        let found = self.cells.iter().find(|(its, _)| folded(its) == wanted);
        found.map_or("", |(_, cell)| cell.trim())
    }
}

/// Makes a draft for each tool of a table.
pub(super) fn drafts(sheet: &Sheet, records: &Records) -> Result<Imported, ImportError> {
    let headings = headings(sheet)?;
    let mut imported = Imported::default();
    let mut by_id: BTreeMap<String, Vec<Row<'_>>> = BTreeMap::new();
    for (number, cells) in (1..).zip(sheet.rows.iter().skip(1)) {
        let cells = headings.iter().map(String::as_str).zip(cells.iter().map(String::as_str)).collect();
        let row = Row { number, cells };
        if row.cell(APPLICATION).is_empty() {
            return Err(ImportError::NoName { row: number });
        }
        match recorded(&row, records) {
            Some(id) => imported.recorded.push((number, id)),
            None => by_id.entry(id(&row)).or_default().push(row),
        }
    }
    imported.drafts = by_id.into_iter().map(|(id, rows)| draft(id, &rows)).collect();
    Ok(imported)
}

/// The headings; a column without one is called by its number.
fn headings(sheet: &Sheet) -> Result<Vec<String>, ImportError> {
    let first = sheet.rows.first().map(Vec::as_slice).unwrap_or_default();
    let mut seen = BTreeSet::new();
    let mut headings = Vec::new();
    for (column, heading) in (1..).zip(first) {
        let heading = if heading.trim().is_empty() { format!("column {column}") } else { heading.clone() };
        if !seen.insert(folded(&heading)) {
            return Err(ImportError::RepeatedHeading { column });
        }
        headings.push(heading);
    }
    if !seen.contains(&folded(APPLICATION)) {
        return Err(ImportError::NoApplications { heading: APPLICATION });
    }
    Ok(headings)
}

/// The id of the record of a tool, by id or by any of its names.
fn recorded(row: &Row<'_>, records: &Records) -> Option<String> {
    let (own, name) = (row.cell(ID), folded(row.cell(APPLICATION)));
    let is_it = |tool: &&crate::record::ToolRecord| {
        tool.id() == own || tool.names().any(|other| !name.is_empty() && folded(&other.value) == name)
    };
    records.tools.iter().find(is_it).map(|tool| tool.id().to_owned())
}

/// The id in the list, or one made of the name.
fn id(row: &Row<'_>) -> String {
    let own = row.cell(ID);
    let is_id = !own.is_empty()
        && own.len() <= LONGEST_ID
        && own.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if is_id { own.to_owned() } else { slug(row.cell(APPLICATION), row.number) }
}

/// A name in small letters, digits and hyphens.
fn slug(name: &str, number: usize) -> String {
    let letters: String = name.nfkd().filter(char::is_ascii).collect::<String>().to_lowercase();
    let words = letters.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let joined: String = words.collect::<Vec<_>>().join("-").chars().take(LONGEST_ID).collect();
    let slug = joined.trim_end_matches('-');
    if slug.is_empty() { format!("row-{number}") } else { slug.to_owned() }
}

fn draft(id: String, rows: &[Row<'_>]) -> RowDraft {
    let mut document = DocumentMut::new();
    document.insert("id", value(id.as_str()));
    document.insert("name", value(rows.first().map_or("", |row| row.cell(APPLICATION))));
    document.insert("domains", value(Array::new()));
    let mut status = Table::new();
    status.insert("state", value("active"));
    document.insert("status", Item::Table(status));
    let editions: ArrayOfTables = rows.iter().map(edition).collect();
    document.insert("edition", Item::ArrayOfTables(editions));
    let kept: ArrayOfTables = rows.iter().map(kept).collect();
    document.insert(ROWS, Item::ArrayOfTables(kept));
    let head = "# A draft of a list: nothing here was read in a document yet. Look up supplier, kind,\n\
                # purposes and usage, and each fact at its source; then take out `imported`.\n";
    RowDraft {
        path: format!("tools/{id}.toml"),
        text: format!("{head}{document}"),
        rows: rows.iter().map(|row| row.number).collect(),
        id,
    }
}

/// What a row says of its edition, as facts that name the list.
fn edition(row: &Row<'_>) -> Table {
    let name = row.cell(EDITION);
    let mut edition = Table::new();
    edition.insert("id", value(if name.is_empty() { "list".to_owned() } else { slug(name, row.number) }));
    edition.insert("name", value(if name.is_empty() { row.cell(APPLICATION) } else { name }));
    let checked_on = date(row.cell(CHECKED_ON));
    let fact = |(key, heading): &(magdit::FactKey, &'static str)| {
        let found = quickscan::value(*key, row.cell(heading))?;
        let mut fact = Table::new();
        fact.insert("key", value(key.as_str()));
        fact.insert("value", written(&found));
        fact.insert("source", value(SOURCE));
        fact.insert("place", value(*heading));
        if let Some(date) = checked_on.and_then(|date| date.to_string().parse::<toml_edit::Datetime>().ok()) {
            fact.insert("checked_on", value(date));
        }
        Some(fact)
    };
    let facts: ArrayOfTables = FACTS.iter().filter_map(fact).collect();
    if !facts.is_empty() {
        edition.insert("fact", Item::ArrayOfTables(facts));
    }
    edition
}

fn written(found: &Value) -> Item {
    match found {
        Value::YesNo(yes) => value(*yes),
        Value::Number(number) => value(i64::from(*number)),
        Value::Word(word) => value(word.as_str()),
        Value::Words(words) => value(words.iter().map(String::as_str).collect::<Array>()),
    }
}

/// Every cell of a row, as it was.
fn kept(row: &Row<'_>) -> Table {
    let mut kept = Table::new();
    for (heading, cell) in &row.cells {
        kept.insert(heading, value(*cell));
    }
    kept
}

/// A day as lists write it: 2024-05-31, 31-05-2024, 31/5/2024.
fn date(text: &str) -> Option<Date> {
    let numbers: Vec<u16> =
        text.split(['-', '/', '.']).map(|part| part.trim().parse()).collect::<Result<_, _>>().ok()?;
    let &[first, month, last] = numbers.as_slice() else {
        return None;
    };
    let (year, day) = if first > 31 { (first, last) } else { (last, first) };
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_orders_that_lists_use() {
        let cases = [
            ("2024-05-31", Some("2024-05-31")),
            ("31-05-2024", Some("2024-05-31")),
            ("1/5/2024", Some("2024-05-01")),
            ("31.05.2024", Some("2024-05-31")),
            ("mei 2024", None),
            ("31-02-2024", None),
            ("05-2024", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(date(text), expected.and_then(Date::parse), "{text}");
        }
    }

    #[test]
    fn an_id_is_made_of_the_letters_of_a_name() {
        let cases = [("Één & twee!", "een-twee"), ("  Kahoot! ", "kahoot"), ("日本", "row-3"), ("3-D", "3-d")];
        for (name, expected) in cases {
            assert_eq!(slug(name, 3), expected, "{name}");
        }
        assert_eq!(slug(&"a".repeat(LONGEST_ID + 1), 1).len(), LONGEST_ID);
    }
}
