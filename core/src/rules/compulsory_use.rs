//! Can pupils be made to use something that rests on consent?
//!
//! Consent counts only when it is free. What pupils must use cannot rest on it,
//! and no signature repairs that. A hard stop.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use super::situation::Users;
use crate::question::{Data, Purpose};
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "compulsory-use",
    cites: "AVG art. 4, onderdeel 11, en art. 7, vierde lid",
    sources: &["avg", "mbo-free-consent"],
    because: &["not_free"],
    looks_at: &[],
    parameters: &[],
    brings: &[],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let publishes_images = s.data() == Data::Images && s.purpose_is(Purpose::Publish);
    let rests_on_consent = route == Route::PrivateAccount || publishes_images;
    if s.question.compulsory == Some(true) && rests_on_consent && s.users != Users::Staff {
        Finding::forbids("not_free")
    } else {
        Finding::NOT_APPLICABLE
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::{Forbids, NotApplicable};

    #[test]
    fn what_is_compulsory_never_rests_on_consent() {
        let effect = |compulsory, route| Case::pupils(17).compulsory(compulsory).effect(&RULE, route);
        assert_eq!(effect(true, Route::PrivateAccount), Forbids);
        assert_eq!(effect(false, Route::PrivateAccount), NotApplicable);
        assert_eq!(effect(true, Route::SchoolSso), NotApplicable);
        let images = Case::pupils(17).compulsory(true).data(Data::Images).purpose(Purpose::Publish);
        assert_eq!(images.effect(&RULE, Route::SchoolSso), Forbids);
        let inside = Case::pupils(17).compulsory(true).data(Data::Images).purpose(Purpose::Create);
        assert_eq!(inside.effect(&RULE, Route::SchoolSso), NotApplicable);
        let without = Case::pupils(17).compulsory(true).data(Data::Ordinary).purpose(Purpose::Publish);
        assert_eq!(without.effect(&RULE, Route::SchoolSso), NotApplicable);
    }
}
