//! Does contact with pupils or parents run through private accounts?
//!
//! Staff reach pupils and parents through the channels that the school chose, never
//! through private accounts.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::question::Purpose;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "staff-private-account",
    cites: "Gedragscode ict van Kennisnet (sjabloon)",
    sources: &["seed-conduct", "seed-distance"],
    because: &["school_channels"],
    looks_at: &[],
    parameters: &[],
    brings: &["use-school-channel"],
    check,
};

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if route == Route::PrivateAccount && s.purpose_is(Purpose::Communicate) {
        Finding::closes("school_channels").with(&["use-school-channel"])
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
    fn contact_never_runs_through_private_accounts() {
        let effect = |purpose, route| Case::pupils(14).purpose(purpose).effect(&RULE, route);
        assert_eq!(effect(Purpose::Communicate, Route::PrivateAccount), Closes);
        assert_eq!(effect(Purpose::Communicate, Route::SchoolSso), NotApplicable);
        assert_eq!(effect(Purpose::Practise, Route::PrivateAccount), NotApplicable);
    }
}
