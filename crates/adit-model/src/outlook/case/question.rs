//! What is asked of a case: which materials, which levers stand where, how many draws.

use adit_facts::Material;

/// The year by which a lever is reached unless another is said.
pub const LEVER_YEAR: u16 = 2035;

/// A question to a case.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Question {
    /// Only these materials; all if empty.
    pub materials: Vec<Material>,
    /// Levers that are moved.
    pub settings: Vec<Setting>,
    /// How many draws, and how.
    pub draws: Option<Draws>,
}

/// A lever that is moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// Id of the lever.
    pub lever: String,
    /// The value set, in the lever's unit.
    pub value: f64,
    /// The year by which it is reached; [`LEVER_YEAR`] by default.
    pub year: Option<u16>,
}

/// How many draws, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    /// Number of draws, at least 1.
    pub count: usize,
    /// Seed.
    pub seed: u64,
    /// How the parameters are spread over the draws.
    pub sampling: adit_number::Sampling,
}
