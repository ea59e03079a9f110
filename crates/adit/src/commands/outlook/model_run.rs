//! `adit outlook MODEL.toml`: a model of one's own.

use std::io::{BufWriter, Write};
use std::path::{MAIN_SEPARATOR, Path};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use adit_answer::outlook::model_run::{self, ModelError, ModelQuestion, ModelRunAnswer};
use adit_facts::door;
use adit_facts::outlook::model_file::{ModelFile, beside};
use indicatif::{ProgressBar, ProgressStyle};

use crate::args::{Format, Global, Outlook};
use crate::outcome::Stop;
use crate::print;

/// Series shown to people; all leave as JSON and CSV.
const SERIES: usize = 12;

/// Years shown to people: without bands, and with them.
const YEARS: [usize; 2] = [4, 2];

/// A path ends in `.toml` or has a separator; everything else is a name.
pub fn is_file(what: &str) -> bool {
    let toml = Path::new(what).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    toml || what.contains(['/', MAIN_SEPARATOR])
}

/// Runs a model file.
pub fn run(global: &Global, args: &Outlook, file: &str) -> Result<(), Stop> {
    of_cases_only(args)?;
    let path = Path::new(file);
    let text = door::read_text(path)?;
    let (model, findings) = ModelFile::parse(&text, file, &mut beside(path))?;
    let question = ModelQuestion {
        set: args.set.clone(),
        draws: args.draws.unwrap_or(0),
        seed: global.seed,
        sampling: args.sampling.clone(),
        cohorts: args.cohorts,
    };
    let bar = Progress::new(global, question.draws);
    let answer = model_run::answer(model, &findings, &question, &|done| bar.done(done));
    bar.clear();
    let answer = answer.map_err(|error| match error {
        ModelError::Findings(findings) => Stop::from(findings),
        ModelError::Question(error) => Stop::from(error),
    })?;
    match global.format {
        Format::Json => print::json_streamed(&answer),
        Format::Csv => {
            said(global, &answer)?;
            let mut out = BufWriter::new(std::io::stdout().lock());
            model_run::write_csv(&answer, &mut out)?;
            Ok(out.flush()?)
        }
        Format::Table => for_people(global, &answer),
    }
}

/// Flags that mean nothing here are refused rather than passed over.
fn of_cases_only(args: &Outlook) -> Result<(), Stop> {
    let given = [
        ("--material", !args.material.is_empty()),
        ("--region", args.region.is_some()),
        ("--flows", args.flows.is_some()),
        ("--assumptions", args.assumptions),
        ("--export", args.export.is_some()),
    ];
    match given.into_iter().find(|(_, given)| *given) {
        Some(("--export", _)) => {
            Err(Stop::wrong("--export is for cases", "a model file leaves whole with --format csv or --format json"))
        }
        Some((flag, _)) => {
            Err(Stop::wrong(format!("{flag} is for cases"), "a model file says all that it has; leave the flag out"))
        }
        None => Ok(()),
    }
}

/// Draws done, on standard error, once they take longer than a second; indicatif shows nothing where nobody looks.
struct Progress {
    bar: OnceLock<ProgressBar>,
    draws: Option<u64>,
    since: Instant,
}

impl Progress {
    fn new(global: &Global, draws: usize) -> Self {
        let draws = (!global.quiet && draws > 0).then_some(draws as u64);
        Self { bar: OnceLock::new(), draws, since: Instant::now() }
    }

    fn done(&self, done: usize) {
        let Some(draws) = self.draws.filter(|_| self.since.elapsed() > Duration::from_secs(1)) else { return };
        let bar = self.bar.get_or_init(|| {
            let style = ProgressStyle::with_template("{bar:30} {pos} of {len} draws, {eta} to go");
            ProgressBar::new(draws).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        bar.set_position(done as u64);
    }

    fn clear(&self) {
        self.bar.get().iter().for_each(|bar| bar.finish_and_clear());
    }
}

/// What must be known beside the figures, on standard error.
fn said(global: &Global, answer: &ModelRunAnswer) -> Result<(), Stop> {
    answer
        .warnings
        .iter()
        .try_for_each(|warning| print::note(global.quiet, &print::wrapped(&format!("Note: {warning}"), 0)))
}

fn for_people(global: &Global, answer: &ModelRunAnswer) -> Result<(), Stop> {
    let say = |line: &str| print::text(&print::wrapped(line, 0));
    if let Some(name) = &answer.name {
        say(name)?;
    }
    for words in [&answer.note, &answer.source].into_iter().flatten() {
        say(words)?;
    }
    let (first, last) = (answer.years.first().copied().unwrap_or(0), answer.years.last().copied().unwrap_or(0));
    let count = |many: usize, one: &str, more: &str| format!("{many} {}", if many == 1 { one } else { more });
    say(&format!(
        "{}, {} from {first} to {last}; inflow at the {} of its period.",
        count(answer.series.len(), "series", "series"),
        count(answer.years.len(), "period", "periods"),
        answer.inflow_at
    ))?;
    for set in &answer.set {
        say(&format!("Set: {} as {} {} (was {}).", set.path, set.meaning, set.value, set.was))?;
    }
    print::text("")?;
    table(global, answer)?;
    if let Some(draws) = &answer.draws {
        print::text("")?;
        say(&format!("{} draws ({}, seed {}). {}", draws.draws, draws.sampling, draws.seed, draws.says))?;
        for parameter in &draws.parameters {
            say(&format!("  {} {}: {}", parameter.path, parameter.meaning, parameter.distribution))?;
        }
        draws.notes.iter().try_for_each(|note| say(note))?;
    }
    print::text("")?;
    say(&format!("Mass closes to {:.1e} of the largest flow.", answer.balance_error))?;
    said(global, answer)
}

fn table(global: &Global, answer: &ModelRunAnswer) -> Result<(), Stop> {
    let bands = usize::from(answer.draws.is_some());
    let years = chosen(&answer.years, YEARS[bands]);
    let shown = if answer.series.len() > SERIES {
        print::note(
            global.quiet,
            &format!("The first {SERIES} of {} series; --format csv and json have all.", answer.series.len()),
        )?;
        let series = answer.series.iter().take(SERIES).cloned().collect();
        model_run::summary(&ModelRunAnswer { series, ..answer.clone() }, &years)
    } else {
        model_run::summary(answer, &years)
    };
    let labels: Vec<(String, String)> =
        shown.columns.iter().map(|column| (column.id.clone(), column.label.clone())).collect();
    let columns: Vec<(&str, &str)> = labels.iter().map(|(id, label)| (id.as_str(), label.as_str())).collect();
    print::columns(&shown, &columns)
}

/// The first year, the last, and some evenly between them.
fn chosen(years: &[i32], most: usize) -> Vec<i32> {
    if years.len() <= most {
        return years.to_vec();
    }
    if most == 2 {
        return [years[years.len() / 2], years[years.len() - 1]].to_vec();
    }
    (0..most).map(|at| years[at * (years.len() - 1) / (most - 1)]).collect()
}
