//! RapidFuzz: the ratio with every name, one after the other.

use rapidfuzz::fuzz::{Args, RatioBatchComparator};

use super::{Engine, LIMIT, first_tools};
use crate::names::Names;

/// Ratio from which on a name counts as found: the users' usual choice.
const CUT_OFF: f64 = 0.6;

pub(crate) struct Rapid {
    names: Vec<(String, u32)>,
}

impl Rapid {
    pub(crate) fn new(names: &Names) -> Self {
        Self { names: names.names.iter().map(|name| (name.text.to_lowercase(), name.tool)).collect() }
    }
}

impl Engine for Rapid {
    fn search(&self, query: &str) -> Vec<u32> {
        let query = query.to_lowercase();
        let comparator = RatioBatchComparator::new(query.chars());
        let mut cut_off = CUT_OFF;
        let mut best: Vec<(f64, u32)> = Vec::new();
        for (name, tool) in &self.names {
            let args = Args::default().score_cutoff(cut_off);
            let Some(ratio) = comparator.similarity_with_args(name.chars(), &args) else { continue };
            let place = best.partition_point(|(other, _)| *other >= ratio);
            best.insert(place, (ratio, *tool));
            best.truncate(LIMIT * 4);
            if best.len() == LIMIT * 4 {
                cut_off = best.last().map_or(cut_off, |(ratio, _)| *ratio);
            }
        }
        first_tools(best.into_iter().map(|(_, tool)| tool))
    }

    fn bytes(&self) -> usize {
        self.names.iter().map(|(name, _)| name.len() + 4).sum()
    }
}
