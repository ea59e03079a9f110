//! Codes of places in Eurostat's tables: regions, what belongs to no region, and sums over countries.

use std::collections::{HashMap, HashSet};

use crate::finding::Finding;
use crate::package::Package;
use crate::suggest;

/// The vintage that is in force.
pub(super) const LATEST: &str = "2024";

/// The vintage before it.
const EARLIER: &str = "2021";

/// What a code stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Geo {
    /// A region of a vintage that the tables have: the latest one where the code is in both.
    Region { vintage: &'static str },
    /// A region of a known country in a vintage or at a level that the tables do not have.
    Other,
    /// What no region of a country can be given (`FRZZ`, `ALXX`), or several countries (`EU27_2020`, `EFTA`).
    NoRegion,
}

/// The codes that are known.
pub(super) struct Codes<'p> {
    regions: HashMap<&'p str, &'static str>,
    countries: HashSet<&'p str>,
}

impl<'p> Codes<'p> {
    /// Those of a package: its regions, and the codes that changed.
    pub fn of(package: &'p Package) -> Self {
        let mut regions = HashMap::new();
        for (name, column) in [("nuts", "code"), ("nuts-changes", "code_2021")] {
            let Some(table) = package.table(name) else { continue };
            for row in table.rows() {
                let vintage = if row.text(table, "vintage") == LATEST { LATEST } else { EARLIER };
                let known = regions.entry(row.text(table, column)).or_insert(vintage);
                if vintage == LATEST {
                    *known = LATEST;
                }
            }
        }
        let countries = package.table("countries");
        let countries = countries.iter().flat_map(|table| table.rows().iter().map(|row| row.text(table, "eurostat")));
        Self { regions, countries: countries.filter(|code| !code.is_empty()).collect() }
    }

    /// What a code stands for; an unknown one is damage.
    pub fn geo(&self, code: &str) -> Result<Geo, Finding> {
        if let Some(vintage) = self.regions.get(code) {
            return Ok(Geo::Region { vintage });
        }
        let rest = code.get(2..).unwrap_or_default();
        let known = code.get(..2).is_some_and(|country| self.countries.contains(country));
        if known && rest.len() <= 3 && rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
            let nowhere = !rest.is_empty()
                && ["Z", "X"].iter().any(|letter| rest.trim_matches(|c| letter.contains(c)).is_empty());
            return Ok(if nowhere { Geo::NoRegion } else { Geo::Other });
        }
        let of_several = code == "EFTA" || code == "EEA" || {
            let digits = code.strip_prefix("EU").or_else(|| code.strip_prefix("EA")).unwrap_or_default();
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_')
        };
        if of_several {
            return Ok(Geo::NoRegion);
        }
        let hint = suggest::hint(code, self.regions.keys().copied(), "codes are those of NUTS, such as FI1D7");
        Err(Finding::error("name.unknown", format!("the region \"{code}\" is not known")).hint(hint))
    }
}
