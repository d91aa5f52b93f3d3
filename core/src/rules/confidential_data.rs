//! Do confidential school data go in?
//!
//! Confidential data stay in systems the school approved and bought.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::question::Data;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "confidential-data",
    cites: "Gedragscode ict van Kennisnet (sjabloon)",
    sources: &["seed-conduct"],
    because: &["approved_systems_only", "approved"],
    looks_at: &[],
    parameters: &[],
    brings: &["access-by-role"],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if s.data() != Data::Confidential {
        return Finding::NOT_APPLICABLE;
    }
    let from_school =
        matches!(route, Route::SchoolSso | Route::SchoolManaged | Route::TeacherOnly | Route::ParentAccount);
    if from_school && s.procured() == Some(true) {
        Finding::requires("approved", &["access-by-role"])
    } else {
        Finding::closes("approved_systems_only")
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn confidential_data_stay_in_what_the_school_bought() {
        let effect =
            |procured, route| Case::pupils(12).data(Data::Confidential).procured(procured).effect(&RULE, route);
        assert_eq!(effect(Some(true), Route::SchoolSso), Requires);
        assert_eq!(effect(Some(true), Route::TeacherOnly), Requires);
        assert_eq!(effect(None, Route::SchoolSso), Closes);
        assert_eq!(effect(Some(true), Route::NoAccount), Closes);
        assert_eq!(effect(Some(true), Route::PrivateAccount), Closes);
        assert_eq!(Case::pupils(12).effect(&RULE, Route::SchoolSso), NotApplicable);
    }
}
