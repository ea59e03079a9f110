//! The audit of any study given as a file of results: concentrations, import reliance, recycling and substitution by
//! material and stage, against the supply risk that it prints.

use adit_facts::Scope;
use adit_facts::study_file::{Figure, StudyRow};
use adit_number::{Bounds, Subject};

use super::Cause;
use super::closing::MOST_CLOSINGS;
use crate::risk::explain::roots;
use crate::risk::import_reliance::counted;
use crate::risk::supply_risk::{Stage as StageNumbers, Supply, supply_risk};

/// One row of the file, computed.
#[derive(Debug, Clone)]
pub struct FileAudit {
    /// Value, lowest and highest by rounding; `None` if an input that the scope needs is missing or there is no scope.
    pub computed: Option<(f64, f64, f64)>,
    /// Whether the bounds meet the printed figure; `None` if nothing is computed or nothing printed.
    pub within_rounding: Option<bool>,
    /// Cause, for rows beyond rounding.
    pub cause: Option<Cause>,
    /// Independent evidence: what kind, the input, the value here, the value there, and where (line of the file).
    pub evidence: Vec<FileEvidence>,
    /// Changes that would close the gap, the nearest first: column, value now, value needed.
    pub closable_by: Vec<FileClosing>,
}

/// A closing value found elsewhere in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct FileEvidence {
    /// Kind.
    pub cause: Cause,
    /// Column.
    pub input: &'static str,
    /// Value in the row, as printed.
    pub here: String,
    /// Value that closes the gap, as printed.
    pub there: String,
    /// 1-based line of the file where it stands.
    pub line: u64,
}

/// A change that would close the gap.
#[derive(Debug, Clone, PartialEq)]
pub struct FileClosing {
    /// Column.
    pub input: &'static str,
    /// Value now, in the unit of the column.
    pub now: String,
    /// Value needed, in the unit of the column.
    pub needs: String,
}

/// The numbered columns of a row, in the unit of computation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    HhiGs,
    HhiEus,
    ImportReliance,
    Recycling,
    Substitution,
}

impl Column {
    const ALL: [Self; 5] = [Self::HhiGs, Self::HhiEus, Self::ImportReliance, Self::Recycling, Self::Substitution];

    fn name(self) -> &'static str {
        match self {
            Self::HhiGs => "hhi_gs",
            Self::HhiEus => "hhi_eus",
            Self::ImportReliance => "ir",
            Self::Recycling => "eol_rir",
            Self::Substitution => "si_sr",
        }
    }

    fn of(self, row: &StudyRow) -> Option<&Figure> {
        match self {
            Self::HhiGs => row.hhi_gs.as_ref(),
            Self::HhiEus => row.hhi_eus.as_ref(),
            Self::ImportReliance => row.ir.as_ref(),
            Self::Recycling => row.eol_rir.as_ref(),
            Self::Substitution => row.si_sr.as_ref(),
        }
    }

    fn highest(self) -> f64 {
        match self {
            Self::HhiGs | Self::HhiEus => 15.0,
            _ => 1.0,
        }
    }

    fn printed(self, value: f64) -> String {
        let scale = if matches!(self, Self::ImportReliance | Self::Recycling) { 100.0 } else { 1.0 };
        format!("{}", (value * scale * 1e4).round() / 1e4)
    }
}

/// Audits every row of a study file, in its order.
///
/// # Source
/// Regulation (EU) 2024/1252, Annex II, Section 2, point 3.
pub fn audit_file(rows: &[StudyRow]) -> Vec<FileAudit> {
    rows.iter().enumerate().map(|(at, row)| audit_row(rows, at, row)).collect()
}

fn audit_row(rows: &[StudyRow], at: usize, row: &StudyRow) -> FileAudit {
    let point = |figure: &Figure| Bounds::point(figure.number.value);
    let box_of = |figure: &Figure| Bounds::new(figure.number.low, figure.number.high);
    let value = row.scope.and_then(|scope| of(row, scope, point)).map(|sr| f64::midpoint(sr.lo(), sr.hi()));
    let bounds = row.scope.and_then(|scope| of(row, scope, box_of));
    let computed = value.zip(bounds).map(|(value, bounds)| (value, bounds.lo(), bounds.hi()));
    let target = row.sr.as_ref().map(box_of);
    let within_rounding = bounds.zip(target).map(|(bounds, target)| bounds.meets(&target));
    let mut audit = FileAudit { computed, within_rounding, cause: None, evidence: Vec::new(), closable_by: Vec::new() };
    if let (Some(false), Some(target), Some(scope), Some(sr)) = (within_rounding, target, row.scope, &row.sr) {
        audit.evidence = evidence(rows, at, row, scope, target);
        audit.cause = Some(audit.evidence.first().map_or(Cause::Unexplained, |e| e.cause));
        audit.closable_by = closable(row, scope, target, sr.number.value);
    }
    audit
}

fn of(row: &StudyRow, scope: Scope, read: impl Fn(&Figure) -> Bounds) -> Option<Bounds> {
    with(row, scope, None, read)
}

/// Supply risk of a row, with one column's figure replaced.
fn with(
    row: &StudyRow,
    scope: Scope,
    replaced: Option<(Column, Bounds)>,
    read: impl Fn(&Figure) -> Bounds,
) -> Option<Bounds> {
    let part = |column: Column| match replaced {
        Some((which, bounds)) if which == column => Some(bounds),
        _ => column.of(row).map(&read),
    };
    Some(supply_risk(&StageNumbers {
        subject: Subject::NONE,
        supply: Supply::for_scope(
            scope,
            part(Column::HhiGs),
            part(Column::HhiEus),
            part(Column::ImportReliance).map(counted),
        )?,
        recycled: part(Column::Recycling)?,
        substitution: part(Column::Substitution)?,
    }))
}

fn evidence(rows: &[StudyRow], at: usize, row: &StudyRow, scope: Scope, target: Bounds) -> Vec<FileEvidence> {
    let box_of = |figure: &Figure| Bounds::new(figure.number.low, figure.number.high);
    let other_stage = |other: &&StudyRow| other.material == row.material && other.stage != row.stage;
    let mut found = Vec::new();
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| rows.get(at));
    let candidates = rows
        .iter()
        .filter(other_stage)
        .map(|other| (Cause::OtherStage, other))
        .chain(beside.filter(|other| other.material != row.material).map(|other| (Cause::NeighbouringRow, other)));
    for (cause, other) in candidates {
        for column in Column::ALL {
            let (Some(here), Some(there)) = (column.of(row), column.of(other)) else { continue };
            if box_of(here).meets(&box_of(there)) {
                continue;
            }
            // The printed value itself must close the gap, as in the audit of an edition.
            let value = Bounds::point(there.number.value);
            if with(row, scope, Some((column, value)), box_of).is_some_and(|sr| sr.meets(&target)) {
                let (here, there) = (here.printed.clone(), there.printed.clone());
                found.push(FileEvidence { cause, input: column.name(), here, there, line: other.line });
            }
        }
    }
    for other in rows.iter().filter(other_stage) {
        if let Some(stated) = other.scope.filter(|stated| *stated != scope)
            && of(row, stated, box_of).is_some_and(|sr| sr.meets(&target))
        {
            let (here, there) = (scope.to_string(), stated.to_string());
            found.push(FileEvidence { cause: Cause::StatedScope, input: "scope", here, there, line: other.line });
        }
    }
    found.sort_by_key(|e| e.cause);
    found
}

/// All scopes, and the nearest changes of one column, that give the printed figure.
fn closable(row: &StudyRow, scope: Scope, target: Bounds, sr: f64) -> Vec<FileClosing> {
    let point = |figure: &Figure| Bounds::point(figure.number.value);
    let scopes = Scope::ALL
        .into_iter()
        .filter(|other| *other != scope && of(row, *other, point).is_some_and(|sr| sr.meets(&target)))
        .map(|other| FileClosing { input: "scope", now: scope.to_string(), needs: other.to_string() });
    let mut changes: Vec<(f64, FileClosing)> = Vec::new();
    for column in Column::ALL {
        let Some(figure) = column.of(row) else { continue };
        let now = figure.number.value;
        let needed = roots(|x| with(row, scope, Some((column, x)), point), sr, 0.0, column.highest());
        changes.extend(needed.into_iter().map(|needs| {
            let distance = if now == 0.0 { f64::INFINITY } else { ((needs - now) / now).abs() };
            let (now, needs) = (column.printed(now), column.printed(needs));
            (distance, FileClosing { input: column.name(), now, needs })
        }));
    }
    changes.sort_by(|a, b| a.0.total_cmp(&b.0));
    scopes.chain(changes.into_iter().map(|(_, change)| change)).take(MOST_CLOSINGS).collect()
}
