//! Finding a region by whatever a person types: a code of either vintage, a name, a REMIX region, a country.

use thiserror::Error;

use super::names::Meaning;
use super::{ChangeKind, Region, Regions};
use crate::package::Package;
use crate::suggest;

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<'a> {
    /// The regions meant: several where an earlier region was split or a REMIX region spans more than one.
    pub regions: Vec<&'a Region>,
    /// What was translated, and from what.
    pub note: Option<String>,
}

/// Why no region was found.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RegionError {
    /// No region is called so.
    #[error("there is no region \"{text}\" ({hint})")]
    Unknown {
        /// What was asked for.
        text: String,
        /// Nearest names, or what may be written.
        hint: String,
    },
    /// Several regions are called so.
    #[error("\"{text}\" is the name of several regions ({hint})")]
    Several {
        /// What was asked for.
        text: String,
        /// Their codes and names.
        hint: String,
    },
}

impl Package {
    /// The region or regions that a text means. Codes come first, then whole names, REMIX regions, parts of names, and
    /// countries by any of their names.
    pub fn find_region(&self, text: &str) -> Result<Found<'_>, RegionError> {
        let regions = self.regions();
        let countries = || {
            let country = self.vocabulary().find_country(text)?;
            regions.all().find(|region| region.level == 0 && region.country == country)
        };
        match regions.find(text) {
            Err(RegionError::Unknown { .. }) if countries().is_some() => {
                Ok(Found { regions: countries().into_iter().collect(), note: None })
            }
            found => found,
        }
    }
}

impl Regions {
    /// The region or regions that a text means: codes come first, then whole names, REMIX regions, parts of names.
    pub fn find(&self, text: &str) -> Result<Found<'_>, RegionError> {
        let text = text.trim();
        let code = text.to_uppercase();
        if let Some(region) = self.of(super::Vintage::Nuts2024, &code) {
            return Ok(Found { regions: vec![region], note: None });
        }
        if let Some(found) = self.changed(&code) {
            return Ok(found);
        }
        match self.names().meaning(text, self) {
            None => Err(self.unknown(text, &code)),
            Some(Meaning::Region(region)) => Ok(self.in_force(region)),
            Some(Meaning::Several(regions)) => {
                let each: Vec<String> =
                    regions.iter().map(|region| format!("{} {}", region.code, region.name_latin)).collect();
                Err(RegionError::Several { text: text.to_owned(), hint: format!("write a code: {}", each.join(", ")) })
            }
            Some(Meaning::Remix(remix)) => Ok(Found {
                regions: remix.codes.iter().filter_map(|code| self.get(code)).collect(),
                note: Some(format!("REMIX region {}: {}", remix.name, remix.codes.join(", "))),
            }),
        }
    }

    /// A region under its name: translated where its code is gone.
    fn in_force<'a>(&'a self, region: &'a Region) -> Found<'a> {
        let gone = self.of(super::Vintage::Nuts2024, &region.code).is_none();
        let translated = gone.then(|| self.changed(&region.code)).flatten();
        translated.unwrap_or_else(|| Found { regions: vec![region], note: None })
    }

    /// An earlier code that changed, as the regions of NUTS 2024 that it became; one that left the nomenclature
    /// stays itself.
    fn changed(&self, code: &str) -> Option<Found<'_>> {
        let changes: Vec<_> = self.changes.iter().filter(|change| change.was == code).collect();
        let first = changes.first()?;
        if first.kind == ChangeKind::Discontinued {
            let note = format!("{code} is in NUTS 2021 and not in NUTS 2024: {}", first.note);
            return Some(Found { regions: vec![self.get(code)?], note: Some(note) });
        }
        let each: Vec<String> = changes
            .iter()
            .filter_map(|change| Some(format!("{} ({})", change.is.as_deref()?, change.says())))
            .collect();
        Some(Found {
            regions: changes.iter().filter_map(|change| self.get(change.is.as_deref()?)).collect(),
            note: Some(format!("{code} of NUTS {} is in NUTS 2024 {}", first.vintage, each.join(" and "))),
        })
    }

    fn unknown(&self, text: &str, code: &str) -> RegionError {
        let otherwise = "write a NUTS code such as FI1D7, the name of a region, or a REMIX region";
        // Of a code that is too long or has a wrong end, the region above is nearest.
        let like_code = (3..=5).contains(&code.len()) && code.is_ascii() && code.bytes().any(|b| b.is_ascii_digit());
        let above = (2..code.len()).rev().filter(|_| like_code).find_map(|end| self.get(code.get(..end)?));
        let hint = match above {
            Some(region) if region.level >= 2 => format!("it would be in {} {}", region.code, region.name_latin),
            Some(region) => {
                let below = self
                    .all()
                    .filter(|other| other.code.len() == code.len() && super::within(&other.code, &region.code));
                suggest::hint(code, below.map(|region| region.code.as_str()), otherwise)
            }
            None => {
                let near = suggest::nearest(&super::names::folded(text), self.names().all());
                let mut known: Vec<String> = near.into_iter().filter_map(|name| self.shown(name)).collect();
                known.dedup();
                if known.is_empty() { otherwise.to_owned() } else { format!("did you mean {}?", known.join(" or ")) }
            }
        };
        RegionError::Unknown { text: text.to_owned(), hint }
    }

    /// A name as it is suggested: with the code that it leads to.
    fn shown(&self, folded: &str) -> Option<String> {
        let found = match self.names().meaning(folded, self)? {
            Meaning::Region(region) => format!("{} ({})", region.name_latin, region.code),
            Meaning::Remix(remix) => remix.name.clone(),
            Meaning::Several(regions) => regions.first()?.name_latin.clone(),
        };
        Some(found)
    }
}
