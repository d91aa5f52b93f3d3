//! The rules, one per file, and what they look at.
//!
//! A rule looks at one case and one route and says how it weighs. Rules never
//! look at each other's findings and their order has no effect: the most
//! restrictive effect decides ([`Outcome::of`](crate::Outcome::of)).

use serde::Serialize;

use crate::condition::Condition;
use crate::fact::FactKey;
use crate::parameter::ParameterId;
use crate::tool::Route;

mod advertising;
pub(crate) mod at_school;
mod central_assessment;
mod compulsory_use;
mod confidential_data;
mod discontinued;
mod dpia;
mod finding;
mod foreign_parent;
mod human_oversight;
mod image_publication;
mod images;
mod inform_parents;
mod network_anonymiser;
pub(crate) mod outdated;
mod outside_eea;
mod own_device;
mod parental_consent;
mod parents_view;
mod private_email;
mod processing_agreement;
mod prohibited_ai;
mod public_ai;
mod route_offered;
mod school_decision;
mod school_device;
pub(crate) mod school_entry;
mod situation;
mod social_medium;
mod special_data;
mod staff_private_account;
mod supplier_minimum_age;
mod supplier_parental_permission;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub(crate) use finding::{Finding, Sum};
pub(crate) use situation::{ADULT, Assessed, FactsOn, Reading, Situation, Users};

/// A rule: its id, what it rests on, and how it looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    /// Permanent id.
    pub(crate) id: &'static str,
    /// The law, contract or policy it rests on.
    pub(crate) cites: &'static str,
    /// Ids of the documents in which that was read.
    pub(crate) sources: &'static [&'static str],
    /// Every case it tells apart; each has its sentence.
    pub(crate) because: &'static [&'static str],
    /// The facts it looks at.
    pub(crate) looks_at: &'static [FactKey],
    /// The dated numbers it looks at.
    pub(crate) parameters: &'static [ParameterId],
    /// The conditions it may bring, those of the school's own file among them.
    pub(crate) brings: &'static [&'static str],
    /// Looks at one case on one route.
    pub(crate) check: fn(&Situation<'_>, Route) -> Finding,
}

/// Every rule, sorted by id.
pub(crate) const RULES: &[Rule] = &[
    advertising::RULE,
    central_assessment::RULE,
    compulsory_use::RULE,
    confidential_data::RULE,
    discontinued::RULE,
    dpia::RULE,
    foreign_parent::RULE,
    human_oversight::RULE,
    image_publication::RULE,
    images::RULE,
    inform_parents::RULE,
    network_anonymiser::RULE,
    outside_eea::RULE,
    own_device::RULE,
    parental_consent::RULE,
    parents_view::RULE,
    private_email::RULE,
    processing_agreement::RULE,
    prohibited_ai::RULE,
    public_ai::RULE,
    route_offered::RULE,
    school_decision::RULE,
    school_device::RULE,
    social_medium::RULE,
    special_data::RULE,
    staff_private_account::RULE,
    supplier_minimum_age::RULE,
    supplier_parental_permission::RULE,
];

/// The conditions that a rule may bring and `catalogue`, which is sorted by id,
/// has no entry for: none, unless the file is older than the rules.
pub(crate) fn lacking(catalogue: &[Condition]) -> Vec<&'static str> {
    let has = |id: &str| catalogue.binary_search_by(|condition| condition.id.as_str().cmp(id)).is_ok();
    let mut lacking = Vec::new();
    for rule in RULES {
        lacking.extend(rule.brings.iter().filter(|id| !has(id)));
    }
    lacking
}

/// A rule as others may know it: for documents, checks and tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RuleInfo {
    /// Permanent id.
    pub id: &'static str,
    /// The law, contract or policy it rests on.
    pub cites: &'static str,
    /// Ids of the documents in which that was read.
    pub sources: &'static [&'static str],
    /// Every case it tells apart. Each has a sentence under
    /// `rule.<id>.<case>` in the texts.
    pub because: &'static [&'static str],
    /// The facts it looks at; empty for the rule on outdated evidence, which
    /// looks at those of every other rule.
    pub looks_at: &'static [FactKey],
    /// The dated numbers it looks at.
    pub parameters: &'static [ParameterId],
    /// Ids of the conditions it may bring.
    pub brings: &'static [&'static str],
}

/// Every rule that answers rest on, sorted by id.
#[must_use]
pub fn rules() -> Vec<RuleInfo> {
    let aged = RuleInfo {
        id: outdated::ID,
        cites: outdated::CITES,
        sources: outdated::SOURCES,
        because: outdated::BECAUSE,
        looks_at: &[],
        parameters: &[],
        brings: &[],
    };
    let entry = RuleInfo {
        id: school_entry::ID,
        cites: school_entry::CITES,
        sources: school_entry::SOURCES,
        because: school_entry::BECAUSE,
        looks_at: &[],
        parameters: &[],
        brings: &[],
    };
    let info = |rule: &Rule| RuleInfo {
        id: rule.id,
        cites: rule.cites,
        sources: rule.sources,
        because: rule.because,
        looks_at: rule.looks_at,
        parameters: rule.parameters,
        brings: rule.brings,
    };
    let mut rules: Vec<RuleInfo> = RULES.iter().map(info).chain([aged, entry]).collect();
    rules.sort_unstable_by_key(|rule| rule.id);
    rules
}
