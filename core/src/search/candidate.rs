//! Tools that a query may mean, collected and put in order.

use super::cost::{self, Cost};
use super::index::Index;
use super::result::{Match, MatchKind};

/// Most candidates that are kept.
const MAX_CANDIDATES: usize = 32;

/// How far a candidate can be trusted on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// The whole query is the whole name, folded.
    Exact,
    /// Every word of the query is accounted for, with slips that explain
    /// themselves.
    Full,
    /// Something is missing, left over or far off: only to choose from.
    Weak,
}

/// A tool that a query may mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Number of the item.
    pub(super) item: u32,
    /// Number of the entry that matched.
    pub(super) entry: u32,
    /// Why it is here.
    pub(super) kind: MatchKind,
    /// What the difference between query and name costs.
    pub(super) cost: Cost,
    /// Edits between query and name.
    pub(super) distance: u8,
    /// How far it can be trusted.
    pub(super) trust: Trust,
}

/// The best candidates so far, one per item, best first.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    list: Vec<Ranked>,
}

/// A candidate with its place in the order: exact before others, then cost
/// and popularity together, then rank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranked {
    pub(super) candidate: Candidate,
    /// Cost and popularity.
    pub(super) score: Cost,
    /// How much the item is used.
    pub(super) weight: u8,
    pub(super) judged: bool,
}

impl Ranked {
    fn order(&self) -> (bool, Cost, u32) {
        (self.candidate.trust != Trust::Exact, self.score, self.candidate.entry)
    }
}

impl Candidates {
    /// Adds a candidate, unless a better one for its item is known.
    pub(super) fn add(&mut self, index: &Index<'_>, candidate: Candidate) {
        let Some(item) = index.rows.item(candidate.item) else {
            return;
        };
        let score = candidate.cost.saturating_add(cost::of_weight(item.weight));
        let ranked = Ranked { candidate, score, weight: item.weight, judged: item.judged };
        if let Some(same) = self.list.iter().position(|other| other.candidate.item == candidate.item) {
            if self.list.get(same).is_some_and(|other| other.order() <= ranked.order()) {
                return;
            }
            self.list.remove(same);
        }
        let place = self.list.partition_point(|other| other.order() < ranked.order());
        if place < MAX_CANDIDATES {
            self.list.insert(place, ranked);
            self.list.truncate(MAX_CANDIDATES);
        }
    }

    /// Adds a candidate in place of any other for its item.
    pub(super) fn replace(&mut self, index: &Index<'_>, candidate: Candidate) {
        self.list.retain(|other| other.candidate.item != candidate.item);
        self.add(index, candidate);
    }

    /// The candidates, best first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Ranked> {
        self.list.iter()
    }

    /// The best candidate.
    pub(super) fn best(&self) -> Option<&Ranked> {
        self.list.first()
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The matches to show: one per tool, at most `limit`.
    pub(super) fn matches(&self, index: &Index<'_>, limit: usize) -> Vec<Match> {
        let mut matches: Vec<Match> = Vec::with_capacity(limit.min(self.list.len()));
        for ranked in &self.list {
            if matches.len() >= limit {
                break;
            }
            let candidate = &ranked.candidate;
            let rows = &index.rows;
            let Some((item, entry)) = rows.item(candidate.item).zip(rows.entry(candidate.entry)) else {
                continue;
            };
            if matches.iter().any(|other| other.id == item.id) {
                continue;
            }
            matches.push(Match {
                id: item.id.to_owned(),
                name: item.name.to_owned(),
                edition: item.edition.map(str::to_owned),
                matched: entry.text.to_owned(),
                kind: candidate.kind,
                distance: candidate.distance,
                judged: item.judged,
            });
        }
        matches
    }
}
