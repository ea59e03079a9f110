//! GeoPolRisk: worked by hand, against published figures, on the built-in facts, and what must hold for any table.

use std::sync::LazyLock;

use adit_facts::{Country, Package};
use adit_model::chain::geopolrisk::score::{Bought, Flows, Made, concentration, imports};
use adit_model::chain::geopolrisk::{Economy, Row, gather, rows, write};
use adit_model::workings::{Input, Workings};
use proptest::prelude::*;

static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().unwrap());

const A: Country = Country(0);
const B: Country = Country(1);
const C: Country = Country(2);

fn near(found: f64, wanted: f64) -> bool {
    (found - wanted).abs() <= 1e-12 * wanted.abs().max(1.0)
}

#[test]
fn three_countries_by_hand() {
    // A and B are members; A buys 30 t from B and 60 t from C, makes 10 t itself.
    let flows =
        Flows { exporters: &[B, C, C], importers: &[A, A, B], tonnes: &[60.0, 120.0, f64::NAN], contained: 0.5 };
    let found = imports([flows].into_iter(), &[0.1, 0.2, 0.8], &[true, true, false]);
    let made = Made { named: 10.0, hidden: 0.0 };
    let risk = found.of(A).risk(made).unwrap();
    assert!(near(risk.value, (30.0 * 0.2 + 60.0 * 0.8) / (90.0 + 10.0)));
    assert!(near(found.union.risk(made).unwrap().value, 60.0 * 0.8 / (90.0 + 10.0)), "B counts with weight 0");
    assert!(near(found.outside.risk(made).unwrap().value, 60.0 * 0.8 / (60.0 + 10.0)), "B is left out");
    assert_eq!(found.of(B), Bought::default(), "a flow without a quantity does not count");
    assert_eq!(found.of(C).risk(Made::default()), None, "nothing bought, nothing made: no score");
    let hidden = found.of(A).risk(Made { named: 10.0, hidden: 100.0 }).unwrap();
    assert!(near(hidden.low, 54.0 / 200.0) && near(hidden.high, hidden.value));
    let hhi = concentration([50.0, 30.0].into_iter(), 20.0, false).unwrap();
    assert!(near(hhi.value, 0.34) && near(hhi.low, 0.34) && near(hhi.high, 0.38));
}

/// The worked case of manganese ore in the United States, 2022, that is published with geopolrisk-py 2.0.1 (tests/data,
/// "Testing case - tool.xlsx"): quantities from BACI, political instability from the World Bank, HHI of the production
/// of World Mining Data as computed there. Published: import risk 0.5451887492, score 0.1109559078.
#[test]
fn the_published_case_of_manganese() {
    let cells = [
        (14.374, 0.384_866_237_640_38),
        (174.338, 0.566_293_179_988_861),
        (4.5, 0.345_437_192_916_87),
        (8.815, 0.433_095_175_027_847),
        (216_692.986, 0.486_020_973_324_775),
        (1.0, 0.417_298_924_922_943),
        (29_363.077, 0.638_391_947_746_276),
        (9.11, 0.563_977_837_562_561),
        (73.64, 0.356_539_034_843_444),
        (16.424, 0.411_313_146_352_767),
        (102_801.598, 0.644_423_615_932_464),
        (0.042, 0.319_475_388_526_917),
        (3.163, 0.707_973_003_387_451),
        (1537.5, 0.479_537_287_354_469),
    ];
    let hhi = 0.203_518_337_290_286;
    let count = u16::try_from(cells.len()).unwrap();
    let exporters: Vec<Country> = (0..count).map(Country).collect();
    let importers = vec![Country(count); cells.len()];
    let tonnes = cells.map(|(tonnes, _)| tonnes);
    let instability: Vec<f64> = cells.iter().map(|(_, g)| *g).chain([0.0]).collect();
    let flows = Flows { exporters: &exporters, importers: &importers, tonnes: &tonnes, contained: 1.0 };
    let found = imports([flows].into_iter(), &instability, &vec![false; cells.len() + 1]);
    let risk = found.of(Country(count)).risk(Made::default()).unwrap().value;
    assert!((risk - 0.545_188_749_2).abs() < 1e-9, "{risk}");
    assert!((hhi * risk - 0.110_955_907_8).abs() < 1e-9);
}

#[test]
fn the_built_in_facts_give_scores_within_their_range() {
    let world = gather(&PACKAGE, None);
    let found = rows(&world);
    assert!(found.len() > 5000, "{} rows", found.len());
    for row in &found {
        for (what, value) in [("hhi", row.hhi), ("import risk", row.import_risk.value), ("score", row.score)] {
            assert!((0.0..=1.0).contains(&value), "{what} of {row:?}");
        }
        assert!(row.low <= row.score && row.score <= row.high && row.high <= 1.0, "{row:?}");
        assert!(row.economy == Economy::Union || row.outside.is_none());
    }
    let words = PACKAGE.vocabulary();
    for gap in &world.gaps {
        assert!(
            found.iter().all(|row| row.material != gap.material),
            "{} has scores and a gap",
            words.material(gap.material).id
        );
    }
    let years: Vec<u16> = found.iter().map(|row| row.year).collect();
    assert_eq!((years.iter().min(), years.iter().max()), (Some(&2023), Some(&2024)), "the years with production");
}

/// The plainest way to say it, for one material: no columns, no passes.
#[test]
fn one_material_the_plain_way() {
    let words = PACKAGE.vocabulary();
    let (tungsten, germany) = (words.find_material("tungsten").unwrap(), words.find_country("DE").unwrap());
    let world = gather(&PACKAGE, Some(tungsten));
    let found = rows(&world).into_iter().find(|row| row.economy == Economy::Country(germany) && row.year == 2023);
    let (mut weighted, mut bought) = (0.0, 0.0);
    for code in PACKAGE.trade_codes_of(tungsten).iter().filter(|code| code.stage.id() == "extraction") {
        for (_, flow) in PACKAGE.trade().rows(code.hs6, 2023).iter().filter(|(_, flow)| flow.importer == germany) {
            let Some(quantity) = flow.quantity_t else { continue };
            let stability = PACKAGE.political_stability(flow.exporter, 2023).map_or(0.0, |fact| fact.number.value);
            let tonnes = quantity * code.contained.unwrap().number.value;
            bought += tonnes;
            weighted += tonnes * (2.5 - stability) / 5.0;
        }
    }
    let lines = PACKAGE.production(tungsten, adit_facts::Stage::Extraction, 2023);
    let total: f64 = lines
        .iter()
        .filter(|line| line.place != adit_facts::chain::Place::World)
        .filter_map(|line| Some(line.quantity?.number.value))
        .sum();
    let countries = lines.iter().filter(|line| matches!(line.place, adit_facts::chain::Place::Country(_)));
    let hhi: f64 = countries.filter_map(|line| Some((line.quantity?.number.value / total).powi(2))).sum();
    let row = found.unwrap();
    assert!(near(row.hhi, hhi) && near(row.import_risk.value, weighted / bought), "{row:?}");
}

#[test]
fn every_number_of_a_score_opens_and_says_the_same() {
    let world = gather(&PACKAGE, None);
    let germany = Economy::Country(PACKAGE.vocabulary().find_country("DE").unwrap());
    let found = rows(&world);
    let asked = |row: &&Row| row.economy == Economy::Union || (row.economy == germany && row.year == 2024);
    for row in found.iter().filter(asked) {
        let mut workings = Workings::default();
        let score = write(&PACKAGE, &world, row.material, row.economy, row.year, &mut workings).unwrap();
        assert!(near(score.value(), row.score), "{}: {} and {}", score.id, score.value(), row.score);
        assert!(score.number.low() <= row.low && score.number.high() >= row.high);
        for (id, working) in workings.iter() {
            for input in &working.inputs {
                if let Input::Number(of) = input {
                    assert!(workings.get(of).is_some(), "{id} names {of}, which is not written");
                }
            }
            assert!(working.number.value.is_finite(), "{id}");
        }
        if let Some((risk, outside)) = row.outside {
            let place = score.id.split_once('/').unwrap().1;
            let written = |measure: &str| workings.get(&format!("geopolrisk.{measure}/{place}")).unwrap().number.value;
            assert!(near(written("score-outside"), outside) && near(written("import-risk-outside"), risk.value));
        }
    }
}

/// From, to, tonnes.
type Table = Vec<(u16, u16, f64)>;

/// Flows among six countries, their instability and membership.
fn tables() -> impl Strategy<Value = (Table, Vec<f64>, Vec<bool>)> {
    let flows = prop::collection::vec((0u16..6, 0u16..6, 0.0f64..1e6), 0..40);
    (flows, prop::collection::vec(0.0f64..=1.0, 6), prop::collection::vec(any::<bool>(), 6))
}

fn bought(table: &[(u16, u16, f64)], g: &[f64], members: &[bool]) -> adit_model::chain::geopolrisk::score::Imports {
    let exporters: Vec<Country> = table.iter().map(|row| Country(row.0)).collect();
    let importers: Vec<Country> = table.iter().map(|row| Country(row.1)).collect();
    let tonnes: Vec<f64> = table.iter().map(|row| row.2).collect();
    let flows = Flows { exporters: &exporters, importers: &importers, tonnes: &tonnes, contained: 0.3 };
    imports([flows].into_iter(), g, members)
}

proptest! {
    #[test]
    fn concentration_lies_between_one_over_n_and_one(tonnes in prop::collection::vec(0.1f64..1e6, 1..30), rest in 0.0f64..1e6) {
        let all = concentration(tonnes.iter().copied(), 0.0, false).unwrap();
        prop_assert!(all.value <= 1.0 + 1e-12 && all.value >= 1.0 / tonnes.len() as f64 - 1e-12);
        let part = concentration(tonnes.iter().copied(), rest, false).unwrap();
        prop_assert!(part.low <= part.value && part.value <= part.high && part.high <= 1.0);
        let one = concentration(tonnes.iter().copied().chain([rest]), 0.0, false).unwrap();
        prop_assert!((one.value - part.high).abs() < 1e-9, "the upper bound is one country");
        let open = concentration(tonnes.iter().copied(), 0.0, true).unwrap();
        prop_assert!(open.low <= one.value + 1e-12 && one.value <= open.high, "any further amount lies in the bounds");
    }

    #[test]
    fn import_risk_is_within_its_range((table, g, members) in tables(), made in 0.0f64..1e6, hidden in 0.0f64..1e6) {
        let found = bought(&table, &g, &members);
        let made = Made { named: made, hidden };
        for (_, one) in found.countries().chain([(Country(99), found.union), (Country(99), found.outside)]) {
            if let Some(risk) = one.risk(made) {
                prop_assert!(0.0 <= risk.low && risk.low <= risk.value && risk.value <= risk.high && risk.high <= 1.0);
            }
        }
        if let (Some(union), Some(outside)) = (found.union.risk(made), found.outside.risk(made)) {
            prop_assert!(union.value <= outside.value + 1e-12, "trade among members only dilutes");
        }
    }

    #[test]
    fn who_buys_nothing_has_no_risk((table, g, members) in tables(), made in 0.1f64..1e6) {
        let others: Vec<_> = table.into_iter().filter(|row| row.1 != 0).collect();
        let risk = bought(&others, &g, &members).of(A).risk(Made { named: made, hidden: 0.0 }).unwrap();
        prop_assert_eq!(risk.value, 0.0);
    }

    #[test]
    fn the_order_of_rows_does_not_matter((table, g, members) in tables(), turn in 0usize..40) {
        let mut turned = table.clone();
        let by = turn % table.len().max(1);
        turned.rotate_left(by);
        let (a, b) = (bought(&table, &g, &members), bought(&turned, &g, &members));
        let same = |a: Bought, b: Bought| {
            (a.tonnes - b.tonnes).abs() <= 1e-9 * a.tonnes.max(1.0)
                && (a.weighted - b.weighted).abs() <= 1e-9 * a.weighted.max(1.0)
        };
        prop_assert!(a.countries().zip(b.countries()).all(|(a, b)| same(a.1, b.1)));
        prop_assert!(same(a.union, b.union) && same(a.outside, b.outside));
    }
}
