//! The facts of the method: production of the world by country, trade of the goods of a material, political stability.

use std::collections::BTreeMap;

use adit_facts::chain::{ChainStage, Place, ProductionFacts, Trade, TradeCodeFacts};
use adit_facts::study::Datum;
use adit_facts::{Country, Material, Package, Stage};

use super::score::{Concentration, Flows, Made, concentration};
use super::{Economy, UNKNOWN_INSTABILITY};
use crate::chain::economy::members;

/// Everything that the method needs, by material and year.
#[derive(Debug, Clone)]
pub struct World<'a> {
    /// Materials and years with production and trade.
    pub materials: Vec<MaterialYear<'a>>,
    /// Whether a country is a member of the Union (EU27), by country.
    pub members: Vec<bool>,
    /// Political instability by year and country.
    pub instability: BTreeMap<u16, Vec<f64>>,
    /// Materials and years with production for which there is no score, and why.
    pub gaps: Vec<Gap>,
}

/// Why a material has no score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Material.
    pub material: Material,
    /// In words.
    pub says: &'static str,
}

/// One material in one year.
#[derive(Debug, Clone)]
pub struct MaterialYear<'a> {
    /// Material.
    pub material: Material,
    /// Year.
    pub year: u16,
    /// Stage of the production.
    pub made_at: Stage,
    /// Stage of the goods; another than that of the production where no good of its own stage is traded separately.
    pub traded_at: Stage,
    /// World production.
    pub production: Production,
    /// The goods.
    pub codes: Vec<TradeCodeFacts>,
    /// Flows of the goods, in their order.
    pub flows: Vec<Flows<'a>>,
}

/// World production of a material in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Production {
    /// Countries with a figure.
    pub named: Vec<(Country, Datum)>,
    /// The line that sums the countries without one.
    pub other: Option<Datum>,
    /// Countries whose figure the publisher withholds or does not know.
    pub withheld: Vec<Country>,
    /// Whether the line of the other countries stands there without a figure.
    pub other_unknown: bool,
    concentration: Concentration,
}

impl Production {
    /// From the lines of a source; `None` without any production, or where the lines count different things.
    pub fn of_lines(lines: &[ProductionFacts]) -> Option<Self> {
        let countries = || lines.iter().filter(|line| matches!(line.place, Place::Country(_)));
        let mut forms = countries().filter(|line| line.quantity.is_some()).map(|line| &line.form);
        let first = forms.next()?;
        if forms.any(|form| form != first) {
            return None;
        }
        let named = lines.iter().filter_map(|line| match line.place {
            Place::Country(country) => Some((country, line.quantity?)),
            _ => None,
        });
        let withheld = countries().filter(|line| line.quantity.is_none()).filter_map(|line| match line.place {
            Place::Country(country) => Some(country),
            _ => None,
        });
        let other = lines.iter().find(|line| line.place == Place::Other);
        Self::new(named.collect(), other.and_then(|line| line.quantity), withheld.collect(), other.is_some())
    }

    /// From its parts. `other_printed`: the source has a line for the countries that it does not name.
    pub fn new(
        named: Vec<(Country, Datum)>,
        other: Option<Datum>,
        withheld: Vec<Country>,
        other_printed: bool,
    ) -> Option<Self> {
        let other_unknown = other_printed && other.is_none();
        let tonnes = named.iter().map(|(_, datum)| datum.number.value);
        let rest = other.map_or(0.0, |datum| datum.number.value);
        let concentration = concentration(tonnes, rest, other_unknown || !withheld.is_empty())?;
        Some(Self { named, other, withheld, other_unknown, concentration })
    }

    /// Concentration over countries.
    pub fn concentration(&self) -> Concentration {
        self.concentration
    }

    /// What a country made.
    pub fn of(&self, country: Country) -> Made {
        if let Some((_, datum)) = self.named.iter().find(|(named, _)| *named == country) {
            return Made { named: datum.number.value, hidden: 0.0 };
        }
        Made { named: 0.0, hidden: if self.withheld.contains(&country) { f64::INFINITY } else { self.unnamed() } }
    }

    /// What the members of the Union made together.
    pub fn of_union(&self, members: &[bool]) -> Made {
        let is_member = |country: &Country| members.get(usize::from(country.0)).copied().unwrap_or(false);
        let inside = self.named.iter().filter(|(country, _)| is_member(country));
        let withheld = self.withheld.iter().any(is_member);
        Made {
            named: inside.map(|(_, datum)| datum.number.value).sum(),
            hidden: if withheld { f64::INFINITY } else { self.unnamed() },
        }
    }

    /// What an economy made.
    pub fn made(&self, economy: Economy, members: &[bool]) -> Made {
        match economy {
            Economy::Country(country) => self.of(country),
            Economy::Union => self.of_union(members),
        }
    }

    /// The most that a country that the source does not name can have made.
    fn unnamed(&self) -> f64 {
        if self.other_unknown { f64::INFINITY } else { self.other.map_or(0.0, |datum| datum.number.value) }
    }
}

impl World<'_> {
    /// Instability of all countries in a year; empty where it was not gathered.
    pub fn instability(&self, year: u16) -> &[f64] {
        self.instability.get(&year).map_or(&[], Vec::as_slice)
    }
}

/// Gathers the facts of the method for all materials and years with production, or for one material.
pub fn gather(package: &Package, only: Option<Material>) -> World<'_> {
    let words = package.vocabulary();
    let mut world =
        World { materials: Vec::new(), members: members(package), instability: BTreeMap::new(), gaps: Vec::new() };
    let trade = package.trade();
    let codes = package.trade_codes();
    for (material, _) in words.materials().filter(|(material, _)| only.is_none_or(|only| only == *material)) {
        let of_material: Vec<&TradeCodeFacts> = codes.iter().filter(|code| code.material == material).collect();
        let years = |stage| package.production_years(material, stage);
        let made: Vec<Stage> = Stage::ALL.into_iter().filter(|stage| !years(*stage).is_empty()).collect();
        if made.is_empty() {
            continue;
        }
        let Some((made_at, traded_at)) = stages(&made, &of_material) else {
            let says = if of_material.is_empty() {
                "no good that carries it is in the trade facts"
            } else {
                "no traded good holds a known share of it: other materials or grades share its codes"
            };
            world.gaps.push(Gap { material, says });
            continue;
        };
        let goods = counted(&of_material, traded_at);
        for year in years(made_at).into_iter().filter(|year| trade.years().contains(year)) {
            let Some(production) = Production::of_lines(&package.production(material, made_at, year)) else {
                world.gaps.push(Gap { material, says: "the lines of its world production count different things" });
                break;
            };
            world.instability.entry(year).or_insert_with(|| instability_of(package, year));
            let flows = goods.iter().map(|code| flows(trade, code, year)).collect();
            let codes = goods.clone();
            world.materials.push(MaterialYear { material, year, made_at, traded_at, production, codes, flows });
        }
    }
    world
}

/// The stages of production and of the goods: the same stage if it can be, extraction first.
fn stages(made: &[Stage], codes: &[&TradeCodeFacts]) -> Option<(Stage, Stage)> {
    let traded = |stage: Stage| !counted(codes, stage).is_empty();
    let same = made.iter().find(|stage| traded(**stage)).map(|stage| (*stage, *stage));
    same.or_else(|| {
        let (first, other) = (*made.first()?, Stage::ALL.into_iter().find(|stage| traded(*stage))?);
        Some((first, other))
    })
}

/// The goods of a stage that hold a known share of the material.
fn counted(codes: &[&TradeCodeFacts], stage: Stage) -> Vec<TradeCodeFacts> {
    let at_stage = codes.iter().filter(|code| code.stage == ChainStage::from(stage) && code.contained.is_some());
    at_stage.map(|code| (*code).clone()).collect()
}

fn flows<'a>(trade: &'a Trade, code: &TradeCodeFacts, year: u16) -> Flows<'a> {
    let rows = trade.rows(code.hs6, year);
    Flows {
        exporters: rows.exporters,
        importers: rows.importers,
        tonnes: rows.quantities_t,
        contained: code.contained.map_or(0.0, |share| share.number.value),
    }
}

/// The year whose political stability stands for a year: itself, or the latest that the World Bank has.
pub(super) fn governance_year(package: &Package, year: u16) -> u16 {
    package.governance_years().map_or(year, |(_, latest)| year.min(latest))
}

fn instability_of(package: &Package, year: u16) -> Vec<f64> {
    let year = governance_year(package, year);
    let of =
        |country| package.political_stability(country, year).map_or(UNKNOWN_INSTABILITY, |g| scaled(g.number.value));
    package.vocabulary().countries().map(|(country, _)| of(country)).collect()
}

/// An estimate of about -2.5 to 2.5 as instability, 0..1.
pub(super) fn scaled(estimate: f64) -> f64 {
    ((2.5 - estimate) / 5.0).clamp(0.0, 1.0)
}
