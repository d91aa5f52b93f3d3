//! An index that can be searched.

use super::limits::{MAX_MATCHES, MAX_TEXT_CHARS};
use super::node::Fst;
use super::result::{QueryError, SearchResult};
use super::rows::Rows;

/// An index, read in place.
///
/// It borrows the bytes and owns nothing, so making one costs nothing worth
/// mentioning, whatever the number of names.
#[derive(Clone, Copy)]
pub struct Index<'a> {
    pub(super) names: Fst<'a>,
    pub(super) sounds: Fst<'a>,
    pub(super) links: Fst<'a>,
    pub(super) ordinary: Fst<'a>,
    pub(super) rows: Rows<'a>,
}
