//! Which projects together, in which regions, with which money?

pub(crate) mod analyses;
pub(crate) mod build;
pub mod chosen;
pub mod conflict;
pub mod front;
pub mod limit;
mod limits;
pub(crate) mod moved;
pub(crate) mod opens;
pub mod question;
pub mod robust;
pub(crate) mod says;
pub(crate) mod set;
pub(crate) mod sets;
pub mod table;
pub(crate) mod time;
pub mod total;

use serde::Serialize;
use utoipa::ToSchema;

use chosen::{PortfolioCandidate, PortfolioChosen, PortfolioRejected};
use conflict::PortfolioConflict;
use limit::{PortfolioBudget, PortfolioLimit};
use total::{PortfolioBenchmark, PortfolioRegion, PortfolioTotal, PortfolioYear};

/// The portfolios that adit brings along and those of the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfoliosAnswer {
    /// Form of the document.
    pub format: u32,
    /// The portfolios.
    pub portfolios: Vec<PortfolioSummary>,
}

/// What a portfolio is about.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioSummary {
    /// Id, as in `adit choose lithium-six-regions`; for a file, its name.
    pub id: String,
    /// Name.
    pub name: String,
    /// The question that it answers.
    pub question: String,
    /// How many projects can be chosen from.
    pub projects: usize,
    /// Regions.
    pub regions: Vec<String>,
    /// Materials, by name.
    pub materials: Vec<String>,
    /// First year.
    pub first_year: u16,
    /// Last year.
    pub last_year: u16,
}

/// The best set under all rules, with proof.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioAnswer {
    /// Form of the document.
    pub format: u32,
    /// The portfolio.
    pub portfolio: PortfolioSummary,
    /// The answer in words, the most important first.
    pub says: Vec<String>,
    /// `optimal` (proved within the gap asked for), `optimal-of-linearisation` (supply risk is cubic in the choice),
    /// `time-limit` (the best found, with bound and gap), `infeasible` (see `conflict`) or `no-answer`.
    pub status: String,
    /// The objective of the chosen set, in its unit; null if nothing could be chosen.
    pub objective: Option<f64>,
    /// No set can be better than this.
    pub bound: Option<f64>,
    /// `|bound - objective| / |objective|`; null without an objective.
    pub gap: Option<f64>,
    /// What is made as large (or small) as can be.
    pub aim: PortfolioAim,
    /// What was chosen.
    pub chosen: Vec<PortfolioChosen>,
    /// What was not, and why.
    pub rejected: Vec<PortfolioRejected>,
    /// Every rule with what is used of it and what loosening it by one unit would change.
    pub limits: Vec<PortfolioLimit>,
    /// Whether our own code found that the set keeps every rule and has this objective.
    pub checked: bool,
    /// What the check found, in words; empty if all is well.
    pub check_findings: Vec<String>,
    /// Budgets per fund and year, with how far their sliders go.
    pub budgets: Vec<PortfolioBudget>,
    /// Every candidate, chosen or not, where it lies and what it could be.
    pub candidates: Vec<PortfolioCandidate>,
    /// Year by year: money, output, workforce.
    pub timeline: Vec<PortfolioYear>,
    /// Benchmarks per material and stage before and after.
    pub benchmarks: Vec<PortfolioBenchmark>,
    /// What each region gets.
    pub regions: Vec<PortfolioRegion>,
    /// Sums over the chosen set.
    pub totals: Vec<PortfolioTotal>,
    /// Change in supply risk, linearised and exact; null where the objective and rules do not use it.
    pub supply_risk: Option<PortfolioSupplyRisk>,
    /// The smallest set of rules that contradict each other; null unless infeasible.
    pub conflict: Option<PortfolioConflict>,
    /// How it was solved.
    pub solving: PortfolioSolving,
    /// What is not known, in words.
    pub missing: Vec<String>,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
    /// Id under which the objective opens.
    pub why: Option<String>,
}

/// What is made as large or as small as can be.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioAim {
    /// Id of the measure: `npv`, `points`, `tonnes`, `supply-risk` ... or `weighted`.
    pub id: String,
    /// Name, in words.
    pub name: String,
    /// `max` or `min`.
    pub sense: String,
    /// Unit of the objective.
    pub unit: String,
    /// Terms of it, where it is a weighted sum.
    pub terms: Vec<PortfolioTerm>,
    /// Measures that a front can be asked about.
    pub measures: Vec<PortfolioMeasure>,
}

/// A term of a weighted objective.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioTerm {
    /// Id of the measure.
    pub id: String,
    /// Its weight.
    pub weight: f64,
}

/// A measure of a set of projects.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioMeasure {
    /// Id, as `--front A,B` takes it.
    pub id: String,
    /// Name.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// `max` or `min`.
    pub sense: String,
}

/// Change in supply risk: cubic in the choice, therefore linearised around it and re-checked exactly.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioSupplyRisk {
    /// Material.
    pub material: String,
    /// Supply risk without the set.
    pub before: f64,
    /// With the set, by the linearisation.
    pub sr_linear: f64,
    /// With the set, exactly.
    pub sr_exact: f64,
    /// Ids under which it opens, one for each material.
    pub why: Vec<String>,
    /// The rounds of linearising anew.
    pub rounds: Vec<PortfolioRound>,
    /// Whether the last two rounds agree within 1 %.
    pub settled: bool,
    /// In words.
    pub says: String,
}

/// One round.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioRound {
    /// By the linearisation of this round.
    pub sr_linear: f64,
    /// Exactly.
    pub sr_exact: f64,
}

/// How it was solved. Times differ from run to run and stand in no document.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioSolving {
    /// Columns of the programme.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
    /// Columns that must be whole.
    pub integers: usize,
    /// Nodes of the search.
    pub nodes: Option<u64>,
    /// Time limit, seconds.
    pub time_limit: f64,
    /// Gap at which it was allowed to stop.
    pub gap_limit: f64,
    /// Solver with its version.
    pub solver: String,
}
