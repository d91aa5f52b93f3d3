//! Looks through MessagePack before serde sees it, without recursion and
//! without allocation.
//!
//! Every value has exactly one accepted encoding, the shortest one, which is
//! what the writer makes. Not accepted are floats, binary data, extensions and
//! lengths of 32 bits, which no record needs.

use super::limits::{MAX_RECORD_BYTES, MAX_RECORD_DEPTH, MAX_RECORD_ITEMS};

/// What is wrong with a record's MessagePack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// More bytes than a record may have.
    #[error("it has {found} bytes, the limit is {MAX_RECORD_BYTES}")]
    TooLong {
        /// Its bytes.
        found: usize,
    },

    /// It ends inside an item, or a list or map says it has more items than
    /// there are bytes.
    #[error("it ends inside the item at byte {at}")]
    Ends {
        /// Where the item begins.
        at: usize,
    },

    /// A marker that records do not use.
    #[error("marker {marker:#04x} at byte {at} is not one that records use")]
    Marker {
        /// The marker.
        marker: u8,
        /// Where.
        at: usize,
    },

    /// A number or length that has a shorter encoding.
    #[error("the item at byte {at} is not in its shortest form")]
    NotShortest {
        /// Where.
        at: usize,
    },

    /// A text is not UTF-8.
    #[error("the text at byte {at} is not UTF-8")]
    NotUtf8 {
        /// Where.
        at: usize,
    },

    /// Lists and maps lie too deep inside each other.
    #[error("the item at byte {at} lies deeper than {MAX_RECORD_DEPTH} levels")]
    TooDeep {
        /// Where.
        at: usize,
    },

    /// Too many items.
    #[error("it has more than {MAX_RECORD_ITEMS} items")]
    TooManyItems,

    /// Bytes after the value.
    #[error("{found} bytes follow the value")]
    Trailing {
        /// How many.
        found: usize,
    },
}

/// One item: how many items lie in it.
enum Item {
    Plain,
    Holds(usize),
}

/// Says whether these bytes are one value within the limits.
///
/// # Errors
///
/// [`ScanError`] at the first thing that is not as it must be.
pub fn scan(record: &[u8]) -> Result<(), ScanError> {
    look_through(record, Texts::AreRead)
}

/// The same without a look into texts, for a reader that looks into each of
/// them itself.
pub(super) fn scan_around_texts(record: &[u8]) -> Result<(), ScanError> {
    look_through(record, Texts::ArePassed)
}

/// What becomes of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Texts {
    AreRead,
    ArePassed,
}

fn look_through(record: &[u8], texts: Texts) -> Result<(), ScanError> {
    if record.len() > MAX_RECORD_BYTES {
        return Err(ScanError::TooLong { found: record.len() });
    }
    let mut reader = Reader { all: record.len(), rest: record, texts };
    let mut open = Levels::one_value();
    let mut items: usize = 0;
    while open.next_item() {
        items = items.saturating_add(1);
        if items > MAX_RECORD_ITEMS {
            return Err(ScanError::TooManyItems);
        }
        let at = reader.at();
        if let Item::Holds(inside) = reader.item(at)? {
            if inside > reader.rest.len() {
                return Err(ScanError::Ends { at });
            }
            open.enter(inside).ok_or(ScanError::TooDeep { at })?;
        }
    }
    match reader.rest.len() {
        0 => Ok(()),
        found => Err(ScanError::Trailing { found }),
    }
}

/// How many items are still to come on each level.
struct Levels {
    left: [usize; LEVELS],
    depth: usize,
}

/// The value itself, and the lists and maps around each other.
const LEVELS: usize = MAX_RECORD_DEPTH + 1;

impl Levels {
    fn one_value() -> Self {
        let mut levels = Self { left: [0; LEVELS], depth: 0 };
        levels.left[0] = 1;
        levels
    }

    /// Takes one item from the deepest level that has any left.
    fn next_item(&mut self) -> bool {
        loop {
            match self.left.get_mut(self.depth) {
                Some(0) if self.depth == 0 => return false,
                Some(0) => self.depth = self.depth.saturating_sub(1),
                Some(left) => {
                    *left = left.saturating_sub(1);
                    return true;
                }
                None => return false,
            }
        }
    }

    /// Goes into a list or map, unless it lies too deep.
    fn enter(&mut self, items: usize) -> Option<()> {
        let depth = self.depth.checked_add(1)?;
        *self.left.get_mut(depth)? = items;
        self.depth = depth;
        Some(())
    }
}

struct Reader<'a> {
    all: usize,
    rest: &'a [u8],
    texts: Texts,
}

impl Reader<'_> {
    /// Where the next byte lies.
    fn at(&self) -> usize {
        self.all.saturating_sub(self.rest.len())
    }

    /// Reads a marker and what belongs to it.
    fn item(&mut self, at: usize) -> Result<Item, ScanError> {
        let [marker] = self.take(at)?;
        let low = |mask: u8| usize::from(marker & mask);
        match marker {
            0x00..=0x7f | 0xe0..=0xff | 0xc0 | 0xc2 | 0xc3 => Ok(Item::Plain),
            0x80..=0x8f => Ok(Item::Holds(pairs(low(0x0f)))),
            0x90..=0x9f => Ok(Item::Holds(low(0x0f))),
            0xa0..=0xbf => self.text(low(0x1f), at),
            0xcc..=0xcf => self.unsigned(marker, at),
            0xd0..=0xd3 => self.signed(marker, at),
            0xd9 => {
                let length = self.take(at).map(u8::from_be_bytes)?;
                shortest(length >= 32, at)?;
                self.text(usize::from(length), at)
            }
            0xda => {
                let length = self.take(at).map(u16::from_be_bytes)?;
                shortest(length > u16::from(u8::MAX), at)?;
                self.text(usize::from(length), at)
            }
            0xdc | 0xde => {
                let length = self.take(at).map(u16::from_be_bytes)?;
                shortest(length >= 16, at)?;
                let length = usize::from(length);
                Ok(Item::Holds(if marker == 0xde { pairs(length) } else { length }))
            }
            _ => Err(ScanError::Marker { marker, at }),
        }
    }

    fn unsigned(&mut self, marker: u8, at: usize) -> Result<Item, ScanError> {
        let is_shortest = match marker {
            0xcc => self.take(at).map(u8::from_be_bytes)? >= 0x80,
            0xcd => self.take(at).map(u16::from_be_bytes)? > u16::from(u8::MAX),
            0xce => self.take(at).map(u32::from_be_bytes)? > u32::from(u16::MAX),
            _ => self.take(at).map(u64::from_be_bytes)? > u64::from(u32::MAX),
        };
        shortest(is_shortest, at)
    }

    /// Only negative numbers: others are written as unsigned.
    fn signed(&mut self, marker: u8, at: usize) -> Result<Item, ScanError> {
        let is_shortest = match marker {
            0xd0 => self.take(at).map(i8::from_be_bytes)? < -32,
            0xd1 => self.take(at).map(i16::from_be_bytes)? < i16::from(i8::MIN),
            0xd2 => self.take(at).map(i32::from_be_bytes)? < i32::from(i16::MIN),
            _ => self.take(at).map(i64::from_be_bytes)? < i64::from(i32::MIN),
        };
        shortest(is_shortest, at)
    }

    fn text(&mut self, length: usize, at: usize) -> Result<Item, ScanError> {
        let (text, rest) = self.rest.split_at_checked(length).ok_or(ScanError::Ends { at })?;
        self.rest = rest;
        match self.texts {
            Texts::AreRead if core::str::from_utf8(text).is_err() => Err(ScanError::NotUtf8 { at }),
            Texts::AreRead | Texts::ArePassed => Ok(Item::Plain),
        }
    }

    fn take<const N: usize>(&mut self, at: usize) -> Result<[u8; N], ScanError> {
        let (chunk, rest) = self.rest.split_first_chunk::<N>().ok_or(ScanError::Ends { at })?;
        self.rest = rest;
        Ok(*chunk)
    }
}

/// A map holds a key and a value for each pair.
fn pairs(length: usize) -> usize {
    length.saturating_mul(2)
}

fn shortest(is_shortest: bool, at: usize) -> Result<Item, ScanError> {
    match is_shortest {
        true => Ok(Item::Plain),
        false => Err(ScanError::NotShortest { at }),
    }
}

#[cfg(test)]
mod tests;
