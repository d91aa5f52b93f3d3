//! Keeping the records fresh with local clones of archives of documents.
//!
//! For every fact that was read in an archived copy this tells whether the
//! sentence or clause it was read in still stands there. What is unchanged
//! gets the day until which the archive shows it; all else becomes a list of
//! work for people. Nothing is fetched, and without being told so nothing is
//! written.

use core::fmt;
use std::path::{Path, PathBuf};

use magdit::{Date, Language};
use serde::Serialize;

use crate::report::Report;

mod archive;
mod document;
mod edit;
mod judge;
mod spots;
mod worklist;

use edit::Edit;

/// What became of the place a fact was read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceState {
    /// The document is as it was cited.
    Unchanged,
    /// The document changed, and the place did not.
    ChangedElsewhere,
    /// The sentence or clause is no longer there as it was.
    ChangedAtPlace,
    /// The document changed, and the place cannot be found in the cited copy,
    /// so that nobody can say whether the place did.
    NotLocated,
    /// A document in which somebody looked in vain changed: it may stand there
    /// now.
    ChangedSinceSearch,
    /// The fingerprint fits nothing in the cited copy.
    Mismatch,
    /// The document is no longer in the archive.
    Gone,
    /// The document did not change for a year: the archive may have lost the
    /// page.
    StoodStill,
    /// No archive that was given holds the copy.
    NotInArchive,
}

impl PlaceState {
    /// Every state, those that need nobody first.
    pub const ALL: [Self; 9] = [
        Self::Unchanged,
        Self::ChangedElsewhere,
        Self::ChangedAtPlace,
        Self::NotLocated,
        Self::ChangedSinceSearch,
        Self::Mismatch,
        Self::Gone,
        Self::StoodStill,
        Self::NotInArchive,
    ];

    /// Whether the archive shows that the fact still stands there.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::Unchanged | Self::ChangedElsewhere)
    }

    /// In a few words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::ChangedElsewhere => "changed elsewhere",
            Self::ChangedAtPlace => "changed at the cited place",
            Self::NotLocated => "changed, and the cited place was not found",
            Self::ChangedSinceSearch => "changed since it was searched in vain",
            Self::Mismatch => "the fingerprint does not fit the cited copy",
            Self::Gone => "gone from the archive",
            Self::StoodStill => "unchanged for over a year: compare with the page itself",
            Self::NotInArchive => "in no archive that was given",
        }
    }
}

/// A fact or assessment that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Looked {
    /// The file, below the folder of records.
    pub file: String,
    /// Its line there.
    pub line: usize,
    /// The key of the fact, or `assessment`.
    pub what: String,
    /// The value; nothing where somebody looked for it in vain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The source.
    pub source: String,
    /// Where it stands.
    pub url: String,
    /// Heading or clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What to find out there.
    pub question: String,
    /// The day it was checked last.
    pub checked_on: Date,
    /// The new day, where the archive shows that it still stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen_until: Option<Date>,
    /// What became of the place; nothing where the source is not archived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<PlaceState>,
}

/// A cited document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentLooked {
    /// The source.
    pub source: String,
    /// Its path in the archive.
    pub path: String,
    /// What became of it as a whole.
    pub state: PlaceState,
    /// The day of its last change since it was cited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_on: Option<Date>,
}

/// What a run found, and what it would write.
#[derive(Debug, Clone, Serialize)]
pub struct Refresh {
    /// The day that stands for today.
    pub today: Date,
    /// The day of issue in `edition.toml`.
    pub issued: Option<Date>,
    /// Every archived source, by id.
    pub documents: Vec<DocumentLooked>,
    /// Everything that was read in an archived source.
    pub places: Vec<Looked>,
    /// Everything else that is past its review date.
    pub due: Vec<Looked>,
    /// How many dates and fingerprints would be written.
    pub changes: Changes,
    #[serde(skip)]
    edits: Vec<Edit>,
}

/// How much would be written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Later days of checking.
    pub dates: usize,
    /// New fingerprints.
    pub fingerprints: usize,
    /// Files.
    pub files: usize,
}

/// Why nothing could be refreshed.
#[derive(Debug)]
pub enum RefreshError {
    /// The records have mistakes.
    Records(Report),
    /// A folder is no clone with a commit.
    Archive {
        /// The folder.
        dir: PathBuf,
    },
    /// Git cannot be run.
    Git {
        /// What the system says.
        source: std::io::Error,
    },
    /// A record cannot be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl fmt::Display for RefreshError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Records(_) => f.write_str("the records have mistakes; put them right first"),
            Self::Archive { dir } => {
                write!(f, "{}: no git repository with a commit; give a clone of an archive", dir.display())
            }
            Self::Git { source } => write!(f, "git cannot be run ({source}); install it"),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}

impl std::error::Error for RefreshError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Git { source } | Self::File { source, .. } => Some(source),
            Self::Records(_) | Self::Archive { .. } => None,
        }
    }
}

/// Compares the records below a folder with clones of archives.
///
/// `today` decides what is past its review date; questions are asked in
/// `language`.
///
/// # Errors
///
/// [`RefreshError`] where the records have mistakes, a clone is none, or git
/// cannot be run.
pub fn refresh(data: &Path, archives: &[PathBuf], today: Date, language: Language) -> Result<Refresh, RefreshError> {
    let (records, problems) = crate::examine(data);
    if problems.stop_the_build() {
        return Err(RefreshError::Records(crate::lint(data)));
    }
    let archives: Vec<archive::Archive> =
        archives.iter().map(|dir| archive::Archive::open(dir)).collect::<Result<_, _>>()?;
    judge::judge(&records, &archives, today, language)
}

impl Refresh {
    /// Writes the later days and the new fingerprints into the records; all
    /// else in the files stays as it is.
    ///
    /// # Errors
    ///
    /// [`RefreshError::File`] where a record cannot be read or written.
    pub fn write(&self, data: &Path) -> Result<(), RefreshError> {
        edit::apply(data, &self.edits)
    }

    /// What people have to look at, as a list in Markdown.
    #[must_use]
    pub fn worklist(&self) -> String {
        worklist::render(self)
    }

    /// How many places have a state.
    #[must_use]
    pub fn count(&self, state: PlaceState) -> usize {
        self.places.iter().filter(|place| place.state == Some(state)).count()
    }
}
