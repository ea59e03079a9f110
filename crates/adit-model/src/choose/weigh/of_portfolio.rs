//! The criteria table of a portfolio: its candidates side by side on what each brings and takes.
//!
//! Each candidate is taken at full size, at its earliest start, and there with the least public money that its options
//! ask for. Each criterion is scaled from 0 for the worst candidate to 1 for the best, so that a weight is a swing weight:
//! it says how much the step from the worst to the best of *these* candidates counts. A criterion on which all are the
//! same, or of which nothing is known, decides nothing and is left out. Where a figure of a candidate is not known, its
//! score may be anything from 0 to 1: it stands at the middle, with those limits, and is listed.

use super::smaa::Spread;
use super::{Scores, WeighError};
use crate::choose::portfolio::candidates::{Candidate, Course, Figure, Portfolio};

/// A criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Id, stable: `npv`, `points`, `jobs`, `carbon`, `water`, `land`, `public`.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// What is measured, in words.
    pub means: &'static str,
    /// Unit of the values.
    pub unit: &'static str,
    /// Whether more is better.
    pub more_is_better: bool,
    /// Value of the worst candidate, scored 0.
    pub worst: f64,
    /// Value of the best, scored 1.
    pub best: f64,
}

/// An alternative: a candidate of the portfolio.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// Id of the project.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its values, one for each criterion; `None` is not known.
    pub values: Vec<Option<f64>>,
    /// Its scores, 0 to 1.
    pub scores: Vec<f64>,
}

/// The criteria table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Criteria on which the candidates differ.
    pub criteria: Vec<Criterion>,
    /// The candidates, in the order of the portfolio.
    pub alternatives: Vec<Alternative>,
}

/// What a criterion is before it has a scale.
type Measured = (&'static str, &'static str, &'static str, &'static str, bool);

#[rustfmt::skip]
const MEASURED: [Measured; 7] = [
    ("npv", "Private return", "Private net present value with the least public money that its options ask for", "million-eur", true),
    ("points", "Security of supply", "Percentage points of the Union's consumption in the last year of the plan, summed over the benchmarks that it counts towards", "percentage points", true),
    ("jobs", "Jobs", "Jobs in full operation", "jobs", true),
    ("carbon", "Carbon", "Greenhouse gases in full operation", "t CO2-eq/a", false),
    ("water", "Water", "Water withdrawn in full operation", "m3/a", false),
    ("land", "Land", "Land taken", "ha", false),
    ("public", "Public money", "What the public pays at least, not discounted", "million-eur", false),
];

/// The table of a portfolio.
pub fn table(portfolio: &Portfolio) -> Table {
    let values: Vec<Vec<Option<f64>>> =
        portfolio.candidates.iter().map(|candidate| measured(portfolio, candidate)).collect();
    let mut criteria = Vec::new();
    let mut kept = Vec::new();
    for (at, (id, name, means, unit, more_is_better)) in MEASURED.into_iter().enumerate() {
        let known = || values.iter().filter_map(|row| row[at]);
        let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
        if low < high {
            let (worst, best) = if more_is_better { (low, high) } else { (high, low) };
            criteria.push(Criterion { id, name, means, unit, more_is_better, worst, best });
            kept.push(at);
        }
    }
    let alternative = |(candidate, row): (&Candidate, &Vec<Option<f64>>)| {
        let values: Vec<Option<f64>> = kept.iter().map(|&at| row[at]).collect();
        let score = |(value, of): (&Option<f64>, &Criterion)| {
            value.map_or(UNKNOWN, |value| (value - of.worst) / (of.best - of.worst))
        };
        let scores = values.iter().zip(&criteria).map(score).collect();
        Alternative { id: candidate.id.clone(), name: candidate.name.clone(), values, scores }
    };
    let alternatives = portfolio.candidates.iter().zip(&values).map(alternative).collect();
    Table { criteria, alternatives }
}

/// The score of what is not known: the middle of its limits.
const UNKNOWN: f64 = 0.5;

impl Table {
    /// The scores, for counting.
    ///
    /// # Errors
    /// A portfolio without candidates, or whose candidates do not differ.
    pub fn scores(&self) -> Result<Scores, WeighError> {
        let values = self.alternatives.iter().flat_map(|alternative| alternative.scores.clone()).collect();
        Scores::new(self.criteria.len(), values)
    }

    /// Limits of the scores, if any value is not known: 0 to 1 there, the score itself elsewhere.
    pub fn limits(&self) -> Option<(Vec<f64>, Vec<f64>)> {
        let cells = || self.alternatives.iter().flat_map(|one| one.values.iter().zip(&one.scores));
        let limits =
            || cells().map(|(value, &score)| if value.is_some() { (score, score) } else { (0.0, 1.0) }).unzip();
        cells().any(|(value, _)| value.is_none()).then(limits)
    }

    /// The same as a spread whose keys name alternative and criterion.
    pub fn spread(&self) -> Option<Spread> {
        let (low, high) = self.limits()?;
        let key = |alternative: &Alternative, criterion: &Criterion| {
            adit_number::stable_key(&format!("weigh/{}/{}", alternative.id, criterion.id))
        };
        let keys = self.alternatives.iter().flat_map(|one| self.criteria.iter().map(move |of| key(one, of))).collect();
        Some(Spread { low, high, keys })
    }
}

/// The values of a candidate in the order of [`MEASURED`].
fn measured(portfolio: &Portfolio, candidate: &Candidate) -> Vec<Option<f64>> {
    let course = leanest(candidate);
    let figure = |figure: &Option<Figure>| figure.as_ref().map(Figure::value);
    let figures = &candidate.figures;
    vec![
        // A course carries a number also where the appraisal has none: then nothing is known of the return.
        course.filter(|_| figures.npv.is_some()).map(|course| course.npv),
        course.map(|course| points(portfolio, candidate, course)),
        figure(&figures.jobs),
        figure(&figures.carbon),
        figure(&figures.water),
        figure(&figures.land),
        course.map(Course::public),
    ]
}

/// The course with the least public money among those that start first.
fn leanest(candidate: &Candidate) -> Option<&Course> {
    let first = candidate.courses.iter().map(|course| course.start).min()?;
    let early = candidate.courses.iter().filter(|course| course.start == first);
    early.min_by(|a, b| a.public().total_cmp(&b.public()))
}

/// Percentage points of consumption in the last year of the plan, over all benchmarks, not capped at the benchmark.
fn points(portfolio: &Portfolio, candidate: &Candidate, course: &Course) -> f64 {
    let mut points = 0.0;
    for benchmark in &portfolio.benchmarks {
        let Some(last) = benchmark.years.len().checked_sub(1) else { continue };
        for output in candidate.outputs.iter().filter(|output| benchmark.counts(candidate, output)) {
            let tonnes = output.tonnes.value() * output.part(course.start, portfolio.last);
            points += tonnes * benchmark.points_of_a_tonne(last);
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use adit_number::Ranged;

    use super::*;
    use crate::choose::portfolio::candidates::{Figures, Objective};
    use crate::problem::Sense;
    use crate::workings::Input;

    fn figure(value: f64) -> Figure {
        let input = Input::Stated { label: "made up".to_owned(), value, unit: "1", id: None };
        Figure { number: Ranged::new(value, value, value), input, assumed: true }
    }

    fn candidate(id: &str, npv: f64, jobs: Option<f64>, water: f64) -> Candidate {
        let figures = Figures {
            npv: Some(figure(npv)),
            jobs: jobs.map(figure),
            water: Some(figure(water)),
            land: Some(figure(3.0)),
            ..Figures::default()
        };
        let course = |start| Course { start, instrument: None, npv, payments: Vec::new() };
        Candidate {
            id: id.to_owned(),
            name: id.to_uppercase(),
            country: "FI".to_owned(),
            union: true,
            region: "FI1D".to_owned(),
            point: None,
            least: 1.0,
            most: 1.0,
            build: 2,
            figures,
            outputs: Vec::new(),
            feeds: Vec::new(),
            courses: vec![course(2030), course(2028)],
        }
    }

    #[test]
    fn candidates_are_scaled_from_worst_to_best_and_what_does_not_differ_is_left_out() {
        let portfolio = Portfolio {
            id: "p".to_owned(),
            name: "P".to_owned(),
            first: 2026,
            last: 2035,
            discount: 0.05,
            candidates: vec![
                candidate("a", 10.0, Some(100.0), 5.0),
                candidate("b", 20.0, None, 1.0),
                candidate("c", 15.0, Some(300.0), 3.0),
            ],
            instruments: Vec::new(),
            funds: Vec::new(),
            benchmarks: Vec::new(),
            limits: Vec::new(),
            objective: Objective { sense: Sense::Maximise, terms: Vec::new() },
            missing: Vec::new(),
        };
        let table = table(&portfolio);
        let ids: Vec<&str> = table.criteria.iter().map(|criterion| criterion.id).collect();
        assert_eq!(ids, ["npv", "jobs", "water"]);
        assert_eq!(table.alternatives[0].scores, [0.0, 0.0, 0.0]);
        assert_eq!(table.alternatives[1].scores, [1.0, 0.5, 1.0]);
        assert_eq!(table.alternatives[2].scores, [0.5, 1.0, 0.5]);
        assert_eq!(table.alternatives[1].values, [Some(20.0), None, Some(1.0)]);
        let (low, high) = table.limits().unwrap();
        assert_eq!((low[4], high[4]), (0.0, 1.0));
        assert_eq!(low[..4], high[..4]);
        assert_eq!(table.spread().unwrap().keys.len(), 9);
        assert_eq!(table.scores().unwrap().alternatives(), 3);
    }
}
