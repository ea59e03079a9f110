//! The snapshot that is served: immutable, and replaced as a whole.

use std::sync::{Arc, PoisonError, RwLock};

use adit_answer::Session;

/// The current snapshot, shared by all requests.
#[derive(Clone)]
pub struct Snapshots(Arc<RwLock<Arc<Session>>>);

impl Snapshots {
    /// Starts with a session.
    pub fn new(session: Session) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(session))))
    }

    /// The session in force; a request keeps the one it began with.
    pub fn current(&self) -> Arc<Session> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Replaces the session for all requests that begin from now on.
    pub fn replace(&self, session: Session) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(session);
    }
}
