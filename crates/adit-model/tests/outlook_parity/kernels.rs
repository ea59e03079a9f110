//! The fast kernels beside the peers too: what a page shows comes from them. They take outflow as the difference of two
//! stocks, so that values from [`super::agree::CLEAR`] on are held to ten digits.

use adit_model::outlook::InflowAt;
use adit_model::outlook::cohorts::NegativeInflow;
use adit_model::outlook::lanes::{Given, Many, Rows};

use super::agree::{TOLERANCE, compare};
use super::fixture::{Case, FIXTURE, Parameter, lifetime};

/// More than a block of eight, so that a lane beyond the first block is looked at.
const SERIES: usize = 9;

/// What the kernels know: one lifetime for all cohorts and years, nothing in use before.
fn known(case: &Case) -> bool {
    let one_lifetime = case.parameters.values().all(|parameter| matches!(parameter, Parameter::Same(_)));
    one_lifetime && case.factor_by_year.is_none() && case.points.is_none() && case.initial_cohorts.is_empty()
}

#[test]
fn the_kernels_are_the_peers_too() {
    let mut compared = 0;
    for case in FIXTURE.cases.iter().filter(|case| known(case)) {
        let years = case.series().len();
        let lifetimes = vec![lifetime(&case.kind, &case.parameters, 0, 1.0); SERIES];
        let given = if case.direction == "inflow" { Given::Inflow(case.series()) } else { Given::Stock(case.series()) };
        let negative_inflow = if case.retire { NegativeInflow::Retire } else { NegativeInflow::Error };
        let periods = case.periods(InflowAt::find(&case.timing).expect("a timing of ours"));
        let many = Many { periods: &periods, given, lifetimes: &lifetimes, negative_inflow };
        let [mut inflow, mut outflow, mut stock] = [0; 3].map(|_| vec![0.0; SERIES * years]);
        let mut rows = Rows { inflow: &mut inflow, outflow: &mut outflow, stock: &mut stock };
        many.write(&mut rows).unwrap_or_else(|error| panic!("{}: {error}", case.name()));
        for (ours, theirs) in [(&inflow, &case.inflow), (&outflow, &case.outflow), (&stock, &case.stock)] {
            let Some(theirs) = theirs else { continue };
            for series in [0, SERIES - 1] {
                let apart = compare(&ours[series * years..(series + 1) * years], theirs).largest_clear;
                assert!(apart <= TOLERANCE, "{}, series {series}: {apart:.1e}", case.name());
                compared += years;
            }
        }
    }
    assert!(compared > 10_000, "{compared} values");
}
