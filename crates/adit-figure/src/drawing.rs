//! Figures drawn by kuva, composed once on a grid of character cells. Text stands in cells everywhere; marks, bars and
//! lines stand in cells in the terminal and exactly where their values are in documents.

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

/// What the marks of a drawing mean.
pub(crate) type Key = Vec<(&'static str, &'static str)>;

/// A stretch of cells that the terminal may colour.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tint {
    pub(crate) row: usize,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) tone: Tone,
}

/// What a figure is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Medium {
    /// Character cells.
    Terminal,
    /// A page, with exact positions.
    Document,
}

/// A scene on a grid of cells.
pub(crate) struct Sheet {
    pub(crate) scene: Scene,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
    pub(crate) tints: Vec<Tint>,
    medium: Medium,
    taken: Vec<bool>,
}

impl Sheet {
    pub(crate) fn new(columns: usize, rows: usize, medium: Medium) -> Self {
        let (width, height) = (columns as f64 * CELL_WIDTH, rows as f64 * CELL_HEIGHT);
        let taken = vec![false; columns * rows];
        Self { scene: Scene::new(width, height), columns, rows, tints: Vec::new(), medium, taken }
    }

    /// A mark at a point of the scene.
    pub(crate) fn mark(&mut self, at: (f64, f64), mark: &str, tone: Tone) {
        let (column, row) = (cell(at.0 / CELL_WIDTH), cell(at.1 / CELL_HEIGHT));
        if self.medium == Medium::Terminal {
            self.text(column, row, mark, Align::Left, Some(tone));
            return;
        }
        self.take(row, column, column + 1);
        self.scene.add(Primitive::Text {
            x: at.0,
            y: at.1 + BASELINE,
            content: mark.to_owned(),
            size: TEXT_SIZE,
            anchor: TextAnchor::Middle,
            rotate: None,
            bold: false,
            color: Some(tone.colour()),
        });
    }

    /// A bar on a row, `cells` long; `text` is what it is in the terminal.
    pub(crate) fn bar(&mut self, column: usize, row: usize, cells: f64, text: &str, tone: Tone) {
        if self.medium == Medium::Terminal {
            self.text(column, row, text, Align::Left, Some(tone));
            return;
        }
        self.scene.add(Primitive::Rect {
            x: column as f64 * CELL_WIDTH,
            y: middle(row) - CELL_HEIGHT * 0.3,
            width: cells * CELL_WIDTH,
            height: CELL_HEIGHT * 0.6,
            fill: tone.colour(),
            stroke: None,
            stroke_width: None,
            opacity: None,
        });
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
pub(crate) fn compose(figure: &Figure, columns: usize, medium: Medium) -> (Sheet, Key) {
    match &figure.body {
        Body::Matrix { points } => matrix::compose(figure, points, columns, medium),
        Body::Bars { bars } => bars::compose(figure, bars, columns, medium),
        Body::Lines { series } => lines::compose(figure, series, columns, medium),
        Body::Gaps { rows } => gaps::compose(figure, rows, columns, medium),
    }
}
