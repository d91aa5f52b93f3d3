//! Which deciding facts were read a second time.

use magdit::Usage;
use serde::Serialize;

use crate::record::{ReadingRecord, Records, StatusRecord, ToolRecord, deciding_facts};

/// How many deciding facts of the tools that are used as much as each other
/// were read a second time, by another hand or at another time.
///
/// Facts are counted as they are written: one of a whole tool counts once,
/// however many editions it holds for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadingCoverage {
    /// How much the tools are used.
    pub usage: Usage,
    /// Known facts of the keys that decide.
    pub facts: usize,
    /// Those whose source was compared with them again.
    pub twice: usize,
    /// Those whose source somebody tried to open again, in vain.
    pub not_reopened: usize,
    /// Those that were read by one person, once.
    pub once: usize,
}

/// Counts by usage, over tools that still exist.
pub(super) fn count(records: &Records) -> Vec<ReadingCoverage> {
    Usage::ALL.iter().map(|&usage| of_usage(usage, records)).collect()
}

fn of_usage(usage: Usage, records: &Records) -> ReadingCoverage {
    let mut found = ReadingCoverage { usage, facts: 0, twice: 0, not_reopened: 0, once: 0 };
    let counts = |tool: &ToolRecord| {
        matches!(tool.status, Some(StatusRecord::Active)) && tool.usage.as_ref().is_some_and(|its| its.value == usage)
    };
    for (tool, edition, fact) in deciding_facts(records).filter(|(tool, ..)| counts(tool)) {
        let reading: Option<&ReadingRecord> =
            records.readings.iter().find(|reading| reading.is_of(tool, edition, fact));
        found.facts += 1;
        *match reading {
            Some(reading) if reading.not_reopened => &mut found.not_reopened,
            Some(_) => &mut found.twice,
            None => &mut found.once,
        } += 1;
    }
    found
}
