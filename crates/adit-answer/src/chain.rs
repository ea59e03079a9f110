//! Answers of the Chain room.

pub mod benchmarks;
pub mod flows;
pub mod geopolrisk;
pub mod map;
pub(crate) mod opened;
pub mod question;
pub mod region;
pub mod together;

use serde::Serialize;
use utoipa::ToSchema;

/// A figure with its bounds and the id under which it opens.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FigureDocument {
    /// The value, in the unit that the field's own description names; null if unknown.
    pub value: Option<f64>,
    /// Lowest; null where nothing bounds it.
    pub low: Option<f64>,
    /// Highest; null where nothing bounds it.
    pub high: Option<f64>,
    /// Id that `why` opens; null where there is nothing to open.
    pub why: Option<String>,
}
