//! What it costs to find the groups of opinion in a large vote: 2 000 participants, each with about 25 of 100 statements,
//! with a hundred resamples for the stability of the groups.

#![expect(clippy::expect_used, reason = "a bench without its data has nothing to measure")]

use adit_model::understand::{Vote, Votes, find, tell};
use adit_number::uniform;
use divan::black_box;

fn main() {
    divan::main();
}

const PEOPLE: u64 = 2_000;
const STATEMENTS: u64 = 100;

/// Three camps that agree with every third statement of their own, with a fifth of the votes at random.
fn votes() -> Vec<Vote> {
    let mut votes = Vec::new();
    for person in 0..PEOPLE {
        for statement in 0..STATEMENTS {
            let at = person * STATEMENTS + statement;
            if uniform(1, at, 1) < 0.25 {
                let own = person % 3 == statement % 3;
                let strays = uniform(1, at, 2) < 0.2;
                let value = if own == strays { -1 } else { 1 };
                votes.push(Vote { participant: format!("{person:04}"), statement: format!("{statement:03}"), value });
            }
        }
    }
    votes
}

#[divan::bench]
fn group_and_tell(bencher: divan::Bencher) {
    let votes = votes();
    bencher.bench_local(|| {
        let votes = Votes::of(black_box(&votes)).expect("sound votes");
        let opinion = find(&votes);
        (tell(&votes, &opinion), opinion.groups.expect("three camps"))
    });
}
