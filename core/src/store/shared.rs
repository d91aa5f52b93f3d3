//! One knowledge base for many threads, replaced while they read.

use std::sync::{Arc, PoisonError, RwLock};

use crate::knowledge_base::KnowledgeBase;

/// A knowledge base that is replaced while other threads ask it.
///
/// Whoever asks takes the one in use with [`Shared::get`] and keeps it for as
/// long as one task lasts, so that search and answer belong together. A thread
/// that panics harms nobody: the lock is held for no longer than it takes to
/// copy a pointer, and what it guards is whole at all times.
///
/// ```
/// use std::sync::Arc;
/// use magdit::store::Shared;
///
/// fn newer(shared: &Shared, library: magdit::KnowledgeBase) {
///     let before = shared.replace(library);
///     assert!(!Arc::ptr_eq(&before, &shared.get()));
/// }
/// ```
#[derive(Debug)]
pub struct Shared(RwLock<Arc<KnowledgeBase>>);

impl Shared {
    /// Begins with this one.
    #[must_use]
    pub fn new(library: KnowledgeBase) -> Self {
        Self(RwLock::new(Arc::new(library)))
    }

    /// The one in use.
    #[must_use]
    pub fn get(&self) -> Arc<KnowledgeBase> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another one in use and gives back the one before. Whoever holds
    /// that one keeps it.
    pub fn replace(&self, library: KnowledgeBase) -> Arc<KnowledgeBase> {
        let library = Arc::new(library);
        let mut in_use = self.0.write().unwrap_or_else(PoisonError::into_inner);
        core::mem::replace(&mut in_use, library)
    }
}
