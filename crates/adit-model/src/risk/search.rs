//! Where a moved input changes an answer: what the searches for flips and for explanations have in common.

use adit_number::Bounds;

/// Bounds narrower than this hold nothing but the arithmetic's own rounding. Unit: that of the indices, 0..15.
pub(crate) const NOISE: f64 = 1e-12;

/// Bounds that are nothing but rounding as their middle, so that an input that does not enter a figure cannot leave it
/// undecided at a threshold that the figure happens to meet.
pub(crate) fn settled(bounds: Bounds) -> Bounds {
    if bounds.width() <= NOISE { Bounds::point(f64::midpoint(bounds.lo(), bounds.hi())) } else { bounds }
}

/// The first number from which on `beyond` holds, between `a` where it does not and `b` where it does, to the last bits
/// that the values can tell apart.
pub(crate) fn boundary(mut a: f64, mut b: f64, beyond: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..60 {
        let middle = f64::midpoint(a, b);
        if beyond(middle) { b = middle } else { a = middle }
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_boundary_is_found_to_the_last_bit() {
        let at = boundary(0.0, 10.0, |x| x * x >= 2.0);
        assert!((at - 2f64.sqrt()).abs() < 1e-15);
        assert_eq!(boundary(3.0, 3.0, |_| true), 3.0);
    }

    #[test]
    fn only_rounding_is_settled() {
        let wide = Bounds::new(1.0, 1.1);
        assert_eq!(settled(wide), wide);
        assert_eq!(settled(Bounds::new(1.0 - 1e-14, 1.0 + 1e-14)), Bounds::point(1.0));
    }
}
