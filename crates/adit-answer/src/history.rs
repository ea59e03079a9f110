//! The answer to "how did it move over the assessments?".

use serde::Serialize;
use utoipa::ToSchema;

pub(crate) mod build;

/// Published supply risk and economic importance over the assessments.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct HistoryAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// The editions, oldest first.
    pub editions: Vec<HistoryEdition>,
    /// The materials in the order of the vocabulary.
    pub materials: Vec<HistoryMaterial>,
    /// What a reader must know to compare editions.
    pub note: String,
}

/// An edition of the assessment.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct HistoryEdition {
    /// Edition id, `ec-2023`.
    pub id: String,
    /// Its year.
    pub year: u16,
    /// Made by the methodology of 2017, so that its figures can be held against the thresholds of the act.
    pub comparable: bool,
}

/// One material over the editions.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct HistoryMaterial {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// One point for each edition that assessed it, oldest first.
    pub points: Vec<HistoryPoint>,
}

/// A material in one edition, as published.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct HistoryPoint {
    /// Edition id.
    pub edition: String,
    /// Its year.
    pub year: u16,
    /// Published supply risk, index.
    pub sr: Option<f64>,
    /// Published economic importance, index.
    pub ei: Option<f64>,
    /// Half a unit of the last digit that the supply risk was printed with.
    pub sr_half: Option<f64>,
    /// Half a unit of the last digit that the economic importance was printed with.
    pub ei_half: Option<f64>,
    /// Whether both published figures meet the thresholds of the act (SR 1.0, EI 2.8); null where one is missing and
    /// before 2017, when scales and thresholds were others.
    pub meets_rule: Option<bool>,
    /// On the official list of that edition, by its own entry or its group's; null where that list is not in our tables.
    pub listed: Option<bool>,
    /// Ids of the two facts.
    pub why: HistoryWhy,
}

/// Keys of the facts behind a point.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct HistoryWhy {
    /// Of the supply risk.
    pub sr: Option<String>,
    /// Of the economic importance.
    pub ei: Option<String>,
}
