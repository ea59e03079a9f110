//! A start solution of our own, before the solver runs: greedy by what a candidate brings for what it takes, then large
//! neighbourhoods: a few candidates are taken out and the room is filled again (P. Shaw 1998,
//! <https://doi.org/10.1007/3-540-49481-2_30>). Deterministic: a number of rounds, never a time.

use adit_number::uniform;

use super::candidates::{Choice, Pick, Portfolio};
use super::programme::Programme;

mod state;

use state::State;

/// Rounds of the search for a hundred candidates; more candidates get fewer, so that time stays about the same.
const ROUNDS: usize = 1_500;

/// Rounds without a better choice after which the search begins again from the best.
const PATIENCE: u32 = 60;

/// Finds a choice that meets all rows, from another choice where there is one; `None` where none was found.
pub fn start(portfolio: &Portfolio, programme: &Programme, before: Option<&Choice>, seed: u64) -> Option<Choice> {
    let mut state = State::new(portfolio, programme);
    if let Some(before) = before {
        state.take(&before.picks.iter().map(|pick| (pick.candidate, pick.course)).collect::<Vec<_>>());
        state.repair();
    }
    // First as if shares of places were no matter, then mended, then filled again with all rows strict.
    state.fill(None, false);
    state.repair();
    state.fill(None, true);
    let mut best = state.snapshot();
    let count = portfolio.candidates.len().max(1);
    let rounds = (ROUNDS * 100 / count.max(100)).max(50);
    let mut since = 0;
    for round in 0..rounds as u64 {
        let draw = |which: u64| uniform(seed, round, which);
        let size = 1 + whole(draw(0), 7.min(count));
        state.destroy(size, &draw);
        if round % 3 == 0 {
            state.fill(Some(&draw), false);
            state.repair();
        }
        state.fill(Some(&draw), true);
        since += 1;
        if state.better_than(&best) {
            best = state.snapshot();
            since = 0;
        } else if since > PATIENCE || !state.close_to(&best) {
            state.restore(&best);
            since = 0;
        }
    }
    best.feasible.then(|| Choice { picks: picks(portfolio, &best.chosen) })
}

/// A whole number below `below` for a draw of 0 to 1.
fn whole(draw: f64, below: usize) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a draw of 0 to 1 times a small number"
    )]
    let at = (draw * below as f64) as usize;
    at.min(below.saturating_sub(1))
}

fn picks(portfolio: &Portfolio, chosen: &[Option<usize>]) -> Vec<Pick> {
    let of = |(candidate, course): (usize, &Option<usize>)| {
        course.map(|course| Pick { candidate, course, size: portfolio.candidates[candidate].most })
    };
    chosen.iter().enumerate().filter_map(of).collect()
}
