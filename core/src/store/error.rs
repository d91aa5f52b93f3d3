//! Why a store cannot be opened, and why a file is not installed.

use core::fmt;
use std::io;

use crate::date::Date;
use crate::error::LoadError;
use crate::kb::release::Version;

use super::judge::MAX_NUMBER_STEP;

/// Why a file of the store cannot be used.
#[derive(Debug)]
pub enum Unusable {
    /// It is not there.
    Missing,
    /// The system does not give it.
    Io(io::Error),
    /// It is not a knowledge base to be believed.
    File(LoadError),
}

impl Unusable {
    pub(super) fn from_io(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Io(error),
        }
    }
}

impl Clone for Unusable {
    fn clone(&self) -> Self {
        match self {
            Self::Missing => Self::Missing,
            Self::Io(error) => Self::Io(io::Error::new(error.kind(), error.to_string())),
            Self::File(error) => Self::File(error.clone()),
        }
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("it is not there"),
            Self::Io(error) => error.fmt(f),
            Self::File(error) => error.fmt(f),
        }
    }
}

/// A file that was there and could not be used.
#[derive(Debug, Clone)]
pub struct PassedOver {
    /// Its name in the folder.
    pub name: &'static str,
    /// Why.
    pub why: Unusable,
}

impl fmt::Display for PassedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.why)
    }
}

/// Nothing in the store can be opened.
#[derive(Debug, Clone)]
pub struct StoreError {
    /// What is there and cannot be used; empty where nothing was installed.
    pub passed_over: Vec<PassedOver>,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.passed_over.is_empty() {
            return f.write_str("no knowledge base is installed; install one");
        }
        f.write_str("no installed knowledge base can be used (")?;
        for (at, passed_over) in self.passed_over.iter().enumerate() {
            write!(f, "{}{passed_over}", if at == 0 { "" } else { "; " })?;
        }
        f.write_str("); install it again")
    }
}

impl core::error::Error for StoreError {}

/// Why a file is not installed. What was there before stays in use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is not a knowledge base to be believed.
    #[error(transparent)]
    File(#[from] LoadError),

    /// It is older than what was kept before.
    #[error(
        "the file is version {found}, and version {floor} was installed or built in before; \
         download the newest one, and ask the publisher if it is older than yours"
    )]
    Rollback {
        /// Version of the file.
        found: Version,
        /// Newest version that was ever kept.
        floor: Version,
    },

    /// It has the number of what was kept before and other content.
    #[error(
        "the file is version {found}, of which another content was installed or built in before; \
         keep what you have and report it to the publisher"
    )]
    Fork {
        /// Version of the file.
        found: Version,
    },

    /// Its number is so high that no later one could follow.
    #[error(
        "the file is version {found}, more than {MAX_NUMBER_STEP} beyond {floor}; \
         keep what you have and report it to the publisher"
    )]
    FastForward {
        /// Version of the file.
        found: Version,
        /// Number of the newest version that was ever kept.
        floor: u64,
    },

    /// It is signed with keys that were replaced.
    #[error(
        "the file is signed with keys of epoch {found}, and keys of epoch {expected} replaced them; \
         download the newest one"
    )]
    ReplacedKeys {
        /// Epoch of the file.
        found: u32,
        /// Newest epoch that was ever kept.
        expected: u32,
    },

    /// It comes from other keys of an epoch than what was kept before.
    #[error(
        "the file rests on other keys of epoch {epoch} than what was installed before; \
         keep what you have and report it to the publisher"
    )]
    OtherKeys {
        /// The epoch of which two key sets are known.
        epoch: u32,
    },

    /// It is past its last day already.
    #[error(
        "the file expired on {expires} and today is {today}; download the newest one, or set the date of this device"
    )]
    Expired {
        /// Its last day.
        expires: Date,
        /// The day given for today.
        today: Date,
    },
}

/// Why nothing was installed.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// The file is refused.
    #[error(transparent)]
    Refused(#[from] Refusal),

    /// There is no room for it.
    #[error("no room for the new knowledge base: free at least {needed} bytes, then install it again")]
    Full {
        /// Bytes of the new file.
        needed: usize,
    },

    /// What the disk gives back is not what was written.
    #[error("the disk gave back other bytes than were written; what was there stays in use; check the disk")]
    NotKept,

    /// The system got in the way.
    #[error("could not {step}: {source}; what was there stays in use; install again when that is solved")]
    Io {
        /// What was being done.
        step: &'static str,
        /// What the system says.
        source: io::Error,
    },

    /// The new file is in place, and the system does not confirm that it would
    /// survive power loss.
    #[error("the new knowledge base is in place, but the disk does not confirm it: {source}; install it again")]
    Unconfirmed {
        /// What the system says.
        source: io::Error,
    },
}

impl From<LoadError> for InstallError {
    fn from(error: LoadError) -> Self {
        Self::Refused(Refusal::File(error))
    }
}
