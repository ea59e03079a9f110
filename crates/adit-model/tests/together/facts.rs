//! The package, and games put together by hand.

use std::sync::LazyLock;

use adit_facts::chain::ChainStage;
use adit_facts::{Changes, Country, Material, Package, Stage};
use adit_model::risk::{MaterialRisk, Options, StageRisk, assess};
use adit_model::together::inputs::{Given, MaterialFacts, StageTonnes};
use adit_model::together::offer::{Known, Offer, Player};
use adit_model::together::{Inputs, Question};
use adit_number::Ranged;

pub static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().unwrap());

pub fn material(id: &str) -> Material {
    PACKAGE.vocabulary().find_material(id).unwrap()
}

pub fn country(code: &str) -> Country {
    PACKAGE.vocabulary().find_country(code).unwrap()
}

pub fn exactly(key: &str, value: f64) -> Known {
    Known::new(key, Ranged::point(value), Vec::new())
}

/// Tonnes that count in full.
pub fn offer(name: &str, stage: ChainStage, project: &str, tonnes: f64) -> Offer {
    Offer {
        project: project.to_owned(),
        name: project.to_owned(),
        promoter: String::new(),
        material: material(name),
        stage,
        capacity: exactly(&format!("capacity/{project}/{stage}"), tonnes),
        standing: exactly("one", 1.0),
        utilisation: exactly("one", 1.0),
        probability: exactly("one", 1.0),
        needs: None,
        old_scrap: stage == ChainStage::Recycling,
    }
}

/// A region by its code, in the country of the code's first two letters.
pub fn player(region: &str, offers: Vec<Offer>) -> Player {
    let code = match &region[..2] {
        "EL" => "GR",
        "UK" => "GB",
        code => code,
    };
    Player { region: region.to_owned(), country: country(code), offers }
}

/// EU supply at both stages, no world production.
pub fn supply(name: &str, tonnes: f64) -> MaterialFacts {
    let of = |stage: Stage| {
        let supply = Some(exactly(&format!("supply/{stage}"), tonnes));
        (stage, StageTonnes { supply, production: None })
    };
    MaterialFacts {
        tonnes: Stage::ALL.map(of).to_vec(),
        all_input: Some(exactly("input", tonnes)),
        consumption: Some(exactly("consumption", tonnes)),
        recovery: Some(exactly("recovery", 0.9)),
        ..MaterialFacts::none(material(name))
    }
}

pub fn game(question: Question, players: Vec<Player>, materials: Vec<MaterialFacts>) -> Inputs {
    let given = Given { players, materials, ..Given::default() };
    Inputs::new(&PACKAGE, question, &Options::default(), &Changes::default(), given).unwrap()
}

/// A question about a material, one stage of it or all.
pub fn about(name: &str, stage: Option<Stage>) -> Question {
    Question { stage, ..Question::new(material(name), Vec::<String>::new()) }
}

pub fn assessed(name: &str, changes: &Changes) -> MaterialRisk {
    let options = Options { only: Some(vec![material(name)]), ..Options::default() };
    let study = adit_model::risk::gather(&PACKAGE, &options, changes);
    assess(&PACKAGE, &study).into_iter().find(|risk| risk.material == material(name)).unwrap()
}

pub fn stage_of(risk: &MaterialRisk, stage: Stage) -> &StageRisk {
    risk.stages.iter().find(|of| of.stage == stage).unwrap()
}
