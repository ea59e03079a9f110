//! What flows to what: a material's chain from world regions through the stages into use in the Union and back.

pub(crate) mod build;
pub mod table;

use serde::Serialize;
use utoipa::ToSchema;

use super::FigureDocument;

/// A material's chain in a year.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ChainAnswer {
    /// Form of the document.
    pub format: u32,
    /// Material.
    pub material: String,
    /// Name.
    pub name: String,
    /// Year.
    pub year: u16,
    /// Years for which there is something to show.
    pub years: Vec<u16>,
    /// Reference form in which tonnes are counted.
    pub form: String,
    /// The finding in one sentence.
    pub says: String,
    /// Nodes of the Sankey.
    pub nodes: Vec<ChainNode>,
    /// Links of the Sankey.
    pub links: Vec<ChainLink>,
    /// The Union's balance at each stage.
    pub stages: Vec<StageBalance>,
    /// Reconciled flows of the Union, where enough is known.
    pub reconciled: Vec<ReconciledFlow>,
    /// Regions of the Union that take part, by stage.
    pub regions: Vec<ChainRegion>,
    /// Stages of the chain for which the Union has no capacity that we know of.
    pub missing_links: Vec<String>,
    /// What is not known.
    pub missing: Vec<String>,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ChainNode {
    /// Id within this answer.
    pub id: String,
    /// Label.
    pub label: String,
    /// `extraction`, `processing`, `use`, `recycling` or `export`: its column.
    pub stage: String,
    /// ISO code, `EU27`, or null for what is not a country.
    pub place: Option<String>,
    /// In the Union.
    pub eu: bool,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ChainLink {
    /// From node.
    pub from: String,
    /// To node.
    pub to: String,
    /// Tonnes contained.
    pub tonnes: FigureDocument,
    /// `trade`, `production`, `recycling`, `estimate`.
    pub kind: String,
}

/// The Union's balance at a stage; tonnes contained a year.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StageBalance {
    /// Stage.
    pub stage: String,
    /// Goods of the Harmonized System counted at this stage.
    pub codes: Vec<String>,
    /// Production.
    pub production: FigureDocument,
    /// Imports from third countries.
    pub imports: FigureDocument,
    /// Exports to third countries.
    pub exports: FigureDocument,
    /// Production + imports - exports.
    pub consumption: FigureDocument,
    /// Import reliance computed here, a fraction.
    pub import_reliance: FigureDocument,
    /// The official import reliance of the Risk room, a fraction.
    pub import_reliance_official: FigureDocument,
    /// Why the two differ.
    pub differs_by: Vec<String>,
    /// Share of the tonnes that was estimated by unit value because the quantity is missing, a fraction.
    pub estimated_share: Option<f64>,
    /// Where imports come from, largest first.
    pub partners: Vec<PartnerFlow>,
}

/// Imports from one country; tonnes contained.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PartnerFlow {
    /// ISO code.
    pub country: String,
    /// Name.
    pub country_name: String,
    /// Tonnes contained.
    pub tonnes: FigureDocument,
    /// Share of imports, a fraction.
    pub share: f64,
    /// A strategic partnership, the EEA or an overseas territory, where it is one.
    pub partner: Option<String>,
}

/// A flow before and after reconciliation; tonnes contained.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ReconciledFlow {
    /// Name.
    pub name: String,
    /// As measured; null if it was free.
    pub measured: Option<f64>,
    /// Standard error used.
    pub error: Option<f64>,
    /// Reconciled.
    pub reconciled: Option<f64>,
    /// Normalised residual; above 1.96 the figures cannot all be true.
    pub residual: Option<f64>,
    /// Not determined by anything that is known.
    pub unobservable: bool,
    /// Id that opens.
    pub why: Option<String>,
}

/// A region that takes part in the chain.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ChainRegion {
    /// NUTS 2024 level 2 code.
    pub code: String,
    /// Name in Latin script.
    pub name: String,
    /// Country.
    pub country: String,
    /// Stages with its sites and projects.
    pub stages: Vec<String>,
    /// Number of sites.
    pub sites: usize,
    /// Number of projects.
    pub projects: usize,
}
