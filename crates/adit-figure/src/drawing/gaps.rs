//! Published against computed figures, one a row.

use super::{Align, Sheet, Tone, cell, cut};
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
pub(super) fn compose(
    figure: &Figure,
    rows: &[Gap],
    columns: usize,
) -> (Sheet, Vec<(&'static str, Tone, &'static str)>) {
    let shown = &rows[..rows.len().min(MOST)];
    let more = rows.len() - shown.len();
    let mut sheet = Sheet::new(columns, shown.len() + usize::from(more > 0));
    let names = shown.iter().map(|row| row.label.chars().count()).max().unwrap_or(0).min(columns / 3);
    let texts: Vec<String> = shown.iter().map(in_numbers).collect();
    let numbers = texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    let start = names + 1 + numbers + 2;
    let room = columns.saturating_sub(start + 1) as f64;
    let span = figure.x.max - figure.x.min;
    let column = |value: f64| start + cell((value - figure.x.min) / span * room + 0.5);
    for (row, (gap, text)) in shown.iter().zip(&texts).enumerate() {
        sheet.text(0, row, &cut(&gap.label, names), Align::Left, None);
        sheet.text(start - 2, row, text, Align::Right, None);
        sheet.horizontal(row, column(gap.low), column(gap.high), tone(gap.class));
        sheet.text(column(gap.published), row, "│", Align::Left, None);
        sheet.text(column(gap.computed), row, mark(gap.class), Align::Left, Some(tone(gap.class)));
    }
    if more > 0 {
        sheet.text(0, shown.len(), &format!("and {more} rows that agree better"), Align::Left, Some(Tone::Frame));
    }
    let key = vec![
        ("│", Tone::Frame, "published"),
        ("●", Tone::Green, "computed, within rounding"),
        ("◆", Tone::Blue, "explained"),
        ("▲", Tone::Red, "unexplained"),
    ];
    (sheet, key)
}

/// `1.9 → 2.00`: published, then computed.
fn in_numbers(gap: &Gap) -> String {
    let (value, half) = (gap.published, gap.published_half);
    let published = number(&Reading::between(Some(value), Some(value - half), Some(value + half), "index"));
    let computed = number(&Reading::between(Some(gap.computed), Some(gap.low), Some(gap.high), "index"));
    format!("{published} → {computed}")
}
