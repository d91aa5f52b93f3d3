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
use crate::tool::{Kind, Plan, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "supplier-minimum-age",
    cites: "gebruiksvoorwaarden van de leverancier",
    sources: &["seed-shadow-it"],
    because: &[
        "old_enough",
        "no_minimum",
        "made_for_pupils",
        "contract_says",
        "not_for_pupils",
        "too_young",
        "not_known",
    ],
    looks_at: &[FactKey::MinimumAge, FactKey::PupilUseAllowed, FactKey::ProcessingAgreement],
    parameters: &[],
    brings: &["check-minimum-age"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::MinimumAge];
const PUPILS: &[FactKey] = &[FactKey::PupilUseAllowed];
const NEITHER: &[FactKey] = &[FactKey::MinimumAge, FactKey::PupilUseAllowed];
const CONTRACT: &[FactKey] = &[FactKey::MinimumAge, FactKey::PupilUseAllowed, FactKey::ProcessingAgreement];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let age = s.age(route);
    if age < ADULT && s.yes_no(FactKey::PupilUseAllowed, route) == Some(false) {
        return Finding::closes("not_for_pupils").facts(PUPILS);
    }
    match s.years(FactKey::MinimumAge, route) {
        Some(minimum) if age < minimum => Finding::closes("too_young").facts(FACTS).age(minimum),
        Some(0) => Finding::satisfied("no_minimum").facts(FACTS),
        Some(minimum) => Finding::satisfied("old_enough").facts(FACTS).age(minimum),
        None if age >= ADULT => Finding::NOT_APPLICABLE,
        None => without_age(s, route),
    }
}

/// Only where the edition is made for schools does something stand in for an
/// age: a text that says the edition is for pupils, or a contract with the
/// school, which says for which pupils. Generative AI is left out of the latter,
/// because its suppliers exclude children more often than not.
fn without_age(s: &Situation<'_>, route: Route) -> Finding {
    let for_schools = matches!(s.edition.plan, Plan::Education | Plan::FreeTeacher);
    let for_pupils = s.yes_no(FactKey::PupilUseAllowed, route) == Some(true);
    let by_school = matches!(route, Route::SchoolSso | Route::SchoolManaged);
    let contract = by_school && s.agreement_offered(route) && s.kind() != Kind::GenerativeAi;
    if for_schools && for_pupils && route != Route::PrivateAccount {
        Finding::satisfied("made_for_pupils").facts(PUPILS)
    } else if for_schools && contract {
        Finding::requires("contract_says", &["check-minimum-age"]).facts(CONTRACT)
    } else {
        Finding::asks("not_known").facts(NEITHER)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, no, number, word, yes};
    use super::*;
    use crate::answer::Effect::*;
    use crate::fact::Jurisdiction;

    #[test]
    fn the_minimum_age_itself_is_old_enough() {
        let effect = |minimum: u16, age| {
            Case::pupils(age).fact(FactKey::MinimumAge, number(minimum)).effect(&RULE, Route::PrivateAccount)
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
    fn an_edition_for_schools_may_say_that_it_is_for_pupils() {
        let because = |plan, allowed, route| {
            let case = Case::pupils(8).plan(plan).fact(FactKey::PupilUseAllowed, allowed);
            case.finding(&RULE, route).because
        };
        assert_eq!(because(Plan::Education, yes(), Route::SchoolSso), "made_for_pupils");
        assert_eq!(because(Plan::FreeTeacher, yes(), Route::NoAccount), "made_for_pupils");
        assert_eq!(because(Plan::Education, yes(), Route::PrivateAccount), "not_known");
        assert_eq!(because(Plan::Consumer, yes(), Route::NoAccount), "not_known");
        assert_eq!(because(Plan::Education, no(), Route::SchoolSso), "not_for_pupils");
    }

    #[test]
    fn a_contract_says_for_which_pupils_except_for_generative_ai() {
        let agreed = |kind| Case::pupils(8).kind(kind).fact(FactKey::ProcessingAgreement, word("own"));
        assert_eq!(agreed(Kind::Quiz).effect(&RULE, Route::SchoolSso), Requires);
        assert_eq!(agreed(Kind::Quiz).effect(&RULE, Route::NoAccount), Asks);
        assert_eq!(agreed(Kind::GenerativeAi).effect(&RULE, Route::SchoolSso), Asks);
        assert_eq!(Case::pupils(8).effect(&RULE, Route::SchoolSso), Asks);
        assert_eq!(Case::pupils(18).effect(&RULE, Route::SchoolSso), NotApplicable);
    }

    #[test]
    fn that_pupils_may_not_use_it_is_said_of_who_is_not_of_age() {
        let closed = |age| Case::pupils(age).fact(FactKey::PupilUseAllowed, no()).effect(&RULE, Route::SchoolSso);
        assert_eq!((closed(17), closed(18)), (Closes, NotApplicable));
    }

    #[test]
    fn a_contract_for_anybody_does_not_say_for_which_pupils() {
        let because = |plan| {
            let case = Case::pupils(8).plan(plan).fact(FactKey::ProcessingAgreement, word("own"));
            case.finding(&RULE, Route::SchoolManaged).because
        };
        for plan in [Plan::Consumer, Plan::Paid, Plan::NotRecorded] {
            assert_eq!(because(plan), "not_known", "{plan}");
        }
        for plan in [Plan::FreeTeacher, Plan::Education] {
            assert_eq!(because(plan), "contract_says", "{plan}");
        }
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
