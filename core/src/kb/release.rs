//! Which publication of the knowledge base a file holds.

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
