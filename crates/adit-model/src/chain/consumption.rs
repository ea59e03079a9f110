//! Consumption of a strategic raw material by undertakings in the Union (Art. 2(12)), by the first route that leads to
//! it (rules of calculation §2.2): a published figure; production and net imports; production and import reliance.

use std::ops::Mul;

use adit_facts::chain::{ConsumptionFacts, Route};
use adit_facts::{Material, Package, Stage};
use adit_number::{Ranged, Rule};

use super::pipeline::Assumed;
use crate::workings::{Input, Worked, Workings, ranged};

/// Consumption as published.
pub static PUBLISHED: Rule = Rule {
    id: "chain.consumption-published",
    says: "Consumption of the material in processed form by undertakings in the Union, as published; where the source gives no range, the range of its quality class",
    formula: "C = published figure",
    unit: "t/a",
    source: "Regulation (EU) 2024/1252, Art. 2(12)",
};

/// Consumption from production and trade.
pub static BALANCE: Rule = Rule {
    id: "chain.consumption-balance",
    says: "Apparent consumption of the processed form: production in the Union plus imports less exports, contained",
    formula: "C = P + M − X",
    unit: "t/a",
    source: "Regulation (EU) 2024/1252, Art. 2(12); apparent consumption as in European Commission, Methodology for establishing the EU list of critical raw materials, 2017, section 3.4",
};

/// Consumption from production and import reliance.
pub static RELIANCE: Rule = Rule {
    id: "chain.consumption-reliance",
    says: "Consumption of the processed form that follows from production in the Union and its official import reliance of the same years",
    formula: "C = P / (1 − IR)",
    unit: "t/a",
    source: "Definition of import reliance, Regulation (EU) 2024/1252, Annex II, Section 2, solved for consumption",
};

/// The sum over the members of a group.
pub static MEMBERS: Rule = Rule {
    id: "chain.consumption-members",
    says: "Consumption of a group: the sum over its members for which it is known",
    formula: "C = Σ C(member)",
    unit: "t/a",
    source: "Regulation (EU) 2024/1252, Annex I",
};

/// Growth of demand.
pub static GROWN: Rule = Rule {
    id: "benchmark.consumption",
    says: "Consumption in a year: that of the last year with facts, grown at one constant rate to 2030 and another after it",
    formula: "C(Y) = C(Y0) × (1 + g)^(Y − Y0), with another g after 2030",
    unit: "t/a",
    source: "Constant yearly growth; the rate is an assumption with its range",
};

/// Above this import reliance route (c) divides by almost nothing (rules §2.2).
const HIGHEST_RELIANCE: f64 = 0.95;

/// Quality class that a figure without a range of its own is given.
const QUALITY_WITHOUT_RANGE: u8 = 3;

/// Consumption of a material.
#[derive(Debug, Clone, PartialEq)]
pub struct Consumption {
    /// Tonnes a year, contained.
    pub tonnes: Worked,
    /// The route that led to it.
    pub route: Route,
    /// First and last year of the facts behind it.
    pub years: (u16, u16),
    /// Members of a group for which nothing is known.
    pub without: Vec<Material>,
}

/// Production and net imports of a processed form, where trade facts cover it.
pub type Balance<'a> = &'a dyn Fn(Material, &mut Workings) -> Option<(Worked, u16)>;

/// Consumption in the years of its facts; `None` if no route leads to it. `balance` answers route (b).
pub fn of(package: &Package, material: Material, balance: Balance<'_>, workings: &mut Workings) -> Option<Consumption> {
    of_one(package, material, balance, workings).or_else(|| of_members(package, material, balance, workings))
}

fn of_one(package: &Package, material: Material, balance: Balance<'_>, workings: &mut Workings) -> Option<Consumption> {
    let figures = package.consumption(material);
    let latest = |route: Route| figures.iter().find(|figure| figure.route == route);
    if let Some(figure) = latest(Route::Published) {
        return Some(published(package, material, figure, workings));
    }
    if let Some((tonnes, year)) = balance(material, workings) {
        return Some(Consumption {
            tonnes,
            route: Route::ProductionAndTrade,
            years: (year, year),
            without: Vec::new(),
        });
    }
    latest(Route::ImportReliance).and_then(|figure| by_reliance(package, material, figure, workings))
}

/// A group for which nothing is published as such: its members, all by figures of their own.
fn of_members(
    package: &Package,
    material: Material,
    balance: Balance<'_>,
    workings: &mut Workings,
) -> Option<Consumption> {
    let words = package.vocabulary();
    let entry = words.material(material);
    let members = entry.members.clone();
    let found: Vec<(Material, Option<Consumption>)> =
        members.iter().map(|member| (*member, of_one(package, *member, balance, workings))).collect();
    let known: Vec<&Consumption> = found.iter().filter_map(|(_, known)| known.as_ref()).collect();
    let first = known.first()?;
    let sum = Ranged::sum(known.iter().map(|member| member.tonnes.number));
    let (label, inputs) = (label(package, material), known.iter().map(|member| member.tonnes.input()).collect());
    let years = known.iter().fold(first.years, |all, one| (all.0.min(one.years.0), all.1.max(one.years.1)));
    let route = first.route;
    let tonnes = workings.number(format!("chain.consumption-facts/{}", entry.id), label, sum, &MEMBERS, inputs);
    let without = found.iter().filter(|(_, known)| known.is_none()).map(|(member, _)| *member).collect();
    Some(Consumption { tonnes, route, years, without })
}

fn published(package: &Package, material: Material, figure: &ConsumptionFacts, workings: &mut Workings) -> Consumption {
    let value = ranged(&figure.quantity);
    let mut inputs = vec![Input::Fact(figure.quantity)];
    inputs.extend([figure.low, figure.high].into_iter().flatten().map(Input::Fact));
    let number = if figure.low.is_none() && figure.high.is_none() {
        let error = quality_error(package, QUALITY_WITHOUT_RANGE);
        inputs.extend(error.1);
        Ranged::new(value.value, value.value * (1.0 - error.0), value.value * (1.0 + error.0))
    } else {
        let low = figure.low.map_or(value.low(), |datum| datum.number.value);
        Ranged::new(value.value, low, figure.high.map_or(value.high(), |datum| datum.number.value))
    };
    let id = format!("chain.consumption-facts/{}", package.vocabulary().material(material).id);
    let tonnes = workings.number(id, label(package, material), number, &PUBLISHED, inputs);
    Consumption { tonnes, route: Route::Published, years: figure.years, without: Vec::new() }
}

fn by_reliance(
    package: &Package,
    material: Material,
    figure: &ConsumptionFacts,
    workings: &mut Workings,
) -> Option<Consumption> {
    let edition = adit_facts::package::DEFAULT_EDITION;
    let reliance = package.import_reliance(edition, material, Stage::Processing)?;
    if reliance.number.value > HIGHEST_RELIANCE {
        return None;
    }
    let error = quality_error(package, QUALITY_WITHOUT_RANGE);
    let value = figure.quantity.number.value;
    let low = figure.low.map_or(value * (1.0 - error.0), |datum| datum.number.value);
    let high = figure.high.map_or(value * (1.0 + error.0), |datum| datum.number.value);
    let made = Ranged::new(value, low, high);
    let number = made / (Ranged::point(1.0) - ranged(&reliance));
    let mut inputs = vec![Input::Fact(figure.quantity), Input::Fact(reliance)];
    inputs.extend([figure.low, figure.high].into_iter().flatten().map(Input::Fact));
    inputs.extend(error.1);
    let id = format!("chain.consumption-facts/{}", package.vocabulary().material(material).id);
    let tonnes = workings.number(id, label(package, material), number, &RELIANCE, inputs);
    Some(Consumption { tonnes, route: Route::ImportReliance, years: figure.years, without: Vec::new() })
}

/// Growth of demand: one rate to 2030, another after it; both are assumptions with ranges.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Growth {
    to_2030: Option<Assumed>,
    after: Option<Assumed>,
}

/// The year in which the rate of growth changes.
const BEND: u16 = 2030;

impl Growth {
    /// The growth of a material; the default rates where it has none of its own.
    pub fn of(package: &Package, material: Material) -> Self {
        let id = &package.vocabulary().material(material).id;
        let rate = |topic: &str| {
            let own = package.assumption(&format!("{topic}/{id}"));
            own.or_else(|| package.assumption(&format!("{topic}/default"))).map(|rate| Assumed {
                number: Ranged::new(rate.value.number.value, rate.low, rate.high),
                input: Some(Input::Fact(rate.value)),
            })
        };
        Self { to_2030: rate("growth"), after: rate("growth-after-2030") }
    }

    /// `(1 + g)^years`, with its range.
    pub fn factor(&self, from: u16, to: u16) -> Ranged {
        self.spans(from, to).map(|(rate, years)| grown(rate.number, years)).fold(Ranged::point(1.0), Mul::mul)
    }

    /// The same with a rate of the caller's for each of the two.
    pub fn drawn(&self, from: u16, to: u16, draw: impl Fn(Ranged) -> f64) -> f64 {
        self.spans(from, to).map(|(rate, years)| (1.0 + draw(rate.number)).powi(years)).product()
    }

    /// The rates between two years.
    pub(crate) fn inputs(&self, from: u16, to: u16) -> Vec<Input> {
        self.spans(from, to).filter_map(|(rate, _)| rate.input.clone()).collect()
    }

    /// Each rate with the years for which it holds; negative years go back.
    fn spans(&self, from: u16, to: u16) -> impl Iterator<Item = (&Assumed, i32)> {
        let [from, to, bend] = [from, to, BEND].map(i32::from);
        let before = to.min(bend) - from.min(bend);
        let after = to.max(bend) - from.max(bend);
        let spans = [(self.to_2030.as_ref(), before), (self.after.as_ref(), after)];
        spans.into_iter().filter_map(|(rate, years)| rate.filter(|_| years != 0).map(|rate| (rate, years)))
    }
}

fn grown(rate: Ranged, years: i32) -> Ranged {
    let power = |rate: f64| (1.0 + rate).powi(years);
    let (one, other) = (power(rate.low()), power(rate.high()));
    Ranged::new(power(rate.value), one.min(other), one.max(other))
}

/// Consumption in a year, grown from the last year of its facts.
pub fn in_year(
    package: &Package,
    material: Material,
    consumption: &Consumption,
    year: u16,
    workings: &mut Workings,
) -> Worked {
    let words = package.vocabulary();
    let id = &words.material(material).id;
    let growth = Growth::of(package, material);
    let mut inputs = vec![consumption.tonnes.input()];
    inputs.extend(growth.inputs(consumption.years.1, year));
    workings.number(
        format!("benchmark.consumption/{id}/{year}"),
        format!("Consumption of {} in the Union, {year}", words.material(material).name.to_lowercase()),
        consumption.tonnes.number * growth.factor(consumption.years.1, year),
        &GROWN,
        inputs,
    )
}

/// Relative standard error of a quality class, a fraction, with the assumption that states it in percent.
pub(crate) fn quality_error(package: &Package, class: u8) -> (f64, Option<Input>) {
    package
        .assumption(&format!("error/quality-{class}"))
        .map_or((0.0, None), |error| (error.value.number.value / 100.0, Some(Input::Fact(error.value))))
}

fn label(package: &Package, material: Material) -> String {
    format!("Consumption of {} in the Union", package.vocabulary().material(material).name.to_lowercase())
}
