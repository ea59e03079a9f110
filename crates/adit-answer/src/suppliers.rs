//! The answer to "who supplies it?".

use serde::Serialize;
use utoipa::ToSchema;

pub(crate) mod build;

/// The suppliers of a material, by stage, for the world and for EU sourcing.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SuppliersAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// Edition of the study.
    pub edition: String,
    /// Years of the governance mean.
    pub governance: String,
    /// Material id.
    pub material: String,
    /// Material name.
    pub name: String,
    /// Its stages, extraction first; none for a group, whose members have their own lists.
    pub stages: Vec<StageSuppliers>,
}

/// Both lists of a stage.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StageSuppliers {
    /// `extraction` or `processing`.
    pub stage: String,
    /// Global supply.
    pub world: SideSuppliers,
    /// EU sourcing: EU production and imports.
    pub europe: SideSuppliers,
}

/// One list of suppliers.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SideSuppliers {
    /// Sum of the shares, a fraction; published lists need not sum to 1.
    pub total: f64,
    /// Concentration of the list, index; null if the list is empty.
    pub hhi: Option<f64>,
    /// Id of the concentration's derivation.
    pub why: Option<String>,
    /// The suppliers, largest share first.
    pub suppliers: Vec<SupplierDocument>,
}

/// One supplier.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SupplierDocument {
    /// ISO 3166-1 alpha-2 code (XK for Kosovo).
    pub country: String,
    /// Name.
    pub name: String,
    /// A member state of the European Union.
    pub eu: bool,
    /// Share, a fraction.
    pub share: f64,
    /// Lowest share that its printed form allows.
    pub share_low: f64,
    /// Highest share that its printed form allows.
    pub share_high: f64,
    /// The share as it was printed, in percent.
    pub published: String,
    /// Trade parameter: 0.8 inside the EU, 1.0, more with export restrictions.
    pub trade: f64,
    /// Governance, 0 (best) to 10 (worst); null if the World Bank has none.
    pub governance: Option<f64>,
    /// Its term of the concentration, index; null without governance.
    pub contribution: Option<f64>,
    /// Ids of its derivations.
    pub why: SupplierWhy,
}

/// Ids under which a supplier's numbers open.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SupplierWhy {
    /// Of the share: a fact.
    pub share: Option<String>,
    /// Of the trade parameter: a fact.
    pub trade: Option<String>,
    /// Of the governance.
    pub governance: Option<String>,
    /// Of the term of the concentration.
    pub contribution: Option<String>,
}
