//! Do images or voices of pupils go in?
//!
//! For the lesson itself no consent is needed, but no more than the lesson needs,
//! and nothing goes outside the school. A recording is never made unasked.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::question::Data;
use crate::tool::{Kind, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "images",
    cites: "Autoriteit Persoonsgegevens, beeldmateriaal; gedragscode ict",
    sources: &["ap-photos", "seed-conduct"],
    because: &["only_for_the_lesson", "recording"],
    looks_at: &[FactKey::Recording],
    parameters: &[],
    brings: &["agree-on-recording", "no-recording-unasked", "images-inside-school"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::Recording];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let video_call = s.kind() == Kind::VideoCall;
    if s.data() != Data::Images {
        return if video_call {
            Finding::satisfied("recording").with(&["agree-on-recording"])
        } else {
            Finding::NOT_APPLICABLE
        };
    }
    if video_call || s.yes_no(FactKey::Recording, route) == Some(true) {
        Finding::requires("recording", &["no-recording-unasked", "images-inside-school"]).facts(FACTS)
    } else {
        Finding::requires("only_for_the_lesson", &["images-inside-school"]).facts(FACTS)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, yes};
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn images_bring_conditions_and_recordings_one_more() {
        let images = Case::pupils(12).data(Data::Images);
        assert_eq!(images.finding(&RULE, Route::SchoolSso).because, "only_for_the_lesson");
        let records = images.clone().fact(FactKey::Recording, yes());
        assert_eq!(records.finding(&RULE, Route::SchoolSso).because, "recording");
        assert_eq!(images.kind(Kind::VideoCall).finding(&RULE, Route::SchoolSso).because, "recording");
        assert_eq!(Case::pupils(12).data(Data::Ordinary).effect(&RULE, Route::SchoolSso), NotApplicable);
    }

    #[test]
    fn a_video_call_without_recording_only_asks_for_agreements() {
        assert_eq!(Case::pupils(12).kind(Kind::VideoCall).effect(&RULE, Route::NoAccount), Satisfied);
    }
}
