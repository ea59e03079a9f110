//! Special functions that `libm` does not have.

mod gamma;

pub use gamma::upper_gamma;
