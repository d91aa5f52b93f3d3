//! Counts what was looked at and collects what should not be.

use std::fmt::Write as _;
use std::sync::{Mutex, OnceLock};
use std::thread;

use magdit::{KnowledgeBase, Question, Tool};

/// One edition of a tool, with the knowledge base it is asked in.
///
/// Editions are asked one by one, so that the mildest edition of a tool does
/// not hide what another one does. Of a tool as a whole the mildest edition
/// answers, which `alike` shows; what never relaxes any edition never relaxes
/// the tool.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    /// The tool, with this edition alone.
    pub(crate) tool: Tool,
    pub(crate) knowledge_base: KnowledgeBase,
    /// Whether it is a record of a real tool.
    pub(crate) real: bool,
}

impl Subject {
    /// What tells it from the others.
    pub(crate) fn salt(&self) -> String {
        format!("{} {}", self.tool.id, self.tool.editions[0].id)
    }
}

/// Every edition of every real tool and every invented one, those that are
/// alike once.
pub(crate) fn subjects() -> &'static [Subject] {
    static SUBJECTS: OnceLock<Vec<Subject>> = OnceLock::new();
    SUBJECTS.get_or_init(|| {
        let of = |knowledge_base: KnowledgeBase, real| {
            let editions = magdit_tests::tools(&knowledge_base).into_iter().flat_map(one_by_one);
            editions.map(move |tool| Subject { tool, knowledge_base: knowledge_base.clone(), real })
        };
        let scratch = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("properties");
        let invented = magdit_tests::synthetic(&scratch);
        let all = of(magdit_tests::embedded(), true).chain(of(invented, false));
        all.fold(Vec::new(), |mut kept: Vec<Subject>, subject| {
            if !kept.iter().any(|other| is_alike(other, &subject)) {
                kept.push(subject);
            }
            kept
        })
    })
}

/// Whether two editions are the same in everything that rules look at, so
/// that asking about one is asking about both. Tools that are known by name
/// only have no facts and differ by their kind at most.
fn is_alike(one: &Subject, other: &Subject) -> bool {
    let seen = |subject: &Subject| {
        let edition = &subject.tool.editions[0];
        (subject.real, subject.tool.kind, edition.plan)
    };
    let (first, second) = (&one.tool.editions[0], &other.tool.editions[0]);
    seen(one) == seen(other)
        && one.tool.status == other.tool.status
        && first.facts == second.facts
        && first.assessments == second.assessments
}

/// A tool for each edition, with that edition alone.
fn one_by_one(tool: Tool) -> Vec<Tool> {
    let editions = tool.editions.clone();
    editions.into_iter().map(|edition| Tool { editions: vec![edition], ..tool.clone() }).collect()
}

/// What one property found on one edition.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    /// Combinations that were looked at.
    pub(crate) looked_at: u64,
    /// Combinations that break the property.
    broken: u64,
    examples: Vec<String>,
}

impl Ledger {
    /// Notes one combination; `example` is only made for the first few.
    pub(crate) fn look(&mut self, holds: bool, example: impl FnOnce() -> String) {
        self.looked_at += 1;
        if !holds {
            self.broken += 1;
            if self.examples.len() < 3 {
                self.examples.push(example());
            }
        }
    }
}

/// A question as it would be asked.
pub(crate) fn asked(question: &Question) -> String {
    serde_json::to_string(question).expect("a question is JSON")
}

/// Runs a property over every edition on every processor, prints how much was
/// looked at, and fails with every edition that breaks it.
///
/// `expected` is how many combinations there are: a loop that turns out to
/// be empty fails.
pub(crate) fn hold(property: &str, expected: impl Fn(&Subject) -> u64, look: impl Fn(&Subject, &mut Ledger) + Sync) {
    let subjects = subjects();
    let next = Mutex::new(0..subjects.len());
    let found = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let Some(index) = next.lock().expect("no thread panics with it").next() else {
                        return;
                    };
                    let mut ledger = Ledger::default();
                    look(&subjects[index], &mut ledger);
                    found.lock().expect("no thread panics with it").push((index, ledger));
                }
            });
        }
    });
    let mut found = found.into_inner().expect("no thread panics with it");
    found.sort_by_key(|(index, _)| *index);
    let looked_at: u64 = found.iter().map(|(_, ledger)| ledger.looked_at).sum();
    println!("{looked_at:>11} combinations of {} editions: {property}", subjects.len());
    let broken: Vec<String> = found
        .iter()
        .filter(|(_, ledger)| ledger.broken > 0)
        .map(|(index, ledger)| describe(&subjects[*index].tool, ledger))
        .collect();
    assert!(broken.is_empty(), "{property}: {} editions break it\n{}", broken.len(), broken.concat());
    assert_eq!(looked_at, subjects.iter().map(expected).sum::<u64>(), "{property}: not everything was looked at");
}

fn describe(tool: &Tool, ledger: &Ledger) -> String {
    let editions: Vec<&str> = tool.editions.iter().map(|edition| edition.id.as_str()).collect();
    let mut text = format!(
        "{} {}: {} of {} combinations, such as\n",
        tool.id,
        editions.join(" "),
        ledger.broken,
        ledger.looked_at
    );
    for example in &ledger.examples {
        let _ = writeln!(text, "    {example}");
    }
    text
}
