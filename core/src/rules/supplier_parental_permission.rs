//! Does the supplier itself want parents' permission?
//!
//! Apart from the law, many suppliers ask that parents agree until their child is
//! 18. That is a term of a contract between user and supplier, so it matters where
//! pupils deal with the supplier directly: with a private account, or without any.

use super::Rule;
use super::finding::Finding;
use super::situation::ADULT;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "supplier-parental-permission",
    cites: "gebruiksvoorwaarden van de leverancier",
    sources: &["seed-distance"],
    because: &["needed", "not_needed", "not_known"],
    looks_at: &[FactKey::ParentalPermissionAge],
    parameters: &[],
    brings: &["supplier-permission", "check-supplier-permission"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::ParentalPermissionAge];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let age = s.age(route);
    if !matches!(route, Route::NoAccount | Route::PrivateAccount) || age >= ADULT {
        return Finding::NOT_APPLICABLE;
    }
    match s.years(FactKey::ParentalPermissionAge, route) {
        Some(until) if age < until => Finding::requires("needed", &["supplier-permission"]).facts(FACTS).age(until),
        Some(until) => Finding::satisfied("not_needed").facts(FACTS).age(until),
        None if route == Route::PrivateAccount => {
            Finding::requires("not_known", &["check-supplier-permission"]).facts(FACTS)
        }
        None => Finding::NOT_APPLICABLE,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, number};
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn permission_is_needed_below_the_age_only() {
        let effect = |until: u16, age| {
            Case::pupils(age).fact(FactKey::ParentalPermissionAge, number(until)).effect(&RULE, Route::PrivateAccount)
        };
        let table =
            [(18, 17, Requires), (18, 18, NotApplicable), (16, 15, Requires), (16, 16, Satisfied), (0, 4, Satisfied)];
        for (until, age, expected) in table {
            assert_eq!(effect(until, age), expected, "{until} {age}");
        }
    }

    #[test]
    fn not_knowing_asks_for_a_check_on_a_private_account() {
        let case = Case::pupils(15);
        assert_eq!(case.effect(&RULE, Route::PrivateAccount), Requires);
        assert_eq!(case.effect(&RULE, Route::NoAccount), NotApplicable);
        assert_eq!(case.effect(&RULE, Route::SchoolSso), NotApplicable);
    }
}
