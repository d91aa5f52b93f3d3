//! Checking every node and row of an index before it is searched.
//!
//! The bytes were verified against a hash before they come here; this check
//! is the second wall. It lists every key of every fst, as far as the number
//! of keys it claims to hold, so it costs what reading all keys once costs and
//! needs no memory of its own. What passes has: keys in strictly ascending
//! order and of bounded length, no dead ends, exactly the number of keys it
//! claims, and values that lead to rows that exist.

use super::index::Index;
use super::layout::tables_are_whole;
use super::lexicon::WordClass;
use super::limits::MAX_KEY_BYTES;
use super::node::{Fst, Node};
use super::rows::{Rows, Space};

/// Checks an index; the error names the part that does not hold.
pub(super) fn validate(index: &Index<'_>) -> Result<(), &'static str> {
    let rows = &index.rows;
    if !tables_are_whole(rows) || !rows_hold(rows) {
        return Err("tables");
    }
    let leads_somewhere = |space: Space| {
        move |key: &[u8], value: u64| {
            let limit = if space == Space::Links { rows.item_count() } else { rows.entry_count() };
            let mut targets = rows.targets(space, key, value).peekable();
            let found = targets.peek().is_some();
            found && targets.all(|target| usize::try_from(target.entry).is_ok_and(|n| n < limit))
        }
    };
    for (fst, name, space) in [
        (&index.names, "names", Space::Names),
        (&index.sounds, "sounds", Space::Sounds),
        (&index.links, "links", Space::Links),
    ] {
        if !fst_holds(fst, leads_somewhere(space)) {
            return Err(name);
        }
    }
    if !fst_holds(&index.lexicon, |_, value| WordClass::from_value(value).is_some()) {
        return Err("lexicon");
    }
    Ok(())
}

fn rows_hold(rows: &Rows<'_>) -> bool {
    let numbers = |count: usize| 0..u32::try_from(count).unwrap_or(u32::MAX);
    let items = rows.item_count();
    numbers(items).all(|number| rows.item(number).is_some())
        && numbers(rows.entry_count()).all(|number| {
            let item = rows.entry(number).map(|entry| entry.item);
            item.is_some_and(|item| usize::try_from(item).is_ok_and(|item| item < items))
        })
}

/// A node on the way down, and the children still to visit.
#[derive(Clone, Copy)]
struct Level {
    node: Node,
    left: usize,
    value: u64,
}

/// Lists the keys of an fst and checks them.
fn fst_holds(fst: &Fst<'_>, accepts: impl Fn(&[u8], u64) -> bool) -> bool {
    if !fst.is_framed() {
        return false;
    }
    let mut keys = 0_u64;
    let mut key: Vec<u8> = Vec::with_capacity(MAX_KEY_BYTES);
    let mut levels: Vec<Level> = Vec::with_capacity(MAX_KEY_BYTES);
    if fst.len() == 0 {
        return matches!(fst.node(fst.root()), Some(Node::Many(many)) if fst.inputs(&many).is_empty());
    }
    if !enter(fst, fst.root(), 0, &key, &mut levels, &mut keys, &accepts) {
        return false;
    }
    while let Some(level) = levels.last_mut() {
        let Some(position) = level.left.checked_sub(1) else {
            levels.pop();
            key.pop();
            continue;
        };
        level.left = position;
        let value = level.value;
        let step = match level.node {
            Node::End => None,
            Node::One { input, output, child } => Some((input, output, child)),
            Node::Many(many) => fst
                .inputs(&many)
                .get(position)
                .zip(fst.step(&many, position))
                .map(|(input, (output, child))| (*input, output, child)),
        };
        let Some((input, output, child)) = step else {
            return false;
        };
        let Some(value) = value.checked_add(output) else {
            return false;
        };
        key.push(input);
        if key.len() > MAX_KEY_BYTES || !enter(fst, child, value, &key, &mut levels, &mut keys, &accepts) {
            return false;
        }
    }
    keys == fst.len()
}

/// Goes down to a node: counts the key that ends there, checks the order of
/// its children.
fn enter(
    fst: &Fst<'_>,
    address: usize,
    value: u64,
    key: &[u8],
    levels: &mut Vec<Level>,
    keys: &mut u64,
    accepts: &impl Fn(&[u8], u64) -> bool,
) -> bool {
    let Some(node) = fst.node(address) else {
        return false;
    };
    if let Some(output) = node.ends() {
        *keys = keys.saturating_add(1);
        let accepted = value.checked_add(output).is_some_and(|value| accepts(key, value));
        if *keys > fst.len() || !accepted {
            return false;
        }
    }
    let children = match &node {
        Node::End => 0,
        Node::One { .. } => 1,
        Node::Many(many) => {
            let inputs = fst.inputs(many);
            if !inputs.is_sorted_by(|later, earlier| later > earlier) {
                return false;
            }
            inputs.len()
        }
    };
    levels.push(Level { node, left: children, value });
    children > 0 || node.ends().is_some()
}

#[cfg(test)]
mod tests;
