//! Does something have to be installed on a device of the school?
//!
//! Only the IT administrator decides what is installed there. What runs in the
//! browser installs nothing.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::question::Device;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "school-device",
    cites: "Gedragscode ict van Kennisnet (sjabloon)",
    sources: &["seed-conduct"],
    because: &["administrator_decides", "bought", "browser"],
    looks_at: &[FactKey::RunsInBrowser],
    parameters: &[],
    brings: &["administrator-installs", "use-in-browser"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::RunsInBrowser];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if !s.device_is(Device::School) {
        return Finding::NOT_APPLICABLE;
    }
    if s.procured() == Some(true) {
        return Finding::satisfied("bought").with(&["administrator-installs"]);
    }
    if s.yes_no(FactKey::RunsInBrowser, route) == Some(true) {
        return Finding::satisfied("browser").facts(FACTS).with(&["use-in-browser"]);
    }
    Finding::asks("administrator_decides").facts(FACTS).with(&["administrator-installs"])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, no, yes};
    use super::*;
    use crate::answer::Effect::*;

    #[test]
    fn installing_on_a_school_device_is_for_the_administrator() {
        let case = Case::pupils(10).device(Device::School);
        assert_eq!(case.effect(&RULE, Route::NoAccount), Asks);
        assert_eq!(case.clone().fact(FactKey::RunsInBrowser, no()).effect(&RULE, Route::NoAccount), Asks);
        assert_eq!(case.clone().fact(FactKey::RunsInBrowser, yes()).effect(&RULE, Route::NoAccount), Satisfied);
        assert_eq!(case.clone().procured(Some(true)).effect(&RULE, Route::NoAccount), Satisfied);
        assert_eq!(case.procured(Some(false)).effect(&RULE, Route::NoAccount), Asks);
        assert_eq!(Case::pupils(10).device(Device::Own).effect(&RULE, Route::NoAccount), NotApplicable);
    }
}
