//! Internal rates of many draws: a scan over fixed rates for changes of sign, each then narrowed down. Two roots between
//! neighbouring rates of the scan are not seen; the base case is searched without gaps.

use adit_number::Lanes;
use pulp::{Arch, NullaryFnOnce};

/// Rates of a scan that are computed side by side: one alone waits for each product before it can add.
const ABREAST: usize = 5;

/// Rates from zero on.
const ABOVE: [[f64; ABREAST]; 3] =
    [[0.0, 0.03, 0.06, 0.09, 0.12], [0.15, 0.2, 0.25, 0.3, 0.4], [0.6, 1.0, 2.5, 5.0, 10.0]];

/// Rates below zero, from zero down.
const BELOW: [[f64; ABREAST]; 2] = [[0.0, -0.05, -0.1, -0.2, -0.3], [-0.45, -0.6, -0.75, -0.9, -0.99]];

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

/// A bracket in each lane: `x` and value at both ends, of different signs where the lane has a root.
#[derive(Clone, Copy)]
struct Brackets<const N: usize> {
    from: [(f64, f64); N],
    to: [(f64, f64); N],
    /// Roots seen in each lane.
    count: [u8; N],
}

/// The internal rates of a group of draws, from real net cash flows by year.
pub(super) fn of<const N: usize>(net: &[Lanes<N>]) -> [Rates; N] {
    let below = scan(net, &BELOW, true);
    let above = scan(net, &ABOVE, false);
    let positive = narrow(net, &above, false);
    // Most draws with a root at or above zero need no other.
    let all_positive = above.count.iter().all(|count| *count > 0) || below.count.iter().all(|count| *count == 0);
    let negative = if all_positive { [1.0; N] } else { narrow(net, &below, true) };
    std::array::from_fn(|lane| Rates {
        count: above.count[lane].saturating_add(below.count[lane]),
        above: above.count[lane],
        rate: if above.count[lane] > 0 { 1.0 / positive[lane] - 1.0 } else { negative[lane] - 1.0 },
    })
}

/// The first bracket in each lane and how many there are. With `x = 1 / (1 + rate)`, or below zero the polynomial from its
/// other end with `x = 1 + rate`, `x` is at most 1 and nothing overflows.
fn scan<const N: usize>(net: &[Lanes<N>], rates: &[[f64; ABREAST]], below: bool) -> Brackets<N> {
    let mut found = Brackets { from: [(1.0, 0.0); N], to: [(1.0, 0.0); N], count: [0; N] };
    let mut last: Option<(f64, [f64; N])> = None;
    let values = rates.iter().flat_map(|rates| {
        let x = rates.map(|rate| if below { 1.0 + rate } else { 1.0 / (1.0 + rate) });
        let values = Arch::new().dispatch(Abreast { net, x, below });
        x.into_iter().zip(values)
    });
    for (x, value) in values {
        if let Some((last_x, last_value)) = last {
            for lane in 0..N {
                // A root at zero itself belongs to the rates from zero on.
                let shared = below && last_x == 1.0 && last_value[lane] == 0.0;
                if (last_value[lane] < 0.0) != (value[lane] < 0.0) && !shared {
                    if found.count[lane] == 0 {
                        found.from[lane] = (last_x, last_value[lane]);
                        found.to[lane] = (x, value[lane]);
                    }
                    found.count[lane] = found.count[lane].saturating_add(1);
                }
            }
        }
        last = Some((x, value));
    }
    found
}

/// The polynomial of all lanes at several `x`, on the widest registers of the machine; the values are those of [`at`].
struct Abreast<'a, const N: usize> {
    net: &'a [Lanes<N>],
    x: [f64; ABREAST],
    below: bool,
}

impl<const N: usize> NullaryFnOnce for Abreast<'_, N> {
    type Output = [[f64; N]; ABREAST];

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "only what is inlined is compiled for the widest registers")]
    fn call(self) -> Self::Output {
        let mut sums = [[0.0; N]; ABREAST];
        let count = self.net.len();
        for year in 0..count {
            let flow = &self.net[if self.below { year } else { count - 1 - year }];
            for (sum, x) in sums.iter_mut().zip(self.x) {
                for (sum, flow) in sum.iter_mut().zip(&flow.0) {
                    *sum = *sum * x + flow;
                }
            }
        }
        sums
    }
}

/// The polynomial of each lane at its own `x`.
fn at<const N: usize>(net: &[Lanes<N>], x: &[f64; N], below: bool) -> [f64; N] {
    let mut sum = [0.0; N];
    let mut add = |flow: &Lanes<N>| {
        for lane in 0..N {
            sum[lane] = sum[lane] * x[lane] + flow.0[lane];
        }
    };
    if below {
        net.iter().for_each(&mut add);
    } else {
        net.iter().rev().for_each(&mut add);
    }
    sum
}

/// Steps of [`narrow`]; it ends when all lanes are narrow enough, which takes about ten.
const MOST_STEPS: usize = 60;

/// The root within each lane's bracket, all lanes in step, by the Illinois method; lanes without one stay where they are.
///
/// # Source
/// M. Dowell, P. Jarratt (1971), A modified regula falsi method for computing the root of an equation, BIT 11, 168-174.
fn narrow<const N: usize>(net: &[Lanes<N>], brackets: &Brackets<N>, below: bool) -> [f64; N] {
    let (mut a, mut b) = (brackets.from, brackets.to);
    let mut done = brackets.count.map(|count| count == 0);
    for _ in 0..MOST_STEPS {
        if done.iter().all(|done| *done) {
            break;
        }
        let mut x = [0.0; N];
        for lane in 0..N {
            let ((xa, fa), (xb, fb)) = (a[lane], b[lane]);
            let next = (xa * fb - xb * fa) / (fb - fa);
            x[lane] = if done[lane] || !next.is_finite() { xb } else { next };
        }
        let f = at(net, &x, below);
        for lane in 0..N {
            if done[lane] {
                continue;
            }
            let ((_, fa), (xb, fb)) = (a[lane], b[lane]);
            if (f[lane] < 0.0) == (fb < 0.0) {
                a[lane].1 = 0.5 * fa;
            } else {
                a[lane] = b[lane];
            }
            b[lane] = (x[lane], f[lane]);
            done[lane] = f[lane] == 0.0 || (x[lane] - xb).abs() < 1e-8;
        }
    }
    b.map(|(x, _)| x)
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
