//! Many questions about many tools.

use core::borrow::Borrow;
use core::hash::Hash;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::KnowledgeBase;
use crate::alternatives;
use crate::answer::{Answer, Brief};
use crate::error::AskError;
use crate::question::Question;
use crate::text::Language;
use crate::tool::Tool;
use crate::would_change::Supposed;

/// Gives the answers of [`KnowledgeBase::check`] to who asks very much, such
/// as an export: what several questions need is worked out once, and kept.
///
/// What is kept grows to [`Many::MOST_KEPT`] short answers, and is then begun
/// anew. Threads may share one; each with its own waits for nobody.
///
/// ```no_run
/// # mod magdit_data { pub static KNOWLEDGE_BASE: &[u8] = b""; }
/// use magdit::{Date, KnowledgeBase, Language, Question};
///
/// let library = KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE)?;
/// let question = Question::on(Date::parse("2026-11-22").ok_or("no date")?);
/// let many = library.many();
/// let answers = many.check(&library.tool("kahoot")?, &question, Language::ALL)?;
/// assert_eq!(answers.first(), Some(&library.check("kahoot", &question, Language::Nl)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Many<'k> {
    library: &'k KnowledgeBase,
    candidates: Mutex<HashMap<String, Arc<[Arc<Tool>]>>>,
    tools: Mutex<HashMap<String, Arc<Tool>>>,
    /// What comes out for a candidate, by its id.
    passing: Mutex<Kept<String>>,
    /// What comes out for the tool of the last question, approved or not.
    supposed: Mutex<(String, Kept<bool>)>,
}

/// Short answers by question, apart for each of something.
#[derive(Debug)]
struct Kept<K> {
    briefs: HashMap<K, HashMap<Question, Option<Brief>>>,
    number: usize,
}

impl<K> Default for Kept<K> {
    fn default() -> Self {
        Self { briefs: HashMap::new(), number: 0 }
    }
}

impl<K: Eq + Hash> Kept<K> {
    fn get<Q: Eq + Hash + ?Sized>(&self, of: &Q, question: &Question) -> Option<&Option<Brief>>
    where
        K: Borrow<Q>,
    {
        self.briefs.get(of)?.get(question)
    }

    fn keep(&mut self, of: K, question: &Question, brief: Option<&Brief>) {
        if self.number >= Many::MOST_KEPT {
            *self = Self::default();
        }
        self.number = self.number.saturating_add(1);
        self.briefs.entry(of).or_default().insert(question.clone(), brief.cloned());
    }
}

/// What is kept is whole after a panic too: it is written in one step.
fn held<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

impl KnowledgeBase {
    /// For who asks very much: see [`Many`].
    #[must_use]
    pub fn many(&self) -> Many<'_> {
        Many {
            library: self,
            candidates: Mutex::default(),
            tools: Mutex::default(),
            passing: Mutex::default(),
            supposed: Mutex::default(),
        }
    }
}

impl Many<'_> {
    /// Most short answers that are kept.
    pub const MOST_KEPT: usize = 500_000;

    /// The answer about a record of this knowledge base, in each language.
    ///
    /// # Errors
    ///
    /// As [`KnowledgeBase::check`].
    pub fn check(&self, tool: &Tool, question: &Question, languages: &[Language]) -> Result<Vec<Answer>, AskError> {
        let candidates = self.candidates(tool);
        let ask = |tool: &Tool, question: &Question| self.brief(tool, question);
        let passing = |question: &Question| alternatives::find(tool, question, &candidates, ask);
        let supposing = |supposed: &Supposed<'_>| self.where_supposed(supposed);
        self.library.answers(tool, question, languages, (supposing, passing))
    }

    fn candidates(&self, tool: &Tool) -> Arc<[Arc<Tool>]> {
        let read = || {
            let mut tools = held(&self.tools);
            let found = self.library.candidates(tool).into_iter();
            found.map(|found| Arc::clone(tools.entry(found.id.clone()).or_insert_with(|| Arc::new(found)))).collect()
        };
        Arc::clone(held(&self.candidates).entry(tool.id.clone()).or_insert_with(read))
    }

    fn brief(&self, tool: &Tool, question: &Question) -> Option<Brief> {
        if let Some(known) = held(&self.passing).get(tool.id.as_str(), question) {
            return known.clone();
        }
        let brief = self.library.brief(tool, question).ok();
        held(&self.passing).keep(tool.id.clone(), question, brief.as_ref());
        brief
    }

    /// Only where the record itself is as it stands: other records differ.
    fn where_supposed(&self, supposed: &Supposed<'_>) -> Option<Brief> {
        let Cow::Borrowed(tool) = supposed.tool else { return self.library.where_supposed(supposed) };
        let mut of = held(&self.supposed);
        if of.0 != tool.id {
            *of = (tool.id.clone(), Kept::default());
        }
        if let Some(known) = of.1.get(&supposed.approved, &supposed.question) {
            return known.clone();
        }
        let brief = self.library.where_supposed(supposed);
        of.1.keep(supposed.approved, &supposed.question, brief.as_ref());
        brief
    }
}
