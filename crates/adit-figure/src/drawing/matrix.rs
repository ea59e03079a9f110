//! Points against two thresholds.

use super::plot::Plot;
use super::{Key, Medium, Sheet, Tone};
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
pub(super) fn compose(figure: &Figure, points: &[MatrixPoint], columns: usize, medium: Medium) -> (Sheet, Key) {
    let mut sheet = Sheet::new(columns, (columns * 3 / 10).clamp(18, 42), medium);
    let plot = Plot::new(figure, &sheet);
    plot.thresholds(&mut sheet);
    plot.frame(&mut sheet, None);
    let mut known: Vec<(&MatrixPoint, (f64, f64))> =
        points.iter().filter(|p| !p.member).filter_map(|p| Some((p, (p.x.value?, p.y.value?)))).collect();
    let order = |p: &MatrixPoint| (p.class == MatrixClass::Below, -p.y.value.unwrap_or(0.0));
    known.sort_by(|(a, _), (b, _)| order(a).0.cmp(&order(b).0).then(order(a).1.total_cmp(&order(b).1)));
    for (point, (x, y)) in known.iter().rev() {
        let (mark, tone) = mark(point);
        sheet.mark(plot.at(*x, *y), mark, tone);
    }
    for (point, (x, y)) in &known {
        let (column, row) = plot.cell(*x, *y);
        sheet.label(column, row, &point.label, (plot.left + 1, plot.right + 3));
    }
    let mut key = vec![("◆", "strategic"), ("●", "critical"), ("▪", "below a threshold")];
    if points.iter().any(|p| p.hollow && !p.member) {
        key.push(("◇○▫", "published economic importance"));
    }
    (sheet, key)
}
