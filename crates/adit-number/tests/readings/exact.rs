//! Bounds hold the exact result, not only the rounded one. Integers decide: a double is `mantissa * 2^exponent`, and
//! whether `end <= n / d` is whether `end * d <= n`.

use adit_number::{Bounds, Real};
use proptest::prelude::*;

/// Integers that are doubles.
const LIMIT: i64 = 1 << 53;

/// `x` as mantissa and exponent.
fn parts(x: f64) -> (i128, i32) {
    let bits = x.to_bits();
    let fraction = i128::from(bits & ((1 << 52) - 1));
    let field = i32::try_from((bits >> 52) & 0x7ff).unwrap_or(0);
    let (mantissa, exponent) = if field == 0 { (fraction, -1074) } else { (fraction | (1 << 52), field - 1075) };
    (if x.is_sign_negative() { -mantissa } else { mantissa }, exponent)
}

/// Whether `end <= n / d`, for positive `d`.
fn not_above(end: f64, n: i128, d: i128) -> bool {
    let (mantissa, exponent) = parts(end);
    let left = mantissa * d;
    // A whole number is at least `left * 2^exponent` if it is at least the next whole number above that.
    let rounded_up = if exponent >= 0 { left << exponent } else { -(-left >> (-exponent).min(127)) };
    rounded_up <= n
}

/// Whether `n / d` lies inside, for positive `d`.
fn holds(bounds: Bounds, n: i128, d: i128) -> bool {
    not_above(bounds.lo(), n, d) && not_above(-bounds.hi(), -n, d)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn sums_and_products_are_held(a in -LIMIT..LIMIT, b in -LIMIT..LIMIT, shift in 0i32..40) {
        let (n, m) = (i128::from(a), i128::from(b));
        let (x, y) = (Bounds::point(a as f64), Bounds::point(b as f64));
        let far = Bounds::point(b as f64 * 2f64.powi(shift));
        prop_assert!(holds(x + far, n + (m << shift), 1));
        prop_assert!(holds(x - far, n - (m << shift), 1));
        prop_assert!(holds(x * y, n * m, 1));
        prop_assert!(holds(x.square(), n * n, 1));
    }

    #[test]
    fn quotients_and_parts_are_held(a in 1..LIMIT, b in 1..LIMIT) {
        let (n, m) = (i128::from(a), i128::from(b));
        let (x, y) = (Bounds::point(a as f64), Bounds::point(b as f64));
        prop_assert!(holds(x / y, n, m));
        prop_assert!(holds(-x / y, -n, m));
        prop_assert!(holds(x / -y, -n, m));
        prop_assert!(holds(x.part_of(y), n, n + m));
    }

    /// Weights in 2^-20, so that the mean is a whole number of 2^-20.
    #[test]
    fn means_are_held(a in -LIMIT..LIMIT, b in -LIMIT..LIMIT, weight in -2_000_000i32..3_000_000) {
        let whole = 1 << 20;
        let exact = i128::from(a) * (whole - i128::from(weight)) + i128::from(b) * i128::from(weight);
        let weight = Bounds::point(f64::from(weight) / 2f64.powi(20));
        let mean = Bounds::point(a as f64).mix(Bounds::point(b as f64), weight);
        prop_assert!(holds(mean, exact, whole));
    }
}

#[test]
fn the_judge_tells_neighbours_apart() {
    let third = 1.0f64 / 3.0;
    assert!(not_above(third, 1, 3) && !not_above(third.next_up(), 1, 3), "the double next to 1/3 is below it");
    assert!(not_above(-third.next_up(), -1, 3) && !not_above(-third, -1, 3));
    assert!(not_above(0.0, 0, 1) && not_above(-f64::from_bits(1), 0, 1) && !not_above(f64::from_bits(1), 0, 1));
    assert!(not_above(2f64.powi(60), 1 << 60, 1) && !not_above(2f64.powi(60).next_up(), 1 << 60, 1));
}
