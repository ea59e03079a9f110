//! How prices move: a geometric walk, or a walk that is drawn back to its level, each calibrated to yearly real prices.

mod calibrate;
mod process;
mod series;

pub use calibrate::{Calibration, FEW_YEARS, Geometric, MeanReversion, calibrate, unit_root_critical};
pub use process::{Path, PriceProcess};
pub use series::{PriceModels, ProcessAsked, price_models};

/// The rules of prices.
pub static RULES: [&adit_number::Rule; 6] = [
    &series::REAL_PRICE,
    &calibrate::VOLATILITY,
    &calibrate::AROUND,
    &calibrate::SPEED,
    &calibrate::UNIT_ROOT,
    &series::BORROWED,
];
