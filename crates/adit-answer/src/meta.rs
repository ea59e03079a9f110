//! What this adit is: its version, its data, its editions and rooms.

use serde::Serialize;
use utoipa::ToSchema;

/// What this adit is.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MetaAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// Version of adit.
    pub version: String,
    /// SHA-256 over all tables and what a workspace laid over them, hex.
    pub data_hash: String,
    /// Name of the workspace, if one is open.
    pub workspace: Option<String>,
    /// The editions, oldest first.
    pub editions: Vec<EditionDocument>,
    /// The edition from which figures come unless another is asked for.
    pub default_edition: String,
    /// Years of governance.
    pub governance: GovernanceDocument,
    /// The thresholds of Art. 4(2).
    pub thresholds: ThresholdsDocument,
    /// The rooms.
    pub rooms: Vec<RoomDocument>,
}

/// An edition of the criticality assessment.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct EditionDocument {
    /// Id, `ec-2023`.
    pub id: String,
    /// Its year.
    pub year: u16,
    /// Title of the study.
    pub title: String,
    /// Whether its inputs are here, so that its figures can be computed.
    pub computable: bool,
}

/// Which years of governance can be asked for.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GovernanceDocument {
    /// Years of the mean unless others are asked for.
    pub default: String,
    /// First year there is.
    pub first: u16,
    /// Last year there is.
    pub last: u16,
}

/// The thresholds of the list rule, index.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ThresholdsDocument {
    /// Of supply risk.
    pub sr: f64,
    /// Of economic importance.
    pub ei: f64,
}

/// A room: one question that adit answers.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RoomDocument {
    /// Id, the first part of its address.
    pub id: String,
    /// The question.
    pub question: String,
    /// Whether it is built.
    pub ready: bool,
}
