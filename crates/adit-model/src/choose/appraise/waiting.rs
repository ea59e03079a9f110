//! What the right to wait is worth: to build when prices are good, and not at all when they never are.

use adit_number::{Rule, normal_quantile, stable_key, uniform};

use super::plan::ProjectPlan;
use super::price::PriceProcess;
use super::{AppraisalError, Numbers, worth};

/// Value of waiting.
pub static WAITING: Rule = Rule {
    id: "appraise.waiting",
    says: "Value of the project if the decision may wait some years, less its value if it is decided now or never; by least squares Monte Carlo on the price of the main product, decisions from one half of the draws applied to the other, so that the estimate is a lower bound but for its sampling error",
    formula: "max over stopping years of E[(1 + r)^−t max(0, NPV(price(t)))] − max(0, NPV(now))",
    unit: "million EUR",
    source: "F. A. Longstaff, E. S. Schwartz (2001), Valuing American options by simulation, The Review of Financial Studies 14(1), 113-147; R. McDonald, D. Siegel (1986), The value of waiting to invest, The Quarterly Journal of Economics 101(4), 707-727",
};

/// Most years of waiting.
pub const MOST_WAITING: usize = 30;

/// Prices at which the worth of building is computed; between them it is interpolated.
const KNOTS: usize = 41;

/// How far below and above the price of the base case the knots reach, as factors of logarithm.
const REACH: f64 = 3.5;

/// The value of waiting. Million euro at the end of the plan's year of money.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// Value if it is decided now or never.
    pub now: f64,
    /// Value if the decision may wait.
    pub waiting: f64,
    /// The difference; never below zero.
    pub value: f64,
    /// Standard error of `waiting` over the draws.
    pub error: f64,
    /// Draws, half of them for the decisions.
    pub draws: usize,
    /// Part of the draws that build in each year of waiting, the present one first.
    pub builds: Vec<f64>,
    /// Part of the draws that never build.
    pub never: f64,
    /// Price of the main product from which on building now is better than waiting, euro a tonne; `None` if there is none
    /// up to the highest price looked at.
    pub threshold: Option<f64>,
}

/// The worth of building by the price of the main product at the time of the decision.
struct Worth {
    /// Logarithms of price over that of the base case, rising.
    logs: Vec<f64>,
    values: Vec<f64>,
}

impl Worth {
    fn new(plan: &ProjectPlan, process: PriceProcess) -> Self {
        let logs: Vec<f64> = (0..KNOTS).map(|at| REACH * (2.0 * at as f64 / (KNOTS - 1) as f64 - 1.0)).collect();
        let values = logs.iter().map(|log| at_price(plan, process, *log)).collect();
        Self { logs, values }
    }

    fn at(&self, log: f64) -> f64 {
        let last = self.logs.len() - 1;
        let after = self.logs.partition_point(|knot| *knot < log).clamp(1, last);
        let (a, b) = (self.logs[after - 1], self.logs[after]);
        let part = ((log - a) / (b - a)).clamp(0.0, 1.0);
        self.values[after - 1] * (1.0 - part) + self.values[after] * part
    }
}

/// Worth of building when the price has deviated by `log` from its level: expected prices return as the process says.
fn at_price(plan: &ProjectPlan, process: PriceProcess, log: f64) -> f64 {
    let mut numbers = Numbers::base(plan);
    let count = plan.products.len();
    let kept = match process {
        PriceProcess::MeanReverting { speed, .. } => libm::exp(-speed),
        PriceProcess::Geometric { .. } | PriceProcess::Constant => 1.0,
    };
    let mut left = log;
    for (year, price) in plan.calendar().zip(numbers.prices.iter_mut().step_by(count)) {
        if year > plan.money_year {
            left *= kept;
        }
        *price *= libm::exp(left);
    }
    worth(plan, &numbers)
}

/// The value of waiting up to `years` years with a price of the main product that moves by `process`.
pub fn waiting(
    plan: &ProjectPlan,
    process: PriceProcess,
    years: usize,
    draws: usize,
    seed: u64,
) -> Result<Waiting, AppraisalError> {
    plan.check()?;
    if years > MOST_WAITING || !(100..=1_000_000).contains(&draws) {
        let says = format!(
            "the value of waiting takes up to {MOST_WAITING} years and 100 to 1 000 000 draws, not {years} and {draws}"
        );
        return Err(AppraisalError::TooMuch(says));
    }
    let building = Worth::new(plan, process);
    let rate = plan.finance.discount.value;
    let factors: Vec<f64> = (0..=years).map(|t| libm::pow(1.0 + rate, -(t as f64))).collect();
    let paths = paths(plan, process, years, draws, seed);
    let half = draws / 2;
    let rules = decisions(&paths[..half], &building, &factors);
    let (mut values, mut builds) = (Vec::with_capacity(draws - half), vec![0usize; years + 1]);
    for path in &paths[half..] {
        let chosen = (0..=years).find(|t| {
            let now = building.at(path[*t]);
            now > 0.0 && (*t == years || now * factors[*t] >= rules[*t].at(path[*t]))
        });
        values.push(chosen.map_or(0.0, |t| building.at(path[t]) * factors[t]));
        if let Some(t) = chosen {
            builds[t] += 1;
        }
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0);
    let now = building.at(0.0).max(0.0);
    let part = |count_of: usize| count_of as f64 / count;
    let never = part(values.len() - builds.iter().sum::<usize>());
    let first = |log: &f64| building.at(*log) > 0.0 && (years == 0 || building.at(*log) >= rules[0].at(*log));
    // A right to wait is a right to build now as well.
    let best = mean.max(now);
    Ok(Waiting {
        now,
        waiting: best,
        value: best - now,
        error: (variance / count).sqrt(),
        draws,
        builds: builds.into_iter().map(part).collect(),
        never,
        threshold: building
            .logs
            .iter()
            .find(|log| first(log))
            .map(|log| plan.products[0].price.value * libm::exp(*log)),
    })
}

/// Deviations of the logarithm of the price at the decision in each year, one path a draw.
fn paths(plan: &ProjectPlan, process: PriceProcess, years: usize, draws: usize, seed: u64) -> Vec<Vec<f64>> {
    let path = process.path();
    let series = &plan.products[0].price_key;
    let keys: Vec<u64> =
        (plan.money_year + 1..).take(years).map(|year| stable_key(&format!("price/{series}/{year}"))).collect();
    let one = |draw: u64| {
        let (mut deviation, mut variance) = (0.0, 0.0);
        let mut row = vec![0.0];
        for key in &keys {
            deviation = path.step(deviation, normal_quantile(uniform(seed, draw, *key)));
            variance = path.variance(variance);
            row.push(deviation - 0.5 * variance);
        }
        row
    };
    (0..draws as u64).map(one).collect()
}

/// What waiting is expected to be worth in a year, by the deviation of the price: a cubic.
struct Expected([f64; 4]);

impl Expected {
    fn at(&self, log: f64) -> f64 {
        self.0.iter().rev().fold(0.0, |sum, one| sum * log + one)
    }
}

/// Backwards through the years: regress what waiting brought on the price, over draws in which building is worth something.
fn decisions(paths: &[Vec<f64>], building: &Worth, factors: &[f64]) -> Vec<Expected> {
    let years = factors.len() - 1;
    let mut brought: Vec<f64> = paths.iter().map(|path| building.at(path[years]).max(0.0) * factors[years]).collect();
    let mut rules = vec![Expected([0.0; 4])];
    for t in (0..years).rev() {
        let points: Vec<(f64, f64)> = paths
            .iter()
            .zip(&brought)
            .filter(|(path, _)| t == 0 || building.at(path[t]) > 0.0)
            .map(|(path, brought)| (path[t], *brought))
            .collect();
        let expected = fit(&points);
        for (path, brought) in paths.iter().zip(&mut brought) {
            let now = building.at(path[t]) * factors[t];
            if now > 0.0 && now >= expected.at(path[t]) {
                *brought = now;
            }
        }
        rules.push(expected);
    }
    rules.reverse();
    rules
}

/// A cubic by least squares; their mean where the points do not spread.
fn fit(points: &[(f64, f64)]) -> Expected {
    let count = points.len() as f64;
    if points.is_empty() {
        return Expected([0.0; 4]);
    }
    let mean = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let mut matrix = [[0.0; 5]; 4];
    for (x, y) in points {
        let powers = [1.0, *x, x * x, x * x * x];
        for (row, power) in matrix.iter_mut().zip(powers) {
            for (cell, other) in row.iter_mut().zip(powers) {
                *cell += power * other;
            }
            row[4] += power * y;
        }
    }
    solved(matrix).map_or(Expected([mean, 0.0, 0.0, 0.0]), Expected)
}

/// Gauss elimination with pivots; `None` where the matrix is singular as far as can be told.
fn solved(mut matrix: [[f64; 5]; 4]) -> Option<[f64; 4]> {
    let scale = matrix[0][0].abs();
    for at in 0..4 {
        let pivot = (at..4).max_by(|a, b| matrix[*a][at].abs().total_cmp(&matrix[*b][at].abs()))?;
        matrix.swap(at, pivot);
        if matrix[at][at].abs() <= 1e-12 * scale {
            return None;
        }
        for below in at + 1..4 {
            let factor = matrix[below][at] / matrix[at][at];
            let pivot = matrix[at];
            for (cell, above) in matrix[below].iter_mut().zip(pivot).skip(at) {
                *cell -= factor * above;
            }
        }
    }
    let mut result = [0.0; 4];
    for at in (0..4).rev() {
        let known: f64 = (at + 1..4).map(|column| matrix[at][column] * result[column]).sum();
        result[at] = (matrix[at][4] - known) / matrix[at][at];
    }
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::super::Numbers;
    use super::super::plan::tests::mine;
    use super::super::price::PriceProcess;
    use super::super::worth;
    use super::waiting;

    #[test]
    fn without_uncertainty_waiting_is_worth_nothing() {
        let plan = mine();
        let now = worth(&plan, &Numbers::base(&plan));
        assert!(now > 0.0);
        let found = waiting(&plan, PriceProcess::Constant, 5, 1000, 1).unwrap();
        assert!((found.now - now).abs() < 1e-6 * now && found.value.abs() < 1e-9, "{found:?}");
        assert_eq!(found.builds[0], 1.0);
    }

    /// With a price that moves, a right to wait is never worth less, and more uncertainty makes it worth more.
    #[test]
    fn uncertainty_makes_waiting_worth_more() {
        let plan = mine();
        let value = |volatility| waiting(&plan, PriceProcess::Geometric { volatility }, 5, 20_000, 1).unwrap().waiting;
        assert!(value(0.4) > value(0.2) && value(0.2) >= worth(&plan, &Numbers::base(&plan)));
    }

    #[test]
    fn what_cannot_be_computed_is_refused() {
        assert!(waiting(&mine(), PriceProcess::Constant, 99, 1000, 1).is_err());
        assert!(waiting(&mine(), PriceProcess::Constant, 5, 0, 1).is_err());
    }
}
