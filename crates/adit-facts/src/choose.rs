//! Facts and files of the Choose room: prices, fiscal terms, rules of public money, impact factors, inputs of appraisals,
//! portfolio files, criteria and weights.

pub mod appraisal_file;
pub mod appraisal_inputs;
pub mod fiscal;
pub mod fund_rules;
pub mod impact_factors;
pub mod portfolio_file;
pub mod prices;
pub mod weights_file;
