//! Is what the answer rests on still fresh?
//!
//! A yes that rests on a fact, an assessment or a knowledge base past its review
//! date is no yes: it asks the school. A no stays a no. This looks at what the other
//! rules found, so it runs after them. A yes on a condition that the file has no
//! entry for is none either: the file is older than the rules, and nobody would be
//! told what to do.

use super::finding::Finding;
use super::situation::{Assessed, Reading, Situation};
use crate::answer::Effect;
use crate::tool::Route;

/// Permanent id.
pub(crate) const ID: &str = "outdated";
/// What it rests on.
pub(crate) const CITES: &str = "AVG art. 5, eerste lid, onderdeel d";
/// Ids of the documents in which that was read.
pub(crate) const SOURCES: &[&str] = &["quickscan"];
/// Every case it tells apart.
pub(crate) const BECAUSE: &[&str] = &["fact", "assessment", "knowledge_base"];

/// What the age of the evidence behind `finding` adds to it.
pub(crate) fn over(s: &Situation<'_>, route: Route, finding: &Finding) -> Finding {
    let opens = matches!(finding.effect, Effect::Satisfied | Effect::Requires);
    if !opens {
        return Finding::NOT_APPLICABLE;
    }
    let as_of = s.question.as_of;
    let is_outdated = |&key| matches!(s.reading(key, route), Reading::Known(known) if known.is_outdated(as_of));
    if s.facts.any_outdated() && finding.facts.iter().any(is_outdated) {
        return Finding::asks("fact").facts(finding.facts);
    }
    let outdated_assessment = finding.assessed
        && matches!(s.assessment(route), Assessed::InScope(assessment) if assessment.review_by < as_of);
    if outdated_assessment {
        return Finding::asks("assessment").assessed();
    }
    if s.expired || finding.conditions.iter().any(|id| !s.has_condition(id)) {
        return Finding::asks("knowledge_base");
    }
    Finding::NOT_APPLICABLE
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, word};
    use super::super::{central_assessment, inform_parents, outside_eea, processing_agreement};
    use super::*;
    use crate::answer::Effect::{Asks, NotApplicable};
    use crate::fact::FactKey;
    use crate::tool::AssessmentOutcome;

    #[test]
    fn an_old_assessment_ages_what_rests_on_it_and_nothing_else() {
        let case = Case::pupils(12).assessment("2020-01-01", AssessmentOutcome::Usable).as_of("2031-01-01");
        assert_eq!(case.aged(&inform_parents::RULE, Route::SchoolSso).effect, NotApplicable);
        assert_eq!(case.aged(&central_assessment::RULE, Route::SchoolSso).because, "assessment");
    }

    #[test]
    fn evidence_is_fresh_through_its_review_date() {
        let over = |day| {
            let case = Case::pupils(12).fact(FactKey::Hosting, word("eea")).as_of(day);
            case.aged(&outside_eea::RULE, Route::SchoolSso).effect
        };
        assert_eq!((over("2030-01-01"), over("2030-01-02")), (NotApplicable, Asks));
    }

    #[test]
    fn an_old_fact_ages_what_rests_on_it_and_nothing_else() {
        let case = Case::pupils(12).fact(FactKey::Hosting, word("eea")).as_of("2031-01-01");
        assert_eq!(case.effect(&inform_parents::RULE, Route::SchoolSso), Effect::Satisfied);
        assert_eq!(case.aged(&inform_parents::RULE, Route::SchoolSso).effect, NotApplicable);
        assert_eq!(case.aged(&outside_eea::RULE, Route::SchoolSso).because, "fact");
    }

    #[test]
    fn an_outdated_no_stays_a_no() {
        let case = Case::pupils(12).fact(FactKey::ProcessingAgreement, word("none")).as_of("2031-01-01");
        assert_eq!(case.effect(&processing_agreement::RULE, Route::SchoolSso), Effect::Closes);
        assert_eq!(case.aged(&processing_agreement::RULE, Route::SchoolSso).effect, NotApplicable);
    }
}
