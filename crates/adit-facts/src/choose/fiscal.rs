//! What a country takes from a mine or plant, and who receives it: municipality, region, state, landowner.

use crate::chain::rows::Record;
use crate::package::Package;
use crate::study::Datum;
use crate::vocabulary::{Country, Material};

/// What a term takes its rate of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FiscalBase {
    /// Taxable profit of the year.
    Profit,
    /// Profit when it is paid out; what stays in the company is not taxed.
    DistributedProfit,
    /// Value of the mineral extracted, or of what is sold of it.
    Revenue,
    /// Tonnes of ore or of contained metal, as the unit says.
    Tonnes,
    /// Area of the concession or claim.
    Area,
}

impl FiscalBase {
    /// All, in the order of the table's description.
    pub const ALL: [Self; 5] = [Self::Profit, Self::DistributedProfit, Self::Revenue, Self::Tonnes, Self::Area];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Profit => "profit",
            Self::DistributedProfit => "distributed-profit",
            Self::Revenue => "revenue",
            Self::Tonnes => "tonnes",
            Self::Area => "area",
        }
    }

    /// From the word of the table.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.id() == text)
    }
}

/// Who receives an income.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Municipality or a group of them.
    Municipality,
    /// Region, county or federal state.
    Region,
    /// The state, or a fund of it.
    State,
    /// Owner of the land.
    Landowner,
}

impl Level {
    /// All, nearest to the mine first and the landowner last.
    pub const ALL: [Self; 4] = [Self::Municipality, Self::Region, Self::State, Self::Landowner];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Region => "region",
            Self::State => "state",
            Self::Landowner => "landowner",
        }
    }

    /// From the word of the table.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == text)
    }
}

/// What one level receives of one term: base times rate times share. Summed over the levels it is what the project pays.
#[derive(Debug, Clone, PartialEq)]
pub struct FiscalTerm {
    /// Country.
    pub country: Country,
    /// `corporate-tax`, `local-tax`, `royalty` or `area-fee`.
    pub term: String,
    /// The material; `None` for all.
    pub material: Option<Material>,
    /// What the rate is taken of.
    pub base: FiscalBase,
    /// The whole rate, all levels together, in [`FiscalTerm::unit`].
    pub rate: Datum,
    /// Lowest that the law or a contract allows.
    pub low: Option<Datum>,
    /// Highest that the law or a contract allows.
    pub high: Option<Datum>,
    /// `share`, `EUR/t` or `EUR/ha`.
    pub unit: String,
    /// Who receives it.
    pub level: Level,
    /// The part of the term that this level receives, 0 to 1.
    pub share: Datum,
    /// First day of the term (ISO date), or of its being known.
    pub valid_from: String,
    /// Last day of the term (ISO date), where an end is laid down.
    pub valid_to: Option<String>,
    /// Source id.
    pub source: String,
    /// Where in the source it stands.
    pub locator: String,
    /// Anything else worth knowing: thresholds, exceptions, what is simplified.
    pub note: Option<String>,
}

impl FiscalTerm {
    /// Whether it holds on a day (ISO date).
    pub fn holds_on(&self, day: &str) -> bool {
        self.valid_from.as_str() <= day && self.valid_to.as_deref().is_none_or(|last| day <= last)
    }
}

impl Package {
    /// The fiscal terms of all countries, in the order of the table.
    pub fn all_fiscal_terms(&self) -> Vec<FiscalTerm> {
        Record::all(self, "fiscal-terms").filter_map(|record| self.fiscal_term_of(&record)).collect()
    }

    /// The terms of a country that hold on a day (ISO date) for a material. Where a term has rows for the material, its
    /// rows for all materials do not count.
    pub fn fiscal_terms(&self, country: Country, material: Material, day: &str) -> Vec<FiscalTerm> {
        let mut terms = self.all_fiscal_terms();
        terms.retain(|term| term.country == country && term.holds_on(day));
        terms.retain(|term| term.material.is_none_or(|of| of == material));
        let own: Vec<String> =
            terms.iter().filter(|term| term.material.is_some()).map(|term| term.term.clone()).collect();
        terms.retain(|term| term.material.is_some() || !own.contains(&term.term));
        terms
    }

    fn fiscal_term_of(&self, record: &Record<'_>) -> Option<FiscalTerm> {
        let owned = |column: &str| record.text(column).to_owned();
        let material = match record.text("material") {
            "all" => None,
            id => Some(self.vocabulary().find_material(id)?),
        };
        Some(FiscalTerm {
            country: self.vocabulary().find_country(record.text("country"))?,
            term: owned("term"),
            material,
            base: FiscalBase::parse(record.text("base"))?,
            rate: record.datum("rate")?,
            low: record.datum("low"),
            high: record.datum("high"),
            unit: owned("unit"),
            level: Level::parse(record.text("level"))?,
            share: record.datum("share")?,
            valid_from: owned("valid_from"),
            valid_to: record.some("valid_to").map(str::to_owned),
            source: owned("source"),
            locator: owned("locator"),
            note: record.some("note").map(str::to_owned),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{FiscalBase, Level};

    #[test]
    fn words_of_the_table_are_read_back() {
        assert!(FiscalBase::ALL.iter().all(|base| FiscalBase::parse(base.id()) == Some(*base)));
        assert!(Level::ALL.iter().all(|level| Level::parse(level.id()) == Some(*level)));
    }
}
