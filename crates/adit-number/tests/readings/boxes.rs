//! Bounds hold: what is computed from points of a box lies inside the bounds of the box.

use adit_number::{Bounds, Certainty, Fact, Real, Transcendental};
use proptest::prelude::*;

use crate::formulas::{cases, moved};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn points_of_a_box_stay_inside((formula, facts) in cases(), inside in prop::collection::vec(0.0..=1.0, 8)) {
        let bounds = formula.bounds(&facts);
        prop_assert!(bounds.contains(formula.value(&facts)), "{formula:?} {bounds:?}");
        for shift in 0..inside.len() {
            let mut inside = inside.clone();
            inside.rotate_left(shift);
            let value = formula.value(&moved(&facts, &inside));
            prop_assert!(bounds.contains(value), "{formula:?} {value} outside {bounds:?}");
        }
    }

    #[test]
    fn corners_of_a_box_stay_inside((formula, facts) in cases(), corner in any::<u64>()) {
        let ends: Vec<f64> = (0..facts.len()).map(|bit| ((corner >> (bit % 64)) & 1) as f64).collect();
        let value = formula.value(&moved(&facts, &ends));
        prop_assert!(formula.bounds(&facts).contains(value));
    }

    #[test]
    fn a_smaller_box_has_bounds_inside((formula, facts) in cases(), cut in 0.0..=1.0f64) {
        let narrow: Vec<_> = facts.iter().map(|fact| {
            let low = fact.low + (fact.value - fact.low) * cut;
            let high = fact.high - (fact.high - fact.value) * cut;
            Fact { low: low.min(fact.value), high: high.max(fact.value), ..*fact }
        }).collect();
        prop_assert!(formula.bounds(&facts).encloses(&formula.bounds(&narrow)));
    }

    #[test]
    fn each_operation_holds_its_points(
        (a, b, w) in (any_box(), any_box(), any_box()), (x, y, z) in (0.0..=1.0, 0.0..=1.0, 0.0..=1.0),
    ) {
        let (p, q, r) = (inside(a, x), inside(b, y), inside(w, z));
        let pairs = [
            (a + b, p + q), (a - b, p - q), (a * b, p * q), (a / b, p / q), (-a, -p),
            (a.square(), p.square()), (a.larger(b), p.larger(q)), (a.smaller(b), p.smaller(q)),
            (a.part_of(b), p.part_of(q)), (a.mix(b, w), p.mix(q, r)), (a.exp(), Transcendental::exp(p)),
        ];
        for (at, (bounds, value)) in pairs.into_iter().enumerate() {
            prop_assert!(value.is_nan() || bounds.contains(value), "operation {at}: {value:e} outside {bounds:?}");
        }
        if p > 0.0 {
            prop_assert!(a.ln().contains(Transcendental::ln(p)));
            prop_assert!(a.sqrt().contains(p.sqrt()));
            prop_assert!(a.powf(0.37).contains(Transcendental::powf(p, 0.37)));
            prop_assert!(a.powf(-2.5).contains(Transcendental::powf(p, -2.5)));
        }
    }

    #[test]
    fn a_certain_comparison_holds_for_every_point((a, b) in (any_box(), any_box()), x in 0.0..=1.0, y in 0.0..=1.0) {
        let holds = inside(a, x) >= inside(b, y);
        match a.at_least(b) {
            Certainty::Yes => prop_assert!(holds),
            Certainty::No => prop_assert!(!holds),
            Certainty::Either => prop_assert!(a.meets(&b)),
        }
    }
}

/// Boxes of all sizes around numbers of all sizes, zero and infinite ends included.
fn any_box() -> impl Strategy<Value = Bounds> {
    let end = prop_oneof![
        4 => -5.0..5.0f64,
        2 => any::<f64>().prop_filter("a number", |x| !x.is_nan()),
        1 => prop::sample::select(vec![0.0, -0.0, 1.0, -1.0, 1e-320, -1e-320, f64::MAX, f64::INFINITY, f64::NEG_INFINITY]),
    ];
    let near = end.clone().prop_map(|x| Bounds::new(x, x + x.abs() * 1e-12));
    prop_oneof![(end.clone(), end).prop_map(|(a, b)| Bounds::new(a, b)), near]
        .prop_filter("more than a point at infinity", |b| b.lo() < f64::INFINITY && b.hi() > f64::NEG_INFINITY)
}

/// A finite point of a box.
fn inside(b: Bounds, at: f64) -> f64 {
    let (lo, hi) = (b.lo().max(-f64::MAX), b.hi().min(f64::MAX));
    (lo * (1.0 - at) + hi * at).clamp(lo, hi)
}

#[test]
fn ends_are_ordered_and_nan_limits_nothing() {
    assert_eq!(Bounds::new(2.0, 1.0), Bounds::new(1.0, 2.0));
    assert_eq!(Bounds::new(f64::NAN, 1.0), Bounds::EVERYTHING);
    assert_eq!(Bounds::point(f64::NAN), Bounds::EVERYTHING);
    assert!(!Bounds::EVERYTHING.contains(f64::NAN));
}

#[test]
fn nothing_times_everything_is_nothing() {
    assert_eq!(Bounds::point(0.0) * Bounds::EVERYTHING, Bounds::point(0.0));
    assert_eq!(Bounds::EVERYTHING * Bounds::point(0.0), Bounds::point(0.0));
    assert_eq!(Bounds::point(1.0) / Bounds::new(-1.0, 1.0), Bounds::EVERYTHING);
    assert_eq!(Bounds::point(0.0) / Bounds::point(0.0), Bounds::EVERYTHING);
    assert_eq!(Bounds::EVERYTHING - Bounds::EVERYTHING, Bounds::EVERYTHING);
}

#[test]
fn exact_operations_stay_points_and_others_move_one_step() {
    let share = Bounds::point(0.3);
    assert_eq!(share + Bounds::point(0.0), share);
    assert_eq!(share * Bounds::point(1.0), share);
    assert_eq!(Bounds::point(1.0) - Bounds::point(1.0), Bounds::point(0.0));
    let product = share * Bounds::point(0.7);
    assert_eq!((product.lo(), product.hi()), ((0.3f64 * 0.7).next_down(), (0.3f64 * 0.7).next_up()));
}

#[test]
fn what_cannot_be_negative_never_looks_so() {
    let tiny = Bounds::new(0.0, 1e-300);
    assert_eq!((tiny * tiny).lo(), 0.0);
    assert_eq!((tiny.square() / Bounds::new(2.0, 3.0)).lo(), 0.0);
    assert_eq!(Bounds::new(1e-320, 1.0).square().lo(), 0.0);
    assert_eq!(Bounds::new(0.0, 0.4).mix(Bounds::new(0.0, 0.2), Bounds::new(0.0, 0.5)).lo(), 0.0);
    assert_eq!(Bounds::new(0.0, 0.4).part_of(Bounds::new(0.0, 1.0)).lo(), 0.0);
    assert_eq!(Bounds::new(-0.4, 0.0).part_of(Bounds::new(0.0, 1.0)), Bounds::point(0.0));
}

/// The figures of the balance imports 90..110 less exports 40..60 against production 40..60: net imports 30..70. As
/// written the input stands twice and the bounds are too wide; `part_of` names it once and gives the exact range.
#[test]
fn naming_an_input_once_gives_the_exact_range() {
    let (net, production) = (Bounds::new(30.0, 70.0), Bounds::new(40.0, 60.0));
    let exact = net.part_of(production);
    assert!((exact.lo() - 30.0 / 90.0).abs() < 1e-15 && (exact.hi() - 70.0 / 110.0).abs() < 1e-15);
    let written_out = net / (net + production);
    assert!((written_out.lo() - 30.0 / 130.0).abs() < 1e-15 && (written_out.hi() - 70.0 / 70.0).abs() < 1e-15);
    // A weight named twice: 2 mixed with 3 by 0.3..0.9 is 2.3..2.9; written out it is 0.2 + 0.9 .. 1.4 + 2.7.
    let weight = Bounds::new(0.3, 0.9);
    let mixed = Bounds::point(2.0).mix(Bounds::point(3.0), weight);
    assert!((mixed.lo() - 2.3).abs() < 1e-14 && (mixed.hi() - 2.9).abs() < 1e-14);
    let square = Bounds::new(-1.0, 2.0).square();
    assert_eq!((square.lo(), square.hi()), (0.0, 4.0f64.next_up()));
}

#[test]
fn an_undecided_branch_gives_both_sides() {
    let reliance = Bounds::new(-0.05, 0.05);
    let zero = Bounds::exact(0.0);
    let either = reliance.at_least(zero);
    assert_eq!(either, Certainty::Either);
    assert_eq!(Bounds::choose(either, Bounds::point(3.0), Bounds::point(-1.0)), Bounds::new(-1.0, 3.0));
}

#[test]
fn touching_boxes_are_decided_only_where_all_points_agree() {
    let (below, above) = (Bounds::new(0.0, 1.0), Bounds::new(1.0, 2.0));
    assert_eq!(above.at_least(below), Certainty::Yes);
    assert_eq!(below.at_least(above), Certainty::Either, "1 is at least 1");
    assert_eq!(Bounds::new(0.0, 0.9).at_least(above), Certainty::No);
}

#[test]
fn boxes_meet_intersect_and_join() {
    let (left, right, far) = (Bounds::new(0.0, 2.0), Bounds::new(1.0, 3.0), Bounds::new(5.0, 6.0));
    assert!(left.meets(&right) && !left.meets(&far) && left.meets(&Bounds::point(2.0)));
    assert_eq!(left.intersect(right), Some(Bounds::new(1.0, 2.0)));
    assert_eq!(left.intersect(far), None);
    assert_eq!(left.hull(far), Bounds::new(0.0, 6.0));
    assert!(left.hull(far).encloses(&right) && !right.encloses(&left));
    assert_eq!(left.width(), 2.0);
}
