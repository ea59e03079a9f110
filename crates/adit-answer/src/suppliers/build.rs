//! The suppliers of a material from its study.

use adit_facts::Stage;
use adit_facts::study::Side;
use adit_model::risk::inputs::{ListInputs, SupplierInputs};
use adit_model::risk::{About, readings};

use super::{SideSuppliers, StageSuppliers, SupplierDocument, SupplierWhy, SuppliersAnswer};
use crate::asked::Asked;
use crate::session::FORMAT;

/// The answer for the material that the question is about; its position in the study is `at`.
pub(crate) fn answer(asked: &Asked, at: usize) -> SuppliersAnswer {
    let inputs = &asked.study().materials[at];
    let entry = asked.words().material(inputs.material);
    let shown = |stage: Stage| asked.question.stage.is_none_or(|only| only == stage);
    let stages = inputs.stages.iter().filter(|s| inputs.members.is_empty() && shown(s.stage));
    SuppliersAnswer {
        format: FORMAT,
        edition: asked.options.edition.clone(),
        governance: asked.years(),
        material: entry.id.clone(),
        name: entry.name.clone(),
        stages: stages
            .map(|s| StageSuppliers {
                stage: s.stage.id().to_owned(),
                world: side(asked, at, s.stage, Side::World, s.world.as_ref()),
                europe: side(asked, at, s.stage, Side::Europe, s.europe.as_ref()),
            })
            .collect(),
    }
}

fn side(asked: &Asked, at: usize, stage: Stage, side: Side, list: Option<&ListInputs>) -> SideSuppliers {
    let Some(list) = list else {
        return SideSuppliers { total: 0.0, hhi: None, why: None, suppliers: Vec::new() };
    };
    let risk = &asked.assessed.risks[at];
    let hhi = risk.stages.iter().find(|s| s.stage == stage).and_then(|s| match side {
        Side::World => s.hhi_gs,
        Side::Europe => s.hhi_eus,
    });
    let governance: Vec<About> = list.suppliers.iter().map(|s| About::Governance(s.country)).collect();
    let term = |s: &SupplierInputs| About::Term(risk.material, stage, side, s.country);
    let terms: Vec<About> = list.suppliers.iter().map(term).collect();
    let mut numbers = readings::values(asked.study(), &[governance, terms.clone()].concat());
    let contributions = numbers.split_off(terms.len());
    let mut suppliers: Vec<SupplierDocument> = list
        .suppliers
        .iter()
        .zip(terms)
        .zip(numbers.into_iter().zip(contributions))
        .map(|((supplier, term), (governance, contribution))| document(asked, term, supplier, governance, contribution))
        .collect();
    suppliers.sort_by(|a, b| b.share.total_cmp(&a.share));
    SideSuppliers {
        total: list.total(),
        hhi: hhi.map(|hhi| hhi.value),
        why: hhi.map(|_| asked.id(About::Concentration(risk.material, stage, side))),
        suppliers,
    }
}

fn document(
    asked: &Asked,
    about: About,
    supplier: &SupplierInputs,
    governance: Option<f64>,
    contribution: Option<f64>,
) -> SupplierDocument {
    let study = asked.study();
    let country = usize::from(supplier.country.0);
    let entry = asked.words().country(supplier.country);
    // Without governance the country's term is not known; what it may add is in the bounds of the whole.
    let contribution = contribution.filter(|_| governance.is_some());
    SupplierDocument {
        country: entry.id.clone(),
        name: entry.name.clone(),
        eu: study.in_eu[country],
        share: supplier.share.value,
        share_low: supplier.share.low,
        share_high: supplier.share.high,
        published: published(asked, supplier.share.index),
        trade: supplier.trade.value,
        governance,
        contribution,
        why: SupplierWhy {
            share: Some(asked.fact_id(supplier.share.index)),
            trade: Some(asked.fact_id(supplier.trade.index)),
            governance: governance.map(|_| asked.id(About::Governance(supplier.country))),
            contribution: contribution.map(|_| asked.id(about)),
        },
    }
}

/// The cell as it was printed; empty for a supplier that a question added.
fn published(asked: &Asked, index: u32) -> String {
    let origin = &asked.study().origin[index as usize];
    origin.at.map(|at| asked.package.view(at).printed).unwrap_or_default()
}
