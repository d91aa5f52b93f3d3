//! For each tool the tools that could stand in for it.

use magdit::{Status, Tool};

/// Most candidates that are kept for a tool; each is asked about when the
/// answer for the tool is no yes.
const MAX_CANDIDATES: usize = 24;

/// Ids of the candidates of a tool, its own kind first, then the most used:
/// tools of a kind that can serve for it, that still exist, share a purpose,
/// and of which somebody recorded facts.
pub(super) fn of(tool: &Tool, tools: &[&Tool]) -> Vec<String> {
    let recorded = |other: &&&Tool| other.editions.iter().any(|edition| !edition.facts.is_empty());
    let mut others: Vec<&&Tool> = tools
        .iter()
        .filter(|other| other.id != tool.id && other.kind.can_stand_in_for(tool.kind) && other.status == Status::Active)
        .filter(|other| other.purposes.iter().any(|purpose| tool.purposes.contains(purpose)))
        .filter(recorded)
        .collect();
    others.sort_by_key(|other| (other.kind != tool.kind, other.usage, &other.id));
    others.into_iter().take(MAX_CANDIDATES).map(|other| other.id.clone()).collect()
}
