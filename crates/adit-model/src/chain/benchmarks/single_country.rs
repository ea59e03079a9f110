//! Dependence on one third country (Art. 5(1)(b)): imports of the form of a stage from it, over the Union's consumption
//! of that form.
//!
//! Overseas countries and territories of a member state are no third countries here; they are shown apart (rules of
//! calculation §2.5). Trade names the country of dispatch, not of origin.

use adit_facts::chain::{ChainStage, PartnerKind};
use adit_facts::{Country, Package, Stage};
use adit_number::{Ranged, Real, Rule};

use super::EntryModel;
use crate::chain::balance::Question;
use crate::chain::economy::{Economy, members};
use crate::workings::{Worked, Workings};

/// Share of a third country.
pub static SINGLE_COUNTRY: Rule = Rule {
    id: "benchmark.single-country",
    says: "Imports of the form of a stage from one country over the Union's consumption of that form; the aim for 2030 is at most 65 % from any third country. Dispatch is counted, not origin; what is sold on can make it more than the whole",
    formula: "share = M(country) / C",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(b)",
};

/// A country's share at a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryShare {
    /// The country of dispatch.
    pub country: Country,
    /// Stage.
    pub stage: ChainStage,
    /// Year of trade and production.
    pub year: u16,
    /// An overseas country or territory of a member state: no third country.
    pub overseas: bool,
    /// The share.
    pub share: Worked,
}

/// Shares of countries by stage, the largest of each stage first, in the latest year for which trade and production
/// are both known. Nothing where consumption of the form is not known.
pub fn shares(package: &Package, entry: &EntryModel, workings: &mut Workings) -> Vec<CountryShare> {
    let members = members(package);
    let overseas: Vec<Country> = package
        .partners()
        .into_iter()
        .filter(|partner| partner.kind == PartnerKind::Overseas)
        .map(|partner| partner.country)
        .collect();
    let mut found = Vec::new();
    for stage in Stage::ALL {
        let material = entry.entry.material;
        let traded = package.trade().years();
        let made = package.production_years(material, stage);
        let Some(year) = made.into_iter().rev().find(|year| traded.contains(year)) else { continue };
        let question = Question { package, members: &members, material, year };
        let balance = question.balance(Economy::Union, stage, workings);
        let Some(consumption) = balance.consumption.filter(|used| used.value() > 0.0) else { continue };
        for partner in &balance.partners {
            let Some(country) = partner.country else { continue };
            // A share of nothing is nothing, and imports are never below zero.
            let number = within(partner.tonnes.number / consumption.number);
            let code = &package.vocabulary().country(country).id;
            let name = &package.vocabulary().country(country).name;
            let share = workings.number(
                format!("benchmark.single-country/{}/{stage}/{code}/{year}", entry.id),
                format!("{name}'s share in the Union's consumption of {}, {stage}, {year}", entry.id),
                number,
                &SINGLE_COUNTRY,
                vec![partner.tonnes.input(), consumption.input()],
            );
            let overseas = overseas.contains(&country);
            found.push(CountryShare { country, stage: stage.into(), year, overseas, share });
        }
    }
    found
}

fn within(share: Ranged) -> Ranged {
    share.larger(Ranged::point(0.0))
}
