//! `adit flip`: every value of every single input at which a material enters or leaves the list.

use adit_answer::tables;

use crate::args::{Flip, Format, Global};
use crate::outcome::Stop;
use crate::{ask, open, print};

/// Flips shown to people unless they ask for another number.
const SHOWN: usize = 20;

const SHOWN_COLUMNS: [(&str, &str); 5] = [
    ("label", "Input"),
    ("now", "now"),
    ("flips_at", "flips at"),
    ("relative_change", "change"),
    ("effect", "then it"),
];

/// Prints the flips.
pub fn run(global: &Global, flip: &Flip) -> Result<(), Stop> {
    let session = open::session(global)?;
    let study = ask::study(session.package(), &flip.study)?;
    let limit = flip.limit.or((global.format == Format::Table).then_some(SHOWN));
    let answer = session.flips(&flip.material, &study, limit)?;
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&tables::flips(&answer).to_csv()),
        Format::Table => {
            let met = match answer.rule_met {
                Some(true) => "meets both thresholds now",
                Some(false) => "does not meet both thresholds now",
                None => "has no figure, so nothing can be said",
            };
            print::text(&print::wrapped(
                &format!(
                    "{} {met}. {} values of single inputs would change that; for {} inputs it is proved that no value within their range does.",
                    answer.name,
                    answer.flips_total,
                    answer.proved_none.len()
                ),
                0,
            ))?;
            if let Some(note) = &answer.note {
                print::text(&print::wrapped(note, 0))?;
            }
            if !answer.flips.is_empty() {
                print::columns(&tables::flips(&answer), &SHOWN_COLUMNS)?;
            }
            if answer.flips.len() < answer.flips_total {
                print::note(
                    global.quiet,
                    &format!("The nearest {} of {}; --limit shows more.", answer.flips.len(), answer.flips_total),
                )?;
            }
            Ok(())
        }
    }
}
