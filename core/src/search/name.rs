//! Searching for a name.
//!
//! From certain to vague, each step only when those before it found nothing
//! good enough: the name itself; the words in another order or without
//! filling words; completions; one edit; the sound; two edits; a part of the
//! words; characters that only look like the name's.

use super::automaton::Pattern;
use super::candidate::{Candidate, Candidates, Trust};
use super::complete::complete;
use super::cost::{self, Cost};
use super::distance::{allowed, most};
use super::index::Index;
use super::lexicon::WordClass;
use super::normalise::{Words, normalise};
use super::phonetic::phonetic;
use super::result::MatchKind;
use super::rows::{Entry, KeyRole, Space, Target};
use super::walk::{Budget, Hit, Reach, near};

/// Completions that are looked at.
const MAX_COMPLETIONS: usize = 24;

/// Of the names that share a key, how many are looked at.
pub(super) const MAX_TARGETS: usize = 32;

/// Shortest query that may be the beginning of a name with an edit in it.
const MIN_PREFIX_EDIT: usize = 3;

/// Per letter of the query, what a difference may cost to pass as a slip.
const SLIP_PER_LETTER: Cost = 75;

/// Shortest part of a name that stands for it on its own.
const MIN_FULL_PART: usize = 5;

/// Shortest sound code that is compared with an edit.
const MIN_SOUND_EDIT: usize = 5;

/// A search under way.
pub(super) struct NameSearch<'i, 'a> {
    index: &'i Index<'a>,
    pub(super) budget: Budget,
    pub(super) candidates: Candidates,
}

impl<'i, 'a> NameSearch<'i, 'a> {
    /// A search that found nothing yet.
    pub(super) fn new(index: &'i Index<'a>) -> Self {
        Self { index, budget: Budget::for_query(), candidates: Candidates::default() }
    }

    /// The same, with what is left of a budget.
    pub(super) fn with_budget(index: &'i Index<'a>, budget: Budget) -> Self {
        Self { index, budget, candidates: Candidates::default() }
    }

    /// Looks for slips only: one edit, or another spelling of the sound.
    pub(super) fn slips(&mut self, key: &str) {
        self.edits::<1>(key, false);
        self.sound(key, 0);
    }

    /// Looks for the words as a name; true when it is one.
    pub(super) fn exact(&mut self, words: &Words) -> bool {
        self.lookup(words.key(), Order::AsTyped);
        self.candidates.best().is_some_and(|best| best.candidate.trust == Trust::Exact)
    }

    /// Looks for anything near the words.
    pub(super) fn near(&mut self, words: &Words) {
        self.reorderings(words);
        let core = without_fillers(words);
        let key = core.as_deref().unwrap_or(words.key());
        self.completions(words.key());
        if core.is_some() {
            self.lookup(key, Order::Changed);
        }
        self.edits::<1>(key, key.len() >= MIN_PREFIX_EDIT);
        self.sound(key, 0);
        if !self.is_good(key) {
            self.sound(key, 1);
        }
        if !self.is_good(key) && most(key.len()) >= 2 {
            self.edits::<2>(key, false);
        }
    }

    /// Whether the best candidate so far needs no further search.
    pub(super) fn is_good(&self, key: &str) -> bool {
        let good = slip_limit(key.len());
        self.candidates.best().is_some_and(|best| best.candidate.trust != Trust::Weak && best.candidate.cost <= good)
    }

    /// Adds what `key` leads to, letter by letter.
    fn lookup(&mut self, key: &str, order: Order) {
        let Some(value) = self.index.names.get(key.as_bytes()) else {
            return;
        };
        let is_taken = self.index.is_taken(key);
        for target in self.index.rows.targets(Space::Names, key.as_bytes(), value).take(MAX_TARGETS) {
            let Some(entry) = self.index.rows.entry(target.entry) else {
                continue;
            };
            let (kind, cost) = by_role(&entry, target.role);
            let trust = match (target.role, order) {
                (KeyRole::Whole, Order::AsTyped) => Trust::Exact,
                (KeyRole::Whole | KeyRole::WithSupplier | KeyRole::Reordered, _) => Trust::Full,
                (KeyRole::Part, _) if entry.kind == MatchKind::Name && key.len() >= MIN_FULL_PART && !is_taken => {
                    Trust::Full
                }
                _ => Trust::Weak,
            };
            let (kind, cost) = match order {
                Order::AsTyped => (kind, cost),
                Order::Changed => (MatchKind::Tokens, cost.saturating_add(cost::REORDERED)),
            };
            self.add(&entry, target, kind, cost, 0, trust);
        }
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

    fn add(&mut self, entry: &Entry<'_>, target: Target, kind: MatchKind, cost: Cost, distance: u8, trust: Trust) {
        let candidate = Candidate { item: entry.item, entry: target.entry, kind, cost, distance, trust };
        self.candidates.add(self.index, candidate);
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
        if content.is_empty() || content.len() > 8 {
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

    /// Names that begin with `key`.
    fn completions(&mut self, key: &str) {
        if let Some((address, value)) = self.index.names.descend(key.as_bytes()) {
            self.complete(key.as_bytes(), address, value, MAX_COMPLETIONS, 0, 0);
        }
    }

    /// The best few of the names that begin with `path`, which ends at a node.
    fn complete(&mut self, path: &[u8], address: usize, value: u64, most: usize, cost: Cost, distance: u8) {
        let index = self.index;
        let mut left = most;
        let mut budget = self.budget;
        complete(&index.names, address, value, &mut budget, |value, rest| {
            let of_rest = cost.saturating_add(cost::of_rest(rest.len()));
            let key = [path, rest].concat();
            for target in index.rows.targets(Space::Names, &key, value).take(MAX_TARGETS) {
                let Some(entry) = index.rows.entry(target.entry) else {
                    continue;
                };
                let is_name = !matches!(target.role, KeyRole::Initials | KeyRole::Supplier);
                if is_name && !rest.is_empty() {
                    let cost = of_rest.saturating_add(by_role(&entry, target.role).1);
                    self.add(&entry, target, MatchKind::Prefix, cost, distance, Trust::Weak);
                }
            }
            left = left.saturating_sub(1);
            left > 0
        });
        self.budget = budget;
    }

    /// Names within `D` edits of `key` and, if `prefixes`, names that begin
    /// within as many.
    fn edits<const D: usize>(&mut self, key: &str, prefixes: bool) {
        let Some(pattern) = Pattern::new(key.as_bytes()) else {
            return;
        };
        let index = self.index;
        let mut shortlist = Shortlist::default();
        near::<D>(&index.names, &pattern, prefixes, &mut self.budget, |hit| {
            let is_allowed = match hit.reach {
                Reach::Whole => hit.distance <= allowed(key.len(), hit.path.len()),
                Reach::Prefix(_) => true,
            };
            if hit.distance > 0 && is_allowed {
                shortlist.offer(key.as_bytes(), &hit);
            }
        });
        for near in shortlist.list {
            let path = near.path.get(..usize::from(near.len)).unwrap_or_default();
            match near.reach {
                Reach::Whole => self.add_edited(key, path, near.value, near.cost, near.distance),
                Reach::Prefix(address) => {
                    self.complete(path, address, near.value, 1, near.cost, near.distance);
                }
            }
        }
    }

    fn add_edited(&mut self, key: &str, path: &[u8], value: u64, cost: Cost, distance: u8) {
        let may_be_slip = cost <= slip_limit(key.len()) && same_digits(key.as_bytes(), path);
        for target in self.index.rows.targets(Space::Names, path, value).take(MAX_TARGETS) {
            let Some(entry) = self.index.rows.entry(target.entry) else {
                continue;
            };
            let trust = match target.role {
                KeyRole::Initials => continue,
                KeyRole::Whole | KeyRole::WithSupplier | KeyRole::Reordered
                    if may_be_slip && self.is_slip(key, &entry, cost) =>
                {
                    Trust::Full
                }
                _ => Trust::Weak,
            };
            let (_, of_role) = by_role(&entry, target.role);
            self.add(&entry, target, MatchKind::Typo, cost.saturating_add(of_role), distance, trust);
        }
    }

    /// Whether the words that differ can be a slip for those of the name:
    /// near enough for their length, and no ordinary words themselves.
    /// "google sites" is no slip for Google Slides.
    fn is_slip(&self, key: &str, entry: &Entry<'_>, cost: Cost) -> bool {
        let changed = changed_words(key, &normalise(entry.text));
        cost <= slip_limit(changed.len()) && !self.index.is_taken(changed) && !self.index.is_taken(key)
    }

    /// Names that sound like `key`, with up to `edits` differences in sound.
    fn sound(&mut self, key: &str, edits: u8) {
        let index = self.index;
        let Some(code) = phonetic(key).filter(|code| code.len() > 2) else {
            return;
        };
        if edits == 0 {
            if let Some(value) = index.sounds.get(code.as_bytes()) {
                self.add_sounding(key, code.as_bytes(), value, 0);
            }
            return;
        }
        if code.len() < MIN_SOUND_EDIT {
            return;
        }
        let Some(pattern) = Pattern::new(code.as_bytes()) else {
            return;
        };
        let mut found = Vec::new();
        near::<1>(&index.sounds, &pattern, false, &mut self.budget, |hit| {
            if hit.distance > 0 && found.len() < MAX_COMPLETIONS {
                found.push((hit.path.to_vec(), hit.value));
            }
        });
        for (path, value) in found {
            self.add_sounding(key, &path, value, 1);
        }
    }

    fn add_sounding(&mut self, key: &str, code: &[u8], value: u64, edits: u8) {
        let cost = cost::BY_SOUND.saturating_add(cost::SOUND_EDIT.saturating_mul(Cost::from(edits)));
        for target in self.index.rows.targets(Space::Sounds, code, value).take(MAX_TARGETS) {
            let Some(entry) = self.index.rows.entry(target.entry) else {
                continue;
            };
            let (_, of_role) = by_role(&entry, target.role);
            let is_slip = edits == 0 && key.len() >= MIN_FULL_PART;
            let trust = if is_slip { Trust::Full } else { Trust::Weak };
            self.add(&entry, target, MatchKind::Phonetic, cost.saturating_add(of_role), edits, trust);
        }
    }
}

/// How the words of a looked-up key relate to the words of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// All of them, as typed.
    AsTyped,
    /// All that matter, in another order.
    Changed,
}

fn by_role(entry: &Entry<'_>, role: KeyRole) -> (MatchKind, Cost) {
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

/// What a difference may cost at most to pass as a slip in a query of so
/// many letters.
pub(super) fn slip_limit(letters: usize) -> Cost {
    Cost::try_from(letters).unwrap_or(Cost::MAX).saturating_mul(SLIP_PER_LETTER)
}

/// The part of a query that is left without the whole words of a name that it
/// begins and ends with. At least one word of the name is not taken away.
fn changed_words<'q>(query: &'q str, name: &Words) -> &'q str {
    let mut rest = query;
    let mut left = name.len();
    let mut words = name.iter();
    while left > 1
        && let Some(after) = words.next().and_then(|word| rest.strip_prefix(word))
    {
        rest = after;
        left = left.saturating_sub(1);
    }
    let mut words = name.iter();
    while left > 1
        && let Some(before) = words.next_back().and_then(|word| rest.strip_suffix(word))
    {
        rest = before;
        left = left.saturating_sub(1);
    }
    rest
}

fn same_digits(query: &[u8], name: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().copied().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    digits(query) == digits(name)
}

/// The key without words that only say that it is an app; `None` when there
/// are none, or nothing else.
fn without_fillers(words: &Words) -> Option<String> {
    if words.len() < 2 || !words.iter().any(is_filler) {
        return None;
    }
    let rest: String = words.iter().filter(|word| !is_filler(word) && !is_small_word(word)).collect();
    (!rest.is_empty()).then_some(rest)
}

/// The cheapest few of the keys a walk finds.
#[derive(Default)]
struct Shortlist {
    list: Vec<Near>,
}

struct Near {
    path: [u8; 72],
    len: u8,
    value: u64,
    cost: Cost,
    distance: u8,
    reach: Reach,
}

impl Shortlist {
    const MOST: usize = 24;

    fn offer(&mut self, key: &[u8], hit: &Hit<'_>) {
        let cost = cost::of_typos(key, hit.path);
        let rank = |near: &Near| (near.cost, near.value);
        if self.list.len() >= Self::MOST && self.list.last().is_some_and(|last| rank(last) <= (cost, hit.value)) {
            return;
        }
        let mut path = [0_u8; 72];
        for (slot, byte) in path.iter_mut().zip(hit.path) {
            *slot = *byte;
        }
        let len = u8::try_from(hit.path.len()).unwrap_or(0);
        let near = Near { path, len, value: hit.value, cost, distance: hit.distance, reach: hit.reach };
        let place = self.list.partition_point(|other| rank(other) <= rank(&near));
        self.list.insert(place, near);
        self.list.truncate(Self::MOST);
    }
}
