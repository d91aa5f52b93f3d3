//! `magdit explain`: what an id stands for, and how it came out.

use magdit::{
    Answer, ConditionShown, Country, Explained, FactEntry, KnowledgeBase, NotLookedAt, Outcome, ParameterId,
    ParameterValue, Question, Reason, Route, SentenceTrace, Trace,
};
use serde::Serialize;

use crate::args::{Args, ExplainArgs};
use crate::failure::Failure;
use crate::library::{self, Named};
use crate::render;

/// Most ids that are offered for one that stands for nothing.
const OFFERED: usize = 5;

/// What a rule found on one route.
#[derive(Serialize)]
pub(crate) struct Finding {
    pub(crate) edition: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) age: Option<magdit::AgeBand>,
    pub(crate) route: Route,
    pub(crate) reason: Reason,
}

/// What is recorded under a key, or from a source, in one edition.
#[derive(Serialize)]
pub(crate) struct Recorded {
    pub(crate) edition: String,
    #[serde(flatten)]
    pub(crate) entry: FactEntry,
}

/// How an id came out for one tool and one question.
#[derive(Serialize)]
pub(crate) struct Here {
    pub(crate) tool: String,
    pub(crate) name: String,
    pub(crate) question: Question,
    pub(crate) outcome: Outcome,
    /// What the rule found, or what rules found that look at it.
    pub(crate) findings: Vec<Finding>,
    /// Routes on which the rule had nothing to say.
    pub(crate) silent_on: Vec<Route>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) condition: Option<ConditionShown>,
    /// Sentences of the answer that come from it.
    pub(crate) sentences: Vec<SentenceTrace>,
    pub(crate) recorded: Vec<Recorded>,
    /// Values of the parameter in force.
    pub(crate) in_force: Vec<ParameterValue>,
    pub(crate) not_looked_at: NotLookedAt,
}

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    explained: &'a [Explained],
    #[serde(skip_serializing_if = "Option::is_none")]
    here: Option<&'a Here>,
}

pub(crate) fn run(args: &Args, explain: &ExplainArgs) -> Result<(), Failure> {
    let library = library::open(args)?;
    let id = explain.id.as_str();
    let explained = library.explain(id)?;
    if explained.is_empty() {
        let ids = library.explainable();
        let nearest = magdit_curate::nearest_words(id, ids.iter().map(String::as_str), OFFERED);
        return Err(Failure::UnknownId { nearest: nearest.into_iter().map(str::to_owned).collect() });
    }
    let here = match &explain.tool {
        None => None,
        Some(tool) => match library::named(&library, tool)? {
            Named::Tool { id: tool, edition } => {
                let question = explain.asked.question(&library, library::today(args), edition);
                let question = library.at_school(&question);
                let (answer, trace) = library.trace(&tool, &question, args.lang)?;
                Some(here(&library, id, &explained, answer, trace)?)
            }
            Named::Uncertain(result) => {
                render::candidates::print(args, &library, &result)?;
                return Err(Failure::of_search(&result));
            }
        },
    };
    if args.json {
        render::json(&Shown { id, explained: &explained, here: here.as_ref() })
    } else {
        render::explained::print(&library, args.lang, &explained, here.as_ref())
    }
}

/// The part of a trail that belongs to an id.
fn here(
    library: &KnowledgeBase,
    id: &str,
    explained: &[Explained],
    answer: Answer,
    trace: Trace,
) -> Result<Here, Failure> {
    let is_rule = explained.iter().any(|explained| matches!(explained, Explained::Rule { .. }));
    let by_source = |reason: &Reason| {
        reason.sources.iter().any(|source| source.as_str() == id)
            || reason.facts.iter().any(|fact| fact.source.as_ref().is_some_and(|source| source.as_str() == id))
    };
    let by_parameter = |reason: &Reason| {
        explained.iter().any(|explained| match explained {
            Explained::Parameter { looked_at_by, .. } => looked_at_by.contains(&reason.rule),
            _ => false,
        })
    };
    let about = |reason: &Reason| {
        reason.rule == id
            || reason.conditions.contains(&id)
            || reason.facts.iter().any(|fact| fact.key.as_str() == id)
            || by_source(reason)
            || by_parameter(reason)
    };
    let mut findings = Vec::new();
    let mut silent_on = Vec::new();
    for edition in &trace.editions {
        for case in &edition.cases {
            for route in &case.routes {
                let reasons = route.reasons.iter().filter(|reason| about(reason)).cloned();
                let edition = edition.id.clone();
                findings.extend(reasons.map(|reason| Finding {
                    edition: edition.clone(),
                    age: case.age,
                    route: route.route,
                    reason,
                }));
                if is_rule && route.silent.contains(&id) && !silent_on.contains(&route.route) {
                    silent_on.push(route.route);
                }
            }
        }
    }
    let from = |sentence: &&SentenceTrace| sentence.rules.contains(&id) || sentence.condition.as_deref() == Some(id);
    Ok(Here {
        recorded: recorded(library, id, &answer.tool)?,
        in_force: in_force(library, id, &trace.question),
        sentences: trace.sentences.iter().filter(from).cloned().collect(),
        condition: answer.conditions.into_iter().find(|condition| condition.id == id),
        tool: answer.tool,
        name: answer.name,
        outcome: answer.outcome,
        question: trace.question,
        findings,
        silent_on,
        not_looked_at: trace.not_looked_at,
    })
}

/// What the record holds under a key, or from a source.
fn recorded(library: &KnowledgeBase, id: &str, tool: &str) -> Result<Vec<Recorded>, Failure> {
    let tool = library.tool(tool)?;
    let is_here = |entry: &&FactEntry| {
        entry.key.as_str() == id || entry.fact.known().is_some_and(|known| known.source.as_str() == id)
    };
    let of = |edition: magdit::Edition| {
        let entries: Vec<FactEntry> = edition.facts.iter().filter(is_here).cloned().collect();
        entries.into_iter().map(move |entry| Recorded { edition: edition.id.clone(), entry })
    };
    Ok(tool.editions.into_iter().flat_map(of).collect())
}

/// The value of a parameter on the day and in the country of a question.
fn in_force(library: &KnowledgeBase, id: &str, question: &Question) -> Vec<ParameterValue> {
    let Some(id) = ParameterId::from_word(id) else { return Vec::new() };
    let country: Country = question.country;
    let of_id = library.parameters().iter().filter(|parameter| parameter.id == id);
    of_id.filter_map(|parameter| parameter.on(question.as_of, country, question.sector)).cloned().collect()
}
