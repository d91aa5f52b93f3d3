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
use crate::school::Says;
use crate::tool::Route;

/// The rule that a decision of the school is about.
pub(crate) const DECISION: &str = "school-decision";
/// The rule that a signed agreement is about.
pub(crate) const AGREEMENT: &str = "processing-agreement";

const FACTS: &[FactKey] = &[FactKey::ProcessingAgreement];

/// What `finding` of the rule `rule` becomes at this school.
pub(crate) fn over(s: &Situation<'_>, route: Route, rule: &str, finding: Finding) -> Finding {
    let Some(school) = s.school else {
        return finding;
    };
    match rule {
        DECISION => decided(school.says(route), finding),
        AGREEMENT if finding.because == "not_known" && school.agreement_signed(route).is_some() => {
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
        (Says::UndecidedIsNo, Effect::Asks) => Finding::closes("undecided").by_school(),
        (Says::UndecidedIsNo, _) => finding,
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
    let conditions = with_own(decision, finding.because);
    match decision {
        Decision::Approved if finding.because == "assessed" => {
            Finding::satisfied("approved").with(finding.conditions).by_school()
        }
        Decision::ApprovedWithConditions | Decision::Pilot => {
            Finding { effect: finding.effect.max(Effect::Requires), conditions, ..finding }
        }
        _ => finding,
    }
}

/// The conditions of a case of the rule with the school's own among them.
fn with_own(decision: Decision, because: &str) -> &'static [&'static str] {
    match (decision == Decision::Pilot, because) {
        (true, "without_personal_data") => &["no-personal-data", "tell-school", "pilot-only"],
        (false, "without_personal_data") => &["no-personal-data", "tell-school", "school-conditions"],
        (true, "assessed") => &["board-decision", "pilot-only"],
        (false, "assessed") => &["board-decision", "school-conditions"],
        (true, "contract") => &["school-contract", "pilot-only"],
        (false, "contract") => &["school-contract", "school-conditions"],
        (true, _) => &["pilot-only"],
        (false, _) => &["school-conditions"],
    }
}
