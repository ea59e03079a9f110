//! Internal rates of many draws: a scan over fixed rates for changes of sign, each then narrowed down. Two roots between
//! neighbouring rates of the scan are not seen; the base case is searched without gaps.

use adit_number::Lanes;

/// Rates from zero on.
const ABOVE: [f64; 23] = [
    0.0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.8, 1.0, 1.5, 2.5,
    5.0, 10.0,
];

/// Rates below zero, from zero down.
const BELOW: [f64; 16] =
    [0.0, -0.025, -0.05, -0.075, -0.1, -0.15, -0.2, -0.25, -0.3, -0.4, -0.5, -0.6, -0.7, -0.8, -0.9, -0.99];

/// The internal rates of one draw.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Rates {
    /// How many there are.
    pub count: u8,
    /// How many are at or above zero.
    pub above: u8,
    /// The lowest at or above zero, else the one nearest below it.
    pub rate: f64,
}

/// The internal rates of a group of draws, from real net cash flows by year.
pub(super) fn of<const N: usize>(net: &[Lanes<N>]) -> [Rates; N] {
    let mut found = [Rates::default(); N];
    // Below zero first: a root above zero then takes its place.
    scan(net, &BELOW, true, &mut found);
    scan(net, &ABOVE, false, &mut found);
    found
}

/// With `x = 1 / (1 + rate)`, or below zero the polynomial from its other end with `x = 1 + rate`: `x` is at most 1 and
/// nothing overflows.
fn scan<const N: usize>(net: &[Lanes<N>], rates: &[f64], below: bool, found: &mut [Rates; N]) {
    let mut last: Option<(f64, [f64; N])> = None;
    for rate in rates {
        let x = if below { 1.0 + rate } else { 1.0 / (1.0 + rate) };
        let value = at(net, x, below);
        if let Some((last_x, last_value)) = last {
            for lane in 0..N {
                // A root at zero itself belongs to the rates from zero on.
                let crosses = (last_value[lane] < 0.0) != (value[lane] < 0.0);
                if crosses && !(below && last_x == 1.0 && last_value[lane] == 0.0) {
                    let x = narrow(net, lane, (last_x, last_value[lane]), (x, value[lane]), below);
                    let rate = if below { x - 1.0 } else { 1.0 / x - 1.0 };
                    let one = &mut found[lane];
                    if one.count == 0 || (!below && one.above == 0) {
                        one.rate = rate;
                    }
                    one.count = one.count.saturating_add(1);
                    one.above += u8::from(!below);
                }
            }
        }
        last = Some((x, value));
    }
}

fn at<const N: usize>(net: &[Lanes<N>], x: f64, below: bool) -> [f64; N] {
    let mut sum = [0.0; N];
    let mut add = |flow: &Lanes<N>| {
        for (sum, flow) in sum.iter_mut().zip(flow.0) {
            *sum = *sum * x + flow;
        }
    };
    if below {
        net.iter().for_each(&mut add);
    } else {
        net.iter().rev().for_each(&mut add);
    }
    sum
}

/// A root between two ends of different signs by the Illinois method.
///
/// # Source
/// M. Dowell, P. Jarratt (1971), A modified regula falsi method for computing the root of an equation, BIT 11, 168-174.
fn narrow<const N: usize>(net: &[Lanes<N>], lane: usize, a: (f64, f64), b: (f64, f64), below: bool) -> f64 {
    let value = |x: f64| {
        let add = |sum: f64, flow: &Lanes<N>| sum * x + flow.0[lane];
        if below { net.iter().fold(0.0, add) } else { net.iter().rev().fold(0.0, add) }
    };
    let ((mut xa, mut fa), (mut xb, mut fb)) = (a, b);
    for _ in 0..60 {
        let x = (xa * fb - xb * fa) / (fb - fa);
        if !x.is_finite() {
            break;
        }
        let f = value(x);
        if f == 0.0 || (xb - xa).abs() < 1e-9 {
            return x;
        }
        let done = (x - xb).abs() < 1e-10;
        if (f < 0.0) == (fb < 0.0) {
            fa *= 0.5;
        } else {
            (xa, fa) = (xb, fb);
        }
        (xb, fb) = (x, f);
        if done {
            break;
        }
    }
    xb
}

#[cfg(test)]
mod tests {
    use adit_number::Lanes;

    use super::of;

    #[test]
    fn rates_are_those_of_the_base_case() {
        let lanes = [
            Lanes([-100.0, -4000.0, -1.0, -100.0, -100.0]),
            Lanes([110.0, 25_000.0, -1.0, 50.0, 50.0]),
            Lanes([0.0, -25_000.0, -1.0, 0.0, 50.0]),
        ];
        let [one, two, none, below, zero] = of(&lanes);
        assert!((one.rate - 0.1).abs() < 1e-8 && one.count == 1 && one.above == 1);
        assert!((two.rate - 0.25).abs() < 1e-8 && two.count == 2 && two.above == 2);
        assert_eq!(none.count, 0);
        assert!((below.rate + 0.5).abs() < 1e-8 && below.count == 1 && below.above == 0);
        assert!(zero.rate.abs() < 1e-8 && zero.count == 1, "{zero:?}");
    }
}
