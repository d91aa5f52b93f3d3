//! Until when an answer was a yes, where its evidence grew too old.

use crate::answer::{Brief, Outcome};
use crate::check::{self, EditionCheck, Ground};
use crate::date::Date;
use crate::question::Question;
use crate::rules::{Assessed, Reading, Situation, outdated};
use crate::tool::{Route, Tool};

/// The last day on or before the day of the question on which the same
/// question had a yes, with that yes.
///
/// Only days on which evidence that now counts as too old was still fresh are
/// tried, the latest first. `expires` is the last day of a knowledge base that
/// is past it: it is then asked as if it were not. `ask` answers a question.
pub(crate) fn find(
    tool: &Tool,
    checks: &[EditionCheck<'_>],
    ground: Ground<'_>,
    expires: Option<Date>,
    ask: impl Fn(&Question) -> Option<Brief>,
) -> Option<(Brief, Date)> {
    let as_of = ground.question.as_of;
    let mut days: Vec<Date> = expires.map(|day| day.min(as_of)).into_iter().collect();
    for check in checks {
        days.extend(last_days(tool, check, ground));
    }
    days.sort_unstable();
    days.dedup();
    days.into_iter().rev().find_map(|day| {
        let today = ground.question.today.filter(|_| expires.is_none());
        let brief = ask(&Question { as_of: day, today, ..ground.question.clone() })?;
        (brief.outcome <= Outcome::Conditional).then_some((brief, day))
    })
}

/// The last fresh days of everything outdated that a route of an edition
/// rests on.
fn last_days(tool: &Tool, edition: &EditionCheck<'_>, ground: Ground<'_>) -> Vec<Date> {
    let mut days = Vec::new();
    for case in &edition.cases {
        let situation = check::situation(tool, edition.edition, &edition.facts, ground, case.users);
        for route in case.routes.iter().map(|found| found.route) {
            let found = check::findings_on(&situation, route);
            let aged = found.iter().filter(|found| found.rule == outdated::ID);
            days.extend(aged.flat_map(|found| found.finding.facts).filter_map(
                |&key| match situation.reading(key, route) {
                    Reading::Known(known) => Some(known.review_by),
                    Reading::NotApplicable | Reading::NotKnown => None,
                },
            ));
            days.extend(outdated_assessment(&situation, route, ground));
        }
    }
    days.retain(|&day| day < ground.question.as_of);
    days
}

fn outdated_assessment(situation: &Situation<'_>, route: Route, ground: Ground<'_>) -> Option<Date> {
    match situation.assessment(route) {
        Assessed::InScope(assessment) if assessment.review_by < ground.question.as_of => Some(assessment.review_by),
        Assessed::InScope(_) | Assessed::OutOfScope(_) | Assessed::No => None,
    }
}
