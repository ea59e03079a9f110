//! Records that were read before: only what is new is read from the database, and a page that was made is given again
//! while nothing has changed. Nothing here is kept longer than the server runs, and nothing is true only here.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use adit_record::voice::{Heard, ProjectRecord};
use adit_record::{Day, Record};

use crate::problem::Problem;
use crate::records::page::Asked;

/// Pages that are remembered before all are forgotten.
const MANY: usize = 256;

/// What a page depends on beside the entries.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct PageKey {
    /// The project.
    pub project: String,
    /// Its last entry.
    pub last: i64,
    /// The day.
    pub today: Day,
    /// The language.
    pub tongue: &'static str,
    /// What the reader asked to see.
    pub asked: Asked,
    /// The rounds about the project, and where each is.
    pub rounds: Vec<(String, &'static str)>,
    /// The facts.
    pub snapshot: String,
}

/// A project's record as far as it was read.
#[derive(Default)]
pub(crate) struct Shelved {
    last: i64,
    /// What the entries say; none if none of them describes the project.
    pub record: Option<ProjectRecord>,
}

impl Shelved {
    fn hear(&mut self, id: &str, sequence: i64, heard: Option<Heard>) {
        if sequence <= self.last {
            return;
        }
        self.last = sequence;
        let Some(heard) = heard else { return };
        match &mut self.record {
            Some(record) => record.hear(heard),
            None => self.record = ProjectRecord::of(id, [heard]),
        }
    }
}

/// Everything that was read.
#[derive(Clone, Default)]
pub(crate) struct Shelf {
    projects: Arc<Mutex<HashMap<String, Arc<RwLock<Shelved>>>>>,
    pages: Arc<Mutex<HashMap<PageKey, Arc<str>>>>,
}

impl Shelf {
    /// The record of a project with everything that is in it now.
    pub async fn project(&self, record: &Record, id: &str) -> Result<Arc<RwLock<Shelved>>, Problem> {
        let known = {
            let projects = self.projects.lock().unwrap_or_else(PoisonError::into_inner);
            projects.get(id).cloned()
        };
        let after = known.as_ref().map_or(0, |shelved| shelved.read().unwrap_or_else(PoisonError::into_inner).last);
        let news = record.entries_since(id, after).await?;
        let shelved = known.unwrap_or_else(|| {
            let mut projects = self.projects.lock().unwrap_or_else(PoisonError::into_inner);
            projects.entry(id.to_owned()).or_default().clone()
        });
        if !news.is_empty() {
            let mut writing = shelved.write().unwrap_or_else(PoisonError::into_inner);
            for told in news {
                writing.hear(id, told.sequence, told.heard());
            }
        }
        Ok(shelved)
    }

    /// A page that was made before.
    pub fn page(&self, key: &PageKey) -> Option<Arc<str>> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Remembers a page.
    pub fn remember(&self, key: PageKey, page: &str) -> Arc<str> {
        let page: Arc<str> = page.into();
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= MANY {
            pages.clear();
        }
        pages.insert(key, page.clone());
        page
    }
}
