//! Bars, one a row, with their values.

use super::{Align, Key, Medium, Sheet, Tone, cell, cut};
use crate::figure::{Bar, BarClass, Figure};
use crate::number::{Reading, number};

/// Eighths of a cell.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
/// Most rows; the rest is summed up in a line.
const MOST: usize = 25;

/// The bars; outside the EU they are shaded, so that the two differ without colour.
pub(super) fn compose(figure: &Figure, bars: &[Bar], columns: usize, medium: Medium) -> (Sheet, Key) {
    let shown = &bars[..bars.len().min(MOST)];
    let rest = &bars[shown.len()..];
    let mut sheet = Sheet::new(columns, shown.len() + usize::from(!rest.is_empty()), medium);
    let widest = |of: &mut dyn Iterator<Item = usize>| of.max().unwrap_or(0);
    let names = widest(&mut shown.iter().map(|bar| bar.label.chars().count())).min(columns / 3);
    let texts: Vec<String> =
        shown.iter().map(|bar| number(&Reading::between(bar.value, bar.low, bar.high, &figure.x.unit))).collect();
    let values = widest(&mut texts.iter().map(|text| text.chars().count()));
    let start = names + 1 + values + 1;
    let room = columns.saturating_sub(start) as f64;
    for (row, (bar, text)) in shown.iter().zip(&texts).enumerate() {
        sheet.text(0, row, &cut(&bar.label, names), Align::Left, None);
        sheet.text(start - 1, row, text, Align::Right, None);
        let part = bar.value.map_or(0.0, |value| value / figure.x.max).clamp(0.0, 1.0);
        let tone = if bar.class == BarClass::Eu { Tone::Blue } else { Tone::Sand };
        sheet.bar(start, row, part * room, &length(part * room, bar.class), tone);
    }
    if !rest.is_empty() {
        let total = rest.iter().filter_map(|bar| bar.value).sum();
        let text = format!("{} more together {}", rest.len(), number(&Reading::plain(Some(total), &figure.x.unit)));
        sheet.text(0, shown.len(), &text, Align::Left, Some(Tone::Frame));
    }
    (sheet, vec![("█", "European Union"), ("▒", "outside")])
}

fn length(cells: f64, class: BarClass) -> String {
    if class == BarClass::Outside {
        return "▒".repeat(cell(cells + 0.5));
    }
    let eighths = cell(cells * 8.0 + 0.5);
    "█".repeat(eighths / 8) + EIGHTHS[eighths % 8]
}
