//! Values over a grid as a decision diagram: equal parts are written once,
//! and an axis that makes no difference is left out.

use std::collections::HashMap;

/// What stands at a place: a leaf from 0 up, or a node as `-1 - number`.
pub(crate) type Place = i32;

/// Nodes of several diagrams over the same axes. A node is the number of its
/// axis and a place for each value of it.
#[derive(Debug, Default)]
pub(crate) struct Diagrams {
    pub(crate) nodes: Vec<Vec<Place>>,
    known: HashMap<Vec<Place>, Place>,
}

impl Diagrams {
    /// Adds the diagram of these leaves, the last axis turning first.
    pub(crate) fn add(&mut self, widths: &[usize], leaves: &[Place]) -> Place {
        self.below(0, widths, leaves)
    }

    fn below(&mut self, axis: usize, widths: &[usize], leaves: &[Place]) -> Place {
        let first = leaves.first().copied().unwrap_or_default();
        if leaves.iter().all(|&leaf| leaf == first) {
            return first;
        }
        let width = widths.get(axis).copied().unwrap_or(1).max(1);
        let part = leaves.len().div_ceil(width).max(1);
        let children: Vec<Place> =
            leaves.chunks(part).map(|leaves| self.below(axis.saturating_add(1), widths, leaves)).collect();
        match children.first() {
            Some(&only) if children.iter().all(|&child| child == only) => only,
            _ => self.node(axis, children),
        }
    }

    fn node(&mut self, axis: usize, children: Vec<Place>) -> Place {
        let node: Vec<Place> = core::iter::once(place(axis)).chain(children).collect();
        if let Some(&found) = self.known.get(&node) {
            return found;
        }
        let number = Place::from(-1).saturating_sub(place(self.nodes.len()));
        self.nodes.push(node.clone());
        self.known.insert(node, number);
        number
    }
}

fn place(number: usize) -> Place {
    Place::try_from(number).unwrap_or(Place::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(diagrams: &Diagrams, root: Place, at: &[usize]) -> Place {
        let mut place = root;
        while place < 0 {
            let node = &diagrams.nodes[usize::try_from(-1 - place).unwrap()];
            place = node[1 + at[usize::try_from(node[0]).unwrap()]];
        }
        place
    }

    #[test]
    fn every_leaf_is_found_again() {
        let widths = [3, 1, 4, 2];
        let patterns: [fn(usize) -> Place; 5] = [
            |_| 7,
            |at| i32::try_from(at).unwrap(),
            |at| i32::from(at % 2 == 0),
            |at| i32::try_from(at / 8).unwrap(),
            |at| i32::from(at == 13),
        ];
        let mut diagrams = Diagrams::default();
        for pattern in patterns {
            let leaves: Vec<Place> = (0..24).map(pattern).collect();
            let root = diagrams.add(&widths, &leaves);
            for (number, &leaf) in leaves.iter().enumerate() {
                let at = [number / 8, 0, number / 2 % 4, number % 2];
                assert_eq!(find(&diagrams, root, &at), leaf, "{at:?}");
            }
        }
    }

    #[test]
    fn what_makes_no_difference_takes_no_room() {
        let mut diagrams = Diagrams::default();
        assert_eq!(diagrams.add(&[5, 5], &[3; 25]), 3);
        assert!(diagrams.nodes.is_empty());
        let by_last: Vec<Place> = (0..25).map(|at| at % 5).collect();
        let root = diagrams.add(&[5, 5], &by_last);
        assert_eq!((root, diagrams.nodes.len()), (-1, 1));
        assert_eq!(diagrams.add(&[5, 5], &by_last), root);
        assert_eq!(diagrams.nodes.len(), 1);
    }
}
