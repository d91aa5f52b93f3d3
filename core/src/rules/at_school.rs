//! What does the school's own file make of what a rule found?
//!
//! Two findings can change: that of the decision of the school, and that of a
//! processing agreement nobody recorded. Every other finding stays what it is, so
//! that no school file lifts a hard stop, opens what another rule closes, removes a
//! condition or lowers an age. A refusal closes; a missing decision is supplied.

use super::finding::Finding;
use super::situation::Situation;
use crate::answer::{Decision, Effect};
use crate::fact::FactKey;
use crate::school::{Says, UndecidedTools};
use crate::tool::Route;

/// The rule that a decision of the school is about.
pub(crate) const DECISION: &str = "school-decision";
/// The rule that a signed agreement is about.
pub(crate) const AGREEMENT: &str = "processing-agreement";

const FACTS: &[FactKey] = &[FactKey::ProcessingAgreement];

/// What `finding` of the rule `rule` becomes at this school.
pub(crate) fn over(s: &Situation<'_>, route: Route, rule: &str, finding: Finding) -> Finding {
    let signed = || s.school.is_some_and(|school| school.agreement_signed(route).is_some());
    match rule {
        DECISION if s.approved => decided(Says::Opens(Decision::Approved), finding),
        DECISION => s.school.map_or(finding, |school| decided(school.says(route), finding)),
        AGREEMENT if finding.because == "not_known" && signed() => {
            Finding::requires("signed", &["sign-agreement"]).facts(FACTS).by_school()
        }
        _ => finding,
    }
}

/// What the decision of the school makes of the finding of the rule about it.
/// The most restrictive of the two holds; only what asks for a decision is
/// opened by one.
fn decided(says: Says, finding: Finding) -> Finding {
    let asks = |because| Finding::asks(because).with(finding.conditions).by_school();
    match (says, finding.effect) {
        (_, Effect::Closes | Effect::Forbids) | (Says::Nothing, _) => finding,
        (Says::Refused, _) => Finding::closes("refused").by_school(),
        (Says::Contradicts, _) => asks("contradicts"),
        (Says::InReview, _) => asks("in_review"),
        (Says::UndecidedIsNo | Says::OpensOthers(_, UndecidedTools::NotAllowed), Effect::Asks) => {
            Finding::closes("undecided").by_school()
        }
        (Says::UndecidedIsNo, _) => finding,
        (Says::OpensOthers(_, UndecidedTools::AskSchool), Effect::Asks) => asks("route_not_named"),
        (Says::OpensOthers(decision, _), _) => tightened(decision, finding),
        (Says::Opens(decision), Effect::Asks) => opened(decision),
        (Says::Opens(decision), _) => further(decision, finding),
    }
}

/// A decision where one was missing.
fn opened(decision: Decision) -> Finding {
    match decision {
        Decision::Pilot => Finding::requires("pilot", &["pilot-only"]),
        Decision::ApprovedWithConditions => Finding::requires("approved_with_conditions", &["school-conditions"]),
        _ => Finding::satisfied("approved"),
    }
    .by_school()
}

/// A decision where none was missing: what the rule found stays, and what the
/// school asks comes on top. The board's own decision, which a central
/// assessment leaves to do, is done.
fn further(decision: Decision, finding: Finding) -> Finding {
    match decision {
        Decision::Approved if finding.because == "assessed" => {
            Finding::satisfied("approved").with(finding.conditions).by_school()
        }
        _ => tightened(decision, finding),
    }
}

/// What the rule found, with what the school asks on top.
fn tightened(decision: Decision, finding: Finding) -> Finding {
    let conditions = with_own(decision, finding);
    match decision {
        Decision::ApprovedWithConditions | Decision::Pilot => {
            Finding { effect: finding.effect.max(Effect::Requires), conditions, ..finding }
        }
        _ => finding,
    }
}

/// The conditions of a finding of the rule with the school's own among them.
fn with_own(decision: Decision, finding: Finding) -> &'static [&'static str] {
    match (decision == Decision::Pilot, finding.conditions.first().copied()) {
        (true, Some("no-personal-data")) => &["no-personal-data", "tell-school", "pilot-only"],
        (false, Some("no-personal-data")) => &["no-personal-data", "tell-school", "school-conditions"],
        (true, Some("board-decision")) => &["board-decision", "pilot-only"],
        (false, Some("board-decision")) => &["board-decision", "school-conditions"],
        (true, Some("school-contract")) => &["school-contract", "pilot-only"],
        (false, Some("school-contract")) => &["school-contract", "school-conditions"],
        (true, Some("minimise-data")) => &["minimise-data", "pilot-only"],
        (false, Some("minimise-data")) => &["minimise-data", "school-conditions"],
        (true, _) => &["pilot-only"],
        (false, _) => &["school-conditions"],
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::super::{RULES, school_decision};
    use super::*;
    use crate::answer::Effect::{Asks, Closes, Forbids, Requires, Satisfied};
    use crate::tool::AssessmentOutcome;

    const ALL: [Says; 12] = [
        Says::Nothing,
        Says::UndecidedIsNo,
        Says::Opens(Decision::Approved),
        Says::Opens(Decision::ApprovedWithConditions),
        Says::Opens(Decision::Pilot),
        Says::OpensOthers(Decision::Approved, UndecidedTools::AskSchool),
        Says::OpensOthers(Decision::Approved, UndecidedTools::NotAllowed),
        Says::OpensOthers(Decision::ApprovedWithConditions, UndecidedTools::AskSchool),
        Says::OpensOthers(Decision::Pilot, UndecidedTools::NotAllowed),
        Says::InReview,
        Says::Refused,
        Says::Contradicts,
    ];

    /// One finding of the rule for each of its cases that people can get.
    fn national() -> Vec<Finding> {
        let assessed = Case::pupils(16).assessment("2025-01-01", AssessmentOutcome::Usable);
        let found = |case: &Case, route| case.finding(&school_decision::RULE, route);
        vec![
            found(&Case::pupils(11).procured(Some(true)), Route::SchoolSso),
            found(&Case::pupils(11), Route::NoAccount),
            found(&assessed, Route::SchoolSso),
            Finding::requires("contract", &["school-contract"]),
            found(&Case::pupils(11), Route::SchoolSso),
            found(&Case::pupils(11), Route::PrivateAccount),
        ]
    }

    #[test]
    fn a_decision_brings_only_what_its_rule_says_that_it_may_bring() {
        let findings = ALL.iter().flat_map(|&says| national().into_iter().map(move |finding| decided(says, finding)));
        let brought: Vec<&str> = findings.flat_map(|finding| finding.conditions).copied().collect();
        assert!(brought.contains(&"pilot-only") && brought.contains(&"school-conditions"));
        let unsaid = brought.iter().find(|id| !school_decision::RULE.brings.contains(id));
        assert_eq!(unsaid, None);
    }

    #[test]
    fn each_decision_makes_of_each_finding_what_the_table_says() {
        let effects = |says| national().into_iter().map(|finding| decided(says, finding).effect).collect::<Vec<_>>();
        let unchanged = [Satisfied, Requires, Requires, Requires, Asks, Asks];
        assert_eq!(effects(Says::Nothing), unchanged);
        assert_eq!(effects(Says::UndecidedIsNo), [Satisfied, Requires, Requires, Requires, Closes, Closes]);
        let approved = [Satisfied, Requires, Satisfied, Requires, Satisfied, Satisfied];
        assert_eq!(effects(Says::Opens(Decision::Approved)), approved);
        assert_eq!(effects(Says::Opens(Decision::ApprovedWithConditions)), [Requires; 6]);
        assert_eq!(effects(Says::Opens(Decision::Pilot)), [Requires; 6]);
        let others = |decision, undecided| effects(Says::OpensOthers(decision, undecided));
        assert_eq!(others(Decision::Approved, UndecidedTools::AskSchool), unchanged);
        let closed = [Satisfied, Requires, Requires, Requires, Closes, Closes];
        assert_eq!(others(Decision::Approved, UndecidedTools::NotAllowed), closed);
        let tightened = [Requires, Requires, Requires, Requires, Asks, Asks];
        assert_eq!(others(Decision::ApprovedWithConditions, UndecidedTools::AskSchool), tightened);
        assert_eq!(others(Decision::Pilot, UndecidedTools::AskSchool), tightened);
        assert_eq!(effects(Says::InReview), [Asks; 6]);
        assert_eq!(effects(Says::Contradicts), [Asks; 6]);
        assert_eq!(effects(Says::Refused), [Closes; 6]);
    }

    #[test]
    fn a_signed_agreement_speaks_only_where_nobody_recorded_one_and_a_decision_only_of_itself() {
        let signed = r#"{"tool":"voorbeeldquiz","decision":"approved","date":"2026-01-01","decided_by":"schoolleider",
                        "agreement_signed":"2026-01-01"}"#;
        let unsigned =
            r#"{"tool":"voorbeeldquiz","decision":"approved","date":"2026-01-01","decided_by":"schoolleider"}"#;
        let over_finding = |decisions, rule, finding| {
            Case::pupils(11).at_school(decisions, |s| over(s, Route::SchoolSso, rule, finding))
        };
        let (not_known, other) = (Finding::asks("not_known"), Finding::asks("supplier_is_controller"));
        assert_eq!(over_finding(signed, AGREEMENT, not_known).because, "signed");
        assert_eq!(over_finding(unsigned, AGREEMENT, not_known), not_known);
        assert_eq!(over_finding(signed, AGREEMENT, other), other);
        assert_eq!(over_finding(signed, "another-rule", not_known), not_known);
        assert_eq!(over_finding(unsigned, DECISION, Finding::asks("no_decision")).because, "approved");
        assert_eq!(over_finding(unsigned, "another-rule", Finding::asks("no_decision")).because, "no_decision");
    }

    #[test]
    fn what_is_closed_stays_closed_and_no_condition_is_lost() {
        for says in ALL {
            for closed in [Finding::closes("closed"), Finding::forbids("forbidden")] {
                assert_eq!(decided(says, closed), closed, "{says:?}");
            }
            for finding in national() {
                let after = decided(says, finding);
                let kept = finding.conditions.iter().all(|id| after.conditions.contains(id));
                assert!(kept || matches!(after.effect, Closes | Forbids), "{says:?} {finding:?}");
            }
        }
    }

    #[test]
    fn the_schools_own_conditions_come_with_every_finding() {
        for finding in national() {
            let has = |decision, id| decided(Says::Opens(decision), finding).conditions.contains(&id);
            assert!(has(Decision::ApprovedWithConditions, "school-conditions"), "{finding:?}");
            assert!(has(Decision::Pilot, "pilot-only"), "{finding:?}");
            assert!(!has(Decision::Approved, "school-conditions"), "{finding:?}");
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "looks through all texts")]
    fn each_case_has_its_sentence_in_the_texts() {
        const KEYS: [&str; 8] = [
            "rule.school-decision.approved",
            "rule.school-decision.approved_with_conditions",
            "rule.school-decision.contradicts",
            "rule.school-decision.in_review",
            "rule.school-decision.pilot",
            "rule.school-decision.refused",
            "rule.school-decision.route_not_named",
            "rule.school-decision.undecided",
        ];
        let found = ALL.iter().flat_map(|&says| national().into_iter().map(move |finding| decided(says, finding)));
        let mut keys: Vec<String> =
            found.filter(|found| found.by_school).map(|found| format!("rule.{DECISION}.{}", found.because)).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys, KEYS);
        assert!(RULES.iter().any(|rule| rule.id == DECISION) && RULES.iter().any(|rule| rule.id == AGREEMENT));
        assert_eq!(format!("rule.{AGREEMENT}.signed"), "rule.processing-agreement.signed");
        let texts = include_str!("../../../data/texts/nl.toml");
        assert!(KEYS.iter().all(|key| texts.contains(&format!("\n{} = ", key.rsplit('.').next().unwrap_or_default()))));
    }
}
