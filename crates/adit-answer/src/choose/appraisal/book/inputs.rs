//! The sheet of inputs: every number with its source, and under a name by which formulas call it.

use adit_model::choose::appraise::{Numbers, Timing};

use super::Book;
use crate::workbook::{Sheet, Style, fixed};

/// Name of the sheet, as formulas write it.
const INPUTS: &str = "Inputs";

/// Column of the values.
const VALUE: u16 = 2;

/// The name by which formulas call an input: `in_price_lithium` for `price/lithium`.
pub fn name(input: &str) -> String {
    let word: String = input.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("in_{word}")
}

/// The sheet and the names of its cells.
pub fn sheet(book: &Book<'_>) -> (Sheet, Vec<(String, String)>) {
    let mut sheet = Sheet::new(INPUTS);
    let mut names = Vec::new();
    sheet.text(0, 0, format!("What the appraisal of {} rests on", book.plan.name), Style::Title);
    sheet.text(1, 0, "Values in blue may be changed; behind a yellow ground stands an assumption.", Style::Plain);
    for (column, head) in (0..).zip([
        "Input",
        "Name in formulas",
        "Value",
        "Lowest",
        "Highest",
        "Unit",
        "Kind",
        "Source",
        "Where in it, or why",
        "Note",
        "Fact",
    ]) {
        sheet.text(2, column, head, Style::Head);
    }
    let mut row = 3;
    for input in book.plan.inputs() {
        let of = book.inputs.iter().find(|of| of.id == input.name);
        let style = if input.given.assumed { Style::Assumption } else { Style::Input };
        sheet.text(row, 0, &input.label, Style::Plain);
        sheet.text(row, 1, name(&input.name), Style::Plain);
        sheet.number(row, VALUE, input.given.value, style);
        sheet.number(row, 3, input.given.low, Style::Number);
        sheet.number(row, 4, input.given.high, Style::Number);
        if let Some(of) = of {
            let words = [
                Some(of.unit.as_str()),
                Some(of.kind.as_str()),
                of.source.as_deref(),
                Some(of.locator.as_str()),
                of.note.as_deref(),
                of.why.as_deref(),
            ];
            for (column, text) in (5..).zip(words) {
                sheet.text(row, column, text.unwrap_or_default(), Style::Plain);
            }
        }
        names.push((name(&input.name), cell(row)));
        row += 1;
    }
    row = whole(book, &mut sheet, &mut names, row + 1);
    times(book, &mut sheet, &mut names, row + 1);
    sheet.widths = vec![
        (0, 38.0),
        (1, 28.0),
        (2, 14.0),
        (3, 12.0),
        (4, 12.0),
        (5, 14.0),
        (6, 12.0),
        (7, 24.0),
        (8, 60.0),
        (9, 40.0),
    ];
    sheet.frozen = (3, 1);
    (sheet, names)
}

/// Whole numbers of years.
fn whole(book: &Book<'_>, sheet: &mut Sheet, names: &mut Vec<(String, String)>, mut row: u32) -> u32 {
    let plan = book.plan;
    let phases = &plan.phases;
    sheet.text(row, 0, "Years", Style::Head);
    row += 1;
    let years = |years: u16| f64::from(years);
    let mut given = vec![
        ("money-year", "Year in whose money prices are, and at whose end values are", f64::from(plan.money_year)),
        ("begins", "Year at whose beginning the first money is spent", f64::from(phases.begins)),
    ];
    if let Some(debt) = &plan.finance.debt {
        given.push(("debt-grace", "Years of operation before the first repayment", years(debt.grace)));
        given.push(("debt-term", "Years of repayment", years(debt.term)));
    }
    if let Some(limit) = plan.fiscal.losses.years {
        given.push(("loss-years", "Years for which a loss may be carried", years(limit)));
    }
    for (id, label, value) in given {
        sheet.text(row, 0, label, Style::Plain);
        sheet.text(row, 1, name(id), Style::Plain);
        sheet.number(row, VALUE, value, Style::Whole);
        let unit = if value > 1000.0 { "year" } else { "years" };
        sheet.text(row, 5, unit, Style::Plain);
        if let Some(of) = book.inputs.iter().find(|of| of.id == id) {
            let words = [Some(of.kind.as_str()), of.source.as_deref(), Some(of.locator.as_str()), of.note.as_deref()];
            for (column, text) in (6..).zip(words) {
                sheet.text(row, column, text.unwrap_or_default(), Style::Plain);
            }
        }
        names.push((name(id), cell(row)));
        row += 1;
    }
    row
}

/// When begins what, in years from the beginning of the first year.
fn times(book: &Book<'_>, sheet: &mut Sheet, names: &mut Vec<(String, String)>, mut row: u32) {
    let times = Timing::of(book.plan, &Numbers::base(book.plan));
    sheet.text(row, 0, "Times that follow, in years from the beginning of the first year", Style::Head);
    row += 1;
    let first = f64::from(book.plan.first_year());
    let steps = [
        ("first-year", "First year of the plan", "MIN(in_begins,in_money_year)", first),
        ("t-begins", "Exploration begins", "in_begins-in_first_year", times.begins),
        ("t-construction", "Construction begins", "in_t_begins+in_exploration_years", times.construction),
        ("t-operation", "Output begins", "in_t_construction+in_construction_years+in_delay_years", times.operation),
        ("t-closure", "Output ends and closure begins", "in_t_operation+in_operation_years", times.closure),
        ("t-aftercare", "Closure ends and aftercare begins", "in_t_closure+in_closure_years", times.aftercare),
        ("t-ends", "Aftercare ends", "in_t_aftercare+in_aftercare_years", times.ends),
    ];
    for (id, label, formula, value) in steps {
        sheet.text(row, 0, label, Style::Plain);
        sheet.text(row, 1, name(id), Style::Plain);
        let style = if id == "first-year" { Style::Whole } else { Style::Number };
        sheet.formula(row, VALUE, formula, value, style);
        sheet.text(row, 5, "years", Style::Plain);
        names.push((name(id), cell(row)));
        row += 1;
    }
}

fn cell(row: u32) -> String {
    format!("{INPUTS}!{}", fixed(row, VALUE))
}
