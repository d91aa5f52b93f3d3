//! Could everything be read that the school wrote down on this tool?
//!
//! An entry of the school's own file that is not right is left out. It may have
//! been a refusal, so that no answer on the tool it names is better than asking the
//! school, on any route of any edition. What else was found stays beside it.

use super::finding::Finding;
use super::situation::Situation;

/// Permanent id.
pub(crate) const ID: &str = "school-entry";
/// What it rests on.
pub(crate) const CITES: &str = "IBP-beleid van de school";
/// Ids of the documents in which that was read.
pub(crate) const SOURCES: &[&str] = &["seed-shadow-it"];
/// Every case it tells apart.
pub(crate) const BECAUSE: &[&str] = &["unreadable"];

/// What an entry that could not be read adds to every route.
pub(crate) fn check(s: &Situation<'_>) -> Finding {
    match s.school {
        Some(at) if at.unreadable => Finding::asks("unreadable"),
        _ => Finding::NOT_APPLICABLE,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::{Asks, NotApplicable};

    #[test]
    fn only_an_entry_on_this_tool_that_cannot_be_read_asks() {
        let effect = |decisions: &str| Case::pupils(11).at_school(decisions, check).effect;
        let entry = |tool: &str, decision: &str| {
            format!(r#"{{"tool":"{tool}","decision":"{decision}","date":"2026-01-01","decided_by":"x"}}"#)
        };
        assert_eq!(effect(""), NotApplicable);
        assert_eq!(effect(&entry("voorbeeldquiz", "refused")), NotApplicable);
        assert_eq!(effect(&entry("voorbeeldquiz", "refusd")), Asks);
        assert_eq!(effect(&entry("andere", "refusd")), NotApplicable);
        let both = [entry("voorbeeldquiz", "approved"), entry("voorbeeldquiz", "refusd")].join(",");
        assert_eq!(effect(&both), Asks);
    }
}
