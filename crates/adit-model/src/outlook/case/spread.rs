//! How a row spreads in draws, quick to draw from.
//!
//! The inverse of a PERT distribution has no closed form and costs a microsecond; a case has hundreds and draws each a
//! thousand times. It is therefore tabulated once over the standard normal quantile of `u`, where it is smooth, with its
//! exact slope, and read between the nodes by a cubic: within 1e-6 of the range of the row, and exact in the tails beyond
//! the table. The other distributions are evaluated as they are.

use std::sync::{Arc, OnceLock};

use adit_number::{Distribution, Family, normal_quantile};

/// The table goes to this many standard deviations each way; beyond lies a part of 2e-9.
const REACH: f64 = 6.0;

/// Nodes for one standard deviation.
const NODES: f64 = 8.0;

/// A spread between a lowest and a highest value.
#[derive(Debug, Clone)]
pub struct Spread {
    exact: Distribution,
    /// Lowest, mode and highest of a PERT, with its table.
    table: Option<(f64, f64, f64, Arc<OnceLock<Table>>)>,
}

/// The inverse over the standard normal quantile: value and slope at each node, as shares of the range.
type Table = Vec<[f64; 2]>;

impl Spread {
    /// A distribution, quick to draw from.
    pub fn new(exact: Distribution) -> Self {
        let table = match *exact.family() {
            Family::Pert { low, mode, high } => Some((low, mode, high, Arc::default())),
            _ => None,
        };
        Self { exact, table }
    }

    /// Shares the table of another of the same shape.
    pub(super) fn share_table(&mut self, other: &Self) {
        let shape = |(low, mode, high, _): &(f64, f64, f64, _)| (mode - low) / (high - low);
        if let (Some(own), Some(other)) = (&mut self.table, &other.table)
            && shape(own) == shape(other)
        {
            own.3 = Arc::clone(&other.3);
        }
    }

    /// The distribution itself.
    pub fn exact(&self) -> &Distribution {
        &self.exact
    }

    /// The values of eight random numbers; `normal` are their standard normal quantiles.
    pub(super) fn values(&self, random: [f64; 8], normal: [f64; 8]) -> [f64; 8] {
        let Some((low, mode, high, table)) = &self.table else {
            return random.map(|u| self.exact.quantile(u));
        };
        let table = table.get_or_init(|| tabulate((mode - low) / (high - low)));
        std::array::from_fn(|lane| {
            read(table, normal[lane]).map_or_else(|| self.exact.quantile(random[lane]), |x| low + (high - low) * x)
        })
    }
}

/// The value at a standard normal quantile; `None` beyond the table.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 <= place < nodes")]
fn read(table: &Table, z: f64) -> Option<f64> {
    let place = (z + REACH) * NODES;
    if !(place >= 0.0 && place < (table.len() - 1) as f64) {
        return None;
    }
    let (node, part) = (place.floor() as usize, place - place.floor());
    let [[from, out], [to, inwards]] = [table[node], table[node + 1]];
    let (square, rest) = (part * part, 1.0 - part);
    Some(
        from * (1.0 + 2.0 * part) * rest * rest + out * part * rest * rest + to * square * (3.0 - 2.0 * part)
            - inwards * square * rest,
    )
}

/// The inverse of the PERT distribution on 0..1 with a mode.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
fn tabulate(mode: f64) -> Table {
    let Ok(pert) = Distribution::new(Family::Pert { low: 0.0, mode, high: 1.0 }) else { return vec![[0.0; 2]] };
    let (below, above) = (4.0 * mode, 4.0 * (1.0 - mode));
    // The density x^4m (1 - x)^(4 - 4m) / B, with B = gamma(1 + 4m) gamma(5 - 4m) / gamma(6) and gamma(6) = 120.
    let beta = libm::tgamma(1.0 + below) * libm::tgamma(1.0 + above) / 120.0;
    let nodes = (2.0 * REACH * NODES) as usize;
    (0..=nodes)
        .map(|node| {
            let z = node as f64 / NODES - REACH;
            let x = pert.quantile(adit_number::normal_cdf(z));
            let density = libm::pow(x, below) * libm::pow(1.0 - x, above) / beta;
            let normal = libm::exp(-0.5 * z * z) / std::f64::consts::TAU.sqrt();
            [x, normal / density / NODES]
        })
        .collect()
}

/// The standard normal quantiles of eight random numbers.
pub(super) fn normal(random: [f64; 8]) -> [f64; 8] {
    random.map(normal_quantile)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_within_a_millionth_of_the_range() {
        for (low, mode, high) in
            [(0.0, 0.0, 1.0), (0.0, 0.9, 1.0), (0.8, 0.95, 1.0), (14.3, 17.6, 20.4), (2.0, 5.0, 5.0)]
        {
            let exact = Distribution::new(Family::Pert { low, mode, high }).unwrap();
            let quick = Spread::new(exact.clone());
            let mut worst = 0.0f64;
            for i in 0..4000 {
                let u = (f64::from(i) + 0.5) / 4000.0;
                let found = quick.values([u; 8], normal([u; 8]))[3];
                worst = worst.max((found - exact.quantile(u)).abs() / (high - low));
            }
            assert!(worst < 1e-6, "{low} {mode} {high}: {worst:e}");
        }
    }

    #[test]
    fn beyond_the_table_it_is_exact() {
        let exact = Distribution::new(Family::Pert { low: 0.0, mode: 0.3, high: 1.0 }).unwrap();
        let u = 1e-12;
        assert_eq!(Spread::new(exact.clone()).values([u; 8], normal([u; 8]))[0], exact.quantile(u));
    }
}
