//! Where the parts of an index stand.
//!
//! ```text
//! magic "mdix" · format u16 · normalisation u16 · parts: 9 × (start u32, length u32)
//! names · sounds · links · lexicon   (fst each)
//! items · entries · shared keys · postings · strings
//! ```

use super::index::Index;
use super::node::Fst;
use super::normalise;
use super::result::IndexError;
use super::rows::{ENTRY_BYTES, ITEM_BYTES, POSTING_BYTES, Rows, SHARED_BYTES, u32_at};
use super::validate::validate;

pub(super) const MAGIC: [u8; 4] = *b"mdix";

/// Version of the layout.
pub(super) const FORMAT: u16 = 1;

/// Number of parts.
pub(super) const PARTS: usize = 9;

/// Bytes before the first part.
pub(super) const HEADER_BYTES: usize = 8 + PARTS * 8;

/// Where the parts of an index stand in its bytes.
///
/// It holds offsets only, so it can be kept beside the bytes it describes;
/// [`IndexLayout::view`] puts the two together for a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexLayout {
    parts: [(usize, usize); PARTS],
}

/// How many bytes the parts of an index take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexSize {
    /// Keys of names, in every order of words.
    pub names: usize,
    /// Keys of sounds.
    pub sounds: usize,
    /// Hosts and store ids.
    pub links: usize,
    /// Words that name no tool.
    pub lexicon: usize,
    /// Tables: items, entries, shared keys.
    pub tables: usize,
    /// Texts to show.
    pub strings: usize,
}

impl IndexLayout {
    /// Checks the bytes of an index and says where its parts are.
    ///
    /// The check is complete: header, bounds, every node of every fst, every
    /// row. It does not say who made the bytes; verify them first.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the bytes were built for another version or
    /// contradict themselves.
    pub fn read(bytes: &[u8]) -> Result<Self, IndexError> {
        let layout = Self::read_header(bytes)?;
        validate(&layout.view(bytes)).map_err(|part| IndexError::Damaged { part })?;
        Ok(layout)
    }

    fn read_header(bytes: &[u8]) -> Result<Self, IndexError> {
        const DAMAGED: IndexError = IndexError::Damaged { part: "header" };
        let number = |at: usize| -> Result<u16, IndexError> {
            let bytes = bytes.get(at..).and_then(|rest| rest.first_chunk()).ok_or(DAMAGED)?;
            Ok(u16::from_le_bytes(*bytes))
        };
        if !bytes.starts_with(&MAGIC) {
            return Err(DAMAGED);
        }
        let format = number(4)?;
        if format != FORMAT {
            return Err(IndexError::Format { found: format, expected: FORMAT });
        }
        let version = number(6)?;
        if version != normalise::VERSION {
            let expected = normalise::VERSION;
            return Err(IndexError::Normalisation { found: version, expected });
        }
        let mut parts = [(0, 0); PARTS];
        let mut end = HEADER_BYTES;
        for (slot, at) in parts.iter_mut().zip((8_usize..).step_by(8)) {
            let length = at.saturating_add(4);
            let read = |at| u32_at(bytes, at).and_then(|number| usize::try_from(number).ok());
            let (start, length) = read(at).zip(read(length)).ok_or(DAMAGED)?;
            if start != end {
                return Err(DAMAGED);
            }
            end = start.checked_add(length).ok_or(DAMAGED)?;
            *slot = (start, length);
        }
        if end != bytes.len() {
            return Err(DAMAGED);
        }
        Ok(Self { parts })
    }

    /// The index in the bytes it was read from.
    ///
    /// Other bytes give an index that finds nothing, or finds wrong things,
    /// but nothing worse.
    #[must_use]
    pub fn view<'a>(&self, bytes: &'a [u8]) -> Index<'a> {
        let [names, sounds, links, lexicon, items, entries, shared, postings, strings] =
            self.parts.map(|(start, length)| bytes.get(start..start.saturating_add(length)).unwrap_or_default());
        let fst = |part| Fst::open(part).unwrap_or(Fst::EMPTY);
        Index {
            names: fst(names),
            sounds: fst(sounds),
            links: fst(links),
            lexicon: fst(lexicon),
            rows: Rows { items, entries, shared, postings, strings },
        }
    }

    /// The bytes of a part.
    pub(super) fn part<'a>(&self, bytes: &'a [u8], part: usize) -> &'a [u8] {
        let range = self.parts.get(part).map(|(start, length)| *start..start.saturating_add(*length));
        range.and_then(|range| bytes.get(range)).unwrap_or_default()
    }

    /// How many bytes each part takes.
    #[must_use]
    pub fn size(&self) -> IndexSize {
        let [names, sounds, links, lexicon, items, entries, shared, postings, strings] =
            self.parts.map(|(_, length)| length);
        let tables = [items, entries, shared, postings].into_iter().fold(0, usize::saturating_add);
        IndexSize { names, sounds, links, lexicon, tables, strings }
    }
}

/// Sizes of rows per table, for [`validate`].
pub(super) fn tables_are_whole(rows: &Rows<'_>) -> bool {
    [(rows.items, ITEM_BYTES), (rows.entries, ENTRY_BYTES), (rows.shared, SHARED_BYTES), (rows.postings, POSTING_BYTES)]
        .into_iter()
        .all(|(table, size)| table.len().checked_rem(size) == Some(0))
}
