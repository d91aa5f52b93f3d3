//! Must somebody consent before images of pupils are made public?
//!
//! Showing pupils in public is not needed for teaching, so it rests on consent,
//! whatever the account. This is not a service offered to a child, so the age comes
//! from UAVG art. 5: below it the parents consent.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use super::situation::Users;
use crate::parameter::ParameterId;
use crate::question::{Data, Purpose};
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "image-publication",
    cites: "AVG art. 6; UAVG art. 5",
    sources: &["ap-photos", "uavg"],
    because: &["parents", "own", "age_not_known"],
    looks_at: &[],
    parameters: &[ParameterId::ConsentAge],
    brings: &["publication-consent-parents", "publication-consent-own"],
    check,
};

fn check(s: &Situation<'_>, _route: Route) -> Finding {
    if s.data() != Data::Images || !s.purpose_is(Purpose::Publish) {
        return Finding::NOT_APPLICABLE;
    }
    let Users::Pupils(age) = s.users else {
        return Finding::requires("parents", &["publication-consent-parents"]);
    };
    match s.consent_age() {
        None => Finding::asks("age_not_known"),
        Some(limit) if age < limit => Finding::requires("parents", &["publication-consent-parents"]).age(limit),
        Some(limit) => Finding::requires("own", &["publication-consent-own"]).age(limit),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::NotApplicable;

    #[test]
    fn published_images_need_consent_on_every_route() {
        let because =
            |age, route| Case::pupils(age).data(Data::Images).purpose(Purpose::Publish).finding(&RULE, route).because;
        for &route in Route::ALL {
            assert_eq!(because(15, route), "parents", "{route}");
            assert_eq!(because(16, route), "own", "{route}");
        }
    }

    #[test]
    fn images_that_stay_in_class_and_texts_that_go_out_need_none() {
        let case = Case::pupils(12).data(Data::Images).purpose(Purpose::Create);
        assert_eq!(case.effect(&RULE, Route::SchoolSso), NotApplicable);
        let case = Case::pupils(12).data(Data::Ordinary).purpose(Purpose::Publish);
        assert_eq!(case.effect(&RULE, Route::SchoolSso), NotApplicable);
    }
}
