//! Can a government outside the EEA reach the data through a parent company?
//!
//! Storage in Europe does not put data out of reach of the law of the country where
//! the parent company sits. The school weighs that; it does not close a route.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::fact::FactKey;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "foreign-parent",
    cites: "AVG hoofdstuk V; Privacy First over leerlingvolgsystemen",
    sources: &["seed-tracking"],
    because: &["outside_eea", "inside_eea"],
    looks_at: &[FactKey::ParentCountry],
    parameters: &[],
    brings: &["weigh-foreign-access"],
    check,
};

const FACTS: &[FactKey] = &[FactKey::ParentCountry];

fn check(s: &Situation<'_>, route: Route) -> Finding {
    if !s.personal_data(route) {
        return Finding::NOT_APPLICABLE;
    }
    match s.word(FactKey::ParentCountry, route) {
        Some(country) if is_in_eea(country) => Finding::satisfied("inside_eea").facts(FACTS),
        Some(_) => Finding::satisfied("outside_eea").facts(FACTS).with(&["weigh-foreign-access"]),
        None => Finding::NOT_APPLICABLE,
    }
}

/// The 27 states of the European Union with Iceland, Liechtenstein and Norway.
pub(super) fn is_in_eea(country: &str) -> bool {
    const EEA: [&str; 30] = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
        "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ];
    EEA.contains(&country)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Case, word};
    use super::*;

    #[test]
    fn a_parent_company_outside_the_eea_is_weighed() {
        let because =
            |country, route| Case::pupils(12).fact(FactKey::ParentCountry, word(country)).finding(&RULE, route).because;
        assert_eq!(because("US", Route::SchoolSso), "outside_eea");
        assert_eq!(because("NO", Route::SchoolSso), "inside_eea");
        assert_eq!(because("GB", Route::SchoolSso), "outside_eea");
        assert_eq!(because("US", Route::NoAccount), "");
        assert_eq!(Case::pupils(12).finding(&RULE, Route::SchoolSso).because, "");
    }
}
