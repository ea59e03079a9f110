//! The audit of a study given as a file, as a document.

use adit_facts::study_file::StudyRow;
use adit_model::risk::Cause;
use adit_model::risk::audit::file::{FileAudit, FileEvidence, audit_file};

use super::{AuditAnswer, AuditSummary, ClosingDocument, EvidenceDocument, StageAuditDocument, words};
use crate::session::FORMAT;

/// Audits the rows of a study file; `name` is how the file was called.
pub fn of_file(name: &str, rows: &[StudyRow]) -> AuditAnswer {
    let mut stages: Vec<StageAuditDocument> =
        rows.iter().zip(audit_file(rows)).map(|(row, audit)| stage(name, row, &audit)).collect();
    let size = |row: &StageAuditDocument| row.difference.map_or(-1.0, f64::abs);
    stages.sort_by(|a, b| size(b).total_cmp(&size(a)));
    AuditAnswer {
        format: FORMAT,
        edition: name.to_owned(),
        governance: None,
        summary: AuditSummary::of(&stages),
        stages,
        list: None,
        ei: None,
        findings: Vec::new(),
        notes: words::notes(),
    }
}

fn stage(name: &str, row: &StudyRow, audit: &FileAudit) -> StageAuditDocument {
    let published = row.sr.as_ref().map(|sr| sr.number.value);
    let computed = audit.computed.map(|(value, _, _)| value);
    let evidence: Vec<EvidenceDocument> = audit.evidence.iter().map(|e| document(name, e)).collect();
    let explanation = match (audit.cause, evidence.first()) {
        (Some(Cause::Unexplained), _) => Some(words::unexplained(audit.closable_by.len())),
        (Some(_), Some(first)) => Some(first.says.clone()),
        _ if audit.computed.is_none() => Some(not_computed(row)),
        _ => None,
    };
    StageAuditDocument {
        material: row.material.clone(),
        name: row.material.clone(),
        stage: row.stage.id().to_owned(),
        scope: row.scope.map(|scope| scope.id().to_owned()),
        published,
        published_half: row.sr.as_ref().map(|sr| sr.number.high - sr.number.value),
        computed,
        low: audit.computed.map(|(_, low, _)| low),
        high: audit.computed.map(|(_, _, high)| high),
        low_rounding: audit.computed.map(|(_, low, _)| low),
        high_rounding: audit.computed.map(|(_, _, high)| high),
        difference: computed.zip(published).map(|(computed, published)| computed - published),
        within_rounding: audit.within_rounding,
        cause: audit.cause.map(|cause| cause.id().to_owned()),
        explanation,
        evidence,
        closable_by: audit
            .closable_by
            .iter()
            .map(|closing| ClosingDocument {
                input: closing.input.to_owned(),
                label: format!("Column {}", closing.input),
                now: closing.now.clone(),
                needs: closing.needs.clone(),
            })
            .collect(),
        why: None,
    }
}

fn document(name: &str, evidence: &FileEvidence) -> EvidenceDocument {
    let FileEvidence { cause, input, here, there, line } = evidence;
    let place = match cause {
        Cause::NeighbouringRow => "The row above or below",
        _ => "The other stage",
    };
    EvidenceDocument {
        cause: cause.id().to_owned(),
        input: (*input).to_owned(),
        study_has: here.clone(),
        other: there.clone(),
        gives_low: None,
        gives_high: None,
        says: format!("{place} (line {line}) has {input} {there} instead of {here}; it gives the published figure."),
        source: name.to_owned(),
        locator: format!("line {line}"),
        why: None,
        against: None,
    }
}

fn not_computed(row: &StudyRow) -> String {
    if row.scope.is_none() {
        return "Not computed: no scope is given.".to_owned();
    }
    let cells = [
        ("hhi_gs", &row.hhi_gs),
        ("hhi_eus", &row.hhi_eus),
        ("ir", &row.ir),
        ("eol_rir", &row.eol_rir),
        ("si_sr", &row.si_sr),
    ];
    let blank: Vec<&str> = cells.iter().filter(|(_, cell)| cell.is_none()).map(|(name, _)| *name).collect();
    format!("Not computed: {} is blank.", blank.join(", "))
}
