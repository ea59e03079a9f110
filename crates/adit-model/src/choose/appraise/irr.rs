//! Internal rates of return: every rate in a stated range at which the net present value is zero.
//!
//! With `x = 1 / (1 + rate)` the net present value is a polynomial, which on `x >= 0` is a rising sum of the inflows less
//! a rising sum of the outflows; so bounds over an interval are exact up to rounding, and whole intervals are excluded, or
//! found to hold one root because the slope keeps its sign. Below 0 % the polynomial is read from the other end.

use adit_number::Rule;

/// Lowest rate that is looked at.
pub const IRR_LOW: f64 = -0.99;

/// Highest rate that is looked at.
pub const IRR_HIGH: f64 = 10.0;

/// Internal rate of return.
pub static IRR: Rule = Rule {
    id: "appraise.irr",
    says: "Every rate from −99 % to 1000 % at which the net present value is zero. With one root it is the internal rate of return; with several none is called that, and the net present value decides",
    formula: "Σ net(t) / (1 + rate)^t = 0",
    unit: "share",
    source: "J. H. Lorie, L. J. Savage (1955), Three problems in rationing capital, The Journal of Business 28(4), 229-239, section III; Brealey, Myers, Allen (2011), ch. 5",
};

/// A rate at which the net present value is zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Root {
    /// The rate, a fraction.
    pub rate: f64,
    /// The bracket within which it was found: the net present value has different signs at its ends, unless `touches`.
    pub bracket: (f64, f64),
    /// Whether the net present value only touches zero there, as far as can be told.
    pub touches: bool,
}

/// All internal rates of a row of flows.
#[derive(Debug, Clone, PartialEq)]
pub struct Roots {
    /// The roots in rising order.
    pub roots: Vec<Root>,
    /// How often the flows change sign.
    pub sign_changes: usize,
    /// Whether the search was cut short because the flows leave too much undecided; never with sane flows.
    pub incomplete: bool,
}

impl Roots {
    /// The internal rate of return, where there is exactly one root and nothing was left undecided.
    pub fn only(&self) -> Option<f64> {
        match self.roots.as_slice() {
            [one] if !self.incomplete => Some(one.rate),
            _ => None,
        }
    }

    /// The only root at or above zero.
    pub fn only_above_zero(&self) -> Option<f64> {
        let mut above = self.roots.iter().filter(|root| root.rate >= 0.0);
        let first = above.next()?;
        (above.next().is_none() && !self.incomplete).then_some(first.rate)
    }

    /// What a reader must know, in a sentence.
    pub fn says(&self) -> String {
        let percent: Vec<String> = self.roots.iter().map(|root| percent(root.rate)).collect();
        match (self.sign_changes, self.roots.len()) {
            (0, _) => "The cash flows do not change sign: there is no internal rate of return.".into(),
            (_, 0) => {
                "No rate from \u{2212}99 % to 1\u{2009}000 % makes the net present value zero: there is no internal rate of return."
                    .into()
            }
            (_, 1) => format!("The internal rate of return is {}.", percent[0]),
            (changes, count) => format!(
                "The cash flows change sign {changes} times, and {count} rates make the net present value zero ({}): none of them is the internal rate of return, and the net present value decides.",
                percent.join(", ")
            ),
        }
    }
}

/// A rate for people.
fn percent(rate: f64) -> String {
    format!("{:.2}\u{2009}%", rate * 100.0).replace('-', "\u{2212}")
}

/// Intervals that are looked at before the search gives up.
const MOST_INTERVALS: usize = 200_000;

/// Width in `x` below which an interval that is still undecided counts as a touching root.
const NARROW: f64 = 1e-9;

/// Roots closer than this, relative to one plus the rate, cannot be told apart from a touching root.
const CLOSE: f64 = 1e-6;

/// Roots closer than this are one root found twice.
const SAME: f64 = 1e-12;

/// How often the flows change sign; years without a flow are passed over.
pub fn sign_changes(flows: &[f64]) -> usize {
    let signs: Vec<bool> = flows.iter().filter(|flow| **flow != 0.0).map(|flow| *flow > 0.0).collect();
    signs.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

/// All internal rates of flows at the ends of years 0, 1, 2 ..., which must be finite.
pub fn internal_rates(flows: &[f64]) -> Roots {
    let sign_changes = sign_changes(flows);
    let mut found = Roots { roots: Vec::new(), sign_changes, incomplete: false };
    if sign_changes == 0 || flows.iter().any(|flow| !flow.is_finite()) {
        return found;
    }
    // Years without a flow at the ends only move the roots' multiplicity at x = 0.
    let first = flows.iter().position(|flow| *flow != 0.0).unwrap_or(0);
    let last = flows.iter().rposition(|flow| *flow != 0.0).unwrap_or(0);
    let flows = &flows[first..=last];
    let backwards: Vec<f64> = flows.iter().rev().copied().collect();
    // Rates below zero: x = 1 + rate, from the last flow back.
    let below = Side { polynomial: Polynomial::new(&backwards), rate: |x| x - 1.0 };
    below.search(1.0 + IRR_LOW, 1.0, &mut found);
    // Rates of zero and more: x = 1 / (1 + rate).
    let above = Side { polynomial: Polynomial::new(flows), rate: |x| 1.0 / x - 1.0 };
    above.search(1.0 / (1.0 + IRR_HIGH), 1.0, &mut found);
    found.roots.sort_by(|a, b| a.rate.total_cmp(&b.rate));
    found.roots = merged(&found.roots);
    found
}

/// Roots in rising order, those that cannot be told apart as one: the same root from both sides of zero or from two halves
/// of an interval, or several within rounding of a place at which the value only touches zero.
fn merged(roots: &[Root]) -> Vec<Root> {
    let mut merged: Vec<Root> = Vec::new();
    for root in roots {
        match merged.last_mut() {
            Some(last) if root.rate - last.bracket.1 <= CLOSE * (1.0 + root.rate.abs()) => {
                let same = root.rate - last.rate <= SAME * (1.0 + root.rate.abs());
                let bracket = (last.bracket.0, last.bracket.1.max(root.bracket.1));
                let rate = if same { last.rate } else { 0.5 * (bracket.0 + bracket.1) };
                *last = Root { rate, bracket, touches: last.touches || root.touches || !same };
            }
            _ => merged.push(*root),
        }
    }
    merged
}

/// A polynomial as what it adds and what it takes away, each rising on `x >= 0`.
struct Polynomial {
    plus: Vec<f64>,
    minus: Vec<f64>,
}

impl Polynomial {
    fn new(coefficients: &[f64]) -> Self {
        Self {
            plus: coefficients.iter().map(|one| one.max(0.0)).collect(),
            minus: coefficients.iter().map(|one| (-one).max(0.0)).collect(),
        }
    }

    fn slope(&self) -> Self {
        let derived = |of: &[f64]| of.iter().enumerate().skip(1).map(|(power, one)| power as f64 * one).collect();
        Self { plus: derived(&self.plus), minus: derived(&self.minus) }
    }

    fn at(&self, x: f64) -> f64 {
        horner(&self.plus, x) - horner(&self.minus, x)
    }

    /// Whether it keeps its sign on an interval, rounding allowed for.
    fn keeps_sign(&self, low: f64, high: f64) -> bool {
        let [plus_low, plus_high] = [low, high].map(|x| horner(&self.plus, x));
        let [minus_low, minus_high] = [low, high].map(|x| horner(&self.minus, x));
        let error = self.plus.len() as f64 * 4.0 * f64::EPSILON * (plus_high + minus_high);
        plus_low - minus_high > error || plus_high - minus_low < -error
    }
}

fn horner(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, one| sum * x + one)
}

/// One side of zero: the polynomial, and the rate of an `x`.
struct Side {
    polynomial: Polynomial,
    rate: fn(f64) -> f64,
}

impl Side {
    fn search(&self, low: f64, high: f64, found: &mut Roots) {
        let slope = self.polynomial.slope();
        let mut open = vec![(low, high)];
        let mut looked = 0;
        while let Some((low, high)) = open.pop() {
            looked += 1;
            if looked > MOST_INTERVALS {
                found.incomplete = true;
                return;
            }
            if self.polynomial.keeps_sign(low, high) {
                continue;
            }
            let signs = self.polynomial.at(low) * self.polynomial.at(high);
            if slope.keeps_sign(low, high) {
                if signs <= 0.0 {
                    found.roots.push(self.bisect(low, high));
                }
                continue;
            }
            if high - low < NARROW {
                let ends = [(self.rate)(low), (self.rate)(high)];
                let bracket = (ends[0].min(ends[1]), ends[0].max(ends[1]));
                found.roots.push(if signs < 0.0 {
                    self.bisect(low, high)
                } else {
                    Root { rate: (self.rate)(0.5 * (low + high)), bracket, touches: true }
                });
                continue;
            }
            let middle = 0.5 * (low + high);
            open.push((middle, high));
            open.push((low, middle));
        }
    }

    /// The root in an interval at whose ends the signs differ, to the last bits.
    fn bisect(&self, mut low: f64, mut high: f64) -> Root {
        let at_low = self.polynomial.at(low);
        // An end that is a root itself.
        for end in [low, high] {
            if self.polynomial.at(end) == 0.0 {
                let rate = (self.rate)(end);
                return Root { rate, bracket: (rate, rate), touches: false };
            }
        }
        loop {
            let middle = 0.5 * (low + high);
            if middle <= low || middle >= high {
                break;
            }
            let at = self.polynomial.at(middle);
            if at == 0.0 {
                (low, high) = (middle, middle);
                break;
            }
            if (at > 0.0) == (at_low > 0.0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        let ends = [(self.rate)(low), (self.rate)(high)];
        Root {
            rate: (self.rate)(0.5 * (low + high)),
            bracket: (ends[0].min(ends[1]), ends[0].max(ends[1])),
            touches: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::internal_rates;

    fn rates(flows: &[f64]) -> Vec<f64> {
        internal_rates(flows).roots.iter().map(|root| root.rate).collect()
    }

    fn close(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len(), "{found:?}");
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9), "{found:?}");
    }

    #[test]
    fn one_change_of_sign_gives_one_rate() {
        close(&rates(&[-100.0, 110.0]), &[0.1]);
        close(&rates(&[0.0, -100.0, 0.0, 121.0]), &[0.1]);
        assert_eq!(internal_rates(&[-100.0, 110.0]).only().map(|rate| (rate * 1e9).round()), Some(1e8));
    }

    /// The kind of case of Lorie and Savage (1955): -4000 + 25000 x - 25000 x^2 = 0 has x = 0.8 and x = 0.2.
    #[test]
    fn two_changes_of_sign_may_give_two_rates() {
        let found = internal_rates(&[-4000.0, 25_000.0, -25_000.0]);
        close(&rates(&[-4000.0, 25_000.0, -25_000.0]), &[0.25, 4.0]);
        assert_eq!((found.only(), found.sign_changes), (None, 2));
        assert!(found.says().contains("none of them is the internal rate of return"));
        // The pump of their paper.
        close(&rates(&[-1600.0, 10_000.0, -10_000.0]), &[0.25, 4.0]);
    }

    #[test]
    fn flows_without_a_change_of_sign_have_no_rate() {
        let found = internal_rates(&[-1.0, -2.0, 0.0]);
        assert!(found.roots.is_empty() && found.says().contains("do not change sign"));
    }

    #[test]
    fn two_changes_of_sign_may_give_none() {
        let found = internal_rates(&[100.0, -200.0, 150.0]);
        assert!(found.roots.is_empty() && !found.incomplete && found.sign_changes == 2);
    }

    #[test]
    fn a_rate_may_be_below_zero_or_zero() {
        close(&rates(&[-100.0, 50.0]), &[-0.5]);
        close(&rates(&[-100.0, 50.0, 50.0]), &[0.0]);
    }

    /// (1.1 - v)^2 with v = 1 + rate: touches zero at 10 %.
    #[test]
    fn a_rate_at_which_the_value_only_touches_zero_is_found() {
        let found = internal_rates(&[-1.0, 2.2, -1.21]);
        assert_eq!(found.roots.len(), 1, "{found:?}");
        assert!((found.roots[0].rate - 0.1).abs() < 1e-5 && found.roots[0].touches);
    }

    #[test]
    fn long_lives_do_not_hang() {
        let mut flows = vec![3.0; 400];
        flows[0] = -100.0;
        flows[399] = -500.0;
        let found = internal_rates(&flows);
        assert_eq!(found.roots.len(), 2, "{found:?}");
        assert!(!found.incomplete);
    }
}
