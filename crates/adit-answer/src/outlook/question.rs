//! What is asked of a case.

/// A question to a case, as the command line, an address and an id state it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OutlookQuestion {
    /// The case.
    pub case: String,
    /// Only these materials; all if empty.
    pub materials: Vec<String>,
    /// Levers that are moved.
    pub settings: Vec<Setting>,
    /// Number of draws; 0 without.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// `plain`, `latin-hypercube` or `sobol`.
    pub sampling: Option<String>,
    /// A region, by code or name.
    pub region: Option<String>,
}

/// A lever that is moved: `collection=0.9@2035`.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The lever.
    pub lever: String,
    /// The value set.
    pub value: f64,
    /// The year by which it is reached; 2035 by default.
    pub year: Option<u16>,
}
