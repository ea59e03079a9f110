//! What the search for deadlines brings together.

use super::{Breach, Deadline};

/// Deadlines with the breaches and notes met on the way.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub deadlines: Vec<Deadline>,
    pub breaches: Vec<Breach>,
    pub notes: Vec<String>,
}
