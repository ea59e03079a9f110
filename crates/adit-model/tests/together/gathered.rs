//! Games from the facts as shipped.

use adit_facts::chain::{ChainStage, SourceKind};
use adit_facts::{Amount, Change, Changes, Stage};
use adit_model::chain::balance::{route_b, supply};
use adit_model::risk::Options;
use adit_model::together::offer::LeftOut;
use adit_model::together::tonnes::Routes;
use adit_model::together::{Inputs, Measure, Question, TogetherError, gather, play};

use crate::facts::{PACKAGE, material};

/// The example of the documentation.
pub const LITHIUM: [&str; 7] = ["CZ04", "DE71", "DEB3", "ES43", "FI1D", "FRK1", "PT11"];

pub fn gathered(question: &Question, changes: &Changes) -> Result<Inputs, TogetherError> {
    with_routes(|routes| gather(&PACKAGE, question, &Options::default(), changes, routes, ""))
}

/// With the trade facts as shipped.
pub fn with_routes<T>(then: impl Fn(Routes<'_>) -> T) -> T {
    let (balance, supply) = (route_b(&PACKAGE), supply(&PACKAGE));
    then(Routes { balance: &balance, supply: &supply })
}

fn inputs(question: &Question) -> Inputs {
    gathered(question, &Changes::default()).unwrap()
}

fn lithium() -> Question {
    Question::new(material("lithium"), LITHIUM)
}

/// Keliber has a start and a status; what is stated of it times what is assumed is what it brings.
#[test]
fn a_project_brings_what_its_facts_say() {
    let inputs = inputs(&lithium());
    let finland = inputs.players.iter().find(|player| player.region == "FI1D").unwrap();
    let refinery = finland.offers.iter().find(|of| of.project == "keliber" && of.stage.id() == "processing").unwrap();
    let row =
        PACKAGE.project_capacities().into_iter().find(|row| row.project == "keliber" && row.stage == refinery.stage);
    let row = row.unwrap();
    assert_eq!(refinery.capacity.fact.value, row.contained.unwrap().number.value);
    let status = PACKAGE.project("keliber").unwrap().status;
    let assumed = |id: &str| PACKAGE.assumption(id).unwrap().value.number.value;
    assert_eq!(refinery.probability.fact.value, assumed(&format!("probability/{status}")));
    assert_eq!(refinery.utilisation.fact.value, assumed("utilisation/processing"));
    let late = f64::from(row.start.unwrap()) + assumed(&format!("delay-years/{status}"));
    let standing = ((2031.0 - late) / assumed("ramp-years/processing")).clamp(0.0, 1.0);
    assert!((refinery.standing.fact.value - standing).abs() < 1e-12);
    let tonnes =
        refinery.capacity.fact.value * standing * assumed("utilisation/processing") * refinery.probability.fact.value;
    assert!((refinery.tonnes().value - tonnes).abs() < 1e-9);
}

/// Every row of every project in a known region is an offer or listed with its reason.
#[test]
fn what_does_not_count_is_listed() {
    let played = [ChainStage::Extraction, ChainStage::Processing, ChainStage::Recycling];
    let (mut offered, mut listed) = (0, 0);
    for row in PACKAGE.project_capacities().into_iter().filter(|row| played.contains(&row.stage)) {
        let Some(region) = row.nuts2.filter(|code| PACKAGE.regions().get(code).is_some()) else { continue };
        let Ok(inputs) = gathered(&Question::new(row.material, [region]), &Changes::default()) else {
            // Materials that the study does not assess (all rare earths together, alumina) have no game.
            continue;
        };
        let has = inputs.players[0].offers.iter().any(|of| of.project == row.project && of.stage == row.stage);
        let why = inputs.left.iter().find(|left| left.project == row.project && left.stage == row.stage);
        let expected = if !PACKAGE.vocabulary().material(row.material).members.is_empty() {
            Some(LeftOut::WholeGroup)
        } else if row.source_kind == SourceKind::Memory {
            Some(LeftOut::FromMemory)
        } else if row.contained.is_none() {
            Some(LeftOut::NoCapacity)
        } else {
            None
        };
        if let Some(reason) = expected {
            assert!(!has && why.is_some_and(|left| left.why == reason), "{} {}: {why:?}", row.project, row.stage);
            listed += 1;
        } else {
            assert!(has, "{} {}: {why:?}", row.project, row.stage);
            let no_start = why.is_some_and(|left| left.why == LeftOut::NoStart);
            assert_eq!(row.start.is_none(), no_start, "{} {}", row.project, row.stage);
            offered += 1;
        }
    }
    assert!(offered > 20 && listed > 20, "{offered} {listed}");
    let asked = inputs(&Question { without: vec!["keliber".to_owned()], ..lithium() });
    assert!(asked.left.iter().any(|left| left.project == "keliber" && left.why == LeftOut::Asked));
    assert!(asked.players.iter().all(|player| player.offers.iter().all(|offer| offer.project != "keliber")));
}

#[test]
fn every_project_built_is_more_than_what_is_expected() {
    let expected = inputs(&lithium());
    let built = inputs(&Question { all_built: true, ..lithium() });
    let sum = |inputs: &Inputs| -> f64 {
        inputs.players.iter().flat_map(|player| &player.offers).map(|offer| offer.tonnes().value).sum()
    };
    assert!(sum(&built) > 2.0 * sum(&expected));
    let value = |inputs: &Inputs| play(inputs).unwrap().together.value;
    assert!(value(&built) > value(&expected) && value(&expected) > 0.0);
}

/// A stated supply takes the place of the facts; half of it is the game of `demand = 0.5`.
#[test]
fn a_stated_supply_counts() {
    let stated = inputs(&Question { supply: Some(20_000.0), ..lithium() });
    let of =
        |inputs: &Inputs, stage| inputs.games[0].facts.tonnes_of(stage).unwrap().supply.as_ref().unwrap().fact.value;
    assert_eq!(of(&stated, Stage::Processing), 20_000.0);
    let by_facts = of(&inputs(&lithium()), Stage::Processing);
    assert!(by_facts > 5000.0 && by_facts < 100_000.0, "{by_facts}");
}

/// A scenario changes the projects' facts and the baseline alike.
#[test]
fn a_scenario_changes_projects_and_baseline() {
    let question = lithium();
    let sure =
        Changes { name: None, changes: vec![Change::set("assumptions/probability/*/value", Amount::Exact(1.0))] };
    let value = |changes: &Changes| play(&gathered(&question, changes).unwrap()).unwrap();
    let (before, after) = (value(&Changes::default()), value(&sure));
    assert!(after.together.value > before.together.value);
    let recycling = "recycling/ec-2023/lithium/eol-rir";
    let recycled = Changes { name: None, changes: vec![Change::set(recycling, Amount::Exact(0.5))] };
    assert!((value(&recycled).before.unwrap() - before.before.unwrap() / 2.0).abs() < 1e-12);
}

/// Capacities add up, unless a plant needs a mine elsewhere: the refinery in Hesse counts with the wells of the
/// Palatinate only.
#[test]
fn measures_of_capacity_add_up_unless_a_plant_needs_a_mine() {
    let near = |one: f64, other: f64| (one - other).abs() < 1e-14;
    let at = |inputs: &Inputs, code: &str| inputs.players.iter().position(|player| player.region == code).unwrap();
    for measure in [Measure::Extraction, Measure::Processing] {
        let inputs = inputs(&Question { measure, ..lithium() });
        let outcome = play(&inputs).unwrap();
        assert!(outcome.together.value > 0.0);
        assert!(near(outcome.shapley.iter().sum::<f64>(), outcome.together.value));
        let needy = inputs.players.iter().flat_map(|player| &player.offers).find(|offer| offer.needs.is_some());
        let needs_mine =
            measure == Measure::Processing && needy.is_some_and(|offer| offer.project == "zero-carbon-lithium");
        for (player, (share, alone)) in outcome.shapley.iter().zip(&outcome.alone).enumerate() {
            let concerned = needs_mine && [at(&inputs, "DE71"), at(&inputs, "DEB3")].contains(&player);
            assert_eq!(near(*share, alone.value), !concerned, "{measure:?} {player}");
        }
        assert_eq!(!near(outcome.pairs[0].interaction, 0.0), needs_mine);
    }
}

#[test]
fn a_code_that_is_none_is_refused() {
    let error = gathered(&Question::new(material("lithium"), ["FI9Z"]), &Changes::default()).unwrap_err();
    assert_eq!(error, TogetherError::UnknownRegion("FI9Z".to_owned()));
}
