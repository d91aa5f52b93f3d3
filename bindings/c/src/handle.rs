//! Knowledge bases by number.
//!
//! A handle is a number and not an address: one that is closed, closed twice
//! or made up is an error and never a crash. A knowledge base lives until the
//! last call on it ends.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use magdit::KnowledgeBase;
use magdit::json::{CallError, ErrorCode};

/// Most knowledge bases that can be open at a time. Each holds its file in
/// memory, and a host with more of them forgets to close them.
pub const MAX_OPEN: usize = 256;

type Open = BTreeMap<u64, Arc<KnowledgeBase>>;

static OPEN: RwLock<Open> = RwLock::new(Open::new());

/// A number that was never given before in this process; never 0.
pub(crate) fn next_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Gives a knowledge base a number.
pub(crate) fn open(library: Arc<KnowledgeBase>) -> Result<u64, CallError> {
    let mut open = OPEN.write().unwrap_or_else(PoisonError::into_inner);
    if open.len() >= MAX_OPEN {
        return Err(CallError::new(
            ErrorCode::TooManyOpen,
            format!("{MAX_OPEN} knowledge bases are open; close those that are not used"),
        ));
    }
    let handle = next_number();
    open.insert(handle, library);
    Ok(handle)
}

/// The knowledge base with this number.
pub(crate) fn get(handle: u64) -> Result<Arc<KnowledgeBase>, CallError> {
    let open = OPEN.read().unwrap_or_else(PoisonError::into_inner);
    open.get(&handle).cloned().ok_or_else(closed)
}

/// Forgets a number.
pub(crate) fn close(handle: u64) -> Result<(), CallError> {
    let library = OPEN.write().unwrap_or_else(PoisonError::into_inner).remove(&handle);
    library.map(drop).ok_or_else(closed)
}

fn closed() -> CallError {
    CallError::new(
        ErrorCode::ClosedHandle,
        "the handle is closed or was never given out; open the knowledge base again",
    )
}
