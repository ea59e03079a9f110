//! What a set of projects adds up to.

use serde::Serialize;
use utoipa::ToSchema;

use crate::choose::ChooseRegion;

/// One year.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioYear {
    /// Year.
    pub year: u16,
    /// Public money by fund, `million EUR`, in the order of the budgets' funds.
    pub public: Vec<PortfolioSpent>,
    /// Private capital, `million EUR`.
    pub private: Option<f64>,
    /// Id under which the private capital opens.
    pub private_why: Option<String>,
    /// Output by material and stage, tonnes of contained element.
    pub output: Vec<PortfolioOutput>,
    /// Direct jobs.
    pub workforce: Option<f64>,
    /// Id under which the jobs open.
    pub workforce_why: Option<String>,
}

/// Public money of a fund in a year.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioSpent {
    /// Fund.
    pub fund: String,
    /// `million EUR`.
    pub meur: f64,
    /// Id under which it opens.
    pub why: Option<String>,
}

/// Output of a material at a stage.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioOutput {
    /// Material.
    pub material: String,
    /// Stage.
    pub stage: String,
    /// Tonnes of contained element per year.
    pub tonnes: f64,
    /// Id under which they open.
    pub why: Option<String>,
}

/// A benchmark of a material at a stage, before and after.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioBenchmark {
    /// Material.
    pub material: String,
    /// Name of the material.
    pub material_name: String,
    /// `extraction`, `processing` or `recycling`.
    pub stage: String,
    /// Year.
    pub year: u16,
    /// Share of the Union's consumption without the set; null if not known.
    pub before: Option<f64>,
    /// With the set.
    pub after: Option<f64>,
    /// The benchmark of Art. 5(1).
    pub aim: f64,
    /// Id under which the share with the set opens.
    pub after_why: Option<String>,
    /// Tonnes that the set adds.
    pub added_t: f64,
    /// Id under which they open.
    pub added_t_why: Option<String>,
    /// Id under which the share without the set opens.
    pub why: Option<String>,
}

/// What a region gets.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioRegion {
    /// Region.
    #[serde(flatten)]
    pub region: ChooseRegion,
    /// Projects chosen in it.
    pub chosen: Vec<String>,
    /// Candidates in it.
    pub candidates: usize,
    /// Public money, `million EUR`.
    pub public: f64,
    /// Id under which it opens.
    pub public_why: Option<String>,
    /// Share of all public money; null if none is spent.
    pub public_share: Option<f64>,
    /// Id under which the share opens.
    pub public_share_why: Option<String>,
    /// Direct jobs in operation.
    pub jobs: Option<f64>,
    /// Id under which the jobs open.
    pub jobs_why: Option<String>,
}

/// A sum over the chosen set.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioTotal {
    /// Id of the measure: `npv`, `public`, `capex`, `carbon`, `water`, `land`, `jobs` ...
    pub id: String,
    /// Name.
    pub name: String,
    /// Sum over the projects of which it is known; null if of none.
    pub value: Option<f64>,
    /// Lowest.
    pub low: Option<f64>,
    /// Highest.
    pub high: Option<f64>,
    /// Unit.
    pub unit: String,
    /// Projects of which it is not known.
    pub unknown: Vec<String>,
    /// Id under which it opens.
    pub why: Option<String>,
}
