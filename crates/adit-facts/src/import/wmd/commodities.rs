//! What World Mining Data counts: which material and stage, in which form, and by which power of ten and factor a figure
//! becomes tonnes of that form.

use crate::vocabulary::Stage;

/// A commodity of World Mining Data.
#[derive(Debug, Clone, Copy)]
pub(super) struct Commodity {
    /// As printed.
    pub name: &'static str,
    /// What is taken of it; `None` for what no material of adit is.
    pub taken: Option<Taken>,
}

/// How a commodity is taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taken {
    /// Id of the material.
    pub material: &'static str,
    /// Stage.
    pub stage: Stage,
    /// What a tonne of the table is a tonne of.
    pub form: &'static str,
    /// Unit as printed, and the power of ten to tonnes.
    pub unit: (&'static str, i32),
    /// Tonnes of the form in a tonne of what is printed, and what that is.
    pub factor: Option<(f64, &'static str)>,
}

const T: (&str, i32) = ("metr. t", 0);
const KG: (&str, i32) = ("kg", -3);
const E: Stage = Stage::Extraction;
const P: Stage = Stage::Processing;

const fn of(name: &'static str, material: &'static str, stage: Stage, form: &'static str) -> Commodity {
    Commodity { name, taken: Some(Taken { material, stage, form, unit: T, factor: None }) }
}

const fn kilograms(name: &'static str, material: &'static str, form: &'static str) -> Commodity {
    Commodity { name, taken: Some(Taken { material, stage: E, form, unit: KG, factor: None }) }
}

/// An oxide, of which the element is taken: shares by the standard atomic weights of IUPAC, 2021.
const fn oxide(
    name: &'static str,
    material: &'static str,
    stage: Stage,
    form: &'static str,
    factor: (f64, &'static str),
) -> Commodity {
    Commodity { name, taken: Some(Taken { material, stage, form, unit: T, factor: Some(factor) }) }
}

const fn skip(name: &'static str) -> Commodity {
    Commodity { name, taken: None }
}

/// Every commodity of the table.
#[rustfmt::skip]
pub(super) const COMMODITIES: &[Commodity] = &[
    of("Iron (Fe)", "iron-ore", E, "iron content"),
    oxide("Chromium (Cr2O3)", "chromium", E, "chromium content", (0.684_2, "Cr2O3, Cr content 0.6842")),
    of("Cobalt", "cobalt", E, "cobalt content"),
    of("Manganese", "manganese", E, "manganese content"),
    of("Molybdenum", "molybdenum", E, "molybdenum content"),
    of("Nickel", "nickel", E, "nickel content"),
    oxide("Niobium (Nb2O5)", "niobium", E, "niobium content", (0.699_0, "Nb2O5, Nb content 0.6990")),
    oxide("Tantalum (Ta2O5)", "tantalum", E, "tantalum content", (0.819_0, "Ta2O5, Ta content 0.8190")),
    oxide("Titanium (TiO2)", "titanium", E, "titanium content", (0.599_3, "TiO2, Ti content 0.5993")),
    of("Tungsten (W)", "tungsten", E, "tungsten content"),
    of("Vanadium (V)", "vanadium", E, "vanadium content"),
    of("Aluminium", "aluminium", P, "primary aluminium"),
    of("Antimony", "antimony", E, "antimony content"),
    oxide("Arsenic", "arsenic", P, "arsenic content", (0.757_4, "As2O3, As content 0.7574")),
    of("Bauxite", "bauxite", E, "bauxite, gross weight"),
    of("Beryllium (conc.)", "beryllium", E, "beryllium concentrate, gross weight"),
    of("Bismuth", "bismuth", P, "bismuth content"),
    of("Cadmium", "cadmium", P, "refined cadmium"),
    of("Copper", "copper", E, "copper content"),
    of("Gallium", "gallium", P, "primary gallium"),
    of("Germanium", "germanium", P, "germanium content"),
    of("Indium", "indium", P, "indium content"),
    of("Lead", "lead", E, "lead content"),
    oxide("Lithium (Li2O)", "lithium", E, "lithium content", (0.464_5, "Li2O, Li content 0.4645")),
    of("Mercury", "mercury", E, "mercury content"),
    of("Rare Earths (REO)", "rare-earths", E, "rare earth oxides"),
    kilograms("Rhenium", "rhenium", "rhenium content"),
    of("Selenium", "selenium", P, "selenium content"),
    of("Tellurium", "tellurium", P, "tellurium content"),
    of("Tin", "tin", E, "tin content"),
    of("Zinc", "zinc", E, "zinc content"),
    kilograms("Gold", "gold", "gold content"),
    kilograms("Palladium", "palladium", "palladium content"),
    kilograms("Platinum", "platinum", "platinum content"),
    kilograms("Rhodium", "rhodium", "rhodium content"),
    kilograms("Silver", "silver", "silver content"),
    of("Asbestos", "asbestos", E, "asbestos, gross weight"),
    of("Baryte", "baryte", E, "baryte, gross weight"),
    of("Bentonite", "bentonite", E, "bentonite, gross weight"),
    of("Boron Minerals", "boron", E, "boron minerals, gross weight"),
    skip("Diamonds (Gem)"),
    skip("Diamonds (Ind)"),
    of("Diatomite", "diatomite", E, "diatomite, gross weight"),
    of("Feldspar", "feldspar", E, "feldspar, gross weight"),
    of("Fluorspar", "fluorspar", E, "fluorspar, gross weight"),
    of("Graphite", "natural-graphite", E, "natural graphite, gross weight"),
    of("Gypsum and Anhydrite", "gypsum", E, "gypsum, gross weight"),
    of("Kaolin (China-Clay)", "kaolin", E, "kaolin, gross weight"),
    of("Magnesite", "magnesite", E, "magnesite, gross weight"),
    of("Perlite", "perlite", E, "perlite, gross weight"),
    of("Phosphate Rock (P2O5)", "phosphate-rock", E, "P2O5 content"),
    of("Potash (K2O)", "potash", E, "K2O equivalent"),
    skip("Salt (rock, brines, marine)"),
    of("Sulfur (elementar & industrial)", "sulfur", P, "sulphur content"),
    of("Talc, Steatite & Pyrophyllite", "talc", E, "talc and pyrophyllite, gross weight"),
    skip("Vermiculite"),
    of("Zircon", "zirconium", E, "zirconium mineral concentrates, gross weight"),
    skip("Steam Coal"),
    of("Coking Coal", "coking-coal", E, "coking coal, gross weight"),
    skip("Lignite"),
    skip("Natural Gas"),
    skip("Petroleum"),
    skip("Oil Sands (part of Petroleum)"),
    skip("Oil Shales"),
    oxide("Uranium (U3O8)", "uranium", E, "uranium content", (0.848_0, "U3O8, U content 0.8480")),
];
