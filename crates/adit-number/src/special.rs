//! Special functions that `libm` does not have.
//!
//! The crates that have them (statrs, puruspe, special) take `exp`, `ln` and powers from the platform, so that their
//! last digits differ from machine to machine; draws must not.

mod beta;
mod gamma;

pub use beta::{IncompleteBeta, LARGEST_SHAPE, SMALLEST_SHAPE};
pub use gamma::upper_gamma;
