//! The file `magdit.kb`: how it is laid out, verified, read and written.
//!
//! A file is a [header], a table of [sections], slots for signatures, and the
//! sections themselves. [`container::open`] verifies every byte before it says
//! where a section lies. [`trust::Trust`] says whom it has to come from. Sections of records are a [`table::Table`] of keys
//! and MessagePack blobs, which [`record::decode`] looks through before serde
//! sees them. [`write::Writer`] makes the same bytes from the same content.
//!
//! Nothing here allocates by a number that stands in the file, and nothing
//! recurses.
//!
//! [header]: header::Header
//! [sections]: section::SectionId

pub mod chain;
pub mod container;
mod cursor;
mod decode;
pub mod digest;
mod encode;
pub mod error;
pub mod foreign;
pub mod header;
pub mod key;
pub mod key_file;
pub mod limits;
#[cfg(test)]
mod points;
#[cfg(test)]
mod random;
pub mod record;
pub mod release;
pub mod scan;
pub mod section;
pub mod sign;
pub mod signature;
pub mod table;
pub mod trust;
pub mod write;
