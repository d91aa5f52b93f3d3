//! The file a reader opens first: which tools there are, by which names they
//! are found, and for which days.

use std::borrow::Cow;

use magdit::{Date, KnowledgeBase, Language, NameKind, Plan, Tool, Usage};
use serde::Serialize;

use crate::answers::OfTool;
use crate::grid::Axis;
use crate::{Export, SCHEMA};

#[derive(Serialize)]
struct IndexFile<'a> {
    schema: &'static str,
    from: Date,
    /// The first day on which some answer no longer holds is the next one.
    until: Date,
    languages: &'a [Language],
    info: magdit::Info,
    /// The fields of a question and the words that are answered.
    asks: Vec<Axis>,
    tools: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    name: &'a str,
    supplier_name: String,
    usage: Usage,
    judged: bool,
    editions: Vec<Edition<'a>>,
    names: Vec<Name<'a>>,
}

#[derive(Serialize)]
struct Edition<'a> {
    id: &'a str,
    name: &'a str,
    plan: Plan,
}

/// A name, its kind, whether search takes it for this tool without asking,
/// and the edition it belongs to, where it belongs to one.
type Name<'a> = (Cow<'a, str>, &'static str, bool, Option<String>);

/// The bytes of the index.
pub(crate) fn file(
    library: &KnowledgeBase,
    tools: &[OfTool],
    languages: &[Language],
    from: Date,
) -> Result<Vec<u8>, serde_json::Error> {
    let asks = tools.first().map(|of| of.grid.axes(&of.tool)).unwrap_or_default();
    serde_json::to_vec(&IndexFile {
        schema: SCHEMA,
        from,
        until: tools.iter().map(|of| of.until).min().unwrap_or(from),
        languages,
        info: library.info(None),
        asks: asks.into_iter().filter(Axis::is_the_same_for_all).collect(),
        tools: tools.iter().map(|of| entry(library, &of.tool)).collect(),
    })
}

fn entry<'a>(library: &KnowledgeBase, tool: &'a Tool) -> Entry<'a> {
    let own = (tool.name.as_str(), NameKind::Name.as_str());
    let others = tool.other_names.iter().map(|other| (other.text.as_str(), other.kind.as_str()));
    let mut names: Vec<Name<'a>> =
        core::iter::once(own).chain(others).map(|(text, kind)| name(library, tool, text.into(), kind)).collect();
    let plain = names.iter().filter_map(|(text, kind, ..)| Some((plain(text)?, *kind)));
    let plain: Vec<Name<'a>> = plain.map(|(text, kind)| name(library, tool, text.into(), kind)).collect();
    names.extend(plain.into_iter().filter(|(_, _, certain, _)| *certain));
    Entry {
        id: &tool.id,
        name: &tool.name,
        supplier_name: Export::supplier_name(library, tool),
        usage: tool.usage,
        judged: is_judged(tool),
        editions: tool.editions.iter().map(|it| Edition { id: &it.id, name: &it.name, plan: it.plan }).collect(),
        names,
    }
}

/// Whether anybody looked into a tool, as search says it.
pub(crate) fn is_judged(tool: &Tool) -> bool {
    tool.editions.iter().any(|edition| edition.plan != Plan::NotRecorded)
}

/// A name without signs, as people type it, where that is another text.
fn plain(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|letter| letter.is_alphanumeric() || letter.is_whitespace()).collect();
    (!plain.trim().is_empty() && plain != text).then_some(plain)
}

/// Only the library knows which names are certain: it is asked here.
fn name<'a>(library: &KnowledgeBase, tool: &Tool, text: Cow<'a, str>, kind: &'static str) -> Name<'a> {
    let found = library.search(&text, 1).ok().filter(magdit::SearchResult::certain);
    let found = found.and_then(|found| found.matches.into_iter().next()).filter(|found| found.id == tool.id);
    let certain = found.is_some();
    (text, kind, certain, found.and_then(|found| found.edition))
}
