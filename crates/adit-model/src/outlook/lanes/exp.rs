//! The exponential of eight numbers at once.

use std::f64::consts::LOG2_E;

use super::Eight;

/// `e^x` for each lane, for `x` up to 709; 0 below -708, where `e^x` leaves the normal numbers.
///
/// `libm::exp` branches on its argument, so that a compiler cannot do two or more lanes in one instruction. This one has
/// no branch: `x = k ln 2 + r` with |r| <= (ln 2) / 2, the series of `e^r` to r^13 / 13! (what is left out is under
/// 5e-18 of the result), and k added to the exponent of the result. It uses + - * and whole numbers only, so that its
/// bits are the same anywhere; a test holds it to 1 unit in the last place of `libm::exp`.
///
/// Reduction in two parts of ln 2: W. J. Cody, W. Waite (1980), Software Manual for the Elementary Functions, chapter 6.
#[inline]
pub(super) fn exp(x: Eight) -> Eight {
    x.map(one)
}

/// Rounds to a whole number when added and leaves it in the last bits of the sum.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// The first 33 bits of ln 2: a product with k is exact.
const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
/// The rest of ln 2.
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
const LEAST: f64 = -708.0;
const MOST: f64 = 709.0;

#[inline]
fn one(x: f64) -> f64 {
    let inside = if x < LEAST { LEAST } else { x };
    let inside = if inside > MOST { MOST } else { inside };
    let rounded = inside * LOG2_E + ROUND;
    let k = rounded - ROUND;
    let r = (inside - k * LN_2_HIGH) - k * LN_2_LOW;
    let mut tail = 1.0 / 6_227_020_800.0;
    for factorial in FACTORIALS {
        tail = tail * r + 1.0 / factorial;
    }
    let power = 1.0 + (r + r * r * tail);
    let scaled = f64::from_bits(power.to_bits().wrapping_add(rounded.to_bits() << 52));
    if x < LEAST { 0.0 } else { scaled }
}

/// 12! down to 2!.
const FACTORIALS: [f64; 11] =
    [479_001_600.0, 39_916_800.0, 3_628_800.0, 362_880.0, 40_320.0, 5_040.0, 720.0, 120.0, 24.0, 6.0, 2.0];

#[cfg(test)]
mod tests {
    use super::{exp, one};

    #[test]
    fn within_a_unit_in_the_last_place() {
        let mut worst = 0;
        for step in 0..2_000_000_u32 {
            let x = -708.0 + 1417.0 * f64::from(step) / 2_000_000.0;
            worst = worst.max(one(x).to_bits().abs_diff(libm::exp(x).to_bits()));
        }
        for step in 0..1_000_000_u32 {
            let x = -1.0 + 2.0 * f64::from(step) / 1_000_000.0;
            worst = worst.max(one(x).to_bits().abs_diff(libm::exp(x).to_bits()));
        }
        assert!(worst <= 1, "{worst} units in the last place");
    }

    #[test]
    fn ends() {
        let lanes = exp([0.0, -0.0, f64::NEG_INFINITY, -709.0, -708.0, 709.0, 1.0, -1e-300]);
        let expected = [1.0, 1.0, 0.0, 0.0, libm::exp(-708.0), libm::exp(709.0), libm::exp(1.0), 1.0];
        for (lane, expected) in lanes.iter().zip(expected) {
            assert!((lane - expected).abs() <= 2.0 * f64::EPSILON * expected, "{lane} for {expected}");
        }
    }
}
