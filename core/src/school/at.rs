//! What a school's file says of one edition of a tool on one day.

use super::{School, SchoolDecision, UndecidedTools};
use crate::answer::Decision;
use crate::date::Date;
use crate::tool::Route;

/// What the decisions in force add up to on one route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// Nothing.
    Nothing,
    /// Nothing, and the school allows nothing it did not decide on.
    UndecidedIsNo,
    /// It may be used: approved, approved with conditions, or a pilot.
    Opens(Decision),
    /// It may be used, but not on this route unless a decision names it; and
    /// what holds where the school did not decide.
    OpensOthers(Decision, UndecidedTools),
    /// The school is looking at it.
    InReview,
    /// Refused or withdrawn.
    Refused,
    /// Decisions contradict each other.
    Contradicts,
}

/// What the school's file says of one edition of a tool on one day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AtSchool<'a> {
    /// The file.
    pub(crate) school: &'a School,
    /// Whether an entry on the tool could not be read.
    pub(crate) unreadable: bool,
    decisions: &'a [SchoolDecision],
    edition: &'a str,
    as_of: Date,
}

impl<'a> AtSchool<'a> {
    /// `decisions` are those on the tool.
    pub(super) const fn new(
        school: &'a School,
        decisions: &'a [SchoolDecision],
        edition: &'a str,
        as_of: Date,
        unreadable: bool,
    ) -> Self {
        Self { school, unreadable, decisions, edition, as_of }
    }

    fn in_force(&self, route: Route) -> impl Iterator<Item = &'a SchoolDecision> {
        let (edition, as_of) = (self.edition, self.as_of);
        self.decisions.iter().filter(move |decision| decision.in_force(as_of) && decision.covers(edition, route))
    }

    /// What the decisions in force on a route add up to.
    pub(crate) fn says(&self, route: Route) -> Says {
        let all = || self.in_force(route).map(|decision| decision.decision);
        let opens = all().filter(|decision| decision.opens()).max();
        let reaches = || self.in_force(route).any(|decision| decision.decision.opens() && decision.reaches(route));
        match (opens, all().any(Decision::closes)) {
            (Some(_), true) => Says::Contradicts,
            (None, true) => Says::Refused,
            _ if all().any(|decision| decision == Decision::InReview) => Says::InReview,
            (Some(decision), false) if reaches() => Says::Opens(decision),
            (Some(decision), false) => Says::OpensOthers(decision, self.school.undecided_free_tools),
            (None, false) => match self.school.undecided_free_tools {
                UndecidedTools::AskSchool => Says::Nothing,
                UndecidedTools::NotAllowed => Says::UndecidedIsNo,
            },
        }
    }

    /// The first day on which the school may be held to have decided yes.
    pub(crate) fn opened_on(&self, route: Route) -> Option<Date> {
        let opens = |decision: &&SchoolDecision| decision.decision.opens() && decision.reaches(route);
        match self.says(route) {
            Says::Opens(_) => self.in_force(route).filter(opens).map(|decision| decision.date).min(),
            _ => None,
        }
    }

    /// The day the school signed a processing agreement, if it did by now.
    pub(crate) fn agreement_signed(&self, route: Route) -> Option<Date> {
        self.in_force(route).filter_map(|decision| decision.agreement_signed).filter(|&day| day <= self.as_of).max()
    }

    /// The day the school did a DPIA, if it did by now.
    pub(crate) fn dpia_done(&self, route: Route) -> Option<Date> {
        self.in_force(route).filter_map(|decision| decision.dpia_done).filter(|&day| day <= self.as_of).max()
    }

    /// The school's own conditions for a route.
    pub(crate) fn conditions(&self, route: Route) -> Vec<String> {
        let mut conditions: Vec<String> = Vec::new();
        for condition in self.in_force(route).flat_map(|decision| &decision.conditions) {
            if !conditions.contains(condition) {
                conditions.push(condition.clone());
            }
        }
        conditions
    }

    /// What a pupil gets whose parents say no, by the latest decision that
    /// opens the route.
    pub(crate) fn alternative(&self, route: Route) -> Option<&'a str> {
        let opens = self.in_force(route).filter(|decision| decision.decision.opens());
        let said = opens.filter_map(|decision| Some((decision.date, decision.alternative.as_deref()?)));
        said.max_by_key(|&(date, _)| date).map(|(_, alternative)| alternative)
    }

    /// The decision to show beside an answer: one in force goes first, then
    /// the one for the route of the answer, then the latest.
    pub(crate) fn shown(&self, route: Option<Route>) -> Option<&'a SchoolDecision> {
        let about_route = |decision: &SchoolDecision| match (decision.route, route) {
            (Some(its), Some(route)) => its == route,
            (Some(_), None) => false,
            (None, _) => true,
        };
        self.decisions
            .iter()
            .filter(|decision| decision.edition.as_ref().is_none_or(|edition| edition == self.edition))
            .filter(|decision| decision.date <= self.as_of)
            .max_by_key(|decision| (decision.in_force(self.as_of), about_route(decision), decision.date))
    }
}

#[cfg(test)]
mod tests;
