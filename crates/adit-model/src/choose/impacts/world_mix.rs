//! The countries that a material comes from: water, governance, human development, openness, weighted by production.

use adit_facts::chain::production::Place;
use adit_facts::choose::impact_factors::Context;
use adit_facts::{Country, Material, Package, Stage};
use adit_number::Ranged;

use super::WORLD_MIX;
use crate::risk::Options;
use crate::risk::governance::governance;
use crate::workings::{Input, Worked, Workings, ranged};

/// What is measured of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// Governance, 0 (best) to 10 (worst), as the official method scales it.
    Governance,
    /// An indicator of the table of contexts.
    Of(Context),
}

impl Measured {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Governance,
        Self::Of(Context::WaterWithdrawal),
        Self::Of(Context::WaterPerHead),
        Self::Of(Context::HumanDevelopment),
        Self::Of(Context::Transparency),
    ];

    /// Its word in ids.
    pub fn id(self) -> &'static str {
        match self {
            Self::Governance => "governance",
            Self::Of(context) => context.id(),
        }
    }

    /// Unit.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Governance => "0 (best) to 10",
            Self::Of(Context::WaterWithdrawal) => "% of own resources",
            Self::Of(Context::WaterPerHead) => "m3 a head",
            Self::Of(Context::HumanDevelopment) => "index, 0 to 1",
            Self::Of(Context::Transparency) => "share implementing",
        }
    }
}

/// An indicator of the world's producers, or of one country.
#[derive(Debug, Clone, PartialEq)]
pub struct ContextLine {
    /// What is measured.
    pub measured: Measured,
    /// The figure; `None` where no producer has it.
    pub figure: Option<Worked>,
    /// Share of world production that it rests on, a fraction.
    pub covered: f64,
}

/// What the producers of a material at a stage are like, weighted by their production in the latest year known. Empty
/// where no production is known.
pub fn world_mix(package: &Package, material: Material, stage: Stage, workings: &mut Workings) -> Vec<ContextLine> {
    let Some(&year) = package.production_years(material, stage).last() else { return Vec::new() };
    let lines = package.production(material, stage, year);
    let mut total = 0.0;
    let mut world = None;
    let mut named = Vec::new();
    for line in &lines {
        let Some(quantity) = line.quantity else { continue };
        match line.place {
            Place::World => world = Some(quantity.number.value),
            Place::Other => total += quantity.number.value,
            Place::Country(country) => {
                total += quantity.number.value;
                named.push((country, quantity));
            }
        }
    }
    let all = world.unwrap_or(total).max(total);
    let id = &package.vocabulary().material(material).id;
    Measured::ALL
        .into_iter()
        .map(|measured| {
            let (mut weight, mut low, mut value, mut high) = (0.0, 0.0, 0.0, 0.0);
            let mut inputs = Vec::new();
            for (country, quantity) in &named {
                let Some((figure, input)) = of(package, *country, measured) else { continue };
                let tonnes = quantity.number.value;
                weight += tonnes;
                low += tonnes * figure.low();
                value += tonnes * figure.value;
                high += tonnes * figure.high();
                inputs.extend([Input::Fact(*quantity), input]);
            }
            let figure = (weight > 0.0).then(|| {
                let number = Ranged::new(value / weight, low / weight, high / weight);
                let path = format!("impact.world-mix/{id}/{stage}/{}", measured.id());
                let label = format!("{} of the producers of {id}, {stage}, {year}", measured.id());
                workings.number(path, label, number, &WORLD_MIX, inputs)
            });
            ContextLine { measured, figure, covered: if all > 0.0 { weight / all } else { 0.0 } }
        })
        .collect()
}

/// The same indicators of one country: a partner outside the Union, or the country of a project.
pub fn partner(package: &Package, country: Country) -> Vec<(Measured, Ranged, Input)> {
    let found = |measured| of(package, country, measured).map(|(figure, input)| (measured, figure, input));
    Measured::ALL.into_iter().filter_map(found).collect()
}

/// An indicator of a country, with what it is computed from.
fn of(package: &Package, country: Country, measured: Measured) -> Option<(Ranged, Input)> {
    match measured {
        Measured::Of(context) => {
            // A country that the list of the initiative does not name does not implement it.
            let datum = package.country_context(country, context);
            if context == Context::Transparency && datum.is_none() {
                let label = format!("{} is not on the list", package.vocabulary().country(country).name);
                let input = Input::Stated { label, value: 0.0, unit: "share implementing", id: None };
                return Some((Ranged::point(0.0), input));
            }
            datum.map(|datum| (ranged(&datum), Input::Fact(datum)))
        }
        Measured::Governance => {
            let (first, last) = Options::default().governance_years;
            let estimates: Vec<f64> = (first..=last)
                .filter_map(|year| package.indicators(country, year))
                .flat_map(|indicators| indicators.map(|indicator| indicator.estimate.number.value))
                .collect();
            if estimates.is_empty() {
                return None;
            }
            let value = governance(estimates.into_iter());
            let entry = package.vocabulary().country(country);
            let input = Input::Stated {
                label: format!("Governance of {}", entry.name),
                value,
                unit: "0 (best) to 10",
                id: Some(format!("risk.governance/{}", entry.id)),
            };
            Some((Ranged::point(value), input))
        }
    }
}
