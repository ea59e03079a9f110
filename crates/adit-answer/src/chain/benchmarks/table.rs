//! The benchmarks as plain tables.

use adit_model::chain::benchmarks::AIMS;

use super::{BenchmarkMaterial, BenchmarksAnswer};
use crate::tables::{Cell, Column, PlainTable};

/// One row for each strategic raw material.
pub fn materials(answer: &BenchmarksAnswer) -> PlainTable {
    let columns = vec![
        Column::text("material", "Material"),
        Column::text("name", "Name"),
        Column::number("consumption_t", "Consumption", "t/a"),
        Column::text("route", "Route"),
        Column::number("extraction", "Extraction", "share"),
        Column::bounds("extraction_bounds", "Bounds", "share"),
        Column::flag("extraction_met", "Met"),
        Column::text("extraction_basis", "Basis"),
        Column::number("processing", "Processing", "share"),
        Column::bounds("processing_bounds", "Bounds", "share"),
        Column::flag("processing_met", "Met"),
        Column::text("processing_basis", "Basis"),
        Column::number("recycling", "Recycling", "share"),
        Column::bounds("recycling_bounds", "Bounds", "share"),
        Column::flag("recycling_met", "Met"),
        Column::text("recycling_basis", "Basis"),
        Column::text("third_country", "Largest third country"),
        Column::text("third_country_stage", "At"),
        Column::number("third_country_share", "Its share", "share"),
        Column::bounds("third_country_bounds", "Bounds", "share"),
    ];
    let rows = answer.materials.iter().map(row).collect();
    PlainTable {
        name: "benchmarks".to_owned(),
        title: format!("The benchmarks of Art. 5(1) in {}", answer.year),
        columns,
        rows,
        notes: answer.notes.clone(),
    }
}

fn row(m: &BenchmarkMaterial) -> Vec<Cell> {
    let number = |value, low, high, why: &Option<String>| Cell::number(value, low, high, why.as_deref());
    let mut row = vec![
        Cell::text(m.id.as_str()),
        Cell::text(m.name.as_str()),
        number(m.consumption_t, None, None, &m.why.consumption),
        Cell::words(m.consumption_route.as_deref()),
    ];
    let stages = [
        (m.extraction, m.low.extraction, m.high.extraction, m.met.extraction, &m.bases.extraction, &m.why.extraction),
        (m.processing, m.low.processing, m.high.processing, m.met.processing, &m.bases.processing, &m.why.processing),
        (m.recycling, m.low.recycling, m.high.recycling, m.met.recycling, &m.bases.recycling, &m.why.recycling),
    ];
    for ((value, low, high, met, basis, why), aim) in stages.into_iter().zip(AIMS) {
        let (least, most) = on_its_side(value, aim);
        row.extend([
            number(value, least, most, why),
            number(value, low, high, &None),
            Cell::Flag(met),
            Cell::text(basis.as_str()),
        ]);
    }
    let third = m.largest_third_country.as_ref();
    row.extend([
        Cell::words(third.map(|t| t.country_name.as_str())),
        Cell::words(third.map(|t| t.stage.as_str())),
        Cell::number(
            third.map(|t| t.share),
            third.and_then(|t| t.low),
            third.and_then(|t| t.high),
            third.and_then(|t| t.why.as_deref()),
        ),
        Cell::number(third.map(|t| t.share), third.and_then(|t| t.low), third.and_then(|t| t.high), None),
    ]);
    row
}

/// Limits by which a share is written to the percent, or as finely as it takes to stand on its own side of the aim: a
/// reader who sees 40 % beside "no" would rightly ask. What is known of it are the bounds in the column beside it.
fn on_its_side(value: Option<f64>, aim: f64) -> (Option<f64>, Option<f64>) {
    let Some(value) = value else { return (None, None) };
    let shown = |decimals: i32| (value * 10f64.powi(decimals)).round() / 10f64.powi(decimals);
    let tells = |decimals: &i32| (shown(*decimals) >= aim) == (value >= aim);
    let decimals = (2..=6).find(tells).unwrap_or(6);
    let half = 2.0 * 10f64.powi(-decimals);
    (Some(value - half), Some(value + half))
}

/// One row for each project and benchmark that it carries.
pub fn projects(answer: &BenchmarksAnswer) -> PlainTable {
    let columns = vec![
        Column::text("project", "Project"),
        Column::text("name", "Name"),
        Column::text("regions", "Regions"),
        Column::text("status", "Status"),
        Column::text("material", "Material"),
        Column::text("measure", "Carries"),
        Column::number("capacity_t", "Capacity", "t/a"),
        Column::number("counted_t", "Counts", "t/a"),
        Column::number("share", "Of consumption", "share"),
        Column::number("probability", "Probability", "share"),
        Column::text("lost_without", "Lost without it"),
    ];
    let mut rows = Vec::new();
    for project in &answer.projects {
        for carried in &project.carries {
            let lost = project.single_failure.contains(&format!("{}/{}", carried.material, carried.measure));
            rows.push(vec![
                Cell::text(project.id.as_str()),
                Cell::text(project.name.as_str()),
                Cell::text(project.regions.join(" ")),
                Cell::text(project.status.as_str()),
                Cell::text(carried.material.as_str()),
                Cell::text(carried.measure.as_str()),
                Cell::plain(carried.capacity_t),
                Cell::number(carried.counted_t, carried.counted_low, carried.counted_high, carried.why.as_deref()),
                Cell::number(carried.share, carried.share_low, carried.share_high, None),
                Cell::plain(Some(project.probability)),
                Cell::text(if lost { "yes" } else { "" }),
            ]);
        }
    }
    let title = format!("Projects and the benchmarks that they carry in {}", answer.year);
    PlainTable { name: "benchmark-projects".to_owned(), title, columns, rows, notes: answer.notes.clone() }
}
