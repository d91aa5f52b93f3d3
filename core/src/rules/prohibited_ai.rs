//! Is it an AI practice that the law prohibits in education?
//!
//! Reading emotions from faces or voices in education is prohibited since the day in
//! the parameter. A hard stop.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::parameter::ParameterId;
use crate::tool::{Kind, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "prohibited-ai",
    cites: "AI-verordening art. 5, eerste lid, onderdeel f",
    sources: &["ai-act-education"],
    because: &["prohibited", "not_yet"],
    looks_at: &[FactKey::AiKind],
    parameters: &[ParameterId::EmotionRecognitionBan],
    brings: &[],
    check,
};

const FACTS: &[FactKey] = &[FactKey::AiKind];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let by_fact = s.word(FactKey::AiKind, route) == Some("emotion_recognition");
    if !by_fact && s.kind() != Kind::EmotionRecognition {
        return Finding::NOT_APPLICABLE;
    }
    if s.parameter(ParameterId::EmotionRecognitionBan).is_some() {
        Finding::forbids("prohibited").facts(FACTS)
    } else {
        Finding::asks("not_yet").facts(FACTS)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, word};
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn emotion_recognition_is_prohibited_from_the_day_of_the_law() {
        let effect =
            |kind, day| Case::staff().fact(FactKey::AiKind, word(kind)).as_of(day).effect(&RULE, Route::TeacherOnly);
        assert_eq!(effect("emotion_recognition", "2025-02-01"), Asks);
        assert_eq!(effect("emotion_recognition", "2025-02-02"), Forbids);
        assert_eq!(effect("adaptive", "2025-02-02"), NotApplicable);
        assert_eq!(Case::staff().kind(Kind::EmotionRecognition).effect(&RULE, Route::TeacherOnly), Forbids);
    }
}
