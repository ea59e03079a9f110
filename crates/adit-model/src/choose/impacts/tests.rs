//! Hand-worked impacts (docs/src/methods/impacts.md) on the facts that adit brings along.

use adit_facts::choose::impact_factors::Impact;
use adit_facts::{Package, Stage};

use super::{Basis, Measured, burdens, world_mix};
use crate::workings::Workings;

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{found} is not {expected}");
}

#[test]
fn guben_beside_the_world_mix() {
    let package = Package::embedded().expect("the built-in package is sound");
    let project = package.project("guben-converter").expect("a project of the base");
    let mut workings = Workings::default();
    let found = burdens(&package, &project, &mut workings);
    let carbon = found.iter().find(|one| one.impact == Impact::Carbon).expect("carbon");
    // 10.5 kg CO2e for a kilogram of LiOH.H2O that holds 0.1654 of lithium; the world mix is 7.1 per kilogram of lithium.
    let own = carbon.own.as_ref().expect("an own figure");
    near(own.value(), 10.5 / 0.1654);
    assert!(own.number.low() <= 5.4 / 0.1654 && own.number.low() > 32.0);
    let imports = carbon.imports.as_ref().expect("a factor");
    near(imports.value(), 7.1);
    near(imports.number.low(), 5.7);
    // 3 970 t at a use of 0.85.
    let year = carbon.own_year.as_ref().expect("a year");
    near(year.value(), 10.5 / 0.1654 * 3970.0 * 0.85);
    let saved = carbon.saved.as_ref().expect("both sides are known");
    near(saved.value(), (7.1 - 10.5 / 0.1654) * 3970.0 * 0.85);
    // Two routes that the source states, for a tonne of lithium.
    near(carbon.routes.iter().find(|(route, _)| route == "chile").expect("Chile").1.value(), 5.25 / 0.1654);
}

#[test]
fn water_and_land_have_no_factor_and_stay_unknown() {
    let package = Package::embedded().expect("the built-in package is sound");
    let project = package.project("emili").expect("a project of the base");
    let mut workings = Workings::default();
    let found = burdens(&package, &project, &mut workings);
    let water = found.iter().find(|one| one.impact == Impact::Water).expect("water");
    assert_eq!(water.basis, Basis::Own);
    assert!(water.imports.is_none() && water.saved.is_none());
    near(water.own.as_ref().expect("own").value(), 1_200_000.0 / (5624.0 * 0.85));
    near(water.own_year.as_ref().expect("own").value(), 1_200_000.0);
    let land = found.iter().find(|one| one.impact == Impact::Land).expect("land");
    near(land.own_year.as_ref().expect("own").value(), 50.0);
}

#[test]
fn what_stops_at_concentrate_has_no_alternative_beside_it() {
    let package = Package::embedded().expect("the built-in package is sound");
    for project in package.projects() {
        let mut workings = Workings::default();
        for burden in burdens(&package, &project, &mut workings) {
            if burden.stage == adit_facts::chain::ChainStage::Extraction {
                assert!(burden.imports.is_none() && burden.saved.is_none(), "{}", project.id);
            }
        }
    }
}

#[test]
fn the_world_mix_is_a_mean_of_its_producers() {
    let package = Package::embedded().expect("the built-in package is sound");
    for (material, _) in package.vocabulary().materials() {
        for stage in [Stage::Extraction, Stage::Processing] {
            let mut workings = Workings::default();
            for line in world_mix(&package, material, stage, &mut workings) {
                assert!((0.0..=1.0 + 1e-12).contains(&line.covered));
                let Some(figure) = line.figure else { continue };
                if line.measured == Measured::Governance {
                    assert!((0.0..=10.0).contains(&figure.value()));
                }
                assert!(figure.number.low() <= figure.value() && figure.value() <= figure.number.high());
            }
        }
    }
}
