//! Import reliance.
//!
//! `IR = (imports - exports) / (production + imports - exports)`. Source: Regulation (EU) 2024/1252, Annex II, Section 2,
//! point 4. A net exporter (IR <= 0) counts as 0, so that only EU sourcing counts: European Commission, Methodology for
//! establishing the EU list of critical raw materials, 2017.

use adit_number::{Real, Rule};

/// Import reliance as it enters the supply risk.
pub static IMPORT_RELIANCE: Rule = Rule {
    id: "risk.ir",
    says: "Import reliance: net imports as a share of apparent consumption; a net exporter counts as 0",
    formula: "IR = (imports − exports) / (production + imports − exports), at least 0",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 4",
};

/// Import reliance as it counts: 0 for a net exporter. Unit: fraction.
///
/// # Source
/// European Commission, Methodology for establishing the EU list of critical raw materials, 2017.
pub fn counted<R: Real>(published: R) -> R {
    published.larger(R::exact(0.0))
}

/// `m'/m`, by which import reliance is multiplied when EU sourcing changes: `kept` of what was imported stays, `outside`
/// is what new sources outside the Union add, `None` without any; `imports` is m, the share of imports in EU sourcing
/// before. All are fractions; m is not zero.
///
/// # Source
/// A convention of adit: the Act has none. With all supply imported it is 1 less the Union's added shares.
pub fn import_share_factor<R: Real>(kept: R, outside: Option<R>, imports: R) -> R {
    outside.map_or(kept, |outside| kept + outside / imports)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_net_exporter_counts_as_zero() {
        assert_eq!(counted(-0.3), 0.0);
        assert_eq!(counted(0.81), 0.81);
    }
}
