//! Economic importance.
//!
//! `EI = SI_EI * sum over uses of A_s * VA_s * 10 / max VA`. Source: Regulation (EU) 2024/1252, Annex II, Section 2,
//! point 1, scaled to 0..10 by the largest value added as in European Commission, Methodology for establishing the EU
//! list of critical raw materials, 2017. Uses without a NACE sector add nothing; shares are not renormalised.

use adit_number::{Real, Rule, Subject};

/// Economic importance of a material.
pub static ECONOMIC_IMPORTANCE: Rule = Rule {
    id: "risk.ei",
    says: "Economic importance: the uses of the material weighted by the value added of their sectors, scaled to 10 by the largest sector, times what cannot be substituted",
    formula: "EI = SI(EI) × Σ A × VA × 10 / max VA",
    unit: "index",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 1; European Commission, Methodology for establishing the EU list of critical raw materials, 2017",
};

/// One use's part.
pub static USE: Rule = Rule {
    id: "risk.ei-use",
    says: "What one use adds: its share times the value added of its sector",
    formula: "A × VA",
    unit: "million EUR",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 1",
};

/// One use as the formula sees it.
pub struct Use<R> {
    /// What its part is called in a derivation.
    pub subject: Subject,
    /// Share of the material's use, a fraction.
    pub share: R,
    /// Value added of its sector, million EUR.
    pub value_added: R,
}

/// Economic importance. Unit: index, 0..10.
///
/// # Source
/// Regulation (EU) 2024/1252, Annex II, Section 2, point 1.
pub fn economic_importance<R: Real>(
    substitution: R,
    uses: impl Iterator<Item = Use<R>>,
    largest: R,
    subject: Subject,
) -> R {
    let weighted =
        uses.map(|u| (u.share * u.value_added).by(&USE, u.subject)).fold(R::exact(0.0), |sum, part| sum + part);
    (substitution * weighted * R::exact(10.0) / largest).by(&ECONOMIC_IMPORTANCE, subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Aggregates 2023: all use in C23 (EUR 64 990 million), `SI_EI` 1.00; published 3.2.
    #[test]
    fn aggregates_follow_from_one_sector() {
        let uses = [Use { subject: Subject::NONE, share: 1.0, value_added: 64_990.0 }];
        assert!((economic_importance::<f64>(1.0, uses.into_iter(), 204_200.0, Subject::NONE) - 3.1827).abs() < 1e-4);
    }
}
