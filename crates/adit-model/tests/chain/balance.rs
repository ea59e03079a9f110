//! Balances on the built-in facts: they add up, open, and say what is not known.

use std::sync::LazyLock;

use adit_facts::{Package, Stage};
use adit_model::chain::balance::{Question, StageBalance};
use adit_model::chain::economy::{Economy, members};
use adit_model::workings::{Input, Worked, Workings};

static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().unwrap());
static MEMBERS: LazyLock<Vec<bool>> = LazyLock::new(|| members(&PACKAGE));

fn question(material: &str, year: u16) -> Question<'static> {
    let material = PACKAGE.vocabulary().find_material(material).unwrap();
    Question { package: &PACKAGE, members: &MEMBERS, material, year }
}

fn balance(material: &str, year: u16, economy: &str, stage: Stage) -> (StageBalance, Workings) {
    let mut workings = Workings::default();
    let economy = Economy::parse(&PACKAGE, economy).unwrap();
    let found = question(material, year).balance(economy, stage, &mut workings);
    (found, workings)
}

fn value(number: Option<&Worked>) -> f64 {
    number.unwrap().value()
}

fn near(found: f64, wanted: f64) -> bool {
    (found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0)
}

/// Every number leads to others that are there, or to facts.
fn opens(workings: &Workings) {
    for (id, working) in workings.iter() {
        assert!(working.number.low() <= working.number.value && working.number.value <= working.number.high(), "{id}");
        assert!(working.number.value.is_finite(), "{id} is {}", working.number.value);
        for input in &working.inputs {
            match input {
                Input::Number(of) => assert!(workings.get(of).is_some(), "{id} names {of}, which is not written"),
                Input::Fact(datum) => assert!(PACKAGE.find(PACKAGE.key(datum.at).as_str()).is_ok(), "{id}"),
                Input::Stated { value, .. } => assert!(value.is_finite(), "{id}"),
                Input::Written(written) => panic!("{id} rests on {}", written.file),
            }
        }
    }
}

#[test]
fn imports_of_lithium_the_plain_way() {
    let (found, workings) = balance("lithium", 2023, "EU27", Stage::Processing);
    let material = PACKAGE.vocabulary().find_material("lithium").unwrap();
    let member = |country: adit_facts::Country| PACKAGE.vocabulary().country(country).in_eu27();
    let (mut imports, mut exports) = (0.0, 0.0);
    for code in PACKAGE.trade_codes_of(material).iter().filter(|code| code.stage.id() == "processing") {
        let share = code.contained.unwrap().number.value;
        for (_, flow) in PACKAGE.trade().rows(code.hs6, 2023).iter() {
            let tonnes = flow.quantity_t.map_or(0.0, |tonnes| tonnes * share);
            match (member(flow.exporter), member(flow.importer)) {
                (false, true) => imports += tonnes,
                (true, false) => exports += tonnes,
                _ => {}
            }
        }
    }
    let estimated = found.estimated_share.unwrap() * (value(found.imports.as_ref()) + value(found.exports.as_ref()));
    let gap = value(found.imports.as_ref()) - imports + value(found.exports.as_ref()) - exports;
    assert!(imports > 1000.0 && (gap - estimated).abs() < 1e-6, "{imports} {exports} {gap} {estimated}");
    let partners: f64 = found.partners.iter().map(|partner| partner.tonnes.value()).sum();
    assert!(near(partners, value(found.imports.as_ref())));
    assert!(near(found.partners.iter().map(|partner| partner.share).sum(), 1.0));
    assert!(workings.get("chain.flow/lithium/processing/2023/CL").unwrap().number.value > 1000.0);
    assert!(found.production.is_none() && found.consumption.is_none(), "no source gives EU production of this stage");
    opens(&workings);
}

#[test]
fn what_the_members_buy_outside_is_what_the_union_buys() {
    let mut workings = Workings::default();
    let union = question("copper", 2023).balance(Economy::Union, Stage::Extraction, &mut workings);
    let trade = adit_model::chain::trade_flows::gather(
        &PACKAGE,
        PACKAGE.vocabulary().find_material("copper").unwrap(),
        Stage::Extraction,
        2023,
    )
    .unwrap();
    let outside: f64 = PACKAGE
        .vocabulary()
        .countries()
        .filter(|(_, entry)| entry.in_eu27())
        .flat_map(|(country, _)| trade.bought(Economy::Country(country), None, &MEMBERS))
        .filter(|line| !MEMBERS[usize::from(line.exporter.0)])
        .map(|line| line.tonnes.value)
        .sum();
    assert!(near(outside, value(union.imports.as_ref())));
    // Over all countries, what is bought is what is sold.
    let all = |lines: Vec<adit_model::chain::trade_flows::Line>| lines.iter().map(|l| l.tonnes.value).sum::<f64>();
    let countries = || PACKAGE.vocabulary().countries().map(|(country, _)| Economy::Country(country));
    let bought: f64 = countries().map(|economy| all(trade.bought(economy, None, &MEMBERS))).sum();
    let sold: f64 = countries().map(|economy| all(trade.sold(economy, &MEMBERS))).sum();
    assert!(near(bought, sold));
}

#[test]
fn consumption_and_import_reliance_follow_their_definitions() {
    let (found, workings) = balance("natural-graphite", 2023, "EU27", Stage::Extraction);
    let (made, bought, sold) =
        (value(found.production.as_ref()), value(found.imports.as_ref()), value(found.exports.as_ref()));
    assert!(near(value(found.consumption.as_ref()), made + bought - sold));
    let reliance = found.reliance.as_ref().unwrap();
    assert!(near(reliance.value(), (bought - sold) / (made + bought - sold)));
    let official = found.official.unwrap().number.value;
    assert!((reliance.value() - official).abs() < 0.02, "{} beside the official {official}", reliance.value());
    assert!(near(value(found.difference.as_ref()), reliance.value() - official));
    assert!(found.differs_by.iter().any(|reason| reason.contains("2016 to 2020")), "{:?}", found.differs_by);
    opens(&workings);
}

#[test]
fn a_country_that_is_not_named_is_not_zero() {
    let (aluminium, _) = balance("aluminium", 2023, "EU27", Stage::Processing);
    assert!(aluminium.production.is_none() && aluminium.consumption.is_none());
    assert!(aluminium.missing.iter().any(|says| says.contains("other countries")), "{:?}", aluminium.missing);
    // Named in part: the rest is in the upper bound.
    let (copper, workings) = balance("copper", 2023, "EU27", Stage::Extraction);
    let made = copper.production.as_ref().unwrap();
    assert!(made.number.high() > made.value() + copper.unnamed * 0.99 && copper.unnamed > 0.0);
    assert!(workings.get(&made.id).unwrap().note.as_deref().unwrap().contains("does not name"));
    // All producers are named, and none of them is a member: nothing.
    let (antimony, workings) = balance("antimony", 2023, "EU27", Stage::Extraction);
    assert_eq!(value(antimony.production.as_ref()), 0.0);
    assert!(matches!(workings.get(&antimony.production.as_ref().unwrap().id).unwrap().inputs[..], [Input::Fact(_)]));
}

#[test]
fn missing_weights_are_estimated_and_said_so() {
    let (cadmium, workings) = balance("cadmium", 2023, "EU27", Stage::Processing);
    assert!(cadmium.estimated_share.unwrap() > 0.05);
    let unit = workings.iter().find(|(id, _)| id.starts_with("chain.unit-value/")).unwrap().1;
    assert!(unit.number.low() < unit.number.value && unit.number.value < unit.number.high());
    let noted = workings.iter().filter(|(_, number)| number.note.as_deref().is_some_and(|n| n.contains("unit value")));
    assert!(noted.count() > 0);
    opens(&workings);
}

#[test]
fn goods_that_hold_an_unknown_share_are_named() {
    let (nickel, _) = balance("nickel", 2023, "EU27", Stage::Extraction);
    assert!(nickel.imports.is_none() && nickel.missing.iter().any(|says| says.contains("260400")), "{nickel:?}");
    let (boron, _) = balance("boron", 2023, "EU27", Stage::Extraction);
    assert!(boron.production.is_none() && boron.missing.iter().any(|says| says.contains("different things")));
}

#[test]
fn a_country_has_a_balance_too() {
    let (poland, workings) = balance("copper", 2023, "PL", Stage::Extraction);
    assert!(value(poland.production.as_ref()) > 300_000.0);
    assert!(poland.official.is_none() && poland.partners.is_empty());
    assert!(workings.get("chain.imports/copper/extraction/2023/PL").is_some());
    opens(&workings);
}

#[test]
fn route_b_gives_the_consumption_of_bismuth() {
    let mut workings = Workings::default();
    let material = |id: &str| PACKAGE.vocabulary().find_material(id).unwrap();
    let route = adit_model::chain::balance::route_b(&PACKAGE);
    let (tonnes, year) = route(material("bismuth"), &mut workings).unwrap();
    assert_eq!((tonnes.id.as_str(), year), ("chain.consumption/bismuth/processing/2024/EU27", 2024));
    assert!(route(material("gallium"), &mut workings).is_none(), "its code holds an unknown share of it");
    assert!(route(material("copper"), &mut workings).is_none(), "no good of refined copper is in the trade facts");
}
