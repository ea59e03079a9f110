//! The rule of the list.
//!
//! `critical <=> SR >= 1.0 and EI >= 2.8, or strategic`. Source: Regulation (EU) 2024/1252, Art. 4(2). The thresholds are
//! the rule for updates by delegated act; the law in force is Annex II, Section 1.

use adit_number::{Bounds, Certainty, Real, Rule};

/// Threshold of supply risk.
pub const SR_THRESHOLD: f64 = 1.0;
/// Threshold of economic importance.
pub const EI_THRESHOLD: f64 = 2.8;

/// The rule of Art. 4(2).
pub static LIST_RULE: Rule = Rule {
    id: "risk.list-rule",
    says: "Critical: supply risk of at least 1.0 and economic importance of at least 2.8, or strategic",
    formula: "SR ≥ 1.0 and EI ≥ 2.8, or strategic",
    unit: "yes or no",
    source: "Regulation (EU) 2024/1252, Art. 4(2)",
};

/// Whether the thresholds are met by two figures.
pub fn meets_thresholds(sr: f64, ei: f64) -> bool {
    sr.at_least(SR_THRESHOLD) && ei.at_least(EI_THRESHOLD)
}

/// Whether the thresholds are met by two boxes: certainly, certainly not, or undecided.
pub fn meets_within(sr: Bounds, ei: Bounds) -> Certainty {
    both(sr.at_least(Bounds::point(SR_THRESHOLD)), ei.at_least(Bounds::point(EI_THRESHOLD)))
}

fn both(a: Certainty, b: Certainty) -> Certainty {
    match (a, b) {
        (Certainty::Yes, Certainty::Yes) => Certainty::Yes,
        (Certainty::No, _) | (_, Certainty::No) => Certainty::No,
        _ => Certainty::Either,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thresholds_themselves_are_met() {
        assert!(meets_thresholds(1.0, 2.8));
        assert!(!meets_thresholds(0.999, 9.0));
        assert!(!meets_thresholds(9.0, 2.799));
    }

    #[test]
    fn a_box_over_the_threshold_is_undecided() {
        let above = Bounds::new(3.0, 4.0);
        assert_eq!(meets_within(Bounds::new(0.98, 1.05), above), Certainty::Either);
        assert_eq!(meets_within(Bounds::new(0.98, 1.05), Bounds::new(1.0, 2.0)), Certainty::No);
        assert_eq!(meets_within(Bounds::new(1.0, 1.05), above), Certainty::Yes);
    }
}
