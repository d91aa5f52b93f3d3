//! How sure a result is.
//!
//! A wrong tool is a wrong answer about children, so the order of candidates
//! and the trust in them are kept apart: a walk may find anything, but only
//! what passes every test here is offered as "did you mean …?".

use super::candidate::{Candidates, Ranked, Trust};
use super::cost::Cost;
use super::index::Index;
use super::result::{Confidence, MatchKind};

/// How much better than the next tool the best must be.
const MARGIN: Cost = 200;

/// How sure the candidates of a name are.
pub(super) fn of_name(index: &Index<'_>, candidates: &Candidates, key: &str) -> Confidence {
    let Some(best) = candidates.best() else {
        return Confidence::None;
    };
    match best.candidate.trust {
        Trust::Exact if is_the_only_exact(index, candidates, best) && !is_short_for(index, best, key) => {
            Confidence::Exact
        }
        Trust::Full if stands_out(index, candidates, best) && !is_guarded(index, best, key) => Confidence::Probable,
        _ => Confidence::Options,
    }
}

/// Whether no other tool bears the name as rightly: a tool's own name goes
/// before another's alias, and an alias is not enough where another tool that
/// is used as much has a name that ends in it: "forms" may mean two tools.
fn is_the_only_exact(index: &Index<'_>, candidates: &Candidates, best: &Ranked) -> bool {
    let own_name = |ranked: &Ranked| ranked.candidate.kind == MatchKind::Name;
    let bears_it = |other: &Ranked| {
        let is_part = other.candidate.kind == MatchKind::Tokens && other.weight >= best.weight;
        if own_name(best) {
            other.candidate.trust == Trust::Exact && own_name(other)
        } else {
            other.candidate.trust == Trust::Exact || is_part
        }
    };
    let mut rivals = candidates.iter().filter(|other| bears_it(other));
    best.judged && rivals.all(|rival| index.is_same_tool(rival, best))
}

/// Whether it is a word of everyday language that is also short for a name:
/// "snap", "som".
fn is_short_for(index: &Index<'_>, best: &Ranked, key: &str) -> bool {
    best.candidate.kind == MatchKind::Abbreviation && index.is_word(key)
}

/// Whether all candidates belong to one tool.
pub(super) fn is_the_only_tool(index: &Index<'_>, candidates: &Candidates) -> bool {
    let Some(best) = candidates.best() else {
        return false;
    };
    candidates.iter().all(|other| index.is_same_tool(other, best))
}

fn stands_out(index: &Index<'_>, candidates: &Candidates, best: &Ranked) -> bool {
    let next = candidates.iter().find(|other| !index.is_same_tool(other, best));
    best.judged && next.is_none_or(|next| next.score >= best.score.saturating_add(MARGIN))
}

/// An ordinary word is never a typing error of a name.
fn is_guarded(index: &Index<'_>, best: &Ranked, key: &str) -> bool {
    let by_guess = matches!(best.candidate.kind, MatchKind::Phonetic | MatchKind::Tokens);
    by_guess && index.is_taken(key)
}
