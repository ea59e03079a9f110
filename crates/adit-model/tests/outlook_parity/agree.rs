//! Equal to the peers wherever they are right.

use adit_model::outlook::{Flows, InflowAt, run};

use super::fixture::{Case, FIXTURE};

/// Largest difference allowed, relative to the peer's value.
pub const TOLERANCE: f64 = 1e-10;

/// Both peers take early outflow as the difference of two survivals near one; what is smaller than this part of the
/// largest value of its series has lost the digits that it is compared by, and is held to the part itself.
pub const FLOOR: f64 = 1e-6;

/// From this part of the largest value of its series on, little is lost in such a difference.
pub const CLEAR: f64 = 1e-3;

/// What adit makes of a case: inflow, outflow, stock.
pub fn ours(case: &Case) -> [Vec<f64>; 3] {
    let flows = |at: InflowAt| -> Flows {
        run(&case.periods(at), &case.product(), false).unwrap_or_else(|error| panic!("{}: {error}", case.name()))
    };
    let lists = |flows: Flows| [flows.inflow, flows.outflow, flows.stock];
    let Some(points) = case.points else {
        return lists(flows(InflowAt::find(&case.timing).expect("a timing of ours")));
    };
    // Driven by the inflow, everything is linear in the survival: an inflow spread over points of its period is the sum
    // of inflows at them. Gauss-Lobatto weights: two points 1/2, 1/2; three points 1/6, 4/6, 1/6.
    let weights = match points {
        2 => [0.5, 0.0, 0.5],
        3 => [1.0 / 6.0, 4.0 / 6.0, 1.0 / 6.0],
        _ => panic!("{points} points have no map to start, middle and end"),
    };
    let parts = InflowAt::ALL.map(|at| lists(flows(at)));
    [0, 1, 2].map(|list| {
        let value = |t: usize| (0..3).map(|part| weights[part] * parts[part][list][t]).sum();
        (0..case.series().len()).map(value).collect()
    })
}

/// How a case compares.
#[derive(Clone, Copy, Default)]
pub struct Compared {
    /// Largest difference relative to the peer's value (or to the floor).
    pub largest: f64,
    /// The same over values from [`CLEAR`] on.
    pub largest_clear: f64,
    pub values: usize,
    /// Of these, held to the floor.
    pub at_floor: usize,
}

impl Compared {
    pub fn and(self, other: Self) -> Self {
        Self {
            largest: self.largest.max(other.largest),
            largest_clear: self.largest_clear.max(other.largest_clear),
            values: self.values + other.values,
            at_floor: self.at_floor + other.at_floor,
        }
    }
}

/// A list of adit's beside a peer's.
pub fn compare(ours: &[f64], theirs: &[f64]) -> Compared {
    assert_eq!(ours.len(), theirs.len(), "lists of one length");
    let scale = theirs.iter().fold(0.0_f64, |largest, x| largest.max(x.abs()));
    let mut compared = Compared { values: ours.len(), ..Compared::default() };
    for (a, b) in ours.iter().zip(theirs) {
        assert!(a.is_finite() && b.is_finite(), "{a} beside {b}");
        compared.at_floor += usize::from(b.abs() < FLOOR * scale);
        if a != b {
            let difference = (a - b).abs() / b.abs().max(FLOOR * scale);
            compared.largest = compared.largest.max(difference);
            if b.abs() >= CLEAR * scale {
                compared.largest_clear = compared.largest_clear.max(difference);
            }
        }
    }
    compared
}

pub fn compare_case(case: &Case) -> Compared {
    let theirs = [&case.inflow, &case.outflow, &case.stock];
    ours(case)
        .iter()
        .zip(theirs)
        .filter_map(|(ours, theirs)| Some(compare(ours, theirs.as_ref()?)))
        .fold(Compared::default(), Compared::and)
}

#[test]
fn every_run_of_the_peers_is_ours_to_ten_digits() {
    let mut apart = Vec::new();
    for case in &FIXTURE.cases {
        let compared = compare_case(case);
        assert_eq!(compared.values, 2 * case.series().len(), "{}: the two lists that the peer made", case.name());
        if compared.largest > TOLERANCE {
            apart.push(format!("{}: {:.1e}", case.name(), compared.largest));
        }
    }
    assert!(apart.is_empty(), "more than {TOLERANCE} apart:\n{}", apart.join("\n"));
}

/// The fixture holds what the page claims: all kinds, timings and directions of both peers.
#[test]
fn nothing_is_left_out() {
    for peer in ["flodym", "odym"] {
        for kind in KINDS {
            for timing in TIMINGS {
                for direction in DIRECTIONS {
                    assert_eq!(plain(peer, kind, timing, direction).count(), 1, "{peer} {kind} {timing} {direction}");
                }
            }
        }
    }
    let retired = FIXTURE.cases.iter().filter(|case| case.retire);
    for case in retired {
        let inflow = case.inflow.as_ref().expect("driven by the stock");
        let none = inflow.iter().filter(|x| **x == 0.0).count();
        assert!(none >= 5, "{}: the stock falls fast enough for early retirement in {none} years", case.name());
    }
}

/// A comparison that could not fail would prove nothing.
#[test]
fn a_value_that_is_off_in_the_ninth_digit_is_found() {
    let theirs = [1.0, 2.0, 3.0];
    assert!(compare(&theirs, &theirs).largest == 0.0);
    assert!(compare(&[1.0, 2.0, 3.0 * (1.0 + 1e-9)], &theirs).largest > TOLERANCE);
}

pub const KINDS: [&str; 7] = ["fixed", "normal", "folded-normal", "lognormal", "weibull", "gamma", "exponential"];
pub const TIMINGS: [&str; 3] = ["start", "middle", "end"];
pub const DIRECTIONS: [&str; 2] = ["inflow", "stock"];

/// The plain runs of a cell of the table.
pub fn plain(peer: &str, kind: &str, timing: &str, direction: &str) -> impl Iterator<Item = &'static Case> {
    let wanted = [peer, kind, timing, direction].map(str::to_owned);
    FIXTURE.cases.iter().filter(move |case| {
        case.what.is_none()
            && case.series().len() == 40
            && [&case.peer, &case.kind, &case.timing, &case.direction].into_iter().eq(&wanted)
    })
}
