//! Scores of the `GeoPolRisk` method as a document and a table.

use adit_facts::{Material, Package};
use adit_model::chain::geopolrisk::{Economy, Row, World, gather, rows};

use super::{GeoPolRiskAnswer, GeoPolRiskRow};
use crate::session::FORMAT;
use crate::tables::{Cell, Column, PlainTable};

/// Which scores.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GeoPolRiskQuestion {
    /// Only this material.
    pub material: Option<String>,
    /// Only this country, or `EU27`.
    pub country: Option<String>,
    /// Only this year.
    pub year: Option<u16>,
}

/// The scores that a question asks for.
pub(crate) fn answer(package: &Package, only: Option<Material>, question: &GeoPolRiskQuestion) -> GeoPolRiskAnswer {
    let world = gather(package, only);
    let wanted = |row: &GeoPolRiskRow| {
        question.country.as_ref().is_none_or(|country| *country == row.country)
            && question.year.is_none_or(|year| year == row.year)
    };
    let found = rows(&world).iter().map(|row| document(package, row)).filter(wanted).collect();
    GeoPolRiskAnswer { format: FORMAT, rows: found, notes: notes(package, &world) }
}

/// The code of an economy.
pub(crate) fn code(package: &Package, economy: Economy) -> String {
    match economy {
        Economy::Country(country) => package.vocabulary().country(country).id.clone(),
        Economy::Union => "EU27".to_owned(),
    }
}

fn document(package: &Package, row: &Row) -> GeoPolRiskRow {
    let material = package.vocabulary().material(row.material).id.clone();
    let country = code(package, row.economy);
    GeoPolRiskRow {
        why: format!("geopolrisk.score/{material}/{country}/{}", row.year),
        material,
        country,
        year: row.year,
        hhi: row.hhi,
        import_risk: row.import_risk.value,
        score: row.score,
        low: row.low,
        high: row.high,
        import_risk_outside: row.outside.map(|(risk, _)| risk.value),
        score_outside: row.outside.map(|(_, score)| score),
    }
}

fn notes(package: &Package, world: &World<'_>) -> Vec<String> {
    let mut notes = vec![
        "A second method, independent of the official one: concentration of world production times the instability of \
         those from whom a country buys. Both tonnages are contained; the published method takes gross weight."
            .to_owned(),
        "For the Union, members' trade with each other counts in the denominator, as published; the second reading \
         leaves it out."
            .to_owned(),
        "Trade names the country of dispatch, not of origin.".to_owned(),
    ];
    let words = package.vocabulary();
    notes.extend(world.gaps.iter().map(|gap| format!("{}: {}.", words.material(gap.material).name, gap.says)));
    notes
}

/// The scores as a table: `material,country,year,hhi,import_risk,score`.
pub fn table(answer: &GeoPolRiskAnswer) -> PlainTable {
    let columns = vec![
        Column::text("material", "Material"),
        Column::text("country", "Country"),
        Column::text("year", "Year"),
        Column::number("hhi", "HHI", "index"),
        Column::number("import_risk", "Import risk", "index"),
        Column::number("score", "Score", "index"),
    ];
    let rows = answer.rows.iter().map(|row| {
        vec![
            Cell::text(row.material.as_str()),
            Cell::text(row.country.as_str()),
            Cell::text(row.year.to_string()),
            Cell::plain(Some(row.hhi)),
            Cell::plain(Some(row.import_risk)),
            Cell::number(Some(row.score), Some(row.low), Some(row.high), Some(&row.why)),
        ]
    });
    PlainTable {
        name: "geopolrisk".to_owned(),
        title: "Geopolitical supply risk".to_owned(),
        rows: rows.collect(),
        columns,
        notes: answer.notes.clone(),
    }
}
