//! Making a file. Equal content gives equal bytes.

use std::collections::BTreeMap;

use super::container::{ALIGNMENT, MUST_UNDERSTAND, ROW_BYTES, Row, SLOT_BYTES};
use super::digest::Digest;
use super::header::{HEADER_BYTES, Header, READER};
use super::limits::{MAX_FILE_BYTES, MAX_SECTIONS, MAX_SIGNATURES};
use super::section::Need;
use crate::date::Date;

/// What a file says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imprint {
    /// Number of the release; a later one has a higher number.
    pub number: u64,
    /// The day it is made.
    pub issued: Date,
    /// After this day a newer one should be looked for.
    pub review_by: Date,
    /// After this day nothing in it counts as a plain yes.
    pub expires: Date,
    /// Which set of keys signs it. The first set of a publisher is 1.
    pub key_epoch: u32,
}

/// Why a file cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// The dates are not in the order issued, review by, expires.
    #[error(
        "issued {issued}, review by {review_by}, expires {expires}: expected them in this order; correct the dates"
    )]
    DateOrder {
        /// The day it is made.
        issued: Date,
        /// The review date.
        review_by: Date,
        /// The last day.
        expires: Date,
    },

    /// A section is given twice.
    #[error("section {number} is given twice; give it once")]
    Twice {
        /// Its number.
        number: u32,
    },

    /// More sections than a reader takes.
    #[error("more than {MAX_SECTIONS} sections; leave some out")]
    TooManySections,

    /// More slots than a reader takes.
    #[error("{found} signature slots, the limit is {MAX_SIGNATURES}; ask for fewer")]
    TooManySlots {
        /// The slots asked for.
        found: u16,
    },

    /// A larger file than a reader takes.
    #[error("the file would have {found} bytes, the limit is {MAX_FILE_BYTES}; leave records out")]
    TooLarge {
        /// Its bytes.
        found: usize,
    },
}

/// Makes a file from its sections. The order in which they are given does not
/// matter.
///
/// ```
/// use magdit::Date;
/// use magdit::kb::container;
/// use magdit::kb::section::{Need, SectionId};
/// use magdit::kb::write::{Imprint, Writer};
///
/// let day = |text| Date::parse(text).unwrap();
/// let mut writer = Writer::new(Imprint {
///     number: 7,
///     issued: day("2026-11-21"),
///     review_by: day("2026-12-21"),
///     expires: day("2027-05-21"),
///     key_epoch: 0,
/// });
/// writer.section(SectionId::Names, Need::MustUnderstand, b"an index".to_vec()).unwrap();
/// let file = writer.finish().unwrap();
///
/// let layout = container::open(&file).unwrap();
/// assert_eq!(layout.release().number, 7);
/// assert_eq!(&file[layout.section(SectionId::Names).unwrap()], b"an index");
/// ```
#[derive(Debug, Clone)]
pub struct Writer {
    imprint: Imprint,
    min_reader: u16,
    signature_slots: u16,
    sections: BTreeMap<u32, (Need, Vec<u8>)>,
}

impl Writer {
    /// A file without sections.
    #[must_use]
    pub const fn new(imprint: Imprint) -> Self {
        Self { imprint, min_reader: READER, signature_slots: 0, sections: BTreeMap::new() }
    }

    /// Asks for another least reader version than this library's own.
    #[must_use]
    pub const fn min_reader(mut self, min_reader: u16) -> Self {
        self.min_reader = min_reader;
        self
    }

    /// Leaves room for this many signatures. They are filled in later without
    /// moving a byte.
    #[must_use]
    pub const fn signature_slots(mut self, slots: u16) -> Self {
        self.signature_slots = slots;
        self
    }

    /// Adds a section by its [`SectionId`] or by a number.
    ///
    /// # Errors
    ///
    /// [`WriteError::Twice`] if the section is already there.
    ///
    /// [`SectionId`]: super::section::SectionId
    pub fn section(&mut self, id: impl Into<u32>, need: Need, bytes: Vec<u8>) -> Result<(), WriteError> {
        let number = id.into();
        if self.sections.contains_key(&number) {
            return Err(WriteError::Twice { number });
        }
        self.sections.insert(number, (need, bytes));
        Ok(())
    }

    /// The bytes of the file.
    ///
    /// # Errors
    ///
    /// [`WriteError`] if no reader would take the file.
    pub fn finish(&self) -> Result<Vec<u8>, WriteError> {
        let sections = u16::try_from(self.sections.len()).unwrap_or(u16::MAX);
        if sections > MAX_SECTIONS {
            return Err(WriteError::TooManySections);
        }
        let Imprint { number, issued, review_by, expires, key_epoch } = self.imprint;
        let found = self.signature_slots;
        if found > MAX_SIGNATURES {
            return Err(WriteError::TooManySlots { found });
        }
        let (table, end) = self.table();
        if end > MAX_FILE_BYTES {
            return Err(WriteError::TooLarge { found: end });
        }
        let header = Header {
            min_reader: self.min_reader,
            sections,
            signature_slots: self.signature_slots,
            file_bytes: u64::try_from(end).unwrap_or(u64::MAX),
            number,
            issued,
            review_by,
            expires,
            key_epoch,
        };
        if !header.dates_in_order() {
            return Err(WriteError::DateOrder { issued, review_by, expires });
        }
        let sealed = header.to_bytes();
        let slots = vec![0; self.slot_bytes()];
        let seal = Digest::of(&[&sealed, &table, &slots]);
        let mut file = Vec::with_capacity(end);
        for part in [&sealed[..], seal.as_bytes(), &table, &slots] {
            file.extend_from_slice(part);
        }
        for (_, bytes) in self.sections.values() {
            file.resize(file.len().next_multiple_of(ALIGNMENT), 0);
            file.extend_from_slice(bytes);
        }
        Ok(file)
    }

    /// The section table, and where the last section ends.
    fn table(&self) -> (Vec<u8>, usize) {
        let rows = self.sections.len().saturating_mul(ROW_BYTES);
        let mut table = Vec::with_capacity(rows);
        let mut end = HEADER_BYTES.saturating_add(rows).saturating_add(self.slot_bytes());
        for (&number, (need, bytes)) in &self.sections {
            let start = end.checked_next_multiple_of(ALIGNMENT).unwrap_or(usize::MAX);
            end = start.saturating_add(bytes.len());
            let flags = match need {
                Need::MustUnderstand => MUST_UNDERSTAND,
                Need::Optional => 0,
            };
            let row = Row {
                number,
                flags,
                start: u64::try_from(start).unwrap_or(u64::MAX),
                length: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
                digest: Digest::of(&[bytes]),
            };
            table.extend_from_slice(&row.to_bytes());
        }
        (table, end)
    }

    fn slot_bytes(&self) -> usize {
        usize::from(self.signature_slots).saturating_mul(SLOT_BYTES)
    }
}
