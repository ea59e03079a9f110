//! The audit as a figure and as a plain table.

use adit_figure::figure::{Axis, Body, Figure, Gap, GapClass, axis_end};

use super::{AuditAnswer, StageAuditDocument};
use crate::error::AnswerError;
use crate::question::Question;
use crate::session::{FORMAT, Session};
use crate::tables::{Cell, Column, PlainTable};

impl Session {
    /// Published against computed, worst differences first.
    pub fn audit_figure(&self, question: &Question) -> Result<Figure, AnswerError> {
        let answer = self.audit(question)?;
        let sources = crate::figures::sources(self.package(), &answer.edition, answer.governance.as_deref());
        Ok(figure(&answer, sources))
    }
}

fn figure(answer: &AuditAnswer, sources: Vec<String>) -> Figure {
    let rows: Vec<Gap> = answer.stages.iter().filter_map(gap).collect();
    let highest = rows.iter().map(|row| row.high.max(row.published)).fold(0.0, f64::max);
    let summary = &answer.summary;
    let beyond = summary.explained + summary.unexplained;
    Figure {
        format: FORMAT,
        id: "audit".to_owned(),
        question: "Does the official result follow from its own inputs?".to_owned(),
        finding: format!(
            "{} of {} figures that can be computed follow from their own inputs within rounding; {beyond} do not, {} of them unexplained.",
            summary.within_rounding, summary.compared, summary.unexplained
        ),
        note: Some("Bounds hold the rounding of the inputs and the shares missing from the lists.".to_owned()),
        sources,
        x: Axis::new("Supply risk", "index", 0.0, axis_end(highest)),
        y: Axis::rows("Material and stage"),
        body: Body::Gaps { rows },
    }
}

fn gap(row: &StageAuditDocument) -> Option<Gap> {
    Some(Gap {
        id: format!("{}/{}", row.material, row.stage),
        label: format!("{}, {}", row.name, row.stage),
        published: row.published?,
        published_half: row.published_half?,
        computed: row.computed?,
        low: row.low?,
        high: row.high?,
        class: match row.cause.as_deref() {
            None => GapClass::Within,
            Some("unexplained") => GapClass::Unexplained,
            Some(_) => GapClass::Explained,
        },
        why: row.why.clone(),
    })
}

/// The audit as a plain table, one row for each published figure of a stage.
pub fn table(answer: &AuditAnswer) -> PlainTable {
    PlainTable {
        name: "audit".to_owned(),
        title: format!("Published against computed supply risk, {}", answer.edition),
        columns: vec![
            Column::text("material", "Material"),
            Column::text("name", "Name"),
            Column::text("stage", "Stage"),
            Column::number("published", "Published", "index"),
            Column::number("computed", "Computed", "index"),
            Column::bounds("bounds", "Bounds", "index"),
            Column::number("difference", "Difference", "index"),
            Column::flag("within_rounding", "Within rounding"),
            Column::text("cause", "Cause"),
            Column::text("explanation", "Explanation"),
        ],
        rows: answer.stages.iter().map(cells).collect(),
        notes: answer.notes.clone(),
    }
}

fn cells(row: &StageAuditDocument) -> Vec<Cell> {
    let half = row.published_half.unwrap_or(0.0);
    let around = |value: Option<f64>, by: f64| value.map(|v| v + by);
    vec![
        Cell::text(&row.material),
        Cell::text(&row.name),
        Cell::text(&row.stage),
        Cell::number(row.published, around(row.published, -half), around(row.published, half), None),
        Cell::number(row.computed, row.low_rounding, row.high_rounding, row.why.as_deref()),
        Cell::number(row.computed, row.low, row.high, None),
        Cell::number(row.difference, around(row.difference, -half), around(row.difference, half), None),
        Cell::Flag(row.within_rounding),
        Cell::words(row.cause.as_deref()),
        Cell::words(row.explanation.as_deref()),
    ]
}
