//! From a game to the document.

use std::collections::BTreeMap;

use adit_facts::Package;
use adit_facts::chain::ChainStage;
use adit_facts::chain::regions::within;
use adit_model::together::game::Coalition;
use adit_model::together::ids::Ids;
use adit_model::together::offer::{LeftOut, Mine, Offer};
use adit_model::together::outcome::{Outcome, supply};
use adit_model::together::{Inputs, Measure, TogetherError, play};
use adit_model::workings::Input;

use super::question::Asked;
use super::{
    CoalitionDocument, DisplacementDocument, PairDocument, SensitivityDocument, TargetDocument, TogetherAnswer,
    TogetherEnsemble, TogetherProject, TogetherRegion, UnofficialDocument, says,
};
use crate::chain::opened::finite;
use crate::error::AnswerError;
use crate::session::FORMAT;

/// The answer; what cannot be known is said in it and is no error.
pub(crate) fn answer(package: &Package, asked: &Asked, inputs: &Inputs) -> Result<TogetherAnswer, AnswerError> {
    let outcome = match play(inputs) {
        Ok(outcome) => Some(outcome),
        Err(
            unknown @ (TogetherError::SupplyUnknown { .. }
            | TogetherError::ConsumptionUnknown(_)
            | TogetherError::NoFigure { .. }),
        ) => {
            let mut answer = blank(package, asked, inputs);
            answer.says.push(format!("{unknown}."));
            answer.missing.insert(0, unknown.to_string());
            return Ok(answer);
        }
        Err(error) => return Err(error.into()),
    };
    let mut answer = blank(package, asked, inputs);
    if let Some(outcome) = outcome {
        fill(&mut answer, inputs, &outcome);
        answer.regions = regions(package, inputs, decides(inputs, &outcome));
        mark_indispensable(&mut answer, &outcome);
        answer.says = says::says(&answer);
    }
    Ok(answer)
}

fn blank(package: &Package, asked: &Asked, inputs: &Inputs) -> TogetherAnswer {
    let question = &inputs.question;
    let mut notes = asked.notes.clone();
    notes.extend(says::notes(question));
    TogetherAnswer {
        format: FORMAT,
        measure: question.measure.id().to_owned(),
        material: inputs.material.clone(),
        material_name: package.vocabulary().material(question.material).name.clone(),
        stage: question.stage.map(|stage| stage.to_string()),
        year: question.year,
        unit: question.measure.unit().to_owned(),
        supply_t: supply(inputs),
        world_t: world(inputs),
        displacement: question.displacement.id().to_owned(),
        before: None,
        after: None,
        together: None,
        together_low: None,
        together_high: None,
        alone: BTreeMap::new(),
        sum_alone: None,
        shapley: BTreeMap::new(),
        exact: true,
        error_bound: 0.0,
        correction: 0.0,
        capped: false,
        regions: regions(package, inputs, stage_played(inputs)),
        coalitions: Vec::new(),
        pairs: Vec::new(),
        target: None,
        sensitivity: Vec::new(),
        displacements: Vec::new(),
        unofficial: None,
        ensemble: None,
        says: Vec::new(),
        missing: without_their_mine(inputs)
            .into_iter()
            .chain(inputs.left.iter().map(|left| left_out(package, left)))
            .collect(),
        notes,
        why: None,
    }
}

fn fill(answer: &mut TogetherAnswer, inputs: &Inputs, outcome: &Outcome) {
    let code = |at: usize| inputs.players[at].region.clone();
    let by_region = |of: &dyn Fn(usize) -> f64| (0..inputs.players.len()).map(|at| (code(at), of(at))).collect();
    answer.before = outcome.before;
    answer.after = outcome.after;
    answer.together = Some(outcome.together.value);
    answer.together_low = finite(outcome.together.low());
    answer.together_high = finite(outcome.together.high());
    answer.alone = by_region(&|at| outcome.alone[at].value);
    answer.sum_alone = Some(outcome.sum_alone);
    answer.shapley = by_region(&|at| outcome.shapley[at]);
    answer.exact = outcome.exact;
    answer.error_bound = outcome.error_bound;
    answer.correction = outcome.correction;
    answer.capped = outcome.capped;
    answer.why = Some(Ids::new(inputs, inputs.all()).value(&inputs.material));
    answer.coalitions = outcome
        .coalitions
        .iter()
        .map(|found| CoalitionDocument {
            regions: found.coalition.players().map(code).collect(),
            value: found.value,
            deciding_stage: found.deciding.map(|stage| stage.to_string()),
            capped: found.capped,
            why: (found.coalition != Coalition::EMPTY)
                .then(|| Ids::new(inputs, found.coalition).value(&inputs.material)),
        })
        .collect();
    answer.pairs = outcome
        .pairs
        .iter()
        .map(|pair| PairDocument { regions: pair.players.map(code), interaction: pair.interaction })
        .collect();
    answer.target = outcome.target.map(|reached| TargetDocument {
        target: inputs.question.target.map_or(reached.change, |target| match target {
            adit_model::together::Target::Change(x) | adit_model::together::Target::Level(x) => x,
        }),
        reached: reached.together,
        cheapest: reached.cheapest.map(|set| set.coalition.players().map(code).collect()),
        cost: reached.cheapest.map(|set| set.cost),
        cost_unit: if inputs.question.costs.is_empty() { "regions" } else { "million EUR" }.to_owned(),
    });
    answer.sensitivity = outcome
        .sensitivity
        .iter()
        .filter_map(|found| {
            Some(SensitivityDocument {
                supply_t: found.supply?,
                together: Some(found.together),
                sum_alone: Some(found.sum_alone),
            })
        })
        .collect();
    answer.displacements = outcome
        .displacements
        .iter()
        .map(|found| DisplacementDocument {
            displacement: found.how.id().to_owned(),
            together: Some(found.together),
            sum_alone: Some(found.sum_alone),
        })
        .collect();
    answer.unofficial = outcome.regional.map(|found| UnofficialDocument {
        says: format!(
            "Concentration of EU sourcing at {}, the sum of squared shares, not an official measure: {:.3} by country \
             before, {:.3} by country and {:.3} by region with everybody.",
            found.stage, found.before, found.by_country, found.by_region
        ),
        before: Some(found.before),
        after: Some(found.by_region),
    });
    answer.ensemble = outcome.ensemble.as_ref().map(|drawn| TogetherEnsemble {
        draws: drawn.draws,
        seed: drawn.seed,
        mean: drawn.together.mean,
        p05: drawn.together.p05,
        p95: drawn.together.p95,
        shapley: drawn.shapley.as_ref().map_or_else(BTreeMap::new, |bands| by_region(&|at| bands[at].mean)),
    });
}

/// World production at the stage played, where one material is played.
fn world(inputs: &Inputs) -> Option<f64> {
    let [game] = inputs.games.as_slice() else { return None };
    let stage = inputs.question.stage.or_else(|| inputs.played(game).last().map(|stage| stage.stage))?;
    game.facts.tonnes_of(stage)?.production.as_ref().map(|known| known.fact.value)
}

fn regions(package: &Package, inputs: &Inputs, stage: ChainStage) -> Vec<TogetherRegion> {
    let name = |code: &str| package.regions().get(code).map_or_else(String::new, |region| region.name_latin.clone());
    inputs
        .players
        .iter()
        .map(|player| {
            // Tonnes of different stages are the same tonnes on their way, and are never added up.
            let played = player.offers.iter().filter(|offer| offer.stage == stage);
            TogetherRegion {
                code: player.region.clone(),
                name: name(&player.region),
                country: package.vocabulary().country(player.country).id.clone(),
                tonnes: played.map(|offer| offer.tonnes().value).fold(0.0, |sum, tonnes| sum + tonnes),
                projects: player.offers.iter().map(|offer| project(package, &player.region, offer)).collect(),
                indispensable: None,
            }
        })
        .collect()
}

/// The stage whose tonnes are played; processing where both are and nothing has been decided.
fn stage_played(inputs: &Inputs) -> ChainStage {
    match inputs.question.measure {
        Measure::Extraction => ChainStage::Extraction,
        Measure::Processing => ChainStage::Processing,
        Measure::Recycling => ChainStage::Recycling,
        Measure::SupplyRisk | Measure::SingleCountry => {
            inputs.question.stage.map_or(ChainStage::Processing, ChainStage::from)
        }
    }
}

/// The same once the game is played: the stage that decides with everybody.
fn decides(inputs: &Inputs, outcome: &Outcome) -> ChainStage {
    let full = outcome.coalitions.iter().find(|found| found.coalition == inputs.all());
    full.and_then(|found| found.deciding).map_or_else(|| stage_played(inputs), ChainStage::from)
}

fn mark_indispensable(answer: &mut TogetherAnswer, outcome: &Outcome) {
    let Some(Some(needed)) = outcome.target.map(|reached| reached.indispensable) else { return };
    for (at, region) in answer.regions.iter_mut().enumerate() {
        region.indispensable = Some(needed.has(at));
    }
}

fn project(package: &Package, region: &str, offer: &Offer) -> TogetherProject {
    let fact = offer.capacity.from.iter().find_map(|input| match input {
        Input::Fact(datum) => Some(package.key(datum.at).to_string()),
        Input::Number(_) | Input::Stated { .. } | Input::Written(_) => None,
    });
    TogetherProject {
        id: offer.project.clone(),
        name: offer.name.clone(),
        stage: offer.stage.to_string(),
        capacity_t: Some(offer.capacity.fact.value),
        probability: offer.probability.fact.value,
        tonnes: offer.tonnes().value,
        why: fact,
        note: note(region, offer),
    }
}

/// Why a project counts less than its capacity, or not at all.
fn note(region: &str, offer: &Offer) -> Option<String> {
    let standing = offer.standing.fact.value;
    let stands = (standing < 1.0).then(|| {
        if standing > 0.0 {
            "a part stands in the year, by start, delay and ramp-up".to_owned()
        } else {
            "nothing of it stands in the year, or its start is not published".to_owned()
        }
    });
    let mine = mine_elsewhere(region, offer).map(|mine| format!("it counts only together with its mine in {mine}"));
    let parts: Vec<String> = stands.into_iter().chain(mine).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The regions of the mine that a plant needs, where they are others than its own.
fn mine_elsewhere(region: &str, offer: &Offer) -> Option<String> {
    let mine = offer.needs.as_ref().filter(|mine| mine.regions.iter().any(|code| !within(code, region)))?;
    Some(mine.regions.join(" and "))
}

/// Plants whose mine lies in a region that does not play.
fn without_their_mine(inputs: &Inputs) -> Vec<String> {
    let plays = |code: &String| inputs.players.iter().any(|player| within(code, &player.region));
    let mut found = Vec::new();
    for player in &inputs.players {
        for offer in &player.offers {
            let away = |needs: &&Mine| !needs.regions.iter().all(plays);
            if let Some(mine) = offer.needs.as_ref().filter(away) {
                let (name, stage, mine) = (&offer.name, offer.stage, mine.regions.join(" and "));
                found.push(format!(
                    "{name} ({}, {stage}): it counts only together with its mine in {mine}, which is not among the regions",
                    player.region
                ));
            }
        }
    }
    found
}

fn left_out(package: &Package, left: &adit_model::together::offer::Left) -> String {
    let name = package.project(&left.project).map_or_else(|| left.project.clone(), |project| project.name);
    let why = match left.why {
        LeftOut::NoCapacity => "no capacity in contained tonnes is published",
        LeftOut::FromMemory => "its figure stands on memory and is to be looked up",
        LeftOut::Asked => "left out as asked",
        LeftOut::NoStart => "no start is published: it counts only in the upper end",
        LeftOut::Later => "nothing of it stands in the year",
        LeftOut::FinerThanKnown => "its site is known by a larger region only",
        LeftOut::NotOldScrap => "it is not said to recycle old scrap",
        LeftOut::WholeGroup => "its tonnes are stated for the group as a whole and are not split",
    };
    format!("{name} ({}, {}): {why}", left.region, left.stage)
}
