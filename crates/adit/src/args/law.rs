//! Arguments of the commands about the law.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub struct Clock {
    /// A clock file of your own (clock.toml), or a clock that comes with adit; without it their list
    pub file: Option<String>,
    /// The day of the question [default: today]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// What if this happens on that day, as supplement-delivered=2026-06-01 (repeatable)
    #[arg(long, value_name = "KIND=DATE")]
    pub what_if: Vec<String>,
    /// How what the law leaves open is read: preparation-counted, as-extraction, as-processing or from-acknowledgement
    /// (repeatable)
    #[arg(long, value_name = "READING")]
    pub reading: Vec<String>,
    /// Draw the lengths of the steps that remain this often [default: 1000]
    #[arg(long, value_name = "N")]
    pub draws: Option<usize>,
    /// How likely is a decision on or before this day?
    #[arg(long, value_name = "DATE")]
    pub before: Option<String>,
    /// Write the schedule into a file: .ics, .csv, .xlsx or a page to print (.html)
    #[arg(long, value_name = "FILE")]
    pub export: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Plan {
    /// A plan file of your own (plan.toml), or a made-up plan that comes with adit; without it their list
    pub file: Option<String>,
    /// Write the check into a file: .csv or .xlsx
    #[arg(long, value_name = "FILE")]
    pub export: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Obligations {
    /// The day of the question [default: today]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Only this party: commission, member-state, single-point-of-contact, competent-authority, planning-authority,
    /// promoter, waste-operator, large-company, market-operator, scheme-owner or board
    #[arg(long, value_name = "PARTY")]
    pub who: Option<String>,
    /// Duties without a date as well
    #[arg(long)]
    pub all: bool,
    /// Write what is due into a file: .ics, .csv or .xlsx
    #[arg(long, value_name = "FILE")]
    pub export: Option<PathBuf>,
}
