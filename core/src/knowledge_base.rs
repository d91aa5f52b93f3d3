//! A verified knowledge base, ready for questions.

use core::fmt;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use crate::alternatives;
use crate::answer::{Alternative, Answer, Brief, KnowledgeBaseShown};
use crate::check::{self, EditionCheck, Ground};
use crate::condition::Condition;
use crate::date::Date;
use crate::error::AskError;
use crate::explain::{self, Material, Shelf};
use crate::fact::{Citation, FactKey, SourceId};
use crate::freshness::Freshness;
use crate::info::{Info, SchoolShown};
use crate::kb::digest::Digest;
use crate::kb::record;
use crate::kb::release::Release;
use crate::kb::table::Table;
use crate::kb::trust::Origin;
use crate::parameter::Parameter;
use crate::question::Question;
use crate::questionnaire::{self, Answers, Step, Words};
use crate::school::{National, School, SchoolError};
use crate::search::{self, IndexLayout, QueryError, SearchResult};
use crate::text::{Language, Register, Text};
use crate::tool::{Edition, Source, Supplier, Tool};
use crate::would_change::{self, Supposed};

mod explained;
mod file;
mod look;
mod many;

pub use many::Many;

/// A section of records: where it lies and how it is laid out.
#[derive(Debug, Clone)]
struct Records {
    range: Range<usize>,
    table: Table,
}

/// A verified knowledge base.
///
/// Opening verifies every byte. Records are read when they are asked for. A
/// knowledge base never changes; it can be shared between threads freely.
#[derive(Clone)]
pub struct KnowledgeBase {
    bytes: Cow<'static, [u8]>,
    sha256: OnceLock<Digest>,
    release: Release,
    names: (Range<usize>, IndexLayout),
    tools: Records,
    suppliers: Records,
    sources: Records,
    texts: Records,
    alternatives: Option<Records>,
    conditions: Vec<Condition>,
    lacking: Vec<&'static str>,
    parameters: Vec<Parameter>,
    school: Option<Arc<School>>,
    origin: Origin,
    content: Digest,
    key_epoch: u32,
}

/// A tool with its supplier and every source its record refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToolShown {
    /// The record.
    #[serde(flatten)]
    pub tool: Tool,
    /// Name of the supplier.
    pub supplier_name: String,
    /// Where it was read that this supplier is behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supplier_cited: Option<Citation>,
    /// The documents its facts were read in, by id.
    pub sources: Vec<Source>,
}

impl KnowledgeBase {
    /// The same knowledge base with a school's own file over it: strict JSON,
    /// as `examples/school.toml` shows it.
    ///
    /// An entry that is not right is left out and stands in
    /// [`School::problems`]; answers on a tool that such an entry names ask the
    /// school. This knowledge base stays as it is; a file laid
    /// over it before is replaced.
    ///
    /// # Errors
    ///
    /// [`SchoolError`] if nothing of the file can be used.
    pub fn with_school(&self, file: &[u8]) -> Result<Self, SchoolError> {
        let national = National {
            tool: &|id| self.national_tool(id).ok(),
            nearest: &|text| self.search_national(text, 1).ok()?.matches.into_iter().next().map(|found| found.id),
        };
        let school = School::read(file, &national)?;
        Ok(Self { school: Some(Arc::new(school)), ..self.clone() })
    }

    /// The school's own file, where one lies over this knowledge base.
    #[must_use]
    pub fn school(&self) -> Option<&School> {
        self.school.as_deref()
    }

    /// A question with what the school's file says of the school filled in
    /// where the question leaves it open. Answers are for this question.
    #[must_use]
    pub fn at_school(&self, question: &Question) -> Question {
        let sector = question.sector.or_else(|| self.school()?.sector);
        Question { sector, ..question.clone() }
    }

    /// Which knowledge base this is. Without `today` it is not said how old.
    #[must_use]
    pub fn info(&self, today: Option<Date>) -> Info {
        let release = self.release;
        Info {
            version: env!("CARGO_PKG_VERSION"),
            release,
            freshness: today.map(|day| Freshness::on(day, release.issued, release.review_by, release.expires)),
            tools: self.tools.table.len(),
            sha256: self.sha256(),
            school: self.school().map(SchoolShown::from),
        }
    }

    /// Tools by name, with typing errors, by the beginning of a name, or by a
    /// link; at most `limit` of them. Tools of the school's own file are found
    /// in the same way.
    ///
    /// # Errors
    ///
    /// [`QueryError`] if the text is too long or holds control characters.
    pub fn search(&self, text: &str, limit: usize) -> Result<SearchResult, QueryError> {
        let found = self.search_national(text, limit)?;
        match self.school() {
            Some(school) => school.find(text, limit, found),
            None => Ok(found),
        }
    }

    fn search_national(&self, text: &str, limit: usize) -> Result<SearchResult, QueryError> {
        let (range, layout) = &self.names;
        layout.view(part(&self.bytes, range)).search(text, limit)
    }

    /// Ids of all tools, sorted.
    pub fn tool_ids(&self) -> impl Iterator<Item = &str> {
        self.tools.table.iter(part(&self.bytes, &self.tools.range)).map(|(id, _)| id)
    }

    /// The record of a tool.
    ///
    /// # Errors
    ///
    /// [`AskError::UnknownTool`] if no tool has this id.
    pub fn tool(&self, id: &str) -> Result<Tool, AskError> {
        match (self.national_tool(id), self.school().and_then(|school| school.tool(id))) {
            (Err(AskError::UnknownTool), Some(own)) => Ok(own.clone()),
            (found, _) => found,
        }
    }

    fn national_tool(&self, id: &str) -> Result<Tool, AskError> {
        let record = self.get(&self.tools, id).ok_or(AskError::UnknownTool)?;
        Ok(record::read(record)?)
    }

    /// The record of a tool with its supplier and sources.
    ///
    /// # Errors
    ///
    /// As [`KnowledgeBase::tool`].
    pub fn tool_shown(&self, id: &str) -> Result<ToolShown, AskError> {
        let tool = self.tool(id)?;
        let mut ids: Vec<&SourceId> = Vec::new();
        for edition in &tool.editions {
            let known = edition.facts.iter().filter_map(|entry| entry.fact.known());
            ids.extend(known.map(|known| &known.source));
            let corrections = edition.facts.iter().filter_map(|entry| entry.correction.as_ref());
            ids.extend(corrections.map(|correction| &correction.source));
            ids.extend(edition.assessments.iter().map(|assessment| &assessment.source));
        }
        let supplier = self.supplier(&tool.supplier);
        let supplier_cited = supplier.as_ref().and_then(|supplier| supplier.cited.clone());
        ids.extend(tool.status_cited.iter().chain(&supplier_cited).map(|cited| &cited.source));
        ids.sort_unstable();
        ids.dedup();
        let sources = ids.into_iter().filter_map(|id| self.source(id)).collect();
        let supplier_name = supplier.map_or_else(|| tool.supplier.clone(), |supplier| supplier.name);
        Ok(ToolShown { tool, supplier_name, supplier_cited, sources })
    }

    /// Whether a tool may be used: the answer to a question, with sentences.
    ///
    /// # Errors
    ///
    /// [`AskError`] if there is no such tool or edition, or the age is none.
    pub fn check(&self, id: &str, question: &Question, language: Language) -> Result<Answer, AskError> {
        let tool = self.tool(id)?;
        let supposing = |supposed: &Supposed<'_>| self.where_supposed(supposed);
        let passing = |question: &Question| self.passing(&tool, question);
        let mut answers = self.answers(&tool, question, &[language], (supposing, passing))?;
        answers.pop().ok_or(AskError::NoEdition)
    }

    /// The answer in each language. `supposing` says what comes out where
    /// something is supposed, `passing` which other tools pass.
    fn answers(
        &self,
        tool: &Tool,
        question: &Question,
        languages: &[Language],
        (supposing, passing): (impl Fn(&Supposed<'_>) -> Option<Brief>, impl Fn(&Question) -> Vec<Alternative>),
    ) -> Result<Vec<Answer>, AskError> {
        let named = question.sector;
        let question = &self.at_school(question);
        let (ground, freshness) = self.ground(question)?;
        let checks = check_all(tool, ground)?;
        let supplier = self.supplier_name(&tool.supplier);
        let mut ways_out = None;
        let mut answer = |language| {
            let material = self.material(tool, &supplier, ground, &checks, language, freshness);
            let mut answer = explain::answer(&material).ok_or(AskError::NoEdition)?;
            self.add_was(&mut answer, tool, &checks, ground, language);
            if let Some(school) = &mut answer.school {
                school.sector = question.sector.filter(|_| named.is_none());
            }
            // Past its last day a knowledge base has no yes, whatever is changed.
            if !ground.expired && !answer.is_yes_to(question) {
                let missing = || answer.unknowns.iter().map(|unknown| unknown.key).collect::<Vec<FactKey>>();
                let find = || (would_change::find(tool, question, &missing(), &supposing), passing(question));
                let (changes, others) = ways_out.get_or_insert_with(find);
                answer.would_change =
                    explain::would_change(self, &answer.supplier, question, language, changes.clone());
                answer.alternatives.clone_from(others);
            }
            Ok(answer)
        };
        languages.iter().map(|&language| answer(language)).collect()
    }

    fn where_supposed(&self, supposed: &Supposed<'_>) -> Option<Brief> {
        self.brief_where(&supposed.tool, &supposed.question, supposed.approved).ok()
    }

    /// Other tools that pass in a question.
    fn passing(&self, tool: &Tool, question: &Question) -> Vec<Alternative> {
        alternatives::find(tool, question, &self.candidates(tool), |tool, question| self.brief(tool, question).ok())
    }

    /// Tools that could stand in for a tool: the school's own, and then those
    /// that its record names.
    fn candidates(&self, tool: &Tool) -> Vec<Tool> {
        let named: Vec<String> = self
            .alternatives
            .as_ref()
            .and_then(|records| self.get(records, &tool.id))
            .and_then(|record| record::read(record).ok())
            .unwrap_or_default();
        let mut candidates = Vec::new();
        for own in self.school().map(School::tools).unwrap_or_default() {
            if alternatives::may_stand_in(own, tool) {
                candidates.push(own.clone());
            }
        }
        candidates.extend(named.iter().filter_map(|id| self.tool(id).ok()));
        candidates
    }

    /// The outcome alone, for a record at hand: for callers who ask much.
    ///
    /// # Errors
    ///
    /// As [`KnowledgeBase::check`].
    pub fn brief(&self, tool: &Tool, question: &Question) -> Result<Brief, AskError> {
        self.brief_where(tool, question, false)
    }

    /// The same, where the school is supposed to have approved it.
    fn brief_where(&self, tool: &Tool, question: &Question, approved: bool) -> Result<Brief, AskError> {
        let question = &self.at_school(question);
        let (ground, _) = self.ground(question)?;
        let ground = Ground { approved, ..ground };
        let checks = check_all(tool, ground)?;
        check::brief(tool, &checks, ground).ok_or(AskError::NoEdition)
    }

    /// What to ask next about a tool that nobody recorded, or, when no answer
    /// can change the outcome any more, the provisional answer with a request
    /// to look at the tool. The edition of the question does not count. What
    /// the school decided on a tool of this name counts.
    ///
    /// # Errors
    ///
    /// [`AskError`] if the age is none.
    pub fn questionnaire(&self, answers: &Answers, question: &Question, language: Language) -> Result<Step, AskError> {
        let question = &Question { edition: None, ..self.at_school(question) };
        let (ground, freshness) = self.ground(question)?;
        let known = self.school().and_then(|_| self.with_name(answers.name()));
        let ground = Ground { decided_as: known.as_deref(), ..ground };
        let words = Words {
            text: &|key| Shelf::text(self, language, key, Register::Teacher),
            date: &|date| explain::date_in_words(date, language),
            tool: answers.name(),
            supplier: answers.supplier(),
        };
        if let Some(key) = questionnaire::next(answers, ground) {
            return Ok(Step::Ask(questionnaire::ask(&words, answers, key)));
        }
        let place = self.text(language, "questionnaire.own_answers", Register::Teacher).unwrap_or_default();
        let tool = questionnaire::record(answers, question.as_of, place);
        let mut checks = check_all(&tool, ground)?;
        questionnaire::hold_back(&mut checks, answers);
        let material = Material {
            shelf: self,
            tool: &tool,
            supplier: words.supplier(),
            ground,
            checks: &checks,
            language,
            freshness,
            knowledge_base: self.shown(),
        };
        let answer = explain::answer(&material).ok_or(AskError::NoEdition)?;
        Ok(Step::Done(Box::new(questionnaire::provisional(&words, answer, answers, question))))
    }

    /// The id of the tool that has this very name, known by name only or not.
    fn with_name(&self, name: &str) -> Option<String> {
        let found = self.search(name, 1).ok()?.matches.into_iter().next()?;
        (search::folded(&found.matched) == search::folded(name)).then_some(found.id)
    }

    /// What holds beside the question.
    fn ground<'a>(&'a self, question: &'a Question) -> Result<(Ground<'a>, Freshness), AskError> {
        if let Some(found) = question.age.filter(|&age| age > Question::MAX_AGE) {
            return Err(AskError::Age { found });
        }
        let today = question.today.unwrap_or(question.as_of.max(self.release.issued));
        let freshness = self.freshness(today);
        let expired = matches!(freshness, Freshness::Expired | Freshness::ClockSuspect);
        let (parameters, school) = (self.parameters.as_slice(), self.school());
        let lacking = self.lacking.as_slice();
        Ok((Ground { question, parameters, expired, lacking, school, approved: false, decided_as: None }, freshness))
    }

    /// The sentence under a key of the texts, with its blanks unfilled.
    #[must_use]
    pub fn text(&self, language: Language, key: &str, register: Register) -> Option<&str> {
        Shelf::text(self, language, key, register)
    }

    /// The sentences of one section of the texts, such as `ui` or
    /// `outcome-short`, by what follows the section in their keys; blanks are
    /// unfilled. For a surface that has words of its own to show.
    pub fn texts<'a>(
        &'a self,
        language: Language,
        section: &str,
        register: Register,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let before = format!("{language}/{section}.");
        self.texts
            .table
            .iter(part(&self.bytes, &self.texts.range))
            .filter_map(move |(key, record)| Some((key.strip_prefix(before.as_str())?, Text::read(record, register)?)))
    }

    /// A date as people write it in a language: "21 november 2026".
    #[must_use]
    pub fn date_in_words(&self, date: Date, language: Language) -> String {
        explain::date_in_words(date, language)
    }

    /// This knowledge base as answers name it.
    fn shown(&self) -> KnowledgeBaseShown {
        KnowledgeBaseShown {
            edition: self.release.number,
            issued: self.release.issued,
            sha256: self.sha256().to_string(),
        }
    }

    fn supplier(&self, id: &str) -> Option<Supplier> {
        self.get(&self.suppliers, id).and_then(|record| record::read(record).ok())
    }

    fn supplier_name(&self, id: &str) -> String {
        self.supplier(id).map_or_else(|| id.to_owned(), |supplier| supplier.name)
    }

    fn get<'a>(&'a self, records: &Records, key: &str) -> Option<&'a [u8]> {
        records.table.get(part(&self.bytes, &records.range), key)
    }
}

impl Shelf for KnowledgeBase {
    fn text(&self, language: Language, key: &str, register: Register) -> Option<&str> {
        let record = self.get(&self.texts, &[language.as_str(), "/", key].concat())?;
        Text::read(record, register)
    }

    fn source(&self, id: &SourceId) -> Option<Source> {
        let own = || self.school().filter(|_| id.as_str() == School::SOURCE).map(School::source);
        self.get(&self.sources, id.as_str()).and_then(|record| record::read(record).ok()).or_else(own)
    }

    fn conditions(&self) -> &[Condition] {
        &self.conditions
    }
}

impl fmt::Debug for KnowledgeBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KnowledgeBase")
            .field("release", &self.release)
            .field("tools", &self.tools.table.len())
            .finish_non_exhaustive()
    }
}

/// The bytes of a range that was verified at opening.
fn part<'a>(bytes: &'a [u8], range: &Range<usize>) -> &'a [u8] {
    bytes.get(range.clone()).unwrap_or_default()
}

fn check_all<'a>(tool: &'a Tool, ground: Ground<'_>) -> Result<Vec<EditionCheck<'a>>, AskError> {
    let editions = editions(tool, ground.question)?;
    Ok(editions.into_iter().map(|edition| check::check_edition(tool, edition, ground)).collect())
}

fn editions<'a>(tool: &'a Tool, question: &Question) -> Result<Vec<&'a Edition>, AskError> {
    match &question.edition {
        None => Ok(tool.editions.iter().collect()),
        Some(id) => match tool.edition(id) {
            Some(edition) => Ok(vec![edition]),
            None => Err(AskError::UnknownEdition {
                available: tool.editions.iter().map(|edition| edition.id.clone()).collect(),
            }),
        },
    }
}
