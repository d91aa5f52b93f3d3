//! The packed form of a knowledge base, for transport.
//!
//! An index of names hardly compresses: it is half of a file that was
//! compressed for a download. It follows from the records, and so do the
//! alternatives. [`pack`] leaves both out, and [`unpack`] builds them again:
//! the same bytes, with the same checksums and signatures, which are verified
//! as ever. A packed file is made to be compressed by whoever sends it.
//!
//! ```text
//! magic 89 4D 44 50 0D 0A 1A 0A · version u8
//! head: length, bytes before the first section
//! sections: number of sections, then for each
//!           its number · form u8 · length · bytes
//! ```
//!
//! Lengths and numbers have seven bits to a byte, the lowest first. A packed
//! file that was changed gives other bytes than those that were signed, and is
//! refused with them. What it can make a reader allocate is bounded by
//! [`MAX_PACKED_BYTES`], [`MAX_PACKED_TOOLS`] and [`MAX_PACKED_NAMES`]; what is
//! larger is packed without leaving anything out.

use crate::kb::container;
use crate::kb::error::OpenError;
use crate::kb::limits::MAX_FILE_BYTES;
use crate::kb::section::SectionId;

mod alternatives;
mod names;
mod numbers;
mod records;
mod table;

pub use names::index_entries;
use numbers::{Reader, push_number};
use records::Records;

/// First bytes of a packed file.
pub const MAGIC: [u8; 8] = *b"\x89MDP\r\n\x1a\n";

/// What [`unpack`] reads. It goes up with the form, and with any change of
/// what is built from the same records, once there was a release: names,
/// alternatives, their bytes. What comes out differently nevertheless is refused
/// by its checksum.
pub const VERSION: u8 = 1;

/// Most bytes of a packed file.
pub const MAX_PACKED_BYTES: usize = 8 * 1024 * 1024;

/// Most tools of which names and alternatives are left out.
pub const MAX_PACKED_TOOLS: usize = 4096;

/// Most names, hosts and store ids together that are left out, and most words
/// that name no tool.
pub const MAX_PACKED_NAMES: usize = 32 * 1024;

/// Why a packed file cannot be unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The bytes are something else.
    #[error("the file is not a packed knowledge base; open it as it is")]
    NotPacked,
    /// It was packed for another version of this library.
    #[error("the file is packed in version {found}, expected {expected}; take the one that is not packed")]
    Version {
        /// The version of the file.
        found: u8,
        /// The version of this library.
        expected: u8,
    },
    /// More than a reader takes.
    #[error("{what} of the packed file are more than {limit}; take the one that is not packed")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// The limit.
        limit: usize,
    },
    /// The bytes contradict themselves.
    #[error("{part} of the packed file cannot be read; download it again")]
    Damaged {
        /// Where.
        part: &'static str,
    },
}

/// How a section is packed. The numbers stand in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As it is.
    Plain = 0,
    /// A table of records, with lengths for places.
    Table = 1,
    /// Built from the records.
    Built = 2,
}

impl Form {
    const fn from_number(number: u8) -> Option<Self> {
        Some(match number {
            0 => Self::Plain,
            1 => Self::Table,
            2 => Self::Built,
            _ => return None,
        })
    }
}

/// Whether bytes begin as a packed file does.
#[must_use]
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC)
}

/// Packs a file, signed or not. [`unpack`] gives the same bytes again.
///
/// # Errors
///
/// [`OpenError`] if the file is not one that could be opened.
pub fn pack(file: &[u8]) -> Result<Vec<u8>, OpenError> {
    let layout = container::open(file)?;
    let sections: Vec<(u32, &[u8])> =
        layout.places().iter().map(|(number, range)| (*number, file.get(range.clone()).unwrap_or_default())).collect();
    let head = layout.places().first().map_or(file.len(), |(_, range)| range.start);
    let records = Records::read(&sections).ok();
    let mut packed = MAGIC.to_vec();
    packed.push(VERSION);
    push_number(&mut packed, head);
    packed.extend_from_slice(file.get(..head).unwrap_or_default());
    push_number(&mut packed, sections.len());
    for (number, section) in sections {
        let (form, bytes) = packed_section(number, section, records.as_ref());
        push_number(&mut packed, usize::try_from(number).unwrap_or(usize::MAX));
        packed.push(form as u8);
        push_number(&mut packed, bytes.len());
        packed.extend_from_slice(&bytes);
    }
    Ok(packed)
}

/// The smallest form from which a section comes out as it is.
fn packed_section(number: u32, section: &[u8], records: Option<&Records>) -> (Form, Vec<u8>) {
    let built = match (SectionId::from_number(number), records) {
        (Some(SectionId::Names), Some(records)) => names::pack(records, section),
        (Some(SectionId::Alternatives), Some(records)) => Some(alternatives::pack(records)),
        _ => None,
    };
    let as_table = || table::pack(section).map(|bytes| (Form::Table, bytes));
    let smaller = built.map(|bytes| (Form::Built, bytes)).into_iter().chain(as_table());
    let mut same = smaller.filter(|(form, bytes)| {
        let opened = opened_section(number, *form, bytes, records);
        opened.is_ok_and(|opened| opened == section)
    });
    same.next().unwrap_or_else(|| (Form::Plain, section.to_vec()))
}

/// The file that was packed. It is not verified: open it as any other.
///
/// # Errors
///
/// [`PackError`] if the bytes are no packed file within the limits.
pub fn unpack(packed: &[u8]) -> Result<Vec<u8>, PackError> {
    if !is_packed(packed) {
        return Err(PackError::NotPacked);
    }
    if packed.len() > MAX_PACKED_BYTES {
        return Err(PackError::TooLarge { what: "the bytes", limit: MAX_PACKED_BYTES });
    }
    let mut reader = Reader::new(packed.get(MAGIC.len()..).unwrap_or_default());
    let damaged = PackError::Damaged { part: "the head" };
    match reader.byte().ok_or(damaged)? {
        VERSION => {}
        found => return Err(PackError::Version { found, expected: VERSION }),
    }
    let head = reader.bytes().ok_or(damaged)?;
    let mut forms = Vec::new();
    for _ in 0..reader.number().ok_or(damaged)? {
        let number = reader.number().and_then(|number| u32::try_from(number).ok()).ok_or(damaged)?;
        let form = reader.byte().and_then(Form::from_number).ok_or(damaged)?;
        forms.push((number, form, reader.bytes().ok_or(damaged)?));
    }
    if !reader.is_empty() {
        return Err(damaged);
    }
    let mut sections = Vec::new();
    let mut total = head.len();
    for (number, form, bytes) in &forms {
        let opened = match form {
            Form::Built => Vec::new(),
            form => opened_section(*number, *form, bytes, None)?,
        };
        total = within_file(total, opened.len())?;
        sections.push((*number, opened));
    }
    if forms.iter().any(|(_, form, _)| *form == Form::Built) {
        let places: Vec<(u32, &[u8])> = sections.iter().map(|(number, bytes)| (*number, bytes.as_slice())).collect();
        let records = Records::read(&places)?;
        for ((number, form, bytes), (_, section)) in forms.iter().zip(&mut sections) {
            if *form == Form::Built {
                *section = opened_section(*number, *form, bytes, Some(&records))?;
                total = within_file(total, section.len())?;
            }
        }
    }
    let mut file = head.to_vec();
    for (_, section) in &sections {
        file.resize(file.len().next_multiple_of(container::ALIGNMENT), 0);
        file.extend_from_slice(section);
    }
    Ok(file)
}

fn within_file(total: usize, more: usize) -> Result<usize, PackError> {
    let total = total.saturating_add(more);
    match total > MAX_FILE_BYTES {
        true => Err(PackError::TooLarge { what: "the bytes", limit: MAX_FILE_BYTES }),
        false => Ok(total),
    }
}

/// A section as it was before it was packed.
fn opened_section(number: u32, form: Form, bytes: &[u8], records: Option<&Records>) -> Result<Vec<u8>, PackError> {
    let damaged = PackError::Damaged { part: "a section" };
    match (form, SectionId::from_number(number), records) {
        (Form::Plain, ..) => Ok(bytes.to_vec()),
        (Form::Table, ..) => table::unpack(bytes).ok_or(PackError::Damaged { part: "a table" }),
        (Form::Built, Some(SectionId::Names), Some(records)) => names::unpack(records, bytes),
        (Form::Built, Some(SectionId::Alternatives), Some(records)) => alternatives::unpack(records),
        (Form::Built, ..) => Err(damaged),
    }
}

#[cfg(test)]
mod tests;
