//! `adit outlook`: stocks, end of life and recycling, of a sourced European case or of a model file.

mod case;
mod condensed;
pub mod export;
mod model_run;
mod progress;

pub use model_run::is_file;

use adit_answer::Session;
use adit_answer::outlook::{OutlookCases, table};

use crate::args::{Format, Global, Outlook};
use crate::outcome::Stop;
use crate::{open, print};

/// Columns of the list of cases.
const CASES: [(&str, &str); 4] =
    [("case", "Case"), ("question", "Question"), ("materials", "Materials"), ("years", "Years")];

/// Prints the cases, or answers for one.
pub fn run(global: &Global, args: &Outlook) -> Result<(), Stop> {
    if let Some(file) = args.what.as_deref().filter(|what| model_run::is_file(what)) {
        return model_run::run(global, args, file);
    }
    let session = open::session(global)?;
    match &args.what {
        None => list(global, &session.outlook_cases()),
        Some(name) => named(global, args, &session, name),
    }
}

/// A case by its id, or the cases that follow a material.
fn named(global: &Global, args: &Outlook, session: &Session, name: &str) -> Result<(), Stop> {
    let is_case = session.outlook_cases().cases.iter().any(|case| case.id == name);
    if is_case {
        return case::run(global, args, session, name);
    }
    match session.outlook_cases_of(name) {
        Ok(cases) if !cases.cases.is_empty() => list(global, &cases),
        Ok(_) => Err(Stop::wrong(format!("no case follows {name}"), "`adit outlook` lists the cases")),
        // Neither a material: the names of cases are nearer to what was meant.
        Err(_) => case::run(global, args, session, name),
    }
}

fn list(global: &Global, cases: &OutlookCases) -> Result<(), Stop> {
    match global.format {
        Format::Json => print::json(cases),
        Format::Csv => print::text(&table::cases(cases).to_csv()),
        Format::Table => print::columns(&table::cases(cases), &CASES),
    }
}
