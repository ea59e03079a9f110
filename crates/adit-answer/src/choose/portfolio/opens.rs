//! The ids under which the figures of a chosen set open, written down as the document is made.

use adit_model::choose::portfolio::why::Writer;
use adit_model::workings::Worked;

use crate::chain::opened::with_query;

/// Writes figures down and gives their ids; gives none where nothing was chosen or a file of the user's own was asked
/// about, which an id cannot carry.
pub(crate) struct Opens<'a> {
    /// The writer of the chosen set.
    pub writer: Option<Writer<'a>>,
    /// The words that shape the set.
    pub query: String,
    /// Whether ids are printed.
    pub printed: bool,
}

impl Opens<'_> {
    /// Writes a figure down: what it is, with its id.
    pub fn number(&mut self, write: impl FnOnce(&mut Writer<'_>) -> Worked) -> Option<(Worked, Option<String>)> {
        let worked = write(self.writer.as_mut()?);
        let id = self.printed.then(|| with_query(&worked.id, &self.query));
        Some((worked, id))
    }

    /// The objective.
    pub fn objective(&mut self) -> Option<String> {
        let worked = self.writer.as_mut()?.objective();
        self.later(&worked.id)
    }

    /// Its id alone.
    pub fn id(&mut self, write: impl FnOnce(&mut Writer<'_>) -> Worked) -> Option<String> {
        self.number(write)?.1
    }

    /// An id that is written down when it is asked for: what takes another solve or a second set.
    pub fn later(&self, path: &str) -> Option<String> {
        (self.printed && self.writer.is_some()).then(|| with_query(path, &self.query))
    }
}
