//! Figures drawn by kuva, composed once on a grid of character cells: the terminal takes the grid as it is, documents
//! take the same scene as SVG.

use kuva::render::color::Color;
use kuva::render::render::{Primitive, Scene, TextAnchor};

use crate::figure::{Axis, Body, Figure};
use crate::number::{Reading, number};

mod bars;
mod gaps;
mod lines;
mod matrix;
mod plot;

/// Width of a cell in units of the scene.
const CELL_WIDTH: f64 = 8.0;
/// Height of a cell in units of the scene.
const CELL_HEIGHT: f64 = 16.0;
const TEXT_SIZE: u32 = 12;
/// From the middle of a row to the baseline of its text.
const BASELINE: f64 = 4.3;

/// What a mark means; each has a colour and, so that nothing hangs on colour alone, a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Axes, ticks, thresholds.
    Frame,
    /// Strategic materials, computed figures, the first line.
    Copper,
    /// Critical materials, the EU, the second line.
    Blue,
    /// Whatever is below a threshold.
    Faint,
    /// Countries outside the EU.
    Sand,
    /// Agreement.
    Green,
    /// Disagreement without a reason.
    Red,
}

impl Tone {
    /// Red, green, blue.
    pub(crate) fn rgb(self) -> (u8, u8, u8) {
        match self {
            Self::Frame => (0x58, 0x60, 0x6b),
            Self::Copper => (0xa9, 0x4f, 0x26),
            Self::Blue => (0x2b, 0x5f, 0x8f),
            Self::Faint => (0x8b, 0x92, 0x9b),
            Self::Sand => (0x94, 0x86, 0x6c),
            Self::Green => (0x2a, 0x7a, 0x66),
            Self::Red => (0xb0, 0x39, 0x4a),
        }
    }

    fn colour(self) -> Color {
        let (red, green, blue) = self.rgb();
        Color::Rgb(red, green, blue)
    }
}

/// Where a text stands to its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
}

/// A stretch of cells that the terminal may colour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tint {
    pub(crate) row: usize,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) tone: Tone,
}

/// A scene on a grid of cells.
pub(crate) struct Sheet {
    pub(crate) scene: Scene,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    pub(crate) tints: Vec<Tint>,
    taken: Vec<bool>,
}

impl Sheet {
    pub(crate) fn new(columns: usize, rows: usize) -> Self {
        let (width, height) = (columns as f64 * CELL_WIDTH, rows as f64 * CELL_HEIGHT);
        Self { scene: Scene::new(width, height), columns, rows, tints: Vec::new(), taken: vec![false; columns * rows] }
    }

    /// Text on a row; `column` is its first cell, or the one after its last. Cut where the sheet ends.
    pub(crate) fn text(&mut self, column: usize, row: usize, text: &str, align: Align, tone: Option<Tone>) {
        let room = if align == Align::Left { self.columns.saturating_sub(column) } else { column };
        let text = cut(text, room);
        let length = text.chars().count();
        let (from, anchor) = match align {
            Align::Left => (column, TextAnchor::Start),
            Align::Right => (column - length, TextAnchor::End),
        };
        self.take(row, from, from + length);
        if let Some(tone) = tone {
            self.tints.push(Tint { row, from, to: from + length, tone });
        }
        self.scene.add(Primitive::Text {
            x: column as f64 * CELL_WIDTH + 0.5,
            y: middle(row) + BASELINE,
            content: text,
            size: TEXT_SIZE,
            anchor,
            rotate: None,
            bold: false,
            color: tone.map(Tone::colour),
        });
    }

    /// Text beside a cell, right of it or else left, if its cells are free; whether it was written.
    pub(crate) fn label(&mut self, column: usize, row: usize, text: &str, limits: (usize, usize)) -> bool {
        let length = text.chars().count();
        let right = (column + 2, column + 2 + length);
        if right.1 <= limits.1 && self.is_free(row, right.0 - 1, right.1 + 1) {
            self.text(right.0, row, text, Align::Left, None);
            return true;
        }
        if column > length + limits.0 && self.is_free(row, column - length - 2, column) {
            self.text(column - 1, row, text, Align::Right, None);
            return true;
        }
        false
    }

    /// A horizontal line along the middle of a row.
    pub(crate) fn horizontal(&mut self, row: usize, from: usize, to: usize, tone: Tone) {
        let (x1, x2) = (centre(from), centre(to));
        self.line((x1, middle(row)), (x2, middle(row)), tone, false);
    }

    /// A vertical line along the middle of a column.
    pub(crate) fn vertical(&mut self, column: usize, from: usize, to: usize, tone: Tone) {
        self.line((centre(column), middle(from)), (centre(column), middle(to)), tone, false);
    }

    /// A line between two points of the scene.
    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), tone: Tone, dashed: bool) {
        self.scene.add(Primitive::Line {
            x1: from.0,
            y1: from.1,
            x2: to.0,
            y2: to.1,
            stroke: tone.colour(),
            stroke_width: 1.0,
            stroke_dasharray: dashed.then(|| "3 3".to_owned()),
        });
    }

    fn take(&mut self, row: usize, from: usize, to: usize) {
        for column in from..to.min(self.columns) {
            if let Some(cell) = self.taken.get_mut(row * self.columns + column) {
                *cell = true;
            }
        }
    }

    fn is_free(&self, row: usize, from: usize, to: usize) -> bool {
        (from..to.min(self.columns)).all(|column| self.taken.get(row * self.columns + column) == Some(&false))
    }
}

/// The middle of a row, in units of the scene.
pub(crate) fn middle(row: usize) -> f64 {
    (row as f64 + 0.5) * CELL_HEIGHT
}

/// The middle of a column, in units of the scene.
pub(crate) fn centre(column: usize) -> f64 {
    (column as f64 + 0.5) * CELL_WIDTH
}

/// A text that fits, with an ellipsis where it was cut.
pub(crate) fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let kept: String = text.chars().take(room.saturating_sub(1)).collect();
    if room == 0 { String::new() } else { kept + "…" }
}

/// A cell position from a fractional one that lies on the sheet.
pub(crate) fn cell(position: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a sheet can have")]
    let cell = position.clamp(0.0, 100_000.0).floor() as usize;
    cell
}

/// A number of an axis, as ticks and values are written.
pub(crate) fn on_axis(axis: &Axis, value: f64) -> String {
    // Years are names, not quantities: no thin space.
    if axis.unit == "year" { format!("{value:.0}") } else { number(&Reading::plain(Some(value), &axis.unit)) }
}

/// The title of an axis with its unit.
pub(crate) fn title(axis: &Axis) -> String {
    match axis.unit.as_str() {
        "" | "year" => axis.label.clone(),
        "share" => format!("{} (%)", axis.label),
        unit => format!("{} ({unit})", axis.label),
    }
}

/// A figure on a sheet as wide as there is room; the second part names its marks.
pub(crate) fn compose(figure: &Figure, columns: usize) -> (Sheet, Vec<(&'static str, Tone, &'static str)>) {
    match &figure.body {
        Body::Matrix { points } => matrix::compose(figure, points, columns),
        Body::Bars { bars } => bars::compose(figure, bars, columns),
        Body::Lines { series } => lines::compose(figure, series, columns),
        Body::Gaps { rows } => gaps::compose(figure, rows, columns),
    }
}
