//! The check of a plan as tables.

use super::{PlanAnswer, PlanCheck, PlanFact};
use crate::tables::{Cell, Column, PlainTable};

/// Sentence by sentence.
pub fn checks(answer: &PlanAnswer) -> PlainTable {
    let row = |check: &PlanCheck| {
        vec![
            Cell::text(&*check.id),
            Cell::text(&*check.rule),
            Cell::text(check.standing.replace('-', " ")),
            Cell::text(&*check.says),
            Cell::words(check.mend.as_deref()),
            Cell::text(check.line.to_string()),
        ]
    };
    PlainTable {
        name: "plan".to_owned(),
        title: format!("{} and Art. 13 of Regulation (EU) 2024/1252", answer.name),
        columns: vec![
            Column::text("id", "Id"),
            Column::text("rule", "Rule"),
            Column::text("standing", "Standing"),
            Column::text("says", "Says"),
            Column::text("mend", "Mend"),
            Column::text("line", "Line"),
        ],
        rows: answer.checks.iter().map(row).collect(),
        notes: answer.notes.clone(),
    }
}

/// Sites of our facts in the plan's regions.
pub fn facts(answer: &PlanAnswer) -> PlainTable {
    let row = |fact: &PlanFact| {
        vec![
            Cell::text(&*fact.region),
            Cell::text(&*fact.name),
            Cell::text(fact.kind.replace('-', " ")),
            Cell::text(fact.status.replace('-', " ")),
            Cell::text(fact.materials.join(", ")),
            Cell::text(if fact.named { "yes" } else { "no" }),
            Cell::text(&*fact.site),
            Cell::text(&*fact.source),
        ]
    };
    PlainTable {
        name: "plan-facts".to_owned(),
        title: format!("Sites of our facts in the regions of {}", answer.name),
        columns: vec![
            Column::text("region", "Region"),
            Column::text("name", "Site"),
            Column::text("kind", "Kind"),
            Column::text("status", "Status"),
            Column::text("materials", "Materials"),
            Column::text("named", "Named"),
            Column::text("site", "Id"),
            Column::text("source", "Source"),
        ],
        rows: answer.facts.iter().map(row).collect(),
        notes: Vec::new(),
    }
}
