//! The tables of an index: what each name belongs to.
//!
//! All numbers are little-endian. An *item* is a tool, or an edition of one,
//! that names lead to; an *entry* is one of its names. Entries are sorted by
//! popularity, so the number of an entry is its rank.

use super::result::MatchKind;

/// Bytes of an item: where its id, edition and name stand in the strings,
/// their lengths, its weight, and flags.
pub(super) const ITEM_BYTES: usize = 20;

/// Bytes of an entry: item, where its text stands, its length, its kind.
pub(super) const ENTRY_BYTES: usize = 10;

/// Bytes of a row in the table of shared keys: a hash, the first posting.
pub(super) const SHARED_BYTES: usize = 12;

/// Bytes of a posting.
pub(super) const POSTING_BYTES: usize = 4;

/// Flag of an item whose tool has a record with facts.
pub(super) const JUDGED: u8 = 1;

/// Bit that marks the last posting of a key.
pub(super) const LAST_POSTING: u32 = 1 << 31;

/// Why a key leads to an entry. The numbers stand in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum KeyRole {
    /// All words in order.
    Whole = 0,
    /// Supplier and name.
    WithSupplier = 1,
    /// The words that matter, sorted, or in order without the small ones.
    Reordered = 2,
    /// The last words.
    Part = 3,
    /// The supplier alone.
    Supplier = 4,
    /// The initials.
    Initials = 5,
    /// A host alone.
    Host = 6,
    /// A host and everything below it.
    Domain = 7,
}

impl KeyRole {
    /// The roles that a value in an fst can hold; a key with another role, or
    /// with several targets, has postings.
    const fn in_values(space: Space) -> [Self; 3] {
        match space {
            Space::Names | Space::Sounds => [Self::Whole, Self::Part, Self::Reordered],
            Space::Links => [Self::Whole, Self::Host, Self::Domain],
        }
    }

    const fn from_bits(bits: u32) -> Option<Self> {
        Some(match bits {
            0 => Self::Whole,
            1 => Self::WithSupplier,
            2 => Self::Reordered,
            3 => Self::Part,
            4 => Self::Supplier,
            5 => Self::Initials,
            6 => Self::Host,
            7 => Self::Domain,
            _ => return None,
        })
    }
}

/// An entry (in links an item) and why a key leads there, as one number that
/// sorts by rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    pub(super) entry: u32,
    pub(super) role: KeyRole,
}

impl Target {
    const ROLE_BITS: u32 = 3;

    /// Most entries an index can hold: what fits in a posting.
    pub(super) const MAX_ENTRIES: u32 = LAST_POSTING >> Self::ROLE_BITS;

    /// The number in a posting.
    pub(super) const fn to_posting(self) -> u32 {
        (self.entry << Self::ROLE_BITS) | self.role as u32
    }

    fn from_posting(posting: u32) -> Option<Self> {
        let posting = posting & !LAST_POSTING;
        let role = KeyRole::from_bits(posting & ((1 << Self::ROLE_BITS) - 1))?;
        Some(Self { entry: posting >> Self::ROLE_BITS, role })
    }

    /// The value in an fst for a key with this target only; `None` when the
    /// key needs postings.
    pub(super) fn to_value(self, space: Space) -> Option<u64> {
        let roles = KeyRole::in_values(space);
        let code = roles.iter().zip(0_u64..).find(|(role, _)| **role == self.role);
        code.map(|(_, code)| (u64::from(self.entry) << VALUE_BITS) | code)
    }

    /// The value in an fst for a key with postings, of which this is the best.
    pub(super) fn to_shared_value(self) -> u64 {
        (u64::from(self.entry) << VALUE_BITS) | SHARED
    }

    fn of_value(space: Space, value: u64) -> Option<Self> {
        let code = usize::try_from(value & SHARED).ok()?;
        let role = *KeyRole::in_values(space).get(code)?;
        Some(Self { entry: u32::try_from(value >> VALUE_BITS).ok()?, role })
    }
}

/// Bits of an fst value below the number of the entry.
const VALUE_BITS: u32 = 2;

/// The lowest bits of a value that stands for postings.
const SHARED: u64 = 0b11;

/// A name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) item: u32,
    pub(super) text: &'a str,
    pub(super) kind: MatchKind,
}

/// A tool, or an edition of one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    pub(super) id: &'a str,
    pub(super) edition: Option<&'a str>,
    pub(super) name: &'a str,
    pub(super) weight: u8,
    pub(super) judged: bool,
}

/// The tables, read in place.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub(super) items: &'a [u8],
    pub(super) entries: &'a [u8],
    pub(super) shared: &'a [u8],
    pub(super) postings: &'a [u8],
    pub(super) strings: &'a [u8],
}

/// Which fst a shared key belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Space {
    /// Names.
    Names = 0,
    /// Sound codes.
    Sounds = 1,
    /// Links and store ids.
    Links = 2,
}

impl<'a> Rows<'a> {
    /// Number of items.
    pub(super) fn item_count(&self) -> usize {
        self.items.len() / ITEM_BYTES
    }

    /// Number of entries.
    pub(super) fn entry_count(&self) -> usize {
        self.entries.len() / ENTRY_BYTES
    }

    /// The item with this number.
    pub(super) fn item(&self, number: u32) -> Option<Item<'a>> {
        let row = row(self.items, number, ITEM_BYTES)?;
        let [id_len, edition_len, name_len, weight, flags] = *row.get(12..17)?.first_chunk()?;
        let edition = self.string(u32_at(row, 4)?, edition_len)?;
        Some(Item {
            id: self.string(u32_at(row, 0)?, id_len)?,
            edition: (!edition.is_empty()).then_some(edition),
            name: self.string(u32_at(row, 8)?, name_len)?,
            weight,
            judged: flags & JUDGED != 0,
        })
    }

    /// The entry with this number.
    pub(super) fn entry(&self, number: u32) -> Option<Entry<'a>> {
        let row = row(self.entries, number, ENTRY_BYTES)?;
        let [text_len, kind] = *row.get(8..10)?.first_chunk()?;
        let kind = match kind {
            0 => MatchKind::Name,
            1 => MatchKind::Alias,
            2 => MatchKind::FormerName,
            3 => MatchKind::Abbreviation,
            _ => return None,
        };
        Some(Entry { item: u32_at(row, 0)?, text: self.string(u32_at(row, 4)?, text_len)?, kind })
    }

    /// What an fst value of `key` leads to, most popular first.
    pub(super) fn targets(&self, space: Space, key: &[u8], value: u64) -> Targets<'a> {
        if value & SHARED != SHARED {
            let only = Target::of_value(space, value).map(|target| target.to_posting() | LAST_POSTING);
            return Targets { next: only, rest: &[] };
        }
        let postings = self.postings_of(hash(space, key)).and_then(<[u8]>::split_first_chunk);
        match postings {
            Some((first, rest)) => Targets { next: Some(u32::from_le_bytes(*first)), rest },
            None => Targets { next: None, rest: &[] },
        }
    }

    fn postings_of(&self, hash: u64) -> Option<&'a [u8]> {
        let (rows, _) = self.shared.as_chunks::<SHARED_BYTES>();
        let key = |row: &[u8; SHARED_BYTES]| row.first_chunk().map(|hash| u64::from_le_bytes(*hash));
        let found = rows.get(rows.partition_point(|row| key(row) < Some(hash)))?;
        let first = usize::try_from(u32_at(found, 8)?).ok()?;
        if key(found) != Some(hash) {
            return None;
        }
        self.postings.get(first.checked_mul(POSTING_BYTES)?..)
    }

    fn string(&self, start: u32, len: u8) -> Option<&'a str> {
        let start = usize::try_from(start).ok()?;
        let bytes = self.strings.get(start..start.checked_add(usize::from(len))?)?;
        std::str::from_utf8(bytes).ok()
    }
}

/// What a key leads to.
pub(super) struct Targets<'a> {
    next: Option<u32>,
    rest: &'a [u8],
}

impl Iterator for Targets<'_> {
    type Item = Target;

    fn next(&mut self) -> Option<Target> {
        let posting = self.next.take()?;
        if posting & LAST_POSTING == 0
            && let Some((next, rest)) = self.rest.split_first_chunk()
        {
            self.next = Some(u32::from_le_bytes(*next));
            self.rest = rest;
        }
        Target::from_posting(posting)
    }
}

/// Which row of the shared keys a key has (FNV-1a). Two shared keys with one
/// hash are refused when an index is built.
pub(super) fn hash(space: Space, key: &[u8]) -> u64 {
    let bytes = std::iter::once(space as u8).chain(key.iter().copied());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn row(table: &[u8], number: u32, size: usize) -> Option<&[u8]> {
    let start = usize::try_from(number).ok()?.checked_mul(size)?;
    table.get(start..start.checked_add(size)?)
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
