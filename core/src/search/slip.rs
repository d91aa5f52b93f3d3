//! Searching for a name with a slip in it: completions, edits, sounds.

use super::automaton::Pattern;
use super::candidate::Trust;
use super::complete::{best, complete};
use super::cost::{self, Cost};
use super::distance::allowed;
use super::name::{MAX_TARGETS, NameSearch, by_role};
use super::normalise::{Words, normalise};
use super::result::MatchKind;
use super::rows::{Entry, KeyRole, Space};
use super::walk::{Hit, Reach, near};

/// Completions that are looked at.
const MAX_COMPLETIONS: usize = 16;

/// Keys near a query that are looked at.
const MAX_NEAR: usize = 24;

/// Shortest query that is compared by its sound, and shortest sound that is
/// compared with an edit.
const MIN_SOUND: usize = 4;
const MIN_SOUND_EDIT: usize = 5;

/// Shortest abbreviation, and shortest part of a name, that may hold a slip.
const MIN_ABBREVIATION: usize = 4;
const MIN_PART: usize = 5;

/// Shortest query that may mean a name by its sound alone.
const MIN_FULL_SOUND: usize = 5;

impl NameSearch<'_, '_> {
    /// Names that begin with `key`.
    pub(super) fn completions(&mut self, key: &str) {
        let index = self.index;
        let Some((address, value)) = index.names.descend(key.as_bytes()) else { return };
        let mut left = MAX_COMPLETIONS;
        let mut budget = self.budget;
        complete(&index.names, address, value, &mut budget, |value, rest| {
            self.add_completed(key.as_bytes(), rest, value, 0, 0);
            left = left.saturating_sub(1);
            left > 0
        });
        self.budget = budget;
    }

    /// The names under the key that `rest` completes.
    fn add_completed(&mut self, path: &[u8], rest: &[u8], value: u64, cost: Cost, distance: u8) {
        if rest.is_empty() {
            return;
        }
        let of_rest = cost.saturating_add(cost::of_rest(path.len(), rest.len(), distance));
        for target in self.index.rows.targets(Space::Names, &[path, rest].concat(), value).take(MAX_TARGETS) {
            let Some(entry) = self.index.rows.entry(target.entry) else { continue };
            let of_role = match target.role {
                KeyRole::Initials | KeyRole::Supplier => continue,
                // Whoever types a supplier's name may mean any tool of it.
                KeyRole::WithSupplier => cost::SUPPLIER,
                role => by_role(&entry, role).1,
            };
            self.add(&entry, target, MatchKind::Prefix, of_rest.saturating_add(of_role), distance, Trust::Weak);
        }
    }

    /// Names within `D` edits of `key` and, if `prefixes`, names that begin
    /// within as many.
    pub(super) fn edits<const D: usize>(&mut self, key: &str, prefixes: bool) {
        let Some(pattern) = Pattern::new(key.as_bytes()) else { return };
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
                    if let Some((value, rest)) = best(&index.names, address, near.value, &mut self.budget) {
                        self.add_completed(path, &rest, value, near.cost, near.distance);
                    }
                }
            }
        }
    }

    fn add_edited(&mut self, key: &str, path: &[u8], value: u64, cost: Cost, distance: u8) {
        let may_be_slip = cost <= cost::slip_limit(key.len())
            && same_digits(key.as_bytes(), path)
            && !self.drops_a_word(path)
            && !self.are_all_words();
        for target in self.index.rows.targets(Space::Names, path, value).take(MAX_TARGETS) {
            let Some(entry) = self.index.rows.entry(target.entry) else { continue };
            if is_too_short_to_slip(&entry, target.role, path) {
                continue;
            }
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
    /// near enough for their length, and nothing in their own right.
    /// "google sites" is no slip for Google Slides.
    fn is_slip(&self, key: &str, entry: &Entry<'_>, cost: Cost) -> bool {
        let changed = changed_words(key, &normalise(entry.text));
        cost <= cost::slip_limit(changed.len()) && !self.index.is_taken(changed) && !self.index.is_taken(key)
    }

    /// Whether the query is several words of everyday language.
    fn are_all_words(&self) -> bool {
        self.words.len() > 1 && self.words.iter().all(|word| self.index.is_word(word))
    }

    /// Whether the name is the query without one of its words: "canvas x" is
    /// another name than Canvas, not a letter too many.
    fn drops_a_word(&self, name: &[u8]) -> bool {
        let words = &self.words;
        words.len() > 1
            && (0..words.len()).any(|dropped| {
                let before = words.span(0, dropped).as_bytes();
                let after = words.span(dropped.saturating_add(1), words.len()).as_bytes();
                name.strip_prefix(before) == Some(after)
            })
    }

    /// Names that sound like `key`, whose sound is `code`.
    pub(super) fn same_sound(&mut self, key: &str, code: &str) {
        if key.len() >= MIN_SOUND
            && let Some(value) = self.index.sounds.get(code.as_bytes())
        {
            self.add_sounding(key, code.as_bytes(), value, 0);
        }
    }

    /// Names that sound nearly like `key`: one sound differs.
    pub(super) fn near_sound(&mut self, key: &str, code: &str) {
        if code.len() < MIN_SOUND_EDIT {
            return;
        }
        let Some(pattern) = Pattern::new(code.as_bytes()) else { return };
        let mut found = Vec::new();
        near::<1>(&self.index.sounds, &pattern, false, &mut self.budget, |hit| {
            if hit.distance > 0 && found.len() < MAX_NEAR {
                found.push((hit.path.to_vec(), hit.value));
            }
        });
        for (path, value) in found {
            self.add_sounding(key, &path, value, 1);
        }
    }

    fn add_sounding(&mut self, key: &str, code: &[u8], value: u64, edits: u8) {
        for target in self.index.rows.targets(Space::Sounds, code, value).take(MAX_TARGETS) {
            let Some(entry) = self.index.rows.entry(target.entry) else { continue };
            let (_, of_role) = by_role(&entry, target.role);
            let letters = entry.text.chars().filter(|char| char.is_alphanumeric()).count();
            let cost = cost::of_sound(edits, code.len(), key.len().abs_diff(letters));
            let is_slip =
                edits == 0 && key.len() >= MIN_FULL_SOUND && !self.index.is_taken(key) && !self.are_all_words();
            let trust = if is_slip { Trust::Full } else { Trust::Weak };
            self.add(&entry, target, MatchKind::Phonetic, cost.saturating_add(of_role), edits, trust);
        }
    }
}

/// Whether a key is so short that nothing is a slip for it: two letters that
/// stand for a name, or the last word of a longer one.
fn is_too_short_to_slip(entry: &Entry<'_>, role: KeyRole, key: &[u8]) -> bool {
    match (entry.kind, role) {
        (MatchKind::Abbreviation, _) => key.len() < MIN_ABBREVIATION,
        (_, KeyRole::Part) => key.len() < MIN_PART,
        _ => false,
    }
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
    let digits = |text: &'_ [u8]| -> Vec<u8> { text.iter().copied().filter(u8::is_ascii_digit).collect() };
    digits(query) == digits(name)
}

/// The cheapest few of the keys a walk finds.
#[derive(Default)]
struct Shortlist {
    list: Vec<Near>,
}

/// Longest key that a walk can find.
const MAX_PATH: usize = 72;

struct Near {
    path: [u8; MAX_PATH],
    len: u8,
    value: u64,
    cost: Cost,
    distance: u8,
    reach: Reach,
}

impl Shortlist {
    fn offer(&mut self, key: &[u8], hit: &Hit<'_>) {
        let cost = cost::of_typos(key, hit.path);
        let rank = |near: &Near| (near.cost, near.value);
        if self.list.len() >= MAX_NEAR && self.list.last().is_some_and(|last| rank(last) <= (cost, hit.value)) {
            return;
        }
        let mut path = [0_u8; MAX_PATH];
        for (slot, byte) in path.iter_mut().zip(hit.path) {
            *slot = *byte;
        }
        let len = u8::try_from(hit.path.len()).unwrap_or(0);
        let near = Near { path, len, value: hit.value, cost, distance: hit.distance, reach: hit.reach };
        let place = self.list.partition_point(|other| rank(other) <= rank(&near));
        self.list.insert(place, near);
        self.list.truncate(MAX_NEAR);
    }
}
