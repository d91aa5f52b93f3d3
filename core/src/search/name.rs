//! Searching for a name.
//!
//! From certain to vague, each step only when those before it found nothing
//! good enough: the name itself; the words in another order or without
//! filling words; completions; one edit; the sound; two edits. The steps that
//! look for slips stand in `slip`.

use super::candidate::{Candidate, Candidates, Trust};
use super::cost::{self, Cost};
use super::distance::most;
use super::index::Index;
use super::lexicon::WordClass;
use super::normalise::{Words, normalise};
use super::phonetic::{SoftG, phonetic};
use super::result::MatchKind;
use super::rows::{Entry, KeyRole, Space, Target};
use super::walk::Budget;

/// Of the names that share a key, how many are looked at.
pub(super) const MAX_TARGETS: usize = 32;

/// Most words that matter in a name whose words are put in another order.
const MAX_REORDERED: usize = 8;

/// Shortest query that may be the beginning of a name with an edit in it, and
/// with two.
const MIN_PREFIX_EDIT: usize = 3;
const MIN_PREFIX_TWO_EDITS: usize = 8;

/// Shortest beginning of a name that rules out two edits.
const MIN_BEGINNING: usize = 6;

/// Shortest part of a name that stands for it on its own.
const MIN_FULL_PART: usize = 5;

/// A search under way.
pub(super) struct NameSearch<'i, 'a> {
    pub(super) index: &'i Index<'a>,
    pub(super) budget: Budget,
    pub(super) candidates: Candidates,
    /// What of the query is searched, word by word; empty for a stretch of a
    /// sentence.
    pub(super) words: Words,
}

/// How the words of a looked-up key relate to the words of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// All of them, as typed.
    AsTyped,
    /// All that matter, in another order.
    Changed,
}

impl<'i, 'a> NameSearch<'i, 'a> {
    /// A search that found nothing yet, with what is left of a budget.
    pub(super) fn new(index: &'i Index<'a>, budget: Budget) -> Self {
        Self { index, budget, candidates: Candidates::default(), words: Words::default() }
    }

    /// Looks for slips only: one edit, or another spelling of the sound.
    pub(super) fn slips(&mut self, key: &str) {
        self.edits::<1>(key, false);
        if let Some(code) = phonetic(key, SoftG::AsG) {
            self.same_sound(key, &code);
        }
    }

    /// Looks for the words as a name; true when they are one, or one with its
    /// supplier.
    pub(super) fn exact(&mut self, words: &Words) -> bool {
        self.lookup(words.key(), Order::AsTyped);
        self.candidates.best().is_some_and(|best| {
            let Candidate { trust, kind, .. } = best.candidate;
            trust == Trust::Exact || (trust == Trust::Full && kind == MatchKind::Supplier)
        })
    }

    /// Looks for anything near the words.
    pub(super) fn near(&mut self, words: &Words) {
        self.reorderings(words);
        self.completions(words.key());
        self.words = match self.without_fillers(words) {
            Some(core) => {
                self.lookup(core.key(), Order::Changed);
                core
            }
            None => words.clone(),
        };
        let key = self.words.key().to_owned();
        self.edits::<1>(&key, key.len() >= MIN_PREFIX_EDIT);
        if let Some(code) = phonetic(&key, SoftG::AsG) {
            self.same_sound(&key, &code);
            if !self.is_good(&key) {
                self.near_sound(&key, &code);
            }
        }
        if !self.is_good(&key) && !self.begins_a_name(&key) && most(key.len()) >= 2 {
            self.edits::<2>(&key, key.len() >= MIN_PREFIX_TWO_EDITS);
        }
    }

    /// Whether the best candidate so far needs no further search.
    pub(super) fn is_good(&self, key: &str) -> bool {
        let good = cost::slip_limit(key.len());
        self.candidates.best().is_some_and(|best| best.candidate.trust != Trust::Weak && best.candidate.cost <= good)
    }

    /// Whether so much of a name was typed without a slip that two slips in
    /// another are out of the question.
    fn begins_a_name(&self, key: &str) -> bool {
        let is_beginning = |candidate: &Candidate| candidate.kind == MatchKind::Prefix && candidate.distance == 0;
        key.len() >= MIN_BEGINNING && self.candidates.iter().any(|ranked| is_beginning(&ranked.candidate))
    }

    /// Adds what `key` leads to, letter by letter.
    fn lookup(&mut self, key: &str, order: Order) {
        let Some(value) = self.index.names.get(key.as_bytes()) else { return };
        for target in self.index.rows.targets(Space::Names, key.as_bytes(), value).take(MAX_TARGETS) {
            let Some(entry) = self.index.rows.entry(target.entry) else { continue };
            let (kind, cost) = by_role(&entry, target.role);
            let trust = match (target.role, order) {
                (KeyRole::Whole, Order::AsTyped) => Trust::Exact,
                (KeyRole::Whole | KeyRole::WithSupplier | KeyRole::Reordered, _) => Trust::Full,
                (KeyRole::Part, _) if self.stands_alone(key, &entry) => Trust::Full,
                _ => Trust::Weak,
            };
            let (kind, cost) = match order {
                Order::AsTyped => (kind, cost),
                Order::Changed => (MatchKind::Tokens, cost.saturating_add(cost::REORDERED)),
            };
            self.add(&entry, target, kind, cost, 0, trust);
        }
    }

    /// Whether a part of a name is enough to mean it.
    fn stands_alone(&self, part: &str, entry: &Entry<'_>) -> bool {
        entry.kind == MatchKind::Name && part.len() >= MIN_FULL_PART && !self.index.is_taken(part)
    }

    /// The same words in another order, or without the small ones.
    fn reorderings(&mut self, words: &Words) {
        if words.len() < 2 {
            return;
        }
        if words.len() == 2 {
            self.lookup(&[words.word(1), words.word(0)].concat(), Order::Changed);
            return;
        }
        let mut content: Vec<&str> = words.iter().filter(|word| !self.index.is_small_word(word)).collect();
        if content.is_empty() || content.len() > MAX_REORDERED {
            return;
        }
        self.lookup(&content.concat(), Order::Changed);
        if content.len() == 2 {
            content.reverse();
        } else {
            content.sort_unstable();
        }
        self.lookup(&content.concat(), Order::Changed);
    }

    /// The words without those that only say that it is an app; `None` when
    /// there are none, or nothing else.
    fn without_fillers(&self, words: &Words) -> Option<Words> {
        if words.len() < 2 {
            return None;
        }
        let class = |word: &str| self.index.class_of(word);
        let is_content = |word: &&str| !matches!(class(word), Some(WordClass::Filler | WordClass::Small));
        if !words.iter().any(|word| class(word) == Some(WordClass::Filler)) {
            return None;
        }
        let rest: Vec<&str> = words.iter().filter(is_content).collect();
        (!rest.is_empty()).then(|| normalise(&rest.join(" ")))
    }

    /// Adds names that some of the words are.
    pub(super) fn add_stretches(&mut self, found: &Candidates, sure: bool) {
        for ranked in found.iter() {
            let mut candidate = ranked.candidate;
            candidate.cost = candidate.cost.saturating_add(cost::STRETCH);
            if candidate.kind == MatchKind::Sentence {
                candidate.kind = MatchKind::Tokens;
            }
            if !sure {
                candidate.trust = Trust::Weak;
            }
            self.candidates.add(self.index, candidate);
        }
    }

    pub(super) fn add(
        &mut self,
        entry: &Entry<'_>,
        target: Target,
        kind: MatchKind,
        cost: Cost,
        distance: u8,
        trust: Trust,
    ) {
        let candidate = Candidate { item: entry.item, entry: target.entry, kind, cost, distance, trust };
        self.candidates.add(self.index, candidate);
    }
}

/// Why a key leads to an entry, and what that costs.
pub(super) fn by_role(entry: &Entry<'_>, role: KeyRole) -> (MatchKind, Cost) {
    let (kind, of_kind) = match entry.kind {
        MatchKind::Alias => (MatchKind::Alias, cost::ALIAS),
        MatchKind::FormerName => (MatchKind::FormerName, cost::FORMER_NAME),
        MatchKind::Abbreviation => (MatchKind::Abbreviation, cost::ALIAS),
        _ => (MatchKind::Name, 0),
    };
    let (kind, of_role) = match role {
        KeyRole::Whole | KeyRole::Host | KeyRole::Domain => (kind, 0),
        KeyRole::WithSupplier => (MatchKind::Supplier, cost::WITH_SUPPLIER),
        KeyRole::Reordered => (MatchKind::Tokens, cost::REORDERED),
        KeyRole::Part => (MatchKind::Tokens, cost::PART),
        KeyRole::Supplier => (MatchKind::Supplier, cost::SUPPLIER),
        KeyRole::Initials => (MatchKind::Abbreviation, cost::INITIALS),
    };
    (kind, of_kind.saturating_add(of_role))
}
