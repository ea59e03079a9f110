//! Lines over years.

use super::plot::Plot;
use super::{Align, Key, Medium, Sheet, Tone};
use crate::figure::{Figure, Series};

const MARKS: [(&str, Tone); 4] = [("●", Tone::Copper), ("◆", Tone::Blue), ("▲", Tone::Green), ("■", Tone::Faint)];

/// The lines; a missing point breaks its line. Each ends in its name, with its own mark at every point.
pub(super) fn compose(figure: &Figure, series: &[Series], columns: usize, medium: Medium) -> (Sheet, Key) {
    let mut sheet = Sheet::new(columns, (columns / 5).clamp(14, 24), medium);
    let mut plot = Plot::new(figure, &sheet);
    // Room for the names behind the last points.
    let names = series.iter().map(|s| s.label.chars().count()).max().unwrap_or(0);
    plot.right = plot.right.saturating_sub(names.min(columns / 3)).max(plot.left + 10);
    plot.thresholds(&mut sheet);
    let mut at: Vec<f64> = series.iter().flat_map(|s| &s.points).map(|p| p.x).collect();
    at.sort_by(f64::total_cmp);
    at.dedup();
    plot.frame(&mut sheet, Some(&at));
    for (of, (_, tone)) in series.iter().zip(MARKS.iter().cycle()) {
        let known = |at: usize| of.points[at].y.map(|y| plot.at(of.points[at].x, y));
        for next in 1..of.points.len() {
            if let (Some(from), Some(to)) = (known(next - 1), known(next)) {
                sheet.line(from, to, *tone, false);
            }
        }
    }
    for (of, (mark, tone)) in series.iter().zip(MARKS.iter().cycle()) {
        for point in &of.points {
            if let Some(y) = point.y {
                sheet.mark(plot.at(point.x, y), mark, *tone);
            }
        }
        if let Some((x, y)) = of.points.iter().rev().find_map(|p| Some((p.x, p.y?))) {
            let (column, row) = plot.cell(x, y);
            sheet.text(column + 2, row, &of.label, Align::Left, Some(*tone));
        }
    }
    (sheet, Vec::new())
}
