//! What is wrong with what was read.

use core::fmt;

/// Why what was read is not of the type that was asked for. It never holds
/// what was found: that is what somebody wrote or asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadError {
    pub(super) what: String,
    /// Bytes that were left where the item begins; nothing where it is about
    /// more than one.
    pub(crate) left: Option<usize>,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}
