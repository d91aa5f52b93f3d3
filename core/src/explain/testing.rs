//! A shelf for tests.

use super::Shelf;
use crate::condition::Condition;
use crate::fact::SourceId;
use crate::text::{Language, Register};
use crate::tool::Source;

/// No sentences at all, so that keys show as themselves.
pub(crate) struct NoSentences;

impl Shelf for NoSentences {
    fn text(&self, _: Language, _: &str, _: Register) -> Option<&str> {
        None
    }
    fn source(&self, _: &SourceId) -> Option<Source> {
        None
    }
    fn conditions(&self) -> &[Condition] {
        &[]
    }
}
