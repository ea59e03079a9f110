//! The triangular distribution.
//!
//! # Source
//! M. Evans, N. Hastings, B. Peacock (2000), Statistical distributions, 3rd edition; the inverse and the
//! partial mean follow from the density by integration.

/// `low <= mode <= high`, `low < high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Triangle {
    pub(super) low: f64,
    pub(super) mode: f64,
    pub(super) high: f64,
}

impl Triangle {
    pub(super) fn quantile(self, u: f64) -> f64 {
        let Triangle { low, mode, high } = self;
        let width = high - low;
        let rising = (mode - low) / width;
        if u <= rising {
            (low + (u * rising).sqrt() * width).min(mode)
        } else {
            (high - ((1.0 - u) * (high - mode) / width).sqrt() * width).max(mode)
        }
    }

    pub(super) fn cdf(self, x: f64) -> f64 {
        let Triangle { low, mode, high } = self;
        let width = high - low;
        if x <= low {
            0.0
        } else if x >= high {
            1.0
        } else if x <= mode {
            (x - low) / width * ((x - low) / (mode - low))
        } else {
            1.0 - (high - x) / width * ((high - x) / (high - mode))
        }
    }

    pub(super) fn mean(self) -> f64 {
        self.low / 3.0 + self.mode / 3.0 + self.high / 3.0
    }

    pub(super) fn mean_below(self, x: f64) -> f64 {
        let Triangle { low, mode, high } = self;
        if x >= high {
            return self.mean();
        }
        if x <= low {
            return 0.0;
        }
        // With d the distance from an end, that side is the end times its probability and, for t within it, the
        // integral of 2 t^2 / (width * side) over 0..d.
        let moved = |d: f64, side: f64| 2.0 / 3.0 * (d / (high - low)) * (d / side) * d;
        if x <= mode {
            low * self.cdf(x) + moved(x - low, mode - low)
        } else {
            let above = high * (1.0 - self.cdf(x)) - moved(high - x, high - mode);
            self.mean() - above
        }
    }
}
