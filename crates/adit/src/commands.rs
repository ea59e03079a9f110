//! One file for each command.

pub mod appraise;
pub mod audit;
pub mod benchmarks;
pub mod chain;
pub mod choose;
pub mod clock;
pub mod db;
pub mod explain;
pub mod facts;
pub mod flip;
pub mod geopolrisk;
pub mod import;
pub mod obligations;
pub mod outlook;
pub mod people;
pub mod plan;
pub mod region;
pub mod risk;
pub mod round;
pub mod serve;
pub mod together;
pub mod voice;
pub mod weigh;
pub mod why;
pub mod workspace;
