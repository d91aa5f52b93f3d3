//! What changed between two knowledge bases: which answers, for whom, and why.
//!
//! Both are asked the same questions about the same day, by the rules of this
//! library. So what differs comes from the records, the conditions and the
//! parameters; the age of the files themselves does not count.
//!
//! `grid` says which questions are asked, `answers` compares, `group`
//! puts equal changes together, `records` and `shared` compare what the
//! answers are made of.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use magdit::{AskError, Date, Kind, KnowledgeBase, Plan, Role, Status, Tool};
use serde::Serialize;

mod answers;
mod grid;
mod group;
mod records;
mod shared;

pub use answers::{AnswerChange, Because, Loosening, RuleChange, Side};
pub use grid::{AgeRange, Turn, Whom};
pub use records::{RecordChange, Renaming, ToolChange, ToolNamed};
pub use shared::{ConditionChange, ParameterChange, TextChange};

use grid::Grid;
use shared::Shared;

/// What to compare.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DiffOptions {
    /// Only these tools, by id; all when empty.
    pub tools: Vec<String>,
    /// Only questions of these roles; all when empty.
    pub roles: Vec<Role>,
    /// The day of the questions; left out, the day the later one was issued.
    pub as_of: Option<Date>,
}

/// A knowledge base as a difference names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// Number of the edition.
    pub edition: u64,
    /// The day it was issued.
    pub issued: Date,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// How many tools it holds.
    pub tools: usize,
}

/// Everything that differs. Of every list, what loosens stands first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The earlier knowledge base.
    pub old: Compared,
    /// The later one.
    pub new: Compared,
    /// The day of the questions.
    pub as_of: Date,
    /// How many pairs of answers were compared. Tools of which nothing that
    /// an answer is made of differs are not asked about.
    pub asked: usize,
    /// How many changes loosen: entries of `answers`, `parameters` and
    /// `conditions` that are marked so.
    pub loosenings: usize,
    /// Answers that changed.
    pub answers: Vec<AnswerChange>,
    /// Tools that are new.
    pub added: Vec<ToolNamed>,
    /// Tools that are gone.
    pub removed: Vec<ToolNamed>,
    /// Tools with another name.
    pub renamed: Vec<Renaming>,
    /// What changed in the records of tools.
    pub tools: Vec<ToolChange>,
    /// Dated numbers that changed.
    pub parameters: Vec<ParameterChange>,
    /// Conditions that changed.
    pub conditions: Vec<ConditionChange>,
    /// Sentences that changed.
    pub texts: Vec<TextChange>,
}

impl Difference {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
            && self.added.is_empty()
            && self.removed.is_empty()
            && self.renamed.is_empty()
            && self.tools.is_empty()
            && self.parameters.is_empty()
            && self.conditions.is_empty()
            && self.texts.is_empty()
    }
}

/// Compares two knowledge bases. `progress` is told how many tools of how
/// many are done.
///
/// # Errors
///
/// [`AskError`] where a record cannot be read, or where a tool of the options
/// is in neither.
pub fn diff(
    old: &KnowledgeBase,
    new: &KnowledgeBase,
    options: &DiffOptions,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Difference, AskError> {
    let as_of = options.as_of.unwrap_or_else(|| old.release().issued.max(new.release().issued));
    let shared = shared::compare(old, new);
    let records = records::compare(old, new, options)?;
    let grid = Grid::new(old, new, &options.roles, &shared.countries);
    let pairs: Vec<(&Tool, &Tool)> = records
        .both
        .iter()
        .filter(|(before, after)| shared.may_change_answers() || records::answers_may_differ(before, after))
        .map(|(before, after)| (before, after))
        .collect();
    let (apart, alike) = twins(&pairs);
    let firsts: Vec<(&Tool, &Tool)> = apart.iter().filter_map(|&index| pairs.get(index).copied()).collect();
    let firsts = compare_all(old, new, &firsts, &grid, as_of, &shared, &records.changed, progress)?;
    let compared: Vec<(usize, Vec<AnswerChange>)> =
        pairs.iter().zip(alike).filter_map(|((_, tool), first)| Some(of_twin(firsts.get(first)?, tool))).collect();
    let asked = compared.iter().map(|(asked, _)| asked).sum();
    let mut answers: Vec<AnswerChange> = compared.into_iter().flat_map(|(_, changes)| changes).collect();
    answers.sort_by(|one, other| {
        (one.loosenings.is_empty(), &one.tool, &one.to).cmp(&(other.loosenings.is_empty(), &other.tool, &other.to))
    });
    let loosenings = answers.iter().filter(|change| !change.loosenings.is_empty()).count()
        + shared.parameters.iter().filter(|change| change.loosens).count()
        + shared.conditions.iter().filter(|change| change.loosens).count();
    Ok(Difference {
        old: named(old),
        new: named(new),
        as_of,
        asked,
        loosenings,
        answers,
        added: records.added,
        removed: records.removed,
        renamed: records.renamed,
        tools: records.changed,
        parameters: shared.parameters,
        conditions: shared.conditions,
        texts: shared.texts,
    })
}

/// Tools of which only the name is recorded have the same answers when they
/// are of one kind: each kind is asked about once. Gives the places of the
/// pairs to ask about, and for every pair the one that stands for it.
fn twins(pairs: &[(&Tool, &Tool)]) -> (Vec<usize>, Vec<usize>) {
    let mut firsts: BTreeMap<(Kind, Kind), usize> = BTreeMap::new();
    let (mut apart, mut alike) = (Vec::new(), Vec::new());
    for (index, (before, after)) in pairs.iter().enumerate() {
        let by_name = [before, after].into_iter().all(|tool| is_known_by_name_only(tool));
        let place = if by_name { firsts.get(&(before.kind, after.kind)).copied() } else { None };
        let place = place.unwrap_or_else(|| {
            apart.push(index);
            apart.len() - 1
        });
        if by_name {
            firsts.insert((before.kind, after.kind), place);
        }
        alike.push(place);
    }
    (apart, alike)
}

fn is_known_by_name_only(tool: &Tool) -> bool {
    tool.status == Status::Active
        && tool.editions.iter().all(|edition| {
            edition.plan == Plan::NotRecorded && edition.facts.is_empty() && edition.assessments.is_empty()
        })
}

fn of_twin((asked, changes): &(usize, Vec<AnswerChange>), tool: &Tool) -> (usize, Vec<AnswerChange>) {
    let of = |change: &AnswerChange| AnswerChange { tool: tool.id.clone(), name: tool.name.clone(), ..change.clone() };
    (*asked, changes.iter().map(of).collect())
}

fn named(library: &KnowledgeBase) -> Compared {
    let release = library.release();
    Compared {
        edition: release.number,
        issued: release.issued,
        sha256: library.sha256().to_string(),
        tools: library.tool_ids().count(),
    }
}

/// Compares the answers of every pair, on all cores. The result does not
/// depend on how many there are.
#[expect(clippy::too_many_arguments, reason = "one call, one place; a struct would only rename them")]
fn compare_all(
    old: &KnowledgeBase,
    new: &KnowledgeBase,
    pairs: &[(&Tool, &Tool)],
    grid: &Grid,
    as_of: Date,
    shared: &Shared,
    changed: &[ToolChange],
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Vec<(usize, Vec<AnswerChange>)>, AskError> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let results = Mutex::new(Vec::with_capacity(pairs.len()));
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some((before, after)) = pairs.get(index) else { break };
            let record = changed.iter().find(|change| change.id == after.id);
            let found = answers::compare(old, new, before, after, grid, as_of, shared, record);
            results.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((index, found));
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, pairs.len());
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(pairs.len());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    let mut results = results.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, found)| found).collect()
}
