//! Mining's weight in a region's jobs, and what these figures cannot tell.

use adit_facts::Package;
use adit_facts::chain::{Region, RegionalTable};
use adit_model::chain::region::economy;
use adit_model::workings::{Worked, Workings};

use super::{DatedFigure, DivisionDocument, RegionEconomy};
use crate::chain::FigureDocument;
use crate::chain::opened::finite;

/// Divisions of mining and quarrying in NACE Rev. 2.
const DIVISIONS: [(&str, &str); 5] = [
    ("B05", "Coal and lignite"),
    ("B06", "Crude petroleum and natural gas"),
    ("B07", "Metal ores"),
    ("B08", "Other mining and quarrying"),
    ("B09", "Support service activities"),
];

/// The document, and what is missing in words.
pub(super) struct Economy {
    pub document: RegionEconomy,
    pub missing: Vec<String>,
}

/// Mining's weight.
pub(super) fn economy(package: &Package, region: &Region) -> Economy {
    let mut missing = Vec::new();
    let mut dated = |name: &str, table: RegionalTable<'_>| {
        if let Err(gap) = package.regional(table, &region.code) {
            missing.push(format!("{name}: {}", gap.says));
        }
        dated(package, &region.code, table)
    };
    let population = dated("population", RegionalTable::Population);
    let gdp = dated("gross domestic product", RegionalTable::Gdp);
    let unemployment = dated("unemployment", RegionalTable::Unemployment);
    let employment = dated("employment", RegionalTable::Employment);
    let mining = dated("employment in mining", RegionalTable::Mining("B"));
    let mut workings = Workings::default();
    let share = economy::mining_share(package, &region.code, &mut workings);
    let quotient = economy::location_quotient(package, &region.code, &mut workings);
    let document = RegionEconomy {
        population,
        gdp,
        unemployment,
        employment,
        mining,
        mining_share: worked(share),
        location_quotient: worked(quotient),
        divisions: DIVISIONS
            .iter()
            .map(|(nace, name)| DivisionDocument {
                nace: (*nace).to_owned(),
                name: (*name).to_owned(),
                persons: self::dated(package, &region.code, RegionalTable::Mining(nace)).figure,
            })
            .collect(),
        limits: vec![
            "Employment in mining is of 2015, the last year of this classification that we have; by division much is \
             confidential (metal ores above all)."
                .to_owned(),
            "Value added of mining is not published by region in our facts, so its weight in value is not known."
                .to_owned(),
            "Persons are counted where the enterprise reports them; smelters and refineries count as manufacturing."
                .to_owned(),
        ],
    };
    Economy { document, missing }
}

fn worked(number: Option<Worked>) -> FigureDocument {
    FigureDocument {
        value: number.as_ref().map(Worked::value),
        low: number.as_ref().and_then(|number| finite(number.number.low())),
        high: number.as_ref().and_then(|number| finite(number.number.high())),
        why: number.map(|number| number.id),
    }
}

/// A figure with its year. One fact opens as itself; several that add up open as their sum.
fn dated(package: &Package, code: &str, table: RegionalTable<'_>) -> DatedFigure {
    let Ok(found) = package.regional(table, code) else {
        let unknown = FigureDocument { value: None, low: None, high: None, why: None };
        return DatedFigure { year: None, figure: unknown, of_code: None };
    };
    let figure = match found.parts.as_slice() {
        [one] => super::build::fact(package, Some(*one)),
        _ => worked(economy::figure(package, table, code, &mut Workings::default())),
    };
    DatedFigure { year: Some(found.year), figure, of_code: found.note }
}
