//! The answer of a case in plain words.

use adit_figure::number::{Reading, number};

use super::build::TOLD;
use super::{OutlookBands, OutlookCase, OutlookLine, OutlookMaterial};
use crate::chain::question::BENCHMARK_YEAR;
use crate::names::in_text;

/// A mean that differs from the median by more than this part of it is told.
const SKEWED: f64 = 0.05;

/// The most important first: what comes back, against what is consumed; then capacity against the aim.
pub(super) fn summary(case: &OutlookCase, years: &[u16], materials: &[OutlookMaterial]) -> Vec<String> {
    let mut says = Vec::new();
    let year = TOLD.clamp(case.base_year, case.last_year);
    if let Some(at) = years.iter().position(|y| *y == year) {
        let parts: Vec<String> = materials.iter().filter_map(|of| comes_back(of, at)).collect();
        if !parts.is_empty() {
            let banded = materials.iter().filter_map(|of| line(of, "eol-rir")).any(|line| line.bands.is_some());
            says.push(format!(
                "Of what undertakings in the Union consume for {} in {year}, products at their end of life give back an estimated {}{}.",
                in_text(&case.stage_product),
                crate::names::listed(&parts, "and"),
                if banded { "; in brackets where nine of ten draws lie" } else { "" },
            ));
        }
    }
    let year = BENCHMARK_YEAR.clamp(case.base_year, case.last_year);
    if let Some(at) = years.iter().position(|y| *y == year) {
        let known: Vec<String> = materials.iter().filter_map(|of| capacity(of, at)).collect();
        if !known.is_empty() {
            says.push(format!(
                "Of what they consume in {year}, recyclers in the Union have capacity for {}; the benchmark of Art. 5 is 25 %, and measures capacity, not supply.",
                crate::names::listed(&known, "and"),
            ));
        }
    }
    says
}

/// `12 % of lithium (7 % to 18 %)`.
fn comes_back(of: &OutlookMaterial, at: usize) -> Option<String> {
    let line = line(of, "eol-rir")?;
    let value = line.values.get(at).copied().flatten()?;
    let band = line.bands.as_ref().and_then(|bands| Some((bands.p05[at]?, bands.p95[at]?)));
    let range = band.map(|(low, high)| format!(" ({} to {})", percent(low), percent(high))).unwrap_or_default();
    Some(format!("{} of {}{range}", percent(value), in_text(&of.name)))
}

fn capacity(of: &OutlookMaterial, at: usize) -> Option<String> {
    let value = line(of, "capacity-share")?.values.get(at).copied().flatten()?;
    let least = if of.capacity_basis.as_deref() == Some("output") { "at least " } else { "" };
    Some(format!("{least}{} of {}", percent(value), in_text(&of.name)))
}

fn line<'a>(of: &'a OutlookMaterial, id: &str) -> Option<&'a OutlookLine> {
    of.lines.iter().find(|line| line.id == id)
}

/// A share to the whole percent: an outlook knows no more; below one percent to the tenth.
pub(super) fn percent(share: f64) -> String {
    let steps = if share.abs() < 0.01 { 1e3 } else { 1e2 };
    number(&Reading::plain(Some((share * steps).round() / steps), "share"))
}

/// Why mean and median differ, where they do in the last year that has a band.
pub(super) fn skew(bands: &OutlookBands) -> Option<String> {
    let at = bands.p50.iter().rposition(Option::is_some)?;
    let (mean, median) = (bands.mean[at]?, bands.p50[at]?);
    if median == 0.0 || (mean - median).abs() <= SKEWED * median.abs() {
        return None;
    }
    let (side, tail) = if mean > median { ("above", "high") } else { ("below", "low") };
    let part = percent((mean - median).abs() / median.abs());
    Some(format!(
        "The mean lies {part} {side} the median: a few draws are very {tail}. Half of the draws lie on each side of the median, which the band shows."
    ))
}
