//! Are pupils' data processed inside the EEA?
//!
//! Outside it the school needs a legal ground for the transfer and extra safeguards.
//! Where nobody knows, somebody has to find out.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::question::Data;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "outside-eea",
    cites: "AVG art. 44 tot en met 46",
    sources: &["avg"],
    because: &["inside", "outside", "not_known"],
    looks_at: &[FactKey::Hosting],
    parameters: &[],
    brings: &["transfer-safeguards", "check-hosting"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::Hosting];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    let for_the_school = matches!(route, Route::SchoolSso | Route::SchoolManaged | Route::ParentAccount)
        || (matches!(route, Route::NoAccount | Route::TeacherOnly) && s.data() > Data::None);
    if !for_the_school {
        return Finding::NOT_APPLICABLE;
    }
    match s.word(FactKey::Hosting, route) {
        Some("eea" | "device") => Finding::satisfied("inside").facts(FACTS),
        Some(_) => Finding::requires("outside", &["transfer-safeguards"]).facts(FACTS),
        None => Finding::requires("not_known", &["check-hosting"]).facts(FACTS),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, word};
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn only_known_storage_inside_the_eea_needs_nothing_more() {
        let effect = |hosting| Case::pupils(12).fact(FactKey::Hosting, word(hosting)).effect(&RULE, Route::SchoolSso);
        assert_eq!(effect("eea"), Satisfied);
        assert_eq!(effect("device"), Satisfied);
        assert_eq!(effect("eea_optional"), Requires);
        assert_eq!(effect("outside_eea"), Requires);
        assert_eq!(Case::pupils(12).effect(&RULE, Route::SchoolSso), Requires);
        assert_eq!(Case::pupils(12).effect(&RULE, Route::NoAccount), NotApplicable);
        assert_eq!(Case::pupils(12).data(Data::Ordinary).effect(&RULE, Route::TeacherOnly), Requires);
    }
}
