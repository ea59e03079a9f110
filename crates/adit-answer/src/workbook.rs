//! A workbook with live formulas as plain data: what an answer puts into it, and nothing of how it is written.
//!
//! Every formula carries the value that adit computed for its cell, so that a reader that does not calculate shows it, and
//! a test can hold one against the other.

/// A workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    /// Title, among the properties of the file.
    pub title: String,
    /// Its sheets.
    pub sheets: Vec<Sheet>,
    /// Names of cells, each with the cell as `'Sheet name'!$C$4`.
    pub names: Vec<(String, String)>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Name.
    pub name: String,
    /// Its cells, in no particular order.
    pub cells: Vec<Placed>,
    /// Columns with their widths, characters.
    pub widths: Vec<(u16, f64)>,
    /// Rows and columns that stay while the rest moves.
    pub frozen: (u32, u16),
}

/// A cell at its place, counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Row.
    pub row: u32,
    /// Column.
    pub column: u16,
    /// What stands there.
    pub content: Content,
    /// How it looks.
    pub style: Style,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Words.
    Text(String),
    /// A number that does not follow from others.
    Number(f64),
    /// A formula without its equals sign, and what adit computed for it.
    Formula(String, Computed),
}

/// What a formula gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Computed {
    /// A number.
    Number(f64),
    /// Words, or nothing.
    Text(String),
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// Words as they are.
    Plain,
    /// The title of a sheet.
    Title,
    /// The head of a column or section.
    Head,
    /// Words that wrap.
    Wrapped,
    /// A number of any unit.
    Number,
    /// A number that may be changed.
    Input,
    /// A number that may be changed and is an assumption.
    Assumption,
    /// Money to the thousandth of a million.
    Money,
    /// A share as a percentage.
    Percent,
    /// A year or another whole number.
    Whole,
    /// A result.
    Result,
    /// Euro and cent.
    Cents,
}

impl Sheet {
    /// An empty sheet.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Writes words.
    pub fn text(&mut self, row: u32, column: u16, text: impl Into<String>, style: Style) {
        self.cells.push(Placed { row, column, content: Content::Text(text.into()), style });
    }

    /// Writes a number; nothing if it is none.
    pub fn number(&mut self, row: u32, column: u16, number: f64, style: Style) {
        if number.is_finite() {
            self.cells.push(Placed { row, column, content: Content::Number(number), style });
        }
    }

    /// Writes a formula that gives a number.
    pub fn formula(&mut self, row: u32, column: u16, formula: impl Into<String>, value: f64, style: Style) {
        let content = Content::Formula(formula.into(), Computed::Number(value));
        self.cells.push(Placed { row, column, content, style });
    }

    /// Writes a formula that gives a number, or nothing.
    pub fn formula_or_blank(&mut self, row: u32, column: u16, formula: String, value: Option<f64>, style: Style) {
        let computed = value.map_or_else(|| Computed::Text(String::new()), Computed::Number);
        self.cells.push(Placed { row, column, content: Content::Formula(formula, computed), style });
    }
}

/// `C4` of row 3 and column 2, counted from 0.
pub fn address(row: u32, column: u16) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// `$C$4` of row 3 and column 2, counted from 0.
pub fn fixed(row: u32, column: u16) -> String {
    format!("${}${}", letters(column), row + 1)
}

/// The letters of a column, counted from 0: A to Z, AA ...
fn letters(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from_u32(u32::from(b'A') + (rest - 1) % 26).unwrap_or('A'));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{address, fixed};

    #[test]
    fn columns_have_letters() {
        assert_eq!(address(3, 2), "C4");
        assert_eq!(address(0, 25), "Z1");
        assert_eq!(address(0, 26), "AA1");
        assert_eq!(fixed(9, 701), "$ZZ$10");
        assert_eq!(fixed(9, 702), "$AAA$10");
    }
}
