//! The knowledge base in use, and today's date.

use std::path::Path;

use magdit::{AskError, Date, KnowledgeBase, SearchResult};

use crate::args::Args;
use crate::failure::Failure;

/// The knowledge base of `--kb`, or the one inside the program.
pub(crate) fn open(args: &Args) -> Result<KnowledgeBase, Failure> {
    match &args.kb {
        Some(path) => open_file(path),
        None => KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE)
            .map_err(|source| Failure::File { path: "the embedded knowledge base".into(), source }),
    }
}

/// The knowledge base in a file.
pub(crate) fn open_file(path: &Path) -> Result<KnowledgeBase, Failure> {
    let bytes = std::fs::read(path).map_err(|source| Failure::system(path, source))?;
    KnowledgeBase::open(bytes).map_err(|source| Failure::File { path: path.to_owned(), source })
}

/// What a name on the command line leads to.
pub(crate) enum Named {
    /// One tool, for certain; perhaps one edition of it.
    Tool {
        /// Its id.
        id: String,
        /// The edition that the name belongs to.
        edition: Option<String>,
    },
    /// Candidates, or none.
    Uncertain(SearchResult),
}

/// The tool with this id, or the one that has this name for certain.
pub(crate) fn named(library: &KnowledgeBase, text: &str) -> Result<Named, Failure> {
    const CANDIDATES: usize = 5;
    match library.tool(text) {
        Ok(_) => {
            return Ok(Named::Tool { id: text.to_owned(), edition: None });
        }
        Err(AskError::UnknownTool) => {}
        Err(error) => return Err(error.into()),
    }
    let result = library.search(text, CANDIDATES)?;
    match result.matches.first() {
        Some(found) if result.certain() && found.judged => {
            Ok(Named::Tool { id: found.id.clone(), edition: found.edition.clone() })
        }
        _ => Ok(Named::Uncertain(result)),
    }
}

/// Today: as given, or where this computer is.
pub(crate) fn today(args: &Args) -> Option<Date> {
    args.today.or_else(today_here)
}

fn today_here() -> Option<Date> {
    let today = jiff::Zoned::now().date();
    let year = u16::try_from(today.year()).ok()?;
    let month = u8::try_from(today.month()).ok()?;
    let day = u8::try_from(today.day()).ok()?;
    Date::new(year, month, day)
}
