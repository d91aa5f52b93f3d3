//! Is a DPIA due, because AI processes personal data?
//!
//! A DPIA is due when an AI system processes pupils' data, also for a small trial.
//! A central one does not replace the school's own look at how it uses the tool.
//! Where nobody recorded whether there is AI inside, somebody has to find out.

use super::Rule;
use super::finding::Finding;
use super::situation::Assessed;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "dpia",
    cites: "AVG art. 35; Kennisnet, Privacy en AI (2024)",
    sources: &["avg", "seed-ai"],
    because: &["due", "central_exists", "no_ai", "ai_not_known"],
    looks_at: &[FactKey::AiKind],
    parameters: &[],
    brings: &["local-dpia", "dpia", "check-ai"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::AiKind];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if !s.personal_data(route) {
        return Finding::NOT_APPLICABLE;
    }
    match (s.uses_ai(route), s.assessment(route)) {
        (Some(true), Assessed::InScope(_)) => {
            Finding::requires("central_exists", &["local-dpia"]).facts(FACTS).assessed()
        }
        (Some(true), _) => Finding::requires("due", &["dpia"]).facts(FACTS),
        (Some(false), _) => Finding::satisfied("no_ai").facts(FACTS),
        (None, _) => Finding::requires("ai_not_known", &["check-ai"]).facts(FACTS),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, word};
    use super::*;
    use crate::tool::{AssessmentOutcome, Kind};

    #[test]
    fn ai_with_personal_data_needs_a_dpia() {
        let because = |kind: Kind, ai: Option<&str>, route| {
            let mut case = Case::pupils(16).kind(kind);
            if let Some(ai) = ai {
                case = case.fact(FactKey::AiKind, word(ai));
            }
            case.finding(&RULE, route).because
        };
        assert_eq!(because(Kind::GenerativeAi, None, Route::SchoolSso), "due");
        assert_eq!(because(Kind::AdaptiveLearning, None, Route::SchoolManaged), "due");
        assert_eq!(because(Kind::Quiz, Some("generative"), Route::SchoolSso), "due");
        assert_eq!(because(Kind::Quiz, Some("none"), Route::SchoolSso), "no_ai");
        assert_eq!(because(Kind::Quiz, None, Route::SchoolSso), "ai_not_known");
        assert_eq!(because(Kind::GenerativeAi, None, Route::NoAccount), "");
    }

    #[test]
    fn a_central_dpia_in_scope_leaves_the_local_one() {
        let case = Case::pupils(16).kind(Kind::GenerativeAi).assessment("2025-01-01", AssessmentOutcome::Restrained);
        assert_eq!(case.finding(&RULE, Route::SchoolSso).conditions, ["local-dpia"]);
        let early = case.as_of("2024-12-31");
        assert_eq!(early.finding(&RULE, Route::SchoolSso).conditions, ["dpia"]);
    }
}
