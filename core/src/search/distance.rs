//! How many edits may lie between a query and a name.

/// From this length on two edits are allowed.
const TWO_EDITS: usize = 6;

/// The edits allowed between a query and a key of these lengths in bytes.
///
/// The longer of the two counts: somebody who leaves out two letters of a
/// long name types a short query.
pub(super) const fn allowed(query: usize, key: usize) -> u8 {
    let longer = if query > key { query } else { key };
    match longer {
        0..=1 => 0,
        2..TWO_EDITS => 1,
        _ => 2,
    }
}

/// The most edits that any key can be away from a query of this length.
pub(super) const fn most(query: usize) -> u8 {
    allowed(query, query.saturating_add(2))
}

#[cfg(test)]
mod tests;
