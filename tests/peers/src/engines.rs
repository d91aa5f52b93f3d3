//! The engines that are compared, each set up as its documentation says.

use magdit::search::{IndexLayout, build as build_index, folded};

use crate::names::Names;

mod automata;
mod rapid;
mod sqlite;
mod sym;
mod tantivy_index;

/// Matches that are asked for.
const LIMIT: usize = 5;

/// A search engine over names.
pub(crate) trait Engine {
    /// Numbers of the tools found, best first, each once, at most five.
    fn search(&self, query: &str) -> Vec<u32>;

    /// Bytes of the index as it would be stored.
    fn bytes(&self) -> usize;

    /// Bytes in memory that the counting allocator does not see.
    fn memory(&self) -> usize {
        0
    }

    /// The bytes of magdit's index.
    fn index(&self) -> Option<&[u8]> {
        None
    }
}

/// The engines by name.
pub(crate) const ALL: [&str; 7] = [
    "magdit",
    "fst + levenshtein_automata, 2 edits",
    "fst + levenshtein_automata, prefix",
    "tantivy",
    "symspell",
    "rapidfuzz",
    "SQLite FTS5 trigram",
];

pub(crate) fn build(engine: &str, names: &Names) -> Box<dyn Engine> {
    match engine {
        "magdit" => Box::new(Magdit::new(names)),
        "fst + levenshtein_automata, 2 edits" => Box::new(automata::Automata::new(names, false)),
        "fst + levenshtein_automata, prefix" => Box::new(automata::Automata::new(names, true)),
        "tantivy" => Box::new(tantivy_index::Tantivy::new(names)),
        "symspell" => Box::new(sym::Sym::new(names)),
        "rapidfuzz" => Box::new(rapid::Rapid::new(names)),
        "SQLite FTS5 trigram" => Box::new(sqlite::Sqlite::new(names)),
        _ => panic!("no engine {engine}; choose from {ALL:?}"),
    }
}

/// The first five tools of hits that are in order.
fn first_tools(hits: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut tools = Vec::with_capacity(LIMIT);
    for tool in hits {
        if !tools.contains(&tool) {
            tools.push(tool);
            if tools.len() == LIMIT {
                break;
            }
        }
    }
    tools
}

/// Folded names with their tools, each name once, for the most popular tool.
fn folded_names(names: &Names) -> Vec<(String, u32)> {
    let mut list: Vec<(String, u32)> = names.names.iter().map(|name| (folded(&name.text), name.tool)).collect();
    list.sort();
    list.dedup_by(|later, earlier| later.0 == earlier.0);
    list
}

struct Magdit {
    bytes: Vec<u8>,
    layout: IndexLayout,
    tools: std::collections::HashMap<String, u32>,
}

impl Magdit {
    fn new(names: &Names) -> Self {
        let bytes = build_index(&names.entries, &|_| false).unwrap();
        let layout = IndexLayout::read(&bytes).unwrap();
        let tools = names.ids.iter().cloned().zip(0..).collect();
        Self { bytes, layout, tools }
    }
}

impl Engine for Magdit {
    fn search(&self, query: &str) -> Vec<u32> {
        let index = self.layout.view(&self.bytes);
        let result = index.search(query, LIMIT);
        result.map_or_else(
            |_| Vec::new(),
            |result| result.matches.iter().filter_map(|found| self.tools.get(&found.id).copied()).collect(),
        )
    }

    fn bytes(&self) -> usize {
        self.bytes.len()
    }

    fn memory(&self) -> usize {
        self.bytes.len()
    }

    fn index(&self) -> Option<&[u8]> {
        Some(&self.bytes)
    }
}
