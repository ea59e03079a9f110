//! A portfolio for people: the chosen set with bound and gap, what each rule uses and costs, why the others lost.

use adit_answer::choose::portfolio::limit::PortfolioLimit;
use adit_answer::choose::portfolio::{PortfolioAnswer, table};
use adit_answer::tables::Cell;
use adit_figure::number::{Reading, number};

use crate::args::Global;
use crate::outcome::Stop;
use crate::print;

const CHOSEN: [(&str, &str); 6] = [
    ("name", "Project"),
    ("start", "Starts"),
    ("size", "Size"),
    ("instrument", "With"),
    ("contributes", "Contributes"),
    ("public_cost", "Public, m EUR"),
];

/// The first column of [`table::chosen`] whose unit is not printed again.
const CONTRIBUTES: usize = 5;

/// The column of [`table::chosen`] that names the instrument.
const INSTRUMENT: usize = 4;

const LIMITS: [(&str, &str); 5] =
    [("name", "Rule"), ("used", "Used"), ("limit", "Limit"), ("price", "Price"), ("price_unit", "per")];

/// Prints all of it.
pub fn print(global: &Global, answer: &PortfolioAnswer) -> Result<(), Stop> {
    for line in &answer.says {
        say(line)?;
    }
    if let Some(conflict) = &answer.conflict {
        say(&conflict.says)?;
        for rule in &conflict.rules {
            let line = rule.line.map(|line| format!(" (line {line})")).unwrap_or_default();
            print::text(&print::wrapped(&format!("- {}{line}", rule.says), 2))?;
        }
    }
    if answer.objective.is_some() {
        proof(answer)?;
        heading("Chosen")?;
        let mut chosen = shortened(table::chosen(answer));
        // A name of two words may stand on two lines.
        for cell in chosen.rows.iter_mut().filter_map(|row| row.get_mut(INSTRUMENT)) {
            if let Cell::Text(name) = cell {
                *name = name.replace('-', " ");
            }
        }
        // The unit stands in the line above, and not behind every number.
        for column in chosen.columns.iter_mut().skip(CONTRIBUTES) {
            column.unit.clear();
        }
        print::columns(&chosen, &CHOSEN)?;
    }
    if !answer.rejected.is_empty() {
        heading("Why not the others")?;
    }
    for of in &answer.rejected {
        say(&format!("{}: {}", of.name, of.why_not))?;
    }
    limits(answer)?;
    benchmarks(answer)?;
    totals(answer)?;
    for finding in &answer.check_findings {
        say(&format!("Check: {finding}"))?;
    }
    for note in answer.missing.iter().chain(&answer.notes) {
        print::note(global.quiet, &print::wrapped(note, 0))?;
    }
    Ok(())
}

fn say(line: &str) -> Result<(), Stop> {
    print::text(&print::wrapped(line, 0))
}

fn heading(text: &str) -> Result<(), Stop> {
    print::text(&format!("\n{text}"))
}

/// Four significant digits: enough to tell objective and bound apart.
fn figure(value: Option<f64>, unit: &str) -> String {
    number(&Reading::plain(four(value), unit))
}

fn four(value: Option<f64>) -> Option<f64> {
    value.map(|value| {
        if value == 0.0 {
            return 0.0;
        }
        let scale = 10f64.powf(3.0 - value.abs().log10().floor());
        (value * scale).round() / scale
    })
}

/// Objective, bound, gap and check.
fn proof(answer: &PortfolioAnswer) -> Result<(), Stop> {
    let unit = answer.aim.unit.as_str();
    let checked = if answer.checked { "checked by our own code" } else { "our own check does not agree, see below" };
    say(&format!(
        "{}: {}; no set has {} than {}; gap {}; status {}; {checked}.",
        answer.aim.name,
        figure(answer.objective, unit),
        if answer.aim.sense == "max" { "more" } else { "less" },
        figure(answer.bound, unit),
        number(&Reading::plain(answer.gap.map(|gap| (gap * 1e6).round() / 1e6), "share")),
        answer.status
    ))
}

/// The numbers of a table to four significant digits.
fn shortened(mut table: adit_answer::tables::PlainTable) -> adit_answer::tables::PlainTable {
    for row in &mut table.rows {
        for cell in row.iter_mut() {
            if let Cell::Number { value, unit, .. } = cell {
                let unit = unit.clone();
                let short = Cell::plain(four(*value));
                *cell = unit.map_or(short.clone(), |unit| short.in_unit(&unit));
            }
        }
    }
    table
}

/// Rules that bind or have a price; the others are counted.
fn limits(answer: &PortfolioAnswer) -> Result<(), Stop> {
    let told = |limit: &PortfolioLimit| limit.binding || limit.price.is_some_and(|price| price != 0.0);
    if !answer.limits.is_empty() {
        heading("What the rules use, and what loosening one by a unit changes")?;
        let mut all = shortened(table::limits(answer));
        let kept: Vec<bool> = answer.limits.iter().map(told).collect();
        let binding = kept.iter().filter(|kept| **kept).count();
        if binding > 0 {
            let rows = all.rows.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(row, _)| row);
            all.rows = rows.collect();
            print::columns(&all, &LIMITS)?;
        }
        let others = answer.limits.len() - binding;
        if others > 0 {
            say(&format!("{others} more rules leave room; --format json has them all."))?;
        }
    }
    Ok(())
}

fn benchmarks(answer: &PortfolioAnswer) -> Result<(), Stop> {
    if answer.benchmarks.is_empty() {
        return Ok(());
    }
    heading("Benchmarks of Art. 5(1), before and after")?;
    let percent = |share: Option<f64>| number(&Reading::plain(share.map(|s| (s * 1e3).round() / 1e3), "share"));
    for of in &answer.benchmarks {
        say(&format!(
            "{}, {}, {}: {} to {} (aim {}).",
            of.material_name,
            of.stage,
            of.year,
            percent(of.before),
            percent(of.after),
            percent(Some(of.aim))
        ))?;
    }
    Ok(())
}

fn totals(answer: &PortfolioAnswer) -> Result<(), Stop> {
    if answer.totals.is_empty() {
        return Ok(());
    }
    heading("In all")?;
    for of in &answer.totals {
        let value = number(&Reading::between(four(of.value), of.low, of.high, &of.unit));
        let unknown =
            if of.unknown.is_empty() { String::new() } else { format!(" (not known of {})", of.unknown.join(", ")) };
        say(&format!("{}: {value}{unknown}.", of.name))?;
    }
    Ok(())
}
