//! Slopes: against central differences, and their bounds around them.

use adit_number::{AsSlope, AsValue, Bounds, Fact, Reading, Real, Slope, Transcendental};
use proptest::prelude::*;

use crate::formulas::{Formula, cases, moved};

/// The value with one input moved.
fn value_at(formula: Formula, facts: &[Fact], index: usize, x: f64) -> f64 {
    let mut facts = facts.to_vec();
    facts[index] = Fact { value: x, low: x, high: x, ..facts[index] };
    formula.value(&facts)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Away from ties: where the slopes just below and just above differ, a branch lies between, and the difference
    /// across it says nothing.
    #[test]
    fn slopes_are_central_differences((formula, facts) in cases(), pick in any::<prop::sample::Index>()) {
        let index = pick.index(facts.len());
        let x = facts[index].value;
        let step = 1e-6 * x.abs().max(0.01);
        let (below, above) = (value_at(formula, &facts, index, x - step), value_at(formula, &facts, index, x + step));
        let slope_at = |x: f64| {
            let mut facts = facts.clone();
            facts[index].value = x;
            formula.slope(&facts, facts[index].index).eps
        };
        let slope = slope_at(x);
        let size = slope.abs().max(1.0);
        prop_assume!((slope_at(x - step) - slope_at(x + step)).abs() < 1e-3 * size);
        let middle = value_at(formula, &facts, index, x);
        prop_assume!(((above - middle) - (middle - below)).abs() < 1e-3 * step * size);
        let difference = (above - below) / (2.0 * step);
        prop_assert!((difference - slope).abs() <= 1e-3 * size, "{formula:?}: {difference} against {slope}");
    }

    #[test]
    fn bounds_of_a_slope_hold_every_slope((formula, facts) in cases(), inside in prop::collection::vec(0.0..=1.0, 6)) {
        for fact in &facts {
            let bounds = formula.slope_bounds(&facts, fact.index);
            prop_assert!(bounds.re.encloses(&formula.bounds(&facts)) && formula.bounds(&facts).encloses(&bounds.re));
            let slope = formula.slope(&moved(&facts, &inside), fact.index);
            prop_assert!(bounds.re.contains(slope.re));
            prop_assert!(bounds.eps.contains(slope.eps), "{formula:?}: {} outside {:?}", slope.eps, bounds.eps);
        }
    }
}

/// Slopes of the named functions by hand.
#[test]
fn known_slopes() {
    let x = Fact { index: 0, key: 0, value: 2.0, low: 2.0, high: 2.0, sd: 0.0 };
    let slope = AsSlope { inner: AsValue, index: 0 }.read(&x);
    let three = Slope::exact(3.0);
    assert_eq!(slope.square().eps, 4.0);
    assert_eq!(three.mix(slope, slope).eps, 1.0, "3(1-x) + x^2 at 2: -3 + 4");
    assert_eq!(slope.part_of(three).eps, 3.0 / 25.0);
    assert_eq!(three.part_of(slope).eps, -3.0 / 25.0);
    assert_eq!((-slope).part_of(three), Slope { re: 0.0, eps: 0.0 }, "what is negative is no part");
    assert_eq!(slope.larger(three).eps, 0.0);
    assert_eq!(slope.smaller(three).eps, 1.0);
    assert_eq!(slope.exp().eps, libm::exp(2.0));
    assert_eq!(slope.ln().eps, 0.5);
    assert_eq!(slope.powf(3.0).eps, 12.0);
    assert_eq!(slope.powf(0.0).eps, 0.0);
    assert_eq!((slope / three).eps, 1.0 / 3.0);
}

#[test]
fn another_input_has_no_slope_even_where_a_root_is_vertical() {
    let zero = Fact { index: 0, key: 0, value: 0.0, low: 0.0, high: 0.0, sd: 0.0 };
    let of_itself = AsSlope { inner: AsValue, index: 0 }.read(&zero).sqrt();
    let of_another = AsSlope { inner: AsValue, index: 1 }.read(&zero).sqrt();
    assert_eq!(of_itself.eps, f64::INFINITY);
    assert_eq!(of_another.eps, 0.0);
}

/// A certain sign is what a proof needs: supply risk falls with recycling over the whole box.
#[test]
fn a_sign_is_proved_over_a_box() {
    let demand = Slope { re: Bounds::new(1.0, 4.0), eps: Bounds::exact(0.0) };
    let recycled = Slope { re: Bounds::new(0.0, 1.0), eps: Bounds::exact(1.0) };
    let risk = demand * (Slope::exact(1.0) - recycled);
    assert!(risk.eps.hi() < 0.0 && risk.eps.contains(-1.0) && risk.eps.contains(-4.0));
}
