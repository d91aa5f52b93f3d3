//! Other tools that serve the same purpose and pass in this very question.

use core::borrow::Borrow;

use crate::answer::{Alternative, Brief, is_yes};
use crate::question::Question;
use crate::tool::{Kind, Status, Tool};

/// Most alternatives that are shown.
pub(crate) const MAX_ALTERNATIVES: usize = 3;

/// Most candidates that are kept for a tool; each is asked about when the
/// answer for the tool is no yes.
const MAX_CANDIDATES: usize = 24;

/// Candidates that pass, the firmest basis first, then in the order given. Where
/// a tool of the same kind passes, those of other kinds are left out.
///
/// `ask` answers for a record.
pub(crate) fn find(
    tool: &Tool,
    question: &Question,
    candidates: &[impl Borrow<Tool>],
    ask: impl Fn(&Tool, &Question) -> Option<Brief>,
) -> Vec<Alternative> {
    let question = Question { edition: None, ..question.clone() };
    let passing: Vec<(Kind, Alternative)> = candidates
        .iter()
        .map(Borrow::borrow)
        .filter(|candidate: &&Tool| candidate.id != tool.id && candidate.status == Status::Active)
        .filter(|candidate| serves(candidate, tool, &question))
        .filter_map(|candidate| {
            let brief = ask(candidate, &question).filter(|brief| is_yes(brief.outcome, brief.route, &question))?;
            let (outcome, route, basis) = (brief.outcome, brief.route, brief.basis);
            let (id, name) = (candidate.id.clone(), candidate.name.clone());
            Some((candidate.kind, Alternative { id, name, outcome, route, basis }))
        })
        .collect();
    let same_kind = passing.iter().any(|(kind, _)| *kind == tool.kind);
    let fits = |kind: Kind| kind == tool.kind || !same_kind;
    let mut passing: Vec<Alternative> =
        passing.into_iter().filter_map(|(kind, alternative)| fits(kind).then_some(alternative)).collect();
    passing.sort_by_key(|alternative| (alternative.basis, alternative.outcome));
    passing.truncate(MAX_ALTERNATIVES);
    passing
}

/// Ids of the tools that could stand in for a tool, its own kind first, then
/// the most used: tools of a kind that can serve for it, that still exist,
/// share a purpose, and of which somebody recorded facts.
#[must_use]
pub fn stand_ins<'t>(tool: &Tool, tools: impl IntoIterator<Item = &'t Tool>) -> Vec<String> {
    let mut others: Vec<&Tool> = tools
        .into_iter()
        .filter(|other| is_candidate(other) && other.kind.can_stand_in_for(tool.kind) && other.id != tool.id)
        .filter(|other| share_a_purpose(other, tool))
        .collect();
    others.sort_by_key(|other| (other.kind != tool.kind, other.usage, &other.id));
    others.into_iter().take(MAX_CANDIDATES).map(|other| other.id.clone()).collect()
}

/// Whether a tool can stand in for any other.
pub(crate) fn is_candidate(tool: &Tool) -> bool {
    tool.status == Status::Active && is_recorded(tool)
}

/// Whether somebody recorded facts of it.
fn is_recorded(tool: &Tool) -> bool {
    tool.editions.iter().any(|edition| !edition.facts.is_empty())
}

/// Whether a tool of the school's own is a candidate: the records of the
/// knowledge base name theirs.
pub(crate) fn may_stand_in(own: &Tool, tool: &Tool) -> bool {
    own.kind.can_stand_in_for(tool.kind) && is_recorded(own)
}

/// Whether a candidate serves the purpose of the question, or shares one with
/// the tool when the question names none.
fn serves(candidate: &Tool, tool: &Tool, question: &Question) -> bool {
    match question.purpose {
        Some(purpose) => candidate.purposes.contains(&purpose),
        None => share_a_purpose(candidate, tool),
    }
}

fn share_a_purpose(one: &Tool, other: &Tool) -> bool {
    one.purposes.iter().any(|purpose| other.purposes.contains(purpose))
}

#[cfg(test)]
mod tests;
