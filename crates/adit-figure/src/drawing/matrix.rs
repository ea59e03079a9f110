//! Points against two thresholds.

use super::plot::Plot;
use super::{Align, Sheet, Tone};
use crate::figure::{Figure, MatrixClass, MatrixPoint};

fn mark(point: &MatrixPoint) -> (&'static str, Tone) {
    match (point.class, point.hollow) {
        (MatrixClass::Strategic, false) => ("◆", Tone::Copper),
        (MatrixClass::Strategic, true) => ("◇", Tone::Copper),
        (MatrixClass::Critical, false) => ("●", Tone::Blue),
        (MatrixClass::Critical, true) => ("○", Tone::Blue),
        (MatrixClass::Below, false) => ("▪", Tone::Faint),
        (MatrixClass::Below, true) => ("▫", Tone::Faint),
    }
}

/// The matrix; labels stand where there is room, highest risk first. Members of groups would hide the rest and are left
/// to their group's point.
pub(super) fn compose(
    figure: &Figure,
    points: &[MatrixPoint],
    columns: usize,
) -> (Sheet, Vec<(&'static str, Tone, &'static str)>) {
    let mut sheet = Sheet::new(columns, (columns * 3 / 10).clamp(18, 42));
    let plot = Plot::new(figure, &sheet);
    plot.thresholds(&mut sheet);
    plot.frame(&mut sheet, None);
    let mut known: Vec<(&MatrixPoint, (usize, usize))> =
        points.iter().filter(|p| !p.member).filter_map(|p| Some((p, plot.cell(p.x.value?, p.y.value?)))).collect();
    let order = |p: &MatrixPoint| (p.class == MatrixClass::Below, -p.y.value.unwrap_or(0.0));
    known.sort_by(|(a, _), (b, _)| order(a).0.cmp(&order(b).0).then(order(a).1.total_cmp(&order(b).1)));
    for (point, (column, row)) in known.iter().rev() {
        let (mark, tone) = mark(point);
        sheet.text(*column, *row, mark, Align::Left, Some(tone));
    }
    for (point, (column, row)) in &known {
        sheet.label(*column, *row, &point.label, (plot.left + 1, plot.right + 3));
    }
    let mut key =
        vec![("◆", Tone::Copper, "strategic"), ("●", Tone::Blue, "critical"), ("▪", Tone::Faint, "below a threshold")];
    if points.iter().any(|p| p.hollow && !p.member) {
        key.push(("◇○▫", Tone::Frame, "published economic importance"));
    }
    (sheet, key)
}
