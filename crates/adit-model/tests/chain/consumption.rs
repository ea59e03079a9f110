//! The routes to consumption, in their order, and their arithmetic.

use adit_facts::Package;
use adit_facts::chain::Route;
use adit_model::chain::consumption::{Consumption, Growth, in_year, of};
use adit_model::workings::{Worked, Workings};
use adit_number::Ranged;
use proptest::prelude::*;

use super::made_up::{PACKAGE, material, near, with};

const HEADER: &str = "material,period,route,form,quantity,low,high,source,locator\n";

/// Consumption where trade knows nothing.
fn without_trade(package: &Package, name: &str) -> Option<Consumption> {
    of(package, material(name), &|_, _| None, &mut Workings::default())
}

/// Consumption where production and trade give 700 t in 2023.
fn with_trade(package: &Package, name: &str) -> Option<Consumption> {
    let balance = |_, _: &mut Workings| {
        Some((Worked { id: "chain.consumption/made-up".to_owned(), number: Ranged::new(700.0, 600.0, 800.0) }, 2023))
    };
    of(package, material(name), &balance, &mut Workings::default())
}

#[test]
fn a_published_figure_comes_before_trade_and_trade_before_import_reliance() {
    let rows = format!(
        "{HEADER}germanium,2022,a,content,100,90,120,own,page 1\ngermanium,2016-2020,c,content,58,,,own,page 1\n"
    );
    let both = with("consumption", &rows);
    let found = with_trade(&both, "germanium").unwrap();
    assert_eq!((found.route, found.years, found.tonnes.value()), (Route::Published, (2022, 2022), 100.0));
    assert_eq!((found.tonnes.number.low(), found.tonnes.number.high()), (90.0, 120.0));
    let made = with("consumption", &format!("{HEADER}germanium,2016-2020,c,content,58,,,own,page 1\n"));
    let found = with_trade(&made, "germanium").unwrap();
    assert_eq!((found.route, found.years, found.tonnes.value()), (Route::ProductionAndTrade, (2023, 2023), 700.0));
    let found = without_trade(&made, "germanium").unwrap();
    assert_eq!((found.route, found.years), (Route::ImportReliance, (2016, 2020)));
}

#[test]
fn the_latest_published_year_counts() {
    let rows = format!("{HEADER}germanium,2015,a,content,50,,,own,page 1\ngermanium,2022,a,content,100,,,own,page 1\n");
    let found = without_trade(&with("consumption", &rows), "germanium").unwrap();
    assert_eq!((found.years, found.tonnes.value()), ((2022, 2022), 100.0));
    // Without limits of its own a figure has those of its quality class: 10 % each way.
    assert!(near(found.tonnes.number.low(), 90.0) && near(found.tonnes.number.high(), 110.0), "{:?}", found.tonnes);
}

/// Germanium at processing: import reliance 42 %, printed as a whole percent.
#[test]
fn production_over_what_is_not_imported() {
    let package = with("consumption", &format!("{HEADER}germanium,2016-2020,c,content,58,52,64,own,page 1\n"));
    let found = without_trade(&package, "germanium").unwrap().tonnes.number;
    assert!(near(found.value, 100.0), "{found:?}");
    assert!(near(found.low(), 52.0 / (1.0 - 0.415)) && near(found.high(), 64.0 / (1.0 - 0.425)), "{found:?}");
}

/// Above an import reliance of 95 % the division is by almost nothing: gallium 98 %, magnesium 100 %.
#[test]
fn almost_everything_imported_gives_no_consumption() {
    for name in ["niobium", "beryllium", "titanium-metal"] {
        let package = with("consumption", &format!("{HEADER}{name},2016-2020,c,content,10,,,own,page 1\n"));
        assert_eq!(without_trade(&package, name), None, "{name}");
    }
}

#[test]
fn no_route_gives_none() {
    assert_eq!(without_trade(&PACKAGE, "germanium"), None);
}

#[test]
fn a_group_is_the_sum_of_its_members_and_names_those_that_lack() {
    let rows = format!(
        "{HEADER}platinum,2019,a,content,80,70,90,own,page 1\npalladium,2019,a,content,70,60,80,own,page 1\nrhodium,2018,a,content,4,3,5,own,page 1\n"
    );
    let package = with("consumption", &rows);
    let found = without_trade(&package, "pgm").unwrap();
    assert!(near(found.tonnes.value(), 70.0 + 80.0 + 4.0), "{:?}", found.tonnes);
    assert!(found.without.contains(&material("iridium")) && found.without.contains(&material("ruthenium")));
    assert!(!found.without.contains(&material("platinum")));
}

#[test]
fn demand_grows_at_one_rate_to_2030_and_at_another_after_it() {
    let rate = |topic: &str| PACKAGE.assumption(&format!("{topic}/lithium")).unwrap().value.number.value;
    let (to, after) = (rate("growth"), rate("growth-after-2030"));
    let growth = Growth::of(&PACKAGE, material("lithium"));
    let by_hand = (1.0 + to) * (1.0 + to) * (1.0 + after) * (1.0 + after) * (1.0 + after);
    assert!(near(growth.factor(2028, 2033).value, by_hand));
    assert!(near(growth.factor(2033, 2028).value, 1.0 / by_hand));
    assert_eq!(growth.factor(2030, 2030), Ranged::point(1.0));
    let drawn = growth.drawn(2028, 2033, |rate| rate.value);
    assert!(near(drawn, by_hand));
}

#[test]
fn a_material_without_a_rate_of_its_own_has_the_default() {
    let rate = PACKAGE.assumption("growth/default").unwrap().value.number.value;
    let factor = Growth::of(&PACKAGE, material("germanium")).factor(2024, 2026).value;
    assert!(near(factor, (1.0 + rate) * (1.0 + rate)));
}

#[test]
fn consumption_in_a_year_is_written_with_its_rate() {
    let package = with("consumption", &format!("{HEADER}germanium,2024,a,content,100,100,100,own,page 1\n"));
    let mut workings = Workings::default();
    let found = of(&package, material("germanium"), &|_, _| None, &mut workings).unwrap();
    let rate = package.assumption("growth/default").unwrap().value.number.value;
    let grown = in_year(&package, material("germanium"), &found, 2026, &mut workings);
    assert_eq!(grown.id, "benchmark.consumption/germanium/2026");
    assert!(near(grown.value(), 100.0 * (1.0 + rate) * (1.0 + rate)));
    assert_eq!(workings.get(&grown.id).unwrap().inputs.len(), 2, "the figure, and the rate to 2030");
}

proptest! {
    #[test]
    fn growth_goes_there_and_back(from in 2015_u16..=2040, over in 2015_u16..=2040, to in 2015_u16..=2040) {
        let growth = Growth::of(&PACKAGE, material("cobalt"));
        let factor = |from, to| growth.factor(from, to);
        prop_assert!(near(factor(from, over).value * factor(over, to).value, factor(from, to).value));
        let whole = factor(from, to);
        prop_assert!(whole.low() <= whole.value && whole.value <= whole.high() && whole.low() > 0.0);
    }
}
