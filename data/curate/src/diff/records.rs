//! What changed in the records of tools.

use std::collections::{BTreeMap, BTreeSet};

use magdit::{AskError, Edition, Fact, FactEntry, FactKey, KnowledgeBase, NameKind, Route, Tool};
use serde::Serialize;

use super::DiffOptions;

/// A tool that is new or gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToolNamed {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A tool with another name or id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Renaming {
    /// Before.
    pub from: ToolNamed,
    /// After.
    pub to: ToolNamed,
}

/// One thing that changed in a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordChange {
    /// What it is: `edition`, and then a fact, `assessment`, `status` or
    /// another field.
    pub what: String,
    /// The fact it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<FactKey>,
    /// Before; nothing for something new.
    pub before: Option<String>,
    /// After; nothing for something that is gone.
    pub after: Option<String>,
}

/// What changed in the record of one tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToolChange {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What changed.
    pub changes: Vec<RecordChange>,
    /// How many facts were only read again: same value, another day or
    /// document.
    pub read_again: usize,
}

impl ToolChange {
    /// What stands behind an answer that changed because facts were read
    /// again, or no more.
    const READ_AGAIN: &'static str = "read again";

    /// What changed that is about these facts, and about no fact; all of it
    /// where nothing is.
    pub(super) fn behind(&self, keys: &BTreeSet<&str>) -> Vec<String> {
        let is_behind = |change: &&RecordChange| change.key.is_none_or(|key| keys.contains(key.as_str()));
        let behind: Vec<String> = self.changes.iter().filter(is_behind).map(|change| change.what.clone()).collect();
        match (behind.is_empty(), self.changes.is_empty()) {
            (false, _) => behind,
            (true, false) => self.changes.iter().map(|change| change.what.clone()).collect(),
            (true, true) => vec![Self::READ_AGAIN.to_owned()],
        }
    }
}

/// What changed in all records.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub(super) added: Vec<ToolNamed>,
    pub(super) removed: Vec<ToolNamed>,
    pub(super) renamed: Vec<Renaming>,
    pub(super) changed: Vec<ToolChange>,
    /// Tools that are in both.
    pub(super) both: Vec<(Tool, Tool)>,
}

pub(super) fn compare(old: &KnowledgeBase, new: &KnowledgeBase, options: &DiffOptions) -> Result<Records, AskError> {
    let read = |library: &KnowledgeBase| -> Result<BTreeMap<String, Tool>, AskError> {
        let ids =
            library.tool_ids().filter(|id| options.tools.is_empty() || options.tools.iter().any(|tool| tool == id));
        ids.map(|id| Ok((id.to_owned(), library.tool(id)?))).collect()
    };
    let (mut before, mut after) = (read(old)?, read(new)?);
    if options.tools.iter().any(|id| !before.contains_key(id) && !after.contains_key(id)) {
        return Err(AskError::UnknownTool);
    }
    let mut records = Records::default();
    let shared: Vec<String> = before.keys().filter(|id| after.contains_key(*id)).cloned().collect();
    for id in shared {
        if let (Some(was), Some(is)) = (before.remove(&id), after.remove(&id)) {
            if was.name != is.name {
                records.renamed.push(Renaming { from: named(&was), to: named(&is) });
            }
            records.changed.extend(changes(&was, &is));
            records.both.push((was, is));
        }
    }
    for (_, gone) in before {
        let successor = after.values().find(|tool| had_name(tool, &gone.name)).map(|tool| tool.id.clone());
        match successor.and_then(|id| after.remove(&id)) {
            Some(tool) => records.renamed.push(Renaming { from: named(&gone), to: named(&tool) }),
            None => records.removed.push(named(&gone)),
        }
    }
    records.added = after.values().map(named).collect();
    Ok(records)
}

fn named(tool: &Tool) -> ToolNamed {
    ToolNamed { id: tool.id.clone(), name: tool.name.clone() }
}

fn had_name(tool: &Tool, name: &str) -> bool {
    tool.name == name || tool.other_names.iter().any(|other| other.kind == NameKind::FormerName && other.text == name)
}

/// Whether anything that an answer is made of differs.
pub(super) fn answers_may_differ(before: &Tool, after: &Tool) -> bool {
    (before.kind, &before.status, &before.editions) != (after.kind, &after.status, &after.editions)
}

fn changes(before: &Tool, after: &Tool) -> Option<ToolChange> {
    let mut changes = Vec::new();
    let mut field = |what: &str, was: String, is: String| {
        if was != is {
            changes.push(RecordChange { what: what.to_owned(), key: None, before: Some(was), after: Some(is) });
        }
    };
    field("name", before.name.clone(), after.name.clone());
    field("kind", before.kind.to_string(), after.kind.to_string());
    field("supplier", before.supplier.clone(), after.supplier.clone());
    field("status", json(&before.status), json(&after.status));
    field("names", json(&before.other_names), json(&after.other_names));
    field("purposes", json(&before.purposes), json(&after.purposes));
    field("links", json(&(&before.domains, &before.stores)), json(&(&after.domains, &after.stores)));
    let mut read_again = 0;
    let ids: BTreeSet<&String> = before.editions.iter().chain(&after.editions).map(|edition| &edition.id).collect();
    for id in ids {
        let whole = |name: &str, was: Option<String>, is: Option<String>| RecordChange {
            what: format!("{id} {name}"),
            key: None,
            before: was,
            after: is,
        };
        match (before.edition(id), after.edition(id)) {
            (Some(was), Some(is)) => {
                let plan = |edition: &Edition| format!("{} ({})", edition.name, edition.plan);
                if plan(was) != plan(is) {
                    changes.push(whole("edition", Some(plan(was)), Some(plan(is))));
                }
                let assessed = |edition: &Edition| edition.assessments.iter().map(json).collect::<Vec<String>>();
                let (earlier, later) = (assessed(was), assessed(is));
                let gone = earlier.iter().filter(|text| !later.contains(text));
                changes.extend(gone.map(|text| whole("assessment", Some(text.clone()), None)));
                let new = later.iter().filter(|text| !earlier.contains(text));
                changes.extend(new.map(|text| whole("assessment", None, Some(text.clone()))));
                read_again += facts(was, is, &mut changes);
            }
            (Some(was), None) => changes.push(whole("edition", Some(was.name.clone()), None)),
            (None, Some(is)) => changes.push(whole("edition", None, Some(is.name.clone()))),
            (None, None) => {}
        }
    }
    let some = !changes.is_empty() || read_again > 0;
    some.then(|| ToolChange { id: after.id.clone(), name: after.name.clone(), changes, read_again })
}

/// Compares the facts of an edition; says how many were only read again.
fn facts(before: &Edition, after: &Edition, changes: &mut Vec<RecordChange>) -> usize {
    let sorted = |edition: &Edition| {
        let mut facts: BTreeMap<(FactKey, Vec<Route>), Vec<FactEntry>> = BTreeMap::new();
        for entry in &edition.facts {
            facts.entry((entry.key, entry.routes.clone())).or_default().push(entry.clone());
        }
        facts
    };
    let (earlier, later) = (sorted(before), sorted(after));
    let keys: BTreeSet<&(FactKey, Vec<Route>)> = earlier.keys().chain(later.keys()).collect();
    let mut read_again = 0;
    for at in keys {
        let (key, routes) = at;
        let (was, is) = (earlier.get(at), later.get(at));
        if was == is {
            continue;
        }
        let values = |entries: Option<&Vec<FactEntry>>| entries.map(|list| join(list, value));
        let (was, is) = (values(was), values(is));
        if was == is {
            read_again += 1;
            continue;
        }
        let routes = if routes.is_empty() { String::new() } else { format!(" ({})", join(routes, Route::to_string)) };
        changes.push(RecordChange {
            what: format!("{} {key}{routes}", after.id),
            key: Some(*key),
            before: was,
            after: is,
        });
    }
    read_again
}

fn join<T>(list: &[T], shown: impl Fn(&T) -> String) -> String {
    list.iter().map(shown).collect::<Vec<String>>().join(", ")
}

/// A fact in one line: its value, and where and from when it counts.
fn value(entry: &FactEntry) -> String {
    match &entry.fact {
        Fact::Known(known) => {
            let from = known.content_date.map(|date| format!(" from {date}")).unwrap_or_default();
            format!("{}{from} [{}]", known.value, known.jurisdiction)
        }
        Fact::Unknown { reason, .. } => format!("unknown: {reason}"),
        Fact::NotApplicable => "not applicable".to_owned(),
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
