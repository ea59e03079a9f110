//! Projects of a portfolio: chosen, rejected, and what they could be.

use serde::Serialize;
use utoipa::ToSchema;

use crate::choose::ChooseRegion;

/// A chosen project.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioChosen {
    /// Id.
    pub project: String,
    /// Name.
    pub name: String,
    /// Year in which it starts.
    pub start: u16,
    /// Share of its full size, 0..1.
    pub size: f64,
    /// Instrument: `none`, `grant`, ...
    pub instrument: String,
    /// What it brings to the objective, in its unit.
    pub contributes: Option<f64>,
    /// What the objective loses if it is left out and all else is chosen anew; null where that was not solved.
    pub worth: Option<f64>,
    /// Id under which that opens.
    pub worth_why: Option<String>,
    /// Public money that it takes over the years, not discounted, `million EUR`.
    pub public_cost: Option<f64>,
    /// Id under which that opens.
    pub public_cost_why: Option<String>,
    /// Private money, `million EUR`.
    pub private_cost: Option<f64>,
    /// Id under which that opens.
    pub private_cost_why: Option<String>,
    /// Id under which its contribution opens.
    pub why: Option<String>,
}

/// A project that was not chosen.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioRejected {
    /// Id.
    pub project: String,
    /// Name.
    pub name: String,
    /// Why not, in words: what would have to change.
    pub why_not: String,
    /// What the objective loses if it is forced in, in its unit; null where that was not solved or is impossible.
    pub costs: Option<f64>,
    /// Id under which that opens; null where it was not proved.
    pub costs_why: Option<String>,
    /// Projects that would leave the set for it.
    pub displaces: Vec<String>,
    /// Limits that stop it even alone, by name.
    pub blocked_by: Vec<String>,
    /// Changes each of which would bring it in.
    pub would_take: Vec<PortfolioChange>,
    /// Whether the numbers are proved, or hold within the gap.
    pub proved: bool,
}

/// A change that would bring a project in.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioChange {
    /// What changes, in words: "public cost", "budget of the Just Transition Fund".
    pub what: String,
    /// Now.
    pub from: Option<f64>,
    /// To at least or at most.
    pub to: f64,
    /// Unit.
    pub unit: String,
}

/// A candidate, for map and timeline.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioCandidate {
    /// Id.
    pub project: String,
    /// Name.
    pub name: String,
    /// Latitude, degrees north; null if no site is known.
    pub lat: Option<f64>,
    /// Longitude, degrees east.
    pub lon: Option<f64>,
    /// Region; null if not known.
    pub region: Option<ChooseRegion>,
    /// Country code.
    pub country: String,
    /// Stages.
    pub stages: Vec<String>,
    /// Materials, by name.
    pub materials: Vec<String>,
    /// Whether it was chosen.
    pub chosen: bool,
    /// Whether it may be built smaller than full.
    pub divisible: bool,
    /// Years from the start of construction to the first tonne; null if not known.
    pub build_years: Option<f64>,
    /// Years from the first tonne to full output; null if not known.
    pub ramp_years: Option<f64>,
    /// Years in which it may start.
    pub starts: Vec<u16>,
    /// Instruments that it may have.
    pub instruments: Vec<String>,
    /// Projects that it needs.
    pub needs: Vec<String>,
    /// Projects that it excludes.
    pub excludes: Vec<String>,
    /// Measures of it at full size, earliest start and no instrument.
    pub measures: Vec<PortfolioMeasured>,
    /// Inputs of it that are marked assumptions.
    pub assumed: usize,
    /// Inputs that come from a source.
    pub sourced: usize,
}

/// A measure of a candidate.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PortfolioMeasured {
    /// Id of the measure.
    pub id: String,
    /// Value; null if not known.
    pub value: Option<f64>,
    /// Unit.
    pub unit: String,
    /// Id under which it opens.
    pub why: Option<String>,
}
