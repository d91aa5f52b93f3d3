//! The rules of the library.

use std::path::PathBuf;

use magdit::{RuleInfo, rules};

use crate::{files, root};

/// Every rule, sorted by id.
///
/// # Panics
///
/// When there are hardly any: a loop over none would pass.
#[must_use]
pub fn all() -> Vec<RuleInfo> {
    let rules = rules();
    assert!(rules.len() >= 30, "only {} rules", rules.len());
    rules
}

/// The source files of the rules.
///
/// # Panics
///
/// When the folder cannot be read.
#[must_use]
pub fn rule_files() -> Vec<PathBuf> {
    files(&root("core/src/rules"), ".rs")
}
