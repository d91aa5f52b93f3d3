//! Which publication of the knowledge base a file holds.

use core::fmt;

use serde::Serialize;

use crate::date::Date;

/// The publication a file holds: its number and its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Release {
    /// Counts publications: a later one has a higher number.
    pub number: u64,
    /// The day it was made.
    pub issued: Date,
    /// After this day a newer one should be looked for.
    pub review_by: Date,
    /// After this day nothing in it counts as a plain yes.
    pub expires: Date,
}

/// Which publication: by the keys that sign it, then by its number. A later
/// set of keys may begin with lower numbers again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// Counts the sets of keys.
    pub key_epoch: u32,
    /// Counts publications.
    pub number: u64,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (keys of epoch {})", self.number, self.key_epoch)
    }
}
