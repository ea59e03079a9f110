//! A plot with two axes on a sheet: where a value lies, ticks, titles and thresholds.

use super::{Align, CELL_HEIGHT, CELL_WIDTH, Sheet, Tone, cell, centre, middle, on_axis, title};
use crate::figure::{Axis, Figure};

/// The cells of a plot, and the axes that they stand for.
pub(super) struct Plot<'a> {
    x: &'a Axis,
    y: &'a Axis,
    pub(super) left: usize,
    pub(super) right: usize,
    top: usize,
    bottom: usize,
}

impl<'a> Plot<'a> {
    /// A plot that fills a sheet but for the titles and ticks around it.
    pub(super) fn new(figure: &'a Figure, sheet: &Sheet) -> Self {
        let ticks = ticks(figure.y.min, figure.y.max, 6);
        let gutter = ticks.iter().map(|y| on_axis(&figure.y, *y).chars().count()).max().unwrap_or(1);
        Self {
            x: &figure.x,
            y: &figure.y,
            left: gutter + 1,
            right: sheet.columns.saturating_sub(3),
            top: 1,
            bottom: sheet.rows.saturating_sub(3),
        }
    }

    /// Where a pair of values lies, in units of the scene.
    pub(super) fn at(&self, x: f64, y: f64) -> (f64, f64) {
        let part = |value: f64, axis: &Axis| {
            let span = axis.max - axis.min;
            if span > 0.0 { ((value - axis.min) / span).clamp(0.0, 1.0) } else { 0.5 }
        };
        let (left, right) = (centre(self.left), centre(self.right));
        let (bottom, top) = (middle(self.bottom), middle(self.top));
        (left + part(x, self.x) * (right - left), bottom + part(y, self.y) * (top - bottom))
    }

    /// The cell of a pair of values: column and row.
    pub(super) fn cell(&self, x: f64, y: f64) -> (usize, usize) {
        let (x, y) = self.at(x, y);
        (cell(x / CELL_WIDTH), cell(y / CELL_HEIGHT))
    }

    /// Axes, ticks, titles and thresholds. Ticks of the horizontal axis are `at`, or round numbers.
    pub(super) fn frame(&self, sheet: &mut Sheet, at: Option<&[f64]>) {
        let (top, corner, right) =
            (self.at(self.x.min, self.y.max), self.at(self.x.min, self.y.min), self.at(self.x.max, self.y.min));
        sheet.line(top, corner, Tone::Frame, false);
        sheet.line(corner, right, Tone::Frame, false);
        sheet.text(0, 0, &title(self.y), Align::Left, Some(Tone::Frame));
        for y in ticks(self.y.min, self.y.max, 6) {
            let (_, row) = self.cell(self.x.min, y);
            sheet.text(self.left, row, &on_axis(self.y, y), Align::Right, Some(Tone::Frame));
        }
        let round = ticks(self.x.min, self.x.max, (self.right - self.left) / 8);
        for x in at.unwrap_or(&round) {
            let (column, _) = self.cell(*x, self.y.min);
            let text = on_axis(self.x, *x);
            let end = (column + text.chars().count().div_ceil(2)).min(sheet.columns);
            sheet.text(end, self.bottom + 1, &text, Align::Right, Some(Tone::Frame));
        }
        sheet.text(self.right + 1, self.bottom + 2, &title(self.x), Align::Right, Some(Tone::Frame));
    }

    /// The thresholds of both axes.
    pub(super) fn thresholds(&self, sheet: &mut Sheet) {
        for threshold in &self.x.thresholds {
            let (from, to) = (self.at(threshold.value, self.y.min), self.at(threshold.value, self.y.max));
            sheet.line(from, to, Tone::Copper, true);
        }
        for threshold in &self.y.thresholds {
            let (from, to) = (self.at(self.x.min, threshold.value), self.at(self.x.max, threshold.value));
            sheet.line(from, to, Tone::Copper, true);
        }
    }
}

/// Round numbers from `min` to `max`, about `most` of them: steps of 1, 2 or 5 times a power of ten.
pub(super) fn ticks(min: f64, max: f64, most: usize) -> Vec<f64> {
    let span = max - min;
    if !(span > 0.0 && span.is_finite()) {
        return vec![min];
    }
    let rough = span / most.max(2) as f64;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].iter().map(|of| of * power).find(|step| *step >= rough * 0.999).unwrap_or(rough);
    let first = (min / step - 1e-9).ceil();
    let count = cell(((max / step + 1e-9).floor() - first).max(0.0));
    (0..=count).map(|at| (first + at as f64) * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within() {
        assert_eq!(ticks(0.0, 5.5, 6), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(ticks(0.0, 9.0, 10).len(), 10);
        assert_eq!(ticks(2.0, 2.0, 6), [2.0]);
        let shares = ticks(0.0, 0.8, 5);
        assert!((shares[1] - 0.2).abs() < 1e-12 && shares.len() == 5);
    }
}
