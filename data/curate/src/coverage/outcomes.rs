//! What people get to hear, over a grid of questions.

use magdit::{Answer, Date, Effect, FactKey, KnowledgeBase, Language, Outcome, Question, Role, Sector, Tool, Usage};
use serde::Serialize;

use super::tools::Depth;

/// One question of the grid, about pupils of one age. Everything that is not
/// named is left open, as most people leave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Who asks.
    pub role: Role,
    /// At which kind of school.
    pub sector: Sector,
    /// Age of the pupils, in completed years: the middle of the sector.
    pub age: u8,
}

/// The grid: teacher, pupil and parent in po, vo and mbo.
pub const CELLS: [Cell; 9] = {
    let mut cells = [Cell { role: Role::Teacher, sector: Sector::Po, age: 0 }; 9];
    let roles = [Role::Teacher, Role::Pupil, Role::Parent];
    let sectors = [(Sector::Po, 9), (Sector::Vo, 14), (Sector::Mbo, 17)];
    let mut at = 0;
    while at < cells.len() {
        let (sector, age) = sectors[at % 3];
        cells[at] = Cell { role: roles[at / 3], sector, age };
        at += 1;
    }
    cells
};

impl Cell {
    fn question(self, day: Date) -> Question {
        Question { role: Some(self.role), sector: Some(self.sector), age: Some(self.age), ..Question::on(day) }
    }
}

/// How many tools have each outcome in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellCoverage {
    /// The question.
    #[serde(flatten)]
    pub cell: Cell,
    /// Tools that may be used.
    pub allowed: usize,
    /// Tools that may be used under conditions.
    pub conditional: usize,
    /// Tools for which the school must be asked.
    pub ask_school: usize,
    /// Tools that may not be used.
    pub not_allowed: usize,
}

impl CellCoverage {
    /// Tools that are answered without asking the school.
    #[must_use]
    pub const fn answered(&self) -> usize {
        self.allowed + self.conditional + self.not_allowed
    }

    /// All tools.
    #[must_use]
    pub const fn tools(&self) -> usize {
        self.answered() + self.ask_school
    }
}

/// Asks the grid about every tool.
pub(super) fn grid(tools: &[Tool], library: &KnowledgeBase) -> Vec<CellCoverage> {
    let of = |&cell: &Cell| {
        let question = cell.question(library.release().issued);
        let outcomes: Vec<Outcome> = tools
            .iter()
            .map(|tool| library.brief(tool, &question).map_or(Outcome::AskSchool, |brief| brief.outcome))
            .collect();
        let count = |outcome| outcomes.iter().filter(|&&found| found == outcome).count();
        CellCoverage {
            cell,
            allowed: count(Outcome::Allowed),
            conditional: count(Outcome::Conditional),
            ask_school: count(Outcome::AskSchool),
            not_allowed: count(Outcome::NotAllowed),
        }
    };
    CELLS.iter().map(of).collect()
}

/// What one tool's answers are worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedFor {
    /// Id of the tool.
    pub id: String,
    /// How much it is used.
    pub usage: Usage,
    /// The outcome of each cell, in the order of [`CELLS`].
    pub outcomes: Vec<Outcome>,
    /// The facts that are missing in at least one cell that asks the school,
    /// in the order of the keys.
    pub missing: Vec<FactKey>,
    /// What stands between the answers and somebody who can act on them.
    pub shortfalls: Vec<Shortfall>,
}

/// Why an answer helps nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shortfall {
    /// Ask the school, because nobody recorded anything.
    NothingRecorded,
    /// Ask the school, without a fact that is missing, a decision that is
    /// asked for, or another way.
    NothingNamed,
    /// A yes under conditions, without a condition.
    NothingToDo,
    /// A no, without another tool or another way.
    NoWayOut,
}

/// The rule that asks for a decision of the school.
const DECISION: &str = "school-decision";

impl Shortfall {
    /// In a few words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NothingRecorded => "nothing recorded",
            Self::NothingNamed => "asks, without saying what is missing",
            Self::NothingToDo => "conditional, without a condition",
            Self::NoWayOut => "no, without another way",
        }
    }

    fn of(tool: &Tool, answer: &Answer) -> Option<Self> {
        let has_way_out = !answer.would_change.is_empty() || !answer.alternatives.is_empty();
        match answer.outcome {
            Outcome::Allowed => None,
            Outcome::Conditional => answer.conditions.is_empty().then_some(Self::NothingToDo),
            Outcome::AskSchool if Depth::of(tool) == Depth::NameOnly => Some(Self::NothingRecorded),
            Outcome::AskSchool => {
                let asks_for_a_decision =
                    answer.reasons.iter().any(|reason| reason.effect == Effect::Asks && reason.rule == DECISION);
                let says = !answer.unknowns.is_empty() || asks_for_a_decision || has_way_out;
                (!says).then_some(Self::NothingNamed)
            }
            Outcome::NotAllowed => (!has_way_out).then_some(Self::NoWayOut),
        }
    }
}

/// Asks the grid about the tools that schools use most.
pub(super) fn most_used(tools: &[Tool], library: &KnowledgeBase) -> Vec<AskedFor> {
    let is_used = |tool: &&Tool| matches!(tool.usage, Usage::Everyday | Usage::Common);
    tools.iter().filter(is_used).map(|tool| ask(tool, library)).collect()
}

fn ask(tool: &Tool, library: &KnowledgeBase) -> AskedFor {
    let day = library.release().issued;
    let mut asked = AskedFor {
        id: tool.id.clone(),
        usage: tool.usage,
        outcomes: Vec::new(),
        missing: Vec::new(),
        shortfalls: Vec::new(),
    };
    for cell in CELLS {
        let Ok(answer) = library.check(&tool.id, &cell.question(day), Language::En) else {
            asked.outcomes.push(Outcome::AskSchool);
            continue;
        };
        asked.outcomes.push(answer.outcome);
        asked.missing.extend(answer.unknowns.iter().map(|unknown| unknown.key));
        asked.shortfalls.extend(Shortfall::of(tool, &answer));
    }
    asked.missing.sort_unstable();
    asked.missing.dedup();
    asked.shortfalls.sort_unstable();
    asked.shortfalls.dedup();
    asked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_that_asks_for_a_decision_is_there() {
        assert!(magdit::rules().iter().any(|rule| rule.id == DECISION));
    }

    #[test]
    fn the_grid_has_every_role_in_every_sector_once() {
        let mut seen: Vec<(Role, Sector)> = CELLS.iter().map(|cell| (cell.role, cell.sector)).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 9);
        assert!(CELLS.iter().all(|cell| cell.age > 0));
    }
}
