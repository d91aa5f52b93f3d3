//! Does a person look along when AI judges pupils?
//!
//! AI can help to judge or follow pupils, but a teacher looks along and decides. The
//! duties for high-risk AI come on top from the day in the parameter.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::parameter::ParameterId;
use crate::question::Purpose;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "human-oversight",
    cites: "AI-verordening art. 26 en bijlage III; Kennisnet, Privacy en AI (2024)",
    sources: &["ai-act-education", "seed-ai"],
    because: &["teacher_decides", "high_risk", "ai_not_known"],
    looks_at: &[FactKey::AiKind],
    parameters: &[ParameterId::HighRiskAiDuties],
    brings: &["teacher-decides", "high-risk-duties"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::AiKind];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let judges = s.purpose_is(Purpose::Assess) || s.purpose_is(Purpose::Track);
    if !judges {
        return Finding::NOT_APPLICABLE;
    }
    match s.uses_ai(route) {
        Some(true) => {}
        Some(false) => return Finding::NOT_APPLICABLE,
        None => return Finding::requires("ai_not_known", &["teacher-decides"]).facts(FACTS),
    }
    if s.parameter(ParameterId::HighRiskAiDuties).is_some() {
        Finding::requires("high_risk", &["teacher-decides", "high-risk-duties"]).facts(FACTS)
    } else {
        Finding::requires("teacher_decides", &["teacher-decides"]).facts(FACTS)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, word};
    use super::*;
    use crate::answer::Effect::*;
    use crate::fact::FactKey;
    use crate::tool::Kind;

    #[test]
    fn a_teacher_decides_when_ai_judges() {
        let case = |purpose| Case::pupils(16).kind(Kind::AdaptiveLearning).purpose(purpose);
        assert_eq!(case(Purpose::Assess).effect(&RULE, Route::SchoolSso), Requires);
        assert_eq!(case(Purpose::Track).effect(&RULE, Route::SchoolSso), Requires);
        assert_eq!(case(Purpose::Practise).effect(&RULE, Route::SchoolSso), NotApplicable);
        let quiz = Case::pupils(16).kind(Kind::Quiz).purpose(Purpose::Assess);
        assert_eq!(quiz.finding(&RULE, Route::SchoolSso).because, "ai_not_known");
        let without = quiz.fact(FactKey::AiKind, word("none"));
        assert_eq!(without.effect(&RULE, Route::SchoolSso), NotApplicable);
    }

    #[test]
    fn duties_for_high_risk_ai_come_on_their_day() {
        let conditions = |day| {
            let case = Case::pupils(16).kind(Kind::AdaptiveLearning).purpose(Purpose::Assess).as_of(day);
            case.finding(&RULE, Route::SchoolSso).conditions.len()
        };
        assert_eq!((conditions("2027-12-01"), conditions("2027-12-02")), (1, 2));
    }
}
