//! An appraisal as plain tables.

use super::{AppraisalAnswer, AppraisalsAnswer};
use crate::tables::{Cell, Column, PlainTable};

/// Every project, and whether it can be appraised.
pub fn projects(answer: &AppraisalsAnswer) -> PlainTable {
    let rows = answer.projects.iter().map(|of| {
        vec![
            Cell::text(&of.project.id),
            Cell::text(&of.project.name),
            Cell::text(&of.project.country),
            Cell::text(&of.project.status),
            Cell::text(of.project.stages.join(", ")),
            Cell::text(of.project.materials.join(", ")),
            Cell::Flag(Some(of.ready)),
            Cell::plain(Some(of.sourced as f64)),
            Cell::plain(Some(of.assumed as f64)),
            Cell::text(of.missing.join("; ")),
        ]
    });
    PlainTable {
        name: "appraise".to_owned(),
        title: "Which projects can be appraised".to_owned(),
        columns: vec![
            Column::text("project", "Project"),
            Column::text("name", "Name"),
            Column::text("country", "Country"),
            Column::text("status", "Status"),
            Column::text("stages", "Stages"),
            Column::text("materials", "Materials"),
            Column::flag("ready", "Can be appraised"),
            Column::number("sourced", "Sourced inputs", ""),
            Column::number("assumed", "Assumptions", ""),
            Column::text("missing", "Missing"),
        ],
        rows: rows.collect(),
        notes: answer.says.clone(),
    }
}

/// The cash flow, a row for each year.
pub fn cash_flow(answer: &AppraisalAnswer) -> PlainTable {
    let rows = answer.cash_flow.iter().map(|year| {
        let phase = answer.phases.iter().find(|phase| phase.id == year.phase);
        vec![
            Cell::text(year.year.to_string()),
            Cell::text(phase.map_or(year.phase.as_str(), |phase| phase.name.as_str())),
            Cell::plain(Some(year.revenue)),
            Cell::plain(Some(year.cost)),
            Cell::plain(Some(year.tax)),
            Cell::number(Some(year.net), None, None, year.why.as_deref()),
            Cell::number(year.p50, year.p5, year.p95, None),
            Cell::plain(Some(year.discounted)),
            Cell::plain(Some(year.cumulative)),
        ]
    });
    let unit = answer.money.unit.as_str();
    PlainTable {
        name: format!("appraise-{}", answer.project.id),
        title: format!("Cash flow of {}, {}", answer.project.name, money(answer)),
        columns: vec![
            Column::text("year", "Year"),
            Column::text("phase", "Phase"),
            Column::number("revenue", "Revenue", unit),
            Column::number("cost", "Cost", unit),
            Column::number("tax", "Tax", unit),
            Column::number("net", "Net", unit),
            Column::bounds("net_band", "5 % to 95 %", unit),
            Column::number("discounted", "Discounted", unit),
            Column::number("cumulative", "Cumulative", unit),
        ],
        rows: rows.collect(),
        notes: notes(answer),
    }
}

/// Every line item in every year: the long form.
pub fn lines(answer: &AppraisalAnswer) -> PlainTable {
    let mut rows = Vec::new();
    for line in &answer.lines {
        for (value, year) in line.values.iter().zip(&answer.cash_flow) {
            let why = line.why.as_ref().map(|why| why.replace("{year}", &year.year.to_string()));
            rows.push(vec![
                Cell::text(&line.id),
                Cell::text(&line.name),
                Cell::text(&line.kind),
                Cell::text(year.year.to_string()),
                Cell::number(*value, None, None, why.as_deref().filter(|_| value.is_some_and(|value| value != 0.0)))
                    .in_unit(&line.unit),
                Cell::text(&line.unit),
            ]);
        }
    }
    PlainTable {
        name: format!("appraise-lines-{}", answer.project.id),
        title: format!("Line items of {}, {}", answer.project.name, money(answer)),
        columns: vec![
            Column::text("line", "Line"),
            Column::text("name", "Name"),
            Column::text("kind", "Kind"),
            Column::text("year", "Year"),
            Column::number("value", "Value", "row"),
            Column::text("unit", "Unit"),
        ],
        rows,
        notes: notes(answer),
    }
}

/// Everything that went in.
pub fn inputs(answer: &AppraisalAnswer) -> PlainTable {
    let rows = answer.inputs.iter().map(|of| {
        vec![
            Cell::text(&of.id),
            Cell::text(&of.name),
            Cell::number(Some(of.value), of.low, of.high, of.why.as_deref()).in_unit(&of.unit),
            Cell::number(Some(of.value), of.low, of.high, None).in_unit(&of.unit),
            Cell::text(&of.unit),
            Cell::text(&of.kind),
            Cell::words(of.source.as_deref()),
            Cell::text(&of.locator),
            Cell::words(of.note.as_deref()),
        ]
    });
    PlainTable {
        name: format!("appraise-inputs-{}", answer.project.id),
        title: format!("What the appraisal of {} rests on", answer.project.name),
        columns: vec![
            Column::text("input", "Input"),
            Column::text("name", "Name"),
            Column::number("value", "Value", "row"),
            Column::bounds("range", "Range", "row"),
            Column::text("unit", "Unit"),
            Column::text("kind", "Kind"),
            Column::text("source", "Source"),
            Column::text("locator", "Where in it, or why"),
            Column::text("note", "Note"),
        ],
        rows: rows.collect(),
        notes: answer.missing.clone(),
    }
}

/// Instruments side by side.
pub fn instruments(answer: &AppraisalAnswer) -> PlainTable {
    let rows = answer.instruments.iter().map(|of| {
        let breaches: Vec<&str> = of.breaches.iter().map(|breach| breach.paragraph.as_str()).collect();
        vec![
            Cell::text(&of.kind),
            Cell::text(&of.name),
            Cell::number(of.public_cost, None, None, of.why.as_deref()),
            Cell::plain(of.public_cost_tail),
            Cell::plain(of.grant_equivalent),
            Cell::plain(of.intensity),
            Cell::plain(of.intensity_limit),
            Cell::plain(of.leverage),
            Cell::plain(of.npv),
            Cell::number(of.additional_tonnes, of.additional_tonnes_low, of.additional_tonnes_high, None),
            Cell::number(of.tonnes_per_eur, of.tonnes_per_eur_low, of.tonnes_per_eur_high, None),
            Cell::plain(of.points_per_billion_eur),
            Cell::text(breaches.join("; ")),
        ]
    });
    let unit = answer.money.unit.as_str();
    PlainTable {
        name: format!("appraise-instruments-{}", answer.project.id),
        title: format!("Public instruments for {}, each alone", answer.project.name),
        columns: vec![
            Column::text("kind", "Kind"),
            Column::text("name", "Instrument"),
            Column::number("public_cost", "Expected public cost", unit),
            Column::number("public_cost_tail", "Dearest 5 % of draws", unit),
            Column::number("grant_equivalent", "Gross grant equivalent", unit),
            Column::number("intensity", "Aid intensity", "share"),
            Column::number("intensity_limit", "Highest allowed", "share"),
            Column::number("leverage", "Private per public euro", "1"),
            Column::number("npv", "Net present value with it", unit),
            Column::number("additional_tonnes", "Additional tonnes", "t"),
            Column::number("tonnes_per_eur", "Tonnes per euro", "t/EUR"),
            Column::number("points_per_billion_eur", "Benchmark points per thousand million euro", "1"),
            Column::text("breaches", "Breaks"),
        ],
        rows: rows.collect(),
        notes: notes(answer),
    }
}

/// What the money is, in words.
pub fn money(answer: &AppraisalAnswer) -> String {
    let money = &answer.money;
    match money.basis.as_str() {
        "nominal" => "million euro, nominal".to_owned(),
        _ => format!("million euro of {}", money.year),
    }
}

fn notes(answer: &AppraisalAnswer) -> Vec<String> {
    answer.missing.iter().chain(&answer.notes).cloned().collect()
}
