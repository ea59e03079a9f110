//! Why a case gives no answer.

use adit_number::{DesignError, SamplingError};
use thiserror::Error;

use crate::outlook::error::OutlookError;

/// Why a case gives no answer: what, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum CaseError {
    /// No such case.
    #[error("there is no case \"{given}\" ({hint})")]
    NoCase {
        /// The name given.
        given: String,
        /// Nearest names.
        hint: String,
    },
    /// The case does not follow that material.
    #[error("the case {case} does not follow that material; {hint}")]
    NoMaterial {
        /// The case.
        case: String,
        /// The materials that it follows.
        hint: String,
    },
    /// No such lever.
    #[error("the case {case} has no lever \"{given}\" ({hint})")]
    NoLever {
        /// The case.
        case: String,
        /// The lever given.
        given: String,
        /// Nearest levers.
        hint: String,
    },
    /// A lever is set twice.
    #[error("the lever {0} is set twice; set it once")]
    LeverTwice(String),
    /// A value that nothing can have.
    #[error("the lever {lever} cannot be {value}; {hint}")]
    LeverValue {
        /// The lever.
        lever: String,
        /// The value given.
        value: f64,
        /// What it can be.
        hint: String,
    },
    /// A year in which the lever cannot be reached.
    #[error("the lever {lever} cannot be reached in {year}; {hint}")]
    LeverYear {
        /// The lever.
        lever: String,
        /// The year given.
        year: u16,
        /// What it can be.
        hint: String,
    },
    /// A year outside the case.
    #[error("{year} is outside the case {case}; give a year from {first} to {last}")]
    Year {
        /// The case.
        case: String,
        /// The year given.
        year: u16,
        /// First year.
        first: u16,
        /// Last year.
        last: u16,
    },
    /// A parameter that the case needs has no row.
    #[error(
        "outlook-parameters has no {parameter} of the case {case} for {of}; add a row, with `all` where it does not differ"
    )]
    NoParameter {
        /// The case.
        case: String,
        /// The parameter.
        parameter: &'static str,
        /// Segment, technology and material.
        of: String,
    },
    /// A row that says what cannot be.
    #[error("{row}: {says}; {hint}")]
    Row {
        /// Key of the row.
        row: String,
        /// What is wrong.
        says: String,
        /// How to mend it.
        hint: String,
    },
    /// The stocks and flows of a segment cannot be computed.
    #[error("{segment}: {error}")]
    Segment {
        /// The segment.
        segment: String,
        /// Why.
        error: OutlookError,
    },
    /// The draws cannot be made.
    #[error(transparent)]
    Sampling(#[from] SamplingError),
    /// The sets of draws that indices need cannot be made.
    #[error(transparent)]
    Design(DesignError),
    /// More draws than memory is given to.
    #[error("{draws} draws are too many; ask for at most {most}")]
    TooManyDraws {
        /// The draws asked for.
        draws: usize,
        /// The most.
        most: usize,
    },
    /// Not a region that can be estimated.
    #[error("{0}")]
    Region(String),
}
