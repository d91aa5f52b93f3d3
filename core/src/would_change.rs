//! What would make it allowed: the smallest changes, each tried by asking
//! again.

use std::borrow::Cow;

use crate::answer::{Brief, Change, ConsentKind, is_yes};
use crate::fact::{Fact, FactKey, Jurisdiction, Known, SourceId, Value};
use crate::question::{Account, Data, Device, Purpose, Question, Role};
use crate::rules::FactsOn;
use crate::tool::{Edition, FactEntry, Plan, Route, Tool};

/// Most changes that are told.
pub(crate) const MAX_TOLD: usize = 5;

/// Most missing facts that are tried.
const MAX_FACTS: usize = 4;

/// A record and a question as they would be.
#[derive(Debug)]
pub(crate) struct Supposed<'a> {
    /// The record.
    pub(crate) tool: Cow<'a, Tool>,
    /// The question.
    pub(crate) question: Question,
    /// Whether the school approved it.
    pub(crate) approved: bool,
}

/// Changes that lead to a yes, smallest sets first. Every set was tried; none
/// contains a smaller one that is enough. Where the yes rests on the consent of
/// parents, that is part of the set.
///
/// `ask` answers for what is supposed.
pub(crate) fn find(
    tool: &Tool,
    question: &Question,
    missing: &[FactKey],
    ask: impl Fn(&Supposed<'_>) -> Option<Brief>,
) -> Vec<(Vec<Change>, Brief)> {
    let changes = candidates(tool, question, missing);
    let mut found: Vec<(Vec<Change>, Brief)> = Vec::new();
    // Those that are not told too: what contains one of them is no smallest set.
    let mut enough: Vec<Vec<Change>> = Vec::new();
    for size in 1..=2 {
        for mut set in sets(&changes, size) {
            if found.len() >= MAX_TOLD {
                return found;
            }
            if enough.iter().any(|other| other.iter().all(|change| set.contains(change))) {
                continue;
            }
            let supposed = apply(tool, question, &set);
            if let Some(brief) = ask(&supposed).filter(|brief| is_yes(brief.outcome, brief.route, &supposed.question)) {
                enough.push(set.clone());
                if set.contains(&Change::TeacherShows) && found.iter().any(|(other, _)| is_shown(other, &set, &brief)) {
                    continue;
                }
                set.extend((brief.consent.kind == ConsentKind::ParentalConsent).then_some(Change::ParentalConsent));
                found.push((set, brief));
            }
        }
    }
    found
}

/// Whether showing leads to an account that is enough by itself: to show it
/// leaves the account open, so that it may have changed with it.
fn is_shown(enough: &[Change], set: &[Change], brief: &Brief) -> bool {
    let account = match brief.route {
        Some(Route::NoAccount) => Account::None,
        Some(Route::SchoolSso | Route::SchoolManaged) => Account::School,
        _ => return false,
    };
    enough.iter().all(|change| *change == Change::Account(account) || set.contains(change))
}

/// What can be changed in this question, in the order in which it is told.
fn candidates(tool: &Tool, question: &Question, missing: &[FactKey]) -> Vec<Change> {
    let mut changes = Vec::new();
    if question.account.is_some() {
        let others = [Account::None, Account::School].into_iter().filter(|&account| question.account != Some(account));
        changes.extend(others.map(Change::Account));
    }
    if question.edition.is_some() && tool.editions.len() > 1 {
        changes.push(Change::AnyEdition);
    }
    if question.data.is_some_and(|data| data > Data::None) {
        changes.push(Change::NoPersonalData);
    }
    if question.compulsory == Some(true) {
        changes.push(Change::Voluntary);
    }
    if question.device == Some(Device::School) {
        changes.push(Change::OwnDevice);
    }
    let for_schools = tool.editions.iter().any(|edition| edition.plan != Plan::Consumer);
    if for_schools && question.procured != Some(true) {
        changes.push(Change::Contract);
    }
    changes.push(Change::SchoolDecision);
    changes.extend(missing.iter().take(MAX_FACTS).filter_map(|&key| Some(Change::Fact(key, hoped_for(key)?))));
    let by_teacher = !matches!(question.role, Some(Role::Pupil | Role::Parent));
    if by_teacher && matches!(question.purpose, None | Some(Purpose::Practise | Purpose::Create)) {
        changes.push(Change::TeacherShows);
    }
    changes
}

/// The value of a missing fact that would open a way.
fn hoped_for(key: FactKey) -> Option<Value> {
    let word = |text: &str| Some(Value::Word(text.to_owned()));
    match key {
        FactKey::NoAccount
        | FactKey::SchoolSso
        | FactKey::SchoolManaged
        | FactKey::PupilUseAllowed
        | FactKey::RunsInBrowser => Some(Value::YesNo(true)),
        FactKey::MinimumAge => Some(Value::Number(0)),
        FactKey::ProcessingAgreement => word("own"),
        FactKey::TrainsOnInput => word("no"),
        _ => None,
    }
}

fn sets(changes: &[Change], size: usize) -> Vec<Vec<Change>> {
    let one = changes.iter().map(|change| vec![change.clone()]);
    if size < 2 {
        return one.collect();
    }
    let pairs = changes.iter().enumerate().flat_map(|(index, first)| {
        let rest = changes.iter().skip(index.saturating_add(1));
        rest.filter(|second| !same_matter(first, second)).map(|second| vec![first.clone(), second.clone()])
    });
    pairs.collect()
}

/// Two changes of one thing cannot both be made.
fn same_matter(first: &Change, second: &Change) -> bool {
    let of_account = |change: &Change| matches!(change, Change::Account(_) | Change::TeacherShows);
    of_account(first) && of_account(second)
}

/// The record and the question after a set of changes.
fn apply<'a>(tool: &'a Tool, question: &Question, changes: &[Change]) -> Supposed<'a> {
    let mut supposed = Supposed { tool: Cow::Borrowed(tool), question: question.clone(), approved: false };
    let question = &mut supposed.question;
    for change in changes {
        match change {
            Change::Account(account) => question.account = Some(*account),
            Change::AnyEdition => question.edition = None,
            Change::NoPersonalData => question.data = Some(Data::None),
            Change::Voluntary => question.compulsory = Some(false),
            Change::OwnDevice => question.device = Some(Device::Own),
            Change::Contract => question.procured = Some(true),
            Change::TeacherShows => {
                question.purpose = Some(Purpose::Show);
                question.account = None;
            }
            Change::Fact(key, value) => {
                let editions = supposed.tool.to_mut().editions.iter_mut();
                editions.for_each(|edition| learn(edition, *key, value, question));
            }
            Change::SchoolDecision => supposed.approved = true,
            Change::ParentalConsent => {}
        }
    }
    supposed
}

/// Adds what is hoped for where an edition does not know it.
fn learn(edition: &mut Edition, key: FactKey, value: &Value, question: &Question) {
    let facts = FactsOn::new(edition, question.as_of);
    let known = |route: &Route| facts.entry(key, *route).is_some_and(|entry| entry.fact.known().is_some());
    if Route::ALL.iter().any(known) {
        return;
    }
    edition.facts.retain(|entry| entry.key != key);
    let known = Known {
        value: value.clone(),
        source: SourceId(String::new()),
        place: String::new(),
        content_date: None,
        checked_on: question.as_of,
        review_by: question.as_of,
        jurisdiction: Jurisdiction::Nl,
    };
    edition.facts.push(FactEntry::new(key, Vec::new(), Fact::Known(known)));
}

#[cfg(test)]
mod tests;
