//! May pupils use a social medium for school with their own account?
//!
//! The supervisory authority says that consent is not enough: schools use social
//! media only after clear agreements with the platform. A pupil's private account
//! has none.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use super::situation::Users;
use crate::tool::{Kind, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "social-medium",
    cites: "Autoriteit Persoonsgegevens, advies sociale media in het onderwijs",
    sources: &["ap-social-media"],
    because: &["no_agreement_with_platform"],
    looks_at: &[],
    parameters: &[],
    brings: &[],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let pupils = matches!(s.users, Users::Pupils(_));
    if s.kind() == Kind::SocialMedium && route == Route::PrivateAccount && pupils {
        Finding::closes("no_agreement_with_platform")
    } else {
        Finding::NOT_APPLICABLE
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn a_private_account_on_a_social_medium_is_closed_at_any_age() {
        let effect = |age, kind, route| Case::pupils(age).kind(kind).effect(&RULE, route);
        assert_eq!(effect(12, Kind::SocialMedium, Route::PrivateAccount), Closes);
        assert_eq!(effect(19, Kind::SocialMedium, Route::PrivateAccount), Closes);
        assert_eq!(effect(12, Kind::SocialMedium, Route::TeacherOnly), NotApplicable);
        assert_eq!(effect(12, Kind::Quiz, Route::PrivateAccount), NotApplicable);
    }
}
