//! What may still be decided later: stopping after drilling, and waiting.

use serde::Serialize;
use utoipa::ToSchema;

use crate::choose::ChooseBand;

/// The gates of exploration, at each of which the project may be stopped.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalStages {
    /// In words.
    pub says: String,
    /// The gates still to come, in order.
    pub gates: Vec<AppraisalGate>,
    /// Value now if every gate may be used to stop, `million EUR`.
    pub value: ChooseBand,
    /// Value now if everything has to be carried through, `million EUR`.
    pub committed: Option<f64>,
    /// Chance that it is ever built.
    pub chance_built: Option<f64>,
    /// Chance that a project of its class is ever built, by the United Nations Framework Classification; null if its
    /// class is not known.
    pub class: Option<String>,
}

/// A gate.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalGate {
    /// Id.
    pub id: String,
    /// What is done before it, in words.
    pub name: String,
    /// Year.
    pub year: u16,
    /// What has to be paid to reach it, `million EUR`.
    pub cost: f64,
    /// Chance to pass it, having come so far.
    pub chance: f64,
    /// Lowest chance.
    pub chance_low: Option<f64>,
    /// Highest chance.
    pub chance_high: Option<f64>,
    /// Value on having passed it, in the money of its year, `million EUR`.
    pub value_if_passed: Option<f64>,
    /// Key of the fact or assumption behind the chance.
    pub why: Option<String>,
}

/// What waiting is worth.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AppraisalWaiting {
    /// In words.
    pub says: String,
    /// Value if it is decided now, now or never, `million EUR`.
    pub now: f64,
    /// Value if the decision may wait, `million EUR`.
    pub waiting: f64,
    /// The difference: the value of waiting, `million EUR`, never negative.
    pub value: f64,
    /// Half-width of its 95 % interval over the draws, `million EUR`.
    pub error: Option<f64>,
    /// Best year to decide in most draws; null if never.
    pub best_year: Option<u16>,
    /// Price of the main product above which building at once is best, `EUR/t`; null if there is none in the range.
    pub threshold: Option<f64>,
    /// Last year to which the decision may wait.
    pub until: u16,
    /// Id under which it opens.
    pub why: Option<String>,
}
