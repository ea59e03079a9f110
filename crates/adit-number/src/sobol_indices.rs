//! Which input matters most: first-order and total Sobol indices of independent inputs or groups of inputs.
//!
//! The **first-order** index of a group is the part of the variance of a figure that goes away, on average, if the group
//! becomes known; the **total** index the part that stays if everything else becomes known. They differ by what the
//! group does together with others. A [`Design`] says which draws of which inputs the model has to be run on, in any
//! order and in blocks; [`sobol_indices`] reads the indices from the figures. Inputs that depend on each other have no
//! indices of their own: they are one group.
//!
//! ```
//! use adit_number::{Design, Matrix, Sampling, Sensitivity, sobol_indices};
//!
//! let design = Design::new(Sampling::Sobol, 1, 1024, &[10, 20], &[])?;
//! let model = |x: f64, y: f64| 2.0 * x + y;
//! let run = |matrix| (0..1024).map(|draw| model(design.u(matrix, 0, draw), design.u(matrix, 1, draw))).collect();
//! let (a, b): (Vec<f64>, Vec<f64>) = (run(Matrix::A), run(Matrix::B));
//! let swapped: Vec<Vec<f64>> = (0..design.groups().len()).map(|group| run(Matrix::Swapped(group))).collect();
//! let Sensitivity::Groups(indices) = sobol_indices(&a, &b, &swapped)? else { unreachable!() };
//! assert!((indices[0].first.value - 0.8).abs() < 0.01 && (indices[1].total.value - 0.2).abs() < 0.01);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use thiserror::Error;

use crate::groups::connected;
use crate::sampling::{Sampler, Sampling, SamplingError};

pub use estimate::{Estimate, GroupIndex, Sensitivity, SensitivityError, sobol_indices};

mod estimate;

/// Which of the design's sets of draws.
///
/// # Source
/// A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto, S. Tarantola (2010), Variance based sensitivity analysis
/// of model output: design and estimator for the total sensitivity index, Computer Physics Communications 181(2),
/// 259-270, <https://doi.org/10.1016/j.cpc.2009.09.018>, section 3: the matrices A, B and `A_B^(i)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Matrix {
    /// The first sample.
    A,
    /// The second sample, independent of the first.
    B,
    /// The first sample, with the inputs of this group from the second.
    Swapped(usize),
}

/// The draws that Sobol indices need.
#[derive(Clone, Debug)]
pub struct Design {
    first: Sampler,
    second: Sampler,
    groups: Vec<Vec<usize>>,
    group_of: Vec<usize>,
}

/// Why there is no design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DesignError {
    /// The samples cannot be had.
    #[error(transparent)]
    Sampling(#[from] SamplingError),
    /// A group names an input that does not exist.
    #[error("a group names input {input}, but there are {inputs} inputs (the first is 0)")]
    NoSuchInput {
        /// The input.
        input: usize,
        /// How many inputs there are.
        inputs: usize,
    },
}

impl Design {
    /// A design of `draws` draws of inputs with these stable keys. `together` lists inputs (by their places) that form
    /// one group, such as those of [`crate::Correlations::groups`]; lists that share an input are joined, inputs of one
    /// key always are, and every other input is a group of its own. The model runs `draws * (groups + 2)` times.
    pub fn new(
        sampling: Sampling,
        seed: u64,
        draws: u64,
        keys: &[u64],
        together: &[&[usize]],
    ) -> Result<Self, DesignError> {
        let inputs = keys.len();
        if let Some(&input) = together.iter().copied().flatten().find(|input| **input >= inputs) {
            return Err(DesignError::NoSuchInput { input, inputs });
        }
        let stated = together.iter().flat_map(|group| group.windows(2).map(|pair| (pair[0], pair[1])));
        let same_key = (0..inputs)
            .flat_map(|one| (0..one).filter(move |other| keys[*other] == keys[one]).map(move |other| (one, other)));
        let groups = connected(inputs, stated.chain(same_key));
        let mut group_of = vec![0; inputs];
        for (number, group) in groups.iter().enumerate() {
            for input in group {
                group_of[*input] = number;
            }
        }
        let first = Sampler::new(sampling, seed, draws, keys)?;
        let second = first.twin()?;
        Ok(Design { first, second, groups, group_of })
    }

    /// The groups, each a list of inputs by their places; their order is that of the indices.
    pub fn groups(&self) -> &[Vec<usize>] {
        &self.groups
    }

    /// Every set of draws that the model has to be run on: A, B, and one for each group.
    pub fn matrices(&self) -> impl Iterator<Item = Matrix> {
        [Matrix::A, Matrix::B].into_iter().chain((0..self.groups.len()).map(Matrix::Swapped))
    }

    /// The sample A: the very draws of a run without indices with the same sampling, seed, draws and keys, so that its
    /// figures can be used again.
    pub fn sampler(&self) -> &Sampler {
        &self.first
    }

    /// The number of one input in one draw of a set.
    ///
    /// # Panics
    /// If there is no such input.
    pub fn u(&self, matrix: Matrix, input: usize, draw: u64) -> f64 {
        self.sample_of(matrix, input).u(input, draw)
    }

    /// Fills in the numbers of one input in the draws of a set from `first_draw` on. Correlations are applied after it,
    /// to all inputs of the block, as in any run.
    ///
    /// # Panics
    /// If there is no such input.
    pub fn fill(&self, matrix: Matrix, input: usize, first_draw: u64, into: &mut [f64]) {
        self.sample_of(matrix, input).fill(input, first_draw, into);
    }

    fn sample_of(&self, matrix: Matrix, input: usize) -> &Sampler {
        match matrix {
            Matrix::B => &self.second,
            Matrix::Swapped(group) if self.group_of[input] == group => &self.second,
            Matrix::A | Matrix::Swapped(_) => &self.first,
        }
    }
}
