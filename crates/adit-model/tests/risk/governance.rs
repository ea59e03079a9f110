//! Governance: other years, scenarios, standard errors, and countries that the World Bank does not have.

use adit_facts::{Changes, Stage};
use adit_model::risk::{Bounded, Missing, Options, StageRisk, assess, gather};

use crate::facts::{PACKAGE, assessed, country, near, only, scenario, stage, stage_inputs};
use crate::hand::{governance, paper};

const PROCESSING: Stage = Stage::Processing;

fn processing(name: &str, options: &Options, changes: &Changes) -> StageRisk {
    stage(&assessed(name, options, changes), PROCESSING).clone()
}

fn years(first: u16, last: u16) -> Options {
    Options { governance_years: (first, last), ..Options::default() }
}

/// The share of China in a list, squared, times what its governance changes by.
#[test]
fn a_scenario_on_governance_moves_every_list_of_the_country() {
    let changes = scenario("[[change]]\nfact = \"governance/CN/*/pv\"\nadd = -0.6\n");
    let before = processing("magnesium", &Options::default(), &Changes::default());
    let after = processing("magnesium", &Options::default(), &changes);
    // One of six dimensions falls by 0.6: the mean by 0.1, governance rises by 10 x 0.1 / 5.
    let study = gather(&PACKAGE, &only("magnesium"), &Changes::default());
    let sheet = paper(&study, "magnesium", PROCESSING, &|fact| fact.value);
    for (list, before, after) in
        [(&sheet.world, before.hhi_gs, after.hhi_gs), (&sheet.europe, before.hhi_eus, after.hhi_eus)]
    {
        let china = list.iter().find(|s| s.place == "CN").unwrap();
        let rise = china.share * china.share * china.trade * 0.2;
        assert!(near(after.unwrap().value - before.unwrap().value, rise));
    }
}

#[test]
fn governance_is_cut_to_its_scale() {
    let worst = scenario("[[change]]\nfact = \"governance/CN/*/*\"\nset = -3.5\n");
    let hhi = processing("magnesium", &Options::default(), &worst).hhi_eus.unwrap().value;
    let study = gather(&PACKAGE, &only("magnesium"), &Changes::default());
    let sheet = paper(&study, "magnesium", PROCESSING, &|fact| fact.value);
    let by_hand: f64 = sheet
        .europe
        .iter()
        .map(|s| s.share * s.share * s.trade * if s.place == "CN" { 10.0 } else { governance(&s.place) })
        .sum();
    assert!(near(hhi, by_hand), "{hhi} against {by_hand}");
}

/// The World Bank has San Marino from 2015 on; it supplies less than 0.1 % of the world's antimony.
#[test]
fn a_country_without_governance_is_nothing_in_the_value_and_anything_in_the_bounds() {
    let san_marino = Missing::Governance(country("SM"));
    let known = assessed("antimony", &years(2015, 2019), &Changes::default());
    assert!(!known.missing.contains(&san_marino));
    let options = years(2010, 2014);
    let unknown = assessed("antimony", &options, &Changes::default());
    assert!(unknown.missing.contains(&san_marino), "{:?}", unknown.missing);

    let study = gather(&PACKAGE, &Options { only: only("antimony").only, ..options }, &Changes::default());
    let world = stage_inputs(&study, "antimony", PROCESSING).world.as_ref().unwrap();
    let (mut value, mut low, mut high) = (0.0, 0.0, 0.0);
    for s in &world.suppliers {
        let inputs = study.governance[usize::from(s.country.0)].as_ref();
        let known = inputs
            .map(|g| 10.0 * (2.5 - g.estimates.iter().map(|e| e.value).sum::<f64>() / g.estimates.len() as f64) / 5.0);
        assert_eq!(known.is_none(), s.country == country("SM"));
        value += s.share.value.powi(2) * s.trade.value * known.unwrap_or(0.0);
        low += s.share.low.powi(2) * s.trade.value * known.unwrap_or(0.0);
        high += s.share.high.powi(2) * s.trade.value * known.unwrap_or(10.0);
    }
    let hhi = stage(&unknown, PROCESSING).hhi_gs.unwrap();
    assert!(near(hhi.value, value) && near(hhi.low_rounding, low) && near(hhi.high_rounding, high), "{hhi:?}");
}

/// No year of the table at all: every supplier is reported, and the bounds reach from nothing to the worst governance.
#[test]
fn years_without_data_leave_only_bounds() {
    let risk = assessed("magnesium", &years(1990, 1995), &Changes::default());
    let study = gather(&PACKAGE, &only("magnesium"), &Changes::default());
    let europe = stage_inputs(&study, "magnesium", PROCESSING).europe.clone().unwrap();
    assert!(europe.suppliers.iter().all(|s| risk.missing.contains(&Missing::Governance(s.country))));
    let hhi = stage(&risk, PROCESSING).hhi_eus.unwrap();
    let worst: f64 = europe.suppliers.iter().map(|s| s.share.high.powi(2) * s.trade.value * 10.0).sum();
    assert!(hhi.low_rounding == 0.0 && near(hhi.high_rounding, worst), "{hhi:?}");
}

fn width(of: Bounded) -> f64 {
    of.high_rounding - of.low_rounding
}

#[test]
fn standard_errors_widen_bounds_and_leave_the_value() {
    let with_error = Options { governance_error: true, ..Options::default() };
    let study = |options: &Options| assess(&PACKAGE, &gather(&PACKAGE, options, &Changes::default()));
    let mut widened = 0;
    for (plain, wide) in study(&Options::default()).into_iter().zip(study(&with_error)) {
        let Some((plain, wide)) = plain.sr.zip(wide.sr) else { continue };
        assert_eq!(plain.value, wide.value);
        assert!(wide.rounding().encloses(&plain.rounding()));
        widened += usize::from(width(wide) > 1.05 * width(plain));
    }
    assert!(widened > 80, "{widened} materials");
}

/// 1.645 standard errors each way in every dimension and year together, as they are fully correlated.
#[test]
fn the_box_of_a_country_is_by_hand() {
    let with_error = Options { governance_error: true, ..only("magnesium") };
    let study = gather(&PACKAGE, &with_error, &Changes::default());
    let (mut low, mut high, mut count) = (0.0, 0.0, 0.0);
    for indicators in (2016..=2020).filter_map(|year| PACKAGE.indicators(country("CN"), year)) {
        for indicator in indicators {
            let (estimate, error) = (indicator.estimate.number.value, indicator.standard_error.unwrap().number.value);
            low += 10.0 * (2.5 - estimate - 1.645 * error) / 5.0;
            high += 10.0 * (2.5 - estimate + 1.645 * error) / 5.0;
            count += 1.0;
        }
    }
    assert_eq!(count, 30.0);
    let about = adit_model::risk::About::Governance(country("CN"));
    let bounds = adit_model::risk::readings::bounds(&study, &[about])[0].unwrap();
    assert!(near(bounds.lo(), low / count) && near(bounds.hi(), high / count), "{bounds:?}");
}
