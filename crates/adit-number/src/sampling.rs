//! How the inputs of a question are spread over its draws.
//!
//! A [`Sampler`] gives the number `u` in (0, 1) of an input in a draw. It keeps no table of draws: any draw can be had
//! alone, in any order and on any number of threads, with the same bits.
//!
//! | sampling | `u` depends on | good for |
//! | --- | --- | --- |
//! | [`Sampling::Plain`] | seed, draw, key | anything; an added input changes no other |
//! | [`Sampling::LatinHypercube`] | seed, draw, key, number of draws | results that are nearly sums of their inputs |
//! | [`Sampling::Sobol`] | seed, draw, key, rank of the key among all keys | smooth results, Sobol indices |

use std::fmt;

use thiserror::Error;

use crate::random::{fraction, mix, output, start};
use latin::Strata;
use sobol::Dimension;

mod joe_kuo;
mod latin;
mod sobol;

/// Most dimensions of a Sobol sample. With a [`Sampler::twin`] each input takes two.
pub const SOBOL_DIMENSIONS: usize = 512;

/// Most draws of a Latin hypercube or a Sobol sample, 2^32.
pub const MOST_DRAWS: u64 = 1 << 32;

/// Laid over a key it gives the key of the twin: the same input in an independent second sample.
const TWIN: u64 = 0x7477_696e_0000_0000;

/// How inputs are spread over draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sampling {
    /// Independent draws: [`crate::uniform`].
    #[default]
    Plain,
    /// Latin hypercube: with `n` draws each of the `n` equal parts of 0..1 holds exactly one draw of each input. So a
    /// draw depends on the number of draws. Draws from `n` on begin another hypercube of the same size.
    ///
    /// # Source
    /// M. D. McKay, R. J. Beckman, W. J. Conover (1979), A comparison of three methods for selecting values of input
    /// variables in the analysis of output from a computer code, Technometrics 21(2), 239-245,
    /// <https://doi.org/10.2307/1268522>, section 2.
    LatinHypercube,
    /// Sobol sequence with nested uniform scrambling. The dimension of an input is the rank of its key among the
    /// distinct keys of the sample, so draws depend on the set of keys (not on their order). Best with a power of two
    /// as number of draws.
    ///
    /// # Source
    /// I. M. Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7(4), 86-112; direction numbers of
    /// Joe & Kuo (2008); scrambling after A. B. Owen (1995), Randomly permuted (t,m,s)-nets and (t,s)-sequences. The
    /// first point is kept: A. B. Owen (2022), On dropping the first Sobol' point.
    Sobol,
}

impl Sampling {
    /// The name in model files and on the command line: `plain`, `latin-hypercube`, `sobol`.
    pub fn name(self) -> &'static str {
        match self {
            Sampling::Plain => "plain",
            Sampling::LatinHypercube => "latin-hypercube",
            Sampling::Sobol => "sobol",
        }
    }

    /// The sampling of that [`Sampling::name`].
    pub fn named(name: &str) -> Option<Self> {
        [Sampling::Plain, Sampling::LatinHypercube, Sampling::Sobol]
            .into_iter()
            .find(|sampling| sampling.name() == name)
    }
}

impl fmt::Display for Sampling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why there is no sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SamplingError {
    /// A sample without draws.
    #[error("no draws are asked for; ask for at least one")]
    NoDraws,
    /// More draws than 32 bits can count.
    #[error(
        "{draws} draws are more than the {MOST_DRAWS} of {sampling} sampling; ask for fewer, or for plain sampling"
    )]
    TooManyDraws {
        /// The sampling that was asked for.
        sampling: Sampling,
        /// The draws that were asked for.
        draws: u64,
    },
    /// More inputs than there are direction numbers.
    #[error(
        "{needed} dimensions are more than the {SOBOL_DIMENSIONS} of sobol sampling (Sobol indices take two for each \
         input); take latin-hypercube or plain sampling, or let inputs share a key"
    )]
    TooManyDimensions {
        /// Dimensions that the inputs need.
        needed: usize,
    },
}

/// The numbers of a set of inputs in all draws. Inputs are named by their place in the keys given to [`Sampler::new`];
/// inputs of one key have the same numbers.
#[derive(Clone, Debug)]
pub struct Sampler {
    sampling: Sampling,
    seed: u64,
    draws: u64,
    keys: Vec<u64>,
    columns: Vec<Column>,
}

/// What is prepared for one input.
#[derive(Clone, Debug)]
enum Column {
    Plain { start: u64 },
    Latin { start: u64, strata: Strata },
    Sobol(Box<Dimension>),
}

impl Sampler {
    /// Prepares `draws` draws of inputs with these stable keys ([`crate::stable_key`]).
    pub fn new(sampling: Sampling, seed: u64, draws: u64, keys: &[u64]) -> Result<Self, SamplingError> {
        Self::prepare(sampling, seed, draws, keys, false)
    }

    /// An independent second sample of the same inputs, as Sobol indices need it. Its Sobol dimensions follow those of
    /// the first, so that the two together are one Sobol sample.
    pub fn twin(&self) -> Result<Self, SamplingError> {
        Self::prepare(self.sampling, self.seed, self.draws, &self.keys, true)
    }

    fn prepare(sampling: Sampling, seed: u64, draws: u64, keys: &[u64], twin: bool) -> Result<Self, SamplingError> {
        if draws == 0 {
            return Err(SamplingError::NoDraws);
        }
        if draws > MOST_DRAWS && sampling != Sampling::Plain {
            return Err(SamplingError::TooManyDraws { sampling, draws });
        }
        let mut ranked = keys.to_vec();
        ranked.sort_unstable();
        ranked.dedup();
        let needed = if twin { 2 * ranked.len() } else { ranked.len() };
        if sampling == Sampling::Sobol && needed > SOBOL_DIMENSIONS {
            return Err(SamplingError::TooManyDimensions { needed });
        }
        let column = |key: &u64| {
            let start = start(seed, if twin { key ^ TWIN } else { *key });
            match sampling {
                Sampling::Plain => Column::Plain { start },
                Sampling::LatinHypercube => Column::Latin { start, strata: Strata::new(start, draws) },
                Sampling::Sobol => {
                    let rank = ranked.partition_point(|other| other < key) + if twin { ranked.len() } else { 0 };
                    Column::Sobol(Box::new(Dimension::new(rank, start)))
                }
            }
        };
        Ok(Sampler { sampling, seed, draws, keys: keys.to_vec(), columns: keys.iter().map(column).collect() })
    }

    /// How inputs are spread over draws.
    pub fn sampling(&self) -> Sampling {
        self.sampling
    }

    /// The number of draws.
    pub fn draws(&self) -> u64 {
        self.draws
    }

    /// The keys of the inputs, in the order in which they were given.
    pub fn keys(&self) -> &[u64] {
        &self.keys
    }

    /// The number of one input in one draw.
    ///
    /// # Panics
    /// If there is no such input.
    pub fn u(&self, input: usize, draw: u64) -> f64 {
        let mut one = [0.0];
        self.fill(input, draw, &mut one);
        one[0]
    }

    /// Fills in the numbers of one input in the draws from `first_draw` on. A draw has the same bits in whichever block
    /// it falls.
    ///
    /// # Panics
    /// If there is no such input.
    pub fn fill(&self, input: usize, first_draw: u64, into: &mut [f64]) {
        match &self.columns[input] {
            Column::Plain { start } => {
                for (draw, u) in (first_draw..).zip(into) {
                    *u = fraction(output(*start, draw));
                }
            }
            Column::Latin { start, strata } => {
                strata.fill(first_draw, into, |draw| output(*start, draw));
            }
            Column::Sobol(dimension) => dimension.fill(first_draw, into),
        }
    }
}
