//! What do parents see in a pupil tracking system?
//!
//! Whether parents see grades, absence and timetable, when, and in how much detail is
//! the school's choice; seeing everything at once is not the default.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::tool::{Kind, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "parents-view",
    cites: "WVO 2020; Privacy First over leerlingvolgsystemen",
    sources: &["seed-tracking"],
    because: &["school_chooses"],
    looks_at: &[],
    parameters: &[],
    brings: &["parents-view-by-choice", "parents-view-not-live"],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if s.kind() == Kind::PupilTrackingSystem && route == Route::ParentAccount {
        Finding::asks("school_chooses").with(&["parents-view-by-choice", "parents-view-not-live"])
    } else {
        Finding::NOT_APPLICABLE
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn the_school_chooses_what_parents_see() {
        let case = Case::pupils(14).kind(Kind::PupilTrackingSystem);
        assert_eq!(case.effect(&RULE, Route::ParentAccount), Asks);
        assert_eq!(case.effect(&RULE, Route::SchoolSso), NotApplicable);
        assert_eq!(Case::pupils(14).kind(Kind::ParentCommunication).effect(&RULE, Route::ParentAccount), NotApplicable);
    }
}
