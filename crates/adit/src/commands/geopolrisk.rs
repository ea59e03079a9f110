//! `adit geopolrisk`: a second, independent method on the same facts.

use adit_answer::chain::geopolrisk::{GeoPolRiskQuestion, table};

use crate::args::{Format, Geopolrisk, Global};
use crate::outcome::Stop;
use crate::{open, print};

/// Prints the scores.
pub fn run(global: &Global, args: &Geopolrisk) -> Result<(), Stop> {
    let session = open::session(global)?;
    let for_people = global.format == Format::Table;
    let union = (for_people && args.country.is_none()).then(|| "EU27".to_owned());
    let question = GeoPolRiskQuestion {
        material: args.material.clone(),
        country: args.country.clone().or(union),
        year: args.year,
    };
    let answer = session.geopolrisk(&question)?;
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&table(&answer).to_csv()),
        Format::Table => {
            print::table(&table(&answer))?;
            answer.notes.iter().try_for_each(|note| print::note(global.quiet, &print::wrapped(note, 0)))
        }
    }
}
