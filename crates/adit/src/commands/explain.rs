//! `adit explain`: which single input, changed to what, would give a figure.

use adit_answer::tables;
use adit_facts::Stage;

use crate::args::{Explain, Format, Global};
use crate::outcome::Stop;
use crate::{ask, open, print};

const SHOWN: [(&str, &str); 5] = [
    ("label", "Input"),
    ("now", "now"),
    ("needs", "needs"),
    ("relative_change", "change"),
    ("within_rounding", "in its rounding"),
];

/// Prints the answers.
pub fn run(global: &Global, args: &Explain) -> Result<(), Stop> {
    let session = open::session(global)?;
    let stage = Stage::parse(&args.stage).ok_or_else(|| {
        Stop::wrong(format!("\"{}\" is not a stage", args.stage), "a stage is extraction or processing")
    })?;
    if !args.target.is_finite() || args.target < 0.0 {
        return Err(Stop::wrong(format!("{} is not a supply risk", args.target), "give a number such as 1.9"));
    }
    let study = ask::study(session.package(), &args.study)?;
    let answer = session.explain(&args.material, stage, args.target, &study)?;
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&tables::explain(&answer).to_csv()),
        Format::Table => {
            let found = match answer.answers.len() {
                0 => "no single input of the stage can give it".to_owned(),
                1 => "one single input would give it".to_owned(),
                n => format!("{n} single inputs would give it, nearest first"),
            };
            print::text(&print::wrapped(
                &format!("{}, {}: a supply risk of {}: {found}.", answer.name, answer.stage, answer.target),
                0,
            ))?;
            print::text(&print::wrapped(&answer.note, 0))?;
            if answer.answers.is_empty() { Ok(()) } else { print::columns(&tables::explain(&answer), &SHOWN) }
        }
    }
}
