//! Facts of the Chain room in plain English, by their keys.

use adit_facts::Package;

use super::{cell, in_text, material, of_country};

/// What a fact of the Chain room is; `None` for a fact of another room.
pub(super) fn of_fact(package: &Package, key: &str) -> Option<String> {
    let words = package.vocabulary();
    let parts: Vec<&str> = key.split('/').collect();
    let m = |id: &str| words.find_material(id).map_or_else(|| id.to_owned(), |of| material(words, of));
    let c = |id: &str| words.find_country(id).map_or_else(|| format!("{id}'s"), |of| of_country(words, of));
    let named = |id: &str| words.find_country(id).map_or_else(|| id.to_owned(), |of| words.country(of).name.clone());
    let whose = |place: &str| match place {
        "world" => "The world's".to_owned(),
        "other" => "Other countries'".to_owned(),
        country => c(country),
    };
    let site = |id: &str| package.site(id).map_or_else(|| id.to_owned(), |site| site.name);
    let project = |id: &str| package.project(id).map_or_else(|| id.to_owned(), |project| project.name);
    let region = |code: &str| {
        let found = package.regions().get(code);
        found.map_or_else(|| code.to_owned(), |region| format!("{} ({code})", region.name_latin))
    };
    Some(match *parts.as_slice() {
        ["production", _, of, stage, place, year, what] => {
            let what = if what == "capacity" { "capacity" } else { "production" };
            format!("{} {what} of {}, {stage}, {year}", whose(place), m(of))
        }
        ["reserves", _, of, place, _] => format!("{} reserves of {}", whose(place), m(of)),
        ["trade", year, hs6, from, to, what] => {
            let what = if what == "value" { "Value" } else { "Quantity" };
            format!("{what} of {} from {} to {}, {year}", good(package, hs6), named(from), named(to))
        }
        ["trade-codes", hs6, of, what] => {
            let what = match what {
                "contained-low" => "Lowest share",
                "contained-high" => "Highest share",
                _ => "Share",
            };
            format!("{what} of {} in {}", m(of), good(package, hs6))
        }
        ["plants", of, what, stage, number] => {
            format!("{} of {}: {}, {stage}", tonnes(number), site(of), m(what))
        }
        ["project-capacities", of, what, stage, number] => {
            format!("{} planned by {}: {}, {stage}", tonnes(number), project(of), m(what))
        }
        ["projects", of, what] => {
            let what = match what {
                "capex" => "Investment",
                "jobs" => "Jobs in operation",
                "grant" => "Public funding",
                other => other,
            };
            format!("{what} of {}", project(of))
        }
        ["consumption", of, period, "c", _] => format!("Production of {} in the Union, {period}", m(of)),
        ["consumption", of, period, _, what] => {
            let range = match what {
                "low" => ", lowest",
                "high" => ", highest",
                _ => "",
            };
            format!("Consumption of {} in the Union, {period}{range}", m(of))
        }
        ["yields", of, from, to, _] => format!("Recovery of {} from {from} to {to}", m(of)),
        ["assumptions", .., what] => {
            let says = cell(package, key, "says").unwrap_or_else(|| parts[1..].join(" "));
            let says = says.trim_end_matches('.').to_owned();
            match what {
                "value" => format!("Assumption: {}", in_text(&says)),
                end => format!("Assumption ({end}): {}", in_text(&says)),
            }
        }
        ["regional-mining", code, nace, year, _] => {
            format!("Persons employed in mining (NACE {nace}) in {}, {year}", region(code))
        }
        [table, code, year, _] if table.starts_with("regional-") => {
            let what = match table {
                "regional-population" => "Population",
                "regional-gdp" => "Gross domestic product",
                "regional-unemployment" => "Unemployment rate",
                _ => "Employed persons",
            };
            format!("{what} of {}, {year}", region(code))
        }
        ["sites", of, what] => format!("{} of {}", axis(what), site(of)),
        ["nuts", vintage, code, what] => format!("{} of the centre of {} (NUTS {vintage})", axis(what), region(code)),
        _ => return None,
    })
}

fn tonnes(column: &str) -> &'static str {
    match column {
        "contained-t" => "Contained tonnes a year",
        "capacity" => "Stated capacity",
        "probability" => "Probability",
        "ramp" => "Ramp-up",
        "utilisation" => "Utilisation",
        _ => "Position",
    }
}

fn axis(column: &str) -> &'static str {
    if column == "lat" { "Latitude" } else { "Longitude" }
}

/// A good of the Harmonized System, in short.
fn good(package: &Package, hs6: &str) -> String {
    let described = package.table("trade-codes").and_then(|table| {
        let row = table.rows().iter().find(|row| row.text(table, "hs6") == hs6)?;
        row.some_text(table, "description")
    });
    described.map_or_else(|| format!("HS {hs6}"), |says| format!("{} (HS {hs6})", in_text(&says)))
}
