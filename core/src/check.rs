//! Runs the rules over one tool and one question.
//!
//! The result holds ids and facts only; [`explain`](crate::explain) turns it
//! into sentences.

use crate::answer::{AgeBand, Basis, Brief, Consent, ConsentKind, Effect, Outcome};
use crate::parameter::Parameter;
use crate::question::{Account, Purpose, Question, Role, Sector};
use crate::rules::{FactsOn, Finding, RULES, Rule, Situation, Sum, Users, at_school, outdated, school_entry};
use crate::school::School;
use crate::tool::{Edition, Kind, Route, Tool};

/// What one rule found on one route.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// Id of the rule.
    pub(crate) rule: &'static str,
    /// What it rests on.
    pub(crate) cites: &'static str,
    /// The documents in which that was read.
    pub(crate) sources: &'static [&'static str],
    /// The finding; its effect is never *not applicable*.
    pub(crate) finding: Finding,
}

/// One route in one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RouteOutcome {
    /// The route.
    pub(crate) route: Route,
    /// The outcome on it.
    pub(crate) outcome: Outcome,
    /// Whether the edition is known to offer it.
    pub(crate) offered: bool,
}

/// One case of a question: users of one age, or staff.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// The ages it stands for; `None` when the question leaves nothing open.
    pub(crate) band: Option<AgeBand>,
    /// Who uses it.
    pub(crate) users: Users,
    /// Every route that was looked at, in order of preference.
    pub(crate) routes: Vec<RouteOutcome>,
}

impl Case {
    /// The least restrictive route; among equals the one to prefer. Where the
    /// school is to be asked, that is a route that is known to exist.
    pub(crate) fn best(&self) -> Option<RouteOutcome> {
        self.routes.iter().copied().min_by_key(|found| {
            let unknown = found.outcome == Outcome::AskSchool && !found.offered;
            (found.outcome, unknown, found.route)
        })
    }

    /// The outcome on the best route. No route at all is not a yes.
    pub(crate) fn outcome(&self) -> Outcome {
        self.best().map_or(Outcome::AskSchool, |found| found.outcome)
    }
}

/// The rules run over one edition.
#[derive(Debug)]
pub(crate) struct EditionCheck<'a> {
    /// The edition.
    pub(crate) edition: &'a Edition,
    /// Its facts on the day of the question.
    pub(crate) facts: FactsOn<'a>,
    /// Every case, youngest first.
    pub(crate) cases: Vec<Case>,
}

impl EditionCheck<'_> {
    /// The strictest case: what holds for everybody the question is about.
    pub(crate) fn headline(&self) -> Option<&Case> {
        self.cases.iter().rev().max_by_key(|case| case.outcome())
    }

    /// The outcome of the strictest case.
    pub(crate) fn outcome(&self) -> Outcome {
        self.headline().map_or(Outcome::AskSchool, Case::outcome)
    }
}

/// What a check needs besides the tool.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground<'a> {
    /// What was asked.
    pub(crate) question: &'a Question,
    /// Dated numbers from law and policy.
    pub(crate) parameters: &'a [Parameter],
    /// Whether the knowledge base is past its last day, or may be.
    pub(crate) expired: bool,
    /// The conditions the knowledge base has no entry for, by id.
    pub(crate) lacking: &'a [&'static str],
    /// The school's own file.
    pub(crate) school: Option<&'a School>,
    /// Whether the school is supposed to have approved it, whatever its file
    /// says.
    pub(crate) approved: bool,
    /// The tool that the school's decisions are looked up for, where the
    /// record at hand is none of the knowledge base.
    pub(crate) decided_as: Option<&'a str>,
}

#[cfg(test)]
impl<'a> Ground<'a> {
    /// A question and nothing beside it.
    pub(crate) const fn of(question: &'a Question) -> Self {
        Self {
            question,
            parameters: &[],
            expired: false,
            lacking: &[],
            school: None,
            approved: false,
            decided_as: None,
        }
    }
}

/// Runs the rules over every case of the question for one edition.
pub(crate) fn check_edition<'a>(tool: &Tool, edition: &'a Edition, ground: Ground<'_>) -> EditionCheck<'a> {
    let facts = FactsOn::new(edition, ground.question.as_of);
    let cases = cases(ground.question)
        .into_iter()
        .map(|(band, users)| {
            let situation = situation(tool, edition, &facts, ground, users);
            let routes = Route::ALL
                .iter()
                .copied()
                .filter(|&route| is_candidate(&situation, route))
                .map(|route| RouteOutcome {
                    route,
                    outcome: outcome_on(&situation, route),
                    offered: route.fact_key().is_none_or(|key| situation.yes_no(key, route) == Some(true)),
                })
                .collect();
            Case { band, users, routes }
        })
        .collect();
    EditionCheck { edition, facts, cases }
}

/// A case of `check`, to look at again.
pub(crate) fn situation<'a>(
    tool: &'a Tool,
    edition: &'a Edition,
    facts: &'a FactsOn<'a>,
    ground: Ground<'a>,
    users: Users,
) -> Situation<'a> {
    Situation {
        tool,
        edition,
        facts,
        parameters: ground.parameters,
        question: ground.question,
        users,
        expired: ground.expired,
        lacking: ground.lacking,
        approved: ground.approved,
        school: ground
            .school
            .map(|school| school.at(ground.decided_as.unwrap_or(&tool.id), &edition.id, ground.question.as_of)),
    }
}

/// Every finding on a route that says something, in the order of the rules.
pub(crate) fn findings_on(situation: &Situation<'_>, route: Route) -> Vec<Found> {
    let mut found = Vec::with_capacity(RULES.len());
    for rule in RULES {
        let finding = found_by(rule, situation, route);
        if finding.effect == Effect::NotApplicable {
            continue;
        }
        found.push(Found { rule: rule.id, cites: rule.cites, sources: rule.sources, finding });
        let aged = outdated::over(situation, route, &finding);
        if aged.effect != Effect::NotApplicable {
            found.push(Found { rule: outdated::ID, cites: outdated::CITES, sources: outdated::SOURCES, finding: aged });
        }
    }
    let entry = school_entry::check(situation);
    if entry.effect != Effect::NotApplicable {
        let (rule, cites, sources) = (school_entry::ID, school_entry::CITES, school_entry::SOURCES);
        found.push(Found { rule, cites, sources, finding: entry });
    }
    found
}

/// What a rule finds, with what the school makes of it.
fn found_by(rule: &Rule, situation: &Situation<'_>, route: Route) -> Finding {
    let finding = (rule.check)(situation, route);
    if situation.school.is_none() && !situation.approved {
        return finding;
    }
    at_school::over(situation, route, rule.id, finding)
}

/// The rules in reverse: those that most often close a route stand at the end of
/// the list, and nothing is looked at behind a refusal.
fn outcome_on(situation: &Situation<'_>, route: Route) -> Outcome {
    let mut sum = Sum::default();
    for rule in RULES.iter().rev() {
        let finding = found_by(rule, situation, route);
        sum.add(finding.effect);
        if matches!(finding.effect, Effect::Satisfied | Effect::Requires) {
            sum.add(outdated::over(situation, route, &finding).effect);
        }
        if sum.is_refusal() {
            return Outcome::NotAllowed;
        }
    }
    sum.add(school_entry::check(situation).effect);
    sum.outcome()
}

/// The cases of a question. The role says who asks, the age says who uses it.
fn cases(question: &Question) -> Vec<(Option<AgeBand>, Users)> {
    if let Some(age) = question.age {
        return vec![(None, Users::Pupils(age))];
    }
    let staff = !matches!(question.role, Some(Role::Pupil | Role::Parent));
    if staff && question.purpose == Some(Purpose::Prepare) {
        return vec![(None, Users::Staff)];
    }
    let bands: &[AgeBand] = match question.sector {
        Some(Sector::Po) => &[AgeBand::Under13],
        Some(Sector::Mbo) => &[AgeBand::From13To15, AgeBand::From16To17, AgeBand::Adult],
        Some(Sector::So | Sector::Vo) | None => AgeBand::ALL,
    };
    bands.iter().map(|&band| (Some(band), Users::Pupils(band.youngest()))).collect()
}

/// Whether a route is looked at for this question.
fn is_candidate(s: &Situation<'_>, route: Route) -> bool {
    let question = s.question;
    if s.users == Users::Staff {
        return route == Route::TeacherOnly;
    }
    if parent_asks_for_own_use(s) {
        return route == Route::ParentAccount;
    }
    match route {
        Route::NoAccount => matches!(question.account, None | Some(Account::None)),
        Route::SchoolSso => matches!(question.account, None | Some(Account::School)),
        Route::SchoolManaged => match question.account {
            None | Some(Account::School) => true,
            Some(Account::Private) => question.procured == Some(true),
            Some(Account::None) => false,
        },
        Route::TeacherOnly => {
            let by_teacher = matches!(question.role, None | Some(Role::Teacher | Role::Staff));
            let alone = matches!(question.purpose, None | Some(Purpose::Show | Purpose::Prepare));
            by_teacher && alone && question.account.is_none()
        }
        Route::ParentAccount => {
            let reaches_parents = matches!(question.purpose, Some(Purpose::Communicate | Purpose::Track))
                || s.kind() == Kind::ParentCommunication;
            reaches_parents && question.account != Some(Account::None)
        }
        Route::PrivateAccount => matches!(question.account, None | Some(Account::Private)),
    }
}

fn parent_asks_for_own_use(s: &Situation<'_>) -> bool {
    s.question.role == Some(Role::Parent)
        && s.question.age.is_none()
        && matches!(s.question.purpose, None | Some(Purpose::Communicate | Purpose::Track))
        && matches!(s.kind(), Kind::PupilTrackingSystem | Kind::ParentCommunication)
}

/// Who must agree, or at least know: the strictest of what the findings ask.
/// Parents whose permission the supplier wants are asked like parents whose
/// consent the law wants.
pub(crate) fn consent(found: &[Found], consent_age: Option<u8>) -> Consent {
    let asks = |id: &str| found.iter().any(|found| found.finding.conditions.contains(&id));
    let by_law = asks("parental-consent") || asks("publication-consent-parents");
    let by_supplier = found
        .iter()
        .filter(|found| found.finding.conditions.contains(&"supplier-permission"))
        .find_map(|found| found.finding.age);
    let kind = if by_law || by_supplier.is_some() {
        ConsentKind::ParentalConsent
    } else if asks("own-consent") || asks("publication-consent-own") {
        ConsentKind::OwnConsent
    } else if asks("inform-parents") || asks("inform-before-email") {
        ConsentKind::InformParents
    } else {
        ConsentKind::None
    };
    let until_age = if by_law { consent_age.max(by_supplier) } else { by_supplier };
    Consent { kind, until_age }
}

/// The edition, outcome, route and consent, without sentences. `None` when
/// there is no edition at all.
pub(crate) fn brief(tool: &Tool, checks: &[EditionCheck<'_>], ground: Ground<'_>) -> Option<Brief> {
    let chosen = checks.get(best_edition(checks)?)?;
    let headline = chosen.headline()?;
    let outcome = headline.outcome();
    let open = headline.best().filter(|_| outcome != Outcome::NotAllowed);
    let situation = situation(tool, chosen.edition, &chosen.facts, ground, headline.users);
    let found = open.map(|best| findings_on(&situation, best.route)).unwrap_or_default();
    Some(Brief {
        edition: chosen.edition.id.clone(),
        outcome,
        route: open.map(|best| best.route),
        consent: consent(&found, situation.consent_age()),
        basis: basis(&found),
    })
}

/// What findings rest on. A decision of the school decided where it opened,
/// or where nothing else is as strict.
pub(crate) fn basis(found: &[Found]) -> Basis {
    let weight = |found: &Found| Outcome::of([found.finding.effect]);
    let decided = |at: &Found| {
        let opened = weight(at) <= Outcome::Conditional;
        at.finding.by_school && (opened || found.iter().filter(|other| weight(other) >= weight(at)).count() == 1)
    };
    if found.iter().any(decided) {
        Basis::SchoolDecision
    } else if found.iter().any(|found| found.finding.assessed) {
        Basis::CentralAssessment
    } else if found.iter().any(|found| !found.finding.facts.is_empty()) {
        Basis::SupplierInformation
    } else {
        Basis::RuleOfThumb
    }
}

/// The edition that suits the question best, as an index: the least
/// restrictive one, and among equals the first.
pub(crate) fn best_edition(checks: &[EditionCheck<'_>]) -> Option<usize> {
    checks.iter().enumerate().min_by_key(|(index, check)| (check.outcome(), *index)).map(|(index, _)| index)
}

#[cfg(test)]
mod tests;
