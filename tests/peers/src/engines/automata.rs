//! An fst with the automata of levenshtein_automata.

use fst::automaton::Automaton;
use fst::{IntoStreamer, Map, MapBuilder, Streamer};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use magdit::search::folded;

use super::{Engine, first_tools, folded_names};
use crate::names::Names;

/// All names within a distance: of the whole name, or of its beginning with
/// one edit from five letters on and two from nine, as search servers do.
pub(crate) struct Automata {
    map: Map<Vec<u8>>,
    builders: [LevenshteinAutomatonBuilder; 3],
    prefix: bool,
}

impl Automata {
    pub(crate) fn new(names: &Names, prefix: bool) -> Self {
        let mut map = MapBuilder::memory();
        for (key, tool) in folded_names(names) {
            map.insert(key, u64::from(tool)).unwrap();
        }
        let map = Map::new(map.into_inner().unwrap()).unwrap();
        let builders = [0, 1, 2].map(|distance| LevenshteinAutomatonBuilder::new(distance, true));
        Self { map, builders, prefix }
    }
}

struct Steps<'a>(&'a DFA);

impl Automaton for Steps<'_> {
    type State = u32;

    fn start(&self) -> u32 {
        self.0.initial_state()
    }

    fn is_match(&self, state: &u32) -> bool {
        matches!(self.0.distance(*state), Distance::Exact(_))
    }

    fn can_match(&self, state: &u32) -> bool {
        *state != SINK_STATE
    }

    fn accept(&self, state: &u32, byte: u8) -> u32 {
        self.0.transition(*state, byte)
    }
}

impl Engine for Automata {
    fn search(&self, query: &str) -> Vec<u32> {
        let key = folded(query);
        let dfa = if self.prefix {
            let distance = match key.chars().count() {
                0..5 => 0,
                5..9 => 1,
                _ => 2,
            };
            self.builders[distance].build_prefix_dfa(&key)
        } else {
            self.builders[2].build_dfa(&key)
        };
        let mut hits = Vec::new();
        let mut stream = self.map.search_with_state(Steps(&dfa)).into_stream();
        while let Some((_, tool, state)) = stream.next() {
            if let Distance::Exact(distance) = dfa.distance(state) {
                hits.push((distance, tool as u32));
            }
        }
        hits.sort_unstable();
        first_tools(hits.into_iter().map(|(_, tool)| tool))
    }

    fn bytes(&self) -> usize {
        self.map.as_fst().as_bytes().len()
    }
}
