//! Price processes in yearly steps, discretised exactly.

/// How a price moves around the price of the base case. Every process has that price as its mean in every year, so that
/// the draws are centred on the base case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PriceProcess {
    /// The price of the base case in every year.
    Constant,
    /// Geometric Brownian motion without drift: `ln P(t+1) = ln P(t) − σ²/2 + σ ε`.
    ///
    /// # Source
    /// A. K. Dixit, R. S. Pindyck, Investment under Uncertainty, Princeton 1994, ch. 3, eq. 8 to 10.
    Geometric {
        /// Yearly standard deviation of the logarithm.
        volatility: f64,
    },
    /// Ornstein-Uhlenbeck process of the logarithm, begun at its level:
    /// `y(t+1) = y(t) e^(−κ) + σ √((1 − e^(−2κ)) / 2κ) ε`, `P(t) = base × exp(y(t) − Var y(t) / 2)`.
    ///
    /// # Source
    /// E. S. Schwartz (1997), The stochastic behavior of commodity prices, The Journal of Finance 52(3), 923-973,
    /// model 1, eq. 1 to 5, with the exact transition over a year.
    MeanReverting {
        /// Speed κ at which a deviation shrinks, a year.
        speed: f64,
        /// Yearly standard deviation σ of the logarithm.
        volatility: f64,
    },
}

/// A process with what one yearly step needs, computed once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Path {
    /// Part of a deviation that is left after a year.
    kept: f64,
    /// Standard deviation of a year's shock.
    shock: f64,
}

impl PriceProcess {
    /// Ready to be stepped through.
    pub fn path(self) -> Path {
        match self {
            Self::Constant => Path { kept: 0.0, shock: 0.0 },
            Self::Geometric { volatility } => Path { kept: 1.0, shock: volatility },
            Self::MeanReverting { speed, volatility } => Path {
                kept: libm::exp(-speed),
                shock: volatility * (-libm::expm1(-2.0 * speed) / (2.0 * speed)).sqrt(),
            },
        }
    }

    /// Years in which half of a deviation is gone; `None` where nothing draws it back.
    pub fn half_life(self) -> Option<f64> {
        match self {
            Self::MeanReverting { speed, .. } => Some(std::f64::consts::LN_2 / speed),
            Self::Constant | Self::Geometric { .. } => None,
        }
    }
}

impl Path {
    /// Whether the price moves at all.
    pub fn moves(&self) -> bool {
        self.shock > 0.0
    }

    /// The deviation of the logarithm after a year with a standard normal shock.
    pub fn step(&self, deviation: f64, normal: f64) -> f64 {
        deviation * self.kept + self.shock * normal
    }

    /// The variance of the deviation after a year.
    pub fn variance(&self, before: f64) -> f64 {
        before * self.kept * self.kept + self.shock * self.shock
    }
}

#[cfg(test)]
mod tests {
    use adit_number::{normal_quantile, stable_key, uniform};

    use super::PriceProcess;

    /// Mean and variance of the factor after ten years, over many draws, against theory.
    #[test]
    fn the_mean_stays_that_of_the_base_case() {
        for process in
            [PriceProcess::Geometric { volatility: 0.1 }, PriceProcess::MeanReverting { speed: 0.3, volatility: 0.25 }]
        {
            let path = process.path();
            let draws = 100_000;
            let mut sum = 0.0;
            let mut variance = 0.0;
            (0..10).for_each(|_| variance = path.variance(variance));
            for draw in 0..draws {
                let mut deviation = 0.0;
                for year in 0..10 {
                    let u = uniform(5, draw, stable_key(&format!("year/{year}")));
                    deviation = path.step(deviation, normal_quantile(u));
                }
                sum += (deviation - variance / 2.0).exp();
            }
            let mean = sum / draws as f64;
            let error = ((variance.exp() - 1.0) / draws as f64).sqrt();
            assert!((mean - 1.0).abs() < 4.0 * error, "{process:?}: {mean} +- {error}");
        }
    }

    #[test]
    fn ten_steps_have_the_variance_of_ten_years() {
        let (speed, volatility) = (0.3, 0.25);
        let path = PriceProcess::MeanReverting { speed, volatility }.path();
        let mut variance = 0.0;
        (0..10).for_each(|_| variance = path.variance(variance));
        let exact = volatility * volatility * (1.0 - (-2.0 * speed * 10.0_f64).exp()) / (2.0 * speed);
        assert!((variance - exact).abs() < 1e-12);
    }
}
