//! Production and reserves as typed facts, against figures read from the publisher's tables by hand.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use adit_facts::chain::{Place, ProductionFacts};
use adit_facts::{Package, Stage};

fn facts(package: &Package, material: &str, stage: Stage, year: u16) -> Vec<ProductionFacts> {
    package.production(package.vocabulary().find_material(material).unwrap(), stage, year)
}

fn of<'a>(package: &Package, facts: &'a [ProductionFacts], country: &str) -> &'a ProductionFacts {
    let country = package.vocabulary().find_country(country).unwrap();
    facts.iter().find(|facts| facts.place == Place::Country(country)).unwrap()
}

#[test]
fn lithium_is_mined_where_the_table_says() {
    let package = Package::embedded().unwrap();
    let mined = facts(&package, "lithium", Stage::Extraction, 2023);
    let australia = of(&package, &mined, "AU");
    let tonnes = australia.quantity.unwrap();
    assert_eq!(tonnes.number.value, 91_700.0);
    assert_eq!(australia.form, "lithium content");
    assert!(!australia.estimated && of(&package, &mined, "BR").estimated);
    assert_eq!(package.key(tonnes.at).as_str(), "production/usgs-mcs-2025/lithium/extraction/AU/2023/quantity");
    assert_eq!(package.view(tonnes.at).locator, "MCS2025_World_Data.csv, record 630");
    // Withheld is not zero.
    let home = of(&package, &mined, "US");
    assert_eq!(home.quantity, None);
    assert_eq!(mined.last().unwrap().place, Place::World);
    assert_eq!(mined.last().unwrap().quantity.unwrap().number.value, 204_000.0);
    assert_eq!(
        package.production_years(package.vocabulary().find_material("lithium").unwrap(), Stage::Extraction),
        [2023, 2024]
    );
}

/// The publisher's line for the countries that it does not name is a place of its own.
#[test]
fn other_countries_are_a_place() {
    let package = Package::embedded().unwrap();
    let smelted = facts(&package, "aluminium", Stage::Processing, 2024);
    let other = smelted.iter().find(|facts| facts.place == Place::Other).unwrap();
    let tonnes = other.quantity.unwrap().number;
    assert_eq!(tonnes.value, 6_800_000.0);
    assert!((tonnes.high - 6_800_500.0).abs() < 1e-3, "printed in thousand tonnes");
    assert_eq!(other.capacity.unwrap().number.value, 10_000_000.0);
}

/// Lines that the file prints in a wrong unit, column or with a digit lost.
#[test]
fn flaws_of_the_file_are_mended_by_rule_and_said() {
    let package = Package::embedded().unwrap();
    let titanium = facts(&package, "titanium", Stage::Extraction, 2023);
    let ukraine = of(&package, &titanium, "UA").quantity.unwrap();
    // 130 and 95 thousand tonnes of titanium dioxide.
    assert!((ukraine.number.value - 225_000.0 * 0.5993).abs() < 500.0);
    assert!(package.view(ukraine.at).note.unwrap().contains("printed 130 + 95"));
    let indium = package.vocabulary().find_material("indium").unwrap();
    assert_eq!(package.reserves(indium), []);
    let refined = facts(&package, "indium", Stage::Processing, 2024);
    assert_eq!(of(&package, &refined, "BE").capacity.unwrap().number.value, 50.0);
    assert_eq!(package.reserves(package.vocabulary().find_material("magnesium").unwrap()), []);
    let kaolin = facts(&package, "kaolin", Stage::Extraction, 2024);
    assert_eq!(kaolin.last().unwrap().quantity.unwrap().number.value, 44_000_000.0);
}

/// Where the publisher names all countries, they add to its total within its rounding; where a country is withheld or left
/// out, a note says so.
#[test]
fn countries_add_to_the_world() {
    let package = Package::embedded().unwrap();
    let mut compared = 0;
    for (material, entry) in package.vocabulary().materials() {
        for stage in Stage::ALL {
            for year in package.production_years(material, stage) {
                let all = package.production(material, stage, year);
                let total = |wanted: fn(&ProductionFacts) -> bool| {
                    all.iter().filter(|f| wanted(f)).filter_map(|f| f.quantity).map(|q| q.number.value).sum::<f64>()
                };
                let world = total(|facts| facts.place == Place::World);
                if world == 0.0 {
                    continue;
                }
                let sum = total(|facts| facts.place != Place::World);
                compared += 1;
                // Totals of estimates are rounded to two digits: 103 960 t of antimony are printed as 100 000.
                let allowed = if year == 2024 { 0.05 } else { 0.02 };
                assert!((sum / world - 1.0).abs() < allowed, "{} {stage} {year}: {sum} of {world}", entry.id);
            }
        }
    }
    assert!(compared > 100, "{compared}");
}
