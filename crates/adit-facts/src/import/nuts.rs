//! Eurostat's regions (GISCO): their codes, names and hierarchy, and a centre point made from their boundaries.
//!
//! The boundaries themselves are not openly licensed. They never enter a table; a workspace keeps the file as it is
//! (see [`crate::import::boundaries`]).

use std::collections::BTreeMap;

use super::sheet::{Cell, Sheet};
use crate::finding::Finding;
use crate::package::Package;

mod collection;

pub(super) use collection::{Collection, Region};

/// The United Kingdom left the nomenclature after 2021, and of 2021 only level 2 is read: its country is made from that.
const LEFT: &str = "UK";

/// The table that the files give.
pub(super) fn sheets<'p>(collections: &[Collection], package: &'p Package) -> Vec<Sheet<'p>> {
    let Some(mut sheet) = Sheet::new(package, "nuts") else { return Vec::new() };
    let mut rows: BTreeMap<(&str, &str), (&Collection, &Region)> = BTreeMap::new();
    let whole: Vec<(&Collection, Region)> =
        collections.iter().filter_map(|of| Some((of, of.country_of_regions(LEFT)?))).collect();
    for (of, country) in &whole {
        rows.insert((&of.vintage, &country.code), (of, country));
    }
    for of in collections {
        rows.extend(of.regions.iter().map(|region| ((of.vintage.as_str(), region.code.as_str()), (of, region))));
    }
    for (of, region) in rows.into_values() {
        push(&mut sheet, package, of, region);
    }
    for of in collections {
        let level = of.level.to_string();
        let lost = sheet
            .lost(package, |row, table| row.text(table, "vintage") == of.vintage && row.text(table, "level") == level);
        sheet.incomplete(&of.file, &lost.into_iter().filter(|key| !key.ends_with(LEFT)).collect::<Vec<_>>());
    }
    vec![sheet]
}

fn push(sheet: &mut Sheet<'_>, package: &Package, of: &Collection, region: &Region) {
    let words = package.vocabulary();
    let prefix = region.code.get(..2).unwrap_or_default();
    let Some(country) = words.find_country(prefix).map(|found| words.country(found)) else {
        let finding =
            Finding::error("name.unknown", format!("the country \"{prefix}\" of {} is not known", region.code));
        sheet.problem(of.at(region, finding.hint(words.country_hint(prefix))));
        return;
    };
    let Some([lon, lat]) = region.centre() else {
        let finding = Finding::error("import.geojson", format!("the boundary of {} encloses no area", region.code));
        sheet.problem(of.at(region, finding.hint("fetch the file again; this copy is damaged")));
        return;
    };
    let name = |given: &str| if given.is_empty() { country.name.clone() } else { given.to_owned() };
    let parent = region.code.get(..region.code.len() - 1).filter(|_| region.level() > 0).unwrap_or_default();
    let cells: Vec<Cell<'_>> = vec![
        ("vintage", of.vintage.clone(), 0),
        ("code", region.code.clone(), 0),
        ("level", region.level().to_string(), 0),
        ("country", country.id.clone(), 0),
        ("parent", parent.to_owned(), 0),
        ("name", name(&region.name), 0),
        ("name_latin", name(&region.name_latin), 0),
        ("lat", format!("{lat:.3}"), 0),
        ("lon", format!("{lon:.3}"), 0),
    ];
    sheet.push_record(&of.file, region.number, &cells, |_, finding| of.at(region, finding));
}
