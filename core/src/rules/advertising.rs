//! Do pupils see advertising?
//!
//! Advertising often means that data are collected and profiles are made. In an
//! edition for schools the agreement binds the supplier; elsewhere somebody checks.

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
    looks_at: &[FactKey::Advertising],
    parameters: &[],
    brings: &["tell-about-advertising", "avoid-advertising", "check-advertising"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::Advertising];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if s.age(route) >= ADULT || route == Route::TeacherOnly {
        return Finding::NOT_APPLICABLE;
    }
    if s.edition.plan == Plan::Education {
        return Finding::satisfied("bound_by_agreement").facts(FACTS);
    }
    match s.word(FactKey::Advertising, route) {
        Some("none") => Finding::satisfied("none").facts(FACTS),
        Some("contextual") => Finding::satisfied("contextual").facts(FACTS).with(&["tell-about-advertising"]),
        Some(_) => Finding::requires("personalised", &["avoid-advertising"]).facts(FACTS),
        None => Finding::requires("not_known", &["check-advertising"]).facts(FACTS),
    }
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
        assert_eq!(Case::pupils(12).plan(Plan::Education).effect(&RULE, Route::NoAccount), Satisfied);
    }
}
