//! Cases as people write them: a question, and what must come of it.

use std::path::Path;

use magdit::{ConsentKind, Date, Effect, Outcome, Question, Route};
use serde::Deserialize;

use crate::{TODAY, text};

/// One file of cases.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// What the file is about, for readers.
    pub about: String,
    /// The cases.
    #[serde(rename = "case")]
    pub cases: Vec<Case>,
}

/// A question about a tool and what must come of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The point of the case, as a sentence.
    pub title: String,
    /// For a worked question, its number in the research.
    #[serde(default)]
    pub number: Option<u8>,
    /// For a worked question, what makes the answer right.
    #[serde(default)]
    pub ground: Option<String>,
    /// Id of the tool.
    pub tool: String,
    /// The question; it is about the day on which it is asked unless it names
    /// one.
    pub question: toml::Table,
    /// The lists of a school's own file that lies over the knowledge base,
    /// where there is one.
    #[serde(default)]
    pub school: Option<toml::Table>,
    /// What must come of it.
    pub expect: Expect,
}

/// What must come of a question. What is left out is not looked at.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// The outcome.
    pub outcome: Outcome,
    /// The best route; `none` where no route is open.
    #[serde(default)]
    pub route: Option<RouteOrNone>,
    /// The edition that was chosen.
    #[serde(default)]
    pub edition: Option<String>,
    /// Who must agree.
    #[serde(default)]
    pub consent: Option<ConsentKind>,
    /// Under which age parents consent.
    #[serde(default)]
    pub until_age: Option<u8>,
    /// In a file about a rule: the case it finds.
    #[serde(default)]
    pub because: Option<String>,
    /// In a file about a rule: how it weighs.
    #[serde(default)]
    pub effect: Option<Effect>,
    /// In a file about a rule: that it says nothing.
    #[serde(default)]
    pub silent: bool,
    /// Conditions that must be there.
    #[serde(default)]
    pub conditions: Vec<String>,
    /// Conditions that must not be there.
    #[serde(default)]
    pub no_conditions: Vec<String>,
    /// Rules that must be among the reasons.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// The outcome that the same question had until its evidence grew too
    /// old.
    #[serde(default)]
    pub was: Option<Outcome>,
    /// Routes that must not be open, whatever the best one is.
    #[serde(default)]
    pub not_ok: Vec<Route>,
    /// Sets of changes, by their kinds, that must be told.
    #[serde(default)]
    pub would_change: Vec<Vec<String>>,
    /// Kinds of changes that must be told in no set.
    #[serde(default)]
    pub no_change: Vec<String>,
}

/// A route, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum RouteOrNone {
    /// This route.
    Route(Route),
    /// No route.
    None(NoRoute),
}

/// No route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum NoRoute {
    /// No route.
    #[serde(rename = "none")]
    None,
}

impl RouteOrNone {
    /// As an answer has it.
    #[must_use]
    pub const fn route(self) -> Option<Route> {
        match self {
            Self::Route(route) => Some(route),
            Self::None(NoRoute::None) => None,
        }
    }
}

impl CaseFile {
    /// Reads a file of cases. Keys it does not know stop it.
    ///
    /// # Panics
    ///
    /// When the file is not as it should be; the message says where.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        let file: Self = toml::from_str(&text(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(file.cases.len() >= 2, "{}: a single case has no other side", path.display());
        file
    }
}

impl Case {
    /// The school's own file, as the library reads it.
    ///
    /// # Panics
    ///
    /// When it cannot be written as JSON.
    #[must_use]
    pub fn school(&self) -> Option<Vec<u8>> {
        let mut table = self.school.clone()?;
        table.entry("name").or_insert_with(|| "Voorbeeldschool".into());
        table.entry("date").or_insert_with(|| TODAY.into());
        let text = toml::to_string(&table).unwrap_or_else(|error| panic!("{}: {error}", self.title));
        let json = magdit_curate::school_json("school.toml", &text).unwrap_or_else(|problems| panic!("{problems:?}"));
        Some(json.into_bytes())
    }

    /// The question, asked on a day.
    ///
    /// # Panics
    ///
    /// When it has a key or a value that no question has.
    #[must_use]
    pub fn question(&self, today: Date) -> Question {
        let mut table = self.question.clone();
        for key in ["as_of", "today"] {
            table.entry(key).or_insert_with(|| today.to_string().into());
        }
        table.try_into().unwrap_or_else(|error| panic!("{}: {error}", self.title))
    }
}
