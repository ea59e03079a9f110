//! What a chosen candidate brings and takes: in one year, and over the plan.

use super::candidates::{Candidate, Course, Output, Portfolio, Scope};
use crate::chain::pipeline::standing_part;

/// Something that is counted over chosen candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// Benchmark points: percentage points of consumption, counted up to each benchmark.
    Points,
    /// Fall of the supply risk, summed over the materials of the portfolio; linearised.
    SupplyRisk,
    /// Private net present value with instruments, million euro.
    Npv,
    /// What the public pays, not discounted, million euro.
    Public,
    /// Investment, million euro.
    Capex,
    /// Tonnes of CO2 equivalent a year.
    Carbon,
    /// Cubic metres of water a year.
    Water,
    /// Hectares of land taken.
    Land,
    /// Jobs in operation.
    Jobs,
    /// Jobs in construction.
    ConstructionJobs,
    /// Jobs in construction and in operation together.
    Workforce,
    /// Tonnes contained a year, of the outputs in scope.
    Tonnes,
    /// Chosen candidates.
    Count,
}

/// What a measure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// Of the choice as a whole; no year of its own.
    Whole,
    /// Paid or spent in each year; summed over years.
    Spent,
    /// Holding in each year; years are not summed.
    Yearly,
}

impl Measure {
    /// All measures with their words in files.
    pub const WORDS: [(&'static str, Self); 13] = [
        ("benchmark-points", Self::Points),
        ("supply-risk", Self::SupplyRisk),
        ("npv", Self::Npv),
        ("public", Self::Public),
        ("capex", Self::Capex),
        ("carbon", Self::Carbon),
        ("water", Self::Water),
        ("land", Self::Land),
        ("jobs", Self::Jobs),
        ("construction-jobs", Self::ConstructionJobs),
        ("workforce", Self::Workforce),
        ("tonnes", Self::Tonnes),
        ("count", Self::Count),
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::WORDS.into_iter().find(|(_, meant)| *meant == self).map_or("", |(word, _)| word)
    }

    /// From its word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(word, _)| *word == text).map(|(_, meant)| meant)
    }

    /// The unit in which it is given, and by one of which a limit on it is loosened to find its price.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Points => "percentage points",
            Self::SupplyRisk => "SR",
            Self::Npv | Self::Public | Self::Capex => "million EUR",
            Self::Carbon => "t CO2-eq/a",
            Self::Water => "m3/a",
            Self::Land => "ha",
            Self::Jobs | Self::ConstructionJobs | Self::Workforce => "jobs",
            Self::Tonnes => "t/a",
            Self::Count => "projects",
        }
    }

    /// What it is of.
    pub fn span(self) -> Span {
        match self {
            Self::Npv | Self::Count | Self::SupplyRisk => Span::Whole,
            Self::Public | Self::Capex => Span::Spent,
            _ => Span::Yearly,
        }
    }
}

impl Output {
    /// The part of full output in a year, for a construction that starts in `start`: what stands at the end of the year.
    pub fn part(&self, start: i32, year: i32) -> f64 {
        standing_part(f64::from(year), f64::from(start), self.delay, self.ramp)
    }
}

/// The part of full operation of a candidate in a year: that of its first output; after construction, all of it, where it
/// has none.
pub fn operating(candidate: &Candidate, start: i32, year: i32) -> f64 {
    match candidate.outputs.first() {
        Some(output) => output.part(start, year),
        None => f64::from(u8::from(year >= start + candidate.build)),
    }
}

/// The part of the construction that falls into a year.
pub fn building(candidate: &Candidate, start: i32, year: i32) -> f64 {
    let under_way = year >= start && year < start + candidate.build;
    if under_way { 1.0 / f64::from(candidate.build) } else { 0.0 }
}

/// What a candidate at full size brings to a measure in a year; of what has no year of its own, in all.
/// Benchmark points and supply risk are of all candidates together and are nothing here.
pub fn in_year(candidate: &Candidate, course: &Course, measure: Measure, scope: &Scope, year: i32) -> f64 {
    let start = course.start;
    let figure = |figure: &Option<super::Figure>| figure.as_ref().map_or(0.0, super::Figure::value);
    let figures = &candidate.figures;
    match measure {
        Measure::Points | Measure::SupplyRisk => 0.0,
        Measure::Npv => course.npv,
        Measure::Count => 1.0,
        Measure::Public => course.payments.iter().filter(|paid| paid.year == year).map(|paid| paid.amount).sum(),
        Measure::Capex => figure(&figures.capex) * building(candidate, start, year),
        Measure::Carbon => figure(&figures.carbon) * operating(candidate, start, year),
        Measure::Water => figure(&figures.water) * operating(candidate, start, year),
        Measure::Land => figure(&figures.land) * f64::from(u8::from(year >= start)),
        Measure::Jobs => figure(&figures.jobs) * operating(candidate, start, year),
        Measure::ConstructionJobs => figure(&figures.construction_jobs) * constructing(candidate, start, year),
        Measure::Workforce => {
            figure(&figures.jobs) * operating(candidate, start, year)
                + figure(&figures.construction_jobs) * constructing(candidate, start, year)
        }
        Measure::Tonnes => {
            let meant = candidate.outputs.iter().filter(|output| scope.output(output));
            meant.map(|output| output.tonnes.value() * output.part(start, year)).sum()
        }
    }
}

fn constructing(candidate: &Candidate, start: i32, year: i32) -> f64 {
    f64::from(u8::from(year >= start && year < start + candidate.build))
}

/// What a candidate at full size brings to a measure when no year is named: all of what is spent, the mean over the
/// years of the plan of what holds in a year.
pub fn over_plan(
    portfolio: &Portfolio,
    candidate: &Candidate,
    course: &Course,
    measure: Measure,
    scope: &Scope,
) -> f64 {
    match measure.span() {
        Span::Whole => in_year(candidate, course, measure, scope, portfolio.first),
        // What is paid after the last year of the plan was decided in it.
        Span::Spent if measure == Measure::Public => course.public(),
        Span::Spent => candidate.figures.capex.as_ref().map_or(0.0, super::Figure::value),
        Span::Yearly => {
            let years = portfolio.years();
            let count = f64::from(portfolio.last - portfolio.first + 1);
            years.map(|year| in_year(candidate, course, measure, scope, year)).sum::<f64>() / count
        }
    }
}
