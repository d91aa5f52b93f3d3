//! Is there a processing agreement for pupils' data?
//!
//! A supplier that processes pupils' data for the school does so under a processing
//! agreement, also when the tool is free or the supplier says it is not needed. A
//! supplier that decides itself what it does with the data is no processor: an
//! agreement does not cover that use.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::question::Data;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "processing-agreement",
    cites: "AVG art. 28; Privacyconvenant Onderwijs",
    sources: &["avg", "privacy-covenant", "seed-distance"],
    because: &["offered", "procured", "none", "not_known", "supplier_is_controller"],
    looks_at: &[FactKey::ProcessingAgreement, FactKey::DataRole],
    parameters: &[],
    brings: &["check-agreement", "sign-agreement"],
    check,
};

const AGREEMENT: &[FactKey] = &[FactKey::ProcessingAgreement];
const ROLE: &[FactKey] = &[FactKey::DataRole];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let for_the_school = match route {
        Route::SchoolSso | Route::SchoolManaged | Route::ParentAccount => true,
        Route::NoAccount | Route::TeacherOnly => s.data() > Data::None,
        Route::PrivateAccount => false,
    };
    if !for_the_school {
        return Finding::NOT_APPLICABLE;
    }
    if s.word(FactKey::DataRole, route) == Some("controller") {
        return Finding::asks("supplier_is_controller").facts(ROLE);
    }
    match s.word(FactKey::ProcessingAgreement, route) {
        Some("none") => Finding::closes("none").facts(AGREEMENT),
        Some(_) if s.procured() == Some(true) => {
            Finding::satisfied("procured").facts(AGREEMENT).with(&["check-agreement"])
        }
        Some(_) => Finding::requires("offered", &["sign-agreement"]).facts(AGREEMENT),
        None => Finding::asks("not_known").facts(AGREEMENT),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, word};
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn an_agreement_is_needed_where_the_supplier_works_for_the_school() {
        let effect = |agreement: &str, procured| {
            let case = Case::pupils(11).procured(procured).fact(FactKey::ProcessingAgreement, word(agreement));
            case.effect(&RULE, Route::SchoolSso)
        };
        for agreement in ["covenant_model", "general_model", "own"] {
            assert_eq!(effect(agreement, None), Requires);
            assert_eq!(effect(agreement, Some(false)), Requires);
            assert_eq!(effect(agreement, Some(true)), Satisfied);
        }
        assert_eq!(effect("none", Some(true)), Closes);
        assert_eq!(Case::pupils(11).procured(Some(true)).effect(&RULE, Route::SchoolSso), Asks);
    }

    #[test]
    fn a_supplier_that_is_controller_is_not_covered_by_an_agreement() {
        let effect = |role: &str| {
            let case = Case::pupils(11).fact(FactKey::ProcessingAgreement, word("own"));
            case.fact(FactKey::DataRole, word(role)).effect(&RULE, Route::SchoolSso)
        };
        assert_eq!((effect("controller"), effect("processor"), effect("both")), (Asks, Requires, Requires));
    }

    #[test]
    fn without_an_account_it_is_needed_once_personal_data_are_entered() {
        let effect = |data, route| Case::pupils(11).data(data).effect(&RULE, route);
        assert_eq!(effect(Data::None, Route::NoAccount), NotApplicable);
        assert_eq!(effect(Data::Ordinary, Route::NoAccount), Asks);
        assert_eq!(effect(Data::Ordinary, Route::TeacherOnly), Asks);
        assert_eq!(effect(Data::Ordinary, Route::PrivateAccount), NotApplicable);
    }
}
