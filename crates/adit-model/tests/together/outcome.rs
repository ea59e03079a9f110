//! What the game says beside its values.

use adit_facts::chain::ChainStage;
use adit_facts::{Changes, Material, Scope, Stage};
use adit_model::risk::Options;
use adit_model::together::inputs::{Given, MaterialFacts, StageTonnes};
use adit_model::together::offer::{Known, Mine, Offer};
use adit_model::together::{Coalition, Inputs, Measure, Outcome, Question, Target, TogetherError, play};
use adit_number::Ranged;
use proptest::prelude::*;

use crate::facts::{PACKAGE, about, assessed, exactly, game, material, offer, player, stage_of, supply};

const PROCESSING: Option<Stage> = Some(Stage::Processing);

fn refinery(region: &str, tonnes: f64) -> adit_model::together::offer::Player {
    player(region, vec![offer("lithium", ChainStage::Processing, region, tonnes)])
}

fn lithium(question: Question, tonnes: &[(&str, f64)]) -> Outcome {
    let players = tonnes.iter().map(|(region, tonnes)| refinery(region, *tonnes)).collect();
    play(&game(question, players, vec![supply("lithium", 10_000.0)])).unwrap()
}

/// A value may fall when a region joins (rules §3): its tonnes push better governed ones out.
#[test]
fn more_from_one_place_can_make_it_worse_and_shares_negative() {
    let outcome = lithium(about("lithium", PROCESSING), &[("DE71", 5000.0), ("FI1D", 5000.0), ("RO42", 10_000.0)]);
    assert!((outcome.shapley.iter().sum::<f64>() - outcome.together.value).abs() < 1e-12);
    let with_all = outcome.together.value;
    let without_romania =
        outcome.coalitions.iter().find(|of| of.coalition == Coalition(0b011)).map(|of| of.value).unwrap();
    assert!(
        with_all < without_romania,
        "Romania's tonnes crowd out better governed ones: {with_all} {without_romania}"
    );
}

#[test]
fn shares_add_to_the_whole_and_alone_is_listed() {
    let outcome = lithium(about("lithium", PROCESSING), &[("CZ04", 1500.0), ("DE71", 2000.0), ("FI1D", 1800.0)]);
    let sum: f64 = outcome.shapley.iter().sum();
    assert!((sum - outcome.together.value).abs() < 1e-14);
    assert!(outcome.exact && outcome.error_bound == 0.0 && outcome.correction == 0.0);
    assert_eq!(outcome.coalitions.len(), 8);
    assert_eq!(outcome.coalitions[0].value, 0.0);
    for (at, alone) in outcome.alone.iter().enumerate() {
        let listed = outcome.coalitions.iter().find(|of| of.coalition == Coalition::one(at)).unwrap();
        assert_eq!(listed.value, alone.value);
    }
    assert!((outcome.sum_alone - outcome.alone.iter().map(|alone| alone.value).sum::<f64>()).abs() < 1e-15);
    assert!(outcome.pairs.windows(2).all(|pair| pair[0].interaction >= pair[1].interaction));
    assert_eq!(outcome.pairs.len(), 3);
}

#[test]
fn half_and_twice_the_demand_are_the_game_with_that_supply() {
    let tonnes = [("CZ04", 1500.0), ("FI1D", 1800.0)];
    let outcome = lithium(about("lithium", PROCESSING), &tonnes);
    for of in &outcome.sensitivity {
        let players = tonnes.iter().map(|(region, tonnes)| refinery(region, *tonnes)).collect();
        let with =
            play(&game(about("lithium", PROCESSING), players, vec![supply("lithium", 10_000.0 * of.demand)])).unwrap();
        assert_eq!((of.together, of.sum_alone), (with.together.value, with.sum_alone));
        assert_eq!(of.supply, Some(10_000.0 * of.demand));
        let asked = lithium(Question { demand: of.demand, ..about("lithium", PROCESSING) }, &tonnes);
        assert_eq!(of.together, asked.together.value);
    }
    assert_eq!(outcome.displacements[0].together, outcome.together.value);
}

/// A refinery in Hesse that needs the wells of the Palatinate (rules §3).
#[test]
fn a_plant_that_needs_a_mine_counts_only_with_it() {
    let mut plant = offer("lithium", ChainStage::Processing, "plant", 2000.0);
    plant.needs = Some(Mine { project: "wells".to_owned(), regions: vec!["DEB3".to_owned()] });
    let wells = player("DEB3", vec![offer("lithium", ChainStage::Extraction, "wells", 2500.0)]);
    let play_with =
        |players| play(&game(about("lithium", PROCESSING), players, vec![supply("lithium", 10_000.0)])).unwrap();
    let outcome = play_with(vec![player("DE71", vec![plant.clone()]), wells]);
    let nothing = |alone: &Ranged| (alone.value, alone.low(), alone.high()) == (0.0, 0.0, 0.0);
    assert!(outcome.alone.iter().all(nothing), "the wells are at another stage, the plant has no ore");
    assert!(outcome.together.value > 0.1);
    let half = outcome.together.value / 2.0;
    assert!(outcome.shapley.iter().all(|share| (share - half).abs() < 1e-15));
    assert_eq!(outcome.pairs[0].interaction, outcome.together.value);
    // Without the region of the wells in the game at all it never counts.
    assert_eq!(play_with(vec![player("DE71", vec![plant.clone()])]).together.value, 0.0);
    // In a larger region that holds both, it does.
    let both = vec![plant, offer("lithium", ChainStage::Extraction, "wells", 2500.0)];
    assert_eq!(play_with(vec![player("DE", both)]).together.value, outcome.together.value);
}

#[test]
fn targets_name_who_is_needed_and_what_is_cheapest() {
    let tonnes = [("CZ04", 400.0), ("DE71", 500.0), ("FI1D", 3000.0)];
    let base = lithium(about("lithium", PROCESSING), &tonnes);
    let target = Some(Target::Change(0.95 * base.coalitions[5].value));
    let reached = lithium(Question { target, ..about("lithium", PROCESSING) }, &tonnes).target.unwrap();
    let reaching: Vec<Coalition> =
        base.coalitions.iter().filter(|of| of.value >= reached.change).map(|of| of.coalition).collect();
    assert!(reached.together && reached.coalitions == Some(reaching.len()));
    assert!((2..8).contains(&reaching.len()), "a target that some reach and others do not");
    let needed = (0..3).filter(|&at| reaching.iter().all(|of| of.has(at)));
    assert_eq!(reached.indispensable, Some(needed.fold(Coalition::EMPTY, Coalition::with)));
    let cost = |of: Coalition| of.players().map(|at| [1.0, 50.0, 9.0][at]).sum::<f64>();
    let costs = [("CZ04", 1.0), ("DE71", 50.0), ("FI1D", 9.0)].map(|(region, cost)| (region.to_owned(), cost)).into();
    let priced = lithium(Question { target, costs, ..about("lithium", PROCESSING) }, &tonnes).target.unwrap();
    let cheapest = reaching.iter().copied().min_by(|a, b| cost(*a).total_cmp(&cost(*b))).unwrap();
    let found = priced.cheapest.unwrap();
    assert_eq!((found.coalition, found.cost), (cheapest, cost(cheapest)));
    // Without costs every region counts 1: the fewest regions.
    assert_eq!(reached.cheapest.unwrap().coalition.size(), reaching.iter().map(|of| of.size()).min().unwrap());
    // A level is the change from what is.
    let level = Some(Target::Level(base.before.unwrap() - reached.change));
    let by_level = lithium(Question { target: level, ..about("lithium", PROCESSING) }, &tonnes).target.unwrap();
    assert!((by_level.change - reached.change).abs() < 1e-12);
    let never = Some(Target::Change(5.0));
    let never = lithium(Question { target: never, ..about("lithium", PROCESSING) }, &tonnes).target.unwrap();
    assert!(!never.together && never.indispensable == Some(Coalition::EMPTY) && never.cheapest.is_none());
}

/// Lithium, extraction: the scope is global supply only. EU supply is not needed, world production is.
#[test]
fn a_stage_of_global_supply_only_sees_world_production_alone() {
    assert_eq!(stage_of(&assessed("lithium", &Changes::default()), Stage::Extraction).scope, Some(Scope::Gs));
    let mine = || vec![player("PT11", vec![offer("lithium", ChainStage::Extraction, "mine", 5000.0)])];
    let with = |production: Option<f64>| {
        let production = production.map(|tonnes| exactly("production", tonnes));
        let tonnes = vec![(Stage::Extraction, StageTonnes { supply: None, production })];
        let facts = MaterialFacts { tonnes, ..MaterialFacts::none(material("lithium")) };
        play(&game(about("lithium", Some(Stage::Extraction)), mine(), vec![facts])).unwrap()
    };
    assert_eq!(with(None).together.value, 0.0, "without world production in tonnes, world shares stay");
    assert!(with(Some(100_000.0)).together.value > 0.0);
    assert!(!with(Some(100_000.0)).capped);
}

#[test]
fn the_deciding_stage_is_said() {
    let outcome = lithium(about("lithium", None), &[("FI1D", 5000.0)]);
    assert_eq!(outcome.coalitions[0].deciding, Some(Stage::Processing));
    let risk = assessed("lithium", &Changes::default());
    let extraction = stage_of(&risk, Stage::Extraction).sr.unwrap().value;
    // From some point on extraction decides, and more refineries change nothing any more.
    let all = lithium(about("lithium", None), &[("DE71", 3300.0), ("FI1D", 3300.0), ("FR10", 3300.0)]);
    let last = all.coalitions.last().unwrap();
    assert_eq!(last.deciding, Some(Stage::Extraction));
    assert_eq!(all.after.unwrap(), extraction);
    assert!(lithium(about("lithium", PROCESSING), &[("FI1D", 5000.0)]).coalitions[0].deciding.is_none());
}

/// The group's game is the mean of its members' games, members without projects with nothing.
#[test]
fn a_group_is_the_mean_of_its_members_games() {
    let words = PACKAGE.vocabulary();
    let members: Vec<Material> = words.material(material("lree")).members.clone();
    let offers = |of: &[&str]| -> Vec<Offer> {
        of.iter().map(|name| offer(name, ChainStage::Processing, &format!("{name}-plant"), 3000.0)).collect()
    };
    let facts = |of: &[&str]| of.iter().map(|name| supply(name, 10_000.0)).collect::<Vec<_>>();
    let value = |name: &str, of: &[&str]| {
        play(&game(about(name, None), vec![player("FRI1", offers(of))], facts(of))).unwrap().together.value
    };
    let group = value("lree", &["neodymium", "cerium"]);
    let mean = (value("neodymium", &["neodymium"]) + value("cerium", &["cerium"])) / members.len() as f64;
    assert!((group - mean).abs() < 1e-15 && group != 0.0, "{group} {mean}");
}

#[test]
fn what_is_unknown_is_an_error_that_says_so() {
    let refused = |question: Question, players, facts| {
        let given = Given { players, materials: facts, ..Given::default() };
        let inputs = Inputs::new(&PACKAGE, question, &Options::default(), &Changes::default(), given);
        inputs.and_then(|inputs| play(&inputs)).unwrap_err()
    };
    let none = || vec![MaterialFacts::none(material("lithium"))];
    let error = refused(about("lithium", None), vec![refinery("FI1D", 10.0)], none());
    assert!(matches!(&error, TogetherError::SupplyUnknown { stage: ChainStage::Processing, .. }));
    assert!(error.to_string().starts_with("unknown: EU supply in tonnes"), "{error}");
    let capacity = Question { measure: Measure::Processing, ..about("lithium", None) };
    let error = refused(capacity, vec![refinery("FI1D", 10.0)], none());
    assert!(matches!(error, TogetherError::ConsumptionUnknown(_)));
    let scrap = vec![player("FI1D", vec![offer("lithium", ChainStage::Recycling, "recycler", 10.0)])];
    let error = refused(about("lithium", None), scrap, none());
    assert!(matches!(error, TogetherError::SupplyUnknown { stage: ChainStage::Recycling, .. }));
    assert_eq!(refused(about("lithium", None), Vec::new(), none()), TogetherError::NoRegions);
    let nested = vec![refinery("FI1", 10.0), refinery("FI1D", 10.0)];
    assert!(matches!(refused(about("lithium", None), nested, none()), TogetherError::Overlapping { .. }));
    let error = refused(about("magnesium", Some(Stage::Extraction)), vec![refinery("FI1D", 10.0)], none());
    assert!(matches!(error, TogetherError::NoStage { .. }), "{error}");
    let error = refused(about("synthetic-graphite", None), vec![refinery("FI1D", 10.0)], none());
    assert!(matches!(error, TogetherError::NoFigure { .. }), "{error}");
    for supply in [0.0, -5.0, f64::NAN] {
        let question = Question { supply: Some(supply), ..about("lithium", None) };
        assert!(matches!(refused(question, vec![refinery("FI1D", 10.0)], none()), TogetherError::NotSensible { .. }));
    }
    let question = Question { year: 1990, ..about("lithium", None) };
    assert!(matches!(refused(question, vec![refinery("FI1D", 10.0)], none()), TogetherError::NotSensible { .. }));
    let many = (10..74).map(|at| refinery(&format!("FI{at}"), 1.0)).collect();
    assert_eq!(refused(about("lithium", None), many, none()), TogetherError::TooMany(64));
    // Nobody offers anything at the stage: nothing needs to be known.
    let given = Given { players: vec![player("FI1D", Vec::new())], ..Given::default() };
    let idle = Inputs::new(&PACKAGE, about("lithium", None), &Options::default(), &Changes::default(), given).unwrap();
    assert_eq!(play(&idle).unwrap().together.value, 0.0);
}

/// Twenty-five regions: sampled, with an error bound that shrinks, and listed in part.
#[test]
fn above_twenty_regions_shares_are_sampled() {
    let tonnes: Vec<(String, f64)> = (10..35).map(|at| (format!("FI{at}"), f64::from(at * 10))).collect();
    let tonnes: Vec<(&str, f64)> = tonnes.iter().map(|(region, tonnes)| (region.as_str(), *tonnes)).collect();
    let with = |orders| lithium(Question { orders, ..about("lithium", PROCESSING) }, &tonnes);
    let (few, many) = (with(50), with(800));
    assert!(!many.exact && many.error_bound > 0.0 && many.error_bound < few.error_bound);
    assert!((many.shapley.iter().sum::<f64>() - many.together.value).abs() < 1e-12);
    assert_eq!(many.orders, 800);
    assert_eq!(many.coalitions.len(), 1 + 25 + 300 + 1);
    assert!(many.pairs.len() == 300);
}

fn uncertain(tonnes: f64) -> Vec<adit_model::together::offer::Player> {
    let of = |region: &str, promoter: &str| {
        let mut of = offer("lithium", ChainStage::Processing, region, tonnes);
        promoter.clone_into(&mut of.promoter);
        of.probability = exactly("half", 0.5);
        player(region, vec![of])
    };
    vec![of("DE71", "one"), of("FI1D", "one"), of("FR10", "another")]
}

/// Projects of one promoter succeed or fail together; the mean of the draws is not the value of the mean tonnes.
#[test]
fn draws_play_the_game_with_projects_that_succeed_or_fail() {
    let question = Question { draws: 4000, ..about("lithium", PROCESSING) };
    let inputs = game(question, uncertain(1500.0), vec![supply("lithium", 10_000.0)]);
    let ensemble = play(&inputs).unwrap().ensemble.unwrap();
    let certain = |regions: &[usize]| {
        let tonnes = [("DE71", 1500.0), ("FI1D", 1500.0), ("FR10", 1500.0)];
        let those: Vec<(&str, f64)> = regions.iter().map(|&at| tonnes[at]).collect();
        lithium(about("lithium", PROCESSING), &those).together.value
    };
    // Four equally likely outcomes: nobody, the promoter of two, the other, all.
    let expected = (certain(&[0, 1]) + certain(&[2]) + certain(&[0, 1, 2])) / 4.0;
    assert!((ensemble.together.mean - expected).abs() < 0.02, "{} {expected}", ensemble.together.mean);
    assert_eq!(ensemble.together.p05, 0.0);
    assert_eq!(ensemble.together.p95, certain(&[0, 1, 2]));
    let shares = ensemble.shapley.clone().unwrap();
    let sum: f64 = shares.iter().map(|share| share.mean).sum();
    assert!((sum - ensemble.together.mean).abs() < 1e-12);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| play(&inputs).unwrap())
    };
    assert_eq!(on(1), on(3), "the same bits on any number of threads");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever the tonnes, the use and the supply are within their ranges, the value lies within the limits.
    #[test]
    fn limits_hold_every_point(at in prop::array::uniform5(0.0f64..=1.0), how in 0usize..4) {
        let displacement = adit_model::together::Displacement::ALL[how];
        let question = || Question { displacement, ..about("lithium", PROCESSING) };
        let span = |part: f64, (low, high): (f64, f64)| low + part * (high - low);
        let ranges = [(1000.0, 1500.0), (0.0, 900.0), (0.6, 0.9), (9000.0, 12_000.0), (150_000.0, 250_000.0)];
        let inputs = |known: &dyn Fn(usize) -> Known| {
            let with_use = |region: &str, capacity: usize| {
                let mut of = offer("lithium", ChainStage::Processing, region, 1.0);
                of.capacity = known(capacity);
                of.utilisation = known(2);
                player(region, vec![of])
            };
            let of = StageTonnes { supply: Some(known(3)), production: Some(known(4)) };
            let facts = MaterialFacts { tonnes: vec![(Stage::Processing, of)], ..MaterialFacts::none(material("lithium")) };
            game(question(), vec![with_use("DE71", 0), with_use("FI1D", 1)], vec![facts])
        };
        let key = |i: usize| format!("number {i}");
        let middle = |(low, high): (f64, f64)| f64::midpoint(low, high);
        let boxed = inputs(&|i| Known::new(&key(i), Ranged::new(middle(ranges[i]), ranges[i].0, ranges[i].1), Vec::new()));
        let point = inputs(&|i| exactly(&key(i), span(at[i], ranges[i])));
        let (limits, value) = (play(&boxed).unwrap(), play(&point).unwrap());
        prop_assert!(limits.together.bounds.contains(value.together.value));
        for (limits, value) in limits.alone.iter().zip(&value.alone) {
            prop_assert!(limits.bounds.contains(value.value), "{limits:?} {value:?}");
        }
    }
}
