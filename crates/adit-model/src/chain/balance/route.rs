//! Route (b) to consumption (rules of calculation §2.2): production in the Union and net imports of the processed forms.

use adit_facts::{Material, Package, Stage};

use super::Question;
use crate::chain::economy::{Economy, members};
use adit_number::Rule;

use crate::workings::{Worked, Workings};

/// Apparent consumption of the processed form in the Union, in the latest year for which production and trade are both
/// known; `None` where the goods that carry it are not all counted, or nothing is left above zero.
pub fn route_b(package: &Package) -> impl Fn(Material, &mut Workings) -> Option<(Worked, u16)> {
    let members = members(package);
    move |material, workings| {
        let traded = package.trade().years();
        let made = package.production_years(material, Stage::Processing);
        let year = made.into_iter().rev().find(|year| traded.contains(year))?;
        let question = Question { package, members: &members, material, year };
        let balance = question.balance(Economy::Union, Stage::Processing, workings);
        let consumption = balance.consumption.filter(|consumption| consumption.value() > 0.0)?;
        if !balance.uncounted.is_empty() || balance.unnamed.is_infinite() {
            return None;
        }
        Some((consumption, year))
    }
}

/// What the Union makes and buys.
pub static SUPPLY: Rule = Rule {
    id: "chain.supply",
    says: "What the Union makes and buys of a stage's forms in a year, contained: its supply before anything is sold",
    formula: "T = P + M",
    unit: "t",
    source: "EU sourcing as in European Commission, Methodology for establishing the EU list of critical raw materials, 2017: domestic production and imports",
};

/// Supply of the Union at a stage, in the latest year for which production and trade are both known; `None` where the
/// goods that carry it are not all counted or production is not known.
pub fn supply(package: &Package) -> impl Fn(Material, Stage, &mut Workings) -> Option<(Worked, u16)> {
    let members = members(package);
    move |material, stage, workings| {
        let traded = package.trade().years();
        let made = package.production_years(material, stage);
        let year = made.into_iter().rev().find(|year| traded.contains(year))?;
        let question = Question { package, members: &members, material, year };
        let balance = question.balance(Economy::Union, stage, workings);
        let (made, bought) = (balance.production.as_ref()?, balance.imports.as_ref()?);
        if !balance.uncounted.is_empty() || balance.unnamed.is_infinite() {
            return None;
        }
        let id = format!("chain.supply/{}/{stage}/{year}/EU27", package.vocabulary().material(material).id);
        let label = format!("{}: supply of the Union, {stage}, {year}", package.vocabulary().material(material).name);
        let inputs = vec![made.input(), bought.input()];
        let found = workings.number(id, label, made.number + bought.number, &SUPPLY, inputs);
        (found.value() > 0.0).then_some((found, year))
    }
}
