//! `adit import baci`: CEPII's trade, read as a stream, one file a year.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use adit_facts::import::{ImportedTrade, Progress, import_baci};
use adit_facts::workspace::{MANIFEST, Workspace};
use anyhow::Context;
use indicatif::{HumanCount, ProgressBar, ProgressStyle};

use crate::args::{Global, Import};
use crate::outcome::Stop;
use crate::{open, print};

/// Source of what is written into a workspace.
const SOURCE: &str = "cepii-baci";

/// Imports whole, or nothing.
pub fn run(global: &Global, args: &Import) -> Result<(), Stop> {
    let Some(output) = &args.output else {
        let says = "baci gives a file for each year and does not print them".to_owned();
        return Err(Stop::wrong(says, "say where to write them: -o DIR, or -o WORKSPACE".to_owned()));
    };
    let session = open::session(global)?;
    let started = Instant::now();
    let mut bar = Bar { shown: None, quiet: global.quiet, started };
    let trade = import_baci(&args.files, session.package(), &mut |progress| bar.advance(progress))?;
    bar.finish();
    let took = started.elapsed().as_secs_f64();
    for note in &trade.notes {
        print::note(global.quiet, &note.to_string())?;
    }
    let kept: usize = trade.years.iter().map(|year| year.rows).sum();
    write(output, &trade)?;
    // A rate is a whole number of rows.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rate = (trade.read as f64 / took) as u64;
    let says = format!(
        "{} rows read in {took:.1} s ({} rows a second), {} kept: the goods of trade-codes.",
        HumanCount(trade.read),
        HumanCount(rate),
        HumanCount(kept as u64)
    );
    print::note(global.quiet, &says)
}

fn write(output: &Path, trade: &ImportedTrade) -> Result<(), Stop> {
    let folder = folder(output);
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    // Rows of a workspace name their source; those of a package have it in the schema.
    let sourced = Workspace::find(output).is_some();
    for year in &trade.years {
        let name = format!("{}.csv", year.year);
        let csv = if sourced { year.for_workspace(SOURCE) } else { year.csv.clone() };
        super::write(&folder, &name, &csv)?;
        print::text(&format!("{} rows in {}", year.rows, folder.join(name).display()))?;
    }
    Ok(())
}

/// The folder of the yearly files: `facts/trade` of a workspace that is named itself, else `trade` in what is named.
fn folder(output: &Path) -> PathBuf {
    if output.join(MANIFEST).exists() { output.join("facts").join("trade") } else { output.join("trade") }
}

/// A bar on the terminal's error output, once a second has gone by.
struct Bar {
    shown: Option<ProgressBar>,
    quiet: bool,
    started: Instant,
}

impl Bar {
    fn advance(&mut self, progress: Progress) {
        if self.quiet || self.started.elapsed() < Duration::from_secs(1) {
            return;
        }
        let bar = self.shown.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{bar:30} {percent:>3} %  {msg}, {eta} to go");
            let bar = ProgressBar::new(progress.of_bytes);
            match style {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        });
        // A rate is a whole number of rows.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let rate = (progress.rows as f64 / self.started.elapsed().as_secs_f64()) as u64;
        bar.set_message(format!("{} rows, {} a second", HumanCount(progress.rows), HumanCount(rate)));
        bar.set_position(progress.bytes);
    }

    fn finish(&mut self) {
        if let Some(bar) = self.shown.take() {
            bar.finish_and_clear();
        }
    }
}
