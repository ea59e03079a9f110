//! Facts of the Outlook in plain English, by their keys.

use adit_facts::Package;

use super::{cell, in_text, material};

/// What a fact of the Outlook is; `None` for a fact of another room.
pub(super) fn of_fact(package: &Package, key: &str) -> Option<String> {
    let parts: Vec<&str> = key.split('/').collect();
    Some(match *parts.as_slice() {
        ["outlook-parameters", case, parameter, segment, technology, of, year, what] => {
            let scope = scope(package, case, segment, technology, of);
            let year = if year == "all" { String::new() } else { format!(", {year}") };
            format!("{}{scope}{year}{}", named(parameter), end(what))
        }
        ["outlook-levers", _, _, what] => {
            let name = cell(package, key, "name")?;
            format!("Lever \"{}\": {what} end of its slider", in_text(&name)).replace("step end", "step")
        }
        _ => return None,
    })
}

/// A parameter in words.
pub(crate) fn named(parameter: &str) -> &str {
    match parameter {
        "inflow" => "Put into use",
        "stock" => "In use",
        "lifetime-mean" => "Mean lifetime",
        "lifetime-sd" => "Spread of the lifetime (standard deviation)",
        "lifetime-shape" => "Spread of the lifetime (shape of its distribution)",
        "lifetime-scale" => "Lifetime (scale of its distribution)",
        "lifetime-years" => "Lifetime",
        "mix" => "Share of the products put into use",
        "intensity" => "Content of one unit of product",
        "intensity-factor" => "Content against today's",
        "used-export" => "Share exported used or unaccounted for at the end of life",
        "collection" => "Collection rate",
        "dismantling" => "Share separated for a recycler",
        "scrap-export" => "Share of the scrap treated outside the Union",
        "recovery" => "Recovery yield",
        "made-in-eu" => "Share made in the Union",
        "manufacturing-scrap" => "Scrap rate of manufacturing",
        "capacity" => "Recycling capacity",
        other => other,
    }
}

/// What a parameter is of: segment, technology and material, each in words, where it differs by them.
pub(crate) fn scope(package: &Package, case: &str, segment: &str, technology: &str, of: &str) -> String {
    let words = package.vocabulary();
    let name = |table: &str, id: &str| {
        let found = cell(package, &format!("{table}/{case}/{id}/name"), "name");
        in_text(&found.unwrap_or_else(|| id.to_owned()))
    };
    let mut parts = Vec::new();
    if segment != ALL {
        parts.push(name("outlook-segments", segment));
    }
    if technology != ALL {
        parts.push(name("outlook-technologies", technology));
    }
    if of != ALL {
        parts.push(words.find_material(of).map_or_else(|| of.to_owned(), |of| material(words, of)));
    }
    if parts.is_empty() { String::new() } else { format!(", {}", parts.join(", ")) }
}

/// Stands where a parameter does not differ.
const ALL: &str = "all";

fn end(what: &str) -> &'static str {
    match what {
        "low" => ", lowest",
        "high" => ", highest",
        _ => "",
    }
}
