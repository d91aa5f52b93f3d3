//! Do images or voices of pupils go in?
//!
//! For the lesson itself no consent is needed, but no more than the lesson needs,
//! and nothing goes outside the school. A recording is never made unasked. What
//! is meant to be made public goes outside, and
//! [`image_publication`](super::image_publication) says on which terms.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::question::{Data, Purpose};
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
    let records = video_call || s.yes_no(FactKey::Recording, route) == Some(true);
    match (records, s.purpose_is(Purpose::Publish)) {
        (true, false) => Finding::requires("recording", &["no-recording-unasked", "images-inside-school"]).facts(FACTS),
        (true, true) => Finding::requires("recording", &["no-recording-unasked"]).facts(FACTS),
        (false, false) => Finding::requires("only_for_the_lesson", &["images-inside-school"]).facts(FACTS),
        (false, true) => Finding::NOT_APPLICABLE,
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
    fn what_is_made_public_is_not_held_inside_the_school() {
        let published = Case::pupils(12).data(Data::Images).purpose(Purpose::Publish);
        assert_eq!(published.effect(&RULE, Route::SchoolSso), NotApplicable);
        let records = published.clone().fact(FactKey::Recording, yes()).finding(&RULE, Route::SchoolSso);
        assert_eq!((records.because, records.conditions), ("recording", &["no-recording-unasked"][..]));
        let call = published.kind(Kind::VideoCall).finding(&RULE, Route::SchoolSso);
        assert_eq!((call.because, call.conditions), (records.because, records.conditions));
        let shared = Case::pupils(12).data(Data::Images).purpose(Purpose::Communicate);
        assert_eq!(shared.finding(&RULE, Route::SchoolSso).conditions, ["images-inside-school"]);
    }

    #[test]
    fn a_video_call_without_recording_only_asks_for_agreements() {
        assert_eq!(Case::pupils(12).kind(Kind::VideoCall).effect(&RULE, Route::NoAccount), Satisfied);
    }
}
