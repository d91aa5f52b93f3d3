//! Looks behind answers: trails, outlines, histories, and the parts a
//! knowledge base is made of.

use super::{KnowledgeBase, check_all, part};
use crate::answer::{Answer, Outcome, Outline, Trace};
use crate::check::{EditionCheck, Ground};
use crate::condition::Condition;
use crate::error::AskError;
use crate::explain::{self, Material, Shelf};
use crate::fact::SourceId;
use crate::freshness::Freshness;
use crate::history::{self, History, HistoryEdition};
use crate::parameter::Parameter;
use crate::question::Question;
use crate::text::Language;
use crate::tool::{NameKind, Source, Tool};
use crate::was;

impl KnowledgeBase {
    /// The answer of [`KnowledgeBase::check`] with the whole trail behind it:
    /// every sentence with its rule or condition, every route with what each
    /// rule found and on which facts, and what was not looked at.
    ///
    /// # Errors
    ///
    /// As [`KnowledgeBase::check`].
    pub fn trace(&self, id: &str, question: &Question, language: Language) -> Result<(Answer, Trace), AskError> {
        let answer = self.check(id, question, language)?;
        let tool = self.tool(id)?;
        let question = &self.at_school(question);
        let (ground, freshness) = self.ground(question)?;
        let checks = check_all(&tool, ground)?;
        let supplier = self.supplier_name(&tool.supplier);
        let trace = explain::trace(&self.material(&tool, &supplier, ground, &checks, language, freshness), &answer);
        Ok((answer, trace))
    }

    /// The answer in ids, for a record at hand: for callers who compare many
    /// answers. It holds what the strictest case of the question holds.
    ///
    /// # Errors
    ///
    /// As [`KnowledgeBase::check`].
    pub fn outline(&self, tool: &Tool, question: &Question) -> Result<Outline, AskError> {
        let question = &self.at_school(question);
        let (ground, freshness) = self.ground(question)?;
        let checks = check_all(tool, ground)?;
        explain::outline(&self.material(tool, "", ground, &checks, Language::Nl, freshness)).ok_or(AskError::NoEdition)
    }

    /// What is recorded of a tool, in order of time.
    ///
    /// # Errors
    ///
    /// As [`KnowledgeBase::tool`].
    pub fn history(&self, id: &str) -> Result<History, AskError> {
        let tool = self.tool(id)?;
        let events = history::events(&tool);
        let mut ids: Vec<&SourceId> = events.iter().filter_map(|event| event.source.as_ref()).collect();
        ids.sort_unstable();
        ids.dedup();
        let sources = ids.into_iter().filter_map(|id| self.source(id)).map(Into::into).collect();
        let former = tool.other_names.iter().filter(|name| name.kind == NameKind::FormerName);
        let former_names = former.map(|name| name.text.clone()).collect();
        let editions = tool.editions.iter().map(|edition| HistoryEdition {
            id: edition.id.clone(),
            name: edition.name.clone(),
            plan: edition.plan,
        });
        let editions = editions.collect();
        Ok(History { tool: tool.id, name: tool.name, former_names, editions, events, sources })
    }

    /// Every dated number from law and policy, sorted by id.
    #[must_use]
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    /// The catalogue of conditions, sorted by id.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The document with this id; that of the school's own file too.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<Source> {
        Shelf::source(self, id)
    }

    /// Ids of all documents, sorted.
    pub fn source_ids(&self) -> impl Iterator<Item = &str> {
        self.sources.table.iter(part(&self.bytes, &self.sources.range)).map(|(id, _)| id)
    }

    /// Keys of all texts with their language in front, such as
    /// `nl/outcome.allowed`, sorted.
    pub fn text_keys(&self) -> impl Iterator<Item = &str> {
        self.texts.table.iter(part(&self.bytes, &self.texts.range)).map(|(key, _)| key)
    }

    /// Says until when an answer that asks the school was a yes, where its
    /// evidence grew too old since.
    pub(super) fn add_was(
        &self,
        answer: &mut Answer,
        tool: &Tool,
        checks: &[EditionCheck<'_>],
        ground: Ground<'_>,
        language: Language,
    ) {
        if answer.outcome != Outcome::AskSchool {
            return;
        }
        let expires = (answer.freshness == Freshness::Expired).then_some(self.release.expires);
        let found = was::find(tool, checks, ground, expires, |question| self.brief(tool, question).ok());
        answer.was = found.map(|(brief, on)| explain::was(self, ground.question, language, &brief, on));
    }

    pub(super) fn material<'a>(
        &'a self,
        tool: &'a Tool,
        supplier: &'a str,
        ground: Ground<'a>,
        checks: &'a [EditionCheck<'a>],
        language: Language,
        freshness: Freshness,
    ) -> Material<'a, Self> {
        let knowledge_base = self.shown();
        Material { shelf: self, tool, supplier, ground, checks, language, freshness, knowledge_base }
    }
}
