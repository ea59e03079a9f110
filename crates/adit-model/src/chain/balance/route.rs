//! Route (b) to consumption (rules of calculation §2.2): production in the Union and net imports of the processed forms.

use adit_facts::{Material, Package, Stage};

use super::Question;
use crate::chain::economy::{Economy, members};
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
