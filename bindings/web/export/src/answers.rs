//! The files of answers: one for each tool and language, and one for each
//! language with what many tools have in common.

use std::collections::{BTreeMap, BTreeSet};

use magdit::kb::digest::Digest;
use magdit::{Date, KnowledgeBase, Language, Tool};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::SCHEMA;
use crate::diagram::Place;
use crate::grid::{Axis, Grid};
use crate::pack::Packed;

/// A value stands in the common file when one tool in so many has it, and
/// never for fewer than two.
const COMMON: usize = 20;

/// Hexadecimal digits of a digest in the name of a file.
const DIGITS: usize = 16;

/// Everything about one tool, in every language.
#[derive(Debug)]
pub(crate) struct OfTool {
    pub(crate) tool: Tool,
    pub(crate) grid: Grid,
    pub(crate) until: Date,
    /// By language, in their order.
    pub(crate) packed: Vec<Packed>,
}

#[derive(Serialize)]
struct AnswersFile<'a> {
    schema: &'static str,
    tool: &'a str,
    language: Language,
    from: Date,
    until: Date,
    knowledge_base: String,
    common: &'a str,
    axes: Vec<Axis>,
    fields: Vec<(&'a str, Option<Place>)>,
    nodes: Vec<Vec<Place>>,
    lists: Vec<Vec<Place>>,
    values: Vec<&'a RawValue>,
}

#[derive(Serialize)]
struct CommonFile<'a> {
    schema: &'static str,
    language: Language,
    values: Vec<&'a RawValue>,
}

/// The files of one language by path: `which` is its place in `packed`.
pub(crate) fn files(
    library: &KnowledgeBase,
    tools: &[OfTool],
    (which, language): (usize, Language),
    day: Date,
) -> Result<BTreeMap<String, Vec<u8>>, serde_json::Error> {
    let all: Vec<(&OfTool, &Packed)> = tools.iter().filter_map(|of| Some((of, of.packed.get(which)?))).collect();
    let common = common(&all);
    let values = common.iter().map(|value| raw(value)).collect::<Result<Vec<_>, _>>()?;
    let text = serde_json::to_vec(&CommonFile { schema: SCHEMA, language, values })?;
    let digest = Digest::of(&[&text]).to_string();
    let name = format!("common-{}.json", digest.get(..DIGITS).unwrap_or(&digest));
    let places: BTreeMap<&str, Place> = common.iter().copied().zip(1..).collect();
    let mut files = BTreeMap::new();
    for (of, packed) in all {
        let file = file(library, of, packed, (language, day), (&name, &places))?;
        files.insert(format!("{language}/answers/{}.json", of.tool.id), file);
    }
    files.insert(format!("{language}/{name}"), text);
    Ok(files)
}

/// Values that many tools have, sorted.
fn common<'a>(all: &[(&OfTool, &'a Packed)]) -> BTreeSet<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in all.iter().flat_map(|(_, packed)| &packed.values) {
        let count = counts.entry(value).or_default();
        *count = count.saturating_add(1);
    }
    let least = all.len().div_ceil(COMMON).max(2);
    counts.into_iter().filter(|(_, count)| *count >= least).map(|(value, _)| value).collect()
}

fn file(
    library: &KnowledgeBase,
    of: &OfTool,
    packed: &Packed,
    (language, from): (Language, Date),
    (common, places): (&str, &BTreeMap<&str, Place>),
) -> Result<Vec<u8>, serde_json::Error> {
    let mut own: Vec<&RawValue> = Vec::new();
    let mut numbers: Vec<Place> = vec![0];
    for value in &packed.values {
        if let Some(&place) = places.get(value.as_str()) {
            numbers.push(place);
        } else {
            own.push(raw(value)?);
            numbers.push(place_of(places.len().saturating_add(own.len())));
        }
    }
    let before = place_of(packed.values.len());
    let after = place_of(places.len().saturating_add(own.len()));
    let leaf = |number: Place| match number {
        ..=0 => number,
        number if number > before => number.saturating_sub(before).saturating_add(after),
        number => usize::try_from(number).ok().and_then(|number| numbers.get(number)).copied().unwrap_or_default(),
    };
    let leaves = |list: &[Place]| list.iter().map(|&number| leaf(number)).collect::<Vec<Place>>();
    let nodes = packed.nodes.iter().map(|node| {
        let (axis, places) = node.split_first().unwrap_or((&0, &[]));
        core::iter::once(*axis).chain(leaves(places)).collect()
    });
    serde_json::to_vec(&AnswersFile {
        schema: SCHEMA,
        tool: &of.tool.id,
        language,
        from,
        until: of.until,
        knowledge_base: library.sha256().to_string(),
        common,
        axes: of.grid.axes(&of.tool),
        fields: packed.fields.iter().map(|(name, root)| (name.as_str(), root.map(leaf))).collect(),
        nodes: nodes.collect(),
        lists: packed.lists.iter().map(|list| leaves(list)).collect(),
        values: own,
    })
}

fn place_of(number: usize) -> Place {
    Place::try_from(number).unwrap_or(Place::MAX)
}

fn raw(value: &str) -> Result<&RawValue, serde_json::Error> {
    serde_json::from_str(value)
}
