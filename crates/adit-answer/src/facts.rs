//! Facts as documents: tables, the facts of a table, one fact, the sources.

use adit_facts::Source;
use serde::Serialize;
use utoipa::ToSchema;

use crate::why::FactDocument;

pub(crate) mod build;

/// The tables of facts.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TablesAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// The tables in the order of the data package.
    pub tables: Vec<TableDocument>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TableDocument {
    /// Name: the first part of its facts' keys.
    pub name: String,
    /// What it holds.
    pub title: String,
    /// More about it.
    pub description: String,
    /// Number of rows.
    pub rows: usize,
    /// Names of its facts: the last part of their keys.
    pub facts: Vec<String>,
    /// Ids of the sources that its rows come from.
    pub sources: Vec<String>,
}

/// The facts of a table.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FactsAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// The table.
    pub table: TableDocument,
    /// Number of facts that the question means; `facts` may be cut by a limit.
    pub total: usize,
    /// The facts in the order of the table.
    pub facts: Vec<FactDocument>,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FactAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// The fact.
    pub fact: FactDocument,
}

/// The sources with their licences.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SourcesAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// The sources in the order of their table.
    pub sources: Vec<SourceDocument>,
}

/// A publication, with its licence and the attribution it asks for.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SourceDocument {
    /// Id.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Title.
    pub title: String,
    /// Edition.
    pub edition: String,
    /// Year of publication; null if none is given.
    pub year: Option<u16>,
    /// Licence.
    pub licence: String,
    /// Address of the licence text.
    pub licence_url: String,
    /// How to cite it.
    pub citation: String,
    /// DOI or address.
    pub address: String,
    /// The transcription it was taken from, where it was not the publication itself.
    pub via: String,
    /// Anything else worth knowing.
    pub note: String,
}

impl From<&Source> for SourceDocument {
    fn from(source: &Source) -> Self {
        Self {
            id: source.id.clone(),
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            edition: source.edition.clone(),
            year: source.year.parse().ok(),
            licence: source.licence.clone(),
            licence_url: source.licence_url.clone(),
            citation: source.citation.clone(),
            address: source.address.clone(),
            via: source.via.clone(),
            note: source.note.clone(),
        }
    }
}
