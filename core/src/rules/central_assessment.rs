//! What does the latest central assessment say?
//!
//! SIVON, SURF and others assess products for many schools. The latest assessment
//! on the day of the question counts, for the role, age, sector and data that it
//! looked at. Outside that it gives no credit and asks for no less; where the
//! assessor says so it closes the route.

use super::Rule;
use super::finding::Finding;
use super::situation::Assessed;
use super::situation::Situation;
use crate::tool::{AssessmentOutcome, OutsideScope, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "central-assessment",
    cites: "AVG art. 35; centrale DPIA",
    sources: &["sivon-dpia"],
    because: &["usable", "with_measures", "restrained", "do_not_use", "outside_scope", "not_covered"],
    looks_at: &[],
    parameters: &[],
    brings: &["take-measures", "use-with-restraint"],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    match s.assessment(route) {
        Assessed::No => Finding::NOT_APPLICABLE,
        Assessed::InScope(assessment) => match assessment.outcome {
            AssessmentOutcome::Usable => Finding::satisfied("usable"),
            AssessmentOutcome::UsableWithMeasures => Finding::requires("with_measures", &["take-measures"]),
            AssessmentOutcome::Restrained => Finding::requires("restrained", RESTRAINT),
            AssessmentOutcome::DoNotUse => Finding::closes("do_not_use"),
        }
        .assessed(),
        Assessed::OutOfScope(assessment) => match (assessment.outside_scope, assessment.outcome) {
            (OutsideScope::NotAllowed, _) => Finding::closes("outside_scope").assessed(),
            (OutsideScope::NotCovered, outcome) => not_covered(outcome),
        },
    }
}

const RESTRAINT: &[&str] = &["use-with-restraint", "take-measures"];

/// Use that nobody looked at asks for no less than the use that was looked at,
/// which was the safer one: adults, fewer data.
const fn not_covered(outcome: AssessmentOutcome) -> Finding {
    match outcome {
        AssessmentOutcome::Usable => Finding::NOT_APPLICABLE,
        AssessmentOutcome::UsableWithMeasures => Finding::requires("not_covered", &["take-measures"]),
        AssessmentOutcome::Restrained => Finding::requires("not_covered", RESTRAINT),
        AssessmentOutcome::DoNotUse => Finding::closes("not_covered"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn each_outcome_has_its_weight() {
        let effect = |outcome| Case::pupils(16).assessment("2025-01-01", outcome).effect(&RULE, Route::SchoolSso);
        assert_eq!(effect(AssessmentOutcome::Usable), Satisfied);
        assert_eq!(effect(AssessmentOutcome::UsableWithMeasures), Requires);
        assert_eq!(effect(AssessmentOutcome::Restrained), Requires);
        assert_eq!(effect(AssessmentOutcome::DoNotUse), Closes);
    }

    #[test]
    fn the_latest_one_on_the_day_of_the_question_counts() {
        let series = Case::pupils(16)
            .assessment("2024-12-01", AssessmentOutcome::DoNotUse)
            .assessment("2025-09-15", AssessmentOutcome::Restrained);
        let effect = |day| series.clone().as_of(day).effect(&RULE, Route::SchoolSso);
        assert_eq!(effect("2024-11-30"), NotApplicable);
        assert_eq!(effect("2024-12-01"), Closes);
        assert_eq!(effect("2025-09-14"), Closes);
        assert_eq!(effect("2025-09-15"), Requires);
    }

    #[test]
    fn outside_its_scope_it_gives_no_credit() {
        let of = |age, outside| {
            let case = Case::pupils(age).scoped_assessment("2025-01-01", 18, outside);
            case.effect(&RULE, Route::SchoolSso)
        };
        assert_eq!(of(18, OutsideScope::NotAllowed), Requires);
        assert_eq!(of(17, OutsideScope::NotAllowed), Closes);
        assert_eq!(of(17, OutsideScope::NotCovered), Requires);
    }
}
