//! How fast and in how much memory `adit import baci` streams: made-up trade of any length, and the measure of reading it.
//!
//! ```text
//! trade_stream generate ROWS FILE    writes ROWS rows in the form of CEPII's yearly files, the same on every machine
//! trade_stream measure FILE          imports it and prints rows, seconds and peak memory, which must be under 1 GiB
//! trade_stream open                  opens the trade that is compiled in and reads all of it once
//! ```
//!
//! The rows are made up and say so: every number of them comes from a counter. Nothing of them is ever a fact.

// What an example measures it prints.
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::time::Instant;

use adit_facts::Package;
use adit_facts::import::import_baci;

/// Goods of the Harmonized System, about as many as there are.
const GOODS: u64 = 5_000;
/// What the reading of a file of any length may need.
const MOST_MEBIBYTES: u64 = 1024;
/// Importers of each good from each exporter.
const IMPORTERS: u64 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["generate", rows, file] => generate(rows.parse()?, file),
        ["measure", file] => measure(file),
        ["open"] => open(),
        _ => Err("call it with: generate ROWS FILE, measure FILE, or open".into()),
    }
}

/// Years outermost, then exporter, good and importer, so that no flow comes twice.
fn generate(rows: u64, file: &str) -> Result<(), Box<dyn Error>> {
    let package = Package::embedded()?;
    let mut wanted: Vec<String> = package.trade_codes().iter().map(|code| code.hs6.to_string()).collect();
    wanted.dedup();
    let countries = package.table("countries").ok_or("no countries")?;
    let codes: Vec<u64> =
        countries.rows().iter().filter_map(|row| row.text(countries, "baci").split(' ').next()?.parse().ok()).collect();
    let mut out = BufWriter::with_capacity(1 << 20, File::create(file)?);
    out.write_all(b"t,i,j,k,v,q\n")?;
    let of = |at: u64| codes[usize::try_from(at).unwrap_or(0) % codes.len()];
    let exporters = codes.len() as u64;
    for row in 0..rows {
        let (importer, rest) = (row % IMPORTERS, row / IMPORTERS);
        let (good, rest) = (rest % GOODS, rest / GOODS);
        let (exporter, year) = (rest % exporters, 1995 + rest / exporters);
        // The goods of trade-codes first; the others in chapters that it does not know.
        let hs6 = match usize::try_from(good).ok().and_then(|good| wanted.get(good)) {
            Some(hs6) => hs6.clone(),
            None => format!("{}", 300_000 + good),
        };
        let noise = mixed(row);
        let (value, quantity) = (1 + noise % 10_000_000, (noise >> 32) % 1_000_000);
        let (i, j) = (of(exporter), of(exporter + 1 + importer));
        write!(out, "{year},{i},{j},{hs6},{}.{:03},", value / 1000, value % 1000)?;
        // About one row in twenty has no quantity.
        if noise.is_multiple_of(20) {
            out.write_all(b"NA\n")?;
        } else {
            writeln!(out, "{}.{:03}", quantity / 1000, quantity % 1000)?;
        }
    }
    out.flush()?;
    Ok(())
}

/// The finaliser of `SplitMix64`: a counter to bits without any pattern.
fn mixed(counter: u64) -> u64 {
    let a = counter.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let b = (a ^ (a >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let c = (b ^ (b >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    c ^ (c >> 31)
}

fn measure(file: &str) -> Result<(), Box<dyn Error>> {
    let package = Package::embedded()?;
    let started = Instant::now();
    let trade = import_baci(&[PathBuf::from(file)], &package, &mut |_| {})
        .map_err(|findings| findings.first().map_or_else(String::new, ToString::to_string))?;
    let seconds = started.elapsed().as_secs_f64();
    let kept: usize = trade.years.iter().map(|year| year.rows).sum();
    let peak = peak_mebibytes();
    let memory = peak.map_or_else(|| "unknown".to_owned(), |peak| format!("{peak} MiB"));
    let processor = processor_seconds().map_or_else(|| "unknown".to_owned(), |seconds| format!("{seconds:.1} s"));
    println!(
        "{} rows in {seconds:.1} s ({processor} of one processor): {:.2} million rows a second; {kept} kept; peak memory \
         {memory}",
        trade.read,
        trade.read as f64 / seconds / 1e6
    );
    if peak.is_some_and(|peak| peak >= MOST_MEBIBYTES) {
        return Err(format!("more than {MOST_MEBIBYTES} MiB").into());
    }
    Ok(())
}

/// Time that the processor has spent on this process, where the system says it: on a busy machine the better measure.
fn processor_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, after_name) = stat.rsplit_once(')')?;
    let ticks: u64 = after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Some(ticks as f64 / 100.0)
}

fn open() -> Result<(), Box<dyn Error>> {
    let package = Package::embedded()?;
    let started = Instant::now();
    let trade = package.trade();
    let opened = started.elapsed();
    let started = Instant::now();
    let mut tonnes = 0.0;
    for hs6 in trade.codes() {
        for year in trade.years() {
            tonnes += trade.rows(*hs6, *year).quantities_t.iter().filter(|tonnes| !tonnes.is_nan()).sum::<f64>();
        }
    }
    println!(
        "{} flows opened in {:.1} ms, {tonnes:.0} t added in {:.2} ms",
        trade.len(),
        opened.as_secs_f64() * 1e3,
        started.elapsed().as_secs_f64() * 1e3
    );
    Ok(())
}

/// Most memory that this process has held, where the system says it.
fn peak_mebibytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let kibibytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix("kB")?;
    kibibytes.trim().parse::<u64>().ok().map(|kibibytes| kibibytes / 1024)
}
