//! Other tools that serve the same purpose and pass in this very question.

use crate::answer::{Alternative, Brief, is_yes};
use crate::question::Question;
use crate::tool::{Kind, Status, Tool};

/// Most alternatives that are shown.
pub(crate) const MAX_ALTERNATIVES: usize = 3;

/// Candidates that pass, the firmest basis first, then in the order given. Where
/// a tool of the same kind passes, those of other kinds are left out.
///
/// `ask` answers for a record.
pub(crate) fn find(
    tool: &Tool,
    question: &Question,
    candidates: impl Iterator<Item = Tool>,
    ask: impl Fn(&Tool, &Question) -> Option<Brief>,
) -> Vec<Alternative> {
    let question = Question { edition: None, ..question.clone() };
    let passing: Vec<(Kind, Alternative)> = candidates
        .filter(|candidate| candidate.id != tool.id && candidate.status == Status::Active)
        .filter(|candidate| serves(candidate, tool, &question))
        .filter_map(|candidate| {
            let brief = ask(&candidate, &question).filter(|brief| is_yes(brief.outcome, brief.route, &question))?;
            let (outcome, route, basis) = (brief.outcome, brief.route, brief.basis);
            Some((candidate.kind, Alternative { id: candidate.id, name: candidate.name, outcome, route, basis }))
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

/// Whether a tool of the school's own is a candidate: the records of the
/// knowledge base name theirs.
pub(crate) fn may_stand_in(own: &Tool, tool: &Tool) -> bool {
    own.kind.can_stand_in_for(tool.kind) && own.editions.iter().any(|edition| !edition.facts.is_empty())
}

/// Whether a candidate serves the purpose of the question, or shares one with
/// the tool when the question names none.
fn serves(candidate: &Tool, tool: &Tool, question: &Question) -> bool {
    match question.purpose {
        Some(purpose) => candidate.purposes.contains(&purpose),
        None => candidate.purposes.iter().any(|purpose| tool.purposes.contains(purpose)),
    }
}
