//! **How exposed is an economy to the countries from which it buys a material?** A second measure of risk, independent
//! of the official one, on the same facts.
//!
//! ```text
//! HHI         = sum over countries i of (P_i / P)^2                         world production, 0..1
//! import risk = sum over partners p of q_p g_p / (sum over p of q_p + P_c)  what is bought, by how stable its seller is
//! score       = HHI x import risk                                           0..1
//! g           = (2.5 - WGI political stability) / 5                         0 stable .. 1 not; 0.5 where missing
//! ```
//!
//! Members of the Union buying from each other count in the denominator with `g = 0`, as published; a second reading
//! leaves their trade with each other out.
//!
//! Source: Gemechu et al., Journal of Industrial Ecology 20 (2016) 154-165; Helbig et al., Journal of Cleaner Production
//! 137 (2016) 1170-1178 (domestic production); Koyamparambath et al., Integrated Environmental Assessment and
//! Management 20 (2024). Quantities here are contained tonnes, so that imports and production are in one form; the
//! published method takes the gross weight of the good.

use adit_facts::Material;
use adit_number::Rule;

mod gather;
pub mod score;
mod write;

pub use super::economy::Economy;
pub use gather::{Gap, MaterialYear, Production, World, gather};
pub use score::{Concentration, ImportRisk};
pub use write::write;

/// Concentration of world production.
pub static HHI: Rule = Rule {
    id: "geopolrisk.hhi",
    says: "Concentration of world production: the sum of the squared shares of the producing countries; countries that the source does not name are in the bounds, from many small ones to a single one",
    formula: "HHI = Σ (P_i / P)²",
    unit: "index, 0 to 1",
    source: "Gemechu et al. 2016; Koyamparambath et al. 2024",
};

/// Political instability of a country.
pub static INSTABILITY: Rule = Rule {
    id: "geopolrisk.instability",
    says: "Political instability of a country: the World Bank's estimate of political stability and absence of violence, turned round and scaled to 0 to 1",
    formula: "g = (2.5 − WGI political stability) / 5",
    unit: "index, 0 (stable) to 1",
    source: "Koyamparambath et al. 2024; 0.5 where the World Bank has no estimate",
};

/// Import risk.
pub static IMPORT_RISK: Rule = Rule {
    id: "geopolrisk.import-risk",
    says: "Import risk: imports weighted by the political instability of their sellers, over all imports and domestic production; trade among members of the Union has weight 0",
    formula: "Σ q_p × g_p / (Σ q_p + P_c)",
    unit: "index, 0 to 1",
    source: "Helbig et al. 2016; Koyamparambath et al. 2024",
};

/// Import risk of the Union without trade among its members.
pub static IMPORT_RISK_OUTSIDE: Rule = Rule {
    id: "geopolrisk.import-risk-outside",
    says: "Import risk of the Union when trade among its members is left out: imports from third countries weighted by instability, over these imports and production in the Union",
    formula: "Σ q_p × g_p / (Σ q_p + P_EU), third countries p only",
    unit: "index, 0 to 1",
    source: "adit's second reading of Koyamparambath et al. 2024, which counts trade among members in the denominator",
};

/// The score.
pub static SCORE: Rule = Rule {
    id: "geopolrisk.score",
    says: "Geopolitical supply risk of a material for an economy: concentration of world production times import risk",
    formula: "score = HHI × import risk",
    unit: "index, 0 to 1",
    source: "Gemechu et al. 2016; Koyamparambath et al. 2024",
};

/// Quantities that are not listed one by one.
pub static REST: Rule = Rule {
    id: "geopolrisk.rest",
    says: "Import risk of the flows that are not listed one by one: the smaller ones",
    formula: "Σ q_p × g_p / (Σ q_p + P_c) over the flows that are not listed",
    unit: "index, 0 to 1",
    source: "The same sum as import risk",
};

/// The rules of this method.
pub const RULES: [&Rule; 6] = [&HHI, &INSTABILITY, &IMPORT_RISK, &IMPORT_RISK_OUTSIDE, &SCORE, &REST];

/// Instability where the World Bank has no estimate (Koyamparambath et al. 2024).
pub const UNKNOWN_INSTABILITY: f64 = 0.5;

/// One row of the result. All figures are indices of 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// Material.
    pub material: Material,
    /// Whose risk.
    pub economy: Economy,
    /// Year.
    pub year: u16,
    /// Concentration of world production.
    pub hhi: f64,
    /// Import risk, with its bounds: the upper one without production that the source does not name, the lower one with
    /// all of it here.
    pub import_risk: ImportRisk,
    /// HHI times import risk.
    pub score: f64,
    /// Least score: least HHI and import risk.
    pub low: f64,
    /// Highest score.
    pub high: f64,
    /// The Union's import risk and score without trade among its members.
    pub outside: Option<(ImportRisk, f64)>,
}

/// Scores of all materials, economies and years: the Union first, then countries as they stand in the vocabulary.
/// One pass over the trade table.
///
/// # Source
/// Koyamparambath et al. 2024.
pub fn rows(world: &World<'_>) -> Vec<Row> {
    let mut found = Vec::new();
    for at in &world.materials {
        let imports = score::imports(at.flows.iter().copied(), world.instability(at.year), &world.members);
        let concentration = at.production.concentration();
        let mut push = |economy, risk: ImportRisk, outside: Option<ImportRisk>| {
            found.push(Row {
                material: at.material,
                economy,
                year: at.year,
                hhi: concentration.value,
                import_risk: risk,
                score: concentration.value * risk.value,
                low: concentration.low * risk.low,
                high: concentration.high * risk.high,
                outside: outside.map(|risk| (risk, concentration.value * risk.value)),
            });
        };
        let made = at.production.of_union(&world.members);
        if let Some(risk) = imports.union.risk(made) {
            push(Economy::Union, risk, imports.outside.risk(made));
        }
        for (country, bought) in imports.countries() {
            if let Some(risk) = bought.risk(at.production.of(country)) {
                push(Economy::Country(country), risk, None);
            }
        }
    }
    found
}
