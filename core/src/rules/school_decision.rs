//! Did the school decide on this?
//!
//! Tools used outside the school's own process are shadow IT: not used until the
//! school said yes. Three things stand in for a decision here: the school bought it,
//! a central assessment covers this use, or nobody's personal data are in it. A
//! contract that schools can have is a condition, not a decision: without it the
//! answer does not hold.

use super::Rule;
use super::finding::Finding;
use super::situation::Assessed;
use super::situation::Situation;
use crate::answer::Effect;
use crate::fact::FactKey;
use crate::question::{Account, Data};
use crate::tool::{Kind, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "school-decision",
    cites: "Kennisnet over schaduw-ict; IBP-beleid van de school",
    sources: &["seed-shadow-it"],
    because: &[
        "procured",
        "without_personal_data",
        "assessed",
        "contract",
        "no_decision",
        "personal_data",
        "data_all_the_same",
        "agreements_on_ai",
        "social_medium",
        "own_account",
    ],
    looks_at: &[FactKey::NoAccount, FactKey::UsableWithoutPupilData, FactKey::ProcessingAgreement],
    parameters: &[],
    brings: &[
        "minimise-data",
        "no-personal-data",
        "tell-school",
        "board-decision",
        "school-contract",
        "school-conditions",
        "pilot-only",
    ],
    check,
};

const NO_ACCOUNT: &[FactKey] = &[FactKey::NoAccount];
const OPEN_TO_ALL: &[FactKey] = &[FactKey::NoAccount, FactKey::UsableWithoutPupilData];
const WITHOUT_DATA: &[FactKey] = &[FactKey::UsableWithoutPupilData];
const AGREEMENT: &[FactKey] = &[FactKey::ProcessingAgreement];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    match route {
        Route::NoAccount => by_pupils_without_account(s),
        Route::PrivateAccount => Finding::asks("own_account"),
        Route::SchoolSso | Route::SchoolManaged | Route::ParentAccount => under_contract(s, route),
        Route::TeacherOnly => by_staff(s),
    }
}

/// Without an account and without personal data a tool may be used before the
/// school decided on it. Three things take that away: generative AI, on which
/// the school agrees first who may use it; a social medium; and personal data
/// all the same.
fn by_pupils_without_account(s: &Situation<'_>) -> Finding {
    let route = Route::NoAccount;
    match s.kind() {
        Kind::GenerativeAi => return Finding::asks("agreements_on_ai"),
        Kind::SocialMedium => return Finding::asks("social_medium"),
        _ => {}
    }
    let hidden = s.yes_no(FactKey::UsableWithoutPupilData, route) == Some(false);
    if s.data() == Data::None && !hidden && s.procured() != Some(true) {
        return without_personal_data().facts(OPEN_TO_ALL);
    }
    match under_contract(s, route) {
        Finding { effect: Effect::Asks, .. } if hidden => Finding::asks("data_all_the_same").facts(WITHOUT_DATA),
        Finding { effect: Effect::Asks, .. } => Finding::asks("personal_data"),
        Finding { effect: Effect::Satisfied, .. } => Finding::requires("procured", &["minimise-data"]),
        finding => finding,
    }
}

fn without_personal_data() -> Finding {
    Finding::requires("without_personal_data", &["no-personal-data", "tell-school"])
}

fn under_contract(s: &Situation<'_>, route: Route) -> Finding {
    if s.procured() == Some(true) {
        return Finding::satisfied("procured");
    }
    if let Assessed::InScope(_) = s.assessment(route) {
        return Finding::requires("assessed", &["board-decision"]).assessed();
    }
    if s.procured().is_none() && s.agreement_offered(route) {
        return Finding::requires("contract", &["school-contract"]).facts(AGREEMENT);
    }
    Finding::asks("no_decision")
}

fn by_staff(s: &Situation<'_>) -> Finding {
    let route = Route::TeacherOnly;
    if s.account_is(Account::Private) {
        return Finding::asks("own_account");
    }
    if s.procured() == Some(true) {
        return Finding::satisfied("procured");
    }
    let open = s.yes_no(FactKey::NoAccount, route) == Some(true);
    if open && s.data() == Data::None && !s.account_is(Account::School) {
        return without_personal_data().facts(NO_ACCOUNT);
    }
    under_contract(s, route)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, no, word, yes};
    use super::*;
    use crate::answer::Effect::Asks;
    use crate::tool::AssessmentOutcome;

    #[test]
    fn without_an_account_only_use_without_personal_data_needs_no_decision() {
        let because = |data| Case::pupils(11).data(data).finding(&RULE, Route::NoAccount).because;
        assert_eq!(because(Data::None), "without_personal_data");
        for &data in Data::ALL.iter().filter(|&&data| data > Data::None) {
            assert_eq!(because(data), "personal_data", "{data}");
        }
        let agreed = Case::pupils(11).fact(FactKey::ProcessingAgreement, word("own"));
        assert_eq!(agreed.clone().data(Data::Ordinary).finding(&RULE, Route::NoAccount).because, "contract");
        let bought = agreed.data(Data::Ordinary).procured(Some(true));
        assert_eq!(bought.finding(&RULE, Route::NoAccount).because, "procured");
    }

    #[test]
    fn ai_social_media_calls_and_hidden_data_ask_even_without_an_account() {
        let because = |case: Case| case.finding(&RULE, Route::NoAccount).because;
        assert_eq!(because(Case::pupils(16).kind(Kind::GenerativeAi)), "agreements_on_ai");
        assert_eq!(because(Case::pupils(16).kind(Kind::SocialMedium)), "social_medium");
        assert_eq!(because(Case::pupils(16).kind(Kind::VideoCall)), "personal_data");
        let hidden = Case::pupils(16).fact(FactKey::UsableWithoutPupilData, no());
        assert_eq!(because(hidden), "data_all_the_same");
        let open = Case::pupils(16).fact(FactKey::UsableWithoutPupilData, yes());
        assert_eq!(because(open), "without_personal_data");
    }

    #[test]
    fn a_private_account_always_asks_the_school() {
        for procured in [None, Some(true), Some(false)] {
            let case = Case::pupils(17).procured(procured).fact(FactKey::ProcessingAgreement, word("own"));
            assert_eq!(case.effect(&RULE, Route::PrivateAccount), Asks);
        }
    }

    #[test]
    fn a_school_account_rests_on_purchase_assessment_or_contract() {
        let because = |procured, agreement: &str| {
            let case = Case::pupils(11).procured(procured).fact(FactKey::ProcessingAgreement, word(agreement));
            case.finding(&RULE, Route::SchoolSso).because
        };
        assert_eq!(because(Some(true), "none"), "procured");
        assert_eq!(because(None, "covenant_model"), "contract");
        assert_eq!(because(None, "none"), "no_decision");
        assert_eq!(because(Some(false), "covenant_model"), "no_decision");
        assert_eq!(Case::pupils(11).finding(&RULE, Route::SchoolSso).because, "no_decision");
        let assessed = Case::pupils(11).procured(Some(false)).assessment("2024-01-01", AssessmentOutcome::Restrained);
        assert_eq!(assessed.finding(&RULE, Route::SchoolSso).because, "assessed");
    }

    #[test]
    fn staff_may_use_what_is_open_to_all_but_not_their_own_account() {
        let open = |case: Case| case.fact(FactKey::NoAccount, yes()).finding(&RULE, Route::TeacherOnly).because;
        assert_eq!(open(Case::staff()), "without_personal_data");
        assert_eq!(open(Case::staff().account(Account::Private)), "own_account");
        assert_eq!(open(Case::staff().account(Account::School)), "no_decision");
        assert_eq!(open(Case::staff().data(Data::Ordinary)), "no_decision");
        assert_eq!(Case::staff().finding(&RULE, Route::TeacherOnly).because, "no_decision");
    }
}
