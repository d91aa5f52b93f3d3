//! The rules as their source says they are: the library does not list them.

use std::path::PathBuf;

use crate::{files, root, text};

/// A rule: its id and every case it tells apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleText {
    /// Permanent id.
    pub id: String,
    /// Every case it tells apart.
    pub because: Vec<String>,
}

/// Every rule, sorted by id.
///
/// # Panics
///
/// When the source cannot be read, or a file that looks like a rule names no
/// cases.
#[must_use]
pub fn all() -> Vec<RuleText> {
    let mut rules: Vec<RuleText> = rule_files().iter().filter_map(|path| read(&text(path))).collect();
    rules.sort_by(|one, other| one.id.cmp(&other.id));
    assert!(rules.len() >= 29, "only {} rules were found in core/src/rules", rules.len());
    rules
}

/// The source files of the rules.
#[must_use]
pub fn rule_files() -> Vec<PathBuf> {
    files(&root("core/src/rules"), ".rs")
}

fn read(source: &str) -> Option<RuleText> {
    let source = source.split("#[cfg(test)]").next()?;
    let id = after(source, "\n    id: \"").or_else(|| after(source, "const ID: &str = \""))?;
    let list = after(source, "\n    because: &[").or_else(|| after(source, "const BECAUSE: &[&str] = &["))?;
    let id = id.split('"').next()?.to_owned();
    let because: Vec<String> =
        list.split(']').next()?.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(!because.is_empty(), "the rule {id} names no cases");
    Some(RuleText { id, because })
}

fn after<'a>(source: &'a str, mark: &str) -> Option<&'a str> {
    source.split_once(mark).map(|(_, rest)| rest)
}
