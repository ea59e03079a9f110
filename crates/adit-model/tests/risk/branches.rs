//! Branches of the method: a blank scope is chosen by nobody, a net exporter counts as 0 (rules §1.1, §1.2).

use adit_facts::study::Side;
use adit_facts::{Changes, Package, Scope, Stage};
use adit_model::risk::flips::flips;
use adit_model::risk::moved::Input;
use adit_model::risk::{MaterialRisk, Missing, Options, assess, ensemble, gather};

use crate::facts::{PACKAGE, STUDY, assessed, material, near, only, stage, stage_inputs};
use crate::hand::paper;

/// Coking coal, processing: a supply risk is published, the scope it was computed under is not.
#[test]
fn a_blank_scope_is_computed_under_all_three_and_none_is_chosen() {
    let risk = assessed("coking-coal", &Options::default(), &Changes::default());
    let processing = stage(&risk, Stage::Processing);
    assert_eq!((processing.scope, processing.sr), (None, None));
    assert!(processing.published.is_some());
    assert!(risk.missing.contains(&Missing::Scope(Stage::Processing)));
    let s = stage_inputs(&STUDY, "coking-coal", Stage::Processing);
    assert!(s.world.is_some() && s.europe.is_some() && s.import_reliance.is_some());
    let mut with_scope = STUDY.clone();
    for scope in Scope::ALL {
        for m in with_scope.materials.iter_mut().filter(|m| m.material == material("coking-coal")) {
            m.stages.iter_mut().filter(|s| s.stage == Stage::Processing).for_each(|s| s.scope = Some(scope));
        }
        let sheet = paper(&with_scope, "coking-coal", Stage::Processing, &|fact| fact.value);
        assert!(near(processing.under(scope).unwrap().value, sheet.supply_risk()), "{scope}");
    }
    assert_eq!(risk.deciding, Some((Stage::Extraction, true)), "the other stage decides alone");
}

/// What a scope needs and the study does not have is named; nothing takes its place.
#[test]
fn a_scope_without_its_inputs_gives_no_value_only_the_reason() {
    let mut checked = 0;
    for risk in assess(&PACKAGE, &STUDY) {
        let inputs = STUDY.materials.iter().find(|m| m.material == risk.material).unwrap();
        for (s, computed) in inputs.stages.iter().zip(&risk.stages).filter(|_| inputs.members.is_empty()) {
            let needs = match s.scope {
                Some(Scope::Both) => vec![
                    (s.world.is_none(), Missing::List(s.stage, Side::World)),
                    (s.europe.is_none(), Missing::List(s.stage, Side::Europe)),
                    (s.import_reliance.is_none(), Missing::ImportReliance(s.stage)),
                ],
                Some(Scope::Gs) => vec![(s.world.is_none(), Missing::List(s.stage, Side::World))],
                Some(Scope::Eus) => vec![(s.europe.is_none(), Missing::List(s.stage, Side::Europe))],
                None => vec![(true, Missing::Scope(s.stage))],
            };
            let lacking: Vec<&Missing> = needs.iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what).collect();
            assert!(lacking.iter().all(|what| risk.missing.contains(what)), "{lacking:?} of {:?}", risk.missing);
            if s.scope.is_some() && inputs.recycled.is_some() && inputs.si_sr.is_some() {
                assert_eq!(computed.sr.is_none(), !lacking.is_empty(), "{:?}", risk.missing);
            }
            checked += usize::from(!lacking.is_empty());
        }
    }
    assert!(checked > 5, "{checked} stages lack something");
}

/// The package with a workspace's import reliance of magnesium laid over it.
fn with_import_reliance(percent: &str) -> Package {
    let mut package = PACKAGE.clone();
    let text = format!("edition,material,stage,ir_pct,source\nec-2023,magnesium,processing,{percent},own survey\n");
    let findings = package.lay_over("import-reliance", "facts/import-reliance.csv", &text, "ec-2023");
    assert!(findings.iter().all(|finding| finding.severity != adit_facts::Severity::Error), "{findings:?}");
    package
}

fn magnesium(package: &Package) -> MaterialRisk {
    let study = gather(package, &only("magnesium"), &Changes::default());
    assess(package, &study).swap_remove(0)
}

#[test]
fn a_net_exporter_counts_as_zero_and_keeps_its_figure() {
    let package = with_import_reliance("-20");
    let risk = magnesium(&package);
    let processing = stage(&risk, Stage::Processing);
    assert!(near(processing.ir_published.unwrap(), -0.2));
    let ir = processing.ir.unwrap();
    assert_eq!((ir.value, ir.low, ir.high), (0.0, 0.0, 0.0));
    let only_sourcing = processing.under(Scope::Eus).unwrap();
    assert!(near(processing.sr.unwrap().value, only_sourcing.value), "only EU sourcing counts");
    let at_zero = magnesium(&with_import_reliance("0"));
    assert_eq!(stage(&at_zero, Stage::Processing).sr.unwrap().value, processing.sr.unwrap().value);
}

/// -0.3 % is -0.35 to -0.25, all of it net export; 0.0 % is -0.05 to 0.05.
#[test]
fn bounds_cover_both_sides_of_the_branch() {
    let ir = |percent| stage(&magnesium(&with_import_reliance(percent)), Stage::Processing).ir.unwrap();
    let exporter = ir("-0.3");
    assert_eq!((exporter.low, exporter.high), (0.0, 0.0));
    let either = ir("0.0");
    assert!(either.low == 0.0 && near(either.high, 0.0005), "{either:?}");
}

#[test]
fn searches_and_draws_take_a_net_exporter() {
    let package = with_import_reliance("-20");
    let study = gather(&package, &only("magnesium"), &Changes::default());
    let answer = flips(&study, material("magnesium"));
    let asked = answer.proved_none.iter().chain(answer.flips.iter().map(|flip| &flip.movable));
    assert!(asked.into_iter().any(|m| m.input == Input::ImportReliance(Stage::Processing) && near(m.now, -0.2)));
    assert_eq!(ensemble(&study, 64, 1).probability, [Some(1.0)]);
}
