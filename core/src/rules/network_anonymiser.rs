//! Does it hide traffic from the school's network?
//!
//! Tor, and a VPN that the school did not approve, are not allowed at school.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::tool::{Kind, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "network-anonymiser",
    cites: "Gedragscode ict van Kennisnet (sjabloon)",
    sources: &["seed-conduct"],
    because: &["not_approved", "approved_by_school"],
    looks_at: &[],
    parameters: &[],
    brings: &["administrator-installs"],
    check,
};

fn check(s: &Situation<'_>, _route: Route) -> Finding {
    if s.kind() != Kind::NetworkAnonymiser {
        return Finding::NOT_APPLICABLE;
    }
    if s.procured() == Some(true) {
        Finding::asks("approved_by_school").with(&["administrator-installs"])
    } else {
        Finding::closes("not_approved")
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn what_hides_traffic_is_closed_unless_the_school_provides_it() {
        let effect =
            |procured| Case::staff().kind(Kind::NetworkAnonymiser).procured(procured).effect(&RULE, Route::TeacherOnly);
        assert_eq!((effect(None), effect(Some(false)), effect(Some(true))), (Closes, Closes, Asks));
        assert_eq!(Case::staff().kind(Kind::Browser).effect(&RULE, Route::TeacherOnly), NotApplicable);
    }
}
