//! What many draws of one figure say: a band of quantiles, and the mean beside the median.
//!
//! A band is **pointwise**: 90 % of the draws lie between `p05` and `p95` of *this* figure, say of one year. Of a whole
//! line through several years fewer lie within the band everywhere.

use std::fmt;

use thiserror::Error;

/// Said beside every band, so that no page words it differently.
pub const POINTWISE: &str = "Bands are pointwise: each year's own 5 to 95 % (and 25 to 75 %) of the draws. A single draw \
                             may leave the band in some years and be within it in others.";

/// Quantiles and mean of the draws of one figure, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// 5 % of the draws lie below.
    pub p05: f64,
    /// Lower quartile.
    pub p25: f64,
    /// Median.
    pub p50: f64,
    /// Upper quartile.
    pub p75: f64,
    /// 95 % of the draws lie below.
    pub p95: f64,
    /// Arithmetic mean.
    pub mean: f64,
}

/// Why draws have no band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BandError {
    /// No draws.
    #[error("a band needs at least one draw")]
    NoDraws,
    /// A draw that is no finite number.
    #[error("draw {draw} of {draws} is not a finite number; a model must say why it has no value instead")]
    NotFinite {
        /// Its number, from 0.
        draw: usize,
        /// How many there are.
        draws: usize,
    },
}

impl Band {
    /// The band of the draws. They are put in another order; the mean is summed in the order in which they come.
    ///
    /// Quantiles are interpolated between neighbours: with the draws in rising order as `x_0 .. x_(n-1)`, that of `p` is
    /// at place `h = (n - 1) p`, `x_floor(h) + (h - floor(h)) (x_(floor(h)+1) - x_floor(h))`. Time grows with `n`, as
    /// the draws are not sorted but selected.
    ///
    /// # Source
    /// R. J. Hyndman, Y. Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4),
    /// 361-365, <https://doi.org/10.1080/00031305.1996.10473566>, definition 7 (the default of R and NumPy).
    pub fn of(draws: &mut [f64]) -> Result<Self, BandError> {
        if draws.is_empty() {
            return Err(BandError::NoDraws);
        }
        if let Some(draw) = draws.iter().position(|value| !value.is_finite()) {
            return Err(BandError::NotFinite { draw, draws: draws.len() });
        }
        let count = draws.len() as f64;
        // Taken from the first draw on, so that a figure without spread has itself as mean and large ones do not overflow.
        let first = draws[0];
        let mean = first + draws.iter().map(|value| (value - first) / count).sum::<f64>();
        let [p05, p25, p50, p75, p95] = quantiles(draws);
        Ok(Band { p05, p25, p50, p75, p95, mean })
    }

    /// Whether mean and median are so far apart that a reader will ask why: by more than `share` (0.05 for 5 %) of the
    /// width of the band from `p05` to `p95`.
    pub fn skew(&self, share: f64) -> Option<Skew> {
        let width = self.p95 - self.p05;
        let apart = self.mean - self.p50;
        (apart.abs() > share * width).then(|| Skew {
            mean: self.mean,
            median: self.p50,
            // A mean away from all but a few draws: the band has no width to compare with.
            part_of_band: if width > 0.0 { apart.abs() / width } else { f64::INFINITY },
            longer: if apart > 0.0 { Side::Above } else { Side::Below },
        })
    }
}

/// The parts of the draws that a band names, in rising order.
const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// The quantiles of [`SHARES`]. The one in the middle is put in its place first, then those of each half within it: what
/// was put in its place keeps the rest apart.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 <= place <= n - 1")]
fn quantiles(draws: &mut [f64]) -> [f64; 5] {
    let count = draws.len();
    let last = (count - 1) as f64;
    let places = SHARES.map(|share| share * last);
    let below = places.map(|place| place.floor() as usize);
    let mut select = |at: usize, from: usize, to: usize| {
        // With few draws two quantiles may have the same place, which is then in order already.
        if (from..to).contains(&at) {
            draws[from..to].select_nth_unstable_by(at - from, f64::total_cmp);
        }
    };
    select(below[2], 0, count);
    select(below[1], 0, below[2]);
    select(below[0], 0, below[1]);
    select(below[3], below[2] + 1, count);
    select(below[4], below[3] + 1, count);
    std::array::from_fn(|at| {
        let (lower, part) = (draws[below[at]], places[at] - places[at].floor());
        // The next larger stands before or at the next place that is in order.
        let next = below.iter().find(|next| **next > below[at]).map_or(count, |next| next + 1);
        let after = &draws[below[at] + 1..next];
        let upper = if part > 0.0 { after.iter().copied().fold(f64::INFINITY, f64::min) } else { lower };
        lower * (1.0 - part) + upper * part
    })
}

/// The side of the median on which the draws reach further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A few draws are far above the rest.
    Above,
    /// A few draws are far below the rest.
    Below,
}

/// Mean and median that are apart, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skew {
    /// Arithmetic mean of the draws.
    pub mean: f64,
    /// Half of the draws lie below.
    pub median: f64,
    /// Distance of the two as a part of the width of the band (0.1: a tenth); infinite if the band has no width.
    pub part_of_band: f64,
    /// Where the longer tail is.
    pub longer: Side,
}

impl fmt::Display for Skew {
    /// One sentence without numbers, to stand beside the two.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = match self.longer {
            Side::Above => "above",
            Side::Below => "below",
        };
        write!(
            f,
            "The mean lies {side} the median because the draws are skewed: some reach far {side} the rest and pull the \
             mean with them, while half of the draws still lie on each side of the median."
        )
    }
}
