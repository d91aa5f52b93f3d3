//! Where consent is not the basis, who is told?
//!
//! With an account from the school the processing rests on the school's own task.
//! Nobody is asked to consent; parents of pupils who are not of age are told
//! beforehand which data go where.

use super::Rule;
use super::finding::Finding;
use super::situation::ADULT;
use super::situation::Situation;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "inform-parents",
    cites: "AVG art. 13 en 14; Privacy op School (2020)",
    sources: &["avg", "seed-distance"],
    because: &["told", "adults"],
    looks_at: &[],
    parameters: &[],
    brings: &["inform-parents", "inform-students"],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if !matches!(route, Route::SchoolSso | Route::SchoolManaged) {
        return Finding::NOT_APPLICABLE;
    }
    if s.age(route) < ADULT {
        Finding::satisfied("told").with(&["inform-parents"])
    } else {
        Finding::satisfied("adults").with(&["inform-students"])
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::Satisfied;

    #[test]
    fn parents_of_minors_are_told_and_nobody_is_asked_to_consent() {
        let conditions = |age, route| Case::pupils(age).finding(&RULE, route).conditions;
        assert_eq!(conditions(17, Route::SchoolSso), ["inform-parents"]);
        assert_eq!(conditions(18, Route::SchoolSso), ["inform-students"]);
        assert_eq!(conditions(4, Route::SchoolManaged), ["inform-parents"]);
        assert!(conditions(12, Route::PrivateAccount).is_empty());
        assert_eq!(Case::pupils(12).effect(&RULE, Route::SchoolSso), Satisfied);
    }
}
