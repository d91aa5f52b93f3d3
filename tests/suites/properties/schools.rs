//! School files, generated: every decision on every route, alone and in
//! pairs, with signed agreements, typing errors and both defaults.

use std::sync::OnceLock;

use magdit::{Decision, KnowledgeBase, Route, UndecidedTools};
use serde_json::{Value as Json, json};

use crate::ledger::Subject;

/// The entries of a file on one tool, and what holds without a decision.
#[derive(Debug, Clone)]
pub(crate) struct Entries {
    undecided: UndecidedTools,
    pub(crate) list: Vec<Entry>,
}

/// One entry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// A decision; `None` for a word that is none.
    pub(crate) decision: Option<Decision>,
    pub(crate) route: Option<Route>,
    signed: bool,
    /// It is over on the day of the question.
    over: bool,
}

impl Entry {
    const fn of(decision: Option<Decision>, route: Option<Route>) -> Self {
        Self { decision, route, signed: false, over: false }
    }

    fn json(self, tool: &str) -> Json {
        let mut entry = json!({ "tool": tool, "date": "2026-01-01", "decided_by": "schoolleider" });
        entry["decision"] = self.decision.map_or_else(|| json!("refusd"), |decision| json!(decision));
        if self.decision == Some(Decision::ApprovedWithConditions) {
            entry["conditions"] = json!(["Alleen in klas 3."]);
        }
        if let Some(route) = self.route {
            entry["route"] = json!(route);
        }
        if self.signed {
            entry["agreement_signed"] = json!("2026-01-01");
        }
        if self.over {
            entry["valid_until"] = json!("2026-11-20");
        }
        entry
    }
}

impl Entries {
    /// The knowledge base of a subject with this file over it.
    pub(crate) fn over(&self, subject: &Subject) -> KnowledgeBase {
        let decisions: Vec<Json> = self.list.iter().map(|entry| entry.json(&subject.tool.id)).collect();
        let file = json!({ "name": "Voorbeeldschool", "date": "2026-11-21", "decisions": decisions,
                           "undecided_free_tools": self.undecided });
        let library = subject.knowledge_base.with_school(file.to_string().as_bytes()).expect("the file reads");
        let skipped = library.school().map_or(0, |school| school.problems().iter().filter(|one| one.skipped).count());
        assert_eq!(skipped, self.list.iter().filter(|entry| entry.decision.is_none()).count());
        library
    }

    /// The same at a school that approved the tool instead, by every route. What
    /// cannot be read stays so.
    pub(crate) fn approved(file: Option<&Self>) -> Self {
        let (undecided, mut list) = file.map_or((UndecidedTools::AskSchool, Vec::new()), |file| {
            let instead = |entry: &Entry| Entry { decision: entry.decision.map(|_| Decision::Approved), ..*entry };
            (file.undecided, file.list.iter().map(instead).collect())
        });
        let routes = [None, Some(Route::PrivateAccount), Some(Route::ParentAccount)];
        list.extend(routes.map(|route| Entry::of(Some(Decision::Approved), route)));
        Self { undecided, list }
    }

    /// The same without each of its entries.
    pub(crate) fn with_one_less(&self) -> Vec<Self> {
        let without = |at: usize| {
            let mut fewer = self.clone();
            fewer.list.remove(at);
            fewer
        };
        (0..self.list.len()).map(without).collect()
    }

    /// Whether an entry of it cannot be read.
    pub(crate) fn unreadable(&self) -> bool {
        self.list.iter().any(|entry| entry.decision.is_none())
    }
}

/// Every decision, and a word that is none.
fn decisions() -> Vec<Option<Decision>> {
    Decision::ALL.iter().copied().map(Some).chain([None]).collect()
}

fn routes() -> Vec<Option<Route>> {
    Route::ALL.iter().copied().map(Some).chain([None]).collect()
}

/// Files with at most one entry: every decision on every route, with a signed
/// agreement and over, under both defaults.
pub(crate) fn single() -> &'static [Entries] {
    static FILES: OnceLock<Vec<Entries>> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = Vec::new();
        for &undecided in UndecidedTools::ALL {
            files.push(Entries { undecided, list: Vec::new() });
            for decision in decisions() {
                for route in routes() {
                    let entry = Entry::of(decision, route);
                    files.push(Entries { undecided, list: vec![entry] });
                    if route.is_none() {
                        files.push(Entries { undecided, list: vec![Entry { signed: true, ..entry }] });
                        files.push(Entries { undecided, list: vec![Entry { over: true, ..entry }] });
                    }
                }
            }
        }
        assert_eq!(files.len(), 2 * (1 + 7 * 9));
        files
    })
}

/// Files with two entries, on all routes, on the same one, and on all and one.
pub(crate) fn pairs() -> &'static [Entries] {
    static FILES: OnceLock<Vec<Entries>> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = Vec::new();
        let some = [None, Some(Route::NoAccount), Some(Route::SchoolSso), Some(Route::PrivateAccount)];
        for (at, &one) in decisions().iter().enumerate() {
            for &other in decisions().iter().skip(at) {
                for first in some {
                    for second in some.into_iter().filter(|&second| first.is_none() || second == first) {
                        let undecided = UndecidedTools::ALL[files.len() % UndecidedTools::ALL.len()];
                        files.push(Entries { undecided, list: vec![Entry::of(one, first), Entry::of(other, second)] });
                    }
                }
            }
        }
        assert_eq!(files.len(), 28 * 7);
        files
    })
}
