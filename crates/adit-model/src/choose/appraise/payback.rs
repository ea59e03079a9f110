//! Payback.

use adit_number::Rule;

/// Payback.
pub static PAYBACK: Rule = Rule {
    id: "appraise.payback",
    says: "Years from the first money spent until the cumulated cash flow is back at zero for the first time, in a straight line within the year; what closure takes later is not seen",
    formula: "first t: Σ net(0..t) ≥ 0",
    unit: "years",
    source: "Brealey, Myers, Allen (2011), ch. 5",
};

/// Years from the first flow until the cumulated flows are back at zero; `None` if they never are or never fall below it.
/// A `rate` of zero gives the plain payback, another one the discounted.
pub fn payback(flows: &[f64], rate: f64) -> Option<f64> {
    let first = flows.iter().position(|flow| *flow != 0.0)?;
    let mut cumulated = 0.0;
    let mut factor = 1.0;
    let mut spent = false;
    for (years, flow) in flows[first..].iter().enumerate() {
        let discounted = flow * factor;
        let before = cumulated;
        cumulated += discounted;
        factor /= 1.0 + rate;
        if spent && cumulated >= 0.0 {
            return Some(years as f64 - 1.0 + -before / discounted);
        }
        spent |= cumulated < 0.0;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::payback;

    #[test]
    fn the_worked_cases() {
        // 1000 spent, 400 a year: 2.5 years after the first.
        assert_eq!(payback(&[-1000.0, 400.0, 400.0, 400.0], 0.0), Some(2.5));
        // At 100 %: 400/2 + 400/4 + 400/8 + ... never reaches 1000.
        assert_eq!(payback(&[-1000.0, 400.0, 400.0, 400.0], 1.0), None);
        // At 10 %: 545.45 after a year, and 454.55 of the 495.87 of the second.
        let expected = 1.0 + (1000.0 - 600.0 / 1.1) / (600.0 / 1.21);
        assert!((payback(&[-1000.0, 600.0, 600.0], 0.1).unwrap() - expected).abs() < 1e-12);
        assert_eq!(payback(&[100.0, 100.0], 0.0), None);
        assert_eq!(payback(&[0.0, -10.0, 10.0], 0.0), Some(1.0));
    }
}
