//! Which inputs matter most: each moved alone to its lowest and highest value.

use adit_number::Rule;

use super::plan::{Given, ProjectPlan};
use super::{AppraisalError, Numbers, worth};

/// One input at a time.
pub static MATTERS: Rule = Rule {
    id: "appraise.matters",
    says: "Net present value with one input at its lowest and at its highest value, all others as in the base case; it does not show what inputs do together",
    formula: "NPV(low), NPV(high)",
    unit: "million EUR",
    source: "T. G. Eschenbach (1992), Spiderplots versus tornado diagrams for sensitivity analysis, Interfaces 22(6), 40-46",
};

/// What one input does.
#[derive(Debug, Clone, PartialEq)]
pub struct Matters {
    /// Name of the input.
    pub name: String,
    /// In words.
    pub label: String,
    /// The input.
    pub given: Given,
    /// Net present value with its lowest value, million euro.
    pub at_low: f64,
    /// With its highest.
    pub at_high: f64,
}

impl Matters {
    /// How far the two are apart.
    pub fn reach(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }
}

/// What each input with a range does alone, the largest first.
pub fn matters(plan: &ProjectPlan) -> Result<Vec<Matters>, AppraisalError> {
    plan.check()?;
    let inputs = plan.inputs();
    let moved = |place: usize, value: f64| {
        worth(plan, &Numbers::read(plan, |at, given| if at == place { value } else { given.value }))
    };
    let mut found: Vec<Matters> = inputs
        .iter()
        .enumerate()
        .filter(|(_, input)| input.given.is_uncertain())
        .map(|(place, input)| Matters {
            name: input.name.clone(),
            label: input.label.clone(),
            given: input.given.clone(),
            at_low: moved(place, input.given.low),
            at_high: moved(place, input.given.high),
        })
        .collect();
    found.sort_by(|a, b| b.reach().total_cmp(&a.reach()).then_with(|| a.name.cmp(&b.name)));
    Ok(found)
}
