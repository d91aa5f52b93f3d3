//! What an id stands for: a rule, a condition, a fact, a parameter, a source.

use serde::Serialize;

use crate::answer::SourceShown;
use crate::condition::Condition;
use crate::fact::FactKey;
use crate::parameter::{ParameterId, ParameterValue};
use crate::text::Text;
use crate::tool::Source;

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wordings {
    /// Dutch.
    pub nl: Text,
    /// English.
    pub en: Text,
}

/// A case that a rule tells apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseWording {
    /// The case.
    pub case: &'static str,
    /// What is said in it.
    pub text: Wordings,
}

/// Where a source was used in the record of a tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceUse {
    /// Id of the tool.
    pub tool: String,
    /// Facts that were read in it.
    pub facts: Vec<FactKey>,
    /// How many assessments were read in it.
    pub assessments: usize,
}

/// What an id stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Explained {
    /// A rule.
    Rule {
        /// Its id.
        id: &'static str,
        /// What it asks.
        question: Wordings,
        /// The law or policy it rests on.
        cites: &'static str,
        /// The documents in which that was read.
        sources: Vec<SourceShown>,
        /// The facts it looks at.
        looks_at: &'static [FactKey],
        /// The dated numbers it looks at.
        parameters: &'static [ParameterId],
        /// Ids of the conditions it may bring.
        brings: &'static [&'static str],
        /// Every case it tells apart, with its sentence.
        cases: Vec<CaseWording>,
    },
    /// A condition of the catalogue.
    Condition {
        /// The entry.
        #[serde(flatten)]
        condition: Box<Condition>,
        /// What to do.
        text: Wordings,
        /// Why.
        because: Wordings,
        /// Rules that may bring it; besides its own trigger, if it has one.
        brought_by: Vec<&'static str>,
        /// Its documents, in full.
        documents: Vec<SourceShown>,
    },
    /// A key of facts.
    Fact {
        /// The key.
        id: FactKey,
        /// What it is about, as words.
        label: Wordings,
        /// Words it may have; empty where it is no word.
        words: &'static [&'static str],
        /// Rules that look at it.
        looked_at_by: Vec<&'static str>,
        /// Conditions whose trigger looks at it.
        tested_by: Vec<String>,
        /// Whether only a text for the Netherlands or the EEA counts.
        needs_eea_text: bool,
        /// Months after which a value counts as outdated, unless its entry
        /// names a day.
        review_months: u16,
    },
    /// A dated number from law or policy.
    Parameter {
        /// Its id.
        id: ParameterId,
        /// Rules that look at it.
        looked_at_by: Vec<&'static str>,
        /// Every value, with its days and its document.
        values: Vec<ParameterValue>,
        /// Its documents, in full.
        documents: Vec<SourceShown>,
    },
    /// A document.
    Source {
        /// The document.
        source: Box<Source>,
        /// Rules that rest on it.
        rules: Vec<&'static str>,
        /// Conditions that rest on it.
        conditions: Vec<String>,
        /// Parameters with a value from it.
        parameters: Vec<ParameterId>,
        /// Records with something from it.
        tools: Vec<SourceUse>,
    },
}
