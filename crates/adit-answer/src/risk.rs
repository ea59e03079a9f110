//! The answer to "how high are supply risk and economic importance?".

use serde::Serialize;
use utoipa::ToSchema;

use crate::finding::{ConflictDocument, FindingDocument};

pub(crate) mod build;
pub(crate) mod missing;
mod notes;
mod what_if;

/// Supply risk and economic importance of one or all materials of an edition.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RiskAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// Edition of the study, `ec-2023`.
    pub edition: String,
    /// Years of the governance mean, `2016-2020`.
    pub governance: String,
    /// Whether bounds and draws include the World Bank's standard errors.
    pub governance_error: bool,
    /// What the question changed, in words; empty for the study as published.
    pub what_if: Vec<String>,
    /// The draws, if any were asked for.
    pub draws: Option<DrawsDocument>,
    /// The materials: single ones in the order of the vocabulary, then groups.
    pub materials: Vec<MaterialRiskDocument>,
    /// What is wrong with the study's own tables.
    pub study_findings: Vec<FindingDocument>,
    /// Values of the base that a workspace laid another value over.
    pub conflicts: Vec<ConflictDocument>,
}

/// How probabilities were drawn, and what they are.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DrawsDocument {
    /// Number of draws.
    pub draws: usize,
    /// Seed: the same seed gives the same bits on any machine.
    pub seed: u64,
    /// Lists whose shares can pass 100 % within their rounding, and are scaled back in draws where they do.
    pub lists_scaled_back: usize,
    /// What a probability is, and what it is not.
    pub says: String,
}

/// Where an economic importance comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Computed from the tables.
    Computed,
    /// The published figure, as the tables do not suffice.
    Published,
}

/// One material.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MaterialRiskDocument {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kind: `metal`, `industrial-mineral`, `biotic`, `gas`, `group` ...
    pub kind: String,
    /// Id of the group that it belongs to.
    pub group: Option<String>,
    /// Ids of its members, if it is a group.
    pub members: Vec<String>,
    /// Supply risk, index.
    pub sr: Option<f64>,
    /// Lowest supply risk: rounding of the inputs and shares missing from the lists.
    pub sr_low: Option<f64>,
    /// Highest supply risk: rounding of the inputs and shares missing from the lists.
    pub sr_high: Option<f64>,
    /// Lowest supply risk by rounding alone.
    pub sr_low_rounding: Option<f64>,
    /// Highest supply risk by rounding alone.
    pub sr_high_rounding: Option<f64>,
    /// Economic importance, index: computed, or the published figure where `ei_basis` is `published`.
    pub ei: Option<f64>,
    /// Lowest economic importance.
    pub ei_low: Option<f64>,
    /// Highest economic importance.
    pub ei_high: Option<f64>,
    /// Where `ei` comes from.
    pub ei_basis: Option<Basis>,
    /// Published supply risk, index.
    pub sr_published: Option<f64>,
    /// Published economic importance, index.
    pub ei_published: Option<f64>,
    /// Half a unit of the last digit that `sr_published` was printed with.
    pub sr_published_half: Option<f64>,
    /// Half a unit of the last digit that `ei_published` was printed with.
    pub ei_published_half: Option<f64>,
    /// Critical by the rule of Art. 4(2) on the figures above: both thresholds met, or strategic. Null if unknown.
    pub critical: Option<bool>,
    /// Whether the bounds leave no doubt about `critical`.
    pub critical_certain: Option<bool>,
    /// Whether the two thresholds are met, whatever the strategic list says. Null if unknown.
    pub rule_met: Option<bool>,
    /// On Annex I of the act, by its own entry or through its group. False for a group of which only members are.
    pub strategic: bool,
    /// The grade, where only one grade is strategic.
    pub strategic_grade: Option<String>,
    /// The members that are strategic, where a group as such is not.
    pub strategic_members: Vec<String>,
    /// On Annex II, Section 1 of the act, by its own entry or through its group: the law in force.
    pub listed: bool,
    /// The group through which it is listed.
    pub listed_through: Option<String>,
    /// The stage with the higher supply risk; null for groups, which are means of their members.
    pub deciding_stage: Option<String>,
    /// Whether the bounds leave no doubt about the deciding stage.
    pub deciding_certain: Option<bool>,
    /// Share of draws in which both thresholds are met, a fraction; null without draws.
    pub probability: Option<f64>,
    /// Its stages, extraction first.
    pub stages: Vec<StageRiskDocument>,
    /// Ids of its derivations.
    pub why: MaterialWhy,
    /// What would be needed and is not known.
    pub missing: Vec<MissingDocument>,
    /// What a reader must know to read the figures rightly.
    pub notes: Vec<String>,
}

/// Ids under which the derivations of a material's figures open.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MaterialWhy {
    /// Of the supply risk.
    pub sr: Option<String>,
    /// Of the economic importance.
    pub ei: Option<String>,
    /// Of the published supply risk: a fact.
    pub sr_published: Option<String>,
    /// Of the published economic importance: a fact.
    pub ei_published: Option<String>,
    /// Of the EoL-RIR: a fact.
    pub eol_rir: Option<String>,
    /// Of the substitution index: a fact.
    pub si_sr: Option<String>,
}

/// One stage of a material.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StageRiskDocument {
    /// `extraction` or `processing`.
    pub stage: String,
    /// The scope computed under: `both`, `gs` or `eus`; null where none was published, and then no figure is chosen.
    pub scope: Option<String>,
    /// The published scope, where the question asked for another one.
    pub scope_published: Option<String>,
    /// Supply risk, index.
    pub sr: Option<f64>,
    /// Lowest supply risk: rounding and missing shares.
    pub sr_low: Option<f64>,
    /// Highest supply risk: rounding and missing shares.
    pub sr_high: Option<f64>,
    /// Lowest supply risk by rounding alone.
    pub sr_low_rounding: Option<f64>,
    /// Highest supply risk by rounding alone.
    pub sr_high_rounding: Option<f64>,
    /// Published supply risk of the stage, index.
    pub sr_published: Option<f64>,
    /// Half a unit of the last digit that `sr_published` was printed with.
    pub sr_published_half: Option<f64>,
    /// Concentration of global supply, index.
    pub hhi_gs: Option<f64>,
    /// Concentration of EU sourcing, index.
    pub hhi_eus: Option<f64>,
    /// Import reliance as it counts, a fraction: 0 for a net exporter.
    pub ir: Option<f64>,
    /// Import reliance as published, a fraction; negative for a net exporter.
    pub ir_published: Option<f64>,
    /// End-of-life recycling input rate, a fraction.
    pub eol_rir: Option<f64>,
    /// Substitution index of supply risk, 0..1.
    pub si_sr: Option<f64>,
    /// Shares missing from the list of global supply, a fraction.
    pub missing_share_gs: Option<f64>,
    /// Shares missing from the list of EU sourcing, a fraction.
    pub missing_share_eus: Option<f64>,
    /// Supply risk if EU sourcing alone counted, index: stands beside a scope that cannot see EU sourcing.
    pub sr_eu_sourcing: Option<f64>,
    /// Supply risk under each scope, where none was published.
    pub sr_by_scope: Option<ByScope>,
    /// What a reader must know to read the stage rightly.
    pub note: Option<String>,
    /// Ids of its derivations.
    pub why: StageWhy,
}

/// Supply risk under each scope, index.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ByScope {
    /// Global supply and EU sourcing, mixed by import reliance.
    pub both: Option<f64>,
    /// Global supply only.
    pub gs: Option<f64>,
    /// EU sourcing only.
    pub eus: Option<f64>,
}

/// Ids under which the derivations of a stage's figures open.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StageWhy {
    /// Of the supply risk.
    pub sr: Option<String>,
    /// Of the concentration of global supply.
    pub hhi_gs: Option<String>,
    /// Of the concentration of EU sourcing.
    pub hhi_eus: Option<String>,
    /// Of the import reliance as it counts.
    pub ir: Option<String>,
    /// Of the published import reliance: a fact.
    pub ir_published: Option<String>,
    /// Of the published supply risk: a fact.
    pub sr_published: Option<String>,
    /// Of the supply risk under EU sourcing alone.
    pub sr_eu_sourcing: Option<String>,
}

/// Something that a figure would need and that is not known.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MissingDocument {
    /// Key of the fact that would fill the gap, or of its list.
    pub input: String,
    /// What is missing, and what follows from it.
    pub says: String,
}
