//! Puts the questions with one and the same change together, so that a
//! person can read for whom it holds.

use std::collections::BTreeSet;

use magdit::{Account, Role, Sector};

use super::grid::{AgeRange, Cell, Turn, Whom};

/// Every combination of what is in each set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Block {
    roles: BTreeSet<Role>,
    ages: BTreeSet<Option<AgeRange>>,
    sectors: BTreeSet<Option<Sector>>,
    accounts: BTreeSet<Option<Account>>,
    turns: BTreeSet<Option<Turn>>,
}

impl Block {
    fn of(cell: &Cell) -> Self {
        Self {
            roles: BTreeSet::from([cell.role]),
            ages: BTreeSet::from([cell.age]),
            sectors: BTreeSet::from([cell.sector]),
            accounts: BTreeSet::from([cell.account]),
            turns: BTreeSet::from([cell.turn]),
        }
    }
}

/// Merges blocks that differ in one set only. Each set in turn, so that a
/// result is again exactly the cells that went in.
macro_rules! merge {
    ($blocks:ident, $set:ident, $($rest:ident),+) => {{
        let mut merged: Vec<Block> = Vec::new();
        for block in $blocks {
            let same = |other: &&mut Block| $(other.$rest == block.$rest)&&+;
            match merged.iter_mut().find(same) {
                Some(other) => other.$set.extend(block.$set),
                None => merged.push(block),
            }
        }
        merged
    }};
}

/// The cells as few blocks. What names every value of `all` for a set leaves
/// that set empty.
pub(super) fn blocks(cells: &[Cell], all: &[Cell]) -> Vec<Whom> {
    let every_age = all.iter().filter_map(|cell| cell.age).collect::<BTreeSet<AgeRange>>().len();
    merged(cells).into_iter().map(|block| whom(block, every_age)).collect()
}

/// Blocks that together hold these cells, each once, and no others.
fn merged(cells: &[Cell]) -> Vec<Block> {
    let mut blocks: Vec<Block> = cells.iter().map(Block::of).collect();
    blocks = merge!(blocks, sectors, roles, ages, accounts, turns);
    blocks = merge!(blocks, ages, roles, sectors, accounts, turns);
    blocks = merge!(blocks, accounts, roles, ages, sectors, turns);
    blocks = merge!(blocks, roles, ages, sectors, accounts, turns);
    blocks = merge!(blocks, turns, roles, ages, sectors, accounts);
    blocks = merge!(blocks, ages, roles, sectors, accounts, turns);
    blocks.sort();
    blocks
}

fn whom(block: Block, every_age: usize) -> Whom {
    let ages: Vec<AgeRange> = block.ages.iter().copied().flatten().collect();
    let sectors: Vec<Sector> = block.sectors.iter().copied().flatten().collect();
    let every_sector = sectors.len() == Sector::ALL.len();
    Whom {
        own_use: block.ages.contains(&None),
        ages: if ages.len() == every_age { Vec::new() } else { joined(ages) },
        sectors: if every_sector { Vec::new() } else { sectors },
        accounts: block.accounts.into_iter().collect(),
        roles: block.roles.into_iter().collect(),
        turns: block.turns.into_iter().flatten().collect(),
    }
}

/// Ranges that follow on one another as one.
fn joined(ages: Vec<AgeRange>) -> Vec<AgeRange> {
    let mut joined: Vec<AgeRange> = Vec::new();
    for age in ages {
        match joined.last_mut() {
            Some(last) if last.to.is_some_and(|to| to + 1 == age.from) => last.to = age.to,
            _ => joined.push(age),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    const YOUNG: AgeRange = AgeRange { from: 4, to: Some(12) };
    const MIDDLE: AgeRange = AgeRange { from: 13, to: Some(15) };
    const OLD: AgeRange = AgeRange { from: 16, to: None };

    fn cell(age: AgeRange, sector: Sector) -> Cell {
        Cell { role: Role::Pupil, age: Some(age), sector: Some(sector), account: None, turn: None }
    }

    fn all() -> Vec<Cell> {
        [YOUNG, MIDDLE, OLD].iter().flat_map(|&age| Sector::ALL.iter().map(move |&sector| cell(age, sector))).collect()
    }

    #[test]
    fn a_rectangle_is_one_block_and_what_is_everybody_is_left_out() {
        let cells = [cell(MIDDLE, Sector::Po), cell(MIDDLE, Sector::Vo), cell(OLD, Sector::Po), cell(OLD, Sector::Vo)];
        let blocks = blocks(&cells, &all());
        assert_eq!(blocks.len(), 1);
        assert_eq!(blocks[0].ages, [AgeRange { from: 13, to: None }]);
        assert_eq!(blocks[0].sectors, [Sector::Po, Sector::Vo]);
        let whole = super::blocks(&all(), &all());
        assert_eq!((whole.len(), whole[0].ages.len(), whole[0].sectors.len()), (1, 0, 0));
    }

    /// Every set of cells of a grid of three ages and four sectors.
    #[test]
    fn blocks_hold_every_cell_once_and_no_other() {
        let grid = all();
        for set in 0..(1_usize << grid.len()) {
            let cells: Vec<Cell> =
                grid.iter().enumerate().filter(|(bit, _)| set & (1 << bit) != 0).map(|(_, cell)| *cell).collect();
            let mut held: Vec<Cell> = merged(&cells)
                .iter()
                .flat_map(|block| {
                    let ages =
                        block.ages.iter().flat_map(|age| block.sectors.iter().map(move |sector| (*age, *sector)));
                    ages.map(|(age, sector)| Cell { age, sector, ..grid[0] }).collect::<Vec<Cell>>()
                })
                .collect();
            held.sort_unstable();
            let mut expected = cells;
            expected.sort_unstable();
            assert_eq!(held, expected, "set {set}");
        }
    }

    #[test]
    fn what_is_no_rectangle_stays_apart() {
        let cells = [cell(YOUNG, Sector::Po), cell(MIDDLE, Sector::Vo)];
        assert_eq!(blocks(&cells, &all()).len(), 2);
        let apart = blocks(&[cell(YOUNG, Sector::Po), cell(OLD, Sector::Po)], &all());
        assert_eq!(apart[0].ages, [YOUNG, OLD]);
    }
}
