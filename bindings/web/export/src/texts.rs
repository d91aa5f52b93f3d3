//! The sentences that a surface shows around answers.

use std::collections::BTreeMap;

use magdit::{KnowledgeBase, Language, Register};
use serde::Serialize;

use crate::SCHEMA;

/// Sections of the texts that `<magdit-check>` shows.
const SECTIONS: [&str; 21] = [
    "ui",
    "account",
    "age",
    "basis",
    "compulsory",
    "data",
    "device",
    "freshness",
    "match",
    "outcome-short",
    "procured",
    "purpose",
    "questionnaire",
    "role",
    "route-short",
    "sector",
    "standing",
    "static",
    "strength",
    "unknown",
    "value",
];

type Section<'a> = BTreeMap<&'a str, &'a str>;

#[derive(Serialize)]
struct TextsFile<'a> {
    schema: &'static str,
    language: Language,
    teacher: BTreeMap<&'static str, Section<'a>>,
    /// Only the sentences that are others for parents.
    parent: BTreeMap<&'static str, Section<'a>>,
}

/// The bytes of the file of one language.
pub(crate) fn file(library: &KnowledgeBase, language: Language) -> Result<Vec<u8>, serde_json::Error> {
    let section = |name, register| library.texts(language, name, register).collect::<Section<'_>>();
    let teacher = SECTIONS.map(|name| (name, section(name, Register::Teacher)));
    let other = |(name, teacher): &(&'static str, Section<'_>)| {
        let mut parent = section(name, Register::Parent);
        parent.retain(|key, text| teacher.get(key) != Some(text));
        (*name, parent)
    };
    let parent = teacher.iter().map(other).filter(|(_, section)| !section.is_empty()).collect();
    serde_json::to_vec(&TextsFile { schema: SCHEMA, language, teacher: teacher.into_iter().collect(), parent })
}
