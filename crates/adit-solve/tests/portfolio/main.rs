//! Portfolios with the solver that the binary uses: against enumeration, within limits of time, without an answer.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "small counts"
)]

mod generated;

use adit_model::choose::portfolio::{
    Answer, Bound, Choice, Limit, LimitRule, Measure, Pick, Portfolio, Scope, check, mps, programme, solve, start,
    strengthen, thrifty,
};
use adit_model::problem::{MixedOptions, MixedStatus, Solver};
use adit_solve::Solvers;

use generated::{Size, portfolio};

const SMALL: Size = Size { projects: 5, materials: 2, years: 5, regions: 2, starts: 2, unaided: true };
const MIDDLE: Size = Size { projects: 30, materials: 6, years: 8, regions: 3, starts: 3, unaided: true };

fn options() -> MixedOptions {
    MixedOptions { seconds: 60.0, gap: 1e-9, seed: 1 }
}

/// Every choice of a small portfolio, by brute force: its best objective, `None` where nothing is sound.
fn enumerated(portfolio: &Portfolio) -> Option<f64> {
    let mut best: Option<f64> = None;
    let ways: Vec<usize> = portfolio.candidates.iter().map(|candidate| candidate.courses.len() + 1).collect();
    let mut at = vec![0; ways.len()];
    loop {
        let picks = at.iter().enumerate().filter(|(_, way)| **way > 0);
        let picks = picks.map(|(candidate, way)| Pick { candidate, course: way - 1, size: 1.0 }).collect();
        let checked = check(portfolio, &Choice { picks }, None);
        if checked.breaches.is_empty()
            && best.is_none_or(|best| portfolio.objective.sense.better(checked.objective, best))
        {
            best = Some(checked.objective);
        }
        // The next one, as a number with digits of different sizes.
        let Some(place) = (0..ways.len()).find(|place| at[*place] + 1 < ways[*place]) else { return best };
        at[place] += 1;
        at[..place].fill(0);
    }
}

#[test]
fn small_portfolios_have_the_optimum_of_enumeration() {
    for seed in 0..24 {
        let small = portfolio(SMALL, seed);
        let answer = solve(&small, &Solvers, options(), None).unwrap();
        let best = enumerated(&small);
        match best {
            None => assert_eq!(answer.status, MixedStatus::Infeasible, "seed {seed}"),
            Some(best) => {
                assert_eq!(answer.status, MixedStatus::Optimal, "seed {seed}");
                assert!(answer.sound(), "seed {seed}: {:?}", answer.checked);
                let near = |value: f64| (value - best).abs() <= 1e-6 * best.abs().max(1.0);
                assert!(near(answer.objective) && near(answer.bound), "seed {seed}: {answer:?}, best {best}");
                let checked = answer.checked.unwrap().objective;
                assert!(near(checked), "seed {seed}: {checked}");
            }
        }
    }
}

#[test]
fn strengthening_changes_no_optimum() {
    for seed in 0..6 {
        let middle = portfolio(MIDDLE, seed);
        let plain = programme(&middle, None);
        let mut strong = plain.clone();
        strengthen(&middle, &mut strong);
        let [one, other] = [&plain, &strong].map(|built| Solvers.mixed(&built.mixed, options()).unwrap());
        assert_eq!((one.status, other.status), (MixedStatus::Optimal, MixedStatus::Optimal), "seed {seed}");
        assert!((one.objective - other.objective).abs() <= 1e-5 * one.objective.abs().max(1.0), "seed {seed}");
    }
}

#[test]
fn a_start_is_sound_and_near_the_best() {
    for seed in 0..6 {
        let middle = portfolio(MIDDLE, seed);
        let built = programme(&middle, None);
        let found = start(&middle, &built, None, 1).expect("nothing has to be chosen");
        let checked = check(&middle, &found, None);
        assert!(checked.breaches.is_empty(), "seed {seed}: {:?}", checked.breaches);
        assert_eq!(built.mixed.broken(&built.values(&middle, &found), 1e-6), Vec::<&str>::new(), "seed {seed}");
        let best = Solvers.mixed(&built.mixed, options()).unwrap().objective;
        assert!(checked.objective >= 0.9 * best, "seed {seed}: {} of {best}", checked.objective);
        assert_eq!(start(&middle, &built, None, 1), Some(found), "seed {seed}: twice the same");
    }
}

#[test]
fn what_cannot_be_is_infeasible() {
    let mut small = portfolio(SMALL, 1);
    let both = [LimitRule::Include(0), LimitRule::Exclude(0)];
    small.limits.extend(both.map(|rule| Limit { name: "both".to_owned(), rule, at: (0, 0) }));
    let answer = solve(&small, &Solvers, options(), None).unwrap();
    assert_eq!((answer.status, answer.choice), (MixedStatus::Infeasible, None));
}

#[test]
fn without_time_there_is_a_sound_answer_with_its_gap() {
    let middle = portfolio(MIDDLE, 2);
    let hurried = MixedOptions { seconds: 0.0, ..options() };
    let answer = solve(&middle, &Solvers, hurried, None).unwrap();
    assert_eq!(answer.status, MixedStatus::TimeLimit);
    assert!(answer.sound() && answer.objective > 0.0 && answer.bound >= answer.objective && answer.gap > 0.0);
}

#[test]
fn a_choice_from_before_is_mended_and_kept() {
    let middle = portfolio(MIDDLE, 3);
    let before = solve(&middle, &Solvers, options(), None).unwrap();
    let mut tighter = middle.clone();
    for limit in &mut tighter.limits {
        if let LimitRule::Budget { most, .. } = &mut limit.rule {
            *most *= 0.7;
        }
    }
    let built = programme(&tighter, None);
    let mended = start(&tighter, &built, before.choice.as_ref(), 1).unwrap();
    assert!(check(&tighter, &mended, None).breaches.is_empty());
    let answer = solve(&tighter, &Solvers, options(), before.choice.as_ref()).unwrap();
    assert!(answer.sound() && answer.objective <= before.objective + 1e-6);
}

#[test]
fn sizes_are_chosen_within_their_bounds() {
    let mut middle = portfolio(MIDDLE, 4);
    for candidate in &mut middle.candidates {
        candidate.least = 0.3;
    }
    let answer = solve(&middle, &Solvers, options(), None).unwrap();
    assert!(answer.sound(), "{:?}", answer.checked);
    let whole = solve(&portfolio(MIDDLE, 4), &Solvers, options(), None).unwrap();
    assert!(answer.objective >= whole.objective - 1e-6, "a choice of whole projects is one of sizes");
    assert!(answer.choice.unwrap().picks.iter().any(|pick| pick.size < 1.0), "some project is not built in full");
}

#[test]
fn the_check_sees_what_is_broken() {
    let mut small = portfolio(SMALL, 5);
    let picks = vec![Pick { candidate: 0, course: 0, size: 1.0 }];
    let rule =
        LimitRule::Measure { measure: Measure::Capex, scope: Scope::default(), year: None, bound: Bound::AtMost(1.0) };
    small.limits = vec![Limit { name: "capex".to_owned(), rule, at: (0, 0) }];
    let checked = check(&small, &Choice { picks: picks.clone() }, None);
    assert_eq!(checked.breaches.len(), 1);
    assert!(checked.breaches[0].says.starts_with("capex: "), "{:?}", checked.breaches);
    let twice = [picks.clone(), picks].concat();
    assert!(!check(&small, &Choice { picks: twice }, None).breaches.is_empty());
    let large = vec![Pick { candidate: 0, course: 0, size: 2.0 }];
    assert!(!check(&small, &Choice { picks: large }, None).breaches.is_empty());
}

/// The written model of this portfolio was read back and solved by another program: highspy 1.16.0 (`Highs.readModel`,
/// gap 1e-9) on 2026-11-23 found 84 columns, 75 rows and the optimum below. If the text changes, read it again.
#[test]
fn a_written_model_is_read_by_others_as_it_is_meant() {
    let size = Size { projects: 12, materials: 4, years: 6, regions: 2, starts: 2, unaided: true };
    let seven = portfolio(size, 7);
    let built = programme(&seven, None);
    let text = mps(&built.mixed, &seven.id);
    assert_eq!(adit_number::stable_key(&text), KEY_OF_THE_TEXT, "the text is another than the one that was read");
    assert_eq!((built.mixed.columns.len(), built.mixed.rows.len()), (84, 75));
    let answer = solve(&seven, &Solvers, options(), None).unwrap();
    assert!((answer.objective - 38.008_790_760).abs() < 1e-6, "{}", answer.objective);
}

/// `stable_key` of the text that was read.
const KEY_OF_THE_TEXT: u64 = 14_548_377_001_700_134_860;

/// Of the best choices the cheapest: what brings nothing is left out, and what is as good unaided is not paid for.
#[test]
fn the_thriftiest_of_the_best_is_as_good_costs_no_more_and_holds_nothing_idle() {
    for seed in 1..=6 {
        let portfolio = portfolio(Size { projects: 9, materials: 3, regions: 3, ..SMALL }, seed);
        let best = solve(&portfolio, &Solvers, options(), None).unwrap();
        let thrift = thrifty(&portfolio, &Solvers, options(), best.clone()).unwrap();
        assert!(thrift.sound(), "{:?}", thrift.checked);
        assert!((thrift.objective - best.objective).abs() <= 1e-6 * best.objective.abs().max(1.0), "seed {seed}");
        let picks = |answer: &Answer| answer.choice.as_ref().unwrap().picks.clone();
        let public = |answer: &Answer| -> f64 {
            picks(answer).iter().map(|pick| portfolio.candidates[pick.candidate].courses[pick.course].public()).sum()
        };
        assert!(public(&thrift) <= public(&best) + 1e-9, "seed {seed}");
        for idle in picks(&thrift) {
            let fewer = Choice { picks: picks(&thrift).into_iter().filter(|pick| *pick != idle).collect() };
            let checked = check(&portfolio, &fewer, None);
            assert!(!checked.breaches.is_empty() || checked.objective < thrift.objective - 1e-9, "{seed}: {idle:?}");
        }
    }
}
