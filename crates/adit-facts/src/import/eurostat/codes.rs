//! Codes of places in Eurostat's tables: regions, what belongs to no region, and sums over countries.

use std::collections::{HashMap, HashSet};

use crate::finding::Finding;
use crate::package::Package;
use crate::suggest;

/// The vintage that is in force.
pub(super) const LATEST: &str = "2024";

/// What a code stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Geo<'p> {
    /// A region that the tables know, and the latest vintage that has its code.
    Region { vintage: &'p str },
    /// A region of a known country that the tables do not know: of an earlier vintage, or of the United Kingdom below
    /// level 2.
    Other,
    /// What no region of a country can be given (`FRZZ`, `ALXX`), or several countries (`EU27_2020`, `EFTA`).
    NoRegion,
}

/// The codes that are known.
pub(super) struct Codes<'p> {
    regions: HashMap<&'p str, &'p str>,
    countries: HashSet<&'p str>,
}

impl<'p> Codes<'p> {
    /// Those of a package: its regions, and the codes that changed.
    pub fn of(package: &'p Package) -> Self {
        let mut regions: HashMap<&str, &str> = HashMap::new();
        for name in ["nuts", "nuts-changes"] {
            let Some(table) = package.table(name) else { continue };
            for row in table.rows() {
                let (code, vintage) = (row.text(table, "code"), row.text(table, "vintage"));
                let known = regions.entry(code).or_insert(vintage);
                *known = vintage.max(known);
            }
        }
        let countries = package.table("countries");
        let countries = countries.iter().flat_map(|table| table.rows().iter().map(|row| row.text(table, "eurostat")));
        Self { regions, countries: countries.filter(|code| !code.is_empty()).collect() }
    }

    /// What a code stands for; an unknown one is damage.
    pub fn geo(&self, code: &str) -> Result<Geo<'p>, Finding> {
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
