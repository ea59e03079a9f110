//! The game played out.

use adit_facts::chain::ChainStage;
use adit_facts::{Material, Scope, Stage};
use adit_number::{AsValue, Ranged, stable_key};

use super::bounds::within;
use super::displacement::Displacement;
use super::draws::{Ensemble, ensemble};
use super::error::TogetherError;
use super::game::{Cheapest, Coalition, Values, complementarity, listed, reach, sampled, shapley};
use super::inputs::Inputs;
use super::play::Play;
use super::question::{Measure, Question, Target};
use super::read::Reader;
use super::regional::{Regional, regional};
use super::supply::Scratch;

/// Half and twice the demand, rules §3.
pub const DEMANDS: [f64; 2] = [0.5, 2.0];

/// Years for which there are tonnes: facts reach back to about 2020, growth is assumed to 2040.
const FIRST_YEAR: u16 = 2020;
const LAST_YEAR: u16 = 2060;

/// How often wide facts are cut in two for the limits of all together, and of one alone.
pub(super) const CUTS_TOGETHER: usize = 16;
const CUTS_ALONE: usize = 4;

/// What the regions change, alone and together.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The figure before anybody joins; of a measure of capacity the plants that stand, where known.
    pub before: Option<f64>,
    /// The figure with everybody.
    pub after: Option<f64>,
    /// What all are worth together, with limits.
    pub together: Ranged,
    /// What each is worth alone, with limits, in the order of the players.
    pub alone: Vec<Ranged>,
    /// The sum of these.
    pub sum_alone: f64,
    /// Shapley share of each; they add to `together`.
    pub shapley: Vec<f64>,
    /// Whether the shares are exact; sampled otherwise.
    pub exact: bool,
    /// The largest 95 % half-width of a sampled share; 0 if exact.
    pub error_bound: f64,
    /// What was added to the sampled shares together to make them add up; 0 if exact.
    pub correction: f64,
    /// Random orders that were sampled; 0 if exact.
    pub orders: u64,
    /// Whether a part of all their tonnes displaces nothing and is exported.
    pub capped: bool,
    /// Coalitions: all up to 10 players; above, the empty, single, pair and full ones.
    pub coalitions: Vec<CoalitionValue>,
    /// What pairs add to each other, the largest first.
    pub pairs: Vec<Pair>,
    /// The target, where one was asked for.
    pub target: Option<Reached>,
    /// Half and twice the demand.
    pub sensitivity: Vec<Sensitivity>,
    /// The same under every displacement rule; only the one where none is used.
    pub displacements: Vec<Displaced>,
    /// Concentration by region, unofficial.
    pub regional: Option<Regional>,
    /// The draws, where asked for.
    pub ensemble: Option<Ensemble>,
}

/// A coalition's value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CoalitionValue {
    /// Which.
    pub coalition: Coalition,
    /// What it is worth.
    pub value: f64,
    /// The stage that decides the figure with it, where one material is played at all its stages.
    pub deciding: Option<Stage>,
    /// Whether a part of its tonnes displaces nothing.
    pub capped: bool,
}

/// Two regions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Positions of the two.
    pub players: [usize; 2],
    /// What they add to each other, [`complementarity`].
    pub interaction: f64,
}

/// What it takes to reach the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reached {
    /// The target as a change, positive is better.
    pub change: f64,
    /// Whether all together reach it.
    pub together: bool,
    /// Who is in every coalition that reaches it; `None` where there are too many players to look at all.
    pub indispensable: Option<Coalition>,
    /// How many coalitions reach it.
    pub coalitions: Option<usize>,
    /// The cheapest set that reaches it.
    pub cheapest: Option<Cheapest>,
}

/// The game with another demand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sensitivity {
    /// By what EU supply, all input and consumption are multiplied.
    pub demand: f64,
    /// EU supply, or consumption for a measure of capacity, tonnes; `None` for a group.
    pub supply: Option<f64>,
    /// Value of all together.
    pub together: f64,
    /// Sum alone.
    pub sum_alone: f64,
}

/// The game under another displacement rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Displaced {
    /// Rule.
    pub how: Displacement,
    /// Value of all together.
    pub together: f64,
    /// Sum alone.
    pub sum_alone: f64,
}

/// Plays the game.
///
/// # Errors
/// If a number that it cannot do without is unknown, or the question makes no sense.
pub fn play(inputs: &Inputs) -> Result<Outcome, TogetherError> {
    check(inputs)?;
    let how = inputs.question.displacement;
    let players = inputs.players.len();
    let game = Reader::new(inputs, AsValue, 1.0).play(how);
    // `check` has made sure that every figure is known.
    let v = |coalition: Coalition| game.value(coalition).unwrap_or(0.0);
    let v_with = |scratch: &mut Scratch<f64>, coalition| game.value_with(coalition, scratch).unwrap_or(0.0);
    let values = Values::with(players, Scratch::default, v_with);
    let shares = match &values {
        Some(values) => Shares { shapley: shapley(values), error_bound: 0.0, correction: 0.0, orders: 0 },
        None => Shares::sampled(inputs, v_with),
    };
    let singles = (0..players).map(|player| (Coalition::one(player), CUTS_ALONE));
    let of: Vec<(Coalition, usize)> = std::iter::once((inputs.all(), CUTS_TOGETHER)).chain(singles).collect();
    let mut limits = within(inputs, how, &of).into_iter().map(|limits| limits.unwrap_or(Ranged::point(0.0)));
    let together = limits.next().unwrap_or(Ranged::point(0.0));
    let alone: Vec<Ranged> = limits.collect();
    let before = before(inputs, &game);
    let look = |coalition| match &values {
        Some(values) => values.value(coalition),
        None => v(coalition),
    };
    let after = if game.measure.is_capacity() {
        before.map(|before| before + together.value)
    } else {
        game.figure(inputs.all())
    };
    Ok(Outcome {
        before,
        after,
        sum_alone: alone.iter().map(|alone| alone.value).sum(),
        together,
        alone,
        shapley: shares.shapley,
        exact: values.is_some(),
        error_bound: shares.error_bound,
        correction: shares.correction,
        orders: shares.orders,
        capped: game.capped(inputs.all()),
        coalitions: listed(players)
            .into_iter()
            .map(|coalition| CoalitionValue {
                coalition,
                value: look(coalition),
                deciding: game.deciding(coalition),
                capped: game.capped(coalition),
            })
            .collect(),
        pairs: pairs(players, look),
        target: inputs.question.target.and_then(|target| reached(inputs, target, before, values.as_ref(), look)),
        sensitivity: DEMANDS.iter().map(|&demand| sensitivity(inputs, demand)).collect(),
        displacements: Displacement::ALL.iter().map(|&how| displaced(inputs, how)).collect(),
        regional: regional(inputs, how),
        ensemble: ensemble(inputs, how),
    })
}

struct Shares {
    shapley: Vec<f64>,
    error_bound: f64,
    correction: f64,
    orders: u64,
}

impl Shares {
    fn sampled(inputs: &Inputs, v: impl Fn(&mut Scratch<f64>, Coalition) -> f64 + Sync) -> Self {
        let keys: Vec<u64> =
            inputs.players.iter().map(|player| stable_key(&format!("region/{}", player.region))).collect();
        let estimate = sampled(&keys, inputs.question.orders, inputs.question.seed, Scratch::default, v);
        Self {
            shapley: estimate.shares,
            error_bound: estimate.error_bound,
            correction: estimate.correction,
            orders: estimate.orders,
        }
    }
}

fn before(inputs: &Inputs, game: &Play<f64>) -> Option<f64> {
    if !game.measure.is_capacity() {
        return game.figure(Coalition::EMPTY);
    }
    let known: Option<Vec<f64>> =
        inputs.games.iter().map(|game| game.facts.capacity_before.map(|before| before.value)).collect();
    known.map(|shares| shares.iter().sum::<f64>() / shares.len() as f64)
}

fn pairs(players: usize, v: impl Fn(Coalition) -> f64) -> Vec<Pair> {
    let all = (0..players).flat_map(|i| (i + 1..players).map(move |j| [i, j]));
    let mut pairs: Vec<Pair> =
        all.map(|pair| Pair { players: pair, interaction: complementarity(&v, pair[0], pair[1]) }).collect();
    pairs.sort_by(|one, other| other.interaction.total_cmp(&one.interaction).then(one.players.cmp(&other.players)));
    pairs
}

/// What reaches the target; `None` for a level where the figure before is not known.
fn reached(
    inputs: &Inputs,
    target: Target,
    before: Option<f64>,
    values: Option<&Values>,
    v: impl Fn(Coalition) -> f64,
) -> Option<Reached> {
    let change = match target {
        Target::Change(change) => change,
        Target::Level(level) if inputs.question.measure.is_capacity() => level - before?,
        Target::Level(level) => before? - level,
    };
    let cost = |region: &String| inputs.question.costs.get(region).copied();
    let stated: Option<Vec<f64>> = inputs.players.iter().map(|player| cost(&player.region)).collect();
    let costs = stated.unwrap_or_else(|| vec![1.0; inputs.players.len()]);
    let found = values.map(|values| reach(values, change, Some(&costs)));
    Some(Reached {
        change,
        together: v(inputs.all()) >= change,
        indispensable: found.as_ref().map(|found| found.indispensable),
        coalitions: found.as_ref().map(|found| found.coalitions),
        cheapest: found.and_then(|found| found.cheapest),
    })
}

/// All together and the sum alone, without limits.
fn ends(inputs: &Inputs, how: Displacement, demand: f64) -> (f64, f64) {
    let game = Reader::new(inputs, AsValue, demand).play(how);
    let v = |coalition| game.value(coalition).unwrap_or(0.0);
    (v(inputs.all()), (0..inputs.players.len()).map(|player| v(Coalition::one(player))).sum())
}

fn sensitivity(inputs: &Inputs, demand: f64) -> Sensitivity {
    let (together, sum_alone) = ends(inputs, inputs.question.displacement, demand);
    Sensitivity { demand, supply: supply(inputs).map(|tonnes| tonnes * demand), together, sum_alone }
}

fn displaced(inputs: &Inputs, how: Displacement) -> Displaced {
    let (together, sum_alone) = ends(inputs, how, 1.0);
    Displaced { how, together, sum_alone }
}

/// The stage that a figure in tonnes beside the values is of: the one played; else the one that decides before anybody
/// joins, if its EU supply is known and somebody offers something there or at no other; else one where both is so.
/// `None` for a group.
pub fn stage_of_interest(inputs: &Inputs) -> Option<Stage> {
    let [game] = inputs.games.as_slice() else { return None };
    if inputs.question.stage.is_some() {
        return inputs.question.stage;
    }
    let decides = Reader::new(inputs, AsValue, 1.0).play(inputs.question.displacement).deciding(Coalition::EMPTY);
    let known = |stage: &Stage| game.facts.tonnes_of(*stage).is_some_and(|tonnes| tonnes.supply.is_some());
    let offered = |stage: &Stage| inputs.offered(game.material, (*stage).into()).next().is_some();
    let stages = || decides.into_iter().chain(inputs.played(game).map(|stage| stage.stage));
    stages().find(|stage| known(stage) && offered(stage)).or_else(|| stages().find(known)).or(decides)
}

/// EU supply at the stage of interest, or consumption for a measure of capacity. Tonnes; `None` for a group.
pub fn supply(inputs: &Inputs) -> Option<f64> {
    let [game] = inputs.games.as_slice() else { return None };
    let known = if inputs.question.measure.is_capacity() {
        game.facts.consumption.as_ref()
    } else {
        game.facts.tonnes_of(stage_of_interest(inputs)?)?.supply.as_ref()
    };
    known.map(|known| known.fact.value * inputs.question.demand)
}

/// Everything that the game needs is known, and makes sense.
pub(super) fn check(inputs: &Inputs) -> Result<(), TogetherError> {
    let question = &inputs.question;
    check_numbers(question)?;
    for game in &inputs.games {
        if let Some(stage) = question.stage.filter(|_| inputs.played(game).next().is_none()) {
            return Err(TogetherError::NoStage { material: game.id.clone(), stage });
        }
        if question.measure.is_capacity() {
            check_consumption(inputs, game.material, &game.id)?;
        } else {
            check_tonnes(inputs, game)?;
        }
    }
    let play = Reader::new(inputs, AsValue, 1.0).play(question.displacement);
    let unknown = inputs.games.iter().zip(&play.materials).find(|(_, m)| m.before.is_none());
    match unknown {
        Some((game, _)) if question.measure == Measure::SingleCountry => {
            Err(TogetherError::NoFigure { what: "EU sourcing", material: game.id.clone() })
        }
        Some((game, _)) if question.measure == Measure::SupplyRisk => {
            Err(TogetherError::NoFigure { what: "supply risk", material: game.id.clone() })
        }
        _ => Ok(()),
    }
}

/// Stated numbers make sense.
fn check_numbers(question: &Question) -> Result<(), TogetherError> {
    let positive = |number: f64| number.is_finite() && number > 0.0;
    let wrong = |what, given, hint| Err(TogetherError::NotSensible { what, given, hint });
    if let Some(given) = question.supply.filter(|&tonnes| !positive(tonnes)) {
        return wrong("a supply of", given, "state tonnes a year, more than 0");
    }
    if !(FIRST_YEAR..=LAST_YEAR).contains(&question.year) {
        return wrong("a year of", f64::from(question.year), "the games are of 2020 to 2060");
    }
    if !positive(question.demand) {
        return wrong("a demand of", question.demand, "1 is what the facts give");
    }
    match question.costs.values().find(|&&cost| cost != 0.0 && !positive(cost)) {
        Some(&given) => wrong("a cost of", given, "costs are 0 or more"),
        None => Ok(()),
    }
}

/// EU supply in tonnes is known wherever something is offered and the figure looks at EU sourcing.
fn check_tonnes(inputs: &Inputs, game: &super::inputs::MaterialGame) -> Result<(), TogetherError> {
    let unknown = |stage| Err(TogetherError::SupplyUnknown { material: game.id.clone(), stage });
    let single = inputs.question.measure == Measure::SingleCountry;
    for stage in inputs.played(game) {
        let seen = stage.europe.is_some() && (single || stage.scope != Some(Scope::Gs));
        let offered = inputs.offered(game.material, stage.stage.into()).next().is_some();
        let known = game.facts.tonnes_of(stage.stage).is_some_and(|tonnes| tonnes.supply.is_some());
        if seen && offered && !known {
            return unknown(stage.stage.into());
        }
    }
    let mut scrap = inputs.offered(game.material, ChainStage::Recycling).filter(|(_, offer)| offer.old_scrap);
    if !single && game.facts.all_input.is_none() && scrap.next().is_some() {
        return unknown(ChainStage::Recycling);
    }
    Ok(())
}

fn check_consumption(inputs: &Inputs, material: Material, id: &str) -> Result<(), TogetherError> {
    let stage = match inputs.question.measure {
        Measure::Extraction => ChainStage::Extraction,
        Measure::Processing => ChainStage::Processing,
        _ => ChainStage::Recycling,
    };
    let offered = inputs.offered(material, stage).next().is_some();
    let play = Reader::new(inputs, AsValue, 1.0).play(inputs.question.displacement);
    let at = inputs.games.iter().position(|game| game.material == material);
    let known = at.is_some_and(|at| play.materials[at].share_of_a_tonne.is_some());
    if offered && !known { Err(TogetherError::ConsumptionUnknown(id.to_owned())) } else { Ok(()) }
}
