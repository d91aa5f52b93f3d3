//! Are the users old enough for the supplier?
//!
//! The supplier's terms are a contract: who is younger than its minimum age may
//! not use it that way, and no parent or school can change that. Only a text that
//! applies in the Netherlands or the EEA counts.

use super::Rule;
use super::finding::Finding;
use super::situation::ADULT;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "supplier-minimum-age",
    cites: "gebruiksvoorwaarden van de leverancier",
    sources: &["seed-shadow-it"],
    because: &["old_enough", "too_young", "not_known"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::MinimumAge];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let age = s.age(route);
    match s.years(FactKey::MinimumAge, route) {
        Some(minimum) if age < minimum => Finding::closes("too_young").facts(FACTS).age(minimum),
        Some(minimum) => Finding::satisfied("old_enough").facts(FACTS).age(minimum),
        None if age >= ADULT => Finding::NOT_APPLICABLE,
        None => Finding::asks("not_known").facts(FACTS),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, number};
    use super::*;
    use crate::answer::Effect::*;
    use crate::fact::Jurisdiction;

    #[test]
    fn the_minimum_age_itself_is_old_enough() {
        let effect = |minimum: u16, age| {
            Case::pupils(age)
                .fact(FactKey::MinimumAge, number(minimum))
                .effect(&RULE, Route::PrivateAccount)
        };
        let table = [
            (13, 12, Closes),
            (13, 13, Satisfied),
            (16, 15, Closes),
            (16, 16, Satisfied),
            (18, 17, Closes),
            (18, 18, Satisfied),
            (0, 4, Satisfied),
        ];
        for (minimum, age, expected) in table {
            assert_eq!(effect(minimum, age), expected, "{minimum} {age}");
        }
    }

    #[test]
    fn an_unknown_age_matters_until_users_are_adults() {
        let effect = |age| Case::pupils(age).effect(&RULE, Route::NoAccount);
        assert_eq!((effect(17), effect(18)), (Asks, NotApplicable));
    }

    #[test]
    fn staff_and_parents_are_adults_whatever_the_pupils_are() {
        let case = Case::pupils(4).fact(FactKey::MinimumAge, number(18));
        assert_eq!(case.effect(&RULE, Route::TeacherOnly), Satisfied);
        assert_eq!(case.effect(&RULE, Route::ParentAccount), Satisfied);
        assert_eq!(case.effect(&RULE, Route::SchoolSso), Closes);
    }

    #[test]
    fn a_text_for_the_united_states_decides_nothing() {
        let case = Case::pupils(14).fact_from(FactKey::MinimumAge, number(13), Jurisdiction::Us);
        assert_eq!(case.effect(&RULE, Route::PrivateAccount), Asks);
        let case = Case::pupils(14).fact_from(FactKey::MinimumAge, number(13), Jurisdiction::World);
        assert_eq!(case.effect(&RULE, Route::PrivateAccount), Asks);
        let case = Case::pupils(14).fact_from(FactKey::MinimumAge, number(13), Jurisdiction::Eea);
        assert_eq!(case.effect(&RULE, Route::PrivateAccount), Satisfied);
    }
}
