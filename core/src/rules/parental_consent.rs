//! Must parents consent, because consent is the legal basis?
//!
//! With a private account pupils deal with the supplier themselves, and the
//! processing of their data rests on consent: an online service offered directly to
//! a child. Below the consent age the parents consent; from that age the pupil does.
//! The consent age is a dated parameter per country; where sources disagree on it,
//! the answer asks the school. With a school account consent is not the basis, and
//! this rule has nothing to say.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use super::situation::Users;
use crate::parameter::ParameterId;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "parental-consent",
    cites: "AVG art. 8; UAVG art. 5",
    sources: &["avg-art-8", "seed-distance"],
    because: &["parents", "own", "age_not_known"],
    looks_at: &[],
    parameters: &[ParameterId::ConsentAge],
    brings: &["parental-consent", "offer-alternative", "own-consent"],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if route != Route::PrivateAccount || s.users == Users::Staff {
        return Finding::NOT_APPLICABLE;
    }
    match s.consent_age() {
        None => Finding::asks("age_not_known"),
        Some(age) if s.age(route) < age => {
            Finding::requires("parents", &["parental-consent", "offer-alternative"]).age(age)
        }
        Some(age) => Finding::requires("own", &["own-consent", "offer-alternative"]).age(age),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::{NotApplicable, Requires};

    #[test]
    fn under_sixteen_parents_consent_and_at_sixteen_the_pupil_does() {
        let because = |age| Case::pupils(age).finding(&RULE, Route::PrivateAccount).because;
        assert_eq!((because(15), because(16)), ("parents", "own"));
        assert_eq!(because(4), "parents");
    }

    #[test]
    fn consent_is_the_basis_of_a_private_account_only() {
        for &route in Route::ALL {
            let expected = if route == Route::PrivateAccount { Requires } else { NotApplicable };
            assert_eq!(Case::pupils(12).effect(&RULE, route), expected, "{route}");
        }
    }

    #[test]
    fn another_country_has_its_own_age_and_a_disputed_age_asks() {
        let because = |country, age, day| {
            Case::pupils(age).country(country).as_of(day).finding(&RULE, Route::PrivateAccount).because
        };
        assert_eq!(because("DK", 14, "2023-12-31"), "own");
        assert_eq!(because("DK", 14, "2024-01-01"), "parents");
        assert_eq!(because("DK", 15, "2024-01-01"), "own");
        assert_eq!(because("SI", 12, "2026-11-21"), "age_not_known");
        assert_eq!(because("IS", 12, "2026-11-21"), "age_not_known");
    }
}
