//! Whose balance, whose risk: a country, or the Union as one.

use adit_facts::{Country, Package};

/// An economy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Economy {
    /// A country.
    Country(Country),
    /// The 27 members of the Union together; what they trade with each other is not trade of the Union.
    Union,
}

impl Economy {
    /// From `EU27`, or what names a country.
    pub fn parse(package: &Package, text: &str) -> Option<Self> {
        if text.eq_ignore_ascii_case("EU27") {
            return Some(Self::Union);
        }
        package.vocabulary().find_country(text).map(Self::Country)
    }

    /// The id: `EU27`, or the ISO code.
    pub fn id(self, package: &Package) -> &str {
        match self {
            Self::Country(country) => &package.vocabulary().country(country).id,
            Self::Union => "EU27",
        }
    }

    /// The name in plain English.
    pub fn name(self, package: &Package) -> &str {
        match self {
            Self::Country(country) => &package.vocabulary().country(country).name,
            Self::Union => "the Union",
        }
    }

    /// Whether a country belongs to it; `members`: which countries are in the Union.
    pub fn holds(self, country: Country, members: &[bool]) -> bool {
        match self {
            Self::Country(own) => own == country,
            Self::Union => members.get(usize::from(country.0)).copied().unwrap_or(false),
        }
    }
}

/// Which countries are members of the Union (EU27), by country.
pub fn members(package: &Package) -> Vec<bool> {
    package.vocabulary().countries().map(|(_, entry)| entry.in_eu27()).collect()
}
