//! What a formula says about itself: the rule it applies and what it applies it to.

/// A rule of law or method with its source. A formula stamps its result with one ([`crate::Real::by`]); that is all a
/// formula knows of derivations.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable kebab-case name.
    pub id: &'static str,
    /// The rule as one sentence.
    pub says: &'static str,
    /// The formula as text, in the symbols of the source.
    pub formula: &'static str,
    /// Unit of the result.
    pub unit: &'static str,
    /// Where the rule stands: act or paper, article or equation.
    pub source: &'static str,
}

/// What a rule was applied to (a country, a stage ...): an index into names that only the caller knows, so that numbers
/// stay small and `Copy`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Subject(pub u32);

impl Subject {
    /// The result as a whole, nothing in particular.
    pub const NONE: Subject = Subject(u32::MAX);
}
