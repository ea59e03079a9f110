//! **What a figure says**: its question, its finding, its axes and the numbers it shows, free of how it is drawn.
//! Drawn by d3 in the workbench, by kuva in the terminal and in documents.

use serde::Serialize;
use utoipa::ToSchema;

/// A figure as data.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Figure {
    /// Version of this document's form, 1.
    pub format: u32,
    /// Stable id, kebab-case.
    pub id: String,
    /// The question that it answers.
    pub question: String,
    /// The finding, one sentence.
    pub finding: String,
    /// What a reader must know to read it rightly.
    pub note: Option<String>,
    /// Where its numbers come from, one line each.
    pub sources: Vec<String>,
    /// Horizontal axis.
    pub x: Axis,
    /// Vertical axis; its range is 0 to 1 where it only lists rows.
    pub y: Axis,
    /// What it shows.
    pub body: Body,
}

/// An axis.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Axis {
    /// What it measures.
    pub label: String,
    /// Unit of its numbers: `index`, `share` (a fraction, shown in percent), `year`; empty for rows.
    pub unit: String,
    /// Lowest value shown.
    pub min: f64,
    /// Highest value shown.
    pub max: f64,
    /// Lines to hold values against.
    pub thresholds: Vec<Threshold>,
}

impl Axis {
    /// An axis without thresholds.
    pub fn new(label: impl Into<String>, unit: impl Into<String>, min: f64, max: f64) -> Self {
        Self { label: label.into(), unit: unit.into(), min, max, thresholds: Vec::new() }
    }

    /// The rows of a list: no numbers.
    pub fn rows(label: impl Into<String>) -> Self {
        Self::new(label, "", 0.0, 1.0)
    }

    /// With a threshold.
    #[must_use]
    pub fn threshold(mut self, value: f64, label: impl Into<String>) -> Self {
        self.thresholds.push(Threshold { value, label: label.into() });
        self
    }
}

/// A line to hold values against.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Threshold {
    /// Where it lies, in the unit of its axis.
    pub value: f64,
    /// What it is.
    pub label: String,
}

/// What a figure shows.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Body {
    /// Points against two thresholds.
    Matrix {
        /// The points.
        points: Vec<MatrixPoint>,
    },
    /// Bars, longest first.
    Bars {
        /// The bars.
        bars: Vec<Bar>,
    },
    /// Lines over years.
    Lines {
        /// The lines.
        series: Vec<Series>,
    },
    /// Published against computed figures, widest gap first.
    Gaps {
        /// The rows.
        rows: Vec<Gap>,
    },
}

/// A value with bounds, as a figure shows it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Read {
    /// The value, in the unit of the axis; null if unknown.
    pub value: Option<f64>,
    /// Lowest value, null where none is known.
    pub low: Option<f64>,
    /// Highest value, null where none is known.
    pub high: Option<f64>,
    /// Id of the number's derivation.
    pub why: Option<String>,
}

/// Where a material stands in the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MatrixClass {
    /// On Annex I of the act.
    Strategic,
    /// Both thresholds met.
    Critical,
    /// At least one threshold not met.
    Below,
}

/// A point of the matrix.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MatrixPoint {
    /// Material id.
    pub id: String,
    /// Name.
    pub label: String,
    /// Its class.
    pub class: MatrixClass,
    /// Economic importance.
    pub x: Read,
    /// Supply risk.
    pub y: Read,
    /// The horizontal value is the published figure, since it cannot be computed.
    pub hollow: bool,
    /// A member of a group that has a point of its own.
    pub member: bool,
}

/// Whether a supplier is in the Union.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BarClass {
    /// A member state of the European Union.
    Eu,
    /// Any other country.
    Outside,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Bar {
    /// Country code.
    pub id: String,
    /// Name.
    pub label: String,
    /// Its class.
    pub class: BarClass,
    /// Its length, in the unit of the axis.
    pub value: Option<f64>,
    /// Lowest length.
    pub low: Option<f64>,
    /// Highest length.
    pub high: Option<f64>,
    /// Id of the number's derivation.
    pub why: Option<String>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Series {
    /// Id, kebab-case.
    pub id: String,
    /// Name.
    pub label: String,
    /// Its points from left to right; a point without a value breaks the line.
    pub points: Vec<SeriesPoint>,
}

/// A point of a line.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SeriesPoint {
    /// Where it stands.
    pub x: f64,
    /// Its value, null if unknown.
    pub y: Option<f64>,
    /// Id of the number's derivation.
    pub why: Option<String>,
}

/// How a computed figure stands to the published one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GapClass {
    /// They agree within rounding.
    Within,
    /// They differ, and independent evidence says why.
    Explained,
    /// They differ, and nothing says why.
    Unexplained,
}

/// A published figure against a computed one.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Gap {
    /// Material and stage, `lithium/processing`.
    pub id: String,
    /// Name and stage.
    pub label: String,
    /// Published figure.
    pub published: f64,
    /// Half a unit of its last printed digit.
    pub published_half: f64,
    /// Computed figure.
    pub computed: f64,
    /// Lowest computed figure.
    pub low: f64,
    /// Highest computed figure.
    pub high: f64,
    /// Its class.
    pub class: GapClass,
    /// Id of the computed figure's derivation.
    pub why: Option<String>,
}

/// The end of an axis that holds `highest`: the next whole, half or fifth step of its power of ten.
pub fn axis_end(highest: f64) -> f64 {
    if !(highest.is_finite() && highest > 0.0) {
        return 1.0;
    }
    let power = 10f64.powf(highest.log10().floor());
    let step = if highest / power < 2.0 { power / 5.0 } else { power / 2.0 };
    // A tick that the highest value touches is its end.
    (highest / step - 1e-9).ceil() * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_ends_at_a_round_number_that_holds_everything() {
        assert_eq!(axis_end(5.3), 5.5);
        assert_eq!(axis_end(5.0), 5.0);
        assert_eq!(axis_end(0.79), 0.8);
        assert!((axis_end(1.13) - 1.2).abs() < 1e-12);
        assert_eq!(axis_end(0.0), 1.0);
    }

    #[test]
    fn a_body_names_its_kind() {
        let body = Body::Bars { bars: Vec::new() };
        assert_eq!(serde_json::to_string(&body).unwrap(), r#"{"kind":"bars","bars":[]}"#);
    }
}
