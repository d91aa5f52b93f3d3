//! What bytes from elsewhere may do to the library, as functions of bytes.
//!
//! libFuzzer drives them from `tests/fuzz`, and the suite `fuzz` drives them on
//! every change with a mutator of its own. A target panics where the library
//! would have failed its host, and says whether the bytes were taken at all:
//! a run in which nothing is taken looked at nothing.

mod calls;
mod file;
mod mutate;
mod parts;
mod seeds;

pub use mutate::{changed, mutated};
pub use seeds::seeds;

/// A target: bytes in, whether they were taken.
pub type Target = fn(&[u8]) -> bool;

/// Every target by the name of its folder in `tests/fuzz/corpus`.
pub const TARGETS: [(&str, Target); 9] = [
    ("calls", calls::calls),
    ("container", file::container),
    ("index", parts::index),
    ("keys", parts::keys),
    ("pack", file::pack),
    ("query", calls::query),
    ("record", parts::record),
    ("school", calls::school),
    ("sections", file::sections),
];

/// The target of this name.
///
/// # Panics
///
/// When there is none.
#[must_use]
pub fn target(name: &str) -> Target {
    let found = TARGETS.iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("no target is called {name}")).1
}
