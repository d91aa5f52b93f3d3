//! SymSpell: names as one word each, two edits.

use std::collections::HashMap;

use magdit::search::folded;
use symspell::{SymSpell, SymSpellBuilder, UnicodeStringStrategy, Verbosity};

use super::{Engine, first_tools, folded_names};
use crate::allocator::live;
use crate::names::Names;

pub(crate) struct Sym {
    words: SymSpell<UnicodeStringStrategy>,
    tools: HashMap<String, u32>,
    bytes: usize,
}

impl Sym {
    pub(crate) fn new(names: &Names) -> Self {
        let before = live();
        let mut words: SymSpell<UnicodeStringStrategy> = SymSpellBuilder::default().build().unwrap();
        let most = names.ids.len() as u64 + 1;
        let tools: HashMap<String, u32> = folded_names(names).into_iter().collect();
        for (key, tool) in &tools {
            words.load_dictionary_line(&format!("{key} {}", most - u64::from(*tool)), 0, 1, " ");
        }
        let bytes = live().saturating_sub(before);
        Self { words, tools, bytes }
    }
}

impl Engine for Sym {
    fn search(&self, query: &str) -> Vec<u32> {
        let found = self.words.lookup(&folded(query), Verbosity::All, 2);
        first_tools(found.iter().filter_map(|hit| self.tools.get(&hit.term).copied()))
    }

    fn bytes(&self) -> usize {
        self.bytes
    }
}
