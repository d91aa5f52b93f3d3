//! `texts/`: sentences, by dotted key.

use std::collections::BTreeMap;

use magdit::Language;
use toml::de::{DeTable, DeValue};

use crate::check::{blank_text, missing_key, wrong_kind};
use crate::files::{At, Place};
use crate::read::table::Context;
use crate::record::{TextFile, TextRecord};

/// The keys of a text that speaks to parents in another way.
const REGISTERS: [&str; 2] = ["teacher", "parent"];

/// Reads the texts of one language. Nested tables become dotted keys; a
/// table with only `teacher` and `parent` is a text.
pub(crate) fn read_texts(context: Context<'_>, language: Language, entries: &DeTable<'_>) -> TextFile {
    let mut texts = BTreeMap::new();
    read_table(context, entries, "", &mut texts);
    TextFile { file: context.file, language, texts }
}

fn read_table(context: Context<'_>, entries: &DeTable<'_>, path: &str, texts: &mut BTreeMap<String, TextRecord>) {
    for (name, node) in entries {
        let key = if path.is_empty() { name.get_ref().to_string() } else { format!("{path}.{}", name.get_ref()) };
        let place = context.place(name.span().start);
        match node.get_ref() {
            DeValue::Table(table) if is_text(table) => {
                if let Some(text) = read_registers(context, table, place) {
                    texts.insert(key, text);
                }
            }
            DeValue::Table(table) => read_table(context, table, &key, texts),
            DeValue::String(text) => {
                let teacher = At::new(text.to_string(), context.place(node.span().start));
                blank_text::report(context.problems, teacher.place, &key, &teacher.value);
                texts.insert(key, TextRecord { place, teacher, parent: None });
            }
            other => {
                let at = context.place(node.span().start);
                wrong_kind::report(context.problems, at, &key, other, "a text, or a table of texts");
            }
        }
    }
}

fn is_text(table: &DeTable<'_>) -> bool {
    let is_register = |(name, node): (&toml::Spanned<toml::de::DeString<'_>>, &toml::Spanned<DeValue<'_>>)| {
        REGISTERS.contains(&name.get_ref().as_ref()) && node.get_ref().as_str().is_some()
    };
    !table.is_empty() && table.iter().all(is_register)
}

fn read_registers(context: Context<'_>, table: &DeTable<'_>, place: Place) -> Option<TextRecord> {
    let read = |register: &'static str| {
        let text = table.get(register).and_then(|node| {
            let text = node.get_ref().as_str()?;
            let place = context.place(node.span().start);
            blank_text::report(context.problems, place, register, text);
            Some(At::new(text.to_owned(), place))
        });
        if text.is_none() {
            missing_key::report(context.problems, place, "a text in two registers", register);
        }
        text
    };
    let [teacher, parent] = REGISTERS.map(read);
    Some(TextRecord { place, teacher: teacher.or_else(|| parent.clone())?, parent })
}
