//! Calibration of price processes to yearly real prices, with how sure it is.

use adit_number::Rule;

/// Volatility.
pub static VOLATILITY: Rule = Rule {
    id: "appraise.price-volatility",
    says: "Standard deviation of the yearly change of the logarithm of the real price, with its standard error σ / √(2 (n − 1))",
    formula: "σ = sd(ln P(t) − ln P(t − 1))",
    unit: "per √year",
    source: "A. K. Dixit, R. S. Pindyck, Investment under Uncertainty, Princeton 1994, ch. 3; maximum likelihood of a normal variance",
};

/// Speed of mean reversion.
pub static SPEED: Rule = Rule {
    id: "appraise.price-speed",
    says: "Speed at which a deviation of the real price shrinks: ordinary least squares of the logarithm on that of the year before, which is maximum likelihood given the first year; biased upwards in short series",
    formula: "ln P(t) = a + b ln P(t − 1) + e; κ = −ln b, level = a / (1 − b), σ² = s² × 2κ / (1 − b²)",
    unit: "per year",
    source: "E. S. Schwartz (1997), The Journal of Finance 52(3), 923-973, model 1; bias: M. G. Kendall (1954), Biometrika 41, 403-404",
};

/// Volatility of a price that returns.
pub static AROUND: Rule = Rule {
    id: "appraise.price-volatility-around",
    says: "Yearly standard deviation of the logarithm of a real price that returns to its level: from the residuals of the regression; of a series of few years from its spread, widened by its standard error, and the borrowed speed",
    formula: "σ = s × √(2κ / (1 − b²)); few years: σ = spread × (1 + 1 / √(2 (n − 1))) × √(2κ)",
    unit: "per √year",
    source: "E. S. Schwartz (1997), The Journal of Finance 52(3), 923-973, model 1",
};

/// Test against a walk.
pub static UNIT_ROOT: Rule = Rule {
    id: "appraise.unit-root",
    says: "Whether the prices let a walk without return be excluded: Dickey-Fuller statistic with a constant, against its 5 % value",
    formula: "t = (b − 1) / se(b); excluded if t < −2.8621 − 2.738 / n − 8.36 / n²",
    unit: "factor",
    source: "D. A. Dickey, W. A. Fuller (1979), Journal of the American Statistical Association 74, 427-431; J. G. MacKinnon (1991), Critical values for cointegration tests, table 1 (N = 1, constant)",
};

/// Series of fewer years say little of how fast prices return.
pub const FEW_YEARS: usize = 20;

/// A geometric walk as calibrated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Geometric {
    /// Mean yearly change of the logarithm.
    pub drift: f64,
    /// Its standard error.
    pub drift_error: f64,
    /// Yearly standard deviation.
    pub volatility: f64,
    /// Its standard error.
    pub volatility_error: f64,
}

/// Mean reversion as calibrated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanReversion {
    /// Part of a deviation that is left after a year.
    pub kept: f64,
    /// Its standard error.
    pub kept_error: f64,
    /// Speed κ a year; `None` where the fit shows no return (`kept` of one or more, or zero or less).
    pub speed: Option<f64>,
    /// Level to which the price returns, in its unit.
    pub level: Option<f64>,
    /// Yearly volatility σ; `None` with the speed.
    pub volatility: Option<f64>,
    /// Dickey-Fuller statistic.
    pub statistic: f64,
    /// Its 5 % value: a walk without return is excluded below it.
    pub critical: f64,
}

/// What a series of yearly real prices says of its process.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// Number of years.
    pub years: usize,
    /// Standard deviation of the logarithm of the prices around their mean.
    pub spread: f64,
    /// Mean of the logarithms, as a price.
    pub mean: f64,
    /// As a geometric walk.
    pub geometric: Geometric,
    /// As mean reversion; `None` with fewer than four years or without spread.
    pub reverting: Option<MeanReversion>,
}

/// The 5 % value of the Dickey-Fuller statistic with a constant, for a regression over `n` steps.
pub fn unit_root_critical(n: usize) -> f64 {
    let n = n as f64;
    -2.8621 - 2.738 / n - 8.36 / (n * n)
}

/// Calibrates both processes to yearly real prices, earliest first; `None` with fewer than three years, or where a price is
/// not above zero.
pub fn calibrate(prices: &[f64]) -> Option<Calibration> {
    if prices.len() < 3 || prices.iter().any(|price| !price.is_finite() || *price <= 0.0) {
        return None;
    }
    let logs: Vec<f64> = prices.iter().map(|price| libm::log(*price)).collect();
    let changes: Vec<f64> = logs.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let n = changes.len() as f64;
    let (drift, volatility) = (mean(&changes), deviation(&changes));
    let geometric = Geometric {
        drift,
        drift_error: volatility / n.sqrt(),
        volatility,
        volatility_error: volatility / (2.0 * (n - 1.0)).sqrt(),
    };
    Some(Calibration {
        years: prices.len(),
        spread: deviation(&logs),
        mean: libm::exp(mean(&logs)),
        geometric,
        reverting: reverting(&logs),
    })
}

fn reverting(logs: &[f64]) -> Option<MeanReversion> {
    let (before, after) = (&logs[..logs.len() - 1], &logs[1..]);
    let count = before.len();
    if count < 3 {
        return None;
    }
    let (mean_before, mean_after) = (mean(before), mean(after));
    let squares: f64 = before.iter().map(|x| (x - mean_before) * (x - mean_before)).sum();
    if squares <= 0.0 {
        return None;
    }
    let products: f64 = before.iter().zip(after).map(|(x, y)| (x - mean_before) * (y - mean_after)).sum();
    let kept = products / squares;
    let constant = mean_after - kept * mean_before;
    let residuals: f64 =
        before.iter().zip(after).map(|(x, y)| (y - constant - kept * x) * (y - constant - kept * x)).sum();
    let variance = residuals / (count as f64 - 2.0);
    let kept_error = (variance / squares).sqrt();
    let returns = kept > 0.0 && kept < 1.0;
    let speed = returns.then(|| -libm::log(kept));
    Some(MeanReversion {
        kept,
        kept_error,
        speed,
        level: returns.then(|| libm::exp(constant / (1.0 - kept))),
        volatility: speed.map(|speed| (variance * 2.0 * speed / (1.0 - kept * kept)).sqrt()),
        statistic: (kept - 1.0) / kept_error,
        critical: unit_root_critical(count),
    })
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Standard deviation of a sample.
fn deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (values.len() as f64 - 1.0)).sqrt()
}

#[cfg(test)]
mod tests {
    use adit_number::{normal_quantile, stable_key, uniform};

    use super::super::PriceProcess;
    use super::{calibrate, unit_root_critical};

    /// Hand-worked: 1, e, e^0, e: changes 1, -1, 1 with mean 1/3 and variance 4/3.
    #[test]
    fn the_worked_case() {
        let e = std::f64::consts::E;
        let found = calibrate(&[1.0, e, 1.0, e]).unwrap();
        assert!((found.geometric.drift - 1.0 / 3.0).abs() < 1e-12);
        assert!((found.geometric.volatility - (4.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        // On 0, 1, 0: after it 1, 0, 1, so b = -1: no return of the kind that is modelled.
        let reverting = found.reverting.unwrap();
        assert!((reverting.kept + 1.0).abs() < 1e-12 && reverting.speed.is_none());
    }

    /// A long path of a known process gives its parameters back.
    #[test]
    fn a_known_process_is_found_again() {
        let (speed, volatility) = (0.4, 0.3);
        let path = PriceProcess::MeanReverting { speed, volatility }.path();
        let mut deviation = 0.0;
        let prices: Vec<f64> = (0..20_000)
            .map(|year| {
                deviation = path.step(deviation, normal_quantile(uniform(3, year, stable_key("path"))));
                50.0 * f64::exp(deviation)
            })
            .collect();
        let found = calibrate(&prices).unwrap().reverting.unwrap();
        assert!((found.speed.unwrap() - speed).abs() < 0.03, "{found:?}");
        assert!((found.volatility.unwrap() - volatility).abs() < 0.01, "{found:?}");
        assert!((found.level.unwrap() / 50.0 - 1.0).abs() < 0.03, "{found:?}");
        assert!(found.statistic < found.critical);
    }

    #[test]
    fn the_critical_value_is_that_of_the_tables() {
        // Hamilton (1994), table B.6, case 2: -2.93 for 50 and -2.89 for 100.
        assert!((unit_root_critical(50) + 2.92).abs() < 0.01 && (unit_root_critical(100) + 2.89).abs() < 0.005);
    }

    #[test]
    fn what_is_no_series_is_refused() {
        assert!(calibrate(&[1.0, 2.0]).is_none() && calibrate(&[1.0, 0.0, 2.0]).is_none());
        assert!(calibrate(&[f64::NAN, 1.0, 2.0]).is_none());
        assert!(calibrate(&[2.0, 2.0, 2.0, 2.0]).unwrap().reverting.is_none());
    }
}
