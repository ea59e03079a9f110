//! The game as plain tables.

use super::TogetherAnswer;
use crate::tables::{Cell, Column, PlainTable};

/// One row for each region.
pub fn regions(answer: &TogetherAnswer) -> PlainTable {
    let unit = answer.unit.as_str();
    let columns = vec![
        Column::text("region", "Region"),
        Column::text("name", "Name"),
        Column::number("tonnes", "Tonnes", "t/a"),
        Column::number("alone", "Alone", unit),
        Column::number("shapley", "Share", unit),
        Column::flag("indispensable", "Indispensable"),
        Column::text("projects", "Projects"),
    ];
    let rows = answer.regions.iter().map(|region| {
        let alone = answer.coalitions.iter().find(|c| c.regions == [region.code.clone()]);
        let names: Vec<String> =
            region.projects.iter().map(|project| format!("{} ({})", project.name, project.stage)).collect();
        vec![
            Cell::text(region.code.as_str()),
            Cell::text(region.name.as_str()),
            Cell::plain(Some(region.tonnes)),
            Cell::number(answer.alone.get(&region.code).copied(), None, None, alone.and_then(|c| c.why.as_deref())),
            Cell::plain(answer.shapley.get(&region.code).copied()),
            Cell::Flag(region.indispensable),
            Cell::text(names.join("; ")),
        ]
    });
    PlainTable {
        name: "together".to_owned(),
        title: format!("What the regions change together: {}, {}, {}", answer.measure, answer.material, answer.year),
        rows: rows.collect(),
        columns,
        notes: answer.notes.clone(),
    }
}

/// One row for each coalition that is listed.
pub fn coalitions(answer: &TogetherAnswer) -> PlainTable {
    let columns = vec![
        Column::text("regions", "Regions"),
        Column::number("value", "Value", answer.unit.as_str()),
        Column::text("deciding_stage", "Decides"),
        Column::flag("capped", "Capped"),
    ];
    let rows = answer.coalitions.iter().map(|found| {
        vec![
            Cell::text(if found.regions.is_empty() { "nobody".to_owned() } else { found.regions.join(" + ") }),
            Cell::number(Some(found.value), None, None, found.why.as_deref()),
            Cell::words(found.deciding_stage.as_deref()),
            Cell::Flag(Some(found.capped)),
        ]
    });
    PlainTable {
        name: "coalitions".to_owned(),
        title: format!("Values of coalitions: {}, {}, {}", answer.measure, answer.material, answer.year),
        rows: rows.collect(),
        columns,
        notes: answer.notes.clone(),
    }
}
