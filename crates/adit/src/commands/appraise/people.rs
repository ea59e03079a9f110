//! An appraisal for people: the answer, its figures with bands, the account through the years, instruments, impacts.

use adit_answer::choose::ChooseBand;
use adit_answer::choose::appraisal::impact::AppraisalImpact;
use adit_answer::choose::appraisal::instrument::AppraisalInstrument;
use adit_answer::choose::appraisal::{AppraisalAnswer, table};
use adit_answer::tables::{Cell, Column, PlainTable};
use adit_figure::number::{Reading, bounds, number};

use crate::args::{Appraise, Global};
use crate::outcome::Stop;
use crate::print;

/// Inputs whose weight is shown to people; all leave as JSON.
const MATTERS: usize = 8;

/// Columns of the table of instruments.
const INSTRUMENTS: [(&str, &str); 6] = [
    ("name", "Instrument"),
    ("public_cost", "Costs"),
    ("public_cost_tail", "worst 5 %"),
    ("grant_equivalent", "Grant eq."),
    ("intensity", "Aid"),
    ("tonnes_per_eur", "t per 1000 EUR"),
];

/// Prints all of it.
pub fn print(global: &Global, args: &Appraise, answer: &AppraisalAnswer) -> Result<(), Stop> {
    for line in &answer.says {
        say(line, 0)?;
    }
    if args.inputs {
        return inputs(answer);
    }
    heading(&format!("Figures, {}", table::money(answer)))?;
    print::table(&figures(answer))?;
    say(&answer.irr.says, 0)?;
    heading("Cash flow")?;
    print::table(&cash_flow(answer, args.lines))?;
    matters(answer)?;
    options(answer)?;
    instruments(answer)?;
    impacts(answer)?;
    people_and_public(answer)?;
    for line in answer.missing.iter().chain(&answer.notes) {
        print::note(global.quiet, &print::wrapped(line, 0))?;
    }
    Ok(())
}

fn say(line: &str, indent: usize) -> Result<(), Stop> {
    print::text(&print::wrapped(line, indent))
}

fn heading(text: &str) -> Result<(), Stop> {
    print::text(&format!("\n{text}"))
}

/// Three significant digits: an appraisal knows no more.
fn rounded(value: Option<f64>) -> Option<f64> {
    value.map(|value| {
        if value == 0.0 {
            return 0.0;
        }
        let scale = 10f64.powf(2.0 - value.abs().log10().floor());
        (value * scale).round() / scale
    })
}

/// A number with its unit, in three significant digits.
fn figure(value: Option<f64>, unit: &str) -> String {
    number(&Reading::plain(rounded(value), unit))
}

/// Base case and band of every figure.
fn figures(answer: &AppraisalAnswer) -> PlainTable {
    let irr = ChooseBand {
        base: answer.irr.base,
        p5: answer.irr.p5,
        p50: answer.irr.p50,
        p95: answer.irr.p95,
        mean: None,
        unit: "share".to_owned(),
        why: answer.irr.why.clone(),
    };
    let all = [
        ("Net present value", &answer.npv),
        ("Internal rate of return", &irr),
        ("Payback, years", &answer.payback),
        ("Lowest debt cover", &answer.debt_cover),
        ("Break-even price, EUR/t", &answer.break_even),
        ("Levelised cost, EUR/t", &answer.levelised_cost),
    ];
    let rows = all.iter().filter(|(_, band)| band.base.is_some() || band.p50.is_some()).map(|(name, band)| {
        // The unit stands in the name of a row, that of a share behind each number.
        let unit = if band.unit == "share" { "share" } else { "" };
        let cell = |value: Option<f64>| Cell::plain(rounded(value)).in_unit(unit);
        vec![Cell::text(*name), cell(band.base), cell(band.p5), cell(band.p50), cell(band.p95)]
    });
    PlainTable {
        name: "figures".to_owned(),
        title: String::new(),
        columns: vec![
            Column::text("name", "Figure"),
            Column::number("base", "Base case", ""),
            Column::number("p5", "5 % below", ""),
            Column::number("p50", "Median", ""),
            Column::number("p95", "95 % below", ""),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

/// The account: every year, or each phase's years shortened to its first and last.
fn cash_flow(answer: &AppraisalAnswer, all: bool) -> PlainTable {
    let mut table = table::cash_flow(answer);
    let years = &answer.cash_flow;
    // Years in which only delayed draws still move anything are left to the JSON.
    let moves = |at: &usize| years[*at].revenue != 0.0 || years[*at].cost != 0.0 || years[*at].tax != 0.0;
    let first = (0..years.len()).find(moves).unwrap_or(0);
    let last = (0..years.len()).rev().find(moves).unwrap_or(0);
    let shown = |at: usize| {
        if !all && !(first..=last).contains(&at) {
            return false;
        }
        let phase = &years[at].phase;
        let begins = at == 0 || years[at - 1].phase != *phase;
        let ends = at + 1 == years.len() || years[at + 1].phase != *phase;
        all || begins || ends || years[at].year.is_multiple_of(5)
    };
    table.rows = table.rows.into_iter().enumerate().filter(|(at, _)| shown(*at)).map(|(_, row)| row).collect();
    table.columns.retain(|column| column.id != "discounted");
    for row in &mut table.rows {
        row.remove(7);
        for cell in row.iter_mut() {
            if let Cell::Number { value, low, high, .. } = cell {
                let tenth = |value: Option<f64>| value.map(|value| (value * 10.0).round() / 10.0);
                *cell = Cell::number(tenth(*value), tenth(*low), tenth(*high), None).in_unit("");
            }
        }
    }
    table
}

/// What matters most.
fn matters(answer: &AppraisalAnswer) -> Result<(), Stop> {
    if answer.matters.is_empty() {
        return Ok(());
    }
    heading("What matters most")?;
    for of in answer.matters.iter().take(MATTERS) {
        let range = bounds(&Reading::between(None, Some(of.low), Some(of.high), printed(&of.unit)));
        let line = format!(
            "{}, {range}: net present value {} to {}.",
            of.name,
            figure(Some(of.npv_low), ""),
            figure(Some(of.npv_high), "million EUR")
        );
        say(&line, 0)?;
    }
    Ok(())
}

fn options(answer: &AppraisalAnswer) -> Result<(), Stop> {
    let lines: Vec<&str> =
        [answer.stages.as_ref().map(|of| of.says.as_str()), answer.waiting.as_ref().map(|of| of.says.as_str())]
            .into_iter()
            .flatten()
            .collect();
    if lines.is_empty() {
        return Ok(());
    }
    heading("What may still be decided")?;
    lines.into_iter().try_for_each(|line| say(line, 0))
}

fn instruments(answer: &AppraisalAnswer) -> Result<(), Stop> {
    if answer.instruments.is_empty() {
        return Ok(());
    }
    heading("Public instruments, each alone")?;
    let mut table = table::instruments(answer);
    for row in &mut table.rows {
        for (cell, column) in row.iter_mut().zip(&table.columns) {
            if let Cell::Number { value, .. } = cell {
                // Per thousand euro: tonnes per euro have too many zeros to be read.
                let times = if column.id == "tonnes_per_eur" { 1000.0 } else { 1.0 };
                let unit = if column.unit == "share" { "share" } else { "" };
                *cell = Cell::plain(rounded(value.map(|value| value * times))).in_unit(unit);
            }
        }
    }
    print::columns(&table, &INSTRUMENTS)?;
    for of in &answer.instruments {
        for breach in &of.breaches {
            say(&format!("{} breaks {}: {}", of.name, breach.paragraph, breach.says), 0)?;
        }
    }
    best(&answer.instruments).map_or(Ok(()), |line| say(&line, 0))
}

/// Which instrument secures most per euro, of those that keep the rules.
fn best(all: &[AppraisalInstrument]) -> Option<String> {
    let kept = all.iter().filter(|of| of.breaches.is_empty()).filter_map(|of| Some((of, of.tonnes_per_eur?)));
    let (of, tonnes) = kept.max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(format!(
        "Of those that keep the rules, {} secures most: {} per thousand euro of expected public cost.",
        of.name.to_lowercase(),
        figure(Some(tonnes * 1000.0), "t")
    ))
}

fn impacts(answer: &AppraisalAnswer) -> Result<(), Stop> {
    if answer.impacts.is_empty() {
        return Ok(());
    }
    heading("Impacts beside imports at the world mix")?;
    answer.impacts.iter().try_for_each(|of| say(&impact(of), 0))
}

fn impact(of: &AppraisalImpact) -> String {
    let shown = |figure: &adit_answer::chain::FigureDocument| {
        let reading = Reading::between(figure.value, figure.low, figure.high, printed(&of.unit));
        number(&reading)
    };
    format!("{}, {}: {} here, {} imported. {}", of.name, of.material, shown(&of.project), shown(&of.imports), of.says)
}

fn people_and_public(answer: &AppraisalAnswer) -> Result<(), Stop> {
    if !answer.jobs.is_empty() {
        heading("Jobs")?;
    }
    for of in &answer.jobs {
        let jobs = number(&Reading::between(of.jobs.value, of.jobs.low, of.jobs.high, ""));
        say(&format!("{}, {} to {}: {jobs}.", of.name, of.from, of.to), 0)?;
    }
    if !answer.public_income.is_empty() {
        heading("Public income over the life")?;
    }
    for of in &answer.public_income {
        let line = format!("{}, {}: {}. {}", of.receiver, of.kind, figure(Some(of.total), "million EUR"), of.rule);
        say(&line, 0)?;
    }
    Ok(())
}

/// Every input with its range, kind, source, and the place in it or the reason.
fn inputs(answer: &AppraisalAnswer) -> Result<(), Stop> {
    let mut group = "";
    for of in &answer.inputs {
        if of.group != group {
            heading(&of.group)?;
            group = &of.group;
        }
        let reading = Reading::between(Some(of.value), of.low, of.high, printed(&of.unit));
        let range =
            if of.low.is_some() || of.high.is_some() { format!(" ({})", bounds(&reading)) } else { String::new() };
        let source = of.source.as_ref().map(|source| format!("{source}, ")).unwrap_or_default();
        let note = of.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
        let line = format!(
            "{} [{}]: {}{range}, {}: {source}{}{note}",
            of.name,
            of.id,
            number(&Reading::plain(Some(of.value), printed(&of.unit))),
            of.kind,
            of.locator
        );
        say(&line, 2)?;
    }
    Ok(())
}

/// A pure number has no unit to print.
fn printed(unit: &str) -> &str {
    if unit == "1" { "" } else { unit }
}
