//! Where facts come from.

use serde::Serialize;

/// A publication, with its licence and the attribution it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Id, for example `ec-2023`.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Title.
    pub title: String,
    /// Edition.
    pub edition: String,
    /// Year of publication.
    pub year: String,
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

impl Source {
    /// Which issue of it was read: its edition, else its year; a page that bears neither is undated.
    pub fn issue(&self) -> &str {
        [self.edition.as_str(), self.year.as_str()].into_iter().find(|text| !text.is_empty()).unwrap_or("undated")
    }
}
