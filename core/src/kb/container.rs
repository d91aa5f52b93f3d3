//! Opening a file: everything is verified before anything is handed out.
//!
//! After the header come the section table (64 bytes each: number u32, flags
//! u32, start u64, length u64, reserved u64, SHA-256), the signature slots (96
//! bytes each) and the sections, each beginning at the next multiple of 64 with
//! zeros before it. The last section ends the file. So every bit is covered:
//! header, table and slots by the seal, sections by their checksum in the
//! table, the rest by being zero.

use core::ops::Range;

use super::cursor::Cursor;
use super::digest::Digest;
use super::error::{OpenError, Part, Problem};
use super::header::{HEADER_BYTES, Header, SEALED_BYTES, Unsealed};
use super::release::Release;
use super::section::SectionId;

/// Bytes of one row of the section table.
pub const ROW_BYTES: usize = 64;

/// Bytes of one signature slot: a public key and a signature, or zeros.
pub const SLOT_BYTES: usize = 96;

/// Sections begin at multiples of this.
pub const ALIGNMENT: usize = 64;

/// Flag of a section that a reader must understand.
pub(super) const MUST_UNDERSTAND: u32 = 1;

/// Where everything lies in a file that was verified.
///
/// It holds no bytes, only ranges: they belong to the bytes that were given
/// to [`open`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    header: Header,
    release: Release,
    content: Digest,
    table: Range<usize>,
    slots: Range<usize>,
    sections: Vec<(SectionId, Range<usize>)>,
    places: Vec<(u32, Range<usize>)>,
}

impl Layout {
    /// Where a section lies; `None` if the file has none.
    #[must_use]
    pub fn section(&self, id: SectionId) -> Option<Range<usize>> {
        let found = self.sections.iter().find(|(section, _)| *section == id);
        found.map(|(_, range)| range.clone())
    }

    /// The known sections, in the order of the file.
    pub fn sections(&self) -> impl ExactSizeIterator<Item = (SectionId, Range<usize>)> {
        self.sections.iter().cloned()
    }

    /// All sections by number, known or not, in the order of the file.
    pub(crate) fn places(&self) -> &[(u32, Range<usize>)] {
        &self.places
    }

    /// How many sections this library does not know and skipped.
    #[must_use]
    pub fn skipped(&self) -> usize {
        self.places.len().saturating_sub(self.sections.len())
    }

    /// What the header says.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The publication.
    #[must_use]
    pub const fn release(&self) -> &Release {
        &self.release
    }

    /// Names the content without the signatures: two files of one publication
    /// have the same, whoever signed them.
    #[must_use]
    pub const fn content(&self) -> &Digest {
        &self.content
    }

    /// What signatures cover besides the start of the header: the table.
    #[must_use]
    pub fn table(&self) -> Range<usize> {
        self.table.clone()
    }

    /// The signature slots.
    #[must_use]
    pub fn slots(&self) -> Range<usize> {
        self.slots.clone()
    }
}

/// Verifies a whole file and says where its sections lie.
///
/// # Errors
///
/// [`OpenError`] at the first thing that is not as it must be. A file that was
/// cut, extended or changed in any bit is refused.
pub fn open(file: &[u8]) -> Result<Layout, OpenError> {
    let unsealed = Unsealed::read(file)?;
    let damaged = OpenError::Damaged { part: Part::Header };
    let table = span(HEADER_BYTES, usize::from(unsealed.sections), ROW_BYTES).ok_or(damaged)?;
    let slots = span(table.end, usize::from(unsealed.signature_slots), SLOT_BYTES).ok_or(damaged)?;
    let sealed = [0..SEALED_BYTES, table.clone(), slots.clone()];
    if seal(file, &sealed) != Some(unsealed.seal) {
        return Err(damaged);
    }
    let header = unsealed.sealed()?;

    let rows = rows(file.get(table.clone()).unwrap_or_default())?;
    let places = places(&rows, slots.end, file)?;
    let mut sections = Vec::with_capacity(rows.len());
    let mut all = Vec::with_capacity(rows.len());
    for (row, range) in rows.iter().zip(places) {
        row.verify(file.get(range.clone()).unwrap_or_default())?;
        if let Some(section) = row.known() {
            sections.push((section, range.clone()));
        }
        all.push((row.number, range));
    }
    let release =
        Release { number: header.number, issued: header.issued, review_by: header.review_by, expires: header.expires };
    let signed = [0..SEALED_BYTES, table.clone()].map(|part| file.get(part).unwrap_or_default());
    let content = Digest::of(&signed);
    Ok(Layout { header, release, content, table, slots, sections, places: all })
}

/// `count` pieces of `size` bytes from `start` on.
fn span(start: usize, count: usize, size: usize) -> Option<Range<usize>> {
    Some(start..start.checked_add(count.checked_mul(size)?)?)
}

/// The seal over these parts of a file, if they all lie inside it.
pub(super) fn seal(file: &[u8], parts: &[Range<usize>; 3]) -> Option<Digest> {
    let [header, table, slots] = parts;
    let parts = [header, table, slots].map(|part| file.get(part.clone()));
    let [Some(header), Some(table), Some(slots)] = parts else {
        return None;
    };
    Some(Digest::of(&[header, table, slots]))
}

/// One row of the section table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) number: u32,
    pub(super) flags: u32,
    pub(super) start: u64,
    pub(super) length: u64,
    pub(super) digest: Digest,
}

impl Row {
    pub(super) fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(ROW_BYTES);
        bytes.extend_from_slice(&self.number.to_le_bytes());
        bytes.extend_from_slice(&self.flags.to_le_bytes());
        for number in [self.start, self.length, 0] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        bytes.extend_from_slice(self.digest.as_bytes());
        bytes
    }

    /// The row and its reserved field.
    fn from_bytes(bytes: &[u8]) -> Option<(Self, u64)> {
        let mut cursor = Cursor::new(bytes);
        let (number, flags) = (cursor.u32()?, cursor.u32()?);
        let (start, length, reserved) = (cursor.u64()?, cursor.u64()?, cursor.u64()?);
        let digest = Digest::from_bytes(cursor.take()?);
        Some((Self { number, flags, start, length, digest }, reserved))
    }

    fn known(&self) -> Option<SectionId> {
        SectionId::from_number(self.number)
    }

    fn verify(&self, section: &[u8]) -> Result<(), OpenError> {
        if Digest::of(&[section]) == self.digest {
            return Ok(());
        }
        let part = self.known().map_or(Part::Unknown(self.number), Part::Section);
        Err(OpenError::Damaged { part })
    }
}

/// Reads the table: numbers ascend, flags are known, what must be understood
/// is understood.
fn rows(table: &[u8]) -> Result<Vec<Row>, OpenError> {
    let mut rows: Vec<Row> = Vec::new();
    for bytes in table.chunks_exact(ROW_BYTES) {
        let (row, reserved) = Row::from_bytes(bytes).ok_or(OpenError::Damaged { part: Part::Header })?;
        if let Some(previous) = rows.last().map(|row| row.number)
            && previous >= row.number
        {
            let number = row.number;
            return Err(OpenError::Malformed { problem: Problem::SectionOrder { number, previous } });
        }
        if row.flags & !MUST_UNDERSTAND != 0 {
            return Err(OpenError::Reserved { field: "flags of a section" });
        }
        if reserved != 0 {
            return Err(OpenError::Reserved { field: "free field of a section" });
        }
        if row.known().is_none() && row.flags & MUST_UNDERSTAND != 0 {
            return Err(OpenError::UnknownSection { number: row.number });
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Where the sections lie: one after the other, zeros between them, the last
/// one at the end of the file.
fn places(rows: &[Row], first: usize, file: &[u8]) -> Result<Vec<Range<usize>>, OpenError> {
    let malformed = |problem| OpenError::Malformed { problem };
    let mut places = Vec::with_capacity(rows.len());
    let mut end = first;
    for row in rows {
        let number = row.number;
        let start = end.checked_next_multiple_of(ALIGNMENT).unwrap_or(usize::MAX);
        let expected = u64::try_from(start).unwrap_or(u64::MAX);
        if row.start != expected {
            return Err(malformed(Problem::SectionStart { number, found: row.start, expected }));
        }
        let left = file.len().saturating_sub(start);
        let length = usize::try_from(row.length).ok().filter(|&length| length <= left && start <= file.len());
        let Some(length) = length else {
            let left = u64::try_from(left).unwrap_or(u64::MAX);
            return Err(malformed(Problem::SectionEnd { number, found: row.length, left }));
        };
        let padding = file.get(end..start).unwrap_or_default();
        if padding.iter().any(|&byte| byte != 0) {
            return Err(OpenError::Padding);
        }
        end = start.saturating_add(length);
        places.push(start..end);
    }
    match file.len().saturating_sub(end) {
        0 => Ok(places),
        found => Err(malformed(Problem::Trailing { found: u64::try_from(found).unwrap_or(u64::MAX) })),
    }
}
