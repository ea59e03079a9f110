//! From an assessment to its document.

use adit_facts::study::{Datum, Published};
use adit_facts::{Scope, Stage};
use adit_model::risk::inputs::{MaterialInputs, StageInputs};
use adit_model::risk::{About, Bounded, MaterialRisk, StageRisk, ensemble};

use super::{
    Basis, ByScope, DrawsDocument, MaterialRiskDocument, MaterialWhy, RiskAnswer, StageRiskDocument, StageWhy, missing,
    notes, what_if,
};
use crate::asked::Asked;
use crate::conflicts;
use crate::question::Draws;
use crate::session::FORMAT;
use crate::study_findings;

const PROBABILITY: &str = "The share of draws in which both thresholds of Art. 4(2) are met under rounding, and under the \
     World Bank's standard errors if they were asked for; it is not the chance that the Commission lists the material.";

/// The answer for the materials of a question.
pub(crate) fn answer(asked: &Asked, draws: Option<Draws>) -> RiskAnswer {
    let drawn = draws.map(|draws| ensemble(asked.study(), draws.draws, draws.seed));
    let positions = asked.positions();
    let materials = positions
        .iter()
        .map(|&at| {
            let probability = drawn.as_ref().and_then(|drawn| drawn.probability[at]);
            material(asked, at, probability)
        })
        .collect();
    RiskAnswer {
        format: FORMAT,
        edition: asked.options.edition.clone(),
        governance: asked.years(),
        governance_error: asked.options.governance_error,
        what_if: what_if::in_words(asked),
        draws: drawn.map(|drawn| DrawsDocument {
            draws: drawn.draws,
            seed: drawn.seed,
            lists_scaled_back: drawn.lists_scaled_back,
            says: PROBABILITY.to_owned(),
        }),
        materials,
        study_findings: study_findings::of_materials(asked, &positions),
        conflicts: conflicts::all(&asked.package),
    }
}

fn material(asked: &Asked, at: usize, probability: Option<f64>) -> MaterialRiskDocument {
    let (inputs, risk) = (&asked.study().materials[at], &asked.assessed.risks[at]);
    let words = asked.words();
    let entry = words.material(risk.material);
    let id = |m: &adit_facts::Material| words.material(*m).id.clone();
    let (ei, basis) = importance(inputs, risk);
    let shown = |stage: &&StageRisk| asked.question.stage.is_none_or(|only| only == stage.stage);
    MaterialRiskDocument {
        id: entry.id.clone(),
        name: entry.name.clone(),
        kind: entry.kind.clone(),
        group: entry.group.as_ref().map(id),
        members: entry.members.iter().map(id).collect(),
        sr: risk.sr.map(|sr| sr.value),
        sr_low: risk.sr.map(|sr| sr.low),
        sr_high: risk.sr.map(|sr| sr.high),
        sr_low_rounding: risk.sr.map(|sr| sr.low_rounding),
        sr_high_rounding: risk.sr.map(|sr| sr.high_rounding),
        ei: ei.map(|ei| ei.0),
        ei_low: ei.map(|ei| ei.1),
        ei_high: ei.map(|ei| ei.2),
        ei_basis: basis,
        sr_published: figure(risk.published_sr),
        ei_published: figure(risk.published_ei),
        sr_published_half: risk.published_sr.map(|published| published.half_digit()),
        ei_published_half: risk.published_ei.map(|published| published.half_digit()),
        critical: risk.critical(),
        critical_certain: if risk.strategic { Some(true) } else { risk.meets.map(|verdict| verdict.certain) },
        rule_met: risk.meets.map(|verdict| verdict.holds),
        strategic: risk.strategic,
        strategic_grade: entry.strategic.as_ref().and_then(|listing| listing.grade.clone()),
        strategic_members: notes::strategic_members(words, entry),
        listed: entry.listed.is_some(),
        listed_through: entry.listed.as_ref().and_then(|listing| listing.through.clone()),
        deciding_stage: risk.deciding.map(|(stage, _)| stage.id().to_owned()),
        deciding_certain: risk.deciding.map(|(_, certain)| certain),
        probability,
        stages: inputs
            .stages
            .iter()
            .zip(&risk.stages)
            .filter(|(_, s)| shown(s))
            .map(|(i, s)| stage(asked, inputs, risk, i, s))
            .collect(),
        why: material_why(asked, inputs, risk),
        missing: missing::documents(asked, inputs, risk),
        notes: notes::of_material(asked, inputs, risk),
    }
}

/// Value, lowest and highest economic importance: computed, or else published.
fn importance(inputs: &MaterialInputs, risk: &MaterialRisk) -> (Option<(f64, f64, f64)>, Option<Basis>) {
    match (risk.ei, inputs.ei_as_published) {
        (Some(ei), _) => (Some((ei.value, ei.low, ei.high)), Some(Basis::Computed)),
        (None, Some(published)) => (Some((published.value, published.low, published.high)), Some(Basis::Published)),
        (None, None) => (None, None),
    }
}

fn figure(published: Option<Published>) -> Option<f64> {
    published.map(|published| published.datum.number.value)
}

fn key(asked: &Asked, datum: Datum) -> String {
    asked.package.key(datum.at).to_string()
}

fn material_why(asked: &Asked, inputs: &MaterialInputs, risk: &MaterialRisk) -> MaterialWhy {
    let ei = match (risk.ei, inputs.ei_as_published) {
        (Some(_), _) => Some(asked.id(About::Importance(risk.material))),
        (None, published) => published.map(|fact| asked.fact_id(fact.index)),
    };
    MaterialWhy {
        sr: risk.sr.map(|_| asked.id(About::SupplyRisk(risk.material))),
        ei,
        sr_published: risk.published_sr.map(|published| key(asked, published.datum)),
        ei_published: risk.published_ei.map(|published| key(asked, published.datum)),
        eol_rir: inputs.recycled.map(|fact| asked.fact_id(fact.index)),
        si_sr: inputs.si_sr.map(|fact| asked.fact_id(fact.index)),
    }
}

fn stage(
    asked: &Asked,
    material: &MaterialInputs,
    risk: &MaterialRisk,
    inputs: &StageInputs,
    s: &StageRisk,
) -> StageRiskDocument {
    let value = |bounded: Option<Bounded>| bounded.map(|b| b.value);
    let m = risk.material;
    let eu_sourcing = s.under(Scope::Eus).filter(|_| s.scope == Some(Scope::Gs));
    StageRiskDocument {
        stage: s.stage.id().to_owned(),
        scope: s.scope.map(|scope| scope.id().to_owned()),
        scope_published: published_scope(asked, m, s.stage).filter(|_| asked.question.scope.is_some()),
        sr: value(s.sr),
        sr_low: s.sr.map(|sr| sr.low),
        sr_high: s.sr.map(|sr| sr.high),
        sr_low_rounding: s.sr.map(|sr| sr.low_rounding),
        sr_high_rounding: s.sr.map(|sr| sr.high_rounding),
        sr_published: figure(s.published),
        sr_published_half: s.published.map(|published| published.half_digit()),
        hhi_gs: value(s.hhi_gs),
        hhi_eus: value(s.hhi_eus),
        ir: value(s.ir),
        ir_published: s.ir_published,
        eol_rir: risk.recycled,
        si_sr: risk.si_sr,
        missing_share_gs: s.missing_gs,
        missing_share_eus: s.missing_eus,
        sr_eu_sourcing: value(eu_sourcing),
        sr_by_scope: s.scope.is_none().then(|| by_scope(s)),
        note: notes::of_stage(asked, material, inputs, s),
        why: StageWhy {
            sr: s.sr.map(|_| asked.id(About::StageRisk(m, s.stage))),
            hhi_gs: s.hhi_gs.map(|_| asked.id(About::Concentration(m, s.stage, adit_facts::study::Side::World))),
            hhi_eus: s.hhi_eus.map(|_| asked.id(About::Concentration(m, s.stage, adit_facts::study::Side::Europe))),
            ir: s.ir.map(|_| asked.id(About::ImportReliance(m, s.stage))),
            ir_published: inputs.import_reliance.map(|fact| asked.fact_id(fact.index)),
            sr_published: s.published.map(|published| key(asked, published.datum)),
            sr_eu_sourcing: eu_sourcing.map(|_| asked.under(Scope::Eus).id(About::StageRisk(m, s.stage))),
        },
    }
}

fn by_scope(s: &StageRisk) -> ByScope {
    let value = |scope| s.under(scope).map(|sr| sr.value);
    ByScope { both: value(Scope::Both), gs: value(Scope::Gs), eus: value(Scope::Eus) }
}

fn published_scope(asked: &Asked, material: adit_facts::Material, stage: Stage) -> Option<String> {
    let (_, scope) = asked.package.stage_result(&asked.options.edition, material, stage);
    scope.map(|scope| scope.id().to_owned())
}
