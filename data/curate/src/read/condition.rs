//! `conditions/`: the catalogue of what people must do.

use magdit::{Condition, FactKey, FactTest, SourceId, Trigger};

use crate::read::field::Field;
use crate::read::table::Table;
use crate::read::value::read_compared_value;
use crate::read::word::Word;
use crate::record::ConditionRecord;

/// Highest age a condition can look at.
const MAX_AGE: u64 = 120;

/// Reads the `[[condition]]` tables of a file.
pub(crate) fn read_conditions(table: Table<'_>) -> Vec<ConditionRecord> {
    let conditions =
        table.required("condition").with_items().tables("a condition").into_iter().map(read_condition).collect();
    table.done();
    conditions
}

fn read_condition(table: Table<'_>) -> ConditionRecord {
    let place = table.place();
    let id = table.required("id").text();
    let who = table.required("who").word();
    let strength = table.required("strength").word();
    let cites = table.required("cites").text();
    let sources = table.required("sources").with_items().texts();
    let seeds = table.optional("seeds").texts();
    let when = table.optional("when").table("a trigger").map(read_trigger);
    table.done();
    let read = || {
        Some(Condition {
            id: id.as_ref()?.value.clone(),
            who: who?.value,
            strength: strength?.value,
            cites: cites?.value,
            sources: sources.iter().map(|source| SourceId(source.value.clone())).collect(),
            seeds: seeds.into_iter().map(|seed| seed.value).collect(),
            when,
        })
    };
    let condition = read();
    ConditionRecord { place, id, sources, condition }
}

fn read_trigger(table: Table<'_>) -> Trigger {
    let trigger = Trigger {
        kinds: sorted(table.optional("kinds")),
        plans: sorted(table.optional("plans")),
        routes: sorted(table.optional("routes")),
        roles: sorted(table.optional("roles")),
        sectors: sorted(table.optional("sectors")),
        purposes: sorted(table.optional("purposes")),
        data: sorted(table.optional("data")),
        devices: sorted(table.optional("devices")),
        procured: table.optional("procured").yes_no().map(|procured| procured.value),
        age_below: table.optional("age_below").number(1..=MAX_AGE).and_then(|age| u8::try_from(age.value).ok()),
        facts: table.optional("facts").tables("a fact to look at").into_iter().filter_map(read_fact_test).collect(),
    };
    table.done();
    trigger
}

fn read_fact_test(table: Table<'_>) -> Option<FactTest> {
    let key = table.required("key").word::<FactKey>();
    let or_unknown = table.optional("or_unknown").yes_no();
    let looks_for_unknown = or_unknown.is_some_and(|said| said.value);
    let is = table.required("is");
    let is = if looks_for_unknown { is } else { is.with_items() };
    table.done();
    let key = key?.value;
    Some(FactTest {
        key,
        is: is.items().filter_map(|item| read_compared_value(item, key)).collect(),
        or_unknown: looks_for_unknown,
    })
}

fn sorted<W: Word>(field: Field<'_>) -> Vec<W> {
    let mut words: Vec<W> = field.words().into_iter().map(|word| word.value).collect();
    words.sort();
    words.dedup();
    words
}
