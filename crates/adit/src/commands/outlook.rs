//! `adit outlook`: stocks, end of life and recycling, of a sourced European case.

use adit_answer::outlook::table;

use crate::args::{Format, Global, Outlook};
use crate::outcome::Stop;
use crate::{open, print};

/// Columns of the list of cases.
const CASES: [(&str, &str); 4] =
    [("case", "Case"), ("question", "Question"), ("materials", "Materials"), ("years", "Years")];

/// Prints the cases, or answers for one.
pub fn run(global: &Global, args: &Outlook) -> Result<(), Stop> {
    let session = open::session(global)?;
    let cases = match &args.what {
        None => session.outlook_cases(),
        Some(material) => session.outlook_cases_of(material)?,
    };
    match global.format {
        Format::Json => print::json(&cases),
        Format::Csv => print::text(&table::cases(&cases).to_csv()),
        Format::Table => print::columns(&table::cases(&cases), &CASES),
    }
}
