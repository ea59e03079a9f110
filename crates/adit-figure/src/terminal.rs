//! A figure as text for a terminal: its question, the drawing, its key, finding, note and sources.

use std::fmt::Write;

use kuva::TerminalBackend;

use crate::drawing::{Medium, Sheet, Tint, compose};
use crate::figure::Figure;

/// Narrowest drawing, in columns.
const NARROWEST: usize = 40;
/// Widest drawing, in columns.
const WIDEST: usize = 160;
const PLAIN: &str = "\u{1b}[0m";

/// How to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Columns there are.
    pub columns: usize,
    /// Whether escape codes for colour may be written; without, classes differ by shape alone.
    pub colour: bool,
}

impl Default for Terminal {
    /// Eighty columns, no colour.
    fn default() -> Self {
        Self { columns: 80, colour: false }
    }
}

/// Draws a figure.
pub fn draw(figure: &Figure, terminal: Terminal) -> String {
    let columns = terminal.columns.clamp(NARROWEST, WIDEST);
    let (sheet, key) = compose(figure, columns, Medium::Terminal);
    let mut text = paragraph(&figure.question, columns);
    text.push('\n');
    for (row, line) in cells(&sheet).iter().enumerate() {
        let tints = sheet.tints.iter().filter(|tint| terminal.colour && tint.row == row);
        text.push_str(&coloured(line, tints));
        text.push('\n');
    }
    text.push('\n');
    if !key.is_empty() {
        let entry = |(mark, says): &(&str, &str)| format!("{mark} {says}");
        text.push_str(&paragraph(&key.iter().map(entry).collect::<Vec<_>>().join("   "), columns));
    }
    text.push_str(&paragraph(&figure.finding, columns));
    if let Some(note) = &figure.note {
        text.push_str(&paragraph(note, columns));
    }
    for source in &figure.sources {
        text.push_str(&paragraph(&format!("Source: {source}"), columns));
    }
    text
}

/// The drawing as rows of characters, without the colours that the backend writes.
fn cells(sheet: &Sheet) -> Vec<Vec<char>> {
    let drawn = TerminalBackend::new(sheet.columns, sheet.rows).render_scene(&sheet.scene);
    drawn.lines().take(sheet.rows).map(without_escapes).collect()
}

fn without_escapes(line: &str) -> Vec<char> {
    let mut kept = Vec::with_capacity(line.len());
    let mut inside = false;
    for letter in line.chars() {
        match letter {
            '\u{1b}' => inside = true,
            'm' if inside => inside = false,
            _ if inside => {}
            _ => kept.push(letter),
        }
    }
    kept
}

/// A row with the last tint of each cell, without blanks at its end.
fn coloured<'a>(line: &[char], tints: impl Iterator<Item = &'a Tint>) -> String {
    let mut tones = vec![None; line.len()];
    for tint in tints {
        for tone in tones.iter_mut().take(tint.to).skip(tint.from) {
            *tone = Some(tint.tone);
        }
    }
    let end = line.iter().rposition(|letter| *letter != ' ').map_or(0, |at| at + 1);
    let (mut text, mut now) = (String::new(), None);
    for (letter, tone) in line.iter().zip(tones).take(end) {
        if tone != now {
            text.push_str(if now.is_some() { PLAIN } else { "" });
            if let Some(tone) = tone {
                let (red, green, blue) = tone.rgb();
                // Writing to a String cannot fail.
                let _ = write!(text, "\u{1b}[38;2;{red};{green};{blue}m");
            }
            now = tone;
        }
        text.push(*letter);
    }
    text + if now.is_some() { PLAIN } else { "" }
}

/// Words in lines of at most `columns`, with a line end behind the last.
fn paragraph(text: &str, columns: usize) -> String {
    let (mut lines, mut used) = (String::new(), 0);
    // Names may come from a user's files: nothing in them may steer the terminal.
    let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > columns {
            lines.push('\n');
            used = 0;
        } else if used > 0 {
            lines.push(' ');
            used += 1;
        }
        lines.push_str(word);
        used += length;
    }
    lines + "\n"
}

#[cfg(test)]
mod tests;
