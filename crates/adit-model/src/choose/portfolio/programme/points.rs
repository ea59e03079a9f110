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
    let mut terms: Vec<Vec<Vec<(usize, f64)>>> = vec![vec![Vec::new(); years.len()]; portfolio.benchmarks.len()];
    for (at, candidate) in portfolio.candidates.iter().enumerate() {
        // Outputs that count towards the same benchmark share their columns.
        let mut counted: Vec<(usize, &super::super::Output)> = Vec::with_capacity(candidate.outputs.len());
        for output in &candidate.outputs {
            let place = portfolio.benchmarks.iter().position(|benchmark| benchmark.counts(candidate, output));
            counted.extend(place.map(|place| (place, output)));
        }
        counted.sort_by_key(|(place, _)| *place);
        for same in counted.chunk_by(|(one, _), (other, _)| one == other) {
            let place = same[0].0;
            let benchmark = &portfolio.benchmarks[place];
            let mut points = vec![0.0; years.len()];
            let mut of_start = None;
            for (course, chosen) in candidate.courses.iter().enumerate() {
                // Courses of one start year differ only in who pays.
                if of_start != Some(chosen.start) {
                    of_start = Some(chosen.start);
                    for (year, points) in points.iter_mut().enumerate() {
                        let tonnes = same
                            .iter()
                            .map(|(_, output)| output.tonnes.value() * output.part(chosen.start, years[year]));
                        *points = tonnes.sum::<f64>() * benchmark.points_of_a_tonne(year);
                    }
                }
                let (column, factor) = programme.quantity(at, course, candidate.divisible(), candidate.most);
                for (terms, &points) in terms[place].iter_mut().zip(&points).filter(|(_, points)| **points > 0.0) {
                    terms.push((column, factor * points));
                }
            }
        }
    }
    terms
}
