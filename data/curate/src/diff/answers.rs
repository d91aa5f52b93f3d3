//! Which answers about one tool changed, and why.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use magdit::{
    AskError, Consent, ConsentKind, Date, KnowledgeBase, Outcome, Outline, OutlineFinding, ParameterId, Question,
    Route, RuleInfo, Tool, rules,
};
use serde::Serialize;

use super::grid::{Cell, Grid, Whom};
use super::group;
use super::records::ToolChange;
use super::shared::Shared;

/// In what way an answer became less strict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Loosening {
    /// The outcome is less restrictive.
    Outcome,
    /// The outcome of older users now holds for younger ones too.
    YoungerAge,
    /// A way in is open that was not.
    RouteOpened,
    /// Nobody has to agree any more, or fewer people.
    Consent,
    /// A condition is gone under the same outcome.
    ConditionGone,
}

/// One side of a change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Side {
    /// The outcome.
    pub outcome: Outcome,
    /// The best route.
    pub route: Option<Route>,
    /// The edition the answer is for.
    pub edition: String,
    /// Who must agree.
    pub consent: ConsentKind,
    /// Under which age parents consent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until_age: Option<u8>,
    /// Every route that may be used.
    pub open: Vec<Route>,
}

/// A rule that finds something else on the route that changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RuleChange {
    /// Id of the rule.
    pub rule: &'static str,
    /// What it found.
    pub before: Vec<OutlineFinding>,
    /// What it finds.
    pub after: Vec<OutlineFinding>,
}

/// Why an answer changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Because {
    /// Rules that find something else; where the outcome differs, those that
    /// decided it before or decide it now.
    pub rules: Vec<RuleChange>,
    /// What changed in the record that these rules look at; everything that
    /// changed in it where none of that is among it. Entries stand in full
    /// under `tools`.
    pub record: Vec<String>,
    /// Parameters that changed and that these rules look at.
    pub parameters: Vec<ParameterId>,
    /// Conditions of this change that changed in the catalogue.
    pub conditions: Vec<String>,
}

/// One change of an answer, and everybody it holds for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerChange {
    /// Id of the tool.
    pub tool: String,
    /// Its name.
    pub name: String,
    /// In what ways it is less strict; empty when in none.
    pub loosenings: Vec<Loosening>,
    /// Before.
    pub from: Side,
    /// After.
    pub to: Side,
    /// Ids of conditions that are gone: under another outcome those that go
    /// in every one of these questions.
    pub conditions_gone: Vec<String>,
    /// Ids of conditions that are new, in the same way.
    pub conditions_added: Vec<String>,
    /// For whom.
    pub whom: Vec<Whom>,
    /// How many questions of the grid it holds for.
    pub questions: usize,
    /// Why.
    pub because: Because,
}

/// What changes of one kind have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    loosenings: Vec<Loosening>,
    from: Side,
    to: Side,
    gone: BTreeSet<String>,
    added: BTreeSet<String>,
    because: Because,
}

/// How many pairs of answers were compared, and which differ.
#[expect(clippy::too_many_arguments, reason = "one call, one place; a struct would only rename them")]
pub(super) fn compare(
    old: &KnowledgeBase,
    new: &KnowledgeBase,
    before: &Tool,
    after: &Tool,
    grid: &Grid,
    as_of: Date,
    shared: &Shared,
    record: Option<&ToolChange>,
) -> Result<(usize, Vec<AnswerChange>), AskError> {
    let ranges = grid.ranges([before, after]);
    let cells = grid.cells(&ranges);
    let rules = rules();
    let mut pairs: BTreeMap<Cell, (Outline, Outline)> = BTreeMap::new();
    for cell in &cells {
        let ask = |library: &KnowledgeBase, tool: &Tool| {
            let question: Question = cell.question(as_of, library.release().issued);
            library.outline(tool, &question)
        };
        pairs.insert(*cell, (ask(old, before)?, ask(new, after)?));
    }
    let mut kinds: BTreeMap<Kind, Found> = BTreeMap::new();
    for (cell, (from, to)) in &pairs {
        if !differ(from, to) {
            continue;
        }
        let older = pairs.iter().filter(|(other, _)| is_older(other, cell)).map(|(_, (from, _))| from.outcome);
        let loosenings = loosenings(from, to, older.min());
        let only = |one: &Outline, other: &Outline| -> BTreeSet<String> {
            one.conditions.iter().filter(|id| !other.conditions.contains(id)).cloned().collect()
        };
        let (gone, added) = (only(from, to), only(to, from));
        let apart = from.outcome == to.outcome;
        let grouped = |ids: &BTreeSet<String>| if apart { ids.clone() } else { BTreeSet::new() };
        let (gone_apart, added_apart) = (grouped(&gone), grouped(&added));
        let edition = if to.outcome > from.outcome { &from.edition } else { &to.edition };
        let ask = |library: &KnowledgeBase, tool: &Tool| {
            let question = cell.question(as_of, library.release().issued);
            library.outline(tool, &Question { edition: Some(edition.clone()), ..question }).ok()
        };
        let changed = match (ask(old, before), ask(new, after)) {
            (Some(from), Some(to)) => changed_rules(&rules, &from, &to),
            _ => Vec::new(),
        };
        let because = because(changed, gone_apart.union(&added_apart), shared, record);
        let (from, to) = (side(from), side(to));
        let kind = Kind { loosenings, from, to, gone: gone_apart, added: added_apart, because };
        match kinds.entry(kind) {
            Entry::Vacant(entry) => {
                entry.insert(Found { cells: vec![*cell], gone, added });
            }
            Entry::Occupied(mut entry) => {
                let found = entry.get_mut();
                found.cells.push(*cell);
                found.gone.retain(|id| gone.contains(id));
                found.added.retain(|id| added.contains(id));
            }
        }
    }
    let change = |(kind, found): (Kind, Found)| AnswerChange {
        tool: after.id.clone(),
        name: after.name.clone(),
        loosenings: kind.loosenings,
        from: kind.from,
        to: kind.to,
        conditions_gone: found.gone.into_iter().collect(),
        conditions_added: found.added.into_iter().collect(),
        whom: group::blocks(&found.cells, &cells),
        questions: found.cells.len(),
        because: kind.because,
    };
    Ok((cells.len(), kinds.into_iter().map(change).collect()))
}

/// The questions of one kind of change, and the conditions that go or come in
/// all of them.
struct Found {
    cells: Vec<Cell>,
    gone: BTreeSet<String>,
    added: BTreeSet<String>,
}

fn differ(from: &Outline, to: &Outline) -> bool {
    side(from) != side(to) || from.conditions != to.conditions
}

/// Whether a question differs from another in nothing but an older user.
fn is_older(other: &Cell, cell: &Cell) -> bool {
    other.age > cell.age && cell.age.is_some() && Cell { age: cell.age, ..*other } == *cell
}

fn side(outline: &Outline) -> Side {
    let open = outline.routes.iter().filter(|found| found.outcome <= Outcome::Conditional);
    Side {
        outcome: outline.outcome,
        route: outline.route,
        edition: outline.edition.clone(),
        consent: outline.consent.kind,
        until_age: outline.consent.until_age,
        open: open.map(|found| found.route).collect(),
    }
}

/// In what ways `to` is less strict than `from`. `older` is the freest
/// outcome that older users had before.
pub(super) fn loosenings(from: &Outline, to: &Outline, older: Option<Outcome>) -> Vec<Loosening> {
    let (before, after) = (side(from), side(to));
    let same = from.outcome == to.outcome && to.outcome != Outcome::NotAllowed;
    let freer = to.outcome < from.outcome;
    let gone = from.conditions.iter().any(|id| !to.conditions.contains(id));
    let all = [
        (Loosening::Outcome, freer),
        (Loosening::YoungerAge, freer && older.is_some_and(|older| older <= to.outcome)),
        (Loosening::RouteOpened, after.open.iter().any(|route| !before.open.contains(route))),
        (Loosening::Consent, (same || freer) && asked(from.consent) > asked(to.consent)),
        (Loosening::ConditionGone, same && gone),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(loosening, _)| loosening).collect()
}

/// How much is asked, from nothing to the consent of parents until an age.
fn asked(consent: Consent) -> (u8, Option<u8>) {
    let rank = match consent.kind {
        ConsentKind::None => 0,
        ConsentKind::InformParents => 1,
        ConsentKind::OwnConsent => 2,
        ConsentKind::ParentalConsent => 3,
    };
    (rank, consent.until_age)
}

/// Rules that find something else on the route that changed: the best one of
/// the freer side.
fn changed_rules(rules: &[RuleInfo], from: &Outline, to: &Outline) -> Vec<RuleChange> {
    let stricter = to.outcome > from.outcome;
    let freer = if stricter { from } else { to };
    let on_route = |outline: &Outline| -> Vec<OutlineFinding> {
        let found = outline.routes.iter().find(|found| Some(found.route) == freer.route);
        found.map(|found| found.findings.clone()).unwrap_or_default()
    };
    let (before, after) = (on_route(from), on_route(to));
    let of = |findings: &[OutlineFinding], rule: &str| -> Vec<OutlineFinding> {
        findings.iter().filter(|finding| finding.rule == rule).copied().collect()
    };
    let weighs = |change: &RuleChange| {
        let (strict, findings) = if stricter { (to, &change.after) } else { (from, &change.before) };
        from.outcome == to.outcome || findings.iter().any(|found| Outcome::of([found.effect]) >= strict.outcome)
    };
    rules
        .iter()
        .map(|rule| RuleChange { rule: rule.id, before: of(&before, rule.id), after: of(&after, rule.id) })
        .filter(|change| change.before != change.after && weighs(change))
        .collect()
}

fn because<'a>(
    changed: Vec<RuleChange>,
    conditions: impl Iterator<Item = &'a String>,
    shared: &Shared,
    record: Option<&ToolChange>,
) -> Because {
    let of_rule = |rule: &RuleInfo| changed.iter().any(|change| change.rule == rule.id);
    let rules: Vec<RuleInfo> = rules().into_iter().filter(of_rule).collect();
    let parameters: BTreeSet<ParameterId> = rules.iter().flat_map(|rule| rule.parameters).copied().collect();
    let looked_at: BTreeSet<&str> = rules.iter().flat_map(|rule| rule.looks_at).map(|key| key.as_str()).collect();
    let is_changed = |id: &ParameterId| shared.parameters.iter().any(|other| other.id == *id);
    Because {
        record: record.map(|record| record.behind(&looked_at)).unwrap_or_default(),
        parameters: parameters.into_iter().filter(is_changed).collect(),
        conditions: conditions.filter(|id| shared.conditions.iter().any(|change| change.id == **id)).cloned().collect(),
        rules: changed,
    }
}
