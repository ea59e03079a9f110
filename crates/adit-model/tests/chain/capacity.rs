//! What the Union can make at a step: plants against output, what is withheld, what stands still.

use adit_model::chain::capacity::{Basis, Line, LineOf, Names, Standing, known};
use adit_model::workings::{Worked, Workings};
use adit_number::Ranged;

use super::made_up::datum;

fn names() -> Names {
    Names { path: "tungsten/processing".to_owned(), words: "tungsten, processing".to_owned() }
}

fn plant(tonnes: f64) -> Standing {
    Standing {
        fact: datum(tonnes),
        tonnes: Ranged::new(tonnes, 0.9 * tonnes, 1.1 * tonnes),
        is_capacity: true,
        operating: true,
    }
}

fn line(of: LineOf, tonnes: f64) -> Line {
    Line { of, fact: datum(tonnes) }
}

fn found(plants: &[Standing], lines: &[Line]) -> Option<(Worked, Basis)> {
    known(&names(), plants, lines, &mut Workings::default())
}

fn figures(found: Option<(Worked, Basis)>) -> ([f64; 3], Basis) {
    let (made, basis) = found.unwrap();
    ([made.value(), made.number.low(), made.number.high()].map(|tonnes| (tonnes * 1e6).round() / 1e6), basis)
}

#[test]
fn plants_with_stated_capacities_above_output_are_the_capacity() {
    let lines = [line(LineOf::Member, 120.0), line(LineOf::World, 1000.0)];
    let found = found(&[plant(100.0), plant(50.0)], &lines);
    assert_eq!(figures(found), ([150.0, 135.0, 165.0], Basis::Capacity));
}

#[test]
fn a_list_of_plants_that_makes_less_than_the_output_is_not_complete() {
    let lines = [line(LineOf::Member, 400.0), line(LineOf::World, 1000.0)];
    assert_eq!(figures(found(&[plant(100.0)], &lines)), ([400.0, 400.0, f64::INFINITY], Basis::Output));
}

#[test]
fn a_plant_known_by_its_output_only_makes_a_lower_bound() {
    let output = Standing { is_capacity: false, ..plant(50.0) };
    assert_eq!(figures(found(&[plant(100.0), output], &[])), ([150.0, 135.0, f64::INFINITY], Basis::Output));
}

#[test]
fn a_paused_plant_is_in_the_upper_end_alone() {
    let paused = Standing { operating: false, ..plant(40.0) };
    assert_eq!(figures(found(&[plant(100.0), paused.clone()], &[])), ([100.0, 90.0, 110.0 + 44.0], Basis::Capacity));
    assert_eq!(figures(found(&[paused], &[])), ([0.0, 0.0, 44.0], Basis::Capacity));
}

#[test]
fn a_paused_plant_of_unknown_capacity_does_not_make_the_others_a_bound() {
    let paused = Standing { operating: false, is_capacity: false, ..plant(40.0) };
    assert_eq!(figures(found(&[plant(100.0), paused], &[])).1, Basis::Capacity);
}

#[test]
fn output_is_a_lower_bound_and_never_capacity() {
    let lines = [line(LineOf::Member, 300.0), line(LineOf::Member, 20.0), line(LineOf::World, 320.0)];
    assert_eq!(figures(found(&[], &lines)), ([320.0, 320.0, f64::INFINITY], Basis::Output));
}

#[test]
fn nothing_is_known_to_be_made_only_where_the_world_is_exhausted() {
    let others_make_all = [line(LineOf::Outside, 600.0), line(LineOf::Outside, 400.0), line(LineOf::World, 1000.0)];
    assert_eq!(figures(found(&[], &others_make_all)), ([0.0, 0.0, 0.0], Basis::Zero));
    let something_is_left = [line(LineOf::Outside, 600.0), line(LineOf::World, 1000.0)];
    assert_eq!(found(&[], &something_is_left), None);
    let a_line_for_others = [line(LineOf::Outside, 990.0), line(LineOf::Others, 10.0), line(LineOf::World, 1000.0)];
    assert_eq!(found(&[], &a_line_for_others), None, "a country that the source does not name is not zero");
    let no_total = [line(LineOf::Outside, 1000.0)];
    assert_eq!(found(&[], &no_total), None);
    assert_eq!(found(&[], &[]), None);
}

#[test]
fn rounding_of_the_world_total_hides_no_producer() {
    let lines = [line(LineOf::Outside, 995.0), line(LineOf::World, 1000.0)];
    assert_eq!(figures(found(&[], &lines)).1, Basis::Zero);
}

#[test]
fn what_the_line_of_others_may_hide_is_in_the_upper_end() {
    let mut workings = Workings::default();
    let lines = [line(LineOf::Member, 100.0), line(LineOf::Others, 30.0), line(LineOf::World, 1000.0)];
    known(&names(), &[], &lines, &mut workings);
    let output = workings.get("chain.output/tungsten/processing").unwrap().number;
    assert_eq!((output.value, output.low()), (100.0, 100.0));
    assert!((output.high() - 130.0).abs() < 1e-9);
}
