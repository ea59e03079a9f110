//! Chains on the built-in facts: what flows to what, and figures that cannot all be true.

use std::sync::LazyLock;

use adit_facts::Package;
use adit_model::chain::flows::{ChainBalance, Column, Kind, Node, Who, chain, years};
use adit_model::chain::reconcile::{CLOSED, Standing};
use adit_model::chain::union_chain::Step;
use adit_model::workings::{Input, Workings};
use adit_solve::Solvers;

static PACKAGE: LazyLock<Package> = LazyLock::new(|| Package::embedded().unwrap());

fn of(material: &str, year: u16) -> (ChainBalance, Workings) {
    let mut workings = Workings::default();
    let material = PACKAGE.vocabulary().find_material(material).unwrap();
    let found = chain(&PACKAGE, material, year, &Solvers, &mut workings).unwrap();
    (found, workings)
}

#[test]
fn every_chain_closes_and_every_number_of_it_opens() {
    for (material, entry) in PACKAGE.vocabulary().materials() {
        for year in years(&PACKAGE, material) {
            let (found, workings) = of(&entry.id, year);
            assert!(found.union.gap <= CLOSED, "{} {year}: {}", entry.id, found.union.gap);
            for link in &found.links {
                assert!(
                    link.tonnes.value() >= 0.0 && found.nodes.contains(&link.from) && found.nodes.contains(&link.to)
                );
                assert_eq!(workings.get(&link.tonnes.id).map(|number| number.number), Some(link.tonnes.number));
            }
            for flow in &found.union.flows {
                let numbers = [&flow.measured, &flow.reconciled, &flow.residual].into_iter().flatten();
                assert!(numbers.clone().all(|number| workings.get(&number.id).is_some()), "{flow:?}");
                assert_eq!(flow.standing == Standing::Unobservable, flow.reconciled.is_none(), "{flow:?}");
            }
            for (id, number) in workings.iter() {
                let known = |input: &Input| !matches!(input, Input::Number(of) if workings.get(of).is_none());
                assert!(number.inputs.iter().all(known), "{id}");
            }
        }
    }
}

#[test]
fn lithium_comes_from_chile_into_use() {
    let (found, _) = of("lithium", 2023);
    let traded = found.links.iter().filter(|link| link.kind == Kind::Trade && !link.to.id(&PACKAGE).contains("export"));
    let largest = traded.max_by(|a, b| a.tonnes.value().total_cmp(&b.tonnes.value())).unwrap();
    assert_eq!(largest.from.id(&PACKAGE), "processing/CL");
    assert_eq!(largest.to, Node { column: Column::Use, who: Who::Union });
    assert_eq!(found.form.as_deref(), Some("lithium content"));
    assert_eq!(found.years.first(), Some(&2015));
    let portugal = found.links.iter().find(|link| link.kind == Kind::Production).unwrap();
    assert_eq!(portugal.tonnes.value(), 380.0, "what Portugal extracts goes on to processing");
}

/// What the source does not name of refined copper follows from the rest of the chain.
#[test]
fn copper_that_is_not_named_is_found_by_the_balance() {
    let (found, _) = of("copper", 2023);
    let flow = |step: Step| found.union.flows.iter().find(|flow| flow.step == step).unwrap();
    let unnamed = flow(Step::ProcessedUnnamed);
    assert_eq!(unnamed.measured.as_ref().unwrap().value(), 0.0);
    assert!(unnamed.reconciled.as_ref().unwrap().value() > 1e6, "{unnamed:?}");
    assert_eq!(flow(Step::Bought).standing, Standing::Unobservable, "no good of refined copper is in the trade facts");
    assert!(flow(Step::Mined).residual.is_some());
}

#[test]
fn a_year_without_production_has_its_trade() {
    let (found, _) = of("tungsten", 2018);
    assert!(found.stages.iter().all(|balance| balance.production.is_none()));
    assert!(found.stages.iter().all(|balance| balance.imports.is_some()));
    let missing: Vec<&String> = found.stages.iter().flat_map(|balance| &balance.missing).collect();
    assert!(missing.iter().any(|says| says.contains("only of 2023 to 2024")), "{missing:?}");
}

/// The Union makes no asbestos, buys some and sells more: one of the two figures of trade is wrong.
#[test]
fn figures_that_cannot_all_be_true_are_named() {
    let (found, _) = of("asbestos", 2023);
    assert_eq!(found.union.conflicts, [[Step::OreBought, Step::OreSold]]);
    let flow = |step: Step| found.union.flows.iter().find(|flow| flow.step == step).unwrap();
    let (bought, sold) = (flow(Step::OreBought), flow(Step::OreSold));
    assert!(sold.measured.as_ref().unwrap().value() > bought.measured.as_ref().unwrap().value());
    assert!(sold.residual.as_ref().unwrap().value() > 1.96);
    let gap = bought.reconciled.as_ref().unwrap().value() - sold.reconciled.as_ref().unwrap().value();
    assert!(gap.abs() < 1e-6, "{gap}");
}
