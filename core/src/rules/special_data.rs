//! Do special categories of personal data go in?
//!
//! Health, belief, origin: only where the school has a contract, and after advice of
//! the data protection officer.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::question::Data;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "special-data",
    cites: "AVG art. 9; UAVG art. 30",
    sources: &["avg"],
    because: &["needs_contract", "needs_advice"],
    looks_at: &[],
    parameters: &[],
    brings: &["ask-data-protection-officer", "access-by-role"],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if s.data() != Data::Special {
        return Finding::NOT_APPLICABLE;
    }
    let under_contract = match route {
        Route::SchoolSso | Route::SchoolManaged | Route::ParentAccount => true,
        Route::TeacherOnly => s.procured() == Some(true),
        Route::NoAccount | Route::PrivateAccount => false,
    };
    if under_contract {
        Finding::requires("needs_advice", &["ask-data-protection-officer", "access-by-role"])
    } else {
        Finding::closes("needs_contract")
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn special_data_stay_where_the_school_has_a_contract() {
        let effect = |procured, route| Case::pupils(12).data(Data::Special).procured(procured).effect(&RULE, route);
        let table = [
            (None, Route::NoAccount, Closes),
            (Some(true), Route::NoAccount, Closes),
            (None, Route::TeacherOnly, Closes),
            (Some(true), Route::TeacherOnly, Requires),
            (None, Route::SchoolSso, Requires),
            (Some(true), Route::PrivateAccount, Closes),
        ];
        for (procured, route, expected) in table {
            assert_eq!(effect(procured, route), expected, "{procured:?} {route}");
        }
        assert_eq!(Case::pupils(12).data(Data::Ordinary).effect(&RULE, Route::NoAccount), NotApplicable);
    }
}
