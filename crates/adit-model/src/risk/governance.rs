//! Governance of a country, from the World Bank's Worldwide Governance Indicators.
//!
//! `WGI = 10 * (2.5 - mean of the six dimensions over the years) / 5`: 0 is best, 10 worst. Source: European Commission,
//! Methodology for establishing the EU list of critical raw materials, 2017, section 3; Annex II of Regulation (EU)
//! 2024/1252 calls for "an index based on the scaled World Bank Worldwide Governance Indicators".

use adit_number::{Real, Rule};

/// Governance scaled to 0..10.
pub static GOVERNANCE: Rule = Rule {
    id: "risk.governance",
    says: "Governance of a country: the mean of the six World Bank indicators over the years, scaled so that 0 is best and 10 worst",
    formula: "WGI = 10 × (2.5 − mean of the six indicators) / 5",
    unit: "index 0 (best) to 10 (worst)",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 5; European Commission, Methodology for establishing the EU list of critical raw materials, 2017",
};

/// Governance from the estimates of all dimensions and years (about -2.5 to 2.5 each). Unit: index, cut to 0..10.
///
/// # Source
/// European Commission, Methodology for establishing the EU list of critical raw materials, 2017, section 3.
pub fn governance<R: Real>(estimates: impl ExactSizeIterator<Item = R>) -> R {
    let count = R::exact(estimates.len() as f64);
    let mean = estimates.fold(R::exact(0.0), |sum, e| sum + e) / count;
    let scaled = R::exact(10.0) * (R::exact(2.5) - mean) / R::exact(5.0);
    scaled.larger(R::exact(0.0)).smaller(R::exact(10.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_the_scale_is_five_and_the_ends_are_cut() {
        assert_eq!(governance([0.0, 0.0].into_iter()), 5.0);
        assert_eq!(governance([2.5].into_iter()), 0.0);
        assert_eq!(governance([-3.0].into_iter()), 10.0);
    }
}
