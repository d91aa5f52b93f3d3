//! Are personal data going into a public AI system?
//!
//! What is entered into a public AI system is out of the school's hands and often
//! trains it. Personal and confidential data never go in: a hard stop. A system is
//! public unless an agreement binds the supplier, it is known not to train on input,
//! and it is used with an account from the school.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::question::{Account, Data};
use crate::tool::{Kind, Route};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "public-ai",
    cites: "AVG art. 5; Kennisnet, Privacy en AI (2024); gedragscode ict",
    sources: &["seed-ai", "seed-conduct"],
    because: &["personal_data", "no_personal_data", "ordinary_data", "sensitive_data"],
    looks_at: &[FactKey::TrainsOnInput, FactKey::ProcessingAgreement],
    parameters: &[],
    brings: &["no-personal-data-in-ai", "no-confidential-data-in-ai", "minimise-data"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::TrainsOnInput, FactKey::ProcessingAgreement];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if s.kind() != Kind::GenerativeAi {
        return Finding::NOT_APPLICABLE;
    }
    match (is_public(s, route), s.data()) {
        (true, Data::None) => Finding::requires("no_personal_data", &["no-personal-data-in-ai"]).facts(FACTS),
        (true, _) => Finding::forbids("personal_data").facts(FACTS),
        (false, Data::None) => Finding::requires("no_personal_data", &["no-confidential-data-in-ai"]).facts(FACTS),
        (false, Data::Ordinary) => Finding::requires("ordinary_data", &["minimise-data"]).facts(FACTS),
        (false, Data::Images | Data::Special | Data::Confidential) => Finding::asks("sensitive_data").facts(FACTS),
    }
}

fn is_public(s: &Situation<'_>, route: Route) -> bool {
    let own_account = s.account_is(Account::Private) || s.account_is(Account::None);
    let school_account = match route {
        Route::SchoolSso | Route::SchoolManaged => true,
        Route::TeacherOnly => !own_account,
        Route::NoAccount | Route::ParentAccount | Route::PrivateAccount => false,
    };
    let closed = s.agreement_offered(route) && s.word(FactKey::TrainsOnInput, route) == Some("no");
    !(school_account && closed)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, word};
    use super::*;
    use crate::answer::Effect::*;

    fn closed(case: Case) -> Case {
        case.kind(Kind::GenerativeAi)
            .fact(FactKey::ProcessingAgreement, word("own"))
            .fact(FactKey::TrainsOnInput, word("no"))
    }

    #[test]
    fn no_personal_data_into_a_public_system_by_any_route() {
        for &route in Route::ALL {
            for &data in Data::ALL {
                let expected = if data == Data::None { Requires } else { Forbids };
                let case = Case::pupils(16).kind(Kind::GenerativeAi).data(data);
                assert_eq!(case.effect(&RULE, route), expected, "{route} {data}");
            }
        }
    }

    #[test]
    fn agreement_no_training_and_a_school_account_together_make_it_closed() {
        let effect = |case: Case, route| case.data(Data::Ordinary).effect(&RULE, route);
        assert_eq!(effect(closed(Case::pupils(16)), Route::SchoolSso), Requires);
        assert_eq!(effect(closed(Case::pupils(16)), Route::PrivateAccount), Forbids);
        assert_eq!(effect(closed(Case::staff()).account(Account::Private), Route::TeacherOnly), Forbids);
        assert_eq!(effect(closed(Case::staff()), Route::TeacherOnly), Requires);
        let trains = closed(Case::pupils(16)).fact(FactKey::TrainsOnInput, word("opt_out"));
        assert_eq!(effect(trains, Route::SchoolSso), Forbids);
        let no_agreement = Case::pupils(16).kind(Kind::GenerativeAi).fact(FactKey::TrainsOnInput, word("no"));
        assert_eq!(effect(no_agreement, Route::SchoolSso), Forbids);
    }

    #[test]
    fn even_a_closed_system_asks_before_sensitive_data() {
        for data in [Data::Images, Data::Special, Data::Confidential] {
            assert_eq!(closed(Case::pupils(16)).data(data).effect(&RULE, Route::SchoolSso), Asks, "{data}");
        }
    }
}
