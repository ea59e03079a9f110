//! A material's chain as plain tables.

use super::ChainAnswer;
use crate::chain::FigureDocument;
use crate::tables::{Cell, Column, PlainTable};

fn cell(figure: &FigureDocument) -> Cell {
    Cell::number(figure.value, figure.low, figure.high, figure.why.as_deref())
}

/// One row for each link.
pub fn links(answer: &ChainAnswer) -> PlainTable {
    let label = |id: &str| answer.nodes.iter().find(|node| node.id == id).map_or("", |node| node.label.as_str());
    let columns = vec![
        Column::text("from", "From"),
        Column::text("from_stage", "At"),
        Column::text("to", "To"),
        Column::number("tonnes", "Tonnes", "t"),
        Column::bounds("tonnes_bounds", "Bounds", "t"),
        Column::text("kind", "Kind"),
    ];
    let stage = |id: &str| answer.nodes.iter().find(|node| node.id == id).map_or("", |node| node.stage.as_str());
    let rows = answer.links.iter().map(|link| {
        vec![
            Cell::text(label(&link.from)),
            Cell::text(stage(&link.from)),
            Cell::text(label(&link.to)),
            cell(&link.tonnes),
            cell(&link.tonnes),
            Cell::text(link.kind.as_str()),
        ]
    });
    PlainTable {
        name: format!("chain-{}-{}", answer.material, answer.year),
        title: format!("Flows of {} in {}, {}", answer.name.to_lowercase(), answer.year, answer.form),
        rows: rows.collect(),
        columns,
        notes: answer.notes.clone(),
    }
}

/// One row for each stage.
pub fn stages(answer: &ChainAnswer) -> PlainTable {
    let columns = vec![
        Column::text("stage", "Stage"),
        Column::number("production", "Production", "t"),
        Column::number("imports", "Imports", "t"),
        Column::number("exports", "Exports", "t"),
        Column::number("consumption", "Used", "t"),
        Column::number("ir", "IR", "share"),
        Column::number("ir_official", "Official IR", "share"),
    ];
    let rows = answer.stages.iter().map(|stage| {
        vec![
            Cell::text(stage.stage.as_str()),
            cell(&stage.production),
            cell(&stage.imports),
            cell(&stage.exports),
            cell(&stage.consumption),
            cell(&stage.import_reliance),
            cell(&stage.import_reliance_official),
        ]
    });
    PlainTable {
        name: format!("chain-stages-{}-{}", answer.material, answer.year),
        title: format!("Balances of the Union, {}, {}", answer.name.to_lowercase(), answer.year),
        rows: rows.collect(),
        columns,
        notes: answer.notes.clone(),
    }
}

/// One row for each flow of the Union, before and after reconciliation.
pub fn reconciled(answer: &ChainAnswer) -> PlainTable {
    let columns = vec![
        Column::text("flow", "Flow"),
        Column::number("measured", "Figure", "t"),
        Column::number("error", "Error", "t"),
        Column::number("reconciled", "Reconciled", "t"),
        Column::number("residual", "Residual", "index"),
        Column::text("state", "State"),
    ];
    let rows = answer.reconciled.iter().map(|flow| {
        let state = match (flow.unobservable, flow.residual) {
            (true, _) => "not determined",
            (false, Some(residual)) if residual.abs() > 1.96 => "contradicts the others",
            (false, Some(_)) => "fits",
            (false, None) => "nothing checks it",
        };
        vec![
            Cell::text(flow.name.as_str()),
            Cell::plain(flow.measured),
            Cell::plain(flow.error),
            Cell::number(flow.reconciled, None, None, flow.why.as_deref()),
            Cell::plain(flow.residual),
            Cell::text(state),
        ]
    });
    PlainTable {
        name: format!("chain-reconciled-{}-{}", answer.material, answer.year),
        title: format!("The Union's chain of {} in {}, reconciled", answer.name.to_lowercase(), answer.year),
        rows: rows.collect(),
        columns,
        notes: answer.notes.clone(),
    }
}
