//! Building an index from names.

use serde::{Deserialize, Serialize};

use crate::tool::{NameKind, StoreId, Usage};

use super::layout::IndexLayout;
use super::limits::{MAX_NAME_BYTES, MAX_NAME_CHARS};
use super::normalise::normalise;
use super::phonetic::{SoftG, phonetic};
use super::rows::{KeyRole, Space, Target};

mod keys;
mod links;
mod map;
mod words;
mod write;

pub(crate) use links::public_hosts;
pub use words::WordLists;
pub(crate) use words::Words;
use write::{Sections, Targets, WriteMap};

/// A tool, or an edition of one, that names lead to.
///
/// An entry with an edition holds only what leads to that edition: its name
/// ("Zoom for Education") and its hosts. The tool itself has an entry without
/// an edition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct IndexEntry {
    /// Id of the tool.
    pub tool: String,
    /// Id of the edition, for the entry of an edition.
    #[serde(default)]
    pub edition: Option<String>,
    /// Name to show, which is also searched.
    pub name: String,
    /// Further names.
    #[serde(default)]
    pub texts: Vec<(String, NameKind)>,
    /// Name of the supplier; empty when not known.
    #[serde(default)]
    pub supplier: String,
    /// Hosts, or host and path, that lead here.
    #[serde(default)]
    pub domains: Vec<String>,
    /// Ids in stores.
    #[serde(default)]
    pub stores: Vec<StoreId>,
    /// How much it is used, in tenths of a natural logarithm: ten more means
    /// that it is looked for 2.7 times as often. See [`usage_weight`].
    pub weight: u8,
    /// False for a tool that is known by name only.
    pub judged: bool,
}

/// The weight of a tool that is used this much.
#[must_use]
pub const fn usage_weight(usage: Usage) -> u8 {
    match usage {
        Usage::Everyday => 240,
        Usage::Common => 234,
        Usage::Occasional => 229,
        Usage::Rare => 225,
    }
}

/// Why no index can be built.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// A name is empty once it is folded.
    #[error("a name of `{tool}` has no letter or digit; write a name that can be typed")]
    EmptyName {
        /// The tool.
        tool: String,
    },
    /// A name is too long.
    #[error("the name `{name}` of `{tool}` is longer than {MAX_NAME_CHARS} characters or 255 bytes; shorten it")]
    LongName {
        /// The tool.
        tool: String,
        /// The name.
        name: String,
    },
    /// An id, supplier or similar text does not fit.
    #[error("a text of `{tool}` is longer than 255 bytes; shorten it")]
    LongText {
        /// The tool.
        tool: String,
    },
    /// The same tool and edition stand in the input twice.
    #[error("`{tool}` stands in the list twice with the same edition; keep one")]
    Duplicate {
        /// The tool.
        tool: String,
    },
    /// A domain cannot be one.
    #[error("`{domain}` of `{tool}` is no host or host and path; write it like docs.example.org/quiz")]
    Domain {
        /// The tool.
        tool: String,
        /// What stands there.
        domain: String,
    },
    /// Too many names for the format.
    #[error("there are more names than the format can hold ({})", Target::MAX_ENTRIES)]
    TooMany,
    /// Two keys cannot be told apart by their hash.
    #[error("the keys `{first}` and `{second}` have one hash; change one of the names")]
    Hash {
        /// One key.
        first: String,
        /// The other.
        second: String,
    },
}

/// Whether strangers can have hosts directly below this one (`co.uk`,
/// `wordpress.com`), as the public suffix list says.
///
/// Only building asks. Whether a tool owns what is below its host is decided
/// here once and written down, so that the list, which is larger than the
/// rest of the library, is no part of what reads an index.
pub type IsPublicSuffix<'a> = &'a dyn Fn(&str) -> bool;

/// Builds an index.
///
/// Equal input in any order gives equal bytes.
///
/// # Errors
///
/// [`BuildError`] names the tool and what to change.
pub fn build(entries: &[IndexEntry], is_public_suffix: IsPublicSuffix<'_>) -> Result<Vec<u8>, BuildError> {
    build_with_words(entries, is_public_suffix, &WordLists::OWN)
}

/// As [`build`], with other word lists.
///
/// # Errors
///
/// As [`build`].
pub fn build_with_words(
    entries: &[IndexEntry],
    is_public_suffix: IsPublicSuffix<'_>,
    words: &WordLists<'_>,
) -> Result<Vec<u8>, BuildError> {
    write_index(entries, is_public_suffix, &Words::of(words, entries), &mut write::by_crate)
}

/// As [`build`], for names that are searched on this machine only: without
/// words, and without the fst crate.
pub(crate) fn build_here(entries: &[IndexEntry]) -> Result<Vec<u8>, BuildError> {
    write_index(entries, &|_| true, &Words::default(), &mut |_, pairs| Ok(map::write(pairs, &mut |_, _| false)))
}

/// Nodes that the fst crate wrote again, for each of the four parts: which of
/// the times that an equal node was there.
pub(crate) type Repeats = [Vec<usize>; 4];

/// The repeats in an index that was built from the same; `None` if the bytes
/// are no index.
pub(crate) fn repeats(
    entries: &[IndexEntry],
    is_public_suffix: IsPublicSuffix<'_>,
    words: &Words,
    index: &[u8],
) -> Option<Repeats> {
    let layout = IndexLayout::read(index).ok()?;
    let mut repeats = Repeats::default();
    let mut write = |part: usize, pairs: &[(Vec<u8>, u64)]| {
        let written = layout.part(index, part);
        let mut hits = 0_usize;
        let mut found = Vec::new();
        let bytes = map::write(pairs, &mut |at, bytes| {
            let again = written.get(at..).is_some_and(|rest| rest.starts_with(&bytes()));
            if again {
                found.push(hits);
            }
            hits = hits.saturating_add(1);
            again
        });
        if let Some(repeats) = repeats.get_mut(part) {
            *repeats = found;
        }
        Ok(bytes)
    };
    write_index(entries, is_public_suffix, words, &mut write).ok()?;
    Some(repeats)
}

/// As [`build`], byte for byte, on every machine.
pub(crate) fn rebuild(
    entries: &[IndexEntry],
    is_public_suffix: IsPublicSuffix<'_>,
    words: &Words,
    repeats: &Repeats,
) -> Result<Vec<u8>, BuildError> {
    let mut write = |part: usize, pairs: &[(Vec<u8>, u64)]| {
        let mut left = repeats.get(part).map(Vec::as_slice).unwrap_or_default().iter().copied().peekable();
        let mut hits = 0_usize;
        Ok(map::write(pairs, &mut |_, _| {
            let again = left.next_if_eq(&hits).is_some();
            hits = hits.saturating_add(1);
            again
        }))
    };
    write_index(entries, is_public_suffix, words, &mut write)
}

/// One fst, for tests of what reads it.
#[cfg(test)]
pub(super) fn written(pairs: &[(Vec<u8>, u64)]) -> Vec<u8> {
    write::by_crate(0, pairs).unwrap()
}

fn write_index(
    entries: &[IndexEntry],
    is_public_suffix: IsPublicSuffix<'_>,
    words: &Words,
    write: WriteMap<'_>,
) -> Result<Vec<u8>, BuildError> {
    let mut items: Vec<&IndexEntry> = entries.iter().collect();
    items.sort_unstable();
    for (item, next) in items.iter().zip(items.iter().skip(1)) {
        if item.tool == next.tool && item.edition == next.edition {
            return Err(BuildError::Duplicate { tool: item.tool.clone() });
        }
    }
    let names = rank_names(&items)?;
    let mut name_keys = Targets::new();
    let mut sound_keys = Targets::new();
    for (rank, name) in names.iter().enumerate() {
        let rank = u32::try_from(rank).map_err(|_| BuildError::TooMany)?;
        for (key, role) in keys::of_name(name.item, name.text, name.kind, words) {
            name_keys.push((key.into_bytes(), Target { entry: rank, role }));
        }
        for sound in sounds_of(name) {
            sound_keys.push((sound.into_bytes(), Target { entry: rank, role: KeyRole::Whole }));
        }
    }
    let link_keys = links::of_items(&items, is_public_suffix)?;
    let mut sections = Sections::default();
    sections.items(&items)?;
    sections.entries(&names)?;
    sections.map(Space::Names, name_keys, write)?;
    sections.map(Space::Sounds, sound_keys, write)?;
    sections.map(Space::Links, link_keys, write)?;
    sections.words(words, write)?;
    sections.finish()
}

/// Whether an index can hold this entry, without building one.
pub(crate) fn look_at(entry: &IndexEntry) -> Result<(), BuildError> {
    let items = [entry];
    let names = rank_names(&items)?;
    links::of_items(&items, &|_| true)?;
    let mut sections = Sections::default();
    sections.items(&items)?;
    sections.entries(&names)
}

/// A name on its way into the index.
struct Name<'a> {
    item: &'a IndexEntry,
    number: u32,
    text: &'a str,
    kind: NameKind,
    key: String,
}

/// Shortest key that gets a sound code, and shortest code: shorter ones sound
/// like too much.
const MIN_SOUND_KEY: usize = 4;
const MIN_SOUND: usize = 3;

fn sounds_of(name: &Name<'_>) -> Vec<String> {
    if name.kind == NameKind::Abbreviation || name.key.len() < MIN_SOUND_KEY {
        return Vec::new();
    }
    let sounds = [SoftG::AsG, SoftG::AsJ].into_iter().filter_map(|soft_g| phonetic(&name.key, soft_g));
    sounds.filter(|sound| sound.len() >= MIN_SOUND).collect()
}

/// All names, most popular first; of equal weight the shorter first, so that
/// it is also completed first.
fn rank_names<'a>(items: &[&'a IndexEntry]) -> Result<Vec<Name<'a>>, BuildError> {
    let mut names = Vec::new();
    for (number, item) in items.iter().enumerate() {
        let number = u32::try_from(number).map_err(|_| BuildError::TooMany)?;
        let mut texts = vec![(item.name.as_str(), NameKind::Name)];
        for (text, kind) in &item.texts {
            if !texts.iter().any(|(known, _)| known == text) {
                texts.push((text.as_str(), *kind));
            }
        }
        texts.sort_unstable();
        for (text, kind) in texts {
            let words = normalise(text);
            let tool = || item.tool.clone();
            if words.key().is_empty() {
                return Err(BuildError::EmptyName { tool: tool() });
            }
            if !words.is_name() || text.len() >= MAX_NAME_BYTES {
                return Err(BuildError::LongName { tool: tool(), name: text.to_owned() });
            }
            names.push(Name { item, number, text, kind, key: words.key().to_owned() });
        }
    }
    names.sort_unstable_by(|a, b| {
        let order = |name: &Name<'a>| (u8::MAX.wrapping_sub(name.item.weight), !name.item.judged, name.key.len());
        order(a)
            .cmp(&order(b))
            .then_with(|| a.key.cmp(&b.key))
            .then_with(|| (a.number, a.kind, a.text).cmp(&(b.number, b.kind, b.text)))
    });
    if u32::try_from(names.len()).is_ok_and(|len| len < Target::MAX_ENTRIES) {
        Ok(names)
    } else {
        Err(BuildError::TooMany)
    }
}

#[cfg(test)]
mod tests;
