//! A sourced case for people: the answer, each material's lines through the years, what matters most, every assumption.

use adit_answer::Session;
use adit_answer::outlook::matters::OutlookMatters;
use adit_answer::outlook::question::{OutlookQuestion, read_setting};
use adit_answer::outlook::{OutlookAnswer, OutlookLine, OutlookMaterial, OutlookRegion, table};
use adit_answer::tables::{Cell, Column, PlainTable};
use adit_figure::number::{Reading, number};

use super::condensed;
use super::export;
use crate::args::{Format, Global, Outlook};
use crate::outcome::Stop;
use crate::print;

/// Columns of the table of flows; where a flow goes says what it is.
const FLOWS: [(&str, &str); 3] = [("from", "From"), ("to", "To"), ("tonnes", "Tonnes a year")];

/// Lines shown to people, in this order; all leave as JSON and CSV.
const SHOWN: [&str; 8] = [
    "put-into-use",
    "consumption",
    "benchmark",
    "recycling-capacity",
    "secondary-supply",
    "scrap-supply",
    "end-of-life",
    "eol-rir",
];

/// The question of the flags.
pub fn question(global: &Global, args: &Outlook, case: &str) -> Result<OutlookQuestion, Stop> {
    let mut question = OutlookQuestion::new(case);
    for setting in &args.set {
        question.set(read_setting(setting)?);
    }
    let mut words: Vec<(&str, &str)> = Vec::new();
    words.extend(args.sampling.as_deref().map(|sampling| ("sampling", sampling)));
    words.extend(args.region.as_deref().map(|region| ("region", region)));
    words.extend(args.within.as_deref().map(|km| ("within", km)));
    words.extend(args.material.iter().map(|material| ("material", material.as_str())));
    let read = OutlookQuestion::from_pairs(case, words)?;
    Ok(OutlookQuestion {
        settings: question.settings,
        draws: args.draws.unwrap_or(0),
        seed: global.seed,
        year: args.flows,
        ..read
    })
}

/// Prints a case.
pub fn run(global: &Global, args: &Outlook, session: &Session, case: &str) -> Result<(), Stop> {
    without_meaning(args)?;
    let question = question(global, args, case)?;
    if args.flows.is_some() {
        let flows = session.outlook_flows(&question)?;
        export(global, args, || table::flows(&flows))?;
        return match global.format {
            Format::Json => print::json(&flows),
            Format::Csv => print::text(&table::flows(&flows).to_csv()),
            Format::Table => {
                print::text(&print::wrapped(&flows.says, 0))?;
                print::text("")?;
                print::columns(&for_reading(table::flows(&flows)), &FLOWS)
            }
        };
    }
    let answer = session.outlook(&question)?;
    export(global, args, || if args.assumptions { table::assumptions(&answer) } else { table::lines(&answer) })?;
    match global.format {
        Format::Json => print::json(&answer),
        Format::Csv if args.assumptions => print::text(&table::assumptions(&answer).to_csv()),
        Format::Csv => print::text(&table::lines(&answer).to_csv()),
        Format::Table => {
            let drawn = question.draws > 0;
            let matters = drawn.then(|| super::progress::matters(global, session, &question)).transpose()?;
            for_people(global, args, &answer, matters.as_ref())
        }
    }
}

/// Flags that mean nothing here are refused rather than passed over.
fn without_meaning(args: &Outlook) -> Result<(), Stop> {
    if args.cohorts {
        return Err(Stop::wrong("--cohorts is for model files", "a case has no cohorts to print; leave the flag out"));
    }
    let beside_flows = [("--draws", args.draws.is_some()), ("--region", args.region.is_some())];
    match beside_flows.into_iter().find(|(_, given)| *given && args.flows.is_some()) {
        Some((flag, _)) => Err(Stop::wrong(
            format!("--flows has no {flag}"),
            "flows are the central values of the Union; leave one of the two flags out",
        )),
        None => Ok(()),
    }
}

/// Writes what is asked for into the file named, if one is.
fn export(global: &Global, args: &Outlook, table: impl FnOnce() -> PlainTable) -> Result<(), Stop> {
    let Some(path) = &args.export else { return Ok(()) };
    export::write(&table(), path)?;
    print::note(global.quiet, &format!("{} written.", path.display()))
}

fn for_people(
    global: &Global,
    args: &Outlook,
    answer: &OutlookAnswer,
    matters: Option<&OutlookMatters>,
) -> Result<(), Stop> {
    for line in &answer.says {
        print::text(&print::wrapped(line, 0))?;
    }
    let years = chosen_years(answer);
    for material in &answer.materials {
        print::text("")?;
        of_material(answer, material, &years)?;
        let result = matters.and_then(|matters| matters.results.iter().find(|result| result.material == material.id));
        if let Some(result) = result {
            print::text(&print::wrapped(&result.says, 0))?;
        }
    }
    if let Some(region) = &answer.region {
        print::text("")?;
        of_region(answer, region, &years)?;
    }
    print::text("")?;
    if args.assumptions {
        condensed::print_all(answer)?;
    } else {
        condensed::print(answer)?;
    }
    for note in answer.missing.iter().chain(&answer.notes) {
        print::note(global.quiet, &print::wrapped(note, 0))?;
    }
    Ok(())
}

/// The base year, then every fifth year, and the last.
fn chosen_years(answer: &OutlookAnswer) -> Vec<usize> {
    let case = &answer.case;
    let wanted = |year: u16| {
        year == case.base_year || year == case.last_year || (year > case.base_year && year.is_multiple_of(5))
    };
    let years = answer.years.iter().enumerate();
    let all: Vec<usize> = years.filter(|(_, year)| wanted(**year)).map(|(at, _)| at).collect();
    // Room for six columns of numbers.
    if all.len() <= 6 {
        return all;
    }
    let last = all.len() - 1;
    all.iter()
        .enumerate()
        .filter(|(at, _)| *at < 4 || *at == last || answer.years[all[*at]].is_multiple_of(10))
        .map(|(_, at)| *at)
        .collect()
}

fn of_material(answer: &OutlookAnswer, material: &OutlookMaterial, years: &[usize]) -> Result<(), Stop> {
    print::text(&material.name)?;
    let shown = SHOWN.iter().filter_map(|id| material.lines.iter().find(|line| line.id == *id));
    print::table(&fitting(years, |years| through_years(answer, shown.clone(), years)))?;
    // One line says it for all; what comes back is the one that is ranked too.
    let skewed = material.lines.iter().find(|line| line.id == "secondary-supply");
    if let Some((line, skew)) = skewed.and_then(|line| Some((line, line.skew.as_deref()?))) {
        print::text(&print::wrapped(&format!("{}, {}: {skew}", line.name, answer.case.last_year), 0))?;
    }
    if let (Some(risk), Some(note)) = (&material.risk, &material.risk_note) {
        // Two decimals, as the official figures have one.
        let of = |value: Option<f64>| {
            number(&Reading::between(value, value.map(|v| v - 0.005), value.map(|v| v + 0.005), "index"))
        };
        let line = format!(
            "Supply risk with the recycling of {}: {} instead of {}. {note}",
            risk.year,
            of(risk.after.value),
            of(risk.before.value)
        );
        print::text(&print::wrapped(&line, 0))?;
    }
    Ok(())
}

fn of_region(answer: &OutlookAnswer, region: &OutlookRegion, years: &[usize]) -> Result<(), Stop> {
    for line in &region.says {
        print::text(&print::wrapped(line, 0))?;
    }
    for material in &region.materials {
        print::text("")?;
        print::text(&format!("{}, {}: estimate", material.name, region.name))?;
        let lines = material.own.iter().chain(&material.near).chain(std::iter::once(&material.capacity));
        print::table(&fitting(years, |years| through_years(answer, lines.clone(), years)))?;
    }
    Ok(())
}

/// Room for the longest words in the names of lines.
const NAMES: usize = 15;

/// The table of as many years as the terminal has room for; the first, the last and the decades stay longest.
fn fitting(years: &[usize], table: impl Fn(&[usize]) -> PlainTable) -> PlainTable {
    let mut years = years.to_vec();
    loop {
        let drawn = table(&years);
        let lines: Vec<Vec<String>> = drawn.lines().collect();
        let width = |at: usize| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or(0) + 2;
        let needed = NAMES + (1..drawn.columns.len()).map(width).sum::<usize>();
        if years.len() <= 2 || needed <= usize::from(print::terminal_width()) {
            return drawn;
        }
        let between = 1..years.len() - 1;
        let odd = between.clone().find(|at| !drawn.columns[at + 1].id.ends_with('0'));
        years.remove(odd.unwrap_or(between.start));
    }
}

/// Lines below each other, years beside each other; under each line its band.
fn through_years<'a>(
    answer: &OutlookAnswer,
    lines: impl Iterator<Item = &'a OutlookLine>,
    years: &[usize],
) -> PlainTable {
    let mut columns = vec![Column::text("line", "Tonnes a year")];
    columns.extend(years.iter().map(|at| {
        let year = answer.years[*at].to_string();
        Column::number(&year, &year, "t")
    }));
    let mut rows = Vec::new();
    for line in lines {
        let row = |label: &str, values: &[Option<f64>]| {
            let cells = years.iter().map(|at| rounded(values.get(*at).copied().flatten(), &line.unit));
            std::iter::once(Cell::text(label)).chain(cells).collect::<Vec<Cell>>()
        };
        rows.push(row(&label(line), &line.values));
        if let Some(bands) = &line.bands {
            rows.push(row("  5 % of draws below", &bands.p05));
            rows.push(row("  95 % of draws below", &bands.p95));
        }
    }
    PlainTable { name: "years".to_owned(), title: String::new(), columns, rows, notes: Vec::new() }
}

/// The numbers of a table to three significant digits, without their unit.
fn for_reading(mut table: PlainTable) -> PlainTable {
    for cell in table.rows.iter_mut().flatten() {
        if let Cell::Number { value, .. } = cell {
            *cell = rounded(*value, "");
        }
    }
    table
}

/// Three significant digits: an outlook knows no more.
fn rounded(value: Option<f64>, unit: &str) -> Cell {
    let rounded = value.map(|value| {
        if value == 0.0 {
            return 0.0;
        }
        let scale = 10f64.powf(2.0 - value.abs().log10().floor());
        (value * scale).round() / scale
    });
    let bare = if unit == "share" { "share" } else { "" };
    Cell::plain(rounded).in_unit(bare)
}

/// The name of a line; its unit where that is not the one of the table, and does not stand behind each number.
fn label(line: &OutlookLine) -> String {
    if line.unit == "t" { format!("{}, tonnes", line.name) } else { line.name.clone() }
}
