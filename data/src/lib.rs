//! The curated records of magdit, compiled into the file that the library
//! opens.
//!
//! The records stand beside this crate's source, one file per tool, supplier
//! and document; `CONTRIBUTING.md` says how they are written. While this
//! crate is built they are checked and compiled by `magdit-curate`; where
//! they have a mistake, the build fails and lists every one of them.
//!
//! Take this crate for the knowledge base as it was when the crate was
//! released, and no other file to ship. An app that is to receive newer
//! records without a new release of itself reads a `magdit.kb` from wherever
//! it keeps it instead.

/// The knowledge base: what a `magdit.kb` file holds.
///
/// It carries its own number and dates; opening it says when it is due for
/// review and when it expires.
pub static KNOWLEDGE_BASE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/magdit.kb"));
