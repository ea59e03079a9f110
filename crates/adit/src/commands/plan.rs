//! `adit plan`: did a plan do what Art. 13 asks?

use std::path::Path;

use adit_answer::promises::plan::{PlanAnswer, table};
use adit_facts::door;

use super::outlook::{export, is_file};
use crate::args::{Format, Global, Plan};
use crate::outcome::Stop;
use crate::{open, print};

const FACTS: [(&str, &str); 5] =
    [("region", "Region"), ("name", "Site"), ("kind", "Kind"), ("status", "Status"), ("named", "Named")];

/// Prints the plans, or the check of one.
pub fn run(global: &Global, args: &Plan) -> Result<(), Stop> {
    let session = open::session(global)?;
    let Some(file) = &args.file else {
        let answer = session.plans();
        if global.format == Format::Json {
            return print::json(&answer);
        }
        for plan in &answer.plans {
            print::text(&print::wrapped(&format!("{}: {}. {}.", plan.id, plan.name, plan.says), 2))?;
        }
        return print::text("\n`adit plan FILE` checks one: a made-up plan of the list, or a file of your own.");
    };
    let text = if is_file(file) { Some(door::read_text(Path::new(file))?) } else { None };
    let answer = session.plan(file, text.as_deref())?;
    if let Some(path) = &args.export {
        export::write(&table::checks(&answer), path)?;
        print::note(global.quiet, &format!("{} written.", path.display()))?;
    }
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv => print::text(&table::checks(&answer).to_csv()),
        Format::Table => people(&answer),
    }
}

fn people(answer: &PlanAnswer) -> Result<(), Stop> {
    for line in &answer.says {
        print::text(&print::wrapped(&format!("{line}."), 0))?;
    }
    print::text("")?;
    for check in &answer.checks {
        let standing = check.standing.replace('-', " ");
        print::text(&print::wrapped(&format!("{standing}: {} ({}, line {}).", check.says, check.rule, check.line), 2))?;
        if let Some(mend) = &check.mend {
            print::text(&print::wrapped(&format!("  To mend it: {mend}."), 4))?;
        }
    }
    if !answer.facts.is_empty() {
        print::text("\nIn its regions, by our facts")?;
        print::columns(&table::facts(answer), &FACTS)?;
    }
    if !answer.unknown_names.is_empty() {
        let names = answer.unknown_names.join(", ");
        print::text(&print::wrapped(&format!("Named and not in our facts: {names}."), 0))?;
    }
    print::text("")?;
    for note in &answer.notes {
        print::text(&print::wrapped(note, 0))?;
    }
    Ok(())
}
