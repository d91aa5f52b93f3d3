//! What the school's own file adds to an answer.

use crate::answer::{Decision, SchoolAnswer};
use crate::condition::Who;
use crate::date::Date;
use crate::rules::Situation;
use crate::school::Says;
use crate::tool::Route;

use super::Shelf;
use super::wording::{Blanks, Wording};

/// What the file says of this use: the decision that belongs beside the
/// answer, or that there is none.
pub(super) fn shown<S: Shelf>(words: &Wording<'_, S>, s: &Situation<'_>, route: Option<Route>) -> Option<SchoolAnswer> {
    let at = s.school?;
    let none = SchoolAnswer {
        name: at.school.name.clone(),
        file_date: at.school.date,
        sector: None,
        decision: None,
        date: None,
        decided_by: None,
        valid_until: None,
        route: None,
        in_force: false,
        unreadable: at.unreadable,
        conditions: Vec::new(),
        settings: Vec::new(),
        text: words.say(if at.unreadable { "school.unreadable" } else { "school.nothing" }),
    };
    let Some(shown) = at.shown(route) else {
        return Some(none);
    };
    let in_force = shown.in_force(s.question.as_of);
    let opens = route.is_some_and(|route| matches!(at.says(route), Says::Opens(_)));
    let conditions = match route.filter(|_| in_force && opens) {
        Some(route) => at.conditions(route),
        None => shown.conditions.clone(),
    };
    let (key, date) = match shown.valid_until {
        Some(last) if !in_force => ("school.expired", last),
        _ => (sentence(shown.decision), shown.date),
    };
    Some(SchoolAnswer {
        decision: Some(shown.decision),
        date: Some(shown.date),
        decided_by: Some(shown.decided_by.clone()),
        valid_until: shown.valid_until,
        route: shown.route,
        in_force,
        conditions,
        settings: shown.settings.clone(),
        text: words.fill(key, &Blanks { by: Some(&shown.decided_by), date: Some(date), ..Blanks::default() }),
        ..none
    })
}

const fn sentence(decision: Decision) -> &'static str {
    match decision {
        Decision::Approved => "school.approved",
        Decision::ApprovedWithConditions => "school.approved_with_conditions",
        Decision::Pilot => "school.pilot",
        Decision::InReview => "school.in_review",
        Decision::Refused => "school.refused",
        Decision::Withdrawn => "school.withdrawn",
    }
}

/// The day the school did what a condition asks, by its own file.
pub(super) fn met_on(s: &Situation<'_>, route: Route, condition: &str) -> Option<Date> {
    let at = s.school?;
    match condition {
        "sign-agreement" => at.agreement_signed(route),
        "dpia" | "local-dpia" => at.dpia_done(route),
        "board-decision" => at.opened_on(route),
        _ => None,
    }
}

/// Whom to turn to for a condition: where incidents are reported, or the
/// function that has to act. Who has to ask the school turns to the privacy
/// officer, or else to the data protection officer.
pub(super) fn contact(s: &Situation<'_>, condition: &str, who: Who) -> Option<String> {
    let contacts = &s.school?.school.contacts;
    let privacy = || contacts.privacy_officer.clone().or_else(|| contacts.data_protection_officer.clone());
    match (condition, who) {
        ("report-leak" | "report-lost-device" | "report-suspicious-mail", _) => contacts.incidents.clone(),
        ("ask-school", _) | (_, Who::PrivacyOfficer) => privacy(),
        (_, Who::ItAdministrator) => contacts.it_administrator.clone(),
        _ => None,
    }
}
