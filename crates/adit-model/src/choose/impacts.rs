//! **What does a project burden, beside importing the same tonnes, and what are the countries like that they would come
//! from?**
//!
//! ```text
//! own        = figure per kilogram of the product / content                     burden.rs
//! imports    = factor of the world mix per kilogram of the form / content
//! a year     = per tonne x contained tonnes of a year of full output
//! world mix  = sum over producers c of share_c x indicator_c / sum of share_c   world_mix.rs
//! ```
//!
//! There is no score over kinds of impact: each stands for itself, with its bounds. What no source states is unknown,
//! never nought (rules of calculation §6.5): graphite, silicon metal, water and land have no factor of the world mix.
//! Factors: P. Nuss and M. J. Eckelman (2014), Life Cycle Assessment of Metals, PLOS ONE 9(7), e101298, Table S38, with
//! its allocation; they count from cradle to gate of the refined material, so that a project that stops at concentrate
//! has no alternative to stand beside.

mod burden;
mod world_mix;

use adit_number::Rule;

pub use burden::{Basis, Burden, burdens, per_tonne, per_year};
pub use world_mix::{ContextLine, Measured, partner, world_mix};

/// Tonnes of a year of full output.
pub static OUTPUT: Rule = Rule {
    id: "impact.output",
    says: "Contained tonnes that a project makes in a year of full output: its capacity at its last stage times utilisation",
    formula: "Q = K × utilisation",
    unit: "t/a",
    source: "Definition; utilisation as stated or assumed for the stage",
};

/// A project's own figure for one tonne.
pub static OWN: Rule = Rule {
    id: "impact.own",
    says: "Burden of a project for a tonne of the contained material, from its own figure: per kilogram of its product over the product's content, or a year's figure over the year's tonnes",
    formula: "own = figure / content, or figure of a year / Q",
    unit: "t CO2e/t, GJ/t, m3/t, m2 a/t",
    source: "The project's own statement",
};

/// The alternative for one tonne.
pub static IMPORTS: Rule = Rule {
    id: "impact.imports",
    says: "Burden of a tonne of the contained material at the world mix, from cradle to gate of the refined material, allocation as in the source",
    formula: "imports = factor / content",
    unit: "t CO2e/t, GJ/t",
    source: "P. Nuss and M. J. Eckelman (2014), PLOS ONE 9(7), e101298, Table S38",
};

/// A year of it.
pub static YEAR: Rule = Rule {
    id: "impact.year",
    says: "Burden of a year of full output: per tonne times the year's tonnes",
    formula: "per tonne × Q",
    unit: "t CO2e/a, GJ/a, m3/a, ha",
    source: "Definition",
};

/// What a project burdens less than the imports that it stands for.
pub static SAVED: Rule = Rule {
    id: "impact.saved",
    says: "What a year of the project burdens less than the same tonnes imported at the world mix; below nought it burdens more. Own figures and factors differ in year and system boundary, which the bounds do not hold",
    formula: "saved = (imports − own) × Q",
    unit: "t CO2e/a, GJ/a",
    source: "Definition",
};

/// The world's producers, weighted.
pub static WORLD_MIX: Rule = Rule {
    id: "impact.world-mix",
    says: "An indicator of the countries that a material comes from, weighted by their shares of world production at the stage; producers that the source does not name, and those without the indicator, are left out and said",
    formula: "mix = Σ share_c × indicator_c / Σ share_c",
    unit: "as the indicator",
    source: "Weighted mean by production (USGS, Mineral Commodity Summaries 2025)",
};

/// The rules of this part.
pub const RULES: [&Rule; 6] = [&OUTPUT, &OWN, &IMPORTS, &YEAR, &SAVED, &WORLD_MIX];

#[cfg(test)]
mod tests;
