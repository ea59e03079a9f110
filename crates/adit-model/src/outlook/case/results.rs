//! What a case answers: lines over the years, of materials and of the products behind them.

use adit_facts::Material;
use adit_number::Band;

use super::lines::{Line, ProductLine};
use super::question::Draws;

/// A case from its first year to its last.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseRun {
    /// The years; each names its period by its end.
    pub years: Vec<u16>,
    /// The draws behind the bands, where there are any.
    pub draws: Option<Draws>,
    /// The materials asked for, in the order of the case.
    pub materials: Vec<MaterialRun>,
    /// The segments, in the order of the case.
    pub products: Vec<ProductRun>,
    /// Largest |what enters less what leaves less what stays| over all balances and years, over the largest flow of its
    /// balance.
    pub balance_error: f64,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
}

/// A material.
#[derive(Debug, Clone, PartialEq)]
pub struct MaterialRun {
    /// Which.
    pub material: Material,
    /// Its id.
    pub id: String,
    /// One line for each of [`Line::ALL`], in that order; a line that is unknown has no value in any year.
    pub lines: Vec<LineRun<Line>>,
    /// What recycling capacity rests on; `None` where it is unknown.
    pub capacity: Option<CapacityBasis>,
    /// What secondary supply would change in the official supply risk, by year; why it cannot be said otherwise.
    pub risk: Result<RiskRun, String>,
    /// What must be said beside the figures of this material.
    pub notes: Vec<String>,
}

impl MaterialRun {
    /// A line.
    pub fn line(&self, line: Line) -> &LineRun<Line> {
        &self.lines[line.at()]
    }
}

/// A segment.
#[derive(Debug, Clone, PartialEq)]
pub struct ProductRun {
    /// Its id.
    pub segment: String,
    /// One line for each of [`ProductLine::ALL`], in that order, in the product's unit.
    pub lines: Vec<LineRun<ProductLine>>,
}

/// A line over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct LineRun<L> {
    /// Which.
    pub line: L,
    /// Central value of each year, in the unit of the line: all parameters at their central values. `None` where it is
    /// unknown or its denominator is 0.
    pub values: Vec<Option<f64>>,
    /// Bands over the draws, one for each year; `None` without draws. A year is `None` where any draw has no value.
    pub bands: Option<Vec<Option<Band>>>,
}

/// What recycling capacity rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CapacityBasis {
    /// Capacities of the plants and projects of the Chain room.
    Chain,
    /// The Chain room knows that there is none.
    Zero,
    /// The Chain room knows a part of it (output, or projects only): at least this much; it limits nothing.
    AtLeast,
    /// Capacity that the case states.
    Case,
}

impl CapacityBasis {
    /// The word of documents: `capacity`, `zero`, `output`, `case`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Chain => "capacity",
            Self::Zero => "zero",
            Self::AtLeast => "output",
            Self::Case => "case",
        }
    }

    /// Whether it limits secondary supply.
    pub fn limits(self) -> bool {
        self != Self::AtLeast
    }
}

/// End-of-life recycling input rate of the whole material and its supply risk, by year.
#[derive(Debug, Clone, PartialEq)]
pub struct RiskRun {
    /// The official rate, a fraction.
    pub rate_before: f64,
    /// The Union's consumption in the base year by the benchmarks, tonnes a year.
    pub consumption: f64,
    /// Supply risk as adit computes it from the published inputs.
    pub before: f64,
    /// The rate of each year, kept within 0..1; `None` before the base year.
    pub rates: Vec<Option<f64>>,
    /// Supply risk of each year.
    pub after: Vec<Option<f64>>,
}
