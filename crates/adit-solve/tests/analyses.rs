//! The analyses of a portfolio, with the real solver, on portfolios small enough to be worked by hand
//! (docs/src/methods/portfolio-analyses.md).

use adit_facts::chain::ChainStage;
use adit_model::choose::portfolio::conflict::conflict;
use adit_model::choose::portfolio::front::{Aim, front};
use adit_model::choose::portfolio::marginal::price;
use adit_model::choose::portfolio::near::near;
use adit_model::choose::portfolio::robust::{View, World, robust, worlds};
use adit_model::choose::portfolio::why_not::{left_out, why_not, worth};
use adit_model::choose::portfolio::{
    Bound, Candidate, Course, Figure, Figures, Fund, Limit, LimitRule, Means, Measure, Objective, Output, Payment,
    Portfolio, Scope, Term,
};
use adit_model::problem::MixedOptions;
use adit_model::problem::mixed::Sense;
use adit_model::workings::Input;
use adit_number::Ranged;
use adit_solve::Solvers;

fn figure(value: f64, low: f64, high: f64) -> Figure {
    let input = Input::Stated { label: "by hand".to_owned(), value, unit: "", id: None };
    Figure { number: Ranged::new(value, low, high), input, assumed: true }
}

/// Id, private value, public money, jobs.
type Line = (&'static str, f64, f64, f64);

/// Whole projects that start in 2027, each with one course that takes its public money in that year.
fn portfolio(lines: &[Line], limits: Vec<(&str, LimitRule)>) -> Portfolio {
    let candidates = lines.iter().map(|&(id, npv, public, jobs)| Candidate {
        id: id.to_owned(),
        name: id.to_owned(),
        country: "FI".to_owned(),
        region: "FI1D".to_owned(),
        point: None,
        least: 1.0,
        most: 1.0,
        build: 2,
        union: true,
        figures: Figures {
            npv: Some(figure(npv, npv - 5.0, npv + 5.0)),
            jobs: Some(figure(jobs, jobs, jobs)),
            ..Figures::default()
        },
        outputs: vec![Output {
            material: "lithium".to_owned(),
            stage: ChainStage::Processing,
            tonnes: figure(100.0, 80.0, 110.0),
            delay: 2.0,
            ramp: 0.0,
        }],
        feeds: Vec::new(),
        courses: vec![Course {
            start: 2027,
            instrument: None,
            npv,
            payments: vec![Payment { fund: 0, year: 2027, amount: public }],
        }],
    });
    Portfolio {
        id: "by-hand".to_owned(),
        name: "By hand".to_owned(),
        first: 2027,
        last: 2032,
        discount: 0.0,
        candidates: candidates.collect(),
        instruments: Vec::new(),
        funds: vec![Fund { id: "jtf".to_owned(), name: "Just Transition Fund".to_owned() }],
        benchmarks: Vec::new(),
        limits: limits.into_iter().map(|(name, rule)| Limit { name: name.to_owned(), rule, at: (0, 0) }).collect(),
        objective: Objective {
            sense: Sense::Maximise,
            terms: vec![Term { measure: Measure::Npv, scope: Scope::default(), year: None, weight: 1.0 }],
        },
        missing: Vec::new(),
    }
}

/// Four projects and 10 million euro: a 12 for 5, b 10 for 4, c 7 for 3, d 3 for 2.
const LINES: [Line; 4] = [("a", 12.0, 5.0, 10.0), ("b", 10.0, 4.0, 40.0), ("c", 7.0, 3.0, 30.0), ("d", 3.0, 2.0, 90.0)];

fn budget(most: f64) -> (&'static str, LimitRule) {
    ("Just Transition Fund", LimitRule::Budget { fund: 0, year: None, most })
}

fn means(solver: &Solvers) -> Means<'_> {
    Means { solver, options: MixedOptions::default(), linear: None, risk: None }
}

fn ids(portfolio: &Portfolio, choice: Option<&adit_model::choose::portfolio::Choice>) -> Vec<String> {
    let picks = choice.iter().flat_map(|choice| &choice.picks);
    picks.map(|pick| portfolio.candidates[pick.candidate].id.clone()).collect()
}

#[test]
fn the_best_set_the_price_of_its_budget_and_why_the_others_lost() {
    let solver = Solvers;
    let asked = portfolio(&LINES, vec![budget(10.0)]);
    // a + b costs 9 and brings 22; a + c + d costs 10 and brings 22 as well; b + c + d costs 9 and brings 20.
    let best = means(&solver).solve(&asked, None).unwrap();
    assert!((best.objective - 22.0).abs() < 1e-9);
    // One million more: still 22 (a + b + d costs 11: 25). So the price of one million is 3.
    let found = price(&asked, means(&solver), &best, 0).unwrap().unwrap();
    assert!((found.price.unwrap() - 3.0).abs() < 1e-9, "{found:?}");
    // With 9 million a + b stand alone at 22; c must displace: b + c + d is 20, a + c is 19. So c loses 2.
    let asked = portfolio(&LINES, vec![budget(9.0)]);
    let best = means(&solver).solve(&asked, None).unwrap();
    assert_eq!(ids(&asked, best.choice.as_ref()), ["a", "b"]);
    let why = why_not(&asked, means(&solver), &best, 2).unwrap();
    assert!((why.loss.unwrap() - 2.0).abs() < 1e-9, "{why:?}");
    assert_eq!((why.leaves, why.comes, why.proved), (vec![0], vec![3], true));
    // Without a: b + c + d, 20. So a is worth 2.
    let rest = left_out(&asked, means(&solver), 0).unwrap();
    assert!((worth(&asked, &best, &rest).unwrap() - 2.0).abs() < 1e-9);
}

#[test]
fn what_can_never_come_in_names_the_limits_that_keep_it_out() {
    let solver = Solvers;
    let mut limits = vec![budget(4.5)];
    limits.push((
        "at most 100 jobs",
        LimitRule::Measure { measure: Measure::Jobs, scope: Scope::default(), year: None, bound: Bound::AtMost(100.0) },
    ));
    let asked = portfolio(&LINES, limits);
    let best = means(&solver).solve(&asked, None).unwrap();
    // a costs 5 of 4.5 million: only the budget stands against it.
    let why = why_not(&asked, means(&solver), &best, 0).unwrap();
    let kept_out = why.kept_out.unwrap();
    assert_eq!(kept_out.limits.iter().map(|clash| clash.limit).collect::<Vec<_>>(), [0]);
    assert!((kept_out.limits[0].gives.unwrap() - 0.5).abs() < 1e-6 && kept_out.smallest);
}

#[test]
fn contradicting_limits_are_found_and_no_others() {
    let solver = Solvers;
    let at_least = |jobs: f64| LimitRule::Measure {
        measure: Measure::Jobs,
        scope: Scope::default(),
        year: None,
        bound: Bound::AtLeast(jobs),
    };
    let count = LimitRule::Exclusion { candidates: vec![0, 1, 2, 3], most: 3.0 };
    let limits = vec![("no more than three", count), budget(6.0), ("at least 150 jobs", at_least(150.0))];
    let asked = portfolio(&LINES, limits);
    assert!(means(&solver).solve(&asked, None).unwrap().infeasible());
    let found = conflict(&asked, means(&solver)).unwrap();
    // 150 jobs need b, c and d (160) and 9 million euro; three projects are allowed.
    assert_eq!(found.limits.iter().map(|clash| clash.limit).collect::<Vec<_>>(), [1, 2]);
    assert!(found.smallest);
    assert!((found.limits[0].gives.unwrap() - 3.0).abs() < 1e-6, "{found:?}");
    // With 6 million b and d (130 jobs) are the most: 20 jobs less.
    assert!((found.limits[1].gives.unwrap() - 20.0).abs() < 1e-6, "{found:?}");
}

#[test]
fn the_front_of_value_and_jobs_is_the_one_that_enumeration_finds() {
    let solver = Solvers;
    let asked = portfolio(&LINES, vec![budget(9.0)]);
    let aims = [Measure::Npv, Measure::Jobs].map(|measure| Aim { measure, sense: Sense::Maximise });
    let found = front(&asked, means(&solver), aims, 40).unwrap();
    // Sets within 9 million that no other beats: {a,b} 22/50, {b,c,d} 20/160. {a,b} is best in value.
    let mut expected: Vec<(f64, f64)> = Vec::new();
    for set in 0u32..16 {
        let of = |at: usize| if set >> at & 1 == 1 { LINES[at] } else { ("", 0.0, 0.0, 0.0) };
        let lines: Vec<Line> = (0..4).map(of).collect();
        let sum = |which: fn(&Line) -> f64| lines.iter().map(which).sum::<f64>();
        if sum(|line| line.2) <= 9.0 {
            expected.push((sum(|line| line.1), sum(|line| line.3)));
        }
    }
    let beaten = |one: &(f64, f64)| expected.iter().any(|other| other != one && other.0 >= one.0 && other.1 >= one.1);
    let mut best: Vec<(f64, f64)> = expected.iter().filter(|one| !beaten(one)).copied().collect();
    best.sort_by(|one, other| other.0.total_cmp(&one.0));
    best.dedup();
    let points: Vec<(f64, f64)> = found.points.iter().map(|point| (point.first, point.second)).collect();
    assert_eq!(points.len(), best.len(), "{points:?} {best:?}");
    for (point, expected) in points.iter().zip(&best) {
        assert!((point.0 - expected.0).abs() < 1e-6 && (point.1 - expected.1).abs() < 1e-6, "{points:?} {best:?}");
    }
    assert!(found.complete);
}

#[test]
fn near_sets_come_in_order_and_end() {
    let solver = Solvers;
    let asked = portfolio(&LINES, vec![budget(10.0)]);
    let best = means(&solver).solve(&asked, None).unwrap();
    let found = near(&asked, means(&solver), &best, 0.1, 10).unwrap();
    // 22 twice, 20 is worse by a tenth of 22 = 2.2: three sets of 20 or more ({b,c,d} 20, {a,c} 19 is too far).
    let objectives: Vec<f64> = found.sets.iter().map(|set| set.objective.round()).collect();
    assert_eq!(objectives, [22.0, 22.0, 20.0]);
    assert!(found.complete);
    let fewer = near(&asked, means(&solver), &best, 0.1, 2).unwrap();
    assert!(fewer.sets.len() == 2 && !fewer.complete);
}

#[test]
fn over_draws_the_safe_set_wins_in_the_worst_and_in_regret() {
    let solver = Solvers;
    let asked = portfolio(&[("bold", 12.0, 5.0, 1.0), ("safe", 10.0, 5.0, 1.0)], vec![budget(5.0)]);
    let base = means(&solver).solve(&asked, None).unwrap();
    assert_eq!(ids(&asked, base.choice.as_ref()), ["bold"]);
    // In one draw of two the bold one loses 20.
    let world = |bold: f64| World { npv: vec![bold, 0.0], output: vec![1.0, 1.0] };
    let drawn = [world(2.0), world(-20.0)];
    let views = [View::Expected, View::Worst(0.5), View::Regret];
    let found = robust(&asked, means(&solver), &base, &drawn, &views).unwrap();
    let [base, expected, worst, regret] = &found.choices[..] else { panic!("four choices") };
    // bold: 14 and -8, mean 3; safe: 10 and 10.
    assert!((base.expected - 3.0).abs() < 1e-9 && (base.regret - 18.0).abs() < 1e-9);
    for safe in [expected, worst, regret] {
        assert_eq!(ids(&asked, safe.solved.choice.as_ref()), ["safe"]);
        assert!((safe.expected - 10.0).abs() < 1e-9 && (safe.regret - 4.0).abs() < 1e-9, "{safe:?}");
    }
    assert!((worst.solved.objective - 10.0).abs() < 1e-6 && (regret.solved.objective - 4.0).abs() < 1e-6);
    assert_eq!(found.stands, [0.5, 0.5]);
    // Draws stay within the limits of the figures and do not depend on their number.
    let many = worlds(&asked, 500, 7);
    assert!(many.iter().all(|world| world.npv.iter().all(|change| change.abs() <= 5.0 + 1e-12)));
    assert_eq!(many[..20], worlds(&asked, 20, 7)[..]);
}
