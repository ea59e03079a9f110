//! The audit of an edition as a document.

use adit_facts::study::Published;
use adit_facts::{Country, Material, Stage};
use adit_model::risk::audit::{
    Audit, ClosedBy, Closing, Evidence, ImportanceAudit, Origin, Recomputed, StageAudit, audit,
};
use adit_model::risk::list_rule::SR_THRESHOLD;
use adit_model::risk::moved::{Input, Movable};
use adit_model::risk::{About, Cause};

use super::{
    AuditAnswer, AuditSummary, ClosingDocument, EvidenceDocument, ImportanceDocument, ImportanceRow, ListCauseDocument,
    ListDocument, RecomputedDocument, StageAuditDocument, oddity, words,
};
use crate::asked::Asked;
use crate::error::AnswerError;
use crate::names;
use crate::question::Question;
use crate::session::{FORMAT, Session};

impl Session {
    /// Every published figure of the question's edition against the one computed from the published inputs.
    pub fn audit(&self, question: &Question) -> Result<AuditAnswer, AnswerError> {
        let asked = Asked::new(self.package(), None, question, None)?;
        let audit = audit(&asked.package, asked.study());
        Ok(Writer { asked: &asked }.answer(&audit))
    }
}

/// Writes an audit in words.
struct Writer<'a> {
    asked: &'a Asked,
}

impl Writer<'_> {
    fn answer(&self, audit: &Audit) -> AuditAnswer {
        let stages: Vec<StageAuditDocument> = audit.stages.iter().map(|row| self.stage(row)).collect();
        AuditAnswer {
            format: FORMAT,
            edition: self.asked.options.edition.clone(),
            governance: Some(self.asked.years()),
            summary: AuditSummary::of(&stages),
            list: Some(ListDocument {
                derived: audit.list.derived.iter().map(|m| self.id(*m)).collect(),
                official: audit.list.official.iter().map(|m| self.id(*m)).collect(),
                derived_equals_official: audit.list.derived == audit.list.official,
                recomputed: self.recomputed(&audit.list.recomputed, audit),
                recomputed_rounded: self.recomputed(&audit.list.recomputed_rounded, audit),
            }),
            ei: Some(self.importance(&audit.importance)),
            findings: audit.oddities.iter().map(|oddity| oddity::document(self.asked.words(), oddity)).collect(),
            notes: words::notes(),
            stages,
        }
    }

    fn id(&self, material: Material) -> String {
        self.asked.words().material(material).id.clone()
    }

    fn name(&self, material: Material) -> String {
        self.asked.words().material(material).name.clone()
    }

    fn stage(&self, row: &StageAudit) -> StageAuditDocument {
        let evidence: Vec<EvidenceDocument> = row.evidence.iter().map(|e| self.evidence(row, e)).collect();
        let why = row.computed.map(|_| self.asked.id(About::StageRisk(row.material, row.stage)));
        StageAuditDocument {
            material: self.id(row.material),
            name: self.name(row.material),
            stage: row.stage.id().to_owned(),
            scope: row.scope.map(|scope| scope.id().to_owned()),
            published: Some(row.published.datum.number.value),
            published_half: Some(row.published.half_digit()),
            computed: row.computed.map(|c| c.value),
            low: row.computed.map(|c| c.low),
            high: row.computed.map(|c| c.high),
            low_rounding: row.computed.map(|c| c.low_rounding),
            high_rounding: row.computed.map(|c| c.high_rounding),
            difference: row.difference(),
            within_rounding: row.within_rounding(),
            cause: row.cause.map(|cause| cause.id().to_owned()),
            explanation: self.explanation(row, &evidence),
            closable_by: row.closable_by.iter().map(|closing| self.closing(closing)).collect(),
            evidence,
            why,
        }
    }

    fn explanation(&self, row: &StageAudit, evidence: &[EvidenceDocument]) -> Option<String> {
        match (row.cause, evidence.first()) {
            (Some(Cause::Unexplained), _) => Some(words::unexplained(row.closable_by.len())),
            (Some(_), Some(first)) => Some(first.says.clone()),
            _ if row.computed.is_none() => Some(self.not_computed(row)),
            _ => None,
        }
    }

    /// Why nothing is computed: what the assessment lists as missing.
    fn not_computed(&self, row: &StageAudit) -> String {
        let risk = self.asked.assessed.risks.iter().find(|risk| risk.material == row.material);
        let missing: Vec<String> = risk
            .into_iter()
            .flat_map(|risk| &risk.missing)
            .filter_map(|missing| words::missing(self.asked.words(), missing, row.stage))
            .collect();
        if missing.is_empty() {
            "An input of this stage is missing.".to_owned()
        } else {
            format!("Not computed: {}.", missing.join("; "))
        }
    }

    fn evidence(&self, row: &StageAudit, evidence: &Evidence) -> EvidenceDocument {
        let (source, locator, why) = self.origin(row, evidence);
        EvidenceDocument {
            cause: evidence.cause.id().to_owned(),
            input: evidence.input.to_owned(),
            study_has: evidence.study_has.clone(),
            other: evidence.other.clone(),
            gives_low: Some(evidence.gives.0),
            gives_high: Some(evidence.gives.1),
            says: words::evidence(evidence, row.published.datum.number.value, &self.edition_of(evidence)),
            source,
            locator,
            why,
            against: evidence.confirmed_by.as_ref().map(|key| self.second_reading(key).1),
        }
    }

    /// Citation of a second reading, and where it stands.
    fn second_reading(&self, key: &str) -> (String, String) {
        let table = self.asked.package.table("second-readings");
        let found = table.and_then(|table| table.row(key).map(|(_, row)| (table, row)));
        let cell = |name: &str| found.map(|(table, row)| row.text(table, name).to_owned()).unwrap_or_default();
        (self.citation(&cell("source")), cell("locator"))
    }

    /// Citation, place and id of the other value.
    fn origin(&self, row: &StageAudit, evidence: &Evidence) -> (String, String, Option<String>) {
        let edition = |stage: Stage| {
            (self.citation(&self.asked.options.edition), names::at_stage(self.asked.words(), row.material, stage))
        };
        match &evidence.origin {
            Origin::Fact(at) => {
                let view = self.asked.package.view(*at);
                (view.citation, view.locator, Some(view.key))
            }
            Origin::SecondReading(key) => {
                let (source, locator) = self.second_reading(key);
                (source, locator, None)
            }
            Origin::Stage(stage) => {
                let (source, locator) = edition(*stage);
                (source, locator, None)
            }
            Origin::Members => {
                let (source, _) = edition(row.stage);
                (source, format!("results of the members, {}", row.stage), None)
            }
            Origin::List(side, _) => {
                let (source, locator) = edition(row.stage);
                let list = About::Concentration(row.material, row.stage, *side);
                (source, format!("list of {}, {locator}", names::side(*side)), Some(self.asked.id(list)))
            }
        }
    }

    /// The edition that the other value is from, in a word.
    fn edition_of(&self, evidence: &Evidence) -> String {
        match &evidence.origin {
            Origin::Fact(at) => self.asked.package.view(*at).edition,
            _ => self.asked.options.edition.clone(),
        }
    }

    fn citation(&self, source: &str) -> String {
        self.asked.package.sources().get(source).map_or_else(|| source.to_owned(), |s| s.citation.clone())
    }

    fn closing(&self, closing: &Closing) -> ClosingDocument {
        match closing.by {
            ClosedBy::Scope { now, needs } => ClosingDocument {
                input: "scope".to_owned(),
                label: "Scope of the stage".to_owned(),
                now: now.to_string(),
                needs: needs.to_string(),
            },
            ClosedBy::Input { movable, needs } => {
                let (input, label) = self.movable(&movable);
                let written = |value| words::written(movable.input, value);
                ClosingDocument { input, label, now: written(movable.now), needs: written(needs) }
            }
        }
    }

    /// Id and label of an input.
    fn movable(&self, movable: &Movable) -> (String, String) {
        let governance = |country: Country| {
            let about = About::Governance(country);
            (self.asked.id(about), names::of_number(self.asked.words(), about, &self.asked.years()))
        };
        match (movable.fact, movable.input) {
            (Some(fact), _) => {
                let key = &self.asked.study().origin[fact as usize].key;
                (key.clone(), names::of_fact(&self.asked.package, key))
            }
            (None, Input::Governance(country)) => governance(country),
            (None, other) => (format!("{other:?}"), "An input".to_owned()),
        }
    }

    fn recomputed(&self, list: &Recomputed, audit: &Audit) -> RecomputedDocument {
        let ids = |materials: &mut dyn Iterator<Item = Material>| materials.map(|m| self.id(m)).collect();
        let missing = list.missing.iter().map(|d| (d, false));
        RecomputedDocument {
            ids: ids(&mut list.entries.iter().copied()),
            missing: ids(&mut list.missing.iter().map(|d| d.material)),
            extra: ids(&mut list.extra.iter().map(|d| d.material)),
            causes: missing
                .chain(list.extra.iter().map(|d| (d, true)))
                .map(|(d, extra)| ListCauseDocument {
                    material: self.id(d.material),
                    name: self.name(d.material),
                    sr: d.sr,
                    sr_low: d.bounds.map(|b| b.0),
                    sr_high: d.bounds.map(|b| b.1),
                    sr_published: d.published_sr,
                    ei: d.ei,
                    says: words::list_cause(d, extra, SR_THRESHOLD, self.row_of(audit, d.material)),
                    why: self.asked.id(About::SupplyRisk(d.material)),
                })
                .collect(),
            with_published_ei: ids(&mut list.with_published_importance.iter().copied()),
            unknown: ids(&mut list.unknown.iter().copied()),
        }
    }

    /// The explanation of the worst stage of a material.
    fn row_of(&self, audit: &Audit, material: Material) -> Option<String> {
        let row = audit.stages.iter().find(|row| row.material == material && row.cause.is_some())?;
        self.stage(row).explanation
    }

    fn importance(&self, rows: &[ImportanceAudit]) -> ImportanceDocument {
        let computed: Vec<&ImportanceAudit> = rows.iter().filter(|row| row.computed.is_some()).collect();
        let rows: Vec<ImportanceRow> = rows.iter().map(|row| self.importance_row(row)).collect();
        let close = |row: &&ImportanceRow| row.difference.is_some_and(|d| d.abs() <= 0.05);
        ImportanceDocument {
            published: rows.len(),
            compared: computed.len(),
            within_005: rows.iter().filter(close).count(),
            within_rounding: rows.iter().filter(|row| row.within_rounding == Some(true)).count(),
            rows,
        }
    }

    fn importance_row(&self, row: &ImportanceAudit) -> ImportanceRow {
        let published: Published = row.published;
        ImportanceRow {
            material: self.id(row.material),
            name: self.name(row.material),
            published: published.datum.number.value,
            computed: row.computed.map(|c| c.value),
            low: row.computed.map(|c| c.low),
            high: row.computed.map(|c| c.high),
            difference: row.computed.map(|c| c.value - published.datum.number.value),
            within_rounding: row.within_rounding(),
            use_shares: row.use_shares,
            without_sector: row.without_sector,
            note: words::importance(row),
            why: row.computed.map(|_| self.asked.id(About::Importance(row.material))),
        }
    }
}
