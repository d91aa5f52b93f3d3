//! The first 128 bytes of a file.
//!
//! | at | bytes | field |
//! |---|---|---|
//! | 0 | 8 | magic: `89 4D 44 54 0D 0A 1A 0A` |
//! | 8 | 2 | format: layout of header, table and slots |
//! | 10 | 2 | least reader version that understands the content |
//! | 12 | 2 | number of sections |
//! | 14 | 2 | number of signature slots |
//! | 16 | 8 | length of the file |
//! | 24 | 8 | number of the release |
//! | 32 | 4 | issued, as 20261121 |
//! | 36 | 4 | review by |
//! | 40 | 4 | expires |
//! | 44 | 4 | key epoch |
//! | 48 | 16 | product, padded with zeros |
//! | 64 | 32 | reserved, zero |
//! | 96 | 32 | seal: SHA-256 of bytes 0–95, section table and signature slots |
//!
//! Numbers are little endian. Magic and format keep their place in every
//! format to come.

use super::cursor::Cursor;
use super::digest::Digest;
use super::error::{OpenError, Problem};
use super::foreign::{Foreign, is_text_mode_damage};
use super::limits::{MAX_FILE_BYTES, MAX_SECTIONS, MAX_SIGNATURES};
use crate::date::Date;

/// First bytes of every file. The first is no ASCII, the line ends and the
/// end-of-file mark show a transfer as text.
pub const MAGIC: [u8; 8] = *b"\x89MDT\r\n\x1a\n";

/// The layout this library reads and writes.
pub const FORMAT: u16 = 1;

/// What this library understands of the content of sections.
pub const READER: u16 = 1;

/// What a file must be made for.
pub const PRODUCT: [u8; 16] = *b"nl.magdit.kb\0\0\0\0";

/// Bytes of the header.
pub const HEADER_BYTES: usize = 128;

/// Bytes of the header before the seal.
pub const SEALED_BYTES: usize = 96;

/// What a header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Least reader version that understands the content.
    pub min_reader: u16,
    /// Number of sections.
    pub sections: u16,
    /// Number of signature slots, filled or not.
    pub signature_slots: u16,
    /// Length of the whole file.
    pub file_bytes: u64,
    /// Number of the release.
    pub number: u64,
    /// The day it was made.
    pub issued: Date,
    /// After this day a newer one should be looked for.
    pub review_by: Date,
    /// After this day nothing in it counts as a plain yes.
    pub expires: Date,
    /// Which set of keys signs it.
    pub key_epoch: u32,
}

impl Header {
    /// The bytes before the seal.
    #[must_use]
    pub(super) fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(SEALED_BYTES);
        bytes.extend_from_slice(&MAGIC);
        for number in [FORMAT, self.min_reader, self.sections, self.signature_slots] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        for number in [self.file_bytes, self.number] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        for date in [self.issued, self.review_by, self.expires] {
            bytes.extend_from_slice(&date.packed().to_le_bytes());
        }
        bytes.extend_from_slice(&self.key_epoch.to_le_bytes());
        bytes.extend_from_slice(&PRODUCT);
        bytes.resize(SEALED_BYTES, 0);
        bytes
    }

    /// Whether the dates stand in the order in which they come.
    pub(super) fn dates_in_order(&self) -> bool {
        self.issued <= self.review_by && self.review_by <= self.expires
    }
}

/// A header as it stands in the file, before its seal was compared. Only the
/// counts have been looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unsealed {
    pub(super) sections: u16,
    pub(super) signature_slots: u16,
    pub(super) seal: Digest,
    min_reader: u16,
    file_bytes: u64,
    number: u64,
    dates: [u32; 3],
    key_epoch: u32,
    product: [u8; 16],
    reserved: [u8; 32],
}

impl Unsealed {
    /// Reads the header of a file and compares what can be compared without
    /// its seal: kind of file, format, length, counts.
    pub(super) fn read(file: &[u8]) -> Result<Self, OpenError> {
        if file.len() > MAX_FILE_BYTES {
            return Err(OpenError::TooLarge { found: file.len(), limit: MAX_FILE_BYTES });
        }
        let begins_well = file.starts_with(&MAGIC) || MAGIC.starts_with(file);
        if !begins_well {
            return Err(match is_text_mode_damage(file) {
                true => OpenError::TextModeDamage,
                false => OpenError::NotMagdit { found: Foreign::of(file) },
            });
        }
        let too_short = OpenError::TooShort { found: file.len(), minimum: HEADER_BYTES };
        let mut cursor = Cursor::new(file);
        let (format, header) = Self::fields(&mut cursor).ok_or(too_short)?;
        if format != FORMAT {
            return Err(OpenError::Format { found: format, expected: FORMAT });
        }
        let found = u64::try_from(file.len()).unwrap_or(u64::MAX);
        if header.file_bytes != found {
            return Err(OpenError::Length { found, expected: header.file_bytes });
        }
        let counts =
            [("sections", header.sections, MAX_SECTIONS), ("signature slots", header.signature_slots, MAX_SIGNATURES)];
        for (what, found, limit) in counts {
            if found > limit {
                return Err(OpenError::TooMany { what, found, limit });
            }
        }
        Ok(header)
    }

    fn fields(cursor: &mut Cursor<'_>) -> Option<(u16, Self)> {
        let _magic: [u8; 8] = cursor.take()?;
        let format = cursor.u16()?;
        let min_reader = cursor.u16()?;
        let sections = cursor.u16()?;
        let signature_slots = cursor.u16()?;
        let file_bytes = cursor.u64()?;
        let number = cursor.u64()?;
        let dates = [cursor.u32()?, cursor.u32()?, cursor.u32()?];
        let key_epoch = cursor.u32()?;
        let product = cursor.take()?;
        let reserved = cursor.take()?;
        let seal = Digest::from_bytes(cursor.take()?);
        let header = Self {
            sections,
            signature_slots,
            seal,
            min_reader,
            file_bytes,
            number,
            dates,
            key_epoch,
            product,
            reserved,
        };
        Some((format, header))
    }

    /// The header, once its seal was found to match.
    pub(super) fn sealed(self) -> Result<Header, OpenError> {
        if self.product != PRODUCT {
            return Err(OpenError::OtherProduct);
        }
        if self.min_reader > READER {
            return Err(OpenError::NeedsNewerReader { found: self.min_reader, expected: READER });
        }
        if self.reserved.iter().any(|&byte| byte != 0) {
            return Err(OpenError::Reserved { field: "end of the header" });
        }
        let [issued, review_by, expires] = self.dates;
        let header = Header {
            min_reader: self.min_reader,
            sections: self.sections,
            signature_slots: self.signature_slots,
            file_bytes: self.file_bytes,
            number: self.number,
            issued: date("issued", issued)?,
            review_by: date("review by", review_by)?,
            expires: date("expires", expires)?,
            key_epoch: self.key_epoch,
        };
        match header.dates_in_order() {
            true => Ok(header),
            false => Err(OpenError::Malformed { problem: Problem::DateOrder }),
        }
    }
}

fn date(field: &'static str, found: u32) -> Result<Date, OpenError> {
    Date::from_packed(found).ok_or(OpenError::Malformed { problem: Problem::NoDate { field, found } })
}
