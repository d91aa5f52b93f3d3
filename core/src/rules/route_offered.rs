//! Does the edition offer this route at all?
//!
//! The supplier's own pages say which ways in there are. A consumer or paid
//! edition is, by what it is, used with a private account: a school account or a
//! parents' account belongs to an edition for schools.

use super::Rule;
use super::finding::Finding;
use super::situation::Reading;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::tool::{Plan, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "route-offered",
    cites: "leverancier; Kennisnet Appchecker, vraag 3",
    sources: &["appchecker"],
    because: &["offered", "not_offered", "consumer_edition", "not_known"],
    looks_at: &[
        FactKey::NoAccount,
        FactKey::SchoolSso,
        FactKey::SchoolManaged,
        FactKey::ParentAccount,
        FactKey::PrivateAccount,
    ],
    parameters: &[],
    brings: &[],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let Some(key) = route.fact_key() else {
        return Finding::NOT_APPLICABLE;
    };
    let facts = facts_of(key);
    match s.reading(key, route) {
        Reading::Known(_) if s.yes_no(key, route) == Some(true) => Finding::satisfied("offered").facts(facts),
        Reading::Known(_) | Reading::NotApplicable => Finding::closes("not_offered").facts(facts),
        Reading::NotKnown if s.edition.plan == Plan::Consumer && needs_school(route) => {
            Finding::closes("consumer_edition")
        }
        Reading::NotKnown => Finding::asks("not_known").facts(facts),
    }
}

const fn needs_school(route: Route) -> bool {
    matches!(route, Route::SchoolSso | Route::SchoolManaged | Route::ParentAccount)
}

const fn facts_of(key: FactKey) -> &'static [FactKey] {
    match key {
        FactKey::NoAccount => &[FactKey::NoAccount],
        FactKey::SchoolSso => &[FactKey::SchoolSso],
        FactKey::SchoolManaged => &[FactKey::SchoolManaged],
        FactKey::ParentAccount => &[FactKey::ParentAccount],
        _ => &[FactKey::PrivateAccount],
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, no, yes};
    use super::*;
    use crate::answer::Effect::{self, *};

    fn effect(plan: Plan, fact: Option<bool>, route: Route) -> Effect {
        let mut case = Case::pupils(12).plan(plan);
        if let (Some(value), Some(key)) = (fact, route.fact_key()) {
            case = case.fact(key, if value { yes() } else { no() });
        }
        case.effect(&RULE, route)
    }

    #[test]
    fn only_a_known_yes_opens_a_route() {
        for &route in Route::ALL {
            let (open, closed, open_question) = match route {
                Route::TeacherOnly => (NotApplicable, NotApplicable, NotApplicable),
                _ => (Satisfied, Closes, Asks),
            };
            assert_eq!(effect(Plan::Education, Some(true), route), open, "{route}");
            assert_eq!(effect(Plan::Education, Some(false), route), closed, "{route}");
            assert_eq!(effect(Plan::Education, None, route), open_question, "{route}");
        }
    }

    #[test]
    fn the_fact_it_names_is_that_of_the_route() {
        let asked = Route::ALL.iter().filter_map(|&route| Some((route, route.fact_key()?)));
        let mut looked_at = 0;
        for (route, key) in asked {
            for value in [None, Some(yes()), Some(no())] {
                let mut case = Case::pupils(12).plan(Plan::Education);
                if let Some(value) = value {
                    case = case.fact(key, value);
                }
                assert_eq!(case.finding(&RULE, route).facts, [key], "{route}");
                looked_at += 1;
            }
        }
        assert_eq!(looked_at, 3 * RULE.looks_at.len());
    }

    #[test]
    fn a_consumer_edition_has_no_school_account_unless_a_source_says_so() {
        for route in [Route::SchoolSso, Route::SchoolManaged, Route::ParentAccount] {
            assert_eq!(effect(Plan::Consumer, None, route), Closes, "{route}");
            assert_eq!(effect(Plan::Consumer, Some(true), route), Satisfied, "{route}");
            assert_eq!(effect(Plan::FreeTeacher, None, route), Asks, "{route}");
        }
        assert_eq!(effect(Plan::Consumer, None, Route::NoAccount), Asks);
        assert_eq!(effect(Plan::Consumer, None, Route::PrivateAccount), Asks);
    }
}
