//! The package as shipped, and its words, for the tests of this folder.

use std::sync::LazyLock;

use adit_facts::{Changes, Country, Material, Package, Stage};
use adit_model::risk::inputs::{MaterialInputs, StageInputs};
use adit_model::risk::{MaterialRisk, Options, StageRisk, Study, assess, gather};

pub static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().unwrap());

/// The default study: ec-2023, governance 2016-2020.
pub static STUDY: LazyLock<Study> = LazyLock::new(|| gather(&PACKAGE, &Options::default(), &Changes::default()));

pub fn material(id: &str) -> Material {
    PACKAGE.vocabulary().find_material(id).unwrap()
}

pub fn country(code: &str) -> Country {
    PACKAGE.vocabulary().find_country(code).unwrap()
}

pub fn id(material: Material) -> &'static str {
    &PACKAGE.vocabulary().material(material).id
}

pub fn code(country: Country) -> &'static str {
    &PACKAGE.vocabulary().country(country).id
}

/// Options for one material.
pub fn only(id: &str) -> Options {
    Options { only: Some(vec![material(id)]), ..Options::default() }
}

/// Inputs of a material of a study.
pub fn inputs<'s>(study: &'s Study, id: &str) -> &'s MaterialInputs {
    study.materials.iter().find(|m| m.material == material(id)).unwrap()
}

/// Inputs of a stage of a material of a study.
pub fn stage_inputs<'s>(study: &'s Study, id: &str, stage: Stage) -> &'s StageInputs {
    inputs(study, id).stages.iter().find(|s| s.stage == stage).unwrap()
}

/// One material, assessed after changes.
pub fn assessed(id: &str, options: &Options, changes: &Changes) -> MaterialRisk {
    let study = gather(&PACKAGE, &Options { only: Some(vec![material(id)]), ..options.clone() }, changes);
    assess(&PACKAGE, &study).into_iter().find(|m| m.material == material(id)).unwrap()
}

/// One stage of an assessed material.
pub fn stage(risk: &MaterialRisk, stage: Stage) -> &StageRisk {
    risk.stages.iter().find(|s| s.stage == stage).unwrap()
}

/// Changes from the text of a scenario file.
pub fn scenario(text: &str) -> Changes {
    Changes::parse(&format!("format = 1\n{text}"), "scenario.toml", &PACKAGE).unwrap()
}

/// Equal up to the rounding of the arithmetic itself.
pub fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0)
}
