//! Published against computed figures, one a row.

use super::{Align, CELL_WIDTH, Key, Medium, Sheet, Tone, cut, middle};
use crate::figure::{Figure, Gap, GapClass};
use crate::number::{Reading, number};

/// Most rows; the rest agrees better than those shown.
const MOST: usize = 40;

fn tone(class: GapClass) -> Tone {
    match class {
        GapClass::Within => Tone::Green,
        GapClass::Explained => Tone::Blue,
        GapClass::Unexplained => Tone::Red,
    }
}

fn mark(class: GapClass) -> &'static str {
    match class {
        GapClass::Within => "●",
        GapClass::Explained => "◆",
        GapClass::Unexplained => "▲",
    }
}

/// The rows: bounds as a line, the computed figure on it, the published one beside.
pub(super) fn compose(figure: &Figure, rows: &[Gap], columns: usize, medium: Medium) -> (Sheet, Key) {
    let shown = &rows[..rows.len().min(MOST)];
    let more = rows.len() - shown.len();
    let mut sheet = Sheet::new(columns, shown.len() + usize::from(more > 0), medium);
    let names = shown.iter().map(|row| row.label.chars().count()).max().unwrap_or(0).min(columns / 3);
    let texts: Vec<String> = shown.iter().map(in_numbers).collect();
    let numbers = texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    let start = names + 1 + numbers + 2;
    let room = columns.saturating_sub(start + 1) as f64;
    let span = figure.x.max - figure.x.min;
    let at = |value: f64, row: usize| {
        let part = ((value - figure.x.min) / span).clamp(0.0, 1.0);
        ((start as f64 + 0.5 + part * room) * CELL_WIDTH, middle(row))
    };
    for (row, (gap, text)) in shown.iter().zip(&texts).enumerate() {
        sheet.text(0, row, &cut(&gap.label, names), Align::Left, None);
        sheet.text(start - 2, row, text, Align::Right, None);
        sheet.line(at(gap.low, row), at(gap.high, row), tone(gap.class), false);
        sheet.mark(at(gap.published, row), "│", Tone::Frame);
        sheet.mark(at(gap.computed, row), mark(gap.class), tone(gap.class));
    }
    if more > 0 {
        sheet.text(0, shown.len(), &format!("and {more} rows that agree better"), Align::Left, Some(Tone::Frame));
    }
    let key = vec![("│", "published"), ("●", "computed, within rounding"), ("◆", "explained"), ("▲", "unexplained")];
    (sheet, key)
}

/// `1.9 → 2.00`: published, then computed.
fn in_numbers(gap: &Gap) -> String {
    let (value, half) = (gap.published, gap.published_half);
    let published = number(&Reading::between(Some(value), Some(value - half), Some(value + half), "index"));
    let computed = number(&Reading::between(Some(gap.computed), Some(gap.low), Some(gap.high), "index"));
    format!("{published} → {computed}")
}
