//! What is a project worth, to whom, and how sure is that?

pub(crate) mod account;
pub mod book;
pub(crate) mod build;
pub mod cash_flow;
pub(crate) mod drawn;
pub mod impact;
pub(crate) mod impacts;
pub mod input;
pub(crate) mod inputs;
pub mod instrument;
pub(crate) mod instruments;
pub(crate) mod later;
pub mod option;
pub(crate) mod project;
pub mod question;
pub(crate) mod says;
pub mod table;
pub(crate) mod trail;

use serde::Serialize;
use utoipa::ToSchema;

use super::{ChooseBand, ChooseRegion};
use cash_flow::{AppraisalLine, AppraisalPhase, AppraisalYear};
use impact::{AppraisalImpact, AppraisalIncome, AppraisalJobs};
use input::{AppraisalInput, AppraisalMatters, AppraisalPrice};
use instrument::AppraisalInstrument;
use option::{AppraisalStages, AppraisalWaiting};

/// Which projects can be appraised, and what is missing for the others?
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalsAnswer {
    /// Form of the document.
    pub format: u32,
    /// The answer in words.
    pub says: Vec<String>,
    /// Every project of the facts.
    pub projects: Vec<AppraisableProject>,
}

/// A project, and whether it can be appraised.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisableProject {
    /// Who and where.
    #[serde(flatten)]
    pub project: AppraisalProject,
    /// Whether a cash flow can be computed.
    pub ready: bool,
    /// What is missing, in words; empty if it is ready.
    pub missing: Vec<String>,
    /// Inputs that come from a source.
    pub sourced: usize,
    /// Inputs that are marked assumptions.
    pub assumed: usize,
}

/// A project: who, where, how far.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalProject {
    /// Id, as in `adit appraise keliber`; for a file, its name.
    pub id: String,
    /// Name.
    pub name: String,
    /// Who promotes it; null if not known.
    pub promoter: Option<String>,
    /// Place, in words; null if not known.
    pub place: Option<String>,
    /// Regions of its sites.
    pub regions: Vec<ChooseRegion>,
    /// Country code.
    pub country: String,
    /// Name of the country.
    pub country_name: String,
    /// Status: `announced`, `permitting`, `permitted`, `construction`, `operating` or `stopped`.
    pub status: String,
    /// What it does: `extraction`, `processing`, `recycling` or `substitution`, one or several.
    pub stages: Vec<String>,
    /// Materials, by name.
    pub materials: Vec<String>,
    /// Latitude of its first site, degrees north; null if no site of it is known.
    pub lat: Option<f64>,
    /// Longitude, degrees east.
    pub lon: Option<f64>,
}

/// The appraisal of a project.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalAnswer {
    /// Form of the document.
    pub format: u32,
    /// The project.
    pub project: AppraisalProject,
    /// The answer in words, the most important first.
    pub says: Vec<String>,
    /// What the money is, and how it is discounted.
    pub money: AppraisalMoney,
    /// Draws behind the bands; 0 if none were made.
    pub draws: usize,
    /// Seed of the draws.
    pub seed: u64,
    /// Net present value, `million EUR`.
    pub npv: ChooseBand,
    /// Internal rate of return.
    pub irr: AppraisalIrr,
    /// Years from the first expense until the cumulative cash flow stays positive, undiscounted.
    pub payback: ChooseBand,
    /// Lowest debt service cover ratio over the life of the debt; base null if there is no debt.
    pub debt_cover: ChooseBand,
    /// Price of the main product at which the net present value is zero, `EUR/t`; beside today's in `prices`.
    pub break_even: ChooseBand,
    /// Cost per tonne of main product, both discounted, after by-products, `EUR/t`.
    pub levelised_cost: ChooseBand,
    /// Share of draws in which the net present value is positive; null without draws.
    pub chance_positive: Option<f64>,
    /// Product that prices and costs per tonne are about, in words: "lithium hydroxide monohydrate".
    pub product: String,
    /// Every year of its life; `revenue + by-products - cost - tax = net`.
    pub cash_flow: Vec<AppraisalYear>,
    /// Every line item by year, in the order of the account.
    pub lines: Vec<AppraisalLine>,
    /// The phases of its life.
    pub phases: Vec<AppraisalPhase>,
    /// Everything that went in, with its source.
    pub inputs: Vec<AppraisalInput>,
    /// How its prices were modelled.
    pub prices: Vec<AppraisalPrice>,
    /// Which inputs matter most, the largest first.
    pub matters: Vec<AppraisalMatters>,
    /// The stages at which it may still be stopped; null if it is past them.
    pub stages: Option<AppraisalStages>,
    /// What waiting would be worth; null if it cannot wait.
    pub waiting: Option<AppraisalWaiting>,
    /// Public instruments side by side, each alone.
    pub instruments: Vec<AppraisalInstrument>,
    /// Impacts beside imports at the world mix.
    pub impacts: Vec<AppraisalImpact>,
    /// Jobs by phase.
    pub jobs: Vec<AppraisalJobs>,
    /// Public income by level and year.
    pub public_income: Vec<AppraisalIncome>,
    /// What is not known, in words.
    pub missing: Vec<String>,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
}

/// What the money is.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalMoney {
    /// `million EUR`.
    pub unit: String,
    /// `real` (money of the year below, discounted at a real rate) or `nominal`.
    pub basis: String,
    /// Year of the money, and the year to which values are discounted.
    pub year: u16,
    /// Discount rate of the basis.
    pub discount_rate: f64,
    /// Inflation between the two.
    pub inflation: f64,
}

/// Internal rates of return: every root, none called *the* rate where there are several.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalIrr {
    /// The rate, if there is exactly one between -99 % and 1000 %; else null.
    pub base: Option<f64>,
    /// Five of a hundred draws with exactly one rate lie below; null without draws.
    pub p5: Option<f64>,
    /// Median of the draws with exactly one rate.
    pub p50: Option<f64>,
    /// Five of a hundred of them lie above.
    pub p95: Option<f64>,
    /// All roots between -99 % and 1000 %, ascending.
    pub roots: Vec<f64>,
    /// How often the cash flow changes its sign.
    pub sign_changes: usize,
    /// Share of draws that have exactly one rate; null without draws.
    pub one_root: Option<f64>,
    /// In words: which rate, or why there is none.
    pub says: String,
    /// Id under which it opens.
    pub why: Option<String>,
}
