//! Answers of magdit as a tree of static files, for pages that may not run
//! WebAssembly and for whoever serves files and nothing else.
//!
//! [`export`] asks the library every question of a grid and writes down what
//! it answered, each different sentence once. `bindings/web/js/static` puts
//! the answers together again; they are the library's, byte for byte. Beside
//! them stand pages without scripts, and what describes the tree for
//! machines. Nothing here decides anything.

mod answers;
mod days;
mod describe;
mod diagram;
mod grid;
mod index;
mod pack;
mod page;
mod texts;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use magdit::json::CallError;
use magdit::{Date, Freshness, KnowledgeBase, Language, Many, Question, School, Tool};

use answers::OfTool;
use grid::Grid;
use pack::Packed;

/// The form of the files. A reader of another form refuses them.
pub const SCHEMA: &str = "magdit-static/1";

/// The file that makes a folder one of these trees.
pub const INDEX: &str = "index.json";

/// What to write.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The day of the questions. The answers hold from this day on.
    pub day: Date,
    /// Ids of the tools; all of them when there are none.
    pub tools: Vec<String>,
    /// Languages of the sentences.
    pub languages: Vec<Language>,
    /// Where the tree will stand, such as `https://example.org/mag-dit`.
    /// Without it no oEmbed is written, which needs whole addresses.
    pub base_url: Option<String>,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// An id that no tool has.
    #[error("no tool has the id {0}; `magdit search` finds ids")]
    UnknownTool(String),
    /// The id that the page with all tools has.
    #[error("a tool has the id index, which is the name of the list of all tools; leave it out with --tools")]
    Reserved,
    /// The library did not answer.
    #[error("{tool}: {source}")]
    Ask {
        /// Id of the tool.
        tool: String,
        /// What it said.
        source: CallError,
    },
    /// The day lies outside of the days of the knowledge base.
    #[error(
        "the knowledge base answers from {issued} until {expires}; ask about a day in between, or take a newer one"
    )]
    Day {
        /// Its first day.
        issued: Date,
        /// Its last day.
        expires: Date,
    },
    /// Not the address of a folder.
    #[error("the address is to begin with https:// or http:// and to have no blank, quote, ? or #")]
    BaseUrl,
    /// A file could not be put into words; none of this crate can fail so.
    #[error("a file could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// The tree, in memory.
#[derive(Debug)]
pub struct Export {
    /// Bytes of each file by its path, with `/` between folders.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many tools it answers about.
    pub tools: usize,
    /// How many questions it answers, in all languages.
    pub questions: usize,
    /// The last day on which every answer holds.
    pub until: Date,
}

/// A question of the export with what the library answered.
#[derive(Debug)]
pub struct Asked<'a> {
    /// Id of the tool.
    pub tool: &'a str,
    /// The language of the sentences.
    pub language: Language,
    /// The question.
    pub question: &'a Question,
    /// The answer as JSON.
    pub answer: &'a str,
}

/// Who is told of every question, from several threads at once.
pub type Witness<'a> = dyn Fn(&Asked<'_>) + Sync + 'a;

/// Makes the tree: the same bytes for the same knowledge base and plan.
///
/// # Errors
///
/// [`ExportError`] if a tool is not there, or the plan is not right.
pub fn export(library: &KnowledgeBase, plan: &Plan) -> Result<Export, ExportError> {
    export_before(library, plan, &|_| ())
}

/// The same, telling somebody of every question while it is asked: to show
/// how far it is, or to look afterwards whether the tree says the same.
///
/// # Errors
///
/// As [`export`].
pub fn export_before(library: &KnowledgeBase, plan: &Plan, asked: &Witness<'_>) -> Result<Export, ExportError> {
    let release = library.release();
    let freshness = library.freshness(plan.day);
    if matches!(freshness, Freshness::Expired | Freshness::ClockSuspect) {
        return Err(ExportError::Day { issued: release.issued, expires: release.expires });
    }
    let base_url = plan.base_url.as_deref().map(checked).transpose()?;
    let tools = tools(library, &plan.tools)?;
    let tools = ask_all(library, tools, plan, asked)?;
    let mut files = BTreeMap::new();
    for (which, &language) in plan.languages.iter().enumerate() {
        files.extend(answers::files(library, &tools, (which, language), plan.day)?);
        files.insert(format!("{language}/texts.json"), texts::file(library, language)?);
    }
    files.insert(INDEX.to_owned(), index::file(library, &tools, &plan.languages, plan.day)?);
    page::add(library, &tools, plan, base_url, &mut files)?;
    describe::add(&mut files, plan)?;
    Ok(Export {
        files,
        tools: tools.len(),
        questions: tools.iter().flat_map(|of| &of.packed).map(|packed| packed.questions).sum(),
        until: tools.iter().map(|of| of.until).min().unwrap_or(plan.day),
    })
}

impl Export {
    fn supplier_name(library: &KnowledgeBase, tool: &Tool) -> String {
        library.tool_shown(&tool.id).map_or_else(|_| tool.supplier.clone(), |shown| shown.supplier_name)
    }
}

/// Ids of this many tools, those most used first, and by id among equals.
#[must_use]
pub fn most_used(library: &KnowledgeBase, number: usize) -> Vec<String> {
    let mut tools: Vec<(magdit::Usage, String)> =
        all(library).into_iter().filter_map(|id| Some((library.tool(&id).ok()?.usage, id))).collect();
    tools.sort();
    tools.into_iter().take(number).map(|(_, id)| id).collect()
}

/// Ids of all tools, the school's own ones included.
fn all(library: &KnowledgeBase) -> Vec<String> {
    let own = library.school().map(School::tools).unwrap_or_default().iter().map(|tool| tool.id.as_str());
    let mut ids: Vec<String> = library.tool_ids().chain(own).map(str::to_owned).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn tools(library: &KnowledgeBase, named: &[String]) -> Result<Vec<Tool>, ExportError> {
    let mut ids = if named.is_empty() { all(library) } else { named.to_vec() };
    ids.sort_unstable();
    ids.dedup();
    if ids.iter().any(|id| id == "index") {
        return Err(ExportError::Reserved);
    }
    let tool = |id: String| library.tool(&id).map_err(|_| ExportError::UnknownTool(id));
    ids.into_iter().map(tool).collect()
}

/// Asks about every tool, on as many threads as there are processors.
fn ask_all(
    library: &KnowledgeBase,
    tools: Vec<Tool>,
    plan: &Plan,
    asked: &Witness<'_>,
) -> Result<Vec<OfTool>, ExportError> {
    let threads = std::thread::available_parallelism().map_or(1, core::num::NonZero::get).min(tools.len());
    let (next, done) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let many = library.many();
                while let number = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(tool) = tools.get(number)
                {
                    let found = ask(library, &many, tool, plan, asked);
                    done.lock().unwrap_or_else(PoisonError::into_inner).insert(number, found);
                }
            });
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().collect()
}

fn ask(
    library: &KnowledgeBase,
    many: &Many<'_>,
    tool: &Tool,
    plan: &Plan,
    asked: &Witness<'_>,
) -> Result<OfTool, ExportError> {
    let grid = Grid::of(library, tool);
    let packed = Packed::of(many, tool, &grid, (plan.day, &plan.languages), asked)
        .map_err(|source| ExportError::Ask { tool: tool.id.clone(), source })?;
    let named = packed.iter().flat_map(|packed| &packed.alternatives).filter_map(|id| library.tool(id).ok());
    let named: Vec<Tool> = core::iter::once(tool.clone()).chain(named).collect();
    let until = days::until(library, &named, plan.day);
    Ok(OfTool { tool: tool.clone(), grid, until, packed })
}

/// An address without its last slash, if it is one.
fn checked(address: &str) -> Result<&str, ExportError> {
    let web = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || "\"'<>?#\\".contains(letter);
    match web {
        Some(rest) if !rest.is_empty() && !rest.contains(odd) => Ok(address.trim_end_matches('/')),
        _ => Err(ExportError::BaseUrl),
    }
}
