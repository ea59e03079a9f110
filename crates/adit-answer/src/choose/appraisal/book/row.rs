//! A row of the cash flow: one formula for every year, and what the engine says of each.

use crate::workbook::{Sheet, Style, address, fixed};

/// Column of the first year.
pub const FIRST: u16 = 4;

/// Name of the sheet of the cash flow, as formulas of other sheets write it.
pub const FLOW: &str = "'Cash flow'";

/// A row that has been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    at: u32,
    years: u16,
}

impl Row {
    /// The cell of a year.
    pub fn at(self, t: u16) -> String {
        address(self.at, FIRST + t)
    }

    /// The cell of the year before; nothing lies before the first.
    pub fn before(self, t: u16) -> String {
        if t == 0 { "0".to_owned() } else { self.at(t - 1) }
    }

    /// The row below, which may not be written yet.
    pub fn below(self) -> Self {
        Self { at: self.at + 1, ..self }
    }

    /// All years.
    pub fn all(self) -> String {
        let last = FIRST + self.years.saturating_sub(1);
        format!("{}:{}", fixed(self.at, FIRST), fixed(self.at, last))
    }

    /// All years, from another sheet.
    pub fn elsewhere(self) -> String {
        format!("{FLOW}!{}", self.all())
    }
}

/// Rows below each other.
#[derive(Debug)]
pub struct Rows {
    sheet: Sheet,
    next: u32,
    years: u16,
}

/// What a row is called.
#[derive(Debug, Clone, Copy)]
pub struct Label<'a> {
    /// Name.
    pub name: &'a str,
    /// Unit.
    pub unit: &'a str,
    /// Rule that it follows, as the methods name it; empty for a step on the way.
    pub rule: &'a str,
}

impl Rows {
    /// Begins below row `next`.
    pub fn new(sheet: Sheet, next: u32, years: u16) -> Self {
        Self { sheet, next, years }
    }

    /// The head of a section.
    pub fn head(&mut self, text: &str) {
        self.next += 1;
        self.sheet.text(self.next, 0, text, Style::Head);
        self.next += 1;
    }

    /// The row that will be written next, for formulas that look at the row itself.
    pub fn coming(&self) -> Row {
        Row { at: self.next, years: self.years }
    }

    /// A row of numbers.
    pub fn row(
        &mut self,
        label: Label<'_>,
        style: Style,
        formula: impl Fn(u16) -> String,
        value: impl Fn(u16) -> f64,
    ) -> Row {
        self.written(label, |sheet, row, t| sheet.formula(row, FIRST + t, formula(t), value(t), style))
    }

    /// A row of numbers with their sum.
    pub fn summed(
        &mut self,
        label: Label<'_>,
        style: Style,
        formula: impl Fn(u16) -> String,
        value: impl Fn(u16) -> f64,
    ) -> Row {
        let sum = (0..self.years).map(&value).sum();
        let row = self.row(label, style, formula, value);
        self.sheet.formula(row.at, 3, format!("SUM({})", row.all()), sum, style);
        row
    }

    /// A row in which years may stay blank.
    pub fn sparse(
        &mut self,
        label: Label<'_>,
        style: Style,
        formula: impl Fn(u16) -> String,
        value: impl Fn(u16) -> Option<f64>,
    ) -> Row {
        self.written(label, |sheet, row, t| sheet.formula_or_blank(row, FIRST + t, formula(t), value(t), style))
    }

    fn written(&mut self, label: Label<'_>, write: impl Fn(&mut Sheet, u32, u16)) -> Row {
        let row = self.coming();
        self.sheet.text(row.at, 0, label.name, Style::Plain);
        self.sheet.text(row.at, 1, label.unit, Style::Plain);
        if !label.rule.is_empty() {
            self.sheet.text(row.at, 2, label.rule, Style::Plain);
        }
        for t in 0..self.years {
            write(&mut self.sheet, row.at, t);
        }
        self.next += 1;
        row
    }

    /// The sheet with everything written.
    pub fn done(self) -> Sheet {
        self.sheet
    }
}
