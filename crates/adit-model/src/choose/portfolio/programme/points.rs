//! Benchmark points: one column for each benchmark and year, up to what is missing, and no more than what is added.

use super::{Programme, RowOf, counts_points};
use crate::choose::portfolio::candidates::Portfolio;
use crate::problem::mixed::{Column, Kind};

/// Adds the columns of the points and their rows.
pub(super) fn add(programme: &mut Programme, portfolio: &Portfolio) {
    let years: Vec<i32> = portfolio.years().collect();
    let counted: Vec<bool> = years.iter().map(|&year| counts_points(portfolio, year)).collect();
    programme.points = vec![vec![None; years.len()]; portfolio.benchmarks.len()];
    if !counted.contains(&true) {
        return;
    }
    let terms = added(programme, portfolio, &years);
    for (at, (benchmark, terms)) in portfolio.benchmarks.iter().zip(terms).enumerate() {
        for (year, mut terms) in terms.into_iter().enumerate() {
            let room = benchmark.room(year);
            if !counted[year] || room <= 0.0 || terms.is_empty() {
                continue;
            }
            let name = format!("{}_{}_{}", benchmark.material, benchmark.stage, years[year]);
            let points = programme.mixed.column(Column {
                name: format!("p_{name}"),
                lower: 0.0,
                upper: room,
                kind: Kind::Continuous,
                cost: 0.0,
            });
            programme.points[at][year] = Some(points);
            terms.push((points, -1.0));
            programme.row(RowOf::Points { benchmark: at, year }, format!("points_{name}"), terms, 0.0, f64::INFINITY);
        }
    }
}

/// For each benchmark and year: column and points that one unit of it adds.
fn added(programme: &Programme, portfolio: &Portfolio, years: &[i32]) -> Vec<Vec<Vec<(usize, f64)>>> {
    let mut terms = vec![vec![Vec::new(); years.len()]; portfolio.benchmarks.len()];
    for (at, candidate) in portfolio.candidates.iter().enumerate() {
        for output in &candidate.outputs {
            let counted = portfolio.benchmarks.iter().position(|benchmark| benchmark.counts(candidate, output));
            let Some(place) = counted else { continue };
            let benchmark = &portfolio.benchmarks[place];
            let points: Vec<f64> =
                (0..years.len()).map(|year| output.tonnes.value() * benchmark.points_of_a_tonne(year)).collect();
            for (course, chosen) in candidate.courses.iter().enumerate() {
                let (column, factor) = programme.quantity(at, course, candidate.divisible(), candidate.most);
                for (year, terms) in terms[place].iter_mut().enumerate() {
                    let part = output.part(chosen.start, years[year]);
                    if part > 0.0 {
                        push(terms, column, factor * part * points[year]);
                    }
                }
            }
        }
    }
    terms
}

/// Two outputs of one candidate at one benchmark share a column; they lie side by side or nearly so.
fn push(terms: &mut Vec<(usize, f64)>, column: usize, value: f64) {
    match terms.iter_mut().rev().take(32).find(|(before, _)| *before == column) {
        Some((_, sum)) => *sum += value,
        None => terms.push((column, value)),
    }
}
