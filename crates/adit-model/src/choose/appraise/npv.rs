//! Net present value.

use adit_number::{Real, Rule, Subject};

/// Net present value.
pub static NPV: Rule = Rule {
    id: "appraise.npv",
    says: "Net present value at the end of the year in whose money it is, base case: real cash flows at the real rate, which is the same number as nominal cash flows at the nominal rate",
    formula: "Σ net(year) / (1 + rate)^(year − year of money), (1 + nominal) = (1 + real)(1 + inflation)",
    unit: "million EUR",
    source: "R. A. Brealey, S. C. Myers, F. Allen, Principles of Corporate Finance, 10th ed. 2011, ch. 2 and 6; I. Fisher, The Theory of Interest, 1930, ch. XIX",
};

/// The nominal rate of a real rate.
pub fn nominal_rate<R: Real>(real: R, inflation: R) -> R {
    (R::exact(1.0) + real) * (R::exact(1.0) + inflation) - R::exact(1.0)
}

/// Net present value of flows at the ends of years 0, 1, 2 ...
///
/// Summed from the last year back (Horner's scheme), so that each year costs a multiplication.
pub fn net_present_value<R: Real>(flows: &[R], rate: R) -> R {
    let factor = R::exact(1.0) / (R::exact(1.0) + rate);
    flows.iter().rev().fold(R::exact(0.0), |sum, flow| sum * factor + *flow).by(&NPV, Subject::NONE)
}

/// A value at the end of the first year of a plan, carried to the end of a year `years` later.
pub fn carried<R: Real>(value: R, rate: R, years: i32) -> R {
    (0..years).fold(value, |value, _| value * (R::exact(1.0) + rate)).by(&NPV, Subject::NONE)
}

#[cfg(test)]
mod tests {
    use super::{net_present_value, nominal_rate};

    /// Hand-worked: -1000 now, 500, 400, 300 and 100 later, at 10 %.
    #[test]
    fn the_worked_case() {
        let value = net_present_value(&[-1000.0, 500.0, 400.0, 300.0, 100.0], 0.1);
        let by_hand = -1000.0 + 500.0 / 1.1 + 400.0 / 1.21 + 300.0 / 1.331 + 100.0 / 1.4641;
        assert!((value - by_hand).abs() < 1e-12);
        assert!((value - 78.819_752_749_129_16).abs() < 1e-9);
    }

    #[test]
    fn real_and_nominal_rates_multiply() {
        assert!((nominal_rate(0.05, 0.02) - 0.071).abs() < 1e-15);
    }
}
