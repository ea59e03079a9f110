//! Why there is no game.

use adit_facts::Stage;
use adit_facts::chain::ChainStage;
use thiserror::Error;

/// Why there is no game.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum TogetherError {
    /// Nobody plays.
    #[error("no region is given; name at least one, as in --regions FI1D,ES43")]
    NoRegions,
    /// Not a code of NUTS.
    #[error("{0} is not a NUTS code; `adit region {0}` looks for names and near codes")]
    UnknownRegion(String),
    /// Not a number of the game.
    #[error("{0} is not a number of this game; ids look like together.sr/lithium/ES43+FI1D?stage=processing")]
    UnknownId(String),
    /// More regions than bits.
    #[error("{0} regions are too many for one game; at most {max} can play", max = super::game::MOST_PLAYERS)]
    TooMany(usize),
    /// One region lies in another.
    #[error("{inner} lies in {outer}: its projects would belong to both; name one of them")]
    Overlapping {
        /// The smaller.
        inner: String,
        /// The larger.
        outer: String,
    },
    /// No tonnes.
    #[error("unknown: EU supply in tonnes ({material}, {stage}); state it with --supply TONNES")]
    SupplyUnknown {
        /// Id of the material.
        material: String,
        /// Stage.
        stage: ChainStage,
    },
    /// No consumption.
    #[error("unknown: EU consumption in tonnes ({0}); state it with --supply TONNES")]
    ConsumptionUnknown(String),
    /// The official figure itself cannot be computed.
    #[error("unknown: {what} of {material}; `adit risk {material}` says what is missing")]
    NoFigure {
        /// Which figure.
        what: &'static str,
        /// Id of the material.
        material: String,
    },
    /// The stage is not one of the material's.
    #[error("{material} has no stage {stage} in the study")]
    NoStage {
        /// Id of the material.
        material: String,
        /// Stage.
        stage: Stage,
    },
    /// A number that makes no sense.
    #[error("{what} {given} makes no sense; {hint}")]
    NotSensible {
        /// Which.
        what: &'static str,
        /// The number given.
        given: f64,
        /// What would.
        hint: &'static str,
    },
}
