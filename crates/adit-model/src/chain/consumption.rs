//! Consumption of a strategic raw material by undertakings in the Union (Art. 2(12)), by the first route that leads to
//! it (rules of calculation §2.2): a published figure; production and net imports; production and import reliance.

use adit_facts::chain::{ConsumptionFacts, Route};
use adit_facts::{Material, Package, Stage};
use adit_number::{Ranged, Rule};

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
    says: "Consumption in a year: that of the last year with facts, grown at a constant rate",
    formula: "C(Y) = C(Y0) × (1 + g)^(Y − Y0)",
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
    let growth = package.assumption(&format!("growth/{id}")).or_else(|| package.assumption("growth/default"));
    let years = i32::from(year) - i32::from(consumption.years.1);
    let mut inputs = vec![consumption.tonnes.input()];
    let factor = growth.as_ref().map_or(Ranged::point(1.0), |growth| {
        inputs.push(Input::Fact(growth.value));
        let power = |rate: f64| (1.0 + rate).powi(years);
        let ends = (power(growth.low), power(growth.high));
        Ranged::new(power(growth.value.number.value), ends.0.min(ends.1), ends.0.max(ends.1))
    });
    workings.number(
        format!("benchmark.consumption/{id}/{year}"),
        format!("Consumption of {} in the Union, {year}", words.material(material).name.to_lowercase()),
        consumption.tonnes.number * factor,
        &GROWN,
        inputs,
    )
}

/// Relative standard error of a quality class, with the assumption that states it.
pub(crate) fn quality_error(package: &Package, class: u8) -> (f64, Option<Input>) {
    package
        .assumption(&format!("error/quality-{class}"))
        .map_or((0.0, None), |error| (error.value.number.value, Some(Input::Fact(error.value))))
}

fn label(package: &Package, material: Material) -> String {
    format!("Consumption of {} in the Union", package.vocabulary().material(material).name.to_lowercase())
}
