//! `readings.toml`: which facts were read a second time.

use magdit::FactKey;

use crate::check::unknown_word;
use crate::files::At;
use crate::read::table::{Context, Table};
use crate::read::value::read_value;
use crate::record::ReadingRecord;

/// Who can have read it. Hand `a` recorded the fact and read it again later;
/// the others are other people.
const HANDS: &[&str] = &["a", "b", "c", "d", "e", "f", "g", "h", "i"];
/// What somebody says who could not read it.
const NOT_REOPENED: &[&str] = &["not_reopened"];

/// Reads the lists below the tables of tools.
pub(crate) fn read_readings(context: Context<'_>, table: Table<'_>) -> Vec<ReadingRecord> {
    let mut readings = Vec::new();
    if let Some(tools) = table.optional("tools").table("the tools") {
        for ((id, offset), tool) in tools.named("a tool") {
            let id = At::new(id, context.place(offset));
            let rows = tool.required("readings").with_items().tables("a reading");
            readings.extend(rows.into_iter().map(|row| read_reading(context, id.clone(), row)));
            tool.done();
        }
    }
    table.done();
    readings
}

fn read_reading(context: Context<'_>, tool: At<String>, table: Table<'_>) -> ReadingRecord {
    let fact = table.required("fact").text();
    let (edition, key) = match &fact {
        None => (None, None),
        Some(fact) => {
            let (edition, key) =
                fact.value.split_once('/').map_or((None, fact.value.as_str()), |(edition, key)| (Some(edition), key));
            let known = FactKey::from_word(key);
            if known.is_none() {
                unknown_word::report(context.problems, fact.place, key, FactKey::WORDS);
            }
            (edition.map(str::to_owned), known.map(|key| At::new(key, fact.place)))
        }
    };
    let record = ReadingRecord {
        place: table.place(),
        tool,
        edition,
        key,
        routes: table.optional("routes").words(),
        value: key.and_then(|key| read_value(table.required("value"), key.value)),
        source: table.required("source").text(),
        heading: table.required("place").text(),
        on: table.required("on").date(),
        not_reopened: table.optional("outcome").word_of(NOT_REOPENED).is_some(),
    };
    let _ = table.has("value");
    let _ = table.required("by").word_of(HANDS);
    table.done();
    record
}
