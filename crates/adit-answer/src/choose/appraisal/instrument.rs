//! Public instruments: who pays what when, what it secures, which rule it breaks.

use serde::Serialize;
use utoipa::ToSchema;

/// One instrument at the size asked for.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalInstrument {
    /// `grant`, `soft-loan`, `guarantee`, `equity`, `price-floor`, `purchase-guarantee`, `shared-infrastructure` or
    /// `exploration-co-funding`.
    pub kind: String,
    /// Name.
    pub name: String,
    /// What it is and how large, in words.
    pub says: String,
    /// Its terms: size, rate, years, strike.
    pub terms: Vec<AppraisalTerm>,
    /// Expected cost to the public, present value, `million EUR`; negative if the public earns.
    pub public_cost: Option<f64>,
    /// Mean of the dearest five of a hundred draws, `million EUR`.
    pub public_cost_tail: Option<f64>,
    /// Gross grant equivalent, discounted at the Commission's reference rate, `million EUR`.
    pub grant_equivalent: Option<f64>,
    /// Aid intensity: gross grant equivalent over eligible costs.
    pub intensity: Option<f64>,
    /// Highest intensity that the rules allow; null if none applies.
    pub intensity_limit: Option<f64>,
    /// Private money per public money.
    pub leverage: Option<f64>,
    /// Net present value for the owner with the instrument, `million EUR`.
    pub npv: Option<f64>,
    /// Chance that the project goes ahead without it: an assumption.
    pub chance_without: Option<f64>,
    /// Chance with it: an assumption.
    pub chance_with: Option<f64>,
    /// Additional tonnes of contained element, discounted at the reference rate.
    pub additional_tonnes: Option<f64>,
    /// Lowest, over the range of additionality.
    pub additional_tonnes_low: Option<f64>,
    /// Highest.
    pub additional_tonnes_high: Option<f64>,
    /// Additional tonnes per euro of expected public cost; null where that is not positive.
    pub tonnes_per_eur: Option<f64>,
    /// Lowest, over the range of additionality.
    pub tonnes_per_eur_low: Option<f64>,
    /// Highest.
    pub tonnes_per_eur_high: Option<f64>,
    /// Percentage points of the benchmark of its stage per thousand million euro of expected public cost.
    pub points_per_billion_eur: Option<f64>,
    /// The benchmark that those points are of: `extraction`, `processing` or `recycling`; null if none.
    pub benchmark: Option<String>,
    /// Who pays what when, expected and in the states of the world that matter.
    pub flows: Vec<AppraisalPublicFlow>,
    /// Rules that it breaks, by paragraph; empty if none.
    pub breaches: Vec<AppraisalBreach>,
    /// Rules that it was held against and keeps.
    pub kept: Vec<AppraisalBreach>,
    /// What must be said beside it.
    pub notes: Vec<String>,
    /// Id under which its public cost opens.
    pub why: Option<String>,
}

/// A term of an instrument.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalTerm {
    /// Name.
    pub name: String,
    /// Value.
    pub value: f64,
    /// Unit.
    pub unit: String,
    /// `assumption`, `question`, `file` or `fact`.
    pub kind: String,
}

/// A payment.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalPublicFlow {
    /// Year.
    pub year: u16,
    /// Who pays, in words: "the public", "the project", "the bank".
    pub from: String,
    /// Who receives.
    pub to: String,
    /// For what, in words.
    pub what: String,
    /// In which state of the world, in words: "always", "if the price is below the floor".
    pub when: String,
    /// Expected, `million EUR`.
    pub expected: f64,
    /// Mean of the dearest five of a hundred draws; null without draws.
    pub tail: Option<f64>,
}

/// A rule of public money, broken or kept.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalBreach {
    /// Id of the rule.
    pub rule: String,
    /// Its paragraph: "Reg. (EU) No 651/2014 Art. 14(12)".
    pub paragraph: String,
    /// In words: what it says, and what is the case here.
    pub says: String,
    /// The limit, if the rule has one.
    pub limit: Option<f64>,
    /// What is the case here.
    pub found: Option<f64>,
    /// Unit of both.
    pub unit: Option<String>,
    /// Last day on which the rule is valid; null if it has no end.
    pub valid_to: Option<String>,
    /// Key of the fact, which `why` opens.
    pub why: Option<String>,
}
