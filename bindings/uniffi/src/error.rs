//! The one error.

use magdit::json::{CallError, ErrorCode};
use magdit::{AskError, QueryError, SchoolError};

/// A call that was not answered.
#[derive(Debug, Clone, thiserror::Error, uniffi::Error)]
pub enum MagditError {
    /// The call was refused, or failed.
    #[error("{text}")]
    Failed {
        /// For a program. Codes are append-only.
        code: ErrorCode,
        /// For whoever wrote the program: what was found, what was expected,
        /// what to do. It never repeats what was asked.
        text: String,
    },
}

impl From<CallError> for MagditError {
    fn from(error: CallError) -> Self {
        let CallError { code, text } = error;
        Self::Failed { code, text }
    }
}

impl From<AskError> for MagditError {
    fn from(error: AskError) -> Self {
        CallError::from(error).into()
    }
}

impl From<QueryError> for MagditError {
    fn from(error: QueryError) -> Self {
        CallError::from(error).into()
    }
}

impl From<SchoolError> for MagditError {
    fn from(error: SchoolError) -> Self {
        CallError::from(error).into()
    }
}
