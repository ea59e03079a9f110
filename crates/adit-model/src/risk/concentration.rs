//! Concentration of a supply, weighted by governance and trade.
//!
//! `HHI = sum over countries c of S_c^2 * WGI_c * t_c`. Source: Regulation (EU) 2024/1252, Annex II, Section 2, point 5.

use adit_number::{Real, Rule, Subject};

/// The weighted Herfindahl-Hirschman index.
pub static HHI: Rule = Rule {
    id: "risk.hhi",
    says: "Concentration of supply: the sum over supplying countries of share squared, times governance, times the trade parameter",
    formula: "HHI = Σ S² × WGI × t",
    unit: "index",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 5",
};

/// One country's term of the index.
pub static HHI_TERM: Rule = Rule {
    id: "risk.hhi-term",
    says: "What one supplying country adds to concentration",
    formula: "S² × WGI × t",
    unit: "index",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 5",
};

/// Lowest trade parameter: trade inside the European Union.
pub const LOWEST_TRADE: f64 = 0.8;
/// Highest trade parameter: the heaviest export restrictions.
pub const HIGHEST_TRADE: f64 = 1.5;
/// Worst governance.
pub const WORST_GOVERNANCE: f64 = 10.0;

/// One supplier as the formula sees it.
pub struct Supplier<R> {
    /// What its term is called in a derivation.
    pub subject: Subject,
    /// Share of the supply, a fraction.
    pub share: R,
    /// Governance, 0 (best) to 10 (worst).
    pub governance: R,
    /// Trade parameter: 0.8 inside the EU, 1.0, more with export restrictions.
    pub trade: R,
}

/// `sum of S^2 * WGI * t`. Unit: index, 0 to 15.
///
/// # Source
/// Regulation (EU) 2024/1252, Annex II, Section 2, point 5.
pub fn concentration<R: Real>(suppliers: impl Iterator<Item = Supplier<R>>) -> R {
    suppliers
        .map(|s| (s.share.square() * s.governance * s.trade).by(&HHI_TERM, s.subject))
        .fold(R::exact(0.0), |sum, term| sum + term)
}

/// The largest concentration that unlisted shares of a total mass `g` (fraction) can add: one supplier with the worst
/// governance and the highest trade parameter. Unit: index.
pub fn most_of_unlisted(g: f64) -> f64 {
    g * g * WORST_GOVERNANCE * HIGHEST_TRADE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_worked_list() {
        let list = [(0.6, 5.0, 1.0), (0.4, 2.0, 0.8)];
        let suppliers =
            list.map(|(share, governance, trade)| Supplier { subject: Subject::NONE, share, governance, trade });
        assert!((concentration::<f64>(suppliers.into_iter()) - (0.36 * 5.0 + 0.16 * 2.0 * 0.8)).abs() < 1e-15);
    }
}
