//! Mining's weight in a region's jobs.

use adit_facts::chain::{RegionalFigure, RegionalTable};
use adit_facts::{Package, study::Datum};
use adit_number::{Ranged, Rule};

use crate::workings::{Input, Worked, Workings, ranged};

/// Mining's share of employment.
pub static MINING_SHARE: Rule = Rule {
    id: "region.mining-share",
    says: "Persons employed in mining and quarrying (NACE B) over all employed persons, same year, two surveys: enterprises and households; an estimate",
    formula: "share = persons in B / employed persons",
    unit: "share",
    source: "Eurostat, structural business statistics (sbs_r_nuts06_r2) over labour force survey (lfst_r_lfe2en2)",
};

/// How much more mining weighs here than in the Union.
pub static LOCATION_QUOTIENT: Rule = Rule {
    id: "region.location-quotient",
    says: "Mining's share of employment in the region over the same share in the member states for which both are published",
    formula: "LQ = share(region) / share(Union)",
    unit: "factor",
    source: "Location quotient; P. S. Florence, Investment, Location and Size of Plant, 1948",
};

/// A statistic of a region that is the sum of its parts.
pub static SUM: Rule = Rule {
    id: "region.sum",
    says: "A statistic of a region under its code of today: the sum of the parts that make it up exactly, in the same year",
    formula: "Σ parts",
    unit: "as its parts",
    source: "Commission Delegated Regulation (EU) 2023/674 (NUTS 2024)",
};

/// A statistic of a region as a number of its own, with the id `region.TABLE/CODE`.
pub fn figure(package: &Package, table: RegionalTable<'_>, code: &str, workings: &mut Workings) -> Option<Worked> {
    let found = package.regional(table, code).ok()?;
    let nace = if let RegionalTable::Mining(nace) = table { format!("/{nace}") } else { String::new() };
    let name = table.table().trim_start_matches("regional-").to_owned();
    let inputs = found.parts.iter().map(|part| Input::Fact(*part)).collect();
    let label = format!("{name} of {code}, {}", found.year);
    Some(workings.number(format!("region.{name}/{code}{nace}"), label, sum(&found), &SUM, inputs))
}

/// Every number of this file for a region.
pub fn all(package: &Package, code: &str) -> Workings {
    let mut workings = Workings::default();
    let divisions = ["B", "B05", "B06", "B07", "B08", "B09"].map(RegionalTable::Mining);
    let others =
        [RegionalTable::Population, RegionalTable::Gdp, RegionalTable::Unemployment, RegionalTable::Employment];
    for table in others.into_iter().chain(divisions) {
        figure(package, table, code, &mut workings);
    }
    location_quotient(package, code, &mut workings);
    workings
}

/// Persons in thousands.
const THOUSAND: f64 = 1000.0;

/// A region's mining employment against all employment, with ids `region.mining-share/CODE` and
/// `region.location-quotient/CODE`; `None` where one of the two is not published for the same year.
pub fn mining_share(package: &Package, code: &str, workings: &mut Workings) -> Option<Worked> {
    let (mining, employed) = both(package, code)?;
    let share = sum(&mining) / (sum(&employed) * Ranged::point(THOUSAND));
    let inputs = mining.parts.iter().chain(&employed.parts).map(|part| Input::Fact(*part)).collect();
    let label = format!("Mining's share of employment in {code}, {}", mining.year);
    Some(workings.number(format!("region.mining-share/{code}"), label, share, &MINING_SHARE, inputs))
}

/// How much more mining weighs in a region than in the Union.
pub fn location_quotient(package: &Package, code: &str, workings: &mut Workings) -> Option<Worked> {
    let own = mining_share(package, code, workings)?;
    let (mining, employed, inputs) = union(package)?;
    let union = mining / (employed * Ranged::point(THOUSAND));
    let of_union = workings.number(
        "region.mining-share/EU27",
        "Mining's share of employment in the member states for which both are published",
        union,
        &MINING_SHARE,
        inputs,
    );
    let label = format!("Location quotient of mining in {code}");
    let inputs = vec![own.input(), of_union.input()];
    let id = format!("region.location-quotient/{code}");
    Some(workings.number(id, label, own.number / union, &LOCATION_QUOTIENT, inputs))
}

/// Mining's share as a plain number, for comparisons.
pub fn share(package: &Package, code: &str) -> Option<f64> {
    let (mining, employed) = both(package, code)?;
    Some(mining.value() / (employed.value() * THOUSAND))
}

fn both(package: &Package, code: &str) -> Option<(RegionalFigure, RegionalFigure)> {
    let mining = package.regional(RegionalTable::Mining("B"), code).ok()?;
    let employed = package.regional_in(RegionalTable::Employment, code, mining.year)?;
    Some((mining, employed))
}

fn union(package: &Package) -> Option<(Ranged, Ranged, Vec<Input>)> {
    let words = package.vocabulary();
    let states = package.regions().of_level(0).filter(|region| words.country(region.country).in_eu27());
    let (mut mining, mut employed, mut inputs) = (Ranged::point(0.0), Ranged::point(0.0), Vec::new());
    for state in states {
        let Some((in_mining, all)) = both(package, &state.code) else { continue };
        mining = mining + sum(&in_mining);
        employed = employed + sum(&all);
        inputs.extend(in_mining.parts.iter().chain(&all.parts).map(|part: &Datum| Input::Fact(*part)));
    }
    (!inputs.is_empty()).then_some((mining, employed, inputs))
}

fn sum(figure: &RegionalFigure) -> Ranged {
    Ranged::sum(figure.parts.iter().map(ranged))
}
