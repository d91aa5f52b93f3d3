//! Do pupils see advertising?
//!
//! Advertising often means that data are collected and profiles are made. In an
//! edition for schools an agreement binds the supplier, where it offers one and works
//! for the school; elsewhere somebody checks.

use super::Rule;
use super::finding::Finding;
use super::situation::ADULT;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::tool::{Plan, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "advertising",
    cites: "Kennisnet Appchecker, vraag 4",
    sources: &["appchecker"],
    because: &["none", "contextual", "personalised", "not_known", "bound_by_agreement"],
    looks_at: &[FactKey::Advertising, FactKey::ProcessingAgreement, FactKey::DataRole],
    parameters: &[],
    brings: &["tell-about-advertising", "avoid-advertising", "check-advertising"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::Advertising];
const AT_SCHOOLS: &[FactKey] = &[FactKey::Advertising, FactKey::ProcessingAgreement, FactKey::DataRole];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if s.age(route) >= ADULT || route == Route::TeacherOnly {
        return Finding::NOT_APPLICABLE;
    }
    let for_schools = s.edition.plan == Plan::Education;
    let facts = if for_schools { AT_SCHOOLS } else { FACTS };
    match s.word(FactKey::Advertising, route) {
        Some("none") => Finding::satisfied("none").facts(FACTS),
        _ if for_schools && is_bound(s, route) => Finding::satisfied("bound_by_agreement").facts(facts),
        Some("contextual") => Finding::satisfied("contextual").facts(facts).with(&["tell-about-advertising"]),
        Some(_) => Finding::requires("personalised", &["avoid-advertising"]).facts(facts),
        None => Finding::requires("not_known", &["check-advertising"]).facts(facts),
    }
}

/// Whether there is an agreement that binds the supplier, which works for the school.
fn is_bound(s: &Situation<'_>, route: Route) -> bool {
    s.word(FactKey::ProcessingAgreement, route).is_some_and(|agreement| agreement != "none")
        && matches!(s.word(FactKey::DataRole, route), Some("processor" | "both"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, word};
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn advertising_to_minors_is_avoided_or_checked() {
        let effect = |advertising, age| {
            Case::pupils(age)
                .plan(Plan::Consumer)
                .fact(FactKey::Advertising, word(advertising))
                .effect(&RULE, Route::NoAccount)
        };
        assert_eq!(effect("none", 12), Satisfied);
        assert_eq!(effect("contextual", 12), Satisfied);
        assert_eq!(effect("personalised", 17), Requires);
        assert_eq!(effect("personalised", 18), NotApplicable);
        assert_eq!(Case::pupils(12).plan(Plan::Consumer).effect(&RULE, Route::NoAccount), Requires);
    }

    #[test]
    fn an_edition_for_schools_is_bound_by_the_agreement_that_is_offered() {
        let effect = |facts: &[(FactKey, &str)]| {
            let school = Case::pupils(12).plan(Plan::Education);
            facts.iter().fold(school, |case, (key, said)| case.fact(*key, word(said))).effect(&RULE, Route::NoAccount)
        };
        let (agreement, role) = (FactKey::ProcessingAgreement, FactKey::DataRole);
        for for_the_school in ["processor", "both"] {
            assert_eq!(effect(&[(agreement, "own"), (role, for_the_school)]), Satisfied);
        }
        for unbound in [
            &[][..],
            &[(agreement, "own")],
            &[(role, "processor")],
            &[(agreement, "none"), (role, "processor")],
            &[(agreement, "own"), (role, "controller")],
        ] {
            assert_eq!(effect(unbound), Requires, "{unbound:?}");
        }
    }
}
