//! What a comparison gives for each instrument.

use adit_number::Ranged;

use super::gross_grant_equivalent::GrantEquivalent;
use super::offer::InstrumentKind;
use super::parties::Party;
use super::rules::Check;
use super::spread::Spread;

/// A term of an instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Name.
    pub name: &'static str,
    /// Value.
    pub value: f64,
    /// Unit.
    pub unit: &'static str,
    /// Whether it is adit's assumption and not asked for.
    pub assumed: bool,
}

/// A payment of a year, if the project goes ahead.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowYear {
    /// Year.
    pub year: i32,
    /// Who pays.
    pub from: Party,
    /// Who receives.
    pub to: Party,
    /// For what.
    pub what: &'static str,
    /// In which state of the world.
    pub when: &'static str,
    /// Mean over the draws, million euro.
    pub expected: f64,
    /// Mean over the five of a hundred draws that are dearest for the public, million euro.
    pub tail: f64,
}

/// What an instrument does for a project. Million euro, discounted to the year of the award unless said otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct InstrumentResult {
    /// Name, which ids use.
    pub name: String,
    /// Kind.
    pub kind: InstrumentKind,
    /// Terms.
    pub terms: Vec<Term>,
    /// Cost to the public if the project goes ahead; negative if the public earns.
    pub cost_if_built: f64,
    /// Cost to the public over all states of the world, those in which the project does not go ahead among them: mean, 95 %
    /// quantile and mean of the dearest five of a hundred. The same as `public_cost.value` in the mean.
    pub spread: Spread,
    /// Expected cost to the public, with its range over the assumptions of additionality.
    pub public_cost: Ranged,
    /// Gross grant equivalent.
    pub grant_equivalent: GrantEquivalent,
    /// Eligible costs.
    pub eligible_cost: f64,
    /// Aid intensity; `None` where grant equivalent or eligible costs are missing.
    pub intensity: Option<f64>,
    /// Highest intensity that the rules allow; `None` where none is in the facts.
    pub intensity_limit: Option<f64>,
    /// Private money in investment and exploration per euro that the public pays in the end; `None` where it pays nothing.
    pub leverage: Option<f64>,
    /// Net present value of the owners without it, at their rate.
    pub npv_without: f64,
    /// What it adds to that.
    pub npv_gain: f64,
    /// Chance of going ahead without it, an assumption.
    pub chance_without: Ranged,
    /// Chance with it, an assumption.
    pub chance_with: Ranged,
    /// Additional contained tonnes of the years counted, discounted at the rate of the public.
    pub additional_tonnes: Ranged,
    /// Additional contained tonnes per euro of expected public cost; `None` where that is not positive.
    pub tonnes_per_eur: Option<Ranged>,
    /// Percentage points of the benchmark per million euro of expected public cost; `None` without consumption or cost.
    pub points_per_million: Option<Ranged>,
    /// Who pays what when.
    pub flows: Vec<FlowYear>,
    /// The rules that the award was held against.
    pub checks: Vec<Check>,
    /// What must be said beside it.
    pub notes: Vec<String>,
}

impl InstrumentResult {
    /// Net present value of the owners with the instrument, at their rate.
    pub fn npv_with(&self) -> f64 {
        self.npv_without + self.npv_gain
    }
}
