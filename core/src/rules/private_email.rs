//! May the school hand a private e-mail address to a supplier?
//!
//! Where a school account cannot be used, an account for bought material may be made
//! on an address of pupil or parent. Parents hear about it first and may object, and
//! the agreement with the supplier lists it.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::question::Account;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "private-email",
    cites: "AVG art. 13, 21 en 28; Privacy op School (2020)",
    sources: &["seed-distance"],
    because: &["told_and_may_object"],
    looks_at: &[],
    parameters: &[],
    brings: &["inform-before-email", "respect-objection", "email-in-agreement", "separate-address"],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if route == Route::SchoolManaged && s.account_is(Account::Private) {
        Finding::requires(
            "told_and_may_object",
            &["inform-before-email", "respect-objection", "email-in-agreement", "separate-address"],
        )
    } else {
        Finding::NOT_APPLICABLE
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::{NotApplicable, Requires};

    #[test]
    fn only_a_private_address_on_an_account_from_the_school_counts() {
        let effect = |account, route| Case::pupils(12).account(account).effect(&RULE, route);
        assert_eq!(effect(Account::Private, Route::SchoolManaged), Requires);
        assert_eq!(effect(Account::School, Route::SchoolManaged), NotApplicable);
        assert_eq!(effect(Account::Private, Route::PrivateAccount), NotApplicable);
    }
}
