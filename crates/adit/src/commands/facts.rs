//! `adit facts`: what adit knows, and from whom.

use adit_answer::facts;

use crate::args::{Facts, Format, Global};
use crate::outcome::Stop;
use crate::{open, print};

/// Facts of a table shown to people unless they ask for another number.
const SHOWN: usize = 50;

/// Prints tables, facts, one fact or the sources.
pub fn run(global: &Global, args: &Facts) -> Result<(), Stop> {
    let session = open::session(global)?;
    match args.what.as_deref() {
        None => {
            let answer = session.tables();
            print(global, &answer, || facts::tables_table(&answer))
        }
        Some("sources") => {
            let answer = session.sources();
            print(global, &answer, || facts::sources_table(&answer))
        }
        Some(key) if key.contains('/') => {
            let answer = session.fact(key)?;
            print(global, &answer, || facts::fact_table(&answer))
        }
        Some(table) => {
            let limit = args.limit.or((global.format == Format::Table).then_some(SHOWN));
            let answer = session.facts(table, args.under.as_deref(), limit)?;
            print(global, &answer, || facts::facts_table(&answer))?;
            if answer.facts.len() < answer.total {
                let says = format!("{} of {} facts; --limit N shows more, --under PARTS fewer.", answer.facts.len(), answer.total);
                print::note(global.quiet, &says)?;
            }
            Ok(())
        }
    }
}

fn print(
    global: &Global,
    document: &impl serde::Serialize,
    table: impl FnOnce() -> adit_answer::tables::PlainTable,
) -> Result<(), Stop> {
    match global.format {
        Format::Json => print::json(document),
        Format::Csv => print::text(&table().to_csv()),
        Format::Table => print::table(&table()),
    }
}
