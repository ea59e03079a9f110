//! The mixed-integer programme of a portfolio, built and read back.
//!
//! Time-indexed: a column for each start year of each candidate, which gives a far tighter relaxation than start years
//! as whole numbers with large constants would (N. Christofides, R. Alvarez-Valdes and J. M. Tamarit 1987,
//! <https://doi.org/10.1016/0377-2217(87)90240-2>; prerequisites by start year as in its section 3).

use super::candidates::{Bound, Candidate, Choice, LimitRule, Pick, Portfolio};
use super::measure::Measure;
use super::supply_risk::Linearised;
use crate::problem::Mixed;
use crate::problem::mixed::{Column, Kind, Row};

mod points;
mod rows;

/// What a row of the programme is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowOf {
    /// A limit of the portfolio, by its place.
    Limit(usize),
    /// A candidate is built once.
    Once(usize),
    /// The size of a course is nothing unless it is chosen.
    Size(usize),
    /// Benchmark points are no more than what is added.
    Points {
        /// Benchmark, by its place.
        benchmark: usize,
        /// Year, by its place in the plan.
        year: usize,
    },
    /// A row of the caller's own, which must hold like a limit: a step of a front, an alternative that differs.
    Extra,
    /// Follows from the others; it makes the relaxation tighter and no answer impossible.
    Cut,
}

/// A programme with what its columns and rows mean.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Programme {
    /// The problem.
    pub mixed: Mixed,
    /// For each candidate and course: the column of its choice.
    pub chosen: Vec<Vec<usize>>,
    /// For each candidate: the column of the size of each course, the same as that of its choice where it is not divisible.
    pub sized: Vec<Vec<usize>>,
    /// For each benchmark and year of the plan: the column of its points, where points are counted.
    pub points: Vec<Vec<Option<usize>>>,
    /// For each candidate: the column that is 1 where it is built in any way, where a tighter programme has one.
    pub built: Vec<Option<usize>>,
    /// What each row is of.
    pub rows: Vec<RowOf>,
}

/// Builds the programme of a portfolio. `linear` holds the supply risk around a choice; without it supply risk is no part
/// of the objective, and its limits are left to the caller.
pub fn programme(portfolio: &Portfolio, linear: Option<&Linearised>) -> Programme {
    let mut programme =
        Programme { mixed: Mixed { sense: portfolio.objective.sense, ..Mixed::default() }, ..Programme::default() };
    for candidate in &portfolio.candidates {
        programme.columns_of(portfolio, candidate);
    }
    points::add(&mut programme, portfolio);
    programme.costs(portfolio, linear);
    rows::add(&mut programme, portfolio, linear);
    programme
}

impl Programme {
    fn columns_of(&mut self, portfolio: &Portfolio, candidate: &Candidate) {
        let at = self.chosen.len();
        let binary = |name: String| Column { name, lower: 0.0, upper: 1.0, kind: Kind::Binary, cost: 0.0 };
        let chosen: Vec<usize> = candidate
            .courses
            .iter()
            .map(|course| self.mixed.column(binary(name("x", portfolio, candidate, course.start, course.instrument))))
            .collect();
        let sized = if candidate.divisible() {
            let sizes = candidate.courses.iter().zip(&chosen).map(|(course, &chosen)| {
                let name = name("y", portfolio, candidate, course.start, course.instrument);
                let upper = candidate.most;
                let size = self.mixed.column(Column { name, lower: 0.0, upper, kind: Kind::Continuous, cost: 0.0 });
                (size, chosen)
            });
            let sizes: Vec<(usize, usize)> = sizes.collect();
            for &(size, chosen) in &sizes {
                let name = |end: &str| format!("{}_{end}", self.mixed.columns[size].name);
                let (least, most) = (name("least"), name("most"));
                self.row(RowOf::Size(at), least, vec![(size, 1.0), (chosen, -candidate.least)], 0.0, f64::INFINITY);
                let terms = vec![(size, 1.0), (chosen, -candidate.most)];
                self.row(RowOf::Size(at), most, terms, f64::NEG_INFINITY, 0.0);
            }
            sizes.into_iter().map(|(size, _)| size).collect()
        } else {
            chosen.clone()
        };
        if chosen.len() > 1 {
            let terms = chosen.iter().map(|&column| (column, 1.0)).collect();
            self.row(RowOf::Once(at), format!("once_{}", candidate.id), terms, f64::NEG_INFINITY, 1.0);
        }
        self.chosen.push(chosen);
        self.sized.push(sized);
        self.built.push(None);
    }

    /// Adds a row; terms of nothing are left out.
    pub fn row(&mut self, of: RowOf, name: String, mut terms: Vec<(usize, f64)>, lower: f64, upper: f64) {
        terms.retain(|(_, factor)| *factor != 0.0);
        self.mixed.row(Row { name, lower, upper, terms });
        self.rows.push(of);
    }

    /// The column and factor by which a quantity at full size counts for a course of a candidate.
    pub(super) fn quantity(&self, candidate: usize, course: usize, divisible: bool, most: f64) -> (usize, f64) {
        if divisible { (self.sized[candidate][course], 1.0) } else { (self.chosen[candidate][course], most) }
    }

    fn costs(&mut self, portfolio: &Portfolio, linear: Option<&Linearised>) {
        for term in &portfolio.objective.terms {
            match term.measure {
                Measure::Points => {
                    let years = f64::from(portfolio.last - portfolio.first + 1);
                    for of_benchmark in &self.points {
                        for (year, column) in portfolio.years().zip(of_benchmark) {
                            let weight = match term.year {
                                None => term.weight / years,
                                Some(asked) if asked == year => term.weight,
                                Some(_) => 0.0,
                            };
                            if let Some(column) = column {
                                self.mixed.columns[*column].cost += weight;
                            }
                        }
                    }
                }
                Measure::SupplyRisk => {
                    let Some(linear) = linear else { continue };
                    self.mixed.constant += term.weight * linear.fall_without();
                    for (column, factor) in linear.fall(self, portfolio) {
                        self.mixed.columns[column].cost += term.weight * factor;
                    }
                }
                measure => {
                    for (column, factor) in rows::terms(self, portfolio, measure, &term.scope, term.year) {
                        self.mixed.columns[column].cost += term.weight * factor;
                    }
                }
            }
        }
    }

    /// The rows of a limit.
    pub fn rows_of(&self, limit: usize) -> impl Iterator<Item = &Row> {
        self.rows.iter().zip(&self.mixed.rows).filter(move |(of, _)| **of == RowOf::Limit(limit)).map(|(_, row)| row)
    }

    /// What is chosen by the values of a solution.
    pub fn read(&self, portfolio: &Portfolio, values: &[f64]) -> Choice {
        let mut picks = Vec::new();
        for (at, candidate) in portfolio.candidates.iter().enumerate() {
            let course = self.chosen[at].iter().position(|&column| values[column] > 0.5);
            if let Some(course) = course {
                let size = if candidate.divisible() { values[self.sized[at][course]] } else { candidate.most };
                picks.push(Pick { candidate: at, course, size: size.clamp(candidate.least, candidate.most) });
            }
        }
        Choice { picks }
    }

    /// The values of the columns for a choice, benchmark points as large as they can be.
    pub fn values(&self, portfolio: &Portfolio, choice: &Choice) -> Vec<f64> {
        let mut values = vec![0.0; self.mixed.columns.len()];
        for pick in &choice.picks {
            if portfolio.candidates[pick.candidate].divisible() {
                values[self.sized[pick.candidate][pick.course]] = pick.size;
            }
            values[self.chosen[pick.candidate][pick.course]] = 1.0;
            if let Some(built) = self.built[pick.candidate] {
                values[built] = 1.0;
            }
        }
        let added = super::check::points(portfolio, choice);
        for (columns, added) in self.points.iter().zip(&added) {
            for (column, points) in columns.iter().zip(added) {
                if let Some(column) = column {
                    values[*column] = *points;
                }
            }
        }
        values
    }
}

/// The name of a column: `x_ID_START_INSTRUMENT`.
fn name(kind: &str, portfolio: &Portfolio, candidate: &Candidate, start: i32, instrument: Option<usize>) -> String {
    let instrument = instrument.map_or("none", |at| portfolio.instruments[at].id.as_str());
    let mut name = String::with_capacity(kind.len() + candidate.id.len() + instrument.len() + 8);
    for part in [kind, "_", &candidate.id, "_", &start.to_string(), "_", instrument] {
        name.push_str(part);
    }
    name
}

/// The two bounds of a row for a bound.
fn sides(bound: Bound) -> (f64, f64) {
    match bound {
        Bound::AtMost(most) => (f64::NEG_INFINITY, most),
        Bound::AtLeast(least) => (least, f64::INFINITY),
    }
}

/// Years in which a bound on a measure holds that names none.
fn years_of(portfolio: &Portfolio, measure: Measure, year: Option<i32>, bound: Bound) -> Vec<Option<i32>> {
    use super::measure::Span;
    match (year, measure.span(), bound) {
        (Some(year), _, _) => vec![Some(year)],
        (None, Span::Yearly, Bound::AtMost(_)) => portfolio.years().map(Some).collect(),
        (None, Span::Yearly, Bound::AtLeast(_)) => vec![Some(portfolio.last)],
        (None, _, _) => vec![None],
    }
}

/// Whether points are counted anywhere, and in which years.
fn counts_points(portfolio: &Portfolio, year: i32) -> bool {
    let in_objective = portfolio
        .objective
        .terms
        .iter()
        .any(|term| term.measure == Measure::Points && term.year.is_none_or(|asked| asked == year));
    let in_limit = portfolio.limits.iter().any(|limit| match &limit.rule {
        LimitRule::Measure { measure: Measure::Points, year: asked, bound, .. } => {
            years_of(portfolio, Measure::Points, *asked, *bound).contains(&Some(year))
        }
        _ => false,
    });
    in_objective || in_limit
}
