//! What acceptability costs: one stakeholder of 10 000 weight vectors, a thousand of them, and beside them the arithmetic of
//! the utilities alone. `scripts/peers.sh weigh` runs numpy beside it.

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]

use adit_model::choose::weigh::{Scores, Weights};
use adit_number::uniform;

fn main() {
    divan::main();
}

/// Alternatives and criteria of all cases, and vectors of a stakeholder.
const ALTERNATIVES: usize = 100;
const CRITERIA: usize = 12;
const VECTORS: usize = 10_000;

fn scores() -> Scores {
    let values = (0..(ALTERNATIVES * CRITERIA) as u64).map(|at| uniform(7, at, 1)).collect();
    Scores::new(CRITERIA, values).expect("sound scores")
}

/// Evenly spread over the simplex.
fn weights(stakeholder: u64) -> Weights {
    let value = |at: u64| -uniform(8, at, stakeholder).ln();
    Weights::new(CRITERIA, (0..(VECTORS * CRITERIA) as u64).map(value).collect()).expect("sound weights")
}

mod asked {
    use adit_model::choose::weigh::{Kernel, Wanted};
    use divan::black_box;

    use super::{scores, weights};

    #[divan::bench]
    fn one_stakeholder(bencher: divan::Bencher) {
        let (scores, weights) = (scores(), weights(0));
        bencher.bench_local(|| Kernel::new(&scores).accept(black_box(&weights), Wanted::Ranks));
    }

    #[divan::bench]
    fn one_stakeholder_with_pairs(bencher: divan::Bencher) {
        let (scores, weights) = (scores(), weights(0));
        bencher.bench_local(|| Kernel::new(&scores).accept(black_box(&weights), Wanted::Pairs));
    }

    /// Fifty sets of weights, twenty times over: a thousand would be a gigabyte of numbers.
    #[divan::bench(sample_count = 5, sample_size = 1)]
    fn a_thousand_stakeholders(bencher: divan::Bencher) {
        let scores = scores();
        let sets: Vec<_> = (0..50).map(weights).collect();
        let stakeholders: Vec<_> = (0..1_000).map(|at| &sets[at % sets.len()]).collect();
        bencher.bench_local(|| Kernel::new(&scores).accept_each(black_box(&stakeholders), Wanted::Ranks));
    }
}

mod limits {
    use divan::black_box;

    use super::{ALTERNATIVES, scores, weights};

    /// The utilities of one stakeholder in f64, one after the other, on one thread.
    #[divan::bench]
    fn utilities_alone(bencher: divan::Bencher) {
        let (scores, weights) = (scores(), weights(0));
        bencher.bench_local(|| {
            let mut sum = 0.0;
            for vector in black_box(&weights).vectors() {
                for i in 0..ALTERNATIVES {
                    sum += scores.of(i).iter().zip(vector).map(|(score, weight)| score * weight).sum::<f64>();
                }
            }
            sum
        });
    }
}
