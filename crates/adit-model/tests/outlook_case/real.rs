//! The real cases: balanced, monotone, and with flows that add up.

use adit_model::outlook::case::{CaseModel, CaseRun, Line, Question};

use crate::given::{CASES, numbers, with};

/// The value that makes most of a lever, if the case has one by that name.
fn moved(case: &CaseModel, moves: &str, more: bool) -> Option<CaseRun> {
    let general = |lever: &&adit_facts::outlook::cases::LeverFacts| {
        lever.moves.id() == moves && lever.segment.is_none() && lever.material.is_none()
    };
    let lever = case.levers.iter().find(general)?;
    let value = if more { lever.high.number.value } else { lever.low.number.value };
    Some(case.run(&with(&[crate::given::setting(&lever.id, value, None)])).unwrap())
}

/// Whether a line is nowhere lower, material by material.
fn never_lower(what: &str, less: &CaseRun, more: &CaseRun, line: Line) {
    for material in &less.materials {
        let [less, more] = [less, more].map(|run| numbers(run, &material.id, line));
        for (year, (less, more)) in less.iter().zip(&more).enumerate() {
            assert!(
                *more >= less - 1e-9 * less.abs(),
                "{what}: {} {}, year {year}: {less} {more}",
                material.id,
                line.id()
            );
        }
    }
}

#[test]
fn every_case_balances() {
    assert!(!CASES.is_empty());
    for case in CASES.iter() {
        let run = case.run(&Question::default()).unwrap();
        assert!(run.balance_error <= 1e-12, "{}: {:e}", case.facts.id, run.balance_error);
        for moves in ["demand-times", "lifetime-times", "collection", "capacity-times"] {
            for run in [moved(case, moves, false), moved(case, moves, true)].into_iter().flatten() {
                assert!(run.balance_error <= 1e-12, "{} with {moves}: {:e}", case.facts.id, run.balance_error);
            }
        }
    }
}

#[test]
fn more_collection_never_gives_less() {
    let mut tried = 0;
    for case in CASES.iter() {
        let Some((less, more)) = moved(case, "collection", false).zip(moved(case, "collection", true)) else {
            continue;
        };
        tried += 1;
        for line in [Line::Collected, Line::Feed, Line::Potential, Line::Supply, Line::EolRr] {
            let known = |run: &CaseRun| run.materials.iter().all(|of| of.line(line).values.iter().all(Option::is_some));
            if known(&less) && known(&more) {
                never_lower(&case.facts.id, &less, &more, line);
            }
        }
    }
    assert!(tried > 0);
}

/// With the inflow given, what lasts longer reaches its end of life later: never more of it up to any year.
#[test]
fn a_longer_life_never_brings_more_to_its_end() {
    let mut tried = 0;
    for case in CASES.iter().filter(|case| case.segments.iter().all(|segment| !segment.by_stock)) {
        let Some((short, long)) = moved(case, "lifetime-times", false).zip(moved(case, "lifetime-times", true)) else {
            continue;
        };
        tried += 1;
        for material in &short.materials {
            let (mut first, mut second) = (0.0, 0.0);
            let [short, long] = [&short, &long].map(|run| numbers(run, &material.id, Line::EndOfLife));
            for (short, long) in short.iter().zip(&long) {
                first += short;
                second += long;
                assert!(second <= first * (1.0 + 1e-9), "{}", material.id);
            }
        }
    }
    assert!(tried > 0);
}

#[test]
fn asking_for_one_material_changes_nothing() {
    for case in CASES.iter() {
        let all = case.run(&Question::default()).unwrap();
        for (material, of) in case.facts.materials.iter().zip(&all.materials) {
            let alone = case.run(&Question { materials: vec![*material], ..Question::default() }).unwrap();
            assert_eq!(alone.materials.len(), 1);
            assert!(alone.materials[0].lines == of.lines, "{}", of.id);
        }
    }
}

#[test]
fn flows_of_a_year_add_up_at_every_inner_node() {
    for case in CASES.iter() {
        let run = case.run(&Question::default()).unwrap();
        for (material, t) in run.materials.iter().flat_map(|of| (0..run.years.len()).map(move |t| (of, t))) {
            let Some(flows) = material.sankey(t) else { continue };
            let largest = flows.links.iter().map(|link| link.tonnes).fold(0.0, f64::max);
            for node in &flows.nodes {
                let sum = |of: &dyn Fn(&adit_model::outlook::case::Link) -> bool| -> f64 {
                    flows.links.iter().filter(|link| of(link)).map(|link| link.tonnes).sum()
                };
                let (comes, goes) = (sum(&|link| link.to == node.id), sum(&|link| link.from == node.id));
                let inner = comes > 0.0 && goes > 0.0;
                assert!(
                    !inner || (comes - goes).abs() <= 1e-12 * largest,
                    "{} {}: {comes} {goes}",
                    material.id,
                    node.id
                );
            }
        }
    }
}

/// What comes, stays and leaves by cohorts as the exact engine has it.
#[test]
fn stocks_are_those_of_the_exact_engine() {
    use adit_facts::outlook::cases::Parameter;
    use adit_model::outlook::{Driver, Lifetime, Product, run};

    let case = CASES.iter().find(|case| case.facts.id == "eu-batteries").unwrap();
    let found = case.run(&Question::default()).unwrap();
    let value = |parameter: Parameter, s: usize, year: u16| {
        let rank = |of: Option<usize>| of == Some(s);
        let tracks = case.tracks.iter().filter(|track| track.parameter == parameter);
        let holds = tracks.filter(|track| track.of.segment.is_none_or(|of| of == s));
        holds.max_by_key(|track| rank(track.of.segment)).unwrap().value(year)
    };
    for (s, product) in found.products.iter().enumerate() {
        let inflow = case.years().map(|year| value(Parameter::Inflow, s, year)).collect();
        let [shape, scale] = [Parameter::LifetimeShape, Parameter::LifetimeScale].map(|of| value(of, s, 2020));
        let exact = Product::new(Driver::Inflow(inflow), Lifetime::weibull(shape, scale).unwrap());
        let exact = run(&case.periods, &exact, false).unwrap();
        for (line, wanted) in product.lines.iter().zip([&exact.inflow, &exact.stock, &exact.outflow]) {
            let largest = exact.stock.iter().copied().fold(0.0, f64::max);
            for (found, wanted) in line.values.iter().zip(wanted) {
                assert!((found.unwrap() - wanted).abs() <= 1e-13 * largest, "{}", product.segment);
            }
        }
    }
}
