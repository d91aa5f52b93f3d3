//! What can go wrong, with its exit code.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::eprintln;
use magdit::json::{CallError, ErrorCode};
use magdit::kb::key::KeySetError;
use magdit::kb::key_file::KeyFileError;
use magdit::kb::sign::SignError;
use magdit::store::{InstallError, Refusal, StoreError};
use magdit::{AskError, Confidence, LoadError, QueryError, SchoolError, SearchResult};
use magdit_web_export::ExportError;
use serde_json::json;

/// Why a command did not answer. What there was to show is on standard
/// output already, where it is marked so.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The system got in the way.
    #[error("{}: {source}", path.display())]
    System {
        /// The file or stream.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The answers could not be exported.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The question is not right.
    #[error(transparent)]
    Question(#[from] AskError),
    /// The text cannot be searched.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// Several tools. The candidates are on standard output.
    #[error("no answer: it is not certain which tool is meant; name one of those listed")]
    NotCertain,
    /// No tool.
    #[error("no tool found; `magdit ask` goes through the questions for one that is not")]
    NotFound,
    /// The knowledge-base file cannot be read.
    #[error("{}: {source}; give the path of a knowledge base", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file cannot be used as a knowledge base.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: LoadError,
    },
    /// A file from outside, and nothing said about whom to believe.
    #[error(
        "{}: nothing says whose file this is; name the publisher's keys with --keys FILE, \
         or take it whoever made it with --allow-unsigned",
        path.display()
    )]
    NoKeys {
        /// The file.
        path: PathBuf,
    },
    /// A key file cannot be used.
    #[error("{}: {source}", path.display())]
    Key {
        /// The file.
        path: PathBuf,
        /// Why.
        source: KeyFailure,
    },
    /// Keys that are no set.
    #[error(transparent)]
    KeySet(#[from] KeySetError),
    /// Keys for different purposes in one set.
    #[error("the keys are for different purposes; put release keys and development keys into different sets")]
    MixedPurposes,
    /// The file cannot be signed.
    #[error("{}: {source}", path.display())]
    Sign {
        /// The file.
        path: PathBuf,
        /// Why.
        source: SignError,
    },
    /// The file was not installed.
    #[error(transparent)]
    Install(#[from] InstallError),
    /// Nothing is installed that can be used.
    #[error("{}: {source}", path.display())]
    Store {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: StoreError,
    },
    /// This computer has no date.
    #[error("this computer does not say which day it is; give it with --today YYYY-MM-DD")]
    NoToday,
    /// The system gives no random numbers.
    #[error("this system gives no random numbers, so no key can be made: {0}")]
    Random(getrandom::Error),
    /// Nothing of the school's file can be used.
    #[error("{}: {source}", path.display())]
    School {
        /// The file.
        path: PathBuf,
        /// Why.
        source: SchoolError,
    },
    /// The school's file cannot be read as TOML.
    #[error("the school's file cannot be read\n{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    SchoolToml {
        /// What is wrong, with lines.
        problems: Vec<magdit_curate::Problem>,
    },
    /// A name or answer is none.
    #[error(transparent)]
    Answer(#[from] magdit::AnswerError),
    /// The file of answers is not right.
    #[error("{}: {source}", path.display())]
    Answers {
        /// The file.
        path: PathBuf,
        /// Why.
        source: CallError,
    },
    /// A request leads to no draft.
    #[error("{}: {source}", path.display())]
    Request {
        /// The file.
        path: PathBuf,
        /// Why.
        source: magdit_curate::DraftError,
    },
    /// The input ended before the last question.
    #[error("no answer: the input ended before the last question")]
    Unfinished,
    /// The id stands for nothing.
    #[error("no rule, condition, fact, parameter or source has that id; {}", near(nearest))]
    UnknownId {
        /// Ids that are near.
        nearest: Vec<String>,
    },
    /// Answers became less strict, and that was to be reported.
    #[error("{loosenings} {} less strict", if *loosenings == 1 { "change is" } else { "changes are" })]
    Loosened {
        /// How many changes.
        loosenings: usize,
    },
    /// The records cannot be compared with archives.
    #[error(transparent)]
    Refresh(#[from] magdit_curate::RefreshError),
    /// A list gives no drafts.
    #[error("{}: {source}", path.display())]
    Import {
        /// The file.
        path: PathBuf,
        /// Why.
        source: magdit_curate::ImportError,
    },
    /// The records have mistakes. They are on standard output.
    #[error("{errors} {} in the records", if *errors == 1 { "mistake" } else { "mistakes" })]
    Records {
        /// How many.
        errors: usize,
    },
}

fn near(ids: &[String]) -> String {
    match ids {
        [] => "`magdit check TOOL` names the ids of an answer".to_owned(),
        ids => format!("near it: {}", ids.join(", ")),
    }
}

/// Why a key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KeyFailure {
    /// It cannot be read.
    #[error("{0}; give the path of a key file")]
    Unreadable(std::io::Error),
    /// It is no file with public keys.
    #[error(transparent)]
    Public(#[from] KeyFileError),
    /// It is public, and a secret one is needed.
    #[error("this is the public key file; sign with the file that ends in .secret")]
    PublicForSecret,
    /// Its keys are for another purpose than the key that signs.
    #[error("release keys sign for release keys and development keys for development keys; sign with the other kind")]
    OtherPurpose,
    /// It is no file with a secret key.
    #[error("the file is no secret key; give the file ending in .secret that `magdit keygen` made")]
    NoSecret,
}

impl Failure {
    pub(crate) fn system(path: &Path, source: std::io::Error) -> Self {
        Self::System { path: path.to_owned(), source }
    }

    /// Why a search leads to no answer.
    pub(crate) fn of_search(result: &SearchResult) -> Self {
        match result.confidence {
            Confidence::None => Self::NotFound,
            Confidence::Exact | Confidence::Probable | Confidence::Options => Self::NotCertain,
        }
    }

    const fn code(&self) -> u8 {
        match self {
            Self::System { .. } | Self::Refresh(_) => 1,
            Self::Question(AskError::UnknownTool) | Self::NotCertain | Self::NotFound => 3,
            Self::Question(AskError::Record(_) | AskError::NoEdition) | Self::File { .. } | Self::Unreadable { .. } => {
                4
            }
            Self::School { .. } | Self::SchoolToml { .. } | Self::NoKeys { .. } => 4,
            Self::Key { .. } | Self::Sign { .. } | Self::Store { .. } | Self::Install(InstallError::Refused(_)) => 4,
            Self::Install(_) | Self::Random(_) => 1,
            Self::KeySet(_) | Self::MixedPurposes | Self::NoToday => 2,
            Self::Question(_) | Self::Query(_) | Self::Answer(_) | Self::Answers { .. } | Self::Unfinished => 2,
            Self::Export(ExportError::UnknownTool(_)) => 3,
            Self::Export(_) | Self::UnknownId { .. } | Self::Request { .. } | Self::Import { .. } => 2,
            Self::Loosened { .. } => 6,
            Self::Records { .. } => 5,
        }
    }

    /// The code of every binding, or a word of the command's own.
    fn word(&self) -> &'static str {
        let code = |error: CallError| error.code.as_str();
        match self {
            Self::System { .. } => "system",
            Self::Question(error) => code(error.clone().into()),
            Self::Query(error) => code((*error).into()),
            Self::NotCertain => "not_certain",
            Self::NotFound => ErrorCode::UnknownTool.as_str(),
            Self::Unreadable { .. } => "unreadable_file",
            Self::File { source, .. } => code(source.clone().into()),
            Self::School { .. } | Self::SchoolToml { .. } => ErrorCode::SchoolFile.as_str(),
            Self::Answer(_) => ErrorCode::InvalidRequest.as_str(),
            Self::Answers { source, .. } => source.code.as_str(),
            Self::Unfinished => "unfinished",
            Self::Export(ExportError::Ask { source, .. }) => source.code.as_str(),
            Self::Export(ExportError::UnknownTool(_)) => ErrorCode::UnknownTool.as_str(),
            Self::Export(_) => "no_export",
            Self::UnknownId { .. } => "unknown_id",
            Self::Loosened { .. } => "less_strict",
            Self::Records { .. } => "mistakes_in_records",
            Self::Request { .. } => "no_request",
            Self::NoKeys { .. } => ErrorCode::KnowledgeBaseNotTrusted.as_str(),
            Self::Key { .. } => "key_file",
            Self::KeySet(_) | Self::MixedPurposes => "key_set",
            Self::Sign { .. } => "not_signed",
            Self::Install(InstallError::Refused(Refusal::File(error))) => code(error.clone().into()),
            Self::Install(InstallError::Refused(_)) => "update_refused",
            Self::Install(_) | Self::Random(_) => "system",
            Self::Store { .. } => "nothing_installed",
            Self::NoToday => "no_date",
            Self::Import { .. } => "no_list",
            Self::Refresh(_) => "no_archive",
        }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code())
    }

    /// Says on standard error what went wrong.
    pub(crate) fn report(&self, json: bool) {
        if json {
            eprintln!("{}", json!({ "code": self.word(), "error": self.to_string(), "exit_code": self.code() }));
        } else {
            eprintln!("magdit: {self}");
        }
    }
}
