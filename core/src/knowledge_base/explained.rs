//! Says what an id stands for.

use super::KnowledgeBase;
use crate::answer::SourceShown;
use crate::condition::Condition;
use crate::error::AskError;
use crate::explained::{CaseWording, Explained, SourceUse, Wordings};
use crate::fact::{FactKey, SourceId};
use crate::parameter::{Parameter, ParameterId};
use crate::rules::{RuleInfo, rules};
use crate::text::{Language, Register, Text};
use crate::tool::Source;

impl KnowledgeBase {
    /// Everything an id stands for: what it asks, the law or policy behind it
    /// with document and dates, what feeds it and what it brings, and its
    /// sentences. A rule and a condition may have the same id; then both.
    /// Nothing where the id stands for nothing.
    ///
    /// # Errors
    ///
    /// [`AskError::Record`] if a record that has to be looked through cannot
    /// be read.
    pub fn explain(&self, id: &str) -> Result<Vec<Explained>, AskError> {
        let mut found = Vec::new();
        found.extend(rules().iter().find(|rule| rule.id == id).map(|rule| self.explain_rule(rule)));
        let condition = self.conditions.iter().find(|condition| condition.id == id);
        found.extend(condition.map(|condition| self.explain_condition(condition)));
        found.extend(FactKey::from_word(id).map(|key| self.explain_fact(key)));
        let parameter = self.parameters.iter().find(|parameter| parameter.id.as_str() == id);
        found.extend(parameter.map(|parameter| self.explain_parameter(parameter)));
        if let Some(source) = self.source(&SourceId(id.to_owned())) {
            found.push(self.explain_source(source)?);
        }
        Ok(found)
    }

    /// Every id that [`KnowledgeBase::explain`] knows, sorted.
    #[must_use]
    pub fn explainable(&self) -> Vec<String> {
        let own = |word: &&'static str| (*word).to_owned();
        let mut ids: Vec<String> = rules().iter().map(|rule| rule.id.to_owned()).collect();
        ids.extend(self.conditions.iter().map(|condition| condition.id.clone()));
        ids.extend(FactKey::WORDS.iter().map(own));
        ids.extend(ParameterId::WORDS.iter().map(own));
        ids.extend(self.source_ids().map(str::to_owned));
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn explain_rule(&self, rule: &RuleInfo) -> Explained {
        let case =
            |&case: &&'static str| CaseWording { case, text: self.wordings(&format!("rule.{}.{case}", rule.id)) };
        Explained::Rule {
            id: rule.id,
            question: self.wordings(&format!("rule-question.{}", rule.id)),
            cites: rule.cites,
            sources: self.documents(rule.sources.iter().copied()),
            looks_at: rule.looks_at,
            parameters: rule.parameters,
            brings: rule.brings,
            cases: rule.because.iter().map(case).collect(),
        }
    }

    fn explain_condition(&self, condition: &Condition) -> Explained {
        let id = condition.id.as_str();
        Explained::Condition {
            condition: Box::new(condition.clone()),
            text: self.wordings(&format!("condition.{id}")),
            because: self.wordings(&format!("because.{id}")),
            brought_by: rules_that(|rule| rule.brings.contains(&id)),
            documents: self.documents(condition.sources.iter().map(SourceId::as_str)),
        }
    }

    fn explain_fact(&self, key: FactKey) -> Explained {
        let tests = |condition: &&Condition| {
            condition.when.as_ref().is_some_and(|trigger| trigger.facts.iter().any(|test| test.key == key))
        };
        Explained::Fact {
            id: key,
            label: self.wordings(&format!("fact.{key}")),
            words: key.words(),
            looked_at_by: rules_that(|rule| rule.looks_at.contains(&key)),
            tested_by: self.conditions.iter().filter(tests).map(|condition| condition.id.clone()).collect(),
            needs_eea_text: key.needs_eea_text(),
            review_months: key.review_months(),
        }
    }

    fn explain_parameter(&self, parameter: &Parameter) -> Explained {
        Explained::Parameter {
            id: parameter.id,
            looked_at_by: rules_that(|rule| rule.parameters.contains(&parameter.id)),
            values: parameter.values.clone(),
            documents: self.documents(parameter.values.iter().map(|value| value.source.as_str())),
        }
    }

    fn explain_source(&self, source: Source) -> Result<Explained, AskError> {
        let mut tools = Vec::new();
        for id in self.tool_ids() {
            let tool = self.tool(id)?;
            let entries = tool.editions.iter().flat_map(|edition| &edition.facts);
            let here = entries.filter(|entry| entry.fact.known().is_some_and(|known| known.source == source.id));
            let mut facts: Vec<FactKey> = here.map(|entry| entry.key).collect();
            facts.sort_unstable();
            facts.dedup();
            let assessments = tool.editions.iter().flat_map(|edition| &edition.assessments);
            let assessments = assessments.filter(|assessment| assessment.source == source.id).count();
            if !facts.is_empty() || assessments > 0 {
                tools.push(SourceUse { tool: tool.id, facts, assessments });
            }
        }
        let conditions = self.conditions.iter().filter(|condition| condition.sources.contains(&source.id));
        let parameters =
            self.parameters.iter().filter(|parameter| parameter.values.iter().any(|value| value.source == source.id));
        Ok(Explained::Source {
            rules: rules_that(|rule| rule.sources.contains(&source.id.as_str())),
            conditions: conditions.map(|condition| condition.id.clone()).collect(),
            parameters: parameters.map(|parameter| parameter.id).collect(),
            tools,
            source: Box::new(source),
        })
    }

    /// The documents with these ids, each once, by id.
    fn documents<'i>(&self, ids: impl Iterator<Item = &'i str>) -> Vec<SourceShown> {
        let mut ids: Vec<&str> = ids.collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().filter_map(|id| self.source(&SourceId(id.to_owned()))).map(Into::into).collect()
    }

    fn wordings(&self, key: &str) -> Wordings {
        let of = |language| {
            let form = |register| self.text(language, key, register).unwrap_or(key).to_owned();
            let (teacher, parent) = (form(Register::Teacher), form(Register::Parent));
            Text { parent: (parent != teacher).then_some(parent), teacher }
        };
        Wordings { nl: of(Language::Nl), en: of(Language::En) }
    }
}

fn rules_that(fits: impl Fn(&RuleInfo) -> bool) -> Vec<&'static str> {
    rules().into_iter().filter(fits).map(|rule| rule.id).collect()
}
