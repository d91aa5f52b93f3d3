//! Finding a tool in a sentence, or among other words.
//!
//! Stretches of one to four words are looked up, the longest first. A
//! sentence answers only when all that is found is one tool, and it is sure
//! only when the words around it are words of a question, of school, or of
//! everyday use: "google sites" is not Google.

use std::ops::Range;

use super::candidate::{Candidate, Trust};
use super::confidence;
use super::context::Context;
use super::cost::{self, Cost};
use super::index::Index;
use super::lexicon::WordClass;
use super::limits::MAX_SENTENCE_WORDS;
use super::name::{MAX_TARGETS, NameSearch};
use super::normalise::Words;
use super::result::{Confidence, MatchKind};
use super::rows::{KeyRole, Space};

/// Most words of a name that is looked for in a sentence.
const MAX_STRETCH: usize = 4;

/// Fewest words that make a sentence.
const MIN_WORDS: usize = 3;

/// Fewest words of a name that is all words of a question.
const MIN_SAID_NAME: usize = 3;

/// Shortest stretch that may hold an edit.
const MIN_EDIT: usize = 5;

/// What a word of a sentence is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It belongs to the question.
    Said,
    /// It may be (part of) a name.
    Open,
    /// It is part of a name that was found.
    Found,
}

/// A sentence that is searched for names.
pub(super) struct Sentence<'w> {
    words: &'w Words,
    parts: Vec<Part>,
    /// Whether it asks something, or says for whom.
    asks: bool,
    /// What a stretch of it may be a slip for, but not surely enough.
    vague: Vec<Candidate>,
}

impl<'w> Sentence<'w> {
    /// Sorts the words.
    pub(super) fn new(index: &Index<'_>, words: &'w Words, context: &Context) -> Self {
        let mut asks = context.used != 0;
        let mut parts = Vec::with_capacity(words.len().min(MAX_SENTENCE_WORDS));
        for (position, word) in words.iter().enumerate().take(MAX_SENTENCE_WORDS) {
            let class = index.class_of(word);
            asks |= class == Some(WordClass::Question);
            let is_said = context.uses(position) || class.is_some_and(WordClass::is_said);
            parts.push(if is_said { Part::Said } else { Part::Open });
        }
        Self { words, parts, asks, vague: Vec::new() }
    }

    /// Whether the words form a sentence rather than a name.
    pub(super) fn is_sentence(&self) -> bool {
        self.asks && self.words.len() >= MIN_WORDS
    }

    /// Looks for names in it and says how sure what was found is.
    pub(super) fn search(&mut self, index: &Index<'_>, search: &mut NameSearch<'_, '_>) -> Confidence {
        if self.exact_names(index, search) {
            return self.confidence(index, search, Confidence::Exact);
        }
        self.near_names(index, search);
        self.confidence(index, search, Confidence::Probable)
    }

    /// Adds what may be meant all the same where nothing was found; says
    /// whether that is anything.
    pub(super) fn add_vague(&mut self, index: &Index<'_>, search: &mut NameSearch<'_, '_>) -> bool {
        if !search.candidates.is_empty() {
            return false;
        }
        self.vague.drain(..).for_each(|candidate| search.candidates.add(index, candidate));
        !search.candidates.is_empty()
    }

    /// Names that stand in it letter by letter.
    fn exact_names(&mut self, index: &Index<'_>, search: &mut NameSearch<'_, '_>) -> bool {
        for words_too in [false, true] {
            for length in (1..=MAX_STRETCH).rev() {
                let last = self.parts.len().saturating_sub(length);
                for from in 0..=last {
                    let to = from.saturating_add(length);
                    if self.is_open(from, to) && self.add_exact(index, search, from..to, words_too) {
                        self.mark_found(from, to);
                    }
                }
            }
            if !search.candidates.is_empty() {
                return true;
            }
        }
        false
    }

    /// Adds what the stretch is a name of. What is short for a name and also a
    /// word counts only with `words_too`.
    fn add_exact(
        &self,
        index: &Index<'_>,
        search: &mut NameSearch<'_, '_>,
        Range { start: from, end: to }: Range<usize>,
        words_too: bool,
    ) -> bool {
        let key = self.words.span(from, to);
        let Some(value) = index.names.get(key.as_bytes()) else {
            return false;
        };
        let is_word = index.is_word(key);
        let mut found = false;
        for target in index.rows.targets(Space::Names, key.as_bytes(), value).take(MAX_TARGETS) {
            let Some(entry) = index.rows.entry(target.entry) else {
                continue;
            };
            let cost = match (target.role, entry.kind) {
                (KeyRole::Whole, MatchKind::Abbreviation) if is_word && !words_too => continue,
                (KeyRole::Whole, MatchKind::Name) => 0,
                (KeyRole::Whole, _) => cost::ALIAS,
                (KeyRole::WithSupplier, _) => cost::WITH_SUPPLIER,
                _ => continue,
            };
            found = true;
            let trust = if is_word { Trust::Weak } else { Trust::Full };
            let kind = MatchKind::Sentence;
            let (item, entry) = (entry.item, target.entry);
            search.candidates.add(index, Candidate { item, entry, kind, cost, distance: 0, trust });
        }
        found
    }

    /// Names that a stretch of it resembles.
    fn near_names(&mut self, index: &Index<'_>, search: &mut NameSearch<'_, '_>) {
        let mut best: Option<(Cost, usize, usize)> = None;
        for length in 1..=MAX_STRETCH.saturating_sub(1) {
            let last = self.parts.len().saturating_sub(length);
            for from in 0..=last {
                let to = from.saturating_add(length);
                let key = self.words.span(from, to);
                let is_name_like = key.len() >= MIN_EDIT && self.all_open(from, to) && !index.is_taken(key);
                if !is_name_like {
                    continue;
                }
                let mut stretch = NameSearch::new(index, search.budget);
                stretch.slips(key);
                search.budget = stretch.budget;
                for ranked in stretch.candidates.iter() {
                    let near = ranked.candidate;
                    if near.trust == Trust::Full && near.cost <= cost::slip_limit(key.len()) {
                        search.candidates.add(index, near);
                        if best.is_none_or(|(cost, ..)| near.cost < cost) {
                            best = Some((near.cost, from, to));
                        }
                    } else if may_be_shown(key, &near) {
                        self.vague.push(Candidate { trust: Trust::Weak, ..near });
                    }
                }
            }
        }
        if let Some((_, from, to)) = best {
            self.mark_found(from, to);
        }
    }

    /// Whether a stretch may be a name: not all of it belongs to the question,
    /// unless it is long enough to be one all the same ("veilig leren lezen").
    fn is_open(&self, from: usize, to: usize) -> bool {
        let parts = self.parts.get(from..to).unwrap_or_default();
        (parts.contains(&Part::Open) || parts.len() >= MIN_SAID_NAME) && !parts.contains(&Part::Found)
    }

    fn all_open(&self, from: usize, to: usize) -> bool {
        self.parts.get(from..to).is_some_and(|parts| parts.iter().all(|part| *part == Part::Open))
    }

    fn mark_found(&mut self, from: usize, to: usize) {
        for part in self.parts.iter_mut().take(to).skip(from) {
            *part = Part::Found;
        }
    }

    /// At most `limit`, and less when there are rivals, when the name is an
    /// ordinary word, or when words are left over that may belong to a name.
    fn confidence(&self, index: &Index<'_>, search: &NameSearch<'_, '_>, limit: Confidence) -> Confidence {
        let Some(best) = search.candidates.best() else {
            return Confidence::None;
        };
        if !confidence::is_the_only_tool(index, &search.candidates) || !best.judged {
            return Confidence::Options;
        }
        let left = |position: &usize| self.parts.get(*position) == Some(&Part::Open);
        let mut leftovers = (0..self.parts.len()).filter(left).peekable();
        if best.candidate.trust == Trust::Weak {
            let is_asked_about = self.asks && leftovers.peek().is_none() && !self.has_determiner();
            return if is_asked_about { Confidence::Probable } else { Confidence::Options };
        }
        if leftovers.peek().is_none() {
            return limit;
        }
        let is_harmless = |position: usize| index.is_word(self.words.word(position)) && !self.touches_found(position);
        if leftovers.all(is_harmless) { Confidence::Probable } else { Confidence::Options }
    }

    fn touches_found(&self, position: usize) -> bool {
        let is_found = |at: Option<usize>| at.and_then(|at| self.parts.get(at)) == Some(&Part::Found);
        is_found(position.checked_sub(1)) || is_found(position.checked_add(1))
    }

    /// Whether what was found has an article or the like before it: "het
    /// netwerk" is no name.
    fn has_determiner(&self) -> bool {
        let found = self.parts.iter().position(|part| *part == Part::Found);
        let before = found.and_then(|found| found.checked_sub(1)).map(|before| self.words.word(before));
        let determiners = ["a", "de", "deze", "dit", "een", "het", "mijn", "my", "ons", "onze", "our", "the", "this"];
        before.is_some_and(|word| determiners.contains(&word))
    }
}

/// Whether a slip that is too dear to be sure of is worth showing. A word with
/// a digit in it is rather an imitation.
fn may_be_shown(key: &str, near: &Candidate) -> bool {
    let is_near = near.kind == MatchKind::Typo && near.cost <= cost::vague_limit(key.len());
    is_near && !key.bytes().any(|byte| byte.is_ascii_digit())
}
